import type { BackgroundWords } from '../en/background.ts';

export const background: BackgroundWords = {
  lookUp: 'Wyszukaj „%s” w Muster',
  addToList: 'Dodaj „%s” do mojej listy w Muster',
  explore: 'Otwórz przegląd dziennika',
  watched: {
    isNamed: (names) => `Wymieniono: ${names}`,
    onList: (lists, n) => (n === 1 ? `Na Twojej liście ${lists}` : `Na Twoich listach ${lists}`),
  },
  line: {
    acting: (title) => `${title} (p.o.)`,
    onDay: (title, day) => `${title} (w dniu ${day})`,
    thenUntil: (title, day, until) => `${title} (w dniu ${day}), do ${until}`,
    thenNow: (title, day, now) => `${title} (w dniu ${day}) · teraz ${now}`,
    formerly: (title, until) => `dawniej ${title}, do ${until}`,
    later: (title, from) => `${title}, od ${from}`,
    noCountry: { INT: 'Międzynarodowe', EU: 'Unia Europejska', NATO: 'NATO', UN: 'ONZ' },
  },
};
