import fc from 'fast-check';
import { expect } from 'vitest';
import type { CountedArticle } from '../../core/cooccurrence.ts';
import { type Fingerprint, fingerprintOf, isCopy } from '../../core/fingerprint.ts';
import { dayOf, keepArticle } from '../../platform/articles.ts';
import { type Database, openDatabase } from '../../platform/db.ts';
import { dropArticle } from '../../platform/erasing.ts';
import type { AnnotationRow, ArticleRow, ListRow, OwnEntity, PairRow, VerdictRow } from '../../platform/log-rows.ts';
import { annotation, changedOwn, listRow } from '../exchange/own-rows.ts';
import { totalsOf, verdict } from '../exchange/snapshots.ts';
import { pairsInLedger } from './ledger-of.ts';

/** Logs as reading makes them, what is in a log apart from its numbers, and what two logs are together by another way than the product's. */

export const CAST = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'];

/** What an article says, as it would be counted. */
export const counted = fc
  .uniqueArray(fc.constantFrom(...CAST), { minLength: 1, maxLength: 5 })
  .chain((ids): fc.Arbitrary<CountedArticle> => {
    const sorted = [...ids].sort();
    const couples = sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => [a, b] as const));
    return fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: couples.length, maxLength: couples.length }).map((counts) => ({
      entities: sorted.map((entity, i) => ({ entity, times: i + 1 })),
      pairs: couples.map(([a, b], i) => ({
        a,
        b,
        sentences: counts[i]?.[0] ?? 0,
        paragraphs: (counts[i]?.[0] ?? 0) + (counts[i]?.[1] ?? 0),
      })),
      evidence: sorted.map((id, paragraph) => ({ paragraph, text: `${id} spoke.`, spans: [{ start: 0, end: 2, id }] })),
    }));
  });

const words = (of: string, length = 120) => Array.from({ length }, (_, n) => `${of}${(n * 7919) % 1009}`).join(' ');
/** Two texts, and each once more, a quarter shorter: the same but for an edit. */
export const PRINTS = [words('a'), words('a', 90), words('b'), words('b', 90)].map((text) => fingerprintOf([text]) as Fingerprint);

interface Step {
  readonly do: 'keep' | 'drop';
  readonly place: number;
  readonly print: Fingerprint | undefined;
  readonly published: string | undefined;
  readonly counted: CountedArticle;
  /** Hours since the first of January: no two are the same within a log. */
  readonly wait: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('keep', 'keep', 'keep', 'keep', 'drop'),
  place: fc.nat(5),
  print: fc.option(fc.constantFrom(...PRINTS), { nil: undefined, freq: 4 }),
  published: fc.option(fc.constantFrom('2026-01-01', '2026-01-02T09:00:00Z', 'last week'), { nil: undefined }),
  counted,
  wait: fc.integer({ min: 1, max: 30 }),
});

export interface Written {
  readonly own: readonly OwnEntity[];
  readonly verdicts: readonly VerdictRow[];
  readonly annotations: readonly AnnotationRow[];
  readonly lists: readonly ListRow[];
}

export interface History extends Written {
  readonly steps: readonly Step[];
}

/** A life of a log: what was read and erased one after the other, and what the reader wrote. Notes name lists that there are. */
export const history: fc.Arbitrary<History> = fc
  .record({
    steps: fc.array(step, { maxLength: 10 }),
    own: fc.uniqueArray(changedOwn, { maxLength: 2, selector: ({ id }) => id }),
    verdicts: fc.uniqueArray(verdict, { maxLength: 3, selector: ({ key }) => key }),
    annotations: fc.uniqueArray(annotation, { maxLength: 3, selector: ({ id }) => id }),
    lists: fc.uniqueArray(listRow, { maxLength: 3, selector: ({ id }) => id }),
  })
  .map(({ annotations, ...rest }) => ({ ...rest, annotations: annotations.flatMap((one) => onLists(one, rest.lists) ?? []) }));

export function onLists({ lists = [], ...rest }: AnnotationRow, all: readonly ListRow[]): AnnotationRow | undefined {
  const there = lists.filter((id) => all.some((row) => row.id === id));
  if (there.length > 0) return { ...rest, lists: there };
  return rest.note === undefined && rest.overlay === undefined ? undefined : rest;
}

export async function freshLog(name: string): Promise<Database> {
  const opened = await openDatabase(name);
  if (opened.state !== 'open') throw new Error(opened.why.words);
  await wipe(opened.db);
  return opened.db;
}

export async function wipe(db: Database): Promise<void> {
  for (const table of db.tables) await table.clear();
}

export const place = (n: number) => `https://${'abcdef'[n]}.example/${n}`;

export async function live(db: Database, { steps, own, verdicts, annotations, lists }: History): Promise<void> {
  let hours = 0;
  for (const { do: what, place: n, print, published, counted: said, wait } of steps) {
    hours += wait;
    const url = place(n);
    const about = { canonical: url, url: `${url}?at=${hours}`, title: `T${n}`, publisher: `P${n}`, doc: `d${hours}`, counted: said };
    const known = { ...(print === undefined ? {} : { print }), ...(published === undefined ? {} : { published }) };
    if (what === 'drop') await dropArticle(db, url);
    else await keepArticle(db, { ...about, ...known }, new Date(Date.UTC(2026, 0, 1, hours)));
  }
  await db.own.bulkPut(own);
  await db.verdicts.bulkPut(verdicts);
  await db.lists.bulkPut(lists);
  await db.annotations.bulkPut(annotations);
}

/** An article without its number: whose copy it is by address, and its share wherever that lies. */
type Plain = Omit<ArticleRow, 'id' | 'copy'> & {
  readonly copyOf: string | undefined;
  readonly sightings: readonly object[];
  readonly sentences: readonly object[];
};

export interface Log extends Written {
  /** In the order in which they were read first. */
  readonly articles: readonly Plain[];
}

/** All that is in a log; it holds what it must hold, or this throws. */
export async function logOf(db: Database): Promise<Log> {
  await holds(db);
  const [rows, sightings, sentences] = await Promise.all([db.articles.toArray(), db.sightings.toArray(), db.sentences.toArray()]);
  const address = new Map(rows.map(({ id, canonical }) => [id, canonical]));
  const articles = rows.map(({ id, copy, ...row }): Plain => {
    const own = <T extends { readonly article: number }>(all: readonly T[]) => all.filter(({ article }) => article === id);
    const share = copy ?? { pairs: row.pairs, sightings: own(sightings), sentences: own(sentences) };
    for (const one of [...share.sightings, ...share.sentences]) expect(one.article).toBe(id);
    for (const { date } of share.sightings) expect(date).toBe(row.date);
    const named = [...share.sightings].sort((x, y) => (x.entity < y.entity ? -1 : 1));
    return {
      ...row,
      pairs: share.pairs,
      copyOf: copy && address.get(copy.of),
      sightings: named.map(({ article: _article, date: _date, ...one }) => one),
      sentences: [...share.sentences].sort((x, y) => x.n - y.n).map(({ article: _article, ...one }) => one),
    };
  });
  const [own, verdicts, annotations, lists] = await Promise.all([
    db.own.toArray(),
    db.verdicts.toArray(),
    db.annotations.toArray(),
    db.lists.toArray(),
  ]);
  return { articles, own, verdicts, annotations, lists };
}

const byPair = (rows: readonly PairRow[]) => [...rows].sort((x, y) => (x.a + x.b < y.a + y.b ? -1 : 1));

/** The totals are the sum over what is counted, in the table and in the ledger; copies are of what is counted, and have no rows. */
async function holds(db: Database): Promise<void> {
  const rows = await db.articles.toArray();
  const ids = new Set(rows.filter(({ copy }) => copy === undefined).map(({ id }) => id as number));
  for (const { copy, pairs } of rows) if (copy !== undefined) expect([ids.has(copy.of), pairs]).toEqual([true, []]);
  for (const table of ['sightings', 'sentences'] as const)
    for (const { article } of await db[table].toArray()) expect(ids).toContain(article);
  const pairs = byPair(await db.pairs.toArray());
  expect(pairs).toEqual(byPair(totalsOf(rows)));
  expect(await pairsInLedger(db)).toEqual(pairs);
}

/** Two logs are the same if they are so but for the order. */
export function sorted({ articles, ...written }: Log): Log {
  const byKey = <T>(rows: readonly T[], key: (row: T) => string) => [...rows].sort((x, y) => (key(x) < key(y) ? -1 : 1));
  return {
    articles: byKey(articles, (row) => row.canonical),
    own: byKey(written.own, (row) => row.id),
    verdicts: byKey(written.verdicts, (row) => row.key),
    annotations: byKey(written.annotations, (row) => row.id),
    lists: byKey(written.lists, (row) => row.id),
  };
}

/** What a log is after another was taken in, by the rules and over plain lists. */
export function together(here: Log, file: Log): Log {
  const lists = later(here.lists, file.lists, (row) => [row.id, row.changed]);
  const annotations = file.annotations.flatMap((one) => onLists(one, lists) ?? []);
  return {
    articles: articlesTogether(here.articles, file.articles),
    own: later(here.own, file.own, (row) => [row.id, row.changed ?? row.added]),
    verdicts: later(here.verdicts, file.verdicts, (row) => [row.key, row.given]),
    lists,
    annotations: later(here.annotations, annotations, (row) => [row.id, row.changed]),
  };
}

function later<T>(here: readonly T[], file: readonly T[], of: (row: T) => readonly [key: string, time: string]): readonly T[] {
  const all = new Map(here.map((row) => [of(row)[0], row]));
  for (const row of file) {
    const before = all.get(of(row)[0]);
    if (before === undefined || of(before)[1] < of(row)[1]) all.set(of(row)[0], row);
  }
  return [...all.values()];
}

function articlesTogether(here: readonly Plain[], file: readonly Plain[]): readonly Plain[] {
  const find = (address: string | undefined, all: readonly Plain[]) => all.find((one) => one.canonical === address);
  const originalOf = (one: Plain): string | undefined => {
    const original = find(one.copyOf, here);
    if (original !== undefined) return original.copyOf ?? original.canonical;
    const inFile = find(one.copyOf, file);
    if (inFile !== undefined) return originalOf(inFile) ?? inFile.canonical;
    return here.find(({ print, copyOf }) => copyOf === undefined && print && one.print && isCopy(print, one.print))?.canonical;
  };
  const all = new Map(here.map((one) => [one.canonical, one]));
  for (const one of file) {
    const before = find(one.canonical, here);
    if (before === undefined) all.set(one.canonical, { ...one, copyOf: originalOf(one) });
    else if (before.lastSeen < one.lastSeen) {
      const firstSeen = [before.firstSeen, one.firstSeen].sort()[0] as string;
      const read = { firstSeen, opened: Math.max(before.opened, one.opened), date: dayOf(one.published) ?? firstSeen.slice(0, 10) };
      all.set(one.canonical, { ...one, ...read, copyOf: before.copyOf });
    }
  }
  return [...all.values()];
}
