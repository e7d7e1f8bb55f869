import { browser } from 'wxt/browser';
import { type Pack, type PackRecord, parsePack } from '../core/pack.ts';
import type { EntityId } from '../core/profile.ts';
import type { BlockRow, Database, PackRow } from './db.ts';
import { messageOf } from './report.ts';

/**
 * Published packs in storage. A new version is staged as blocks beside the old ones, then the one row in `packs` is
 * switched, then the old blocks go. A crash between any two steps leaves a whole pack in use.
 */

/** The channel that comes with the extension. */
export const CORE = 'core';
const PER_BLOCK = 100;

export interface PackagedPack {
  readonly pack: Pack;
  readonly sha256: string;
}

/** The pack in the extension's package. Throws if it cannot be read or is broken, with the line. */
export async function readPackaged(): Promise<PackagedPack> {
  const response = await fetch(browser.runtime.getURL('/packs/core.jsonl' as never));
  if (!response.ok) throw new Error(`packs/core.jsonl: the package answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  const pack = parsePack(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (pack.header.channel !== CORE) throw new Error(`packs/core.jsonl: expected channel ${CORE}, got ${pack.header.channel}`);
  return { pack, sha256: await sha256(bytes) };
}

export async function sha256(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Puts a pack into storage. Answers whether anything changed: the same bytes are not stored again, unless another version
 * of the extension stored them, which may have understood them otherwise. Rejects (quota) with the old pack still in use.
 */
export async function installPack(db: Database, { pack, sha256: hash }: PackagedPack, extension: string): Promise<boolean> {
  const { header, records } = pack;
  const old = await db.packs.get(header.channel);
  if (old?.sha256 === hash && old.extension === extension) return false;
  const set = `${header.channel}@${header.version}:${hash.slice(0, 16)}`;
  const blocks = [];
  for (let n = 0; n * PER_BLOCK < records.length; n++) {
    const slice = records.slice(n * PER_BLOCK, (n + 1) * PER_BLOCK);
    blocks.push({ set, n, last: slice.at(-1)?.profile.id ?? '', records: slice });
  }
  try {
    await db.blocks.bulkPut(blocks);
    await db.packs.put({ channel: header.channel, set, header, sha256: hash, installed: new Date().toISOString(), extension });
  } catch (error) {
    await sweepBlocks(db).catch(() => undefined);
    throw error;
  }
  // The new pack is in use by now; what is left of the old one only takes room until the next time.
  await sweepBlocks(db).catch((error: unknown) => console.warn(`Muster: old profiles could not be swept out: ${messageOf(error)}`));
  return true;
}

/** Deletes the blocks that no pack points to: those of an older version, or of one that was never switched in. */
export async function sweepBlocks(db: Database): Promise<void> {
  await db.transaction('rw', db.packs, db.blocks, async () => {
    const used = new Set((await db.packs.toArray()).map((row) => row.set));
    const sets = new Set((await db.blocks.toCollection().primaryKeys()).map(([set]) => set));
    for (const set of sets) if (!used.has(set)) await db.blocks.where('[set+n]').between([set, 0], [set, Number.MAX_SAFE_INTEGER]).delete();
  });
}

/** Throws if a row has not the shape that this version of the extension reads: then it is to be stored anew. */
export async function storedPacks(db: Database): Promise<readonly PackRow[]> {
  const rows = await db.packs.orderBy('channel').toArray();
  for (const row of rows) if (!isWhole(row)) throw new Error(`stored pack ${row.channel}: its header is of another shape`);
  return rows;
}

const isList = (value: unknown): boolean => Array.isArray(value);
const isMap = (value: unknown): boolean => typeof value === 'object' && value !== null && !isList(value);

function isWhole({ set, sha256: hash, header }: Partial<PackRow>): boolean {
  return (
    typeof set === 'string' &&
    typeof hash === 'string' &&
    header !== undefined &&
    [header.version, header.count].every((value) => typeof value === 'number') &&
    [header.fieldWords, header.decoys, header.givenNames].every(isList) &&
    [header.sources, header.titles].every(isMap) &&
    typeof header.asOf === 'string'
  );
}

/** Whether a stored record has what this version of the extension reads without asking. */
function isRecord({ profile, forms }: Partial<PackRecord>): boolean {
  return (
    profile !== undefined &&
    isList(forms) &&
    [profile.aliases, profile.decoys, profile.offices, profile.relations, profile.facts, profile.sources].every(isList) &&
    [profile.id, profile.kind, profile.name, profile.asOf].every((value) => typeof value === 'string')
  );
}

/** All records of a stored pack. Throws if blocks are missing (the count in the header is the check) or of another shape. */
export async function readPack(db: Database, row: PackRow): Promise<Pack> {
  const blocks = await db.blocks.where('[set+n]').between([row.set, 0], [row.set, Number.MAX_SAFE_INTEGER]).toArray();
  const records = blocks.flatMap((block) => block.records);
  if (records.length !== row.header.count) {
    throw new Error(`stored pack ${row.set}: expected ${row.header.count} records, found ${records.length}`);
  }
  if (!records.every(isRecord)) throw new Error(`stored pack ${row.set}: its records are of another shape`);
  return { header: row.header, records };
}

/** Blocks that are held in memory: a page names the same few hundred entities over and over. */
const MOST_BLOCKS = 64;

/** A function that reads one record by one read of its block, or by none. It rejects for a record of another shape. */
export function recordReader(db: Database, row: PackRow): (id: EntityId) => Promise<PackRecord | undefined> {
  let directory: Promise<readonly EntityId[]> | undefined;
  const held = new Map<number, Promise<BlockRow | undefined>>();
  const blockAt = (n: number) => {
    const block = held.get(n) ?? Promise.resolve(db.blocks.get([row.set, n]));
    held.delete(n);
    held.set(n, block);
    block.catch(() => held.delete(n));
    for (const oldest of held.keys()) {
      if (held.size <= MOST_BLOCKS) break;
      held.delete(oldest);
    }
    return block;
  };
  return async (id) => {
    directory ??= lastIds(db, row).catch((error: unknown) => {
      directory = undefined;
      throw error;
    });
    const n = firstNotBelow(await directory, id);
    const record = n === undefined ? undefined : (await blockAt(n))?.records.find(({ profile }) => profile.id === id);
    if (record !== undefined && !isRecord(record)) throw new Error(`stored pack ${row.set}: ${id} is of another shape`);
    return record;
  };
}

/** The last id of each block, in order. */
async function lastIds(db: Database, row: PackRow): Promise<readonly EntityId[]> {
  const keys = await db.blocks.where('[set+last]').between([row.set, ''], [row.set, '\uffff']).keys();
  return (keys as unknown as readonly (readonly [string, EntityId])[]).map(([, last]) => last);
}

function firstNotBelow(sorted: readonly EntityId[], id: EntityId): number | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as EntityId) < id) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length ? low : undefined;
}
