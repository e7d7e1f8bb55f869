import type { BackgroundWords } from '../en/background.ts';

export const background: BackgroundWords = {
  lookUp: 'Rechercher « %s » dans Muster',
  addToList: 'Ajouter « %s » à ma liste dans Muster',
  explore: 'Explorer le journal',
  watched: {
    isNamed: (names, n) => (n === 1 ? `${names} est nommé` : `${names} sont nommés`),
    onList: (lists, n) => (n === 1 ? `Sur votre liste ${lists}` : `Sur vos listes ${lists}`),
  },
  line: {
    acting: (title) => `${title} (par intérim)`,
    onDay: (title, day) => `${title} (au ${day})`,
    thenUntil: (title, day, until) => `${title} (au ${day}), jusqu’à ${until}`,
    thenNow: (title, day, now) => `${title} (au ${day}) · maintenant ${now}`,
    formerly: (title, until) => `anciennement ${title}, jusqu’à ${until}`,
    later: (title, from) => `${title}, à partir de ${from}`,
    noCountry: { INT: 'International', EU: 'Union européenne', NATO: 'OTAN', UN: 'Nations unies' },
  },
};
