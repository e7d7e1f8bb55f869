import type { Collection } from 'dexie';
import { chunkOf } from '../core/ledger.ts';
import type { EntityId } from '../core/profile.ts';
import type { Database } from './db.ts';
import type { ArticleRow, PairRow, SightingRow } from './log-rows.ts';

/** The totals of pairs over all articles that are counted, and the articles that are behind them. */

interface Change {
  readonly a: EntityId;
  readonly b: EntityId;
  sentences: number;
  paragraphs: number;
  articles: number;
  /** Days that were added, and days that went: only these can move `first` and `last`. */
  readonly added: string[];
  readonly gone: string[];
}

/** Takes the shares of `old` out of the totals and puts those of `fresh` in; the chunks of the ledger that hold them are thrown away. Runs inside the caller's transaction, after the sightings are as they will be. */
export async function settlePairs(db: Database, old: readonly ArticleRow[], fresh: readonly ArticleRow[]): Promise<void> {
  const changes = new Map<string, Change>();
  for (const row of old) addShare(changes, row, -1);
  for (const row of fresh) addShare(changes, row, 1);
  const list = [...changes.values()];
  const totals = await db.pairs.bulkGet(list.map(({ a, b }): [string, string] => [a, b]));
  const atTheEdge = list.filter((change, i) => movesAnEdge(change, totals[i]));
  const days = await daysOf(db, new Set(atTheEdge.flatMap(({ a, b }) => [a, b])));
  // No `await` from here to the writing: Dexie loses its transaction after a hundred that are not its own.
  const puts: PairRow[] = [];
  const deletes: [string, string][] = [];
  for (const [i, change] of list.entries()) {
    const row = settled(totals[i], change, days);
    if (row === undefined) deletes.push([change.a, change.b]);
    else puts.push(row);
  }
  await db.pairs.bulkDelete(deletes);
  await db.pairs.bulkPut(puts);
  await db.ledger.bulkDelete([...new Set([...old, ...fresh].map((row) => chunkOf(row.id as number)))]);
}

function addShare(changes: Map<string, Change>, row: ArticleRow, sign: 1 | -1): void {
  for (const { a, b, sentences, paragraphs } of row.pairs) {
    const key = `${a} ${b}`;
    const change = changes.get(key) ?? { a, b, sentences: 0, paragraphs: 0, articles: 0, added: [], gone: [] };
    change.sentences += sign * sentences;
    change.paragraphs += sign * paragraphs;
    change.articles += sign;
    (sign === 1 ? change.added : change.gone).push(row.date);
    changes.set(key, change);
  }
}

/** Whether a day went that was the first or the last of the pair, and no other article of this change stands for it. */
function movesAnEdge({ added, gone }: Change, total: PairRow | undefined): boolean {
  return gone.some((day) => !added.includes(day) && (day === total?.first || day === total?.last));
}

type Days = ReadonlyMap<EntityId, ReadonlyMap<number, string>>;

/** By entity, the articles that name it with their days. */
async function daysOf(db: Database, entities: ReadonlySet<EntityId>): Promise<Days> {
  const days = new Map<EntityId, ReadonlyMap<number, string>>();
  for (const entity of entities) days.set(entity, new Map((await pairedSightings(db, entity)).map((row) => [row.article, row.date])));
  return days;
}

function settled(total: PairRow | undefined, change: Change, days: Days): PairRow | undefined {
  const { a, b, added } = change;
  const articles = (total?.articles ?? 0) + change.articles;
  if (articles <= 0) return undefined;
  const counts = {
    a,
    b,
    articles,
    sentences: (total?.sentences ?? 0) + change.sentences,
    paragraphs: (total?.paragraphs ?? 0) + change.paragraphs,
  };
  const known = total === undefined ? added : [total.first, total.last, ...added];
  const all = movesAnEdge(change, total) ? commonDays(days, a, b) : known;
  const inOrder = [...all].sort();
  return { ...counts, first: inOrder[0] as string, last: inOrder.at(-1) as string };
}

/** The days of the articles that name both. */
function commonDays(days: Days, a: EntityId, b: EntityId): readonly string[] {
  const ofB = days.get(b);
  return [...(days.get(a) ?? [])].filter(([article]) => ofB?.has(article)).map(([, day]) => day);
}

/** All sightings of an entity, the oldest day first. */
export function sightingsOf(db: Database, entity: EntityId): Collection<SightingRow, [number, string]> {
  return db.sightings.where('[entity+date]').between([entity, ''], [entity, '\uffff']);
}

/** Sightings in which the entity was counted in pairs, if there was anyone to be paired with. */
async function pairedSightings(db: Database, entity: EntityId): Promise<readonly SightingRow[]> {
  return (await sightingsOf(db, entity).toArray()).filter((row) => row.alone !== true);
}

/** Ids of the articles in which both are counted together, in no order. */
export async function articlesWithBoth(db: Database, a: EntityId, b: EntityId): Promise<readonly SightingRow[]> {
  const inA = new Set((await pairedSightings(db, a)).map((row) => row.article));
  return (await pairedSightings(db, b)).filter((row) => inA.has(row.article));
}
