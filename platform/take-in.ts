import type { Table } from 'dexie';
import type { Fingerprint } from '../core/fingerprint.ts';
import { dayOf, LOG, type Placing, placeArticles, sameTexts } from './articles.ts';
import type { Database } from './db.ts';
import { standBack } from './erasing.ts';
import { nameKey } from './exchange/candidates.ts';
import type { LogRecord } from './exchange/json-lines.ts';
import type { LogArticle } from './exchange/log-shapes.ts';
import type { AnnotationRow, ArticleRow, OwnEntity } from './log-rows.ts';
import { newOwn, type OwnGiven } from './own.ts';

/**
 * What comes in from files. One transaction over all tables that it touches: the browser may be killed in the middle, the disk may be full, and the log
 * is as it was. Of two rows of one key the later counts, and what is as late as what is here stays out, so that a file twice is as once.
 *
 * Articles keep the log's invariants (articles.ts): what is counted here stays counted. What becomes of each that comes in is decided against the
 * log as it was before, so that their order does not matter, and for the same reason originals are placed first and copies after them.
 */

/** What came of records that were taken in, by type of record (`article`, `own`, `verdict`, `annotation`, `list`). */
export interface Taken {
  /** There was nothing of that key; what was here was older; what was here is the same or newer and stays. */
  readonly added: Readonly<Record<string, number>>;
  readonly replaced: Readonly<Record<string, number>>;
  readonly known: Readonly<Record<string, number>>;
}

/** Rows or articles that are looked at and written together: few enough to be held twice. */
const BATCH = 200;

/**
 * Takes the records of a log file in, each key once as the reader of files gives them: all or nothing, and twice is as once. Settings and feeds are not
 * the database's, and passed over. `tell`: how much is done, from 0 to 1.
 */
export async function takeIn(db: Database, records: readonly LogRecord[], tell: (part: number) => void = () => undefined): Promise<Taken> {
  const tally = newTally();
  const of = <T extends LogRecord['type']>(type: T) =>
    records.filter((record): record is Extract<LogRecord, { readonly type: T }> => record.type === type);
  await db.transaction('rw', [...LOG, 'own', 'verdicts', 'annotations', 'lists'], async () => {
    const own = of('own').map((record) => record.own);
    await takeRows(tally.of('own'), db.own, own, (row) => [row.id, row.changed ?? row.added]);
    const verdicts = of('verdict').map((record) => record.verdict);
    await takeRows(tally.of('verdict'), db.verdicts, verdicts, (row) => [row.key, row.given]);
    const lists = of('list').map((record) => record.list);
    await takeRows(tally.of('list'), db.lists, lists, (row) => [row.id, row.changed]);
    const there = new Set(await db.lists.toCollection().primaryKeys());
    const annotations = of('annotation').flatMap((record) => {
      const said = onLists(record.annotation, there);
      // It was on lists that nobody has any more, and nothing else: as if it was never there.
      if (said === undefined) tally.of('annotation')('known');
      return said ?? [];
    });
    await takeRows(tally.of('annotation'), db.annotations, annotations, (row) => [row.id, row.changed]);
    const articles = of('article').map((record) => record.article);
    await takeArticles(db, articles, tally.of('article'), tell);
  });
  tell(1);
  return tally.taken;
}

type Fate = keyof Taken;
type Count = (fate: Fate) => void;

function newTally(): { readonly taken: Taken; readonly of: (type: LogRecord['type']) => Count } {
  const taken: { readonly [F in Fate]: Record<string, number> } = { added: {}, replaced: {}, known: {} };
  const of = (type: LogRecord['type']) => (fate: Fate) => {
    taken[fate][type] = (taken[fate][type] ?? 0) + 1;
  };
  return { taken, of };
}

function fateOf(now: string, before: string | undefined): Fate {
  if (before === undefined) return 'added';
  return before < now ? 'replaced' : 'known';
}

/** `keyAndTime`: by what two rows are the same, and by what one is later. */
async function takeRows<T>(
  count: Count,
  table: Table<T, string>,
  rows: readonly T[],
  keyAndTime: (row: T) => readonly [key: string, time: string],
): Promise<void> {
  for (const batch of batchesOf(rows)) {
    const stored = await table.bulkGet(batch.map((row) => keyAndTime(row)[0]));
    const fates = batch.map((row, i) => {
      const before = stored[i];
      return fateOf(keyAndTime(row)[1], before === undefined ? undefined : keyAndTime(before)[1]);
    });
    fates.forEach(count);
    await table.bulkPut(batch.filter((_, i) => fates[i] !== 'known'));
  }
}

function* batchesOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}

/** The annotation with those of its lists that are there; undefined if it then says nothing. */
function onLists({ lists = [], ...said }: AnnotationRow, there: ReadonlySet<string>): AnnotationRow | undefined {
  const on = lists.filter((one) => there.has(one));
  if (on.length > 0) return { ...said, lists: on };
  return said.note === undefined && said.overlay === undefined ? undefined : said;
}

/** What the log has at an address. `of`: the id of the article in whose stead it is not counted. */
interface Here {
  readonly id: number;
  readonly lastSeen: string;
  readonly of: number | undefined;
}

async function takeArticles(db: Database, articles: readonly LogArticle[], count: Count, tell: (part: number) => void): Promise<void> {
  const here = await readHere(db, articles);
  const comeIn = articles.filter(({ row }) => {
    const fate = fateOf(row.lastSeen, here.get(row.canonical)?.lastSeen);
    count(fate);
    return fate !== 'known';
  });
  const fresh = comeIn.filter(({ row }) => !here.has(row.canonical));
  const originals = originalsOf(articles, here, await readTwins(db, fresh));
  const isNewCopy = ({ row: { canonical } }: LogArticle) => !here.has(canonical) && originals.get(canonical) !== canonical;
  const ids = new Map<string, number>();
  for (const batch of [...batchesOf(comeIn.filter((one) => !isNewCopy(one))), ...batchesOf(comeIn.filter(isNewCopy))]) {
    const olds = await db.articles.bulkGet(batch.map(({ row }) => here.get(row.canonical)?.id ?? -1));
    const placings = batch.map((article, i) => {
      const original = originals.get(article.row.canonical);
      const newOriginal = typeof original === 'string' ? ids.get(original) : original;
      return placingOf(article, olds[i], isNewCopy(article) ? newOriginal : olds[i]?.copy?.of);
    });
    for (const [i, id] of (await placeArticles(db, placings)).entries()) ids.set(batch[i]?.row.canonical as string, id);
    tell(ids.size / (comeIn.length + 1));
  }
  for (const { row, stoodFor = [] } of fresh) if (stoodFor.length > 0) await standBack(db, ids.get(row.canonical) as number, stoodFor);
}

/** What is here of these articles and of those that they name as theirs. */
async function readHere(db: Database, articles: readonly LogArticle[]): Promise<ReadonlyMap<string, Here>> {
  const here = new Map<string, Here>();
  for (const batch of batchesOf([
    ...new Set(articles.flatMap(({ row, copyOf }) => (copyOf === undefined ? [row.canonical] : [row.canonical, copyOf]))),
  ])) {
    await db.articles
      .where('canonical')
      .anyOf(batch)
      .each(({ id, canonical, lastSeen, copy }) => here.set(canonical, { id: id as number, lastSeen, of: copy?.of }));
  }
  return here;
}

/** By address, for articles that are not here: the id of the one that is counted here with the same text. What was counted when it was erased is counted again. */
async function readTwins(db: Database, fresh: readonly LogArticle[]): Promise<ReadonlyMap<string, number>> {
  const twins = new Map<string, number>();
  const printed = fresh.flatMap(({ row: { canonical, print }, stoodFor }) =>
    print === undefined || stoodFor !== undefined ? [] : { canonical, print },
  );
  for (const batch of batchesOf<{ readonly canonical: string; readonly print: Fingerprint }>(printed)) {
    const same = await sameTexts(
      db,
      batch.map(({ print }) => print),
    );
    for (const { canonical, print } of batch) {
      const twin = same(print)?.id;
      if (twin !== undefined) twins.set(canonical, twin);
    }
  }
  return twins;
}

/**
 * By address, the article that stands for what is there: the id of one that is here, or an address in the file; its own if it is counted itself. From
 * copy to original as long as there is one, for a file may name a copy as original, or go in a circle: that ends with whom it comes to last.
 */
function originalsOf(
  articles: readonly LogArticle[],
  here: ReadonlyMap<string, Here>,
  twins: ReadonlyMap<string, number>,
): ReadonlyMap<string, number | string> {
  const inFile = new Map(articles.map((article) => [article.row.canonical, article]));
  const found = new Map<string, number | string>([...here].map(([address, { id, of }]) => [address, of ?? id]));
  for (const { row } of articles) {
    const way = new Set<string>();
    let at = row.canonical;
    while (!found.has(at)) {
      way.add(at);
      const next = inFile.get(at)?.copyOf;
      const goesOn = next !== undefined && !way.has(next) && (found.has(next) || inFile.has(next));
      if (goesOn) at = next;
      else found.set(at, twins.get(at) ?? at);
    }
    for (const one of way) found.set(one, found.get(at) as number | string);
  }
  return found;
}

/** An article in the form in which the log takes it, with what is known here of when it was read. */
function placingOf({ row, pairs, sightings, sentences }: LogArticle, old: ArticleRow | undefined, of: number | undefined): Placing {
  const whole = { ...row, ...(old === undefined ? {} : readBefore(row, old)), pairs };
  return { row: whole, sightings: sightings.map((one) => ({ ...one, date: whole.date })), sentences, old, of };
}

function readBefore(row: LogArticle['row'], old: ArticleRow): Pick<ArticleRow, 'firstSeen' | 'opened' | 'date'> {
  const firstSeen = old.firstSeen < row.firstSeen ? old.firstSeen : row.firstSeen;
  return { firstSeen, opened: Math.max(old.opened, row.opened), date: dayOf(row.published) ?? firstSeen.slice(0, 10) };
}

/** Adds entities of other people's lists to the reader's own: all or nothing. One of the same kind and name is there already. */
export async function takeOwn(
  db: Database,
  given: readonly OwnGiven[],
): Promise<{ readonly added: readonly OwnEntity[]; readonly known: number }> {
  return db.transaction('rw', db.own, async () => {
    const names = new Set((await db.own.toArray()).map(nameKey));
    const added = given
      .filter((one) => {
        const isNew = !names.has(nameKey(one));
        names.add(nameKey(one));
        return isNew;
      })
      .map(newOwn);
    await db.own.bulkAdd(added);
    return { added, known: given.length - added.length };
  });
}
