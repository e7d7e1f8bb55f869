import { idOfLine } from '../core/delta.ts';
import { type Pack, type PackHeader, type PackRecord, parseRecord } from '../core/pack.ts';
import type { EntityId } from '../core/profile.ts';
import type { BlockRow, Database, PackRow } from './db.ts';
import { messageOf } from './report.ts';
import { pacer } from './rests.ts';

/**
 * Published packs in storage. A new version is staged as blocks beside the old ones, then the one row in `packs` is
 * switched, then the old blocks go. A crash between any two steps leaves a whole pack in use.
 *
 * No part of the extension's API is needed here: the publisher's tools run this very code in Node.
 */

/** The channel that comes with the extension. */
export const CORE = 'core';
export const PER_BLOCK = 100;

/** A whole pack: parsed, and as the lines that it is stored by. */
export interface WholePack {
  readonly pack: Pack;
  /** Of the records, in the order of the pack. */
  readonly lines: readonly string[];
  readonly sha256: string;
}

export async function sha256(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Names the blocks of one version of one channel. */
export function setOf(channel: string, version: number, hash: string): string {
  return `${channel}@${version}:${hash.slice(0, 16)}`;
}

export function blockOf(set: string, n: number, lines: readonly string[]): BlockRow {
  return { set, n, last: idOfLine(lines.at(-1) ?? '') ?? '', lines: lines.join('\n') };
}

/**
 * Puts the extension's own pack into storage. Answers whether anything changed: the same bytes are not stored again, unless another version
 * of the extension stored them, which may have understood them otherwise. Rejects (quota) with the old pack still in use.
 *
 * One transaction: a feed may switch to its version meanwhile, which is not to be undone, and sweep out blocks that no row points to yet.
 */
export async function installPack(db: Database, { pack, lines, sha256: hash }: WholePack, extension: string): Promise<boolean> {
  const { header } = pack;
  const set = setOf(header.channel, header.version, hash);
  const blocks: BlockRow[] = [];
  for (let n = 0; n * PER_BLOCK < lines.length; n++) blocks.push(blockOf(set, n, lines.slice(n * PER_BLOCK, (n + 1) * PER_BLOCK)));
  const row: PackRow = {
    channel: header.channel,
    set,
    header,
    sha256: hash,
    installed: new Date().toISOString(),
    extension,
    from: 'package',
  };
  const old = await db.transaction('rw', db.packs, db.blocks, async () => {
    const before = await db.packs.get(header.channel);
    if (before !== undefined && (isNewer(before, header) || (before.sha256 === hash && before.extension === extension))) return 'stays';
    await db.blocks.bulkPut(blocks);
    await db.packs.put(row);
    return before;
  });
  if (old === 'stays') return false;
  // The new pack is in use by now; what is left of the old one only takes room until the next time.
  if (old !== undefined && old.set !== set)
    await deleteSet(db, old.set).catch((error: unknown) =>
      console.warn(`Muster: old profiles could not be swept out: ${messageOf(error)}`),
    );
  return true;
}

/** Of two packs with one number the feed's is the publisher's own. */
export function isNewer({ header, from }: PackRow, { version }: PackHeader): boolean {
  return header.version > version || (header.version === version && from === 'feed');
}

/** Takes every stored pack away: something in them was damaged. The package serves, and feeds are asked again as soon as can be. */
export async function clearPacks(db: Database): Promise<void> {
  await db.transaction('rw', db.packs, db.feeds, async () => {
    await db.packs.clear();
    await db.feeds.toCollection().modify((row) => {
      delete (row as { nextAt?: number }).nextAt;
    });
  });
}

export async function deleteSet(db: Database, set: string): Promise<void> {
  await db.blocks.where('[set+n]').between([set, 0], [set, Number.MAX_SAFE_INTEGER]).delete();
}

/** Deletes the blocks that no pack points to: those of an older version, or of one that was never switched in. Not while one is being staged. */
export async function sweepBlocks(db: Database): Promise<void> {
  // The package's pack may be put in at this moment: its blocks and its row are there together, or not at all.
  await db.transaction('rw', db.packs, db.blocks, async () => {
    const used = new Set((await db.packs.toArray()).map((row) => row.set));
    for (const set of await storedSets(db)) if (!used.has(set)) await deleteSet(db, set);
  });
}

/** Each set once, without reading a block: from one to the next by its name. */
async function storedSets(db: Database): Promise<readonly string[]> {
  const sets: string[] = [];
  for (;;) {
    const next = await db.blocks
      .where('[set+n]')
      .above([sets.at(-1) ?? '', Number.MAX_SAFE_INTEGER])
      .limit(1)
      .primaryKeys();
    const set = next[0]?.[0];
    if (set === undefined) return sets;
    sets.push(set);
  }
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

/** The lines of a set, block by block. Throws for a block of another shape. */
export async function* linesOf(db: Database, set: string): AsyncGenerator<readonly string[]> {
  for await (const block of blocksOf(db, set)) yield linesIn(block);
}

/** Blocks that are read together: a question for each would take longer than what is read. */
const PER_READ = 20;

async function* blocksOf(db: Database, set: string): AsyncGenerator<BlockRow> {
  const read = (from: number) => {
    const blocks = Promise.resolve(
      db.blocks
        .where('[set+n]')
        .between([set, from], [set, from + PER_READ])
        .toArray(),
    );
    // Asked for ahead: whoever stops in between does not wait for it.
    blocks.catch(() => undefined);
    return blocks;
  };
  let ahead = read(0);
  for (let from = 0; ; from += PER_READ) {
    const blocks = await ahead;
    if (blocks.length === PER_READ) ahead = read(from + PER_READ);
    for (const [i, block] of blocks.entries()) {
      if (block.n !== from + i) return;
      yield block;
    }
    if (blocks.length < PER_READ) return;
  }
}

function linesIn({ set, n, lines }: BlockRow): readonly string[] {
  if (typeof lines !== 'string') throw new Error(`stored pack ${set}: block ${n} is of another shape`);
  return lines.split('\n');
}

/** All records of a stored pack. Throws if blocks are missing (the count in the header is the check) or of another shape. */
export async function readPack(db: Database, row: PackRow): Promise<Pack> {
  const records: PackRecord[] = [];
  const pause = pacer();
  for await (const lines of linesOf(db, row.set)) {
    for (const line of lines) records.push(parseRecord(line, row.channel, records.length + 2));
    await pause();
  }
  if (records.length !== row.header.count) {
    throw new Error(`stored pack ${row.set}: expected ${row.header.count} records, found ${records.length}`);
  }
  return { header: row.header, records };
}

/** Blocks that are held in memory: a page names the same few hundred entities over and over. */
const MOST_BLOCKS = 64;

/** A function that reads one record by one read of its block, or by none. It rejects for a record of another shape. */
export function recordReader(db: Database, row: PackRow): (id: EntityId) => Promise<PackRecord | undefined> {
  let directory: Promise<readonly EntityId[]> | undefined;
  const held = new Map<number, Promise<BlockRow | undefined>>();
  const parsed = new WeakMap<BlockRow, Map<EntityId, PackRecord | undefined>>();
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
    const block = n === undefined ? undefined : await blockAt(n);
    if (block === undefined) return undefined;
    const known = parsed.get(block) ?? new Map<EntityId, PackRecord | undefined>();
    parsed.set(block, known);
    if (!known.has(id)) known.set(id, recordIn(block, id, row.channel));
    return known.get(id);
  };
}

/** One record of a block; the others are not even cut apart. */
function recordIn({ set, n, lines }: BlockRow, id: EntityId, channel: string): PackRecord | undefined {
  if (typeof lines !== 'string') throw new Error(`stored pack ${set}: block ${n} is of another shape`);
  const key = `{"id":${JSON.stringify(id)}`;
  const start = lines.startsWith(key) ? 0 : lines.indexOf(`\n${key}`) + 1;
  if (start === 0 && !lines.startsWith(key)) return undefined;
  const end = lines.indexOf('\n', start);
  return parseRecord(lines.slice(start, end === -1 ? undefined : end), channel, n * PER_BLOCK + 2);
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
