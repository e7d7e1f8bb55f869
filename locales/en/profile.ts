import { isolated, type Parts, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('en');
const { articles } = glance;

/** The profile, with whom one was named, and where. */
export const profile = {
  gone: 'This profile is not here any more. It may have been merged or removed by an update.',
  ownAdded: (day: string) => stopped(`From your own list, added ${day}`),
  allAsOf: (day: string) => stopped(`All as of ${day}`),
  statedAsOf: (day: string) => stopped(`All that it states is as of ${day}`),
  alsoIn: 'Also in:',
  offices: 'Offices',
  acting: '(acting)',
  facts: 'Facts',
  labels: {
    does: 'What it does',
    headquarters: 'Headquarters',
    website: 'Website',
    founded: 'Founded',
    ownership: 'Ownership',
    listing: 'Listed',
    isin: 'ISIN',
    lei: 'LEI',
    date: 'Date',
    place: 'Place',
  },
  relations: 'Relations',
  relationsNote: 'Stated by a source, and dated.',
  /** One sentence each: who, and whom it is related to. */
  relation: {
    owns: <P>(a: P, b: P): Parts<P> => [a, ' owns ', b],
    'part-of': <P>(a: P, b: P): Parts<P> => [a, ' is part of ', b],
    'joint-venture-of': <P>(a: P, b: P): Parts<P> => [a, ' is a joint venture of ', b],
    'member-of': <P>(a: P, b: P): Parts<P> => [a, ' is a member of ', b],
    'succeeded-by': <P>(a: P, b: P): Parts<P> => [a, ' was succeeded by ', b],
    attended: <P>(a: P, b: P): Parts<P> => [a, ' attended ', b],
    'held-by': <P>(a: P, b: P): Parts<P> => [a, ' is held by ', b],
    supplies: <P>(a: P, b: P): Parts<P> => [a, ' supplies ', b],
    'made-by': <P>(a: P, b: P): Parts<P> => [a, ' is made by ', b],
  },
  eventHeldBy: <P>(a: P, b: P): Parts<P> => [a, ' was held by ', b],
  namedWith: 'Named with',
  namedWithNote: 'Counted in the articles that you read. A count says only that both were named; it states nothing about them.',
  showAll: 'Show all',
  notSeen: 'Not yet named in an article that you read.',
  seen: (n: number) => `Named in ${articles(n)}.`,
  seenOn: (n: number, day: string) => stopped(`Named in ${articles(n)}, of ${day}`),
  seenFrom: (n: number, first: string, last: string) => stopped(`Named in ${articles(n)}, from ${first} to ${last}`),
  names: 'Names',
  more: (n: number) => p(n, { one: '# more spelling', other: '# more spellings' }),
  anyLanguage: 'Any language',
  weak: 'weak',
  weakNote: 'A weak name is marked only where something else on the page speaks for it.',
  sources: 'Sources',
  source: (n: string, title: string) => `Source ${n}: ${title}`,
  addedByYou: 'Added by you',
  namedWithWhom: <P>(name: P): Parts<P> => ['Named with ', name],
  pairsNote: 'Counted in the articles that you read: how many sentences, paragraphs and articles name both. Choose one to read them.',
  nobodyYet: 'Nobody yet.',
  nobodyYetNote: 'Pairs appear here as you read articles that name both.',
  last: (day: string) => `last\u00a0${day}`,
  both: <P>(a: P, b: P): Parts<P> => [a, ' and ', b],
  noEvidence: 'No article that you read names both, or it has been erased since.',
  together: (n: number) => `Named together in ${articles(n)}, newest first.`,
  read: (day: string) => `read ${day}`,
  author: (author: string) => `by ${isolated(author)}`,
  onlyBeginning: 'only the beginning could be read',
  /** `places` is a list of publishers. */
  alsoAt: (places: string) => `Also at ${places}.`,
  levels: { sentence: 'named in one sentence', paragraph: 'named in one paragraph', article: 'named in one article' },
};

export type ProfileWords = typeof profile;
