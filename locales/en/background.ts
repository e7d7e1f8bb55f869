/** The few words of the background, in all languages at once: it may not load anything later. */
export const background = {
  /** "%s" is what was selected; the browser puts it in. */
  lookUp: 'Look up ‘%s’ in Muster',
  addToList: 'Add ‘%s’ to my list in Muster',
  explore: 'Open the explorer',
  /** A notification of the system. */
  watched: {
    isNamed: (names: string, n: number) => (n === 1 ? `${names} is named` : `${names} are named`),
    onList: (lists: string, n: number) => (n === 1 ? `On your list ${lists}` : `On your lists ${lists}`),
  },
  /** The line under a name. Titles of offices stay in the language of the profile. */
  line: {
    acting: (title: string) => `${title} (acting)`,
    onDay: (title: string, day: string) => `${title} on ${day}`,
    thenUntil: (title: string, day: string, until: string) => `${title} on ${day}, until ${until}`,
    thenNow: (title: string, day: string, now: string) => `${title} on ${day} · now ${now}`,
    formerly: (title: string, until: string) => `formerly ${title}, until ${until}`,
    later: (title: string, from: string) => `${title}, from ${from}`,
    noCountry: { INT: 'International', EU: 'European Union', NATO: 'NATO', UN: 'United Nations' },
  },
};

export type BackgroundWords = typeof background;
