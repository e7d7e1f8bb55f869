import type { EntityId } from '../core/profile.ts';
import type { Database } from './db.ts';
import type { Knowledge } from './knowledge.ts';
import type { ArticleRow, PairRow, SentenceRow } from './log-rows.ts';
import type { EvidenceView, PairView } from './messages.ts';
import { articlesWithBoth, sightingsOf } from './pair-totals.ts';

/** What the log tells: with whom, where, when, and in which sentence. */

/** Those named with an entity, the closest first: sentences, then paragraphs, then articles. */
export async function namedWith(db: Database, known: Knowledge | undefined, id: EntityId, limit: number): Promise<readonly PairView[]> {
  const [asA, asB] = await Promise.all([db.pairs.where('a').equals(id).toArray(), db.pairs.where('b').equals(id).toArray()]);
  return [...asA, ...asB]
    .sort(closest)
    .slice(0, Math.max(0, limit))
    .map((row) => pairView(row, row.a === id ? row.b : row.a, known));
}

export function closest(x: Pick<PairRow, 'sentences' | 'paragraphs' | 'articles'>, y: typeof x): number {
  return y.sentences - x.sentences || y.paragraphs - x.paragraphs || y.articles - x.articles;
}

function pairView({ sentences, paragraphs, articles, last }: PairRow, id: EntityId, known: Knowledge | undefined): PairView {
  // An entity that left the pack is still in the log: its id is all that is left to say.
  const { name, kind } = known?.names.get(id) ?? { name: id, kind: 'organisation' as const };
  return { id, name, kind, sentences, paragraphs, articles, last };
}

export interface Seen {
  readonly articles: number;
  readonly first?: string;
  readonly last?: string;
}

/** In how many articles an entity was named, and the first and last of their days. */
export async function seenOf(db: Database, id: EntityId): Promise<Seen> {
  const [articles, first, last] = await Promise.all([sightingsOf(db, id).count(), sightingsOf(db, id).first(), sightingsOf(db, id).last()]);
  return first === undefined || last === undefined ? { articles: 0 } : { articles, first: first.date, last: last.date };
}

/** Articles in which both were named, newest first. */
export async function evidence(db: Database, a: EntityId, b: EntityId, limit: number): Promise<readonly EvidenceView[]> {
  const both = [...(await articlesWithBoth(db, a, b))].sort((x, y) =>
    x.date === y.date ? y.article - x.article : x.date < y.date ? 1 : -1,
  );
  const rows = await db.articles.bulkGet(both.slice(0, Math.max(0, limit)).map((row) => row.article));
  return Promise.all(rows.filter((row): row is ArticleRow => row !== undefined).map((row) => evidenceOf(db, row, a, b)));
}

const MOST_SENTENCES = 12;

async function evidenceOf(db: Database, row: ArticleRow, a: EntityId, b: EntityId): Promise<EvidenceView> {
  const all = await db.sentences.where('[article+n]').between([row.id, 0], [row.id, Number.MAX_SAFE_INTEGER]).toArray();
  const pair = row.pairs.find((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
  const level = (pair?.sentences ?? 0) > 0 ? 'sentence' : (pair?.paragraphs ?? 0) > 0 ? 'paragraph' : 'article';
  const chosen = chooseSentences(all, a, b, level);
  const copies = await db.articles
    .where('copy.of')
    .equals(row.id as number)
    .toArray();
  return {
    url: row.canonical,
    title: row.title,
    publisher: row.publisher,
    ...(row.published === undefined ? {} : { published: row.published }),
    seen: row.lastSeen,
    ...(row.author === undefined ? {} : { author: row.author }),
    ...(row.partial === undefined ? {} : { partial: row.partial }),
    ...(copies.length === 0 ? {} : { also: copies.map(({ canonical, publisher }) => ({ url: canonical, publisher })) }),
    level,
    sentences: chosen.slice(0, MOST_SENTENCES).map(({ text, spans }) => ({ text, spans })),
  };
}

const names = (sentence: SentenceRow, id: EntityId) => sentence.spans.some((span) => span.id === id);

function chooseSentences(all: readonly SentenceRow[], a: EntityId, b: EntityId, level: EvidenceView['level']): readonly SentenceRow[] {
  const both = all.filter((sentence) => names(sentence, a) && names(sentence, b));
  if (level === 'sentence' && both.length > 0) return both;
  const either = all.filter((sentence) => names(sentence, a) || names(sentence, b));
  const ofA = new Set(all.filter((sentence) => names(sentence, a)).map((sentence) => sentence.paragraph));
  const ofB = new Set(all.filter((sentence) => names(sentence, b)).map((sentence) => sentence.paragraph));
  const inOneParagraph = either.filter((sentence) => ofA.has(sentence.paragraph) && ofB.has(sentence.paragraph));
  if (level === 'paragraph' && inOneParagraph.length > 0) return inOneParagraph;
  // No sentence and no paragraph has both: the first that name each, in the order of the article.
  const firstOf = (id: EntityId) => all.filter((sentence) => names(sentence, id)).slice(0, 2);
  return [...new Set([...firstOf(a), ...firstOf(b)])].sort((x, y) => x.n - y.n);
}
