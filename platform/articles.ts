import type { Collection } from 'dexie';
import type { CountedArticle } from '../core/cooccurrence.ts';
import { type Fingerprint, isCopy, nearOf } from '../core/fingerprint.ts';
import { chunkOf } from '../core/ledger.ts';
import type { EntityId } from '../core/profile.ts';
import { hostOf } from './addresses.ts';
import type { Database } from './db.ts';
import type { ArticlePair, ArticleRow, CopyShare, PairRow, SentenceRow, SightingRow } from './log-rows.ts';

/**
 * The log: which article names whom, and whom together. Invariant, under test: `pairs` always equals the sum over the
 * articles that are stored and are no copies of others, first and last day included. So each change is one transaction: an article's
 * old share is taken out, its new one put in, all or nothing.
 */

export interface ArticleToKeep {
  readonly canonical: string;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly published?: string;
  readonly lang?: string;
  readonly author?: string;
  readonly partial?: true;
  readonly print?: Fingerprint;
  readonly doc: string;
  readonly counted: CountedArticle;
}

const MOST_SENTENCES = 400;
const LONGEST_SENTENCE = 600;
/** An article that names more is a list; its most often named are paired. Pairs grow with the square. */
const MOST_PAIRED = 150;

/** With what is derived of it: one transaction holds all. */
export const LOG = ['articles', 'sightings', 'sentences', 'pairs', 'ledger'] as const;

/** Puts an article into the log, or replaces what the log holds of it. Rejects (quota) with the log as it was. */
export async function keepArticle(db: Database, article: ArticleToKeep, now: Date): Promise<void> {
  await db.transaction('rw', [...LOG], async () => {
    const old = await db.articles.where('canonical').equals(article.canonical).first();
    const original = await originalOf(db, article, old);
    const fresh = articleRow(article, old, now.toISOString());
    const id = old?.id ?? (await db.articles.add(fresh));
    if (old !== undefined) await deleteDetails(db, [id]);
    const share = shareOf(id, fresh, article.counted);
    const row = original === undefined ? { ...fresh, id } : { ...fresh, id, pairs: [], copy: { of: original.id as number, ...share } };
    await db.articles.put(row);
    if (original === undefined) await addDetails(db, share);
    await settlePairs(db, old === undefined ? [] : [old], [row]);
  });
}

type Share = Omit<CopyShare, 'of'>;

function shareOf(article: number, row: ArticleRow, counted: CountedArticle): Share {
  const paired = new Set(row.pairs.flatMap(({ a, b }) => [a, b]));
  const sightings = counted.entities.map(
    ({ entity, times }): SightingRow => ({
      article,
      entity,
      times,
      date: row.date,
      seen: row.lastSeen,
      ...(paired.has(entity) ? {} : { alone: true }),
    }),
  );
  return { pairs: row.pairs, sightings, sentences: sentenceRows(article, counted) };
}

export async function addDetails(db: Database, { sightings, sentences }: Share): Promise<void> {
  await db.sightings.bulkAdd(sightings);
  await db.sentences.bulkAdd(sentences);
}

/** The article in whose stead this one is not counted: the first that was read. One that is counted already stays so. */
async function originalOf(db: Database, { print }: ArticleToKeep, old: ArticleRow | undefined): Promise<ArticleRow | undefined> {
  if (print === undefined || (old !== undefined && old.copy === undefined)) return undefined;
  const like = await db.articles.where('near').anyOf(nearOf(print)).distinct().toArray();
  return like
    .filter((row) => row.copy === undefined && row.print !== undefined && isCopy(row.print, print))
    .sort((x, y) => (x.id as number) - (y.id as number))[0];
}

function articleRow(article: ArticleToKeep, old: ArticleRow | undefined, now: string): ArticleRow {
  const { canonical, url, title, publisher, published, lang, author, partial, print, doc, counted } = article;
  const firstSeen = old?.firstSeen ?? now;
  return {
    canonical,
    url,
    host: hostOf(canonical) ?? '',
    title,
    publisher,
    ...(published === undefined ? {} : { published }),
    date: dayOf(published) ?? firstSeen.slice(0, 10),
    ...(lang === undefined ? {} : { lang }),
    firstSeen,
    lastSeen: now,
    opened: (old?.opened ?? 0) + (old?.doc === doc ? 0 : 1),
    doc,
    pairs: pairsToKeep(counted),
    ...(author === undefined ? {} : { author }),
    ...(partial === undefined ? {} : { partial }),
    ...(print === undefined ? {} : { print, near: nearOf(print) }),
  };
}

/** The day of an ISO date or date-time; undefined for anything else. */
export function dayOf(published: string | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0];
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day;
}

/** All pairs of the article, or those among its most often named if it is a list of names. */
export function pairsToKeep({ entities, pairs }: CountedArticle): readonly ArticlePair[] {
  if (entities.length <= MOST_PAIRED) return pairs.map(({ a, b, sentences, paragraphs }) => ({ a, b, sentences, paragraphs }));
  const most = [...entities].sort((x, y) => y.times - x.times || (x.entity < y.entity ? -1 : 1)).slice(0, MOST_PAIRED);
  const kept = new Set(most.map(({ entity }) => entity));
  return pairs.filter(({ a, b }) => kept.has(a) && kept.has(b));
}

/** Those with two names first, if there are too many; then in the order of the article. */
function sentenceRows(article: number, { evidence }: CountedArticle): readonly SentenceRow[] {
  const numbered = evidence.map((sentence, n) => ({ article, n, ...shortened(sentence) }));
  if (numbered.length <= MOST_SENTENCES) return numbered;
  const named = (row: SentenceRow) => new Set(row.spans.map((span) => span.id)).size;
  return numbered.sort((x, y) => Math.min(named(y), 2) - Math.min(named(x), 2) || x.n - y.n).slice(0, MOST_SENTENCES);
}

/** A sentence that is too long is cut to where its names stand; spans move with it. */
export function shortened(sentence: CountedArticle['evidence'][number]): Omit<SentenceRow, 'article' | 'n'> {
  const { paragraph, text, spans } = sentence;
  if (text.length <= LONGEST_SENTENCE) return { paragraph, text, spans: spans.map(({ start, end, id }) => ({ start, end, id })) };
  const first = Math.min(...spans.map((span) => span.start));
  const from = edge(text, Math.max(0, Math.min(first - 100, text.length - LONGEST_SENTENCE + 2)));
  const to = edge(text, Math.min(text.length, from + LONGEST_SENTENCE - 2));
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    paragraph,
    text: `${before}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    spans: spans
      .filter((span) => span.start >= from && span.end <= to)
      .map(({ start, end, id }) => ({ start: start + shift, end: end + shift, id })),
  };
}

/** Not in the middle of a surrogate pair. */
function edge(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

export async function deleteDetails(db: Database, articles: readonly number[]): Promise<void> {
  const most = Number.MAX_SAFE_INTEGER;
  for (const id of articles) {
    await db.sightings.where('[article+entity]').between([id, ''], [id, '\uffff']).delete();
    await db.sentences.where('[article+n]').between([id, 0], [id, most]).delete();
  }
}

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
