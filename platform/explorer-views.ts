import type { EntityId } from '../core/profile.ts';
import { holdsWords } from '../core/word-index.ts';
import type { Database } from './db.ts';
import type { Knowledge } from './knowledge.ts';
import { countryName } from './lines.ts';
import type { ArticleRow } from './log-rows.ts';
import type { ArticleView, EntityInBrief } from './messages.ts';

/** What the explorer asks for by id: names, and articles with their sentences. The counting is done where the ledger is (core/tally.ts). */

/** In the order of `ids`; who is in no pack any more has its id for a name. */
export async function briefs(known: Knowledge | undefined, ids: readonly EntityId[]): Promise<readonly EntityInBrief[]> {
  const found = new Map<EntityId, EntityInBrief>();
  // Sorted, so that the records of one block are read one after the other.
  for (const id of [...new Set(ids)].sort()) {
    const { name, kind } = known?.names.get(id) ?? { name: id, kind: 'organisation' as const };
    const code = await known?.record(id).then(
      (record) => record?.profile.country,
      () => undefined,
    );
    const country = countryName(code);
    found.set(id, { id, name, kind, ...(code === undefined || country === undefined ? {} : { country: { code, name: country } }) });
  }
  return ids.map((id) => found.get(id) as EntityInBrief);
}

const MOST_SENTENCES = 4;

export interface ArticlesAsk {
  readonly ids: readonly number[];
  readonly of: readonly EntityId[];
  readonly text: string;
}

/** Articles by id, in that order, each with the sentences that name one of `of` (the more of them the better) and hold the words of `text`. */
export async function articleViews(db: Database, { ids, of, text }: ArticlesAsk): Promise<readonly ArticleView[]> {
  const rows = await db.articles.bulkGet([...ids]);
  return Promise.all(rows.filter((row): row is ArticleRow => row !== undefined).map((row) => articleView(db, row, new Set(of), text)));
}

async function articleView(db: Database, row: ArticleRow, of: ReadonlySet<EntityId>, text: string): Promise<ArticleView> {
  const id = row.id as number;
  const [sentences, sightings, copies] = await Promise.all([
    db.sentences.where('[article+n]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).toArray(),
    db.sightings.where('[article+entity]').between([id, ''], [id, '\uffff']).toArray(),
    db.articles.where('copy.of').equals(id).toArray(),
  ]);
  const names = ({ spans }: { readonly spans: readonly { readonly id: EntityId }[] }) =>
    new Set(spans.flatMap((span) => (of.has(span.id) ? [span.id] : []))).size;
  const telling = sentences.filter((one) => (of.size === 0 || names(one) > 0) && (text === '' || holdsWords(one.text, text)));
  const chosen = [...telling].sort((x, y) => names(y) - names(x) || x.n - y.n).slice(0, MOST_SENTENCES);
  return {
    id,
    url: row.canonical,
    title: row.title,
    publisher: row.publisher,
    ...(row.published === undefined ? {} : { published: row.published }),
    date: row.date,
    seen: row.lastSeen,
    ...(row.author === undefined ? {} : { author: row.author }),
    ...(row.partial === undefined ? {} : { partial: row.partial }),
    ...(copies.length === 0 ? {} : { also: copies.map(({ canonical, publisher }) => ({ url: canonical, publisher })) }),
    named: [...sightings].sort((x, y) => y.times - x.times).map(({ entity, times }) => ({ id: entity, times })),
    sentences: chosen.sort((x, y) => x.n - y.n).map(({ text, spans }) => ({ text, spans })),
  };
}
