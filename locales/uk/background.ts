import type { BackgroundWords } from '../en/background.ts';

export const background: BackgroundWords = {
  lookUp: 'Знайти в Muster: «%s»',
  addToList: 'Додати до мого списку в Muster: «%s»',
  explore: 'Відкрити огляд журналу',
  watched: {
    isNamed: (names) => `Згадано: ${names}`,
    onList: (lists, n) => (n === 1 ? `У вашому списку ${lists}` : `У ваших списках ${lists}`),
  },
  line: {
    acting: (title) => `${title} (в. о.)`,
    onDay: (title, day) => `${title} (на ${day})`,
    thenUntil: (title, day, until) => `${title} (на ${day}), до ${until}`,
    thenNow: (title, day, now) => `${title} (на ${day}) · тепер ${now}`,
    formerly: (title, until) => `раніше ${title}, до ${until}`,
    later: (title, from) => `${title}, з ${from}`,
    noCountry: { INT: 'Міжнародне', EU: 'Європейський Союз', NATO: 'НАТО', UN: 'ООН' },
  },
};
