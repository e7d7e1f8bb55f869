import { isUnder, plainUrl } from './addresses.ts';
import { addDetails, deleteDetails, LOG, readDetails } from './articles.ts';
import type { Database } from './db.ts';
import type { ArticleRow, VerdictRow } from './log-rows.ts';
import type { EraseScope } from './messages.ts';
import { settlePairs } from './pair-totals.ts';
import { isErased } from './verdicts.ts';

/** What leaves the log: by the reader's word, by the retention time, or because nobody is named in it any more. */

/** Rows among which the article of an open document is looked for: those that were opened last. */
const LATEST = 200;

/** The address under which a document that is still open was kept; undefined if it was not. */
export async function keptFrom(db: Database, doc: string): Promise<string | undefined> {
  const latest = await db.articles.orderBy('lastSeen').reverse().limit(LATEST).toArray();
  return latest.find((row) => row.doc === doc)?.canonical;
}

/** Takes out the one article at an address, with all that came of it. What the reader said of it stays. */
export async function dropArticle(db: Database, canonical: string): Promise<void> {
  await db.transaction('rw', [...LOG], async () => {
    await removeArticles(db, await db.articles.where('canonical').equals(canonical).toArray());
  });
}

/** The documents from which those articles were kept that `scope` means, the latest first: they may still be open. */
export async function documentsOf(db: Database, scope: EraseScope, most: number): Promise<readonly string[]> {
  if (scope.what === 'all') return (await db.articles.orderBy('lastSeen').reverse().limit(most).toArray()).map((row) => row.doc);
  const rows = [...(await chosenArticles(db, scope))].sort((x, y) => (x.lastSeen < y.lastSeen ? 1 : -1));
  return rows.slice(0, most).map((row) => row.doc);
}

/** Erases articles with all that came of them. Answers how many went; all or nothing. */
export async function eraseArticles(db: Database, scope: EraseScope): Promise<number> {
  return db.transaction('rw', [...LOG, 'verdicts', 'looks'], async () => {
    await db.verdicts.bulkDelete((await chosenVerdicts(db, scope)).map(({ key }) => key));
    if (scope.what === 'all') {
      const count = await db.articles.count();
      await Promise.all([...LOG, 'looks' as const].map((table) => db[table].clear()));
      return count;
    }
    return removeArticles(db, await chosenArticles(db, scope));
  });
}

export function chosenVerdicts(db: Database, scope: EraseScope): Promise<readonly VerdictRow[]> {
  const span = spanOfScope(scope);
  return db.verdicts.filter((row) => isErased(row, scope, span)).toArray();
}

export async function chosenArticles(db: Database, scope: EraseScope): Promise<readonly ArticleRow[]> {
  const span = spanOfScope(scope);
  switch (scope.what) {
    case 'page': {
      const url = plainUrl(scope.url);
      return db.articles.filter((row) => row.canonical === url || row.url === url).toArray();
    }
    case 'site':
      return db.articles.filter((row) => isUnder(row.host, scope.host)).toArray();
    case 'span':
      return db.articles.filter((row) => span(row.firstSeen) || span(row.lastSeen)).toArray();
    case 'all':
      return db.articles.toArray();
  }
}

function spanOfScope(scope: EraseScope): (iso: string) => boolean {
  return scope.what === 'span' ? spanOf(scope.from, scope.to) : () => false;
}

/** Whether a moment lies between two days (the reader's own days, both included) or two moments. Throws if they are no dates. */
export function spanOf(from: string, to: string): (iso: string) => boolean {
  const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
  const start = Date.parse(isDay(from) ? `${from}T00:00:00` : from);
  const end = Date.parse(isDay(to) ? `${to}T23:59:59.999` : to);
  if (Number.isNaN(start) || Number.isNaN(end)) throw new Error(`erase: '${from}' to '${to}' is no span of time; nothing was erased`);
  return (iso) => Date.parse(iso) >= start && Date.parse(iso) <= end;
}

/** Erases the articles that were last opened more than `days` days before `now`; 0 keeps all. */
export async function eraseOld(db: Database, days: number, now: Date): Promise<number> {
  if (days <= 0) return 0;
  const limit = new Date(now.getTime() - days * 86_400_000).toISOString();
  return db.transaction('rw', [...LOG], async () => removeArticles(db, await db.articles.where('lastSeen').below(limit).toArray()));
}

async function removeArticles(db: Database, rows: readonly ArticleRow[]): Promise<number> {
  const ids = rows.map((row) => row.id as number);
  await db.articles.bulkDelete(ids);
  await deleteDetails(db, ids);
  await settlePairs(db, rows, await promoteCopies(db, ids));
  return rows.length;
}

/** Of each article that went, the first of the copies that stay is counted in its place, and the others are copies of that one. */
async function promoteCopies(db: Database, gone: readonly number[]): Promise<readonly ArticleRow[]> {
  const copies = await db.articles.where('copy.of').anyOf(gone).sortBy('id');
  const heirs = new Map<number, ArticleRow>();
  for (const { copy, ...row } of copies) {
    if (copy === undefined) continue;
    const heir = heirs.get(copy.of);
    if (heir === undefined) {
      const counted = { ...row, pairs: copy.pairs };
      heirs.set(copy.of, counted);
      await db.articles.put(counted);
      await addDetails(db, copy);
    } else await db.articles.put({ ...row, copy: { ...copy, of: heir.id as number } });
  }
  return [...heirs.values()];
}

/**
 * The way back, when an article that was erased is put back as `id`: those that were copies of it, and what became a copy of them since, are its
 * copies again, and what was counted in its stead is not. Runs inside the caller's transaction.
 */
export async function standBack(db: Database, id: number, addresses: readonly string[]): Promise<void> {
  const heirs = (await db.articles.where('canonical').anyOf(addresses).toArray()).filter((row) => row.copy === undefined);
  const ids = heirs.map((row) => row.id as number);
  const { sightings, sentences } = await readDetails(db, ids);
  const copies = (await db.articles.where('copy.of').anyOf(ids).toArray()).flatMap(({ copy, ...row }) =>
    copy === undefined ? [] : { ...row, copy: { ...copy, of: id } },
  );
  const stood = heirs.map((row): ArticleRow => {
    const own = <T extends { readonly article: number }>(rows: readonly T[]) => rows.filter(({ article }) => article === row.id);
    return { ...row, pairs: [], copy: { of: id, pairs: row.pairs, sightings: own(sightings), sentences: own(sentences) } };
  });
  await db.articles.bulkPut([...copies, ...stood]);
  await deleteDetails(db, ids);
  await settlePairs(db, heirs, stood);
}
