import { chunkOf, idsOfChunk, LEDGER_FORMAT, type LedgerChunk, makeChunk } from '../core/ledger.ts';
import { makeWordChunk, type WordChunk } from '../core/word-index.ts';
import { LOG } from './articles.ts';
import type { Database, LedgerRow } from './db.ts';
import type { ArticleRow, SentenceRow, SightingRow } from './log-rows.ts';

/**
 * The log as the explorer wants it (core/ledger.ts, core/word-index.ts): derived chunk by chunk, stored, and made anew once an article of the
 * chunk has changed. articles.ts throws a chunk away in the very transaction that changes one of its articles, so that what was erased is
 * nowhere, and what is stored is never old.
 */

export interface ChunkStamp {
  readonly chunk: number;
  /** Another one: the chunk was made anew. */
  readonly stamp: string;
}

/** All chunks there are, in order; those that are missing are made first. */
export async function chunkStamps(db: Database): Promise<readonly ChunkStamp[]> {
  const ids = (await db.articles.toCollection().primaryKeys()) as readonly number[];
  const wanted = [...new Set(ids.map(chunkOf))].sort((x, y) => x - y);
  const stored = new Map<number, string>();
  // By keys: the rows themselves are large.
  await db.ledger.orderBy('[chunk+format+stamp]').eachKey((key) => {
    const [chunk, format, stamp] = key as unknown as [number, number, string];
    if (format === LEDGER_FORMAT) stored.set(chunk, stamp);
  });
  const stamps: ChunkStamp[] = [];
  for (const chunk of wanted) stamps.push({ chunk, stamp: stored.get(chunk) ?? (await make(db, chunk)).stamp });
  return stamps;
}

/** What one chunk counts; undefined if it has no article any more. */
export async function ledgerChunk(db: Database, chunk: number): Promise<LedgerChunk | undefined> {
  return (await readRow(db, chunk))?.counts;
}

export async function wordChunk(db: Database, chunk: number): Promise<WordChunk | undefined> {
  return (await readRow(db, chunk))?.words;
}

async function readRow(db: Database, chunk: number): Promise<LedgerRow | undefined> {
  const row = await db.ledger.get(chunk);
  if (row?.format === LEDGER_FORMAT) return row;
  const made = await make(db, chunk);
  return made.counts.ids.length === 0 ? undefined : made;
}

function make(db: Database, chunk: number): Promise<LedgerRow> {
  return db.transaction('rw', [...LOG], async () => {
    const [first, last] = idsOfChunk(chunk);
    const [articles, sightings, sentences] = await Promise.all([
      db.articles.where(':id').between(first, last, true, true).toArray(),
      db.sightings.where('[article+entity]').between([first, ''], [last, '\uffff']).toArray(),
      db.sentences.where('[article+n]').between([first, 0], [last, Number.MAX_SAFE_INTEGER]).toArray(),
    ]);
    const row = rowOf(chunk, articles, sightings, sentences);
    await (row.counts.ids.length === 0 ? db.ledger.delete(chunk) : db.ledger.put(row));
    return row;
  });
}

function rowOf(
  chunk: number,
  articles: readonly ArticleRow[],
  sightings: readonly SightingRow[],
  sentences: readonly SentenceRow[],
): LedgerRow {
  const named = Map.groupBy(sightings, ({ article }) => article);
  const said = Map.groupBy(sentences, ({ article }) => article);
  // A copy is not counted: its original stands for it.
  const counted = articles.filter(({ copy }) => copy === undefined).map((row) => ({ ...row, id: row.id as number }));
  return {
    chunk,
    format: LEDGER_FORMAT,
    stamp: crypto.randomUUID(),
    counts: makeChunk(counted.map(({ id, date, publisher, pairs }) => ({ id, date, publisher, named: named.get(id) ?? [], pairs }))),
    words: makeWordChunk(
      counted.map(({ id, title, publisher }) => ({ id, texts: [title, publisher, ...(said.get(id) ?? []).map(({ text }) => text)] })),
    ),
  };
}
