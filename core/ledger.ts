import type { CountedPair } from './cooccurrence.ts';
import type { EntityId } from './profile.ts';

/**
 * The log in columns of numbers, so that any question about who is named with whom, in any span of time, is one walk over arrays.
 *
 * Articles are put together in chunks of 256 by id; a chunk is derived from the log, stored, and thrown away when one of its articles changes.
 * The explorer joins all chunks to one ledger: 20,000 articles with a million shares are some 30 MB and are walked in a few milliseconds.
 *
 *   article 7 names A twice and B once, both in one sentence  →  sightings (7, A, 2) (7, B, 1); shares (7, A, B, sentences 1, paragraphs 1)
 *
 * A *share* is what one article gives to a pair. Sum of all shares of a pair = its row in `pairs` (under test).
 */

/** Days since 1970-01-01; may be negative. */
export type Day = number;

const PER_CHUNK = 256;

/** Another number: stored chunks are made anew. */
export const LEDGER_FORMAT = 1;

/** The chunk in which an article stands. */
export function chunkOf(article: number): number {
  return Math.floor(article / PER_CHUNK);
}

/** Ids of the articles of a chunk, the last one included. */
export function idsOfChunk(chunk: number): readonly [number, number] {
  return [chunk * PER_CHUNK, (chunk + 1) * PER_CHUNK - 1];
}

export interface LedgerArticle {
  readonly id: number;
  /** ISO date. */
  readonly date: string;
  readonly publisher: string;
  readonly named: readonly { readonly entity: EntityId; readonly times: number }[];
  readonly pairs: readonly CountedPair[];
}

/** Places are counted within the chunk. */
export interface LedgerChunk {
  readonly ids: Uint32Array;
  readonly days: Int32Array;
  readonly publishers: readonly string[];
  /** By article, a place in `publishers`. */
  readonly publisher: Uint32Array;
  readonly entities: readonly EntityId[];
  /** Article, entity, times. */
  readonly sightings: Uint32Array;
  /** Article, a, b, sentences, paragraphs. */
  readonly shares: Uint32Array;
}

export function dayNumber(date: string): Day {
  return Math.floor(Date.parse(date.slice(0, 10)) / 86_400_000);
}

export function dateOfDay(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Numbers things in the order in which they come. */
function numbering<T>() {
  const all: T[] = [];
  const numbers = new Map<T, number>();
  const number = (one: T): number => {
    const known = numbers.get(one);
    if (known !== undefined) return known;
    numbers.set(one, all.length);
    return all.push(one) - 1;
  };
  return { all, numbers, number };
}

export function makeChunk(articles: readonly LedgerArticle[]): LedgerChunk {
  const entities = numbering<EntityId>();
  const publishers = numbering<string>();
  return {
    ids: Uint32Array.from(articles, ({ id }) => id),
    days: Int32Array.from(articles, ({ date }) => dayNumber(date)),
    publisher: Uint32Array.from(articles, (article) => publishers.number(article.publisher)),
    publishers: publishers.all,
    sightings: Uint32Array.from(
      articles.flatMap(({ named }, at) => named.flatMap(({ entity, times }) => [at, entities.number(entity), times])),
    ),
    shares: Uint32Array.from(
      articles.flatMap(({ pairs }, at) =>
        pairs.flatMap(({ a, b, sentences, paragraphs }) => [at, entities.number(a), entities.number(b), sentences, paragraphs]),
      ),
    ),
    entities: entities.all,
  };
}

/** All chunks as one; places are counted through. */
export interface Ledger {
  readonly ids: Uint32Array;
  readonly days: Int32Array;
  readonly publishers: readonly string[];
  readonly publisher: Uint32Array;
  readonly entities: readonly EntityId[];
  readonly numbers: ReadonlyMap<EntityId, number>;
  readonly sightings: { readonly article: Uint32Array; readonly entity: Uint32Array; readonly times: Uint32Array };
  /**
   * Those of pair n: `from[n]` to `from[n + 1]`, the last not included. By pair, not by article: a walk over millions of them then writes to one
   * place after the other, and only asks for articles in no order, who are few.
   */
  readonly shares: {
    readonly from: Uint32Array;
    readonly article: Uint32Array;
    readonly sentences: Uint32Array;
    readonly paragraphs: Uint32Array;
  };
  /** Every two that were ever named together. */
  readonly pairs: { readonly a: Uint32Array; readonly b: Uint32Array };
  /** The pairs of entity n, and the other one in each: at `from[n]` to `from[n + 1]`, the last not included. */
  readonly around: { readonly from: Uint32Array; readonly pair: Uint32Array; readonly other: Uint32Array };
}

export function joinChunks(chunks: readonly LedgerChunk[]): Ledger {
  const sum = (size: (chunk: LedgerChunk) => number) => chunks.reduce((total, chunk) => total + size(chunk), 0);
  const [articles, seen, shared] = [sum(({ ids }) => ids.length), sum((c) => c.sightings.length / 3), sum((c) => c.shares.length / 5)];
  const entities = numbering<EntityId>();
  const publishers = numbering<string>();
  const [ids, days, publisher] = [new Uint32Array(articles), new Int32Array(articles), new Uint32Array(articles)];
  const sightings = { article: new Uint32Array(seen), entity: new Uint32Array(seen), times: new Uint32Array(seen) };
  const given = {
    article: new Uint32Array(shared),
    pair: new Uint32Array(shared),
    sentences: new Uint32Array(shared),
    paragraphs: new Uint32Array(shared),
  };
  const pairs = pairNumbering(shared);
  let [article, sighting, share] = [0, 0, 0];
  for (const chunk of chunks) {
    const entity = chunk.entities.map(entities.number);
    const house = chunk.publishers.map(publishers.number);
    ids.set(chunk.ids, article);
    days.set(chunk.days, article);
    chunk.publisher.forEach((place, at) => {
      publisher[article + at] = house[place] as number;
    });
    const seen = chunk.sightings;
    for (let at = 0; at < seen.length; at += 3, sighting++) {
      sightings.article[sighting] = article + (seen[at] as number);
      sightings.entity[sighting] = entity[seen[at + 1] as number] as number;
      sightings.times[sighting] = seen[at + 2] as number;
    }
    const { shares } = chunk;
    for (let at = 0; at < shares.length; at += 5, share++) {
      given.article[share] = article + (shares[at] as number);
      given.pair[share] = pairs.number(entity[shares[at + 1] as number] as number, entity[shares[at + 2] as number] as number);
      given.sentences[share] = shares[at + 3] as number;
      given.paragraphs[share] = shares[at + 4] as number;
    }
    article += chunk.ids.length;
  }
  const found = pairs.all();
  return {
    ids,
    days,
    publishers: publishers.all,
    publisher,
    entities: entities.all,
    numbers: entities.numbers,
    sightings,
    shares: byPair(given, found.a.length),
    pairs: found,
    around: aroundOf(found, entities.all.length),
  };
}

/** Open addressing over typed arrays: a `Map` of a million pairs takes ten times the time and the room. */
function pairNumbering(most: number) {
  // At most half full; 0 is an empty slot, so numbers are kept one higher.
  const slots = new Uint32Array(2 ** (Math.ceil(Math.log2(most + 1)) + 1));
  const [a, b] = [new Uint32Array(most), new Uint32Array(most)];
  let count = 0;
  const number = (one: number, other: number): number => {
    let slot = ((Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 0) % slots.length;
    for (; slots[slot] !== 0; slot = (slot + 1) % slots.length) {
      const known = (slots[slot] as number) - 1;
      if (a[known] === one && b[known] === other) return known;
    }
    a[count] = one;
    b[count] = other;
    slots[slot] = count + 1;
    return count++;
  };
  return { number, all: () => ({ a: a.slice(0, count), b: b.slice(0, count) }) };
}

/** Counting sort: where the things of each of `most` owners begin. */
function beginnings(owners: readonly Uint32Array[], most: number): Uint32Array {
  const from = new Uint32Array(most + 1);
  for (const all of owners) for (const owner of all) from[owner + 1] = (from[owner + 1] as number) + 1;
  for (let at = 1; at <= most; at++) from[at] = (from[at] as number) + (from[at - 1] as number);
  return from;
}

/** Of one pair, the shares stay in the order of their articles. */
function byPair(given: Omit<Ledger['shares'], 'from'> & { readonly pair: Uint32Array }, pairs: number): Ledger['shares'] {
  const from = beginnings([given.pair], pairs);
  const next = from.slice();
  const size = given.pair.length;
  const [article, sentences, paragraphs] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  for (let at = 0; at < size; at++) {
    const pair = given.pair[at] as number;
    const to = next[pair] as number;
    next[pair] = to + 1;
    article[to] = given.article[at] as number;
    sentences[to] = given.sentences[at] as number;
    paragraphs[to] = given.paragraphs[at] as number;
  }
  return { from, article, sentences, paragraphs };
}

function aroundOf({ a, b }: Ledger['pairs'], entities: number): Ledger['around'] {
  const from = beginnings([a, b], entities);
  const next = from.slice();
  const [pair, other] = [new Uint32Array(a.length * 2), new Uint32Array(a.length * 2)];
  const put = (end: number, at: number, its: number) => {
    const to = next[end] as number;
    next[end] = to + 1;
    pair[to] = at;
    other[to] = its;
  };
  for (let at = 0; at < a.length; at++) {
    put(a[at] as number, at, b[at] as number);
    put(b[at] as number, at, a[at] as number);
  }
  return { from, pair, other };
}
