import type { BackgroundWords } from '../en/background.ts';

export const background: BackgroundWords = {
  lookUp: '„%s“ in Muster nachschlagen',
  addToList: '„%s“ zu meiner Liste in Muster hinzufügen',
  explore: 'Protokoll erkunden',
  watched: {
    isNamed: (names, n) => (n === 1 ? `${names} wird genannt` : `${names} werden genannt`),
    onList: (lists, n) => (n === 1 ? `Auf Ihrer Liste ${lists}` : `Auf Ihren Listen ${lists}`),
  },
  line: {
    acting: (title) => `${title} (kommissarisch)`,
    onDay: (title, day) => `${title} am ${day}`,
    thenUntil: (title, day, until) => `${title} am ${day}, bis ${until}`,
    thenNow: (title, day, now) => `${title} am ${day} · jetzt ${now}`,
    formerly: (title, until) => `früher ${title}, bis ${until}`,
    later: (title, from) => `${title}, ab ${from}`,
    noCountry: { INT: 'International', EU: 'Europäische Union', NATO: 'NATO', UN: 'Vereinte Nationen' },
  },
};
