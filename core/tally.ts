import type { Day, Ledger } from './ledger.ts';
import type { EntityId } from './profile.ts';
import { type Level, logLikelihood, mutualInformation, type PairCounts, strengthOf } from './weights.ts';

/** Counting a ledger under a filter. One tally serves all views of the explorer: what they show of one filter agrees. */

export interface Filter {
  /** First and last day, both included. */
  readonly from?: Day;
  readonly to?: Day;
  /** By name; all if left out. */
  readonly publishers?: ReadonlySet<string>;
}

export interface Tally {
  /** Articles that the filter leaves, and whether it leaves that one. */
  readonly articles: number;
  readonly kept: Uint8Array;
  /** By entity: articles that name it. */
  readonly named: Uint32Array;
  /** Three by pair: articles, sentences, paragraphs. Side by side, for who asks for one asks for the others. */
  readonly both: Uint32Array;
}

export function tallyOf(ledger: Ledger, filter: Filter): Tally {
  const { sightings, shares, pairs } = ledger;
  const kept = keptBy(ledger, filter);
  const named = new Uint32Array(ledger.entities.length);
  for (let at = 0; at < sightings.article.length; at++) {
    if (kept[sightings.article[at] as number] === 1) add(named, sightings.entity[at] as number, 1);
  }
  const both = new Uint32Array(3 * pairs.a.length);
  const { from, article, sentences: inSentences, paragraphs: inParagraphs } = shares;
  for (let pair = 0, at = 0; pair < pairs.a.length; pair++) {
    let articles = 0;
    let sentences = 0;
    let paragraphs = 0;
    const end = from[pair + 1] as number;
    for (; at < end; at++) {
      // No branch: which articles are left is nothing that a processor could guess.
      const one = kept[article[at] as number] as number;
      articles += one;
      sentences += one * (inSentences[at] as number);
      paragraphs += one * (inParagraphs[at] as number);
    }
    both[3 * pair] = articles;
    both[3 * pair + 1] = sentences;
    both[3 * pair + 2] = paragraphs;
  }
  return { articles: kept.reduce((sum, one) => sum + one, 0), kept, named, both };
}

function add(to: Uint32Array, at: number, what: number): void {
  to[at] = (to[at] as number) + what;
}

/** By article: 1 if the filter leaves it. */
export function keptBy({ ids, days, publisher, publishers }: Ledger, { from, to, publishers: chosen }: Filter): Uint8Array {
  const houses = chosen === undefined ? undefined : publishers.map((name) => chosen.has(name));
  return Uint8Array.from(ids, (_, at) => {
    const day = days[at] as Day;
    const isIn = (from === undefined || day >= from) && (to === undefined || day <= to);
    return isIn && (houses === undefined || houses[publisher[at] as number]) ? 1 : 0;
  });
}

export function countsOf({ both }: Tally, pair: number): PairCounts {
  const at = 3 * pair;
  return { articles: both[at] as number, sentences: both[at + 1] as number, paragraphs: both[at + 2] as number };
}

/** The strength of a pair at a level (core/weights.ts), without an object for each; 0 if the filter leaves no article that names both. */
export function strengthIn({ both }: Tally, pair: number, level: Level): number {
  const at = 3 * pair;
  return both[at + (level === 'article' ? 0 : level === 'sentence' ? 1 : 2)] as number;
}

/** Whom an entity was named with. */
export interface Partner extends PairCounts {
  readonly id: EntityId;
  /** At the level that was asked for (core/weights.ts). */
  readonly strength: number;
  readonly surprise: number;
  /** In bits. */
  readonly information: number;
}

/** The strongest first; of equal strength, the more surprising. */
export function partnersOf(ledger: Ledger, tally: Tally, id: EntityId, level: Level): readonly Partner[] {
  const self = ledger.numbers.get(id);
  if (self === undefined) return [];
  const partners: Partner[] = [];
  eachAround(ledger, self, (pair, other) => {
    const counts = countsOf(tally, pair);
    if (counts.articles === 0) return;
    const seen = { all: tally.articles, a: tally.named[self] as number, b: tally.named[other] as number, both: counts.articles };
    partners.push({
      id: ledger.entities[other] as EntityId,
      ...counts,
      strength: strengthOf(counts, level),
      surprise: logLikelihood(seen),
      information: mutualInformation(seen),
    });
  });
  return partners.sort((x, y) => y.strength - x.strength || y.surprise - x.surprise || (x.id < y.id ? -1 : 1));
}

/** Calls with each pair of an entity and the other one in it. */
export function eachAround({ around }: Ledger, entity: number, call: (pair: number, other: number) => void): void {
  const end = around.from[entity + 1] as number;
  for (let at = around.from[entity] as number; at < end; at++) call(around.pair[at] as number, around.other[at] as number);
}

/** Ids of the articles left by the filter that name all of `ids` (all articles if there are none), the latest day first. */
export function articlesWith(ledger: Ledger, tally: Tally, ids: readonly EntityId[]): readonly number[] {
  const left = tally.kept.slice();
  for (const id of new Set(ids)) {
    const named = new Uint8Array(left.length);
    const entity = ledger.numbers.get(id);
    const { sightings } = ledger;
    for (let at = 0; at < sightings.entity.length; at++) if (sightings.entity[at] === entity) named[sightings.article[at] as number] = 1;
    for (let at = 0; at < left.length; at++) left[at] = (left[at] as number) & (named[at] as number);
  }
  const places = [...left.keys()].filter((at) => left[at] === 1);
  const day = (at: number) => ledger.days[at] as Day;
  return places.sort((x, y) => day(y) - day(x) || y - x).map((at) => ledger.ids[at] as number);
}
