/** What a background does between its start and its first answer, in a page of a real browser: for the benchmark. */
import { findCandidates, gazetteerFromBytes, namesOf } from '../../core/gazetteer.ts';
import { link } from '../../core/link.ts';
import { type Database, openDatabase } from '../../platform/db.ts';

async function open(): Promise<Database> {
  const opened = await openDatabase('cold-start');
  if (opened.state === 'refused') throw new Error(opened.why.words);
  return opened.db;
}

/** Puts the compiled gazetteer (base64, for it comes over the wire of the test) where the background keeps it. */
export async function store(encoded: string): Promise<number> {
  const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
  const db = await open();
  await db.compiled.put({ key: 'gazetteer', format: 0, sources: '', bytes });
  db.close();
  return bytes.length;
}

/** Milliseconds from opening the database to the marks of one article, in a context that has not done it before. */
export async function coldStart(paragraphs: readonly string[]): Promise<{ readonly ms: number; readonly mentions: number }> {
  const start = performance.now();
  const db = await open();
  const row = await db.compiled.get('gazetteer');
  if (row === undefined) throw new Error('nothing is stored');
  const gazetteer = gazetteerFromBytes(row.bytes);
  const names = new Map([...namesOf(gazetteer)].map(({ id, name, kind }) => [id, { name, kind }]));
  const blocks = paragraphs.map((text, id) => ({ id, text, candidates: findCandidates(gazetteer, text) }));
  const mentions = link(gazetteer, blocks, { verdicts: [] }).filter(({ entity }) => names.has(entity)).length;
  const ms = performance.now() - start;
  db.close();
  return { ms, mentions };
}
