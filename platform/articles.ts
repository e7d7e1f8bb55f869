import type { CountedArticle } from '../core/cooccurrence.ts';
import { type Fingerprint, isCopy, nearOf } from '../core/fingerprint.ts';
import { hostOf } from './addresses.ts';
import type { Database } from './db.ts';
import type { ArticlePair, ArticleRow, CopyShare, SentenceRow, SightingRow } from './log-rows.ts';
import { settlePairs } from './pair-totals.ts';

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
    const row = articleRow(article, old, now.toISOString());
    await placeArticles(db, [{ row, ...detailsOf(row, article.counted), old, of: original?.id }]);
  });
}

/** An article on its way into the log, with what would be counted of it; it gets a number there, or has that of `old`, whose place it takes. */
export interface Placing {
  readonly row: Omit<ArticleRow, 'id' | 'copy'>;
  readonly sightings: readonly Omit<SightingRow, 'article'>[];
  readonly sentences: readonly Omit<SentenceRow, 'article'>[];
  readonly old: ArticleRow | undefined;
  /** Id of the article in whose stead it is not counted. */
  readonly of: number | undefined;
}

/** Answers the ids of the articles, in their order. Runs inside the caller's transaction; the originals of copies are in the log already. */
export async function placeArticles(db: Database, all: readonly Placing[]): Promise<readonly number[]> {
  const fresh = all.filter(({ old }) => old === undefined).map(({ row }) => row);
  const added = (await db.articles.bulkAdd(fresh, { allKeys: true })).values();
  const ids = all.map(({ old }) => old?.id ?? (added.next().value as number));
  const shares = all.map((one, i) => shareOf(ids[i] as number, one));
  const rows = all.map(({ row, of }, i): ArticleRow => {
    const share = shares[i] as Share;
    return of === undefined ? { ...row, id: ids[i] as number } : { ...row, id: ids[i] as number, pairs: [], copy: { of, ...share } };
  });
  const olds = all.flatMap(({ old }) => old ?? []);
  await db.articles.bulkPut(rows.filter((row, i) => all[i]?.old !== undefined || row.copy !== undefined));
  await deleteDetails(
    db,
    olds.map(({ id }) => id as number),
  );
  const counted = shares.filter((_, i) => all[i]?.of === undefined);
  await addDetails(db, { sightings: counted.flatMap((one) => one.sightings), sentences: counted.flatMap((one) => one.sentences) });
  await settlePairs(db, olds, rows);
  return ids;
}

export interface Details {
  readonly sightings: readonly SightingRow[];
  readonly sentences: readonly SentenceRow[];
}
type Share = Details & Pick<CopyShare, 'pairs'>;

function shareOf(article: number, { row, sightings, sentences }: Placing): Share {
  const numbered = <T>(rows: readonly T[]) => rows.map((one) => ({ article, ...one }));
  return { pairs: row.pairs, sightings: numbered(sightings), sentences: numbered(sentences) };
}

function detailsOf(row: ArticleRow, counted: CountedArticle): Pick<Placing, 'sightings' | 'sentences'> {
  const paired = new Set(row.pairs.flatMap(({ a, b }) => [a, b]));
  const sightings = counted.entities.map(({ entity, times }) => ({
    entity,
    times,
    date: row.date,
    seen: row.lastSeen,
    ...(paired.has(entity) ? {} : { alone: true }),
  }));
  return { sightings, sentences: sentencesOf(counted) };
}

export async function addDetails(db: Database, { sightings, sentences }: Details): Promise<void> {
  await db.sightings.bulkAdd(sightings);
  await db.sentences.bulkAdd(sentences);
}

/** What is counted of articles; of copies there is nothing. */
export async function readDetails(db: Database, articles: readonly number[]): Promise<Details> {
  const [sightings, sentences] = await Promise.all([
    Promise.all(articles.map((id) => db.sightings.where('[article+entity]').between([id, ''], [id, '\uffff']).toArray())),
    Promise.all(articles.map((id) => db.sentences.where('[article+n]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).toArray())),
  ]);
  return { sightings: sightings.flat(), sentences: sentences.flat() };
}

/** The article in whose stead this one is not counted: the first that was read. One that is counted already stays so. */
async function originalOf(db: Database, { print }: ArticleToKeep, old: ArticleRow | undefined): Promise<ArticleRow | undefined> {
  if (print === undefined || (old !== undefined && old.copy === undefined)) return undefined;
  return (await sameTexts(db, [print]))(print);
}

/** For each of these texts the article that is counted with the same text, of several the first that was read. */
export async function sameTexts(db: Database, prints: readonly Fingerprint[]): Promise<(print: Fingerprint) => ArticleRow | undefined> {
  const like = await db.articles.where('near').anyOf(prints.flatMap(nearOf)).distinct().toArray();
  const counted = like.filter((row) => row.copy === undefined).sort((x, y) => (x.id as number) - (y.id as number));
  return (print) => {
    const near = new Set(nearOf(print));
    return counted.find((row) => row.print !== undefined && row.near?.some((one) => near.has(one)) && isCopy(row.print, print));
  };
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
function sentencesOf({ evidence }: CountedArticle): readonly Omit<SentenceRow, 'article'>[] {
  const numbered = evidence.map((sentence, n) => ({ n, ...shortened(sentence) }));
  if (numbered.length <= MOST_SENTENCES) return numbered;
  const named = (row: Pick<SentenceRow, 'spans'>) => new Set(row.spans.map((span) => span.id)).size;
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
