import { isolated, type Parts, plurals, stopped } from '../format.ts';

/**
 * English, the language that the others are checked against: what card and pages have in common.
 *
 * Style: plain, calm, short; British spelling. The reader is "you", Muster is "Muster". One word, one idea (docs/ARCHITECTURE.md): entity,
 * profile, name, mark, mention, article, pair, feed, log. A name from the data stands where it need not be declined.
 */

const p = plurals('en');
const quote = (text: string) => `“${isolated(text)}”`;
const articles = (n: number) => p(n, { one: '# article', other: '# articles' });
const sentences = (n: number) => p(n, { one: '# sentence', other: '# sentences' });
const paragraphs = (n: number) => p(n, { one: '# paragraph', other: '# paragraphs' });
const asTongue = (tongue: string) => (tongue === '' ? '' : ` (${tongue})`);

export const glance = {
  quote,
  articles,
  sentences,
  times: (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : p(n, { one: '# time', other: '# times' })),
  /** How closely two were named. The three are parts of `in`, in the case that it wants. */
  within: { articles, sentences, paragraphs, in: (parts: string) => `in ${parts}`, nothing: 'not yet counted' },
  justNow: 'just now',
  inAMoment: 'in a moment',
  /** Of what lies further back: "updated on 3 Sep 2026". */
  onDay: (day: string) => `on ${day}`,
  /** `day` is a date, or "today" or "tomorrow". */
  dayAndTime: (day: string, time: string) => `${day}\u00a0${time}`,
  since: (day: string) => `since ${day}`,
  until: (day: string) => `until ${day}`,
  span: (since: string, until: string) => `${since} to ${until}`,
  kinds: { company: 'company', official: 'official', organisation: 'organisation', event: 'event', programme: 'programme' },
  kindHeadings: { company: 'Companies', official: 'Officials', organisation: 'Organisations', event: 'Events', programme: 'Programmes' },
  /** What stands where others have a country. */
  noCountry: { INT: 'international', EU: 'European Union', NATO: 'NATO', UN: 'United Nations' },
  /** "Company, Norway." */
  whatItIs: (kind: string, country: string) => `${kind}${country === '' ? '' : `, ${country}`}.`,
  asOf: (day: string) => `as of ${day}`,
  asOfSentence: (day: string) => stopped(`As of ${day}`),
  profileAsOf: (day: string) => stopped(`Profile as of ${day}`),
  maybeStale: 'May be out of date: not confirmed yet.',
  maybeStaleSince: (day: string) => stopped(`May be out of date: last confirmed ${day}`),
  from: <P>(feed: P): Parts<P> => ['From ', feed],
  why: {
    /** `tongue`: the language of the name, empty if it is of none. */
    known: (surface: string, tongue: string) => `${quote(surface)} is a known name${asTongue(tongue)}`,
    wayToWrite: (surface: string, alias: string, tongue: string) =>
      `${quote(surface)} is a way to write ${quote(alias)}${asTongue(tongue)}`,
    formOf: (surface: string, alias: string, tongue: string) => `${quote(surface)} is a form of ${quote(alias)}${asTongue(tongue)}`,
    otherLetters: (surface: string, alias: string, tongue: string) =>
      `${quote(surface)} is ${quote(alias)} in other letters${asTongue(tongue)}`,
    /** Makes one sentence of one of the above. */
    clear: (sentence: string) => `${sentence}, clear by itself.`,
    fullName: (name: string) => `The full name, ${quote(name)}, stands on this page.`,
    office: (title: string) => `It stands beside the office ${quote(title)}.`,
    officeThen: (title: string) => `It stands beside the office ${quote(title)}, which was held at the time.`,
    officeEarlier: (title: string) => `It stands beside the office ${quote(title)}, which had ended by then.`,
    officeSoon: (title: string) => `It stands beside the office ${quote(title)}, which was to begin soon.`,
    related: (name: string) => `${isolated(name)}, which is related, is named on this page.`,
    word: (word: string) => `The word ${quote(word)} stands on this page.`,
    words: (words: string) => `Words of the field stand on this page: ${words}.`,
    setting: (where: string) => `This page belongs to a part of the press that writes about defence (${where}).`,
    byline: 'It stands where an author or photographer is named, who may bear the same name.',
    alone: 'Nothing else on this page speaks of offices or of defence.',
    confirmed: 'You said that it is.',
    little: 'This may be somebody or something else: little on the page speaks for it.',
    alsoMeans: (names: string) => `The same words may also mean ${names}.`,
  },
  /** Said, not shown, when the reader is taken to the next name. */
  reached: {
    none: 'No name is marked on this page.',
    place: (n: string, of: string) => `${n} of ${of}`,
    placeInFrame: (n: string, of: string) => `${n} of ${of} in this frame`,
    sure: (name: string, kind: string, place: string) => `${name}, ${kind}, ${place}`,
    uncertain: (name: string, kind: string, place: string) => `${name}, ${kind}, uncertain, ${place}`,
    fromStart: (sentence: string) => `From the start again: ${sentence}`,
    fromEnd: (sentence: string) => `From the end again: ${sentence}`,
  },
  card: { namedWith: 'Named most often with', openProfile: 'Open profile', explore: 'Explorer' },
};

export type Glance = typeof glance;
