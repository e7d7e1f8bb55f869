import { changeOf } from '../core/changes.ts';
import { type Delta, patchHeader } from '../core/delta.ts';
import { type Blast, commonForms, countHits, type Weighed, within } from '../core/gate.ts';
import type { PackFile } from '../core/manifest.ts';
import { headerToLine, type PackHeader, type PackRecord, parseHeader, parseRecord } from '../core/pack.ts';
import type { EntityId } from '../core/profile.ts';
import type { BlockRow, ChangeRow, Database, PackRow } from './db.ts';
import type { GateWords } from './feed-ask.ts';
import { ByteLines, Cursor, idOf, type Step, stepsOfDelta, stepsOfPack } from './feed-lines.ts';
import { Stop } from './feed-net.ts';
import { blockOf, linesOf, PER_BLOCK, sha256 } from './packs.ts';
import { messageOf } from './report.ts';

/**
 * Laying a new version beside the one in use. Whatever way it comes, as a whole pack or as a delta, it is a walk over lines, old and new
 * side by side: new lines are checked and stored, and what differs is weighed and written down. Lines that have not changed were checked
 * when they came.
 */
export interface Staged {
  readonly header: PackHeader;
  readonly headerLine: string;
  readonly set: string;
  readonly blast: Blast;
  /** What the reader may look through; at most `MOST_CHANGES`. */
  readonly changes: readonly Omit<ChangeRow, 'feed' | 'seq' | 'at'>[];
}

const MOST_CHANGES = 5_000;
/** Blocks that go into storage together. */
const PER_PUT = 20;

export interface StageJob {
  readonly db: Database;
  readonly feed: string;
  readonly set: string;
  readonly old: PackRow | undefined;
  readonly gate: GateWords;
  readonly breathe: (part: number) => Promise<void>;
  readonly expected: PackFile;
}

/** Stages a whole pack from its bytes. */
export function stagePack(job: StageJob, bytes: Uint8Array): Promise<Staged> {
  const lines = new ByteLines(bytes);
  return stage(job, lines.next() ?? '', stepsOfPack(lines, oldLines(job)));
}

/** Stages a delta on what is in use. */
export function stageDelta(job: StageJob, delta: Delta): Promise<Staged> {
  const { old } = job;
  if (old === undefined) throw new Stop('bad-records', 'There is nothing that the delta could be applied to.');
  const header = saying(() => patchHeader(headerToLine(old.header), delta.header), job.feed);
  return stage(job, header, stepsOfDelta(delta, oldLines(job)));
}

function headerOf(line: string, feed: string): PackHeader {
  return saying(() => parseHeader(line), feed);
}

/** A pack that cannot be understood is refused whole, in the words of the first line that is wrong. */
function saying<T>(read: () => T, feed: string): T {
  try {
    return read();
  } catch (error) {
    throw new Stop('bad-records', `The new version of ${feed} is not taken: ${messageOf(error).slice(0, 400)}`);
  }
}

function oldLines({ db, old }: StageJob): Cursor {
  return new Cursor(old === undefined ? undefined : linesOf(db, old.set));
}

async function stage(job: StageJob, headerLine: string, steps: AsyncGenerator<readonly Step[]>): Promise<Staged> {
  const header = headerOf(headerLine, job.feed);
  const writer = await blockWriter(job);
  const scale = new Scale(job, header);
  let number = 1;
  let last = '';
  for await (const batch of steps) {
    for (const { line, was } of batch) {
      if (line !== undefined) {
        number++;
        const id = idOf(line);
        if (id <= last) throw new Stop('bad-records', `Line ${number}: ${id} must come after ${last}.`);
        last = id;
        writer.add(line);
      }
      if (line !== was || scale.countsAll) scale.weigh(line, was, number);
    }
    await writer.put();
    await job.breathe(Math.min(1, number / Math.max(1, job.expected.records)));
  }
  await writer.end();
  if (number - 1 !== header.count || header.count !== job.expected.records)
    throw new Stop('bad-records', `It holds ${number - 1} records, its header says ${header.count}, the manifest ${job.expected.records}.`);
  return { header, headerLine, set: job.set, ...scale.result() };
}

/** Puts lines into storage in blocks. Blocks that an interrupted try has stored stay; whether they are right is found when all is verified. */
async function blockWriter({ db, set }: StageJob) {
  const present = new Set(
    (await db.blocks.where('[set+n]').between([set, 0], [set, Number.MAX_SAFE_INTEGER]).primaryKeys()).map(([, n]) => n),
  );
  let lines: string[] = [];
  let n = 0;
  let rows: BlockRow[] = [];
  const close = () => {
    if (!present.has(n)) rows.push(blockOf(set, n, lines));
    n++;
    lines = [];
  };
  // While some are being stored, the next lines are checked.
  let storing: Promise<unknown> = Promise.resolve();
  const flush = async () => {
    await storing;
    if (rows.length === 0) return;
    storing = Promise.resolve(db.blocks.bulkPut(rows));
    storing.catch(() => undefined);
    rows = [];
  };
  return {
    add: (line: string) => {
      lines.push(line);
      if (lines.length === PER_BLOCK) close();
    },
    put: async () => {
      if (rows.length >= PER_PUT) await flush();
    },
    end: async () => {
      if (lines.length > 0) close();
      await flush();
      await storing;
    },
  };
}

/** Weighs what differs: the blast radius, and what the reader may look through. */
class Scale {
  readonly countsAll: boolean;
  private readonly job: StageJob;
  private readonly header: PackHeader;
  private readonly changes: Staged['changes'][number][] = [];
  private readonly common: { id: EntityId; name: string; form: string }[] = [];
  private readonly newer: PackRecord[] = [];
  private readonly older: PackRecord[] = [];
  private removed = 0;

  constructor(job: StageJob, header: PackHeader) {
    this.job = job;
    this.header = header;
    // Hits that were never counted for the pack in use are counted now, in all of it.
    this.countsAll = job.old !== undefined && job.old.hits === undefined;
  }

  weigh(line: string | undefined, was: string | undefined, number: number): void {
    const { feed, gate, old } = this.job;
    const newer = line === undefined ? undefined : this.checked(line, number);
    // What is stored may be by an older version of the extension and need not be understood any more: then it counts as new.
    const older = was === undefined ? undefined : readable(was, feed);
    const [inText, wasInText] = [newer, older].map((record) => (record === undefined ? undefined : within(record, gate.words)));
    if (inText !== undefined) this.newer.push(inText);
    if (wasInText !== undefined) this.older.push(wasInText);
    if (line === was) return;
    if (newer !== undefined)
      for (const form of commonForms(newer, older, gate.common)) this.common.push({ id: newer.profile.id, name: newer.profile.name, form });
    if (line === undefined) this.removed++;
    if (old === undefined || this.changes.length >= MOST_CHANGES || (newer ?? older) === undefined) return;
    const change = changeOf(older, newer);
    this.changes.push({ id: change.id, change });
  }

  private checked(line: string, number: number): PackRecord {
    const record = saying(() => parseRecord(line, this.job.feed, number), this.job.feed);
    if (record.profile.id !== idOf(line)) throw new Stop('bad-records', `Line ${number}: it has two ids.`);
    return record;
  }

  result(): Pick<Staged, 'blast' | 'changes'> {
    const { gate, old } = this.job;
    const hits = (records: readonly PackRecord[]) => countHits(this.header, records, gate.text);
    const [gone, come] = [hits(this.older), hits(this.newer)];
    const before: Weighed | undefined = old === undefined ? undefined : { records: old.header.count, hits: old.hits ?? gone };
    const after = { records: this.header.count, hits: Math.max(0, (this.countsAll ? 0 : (before?.hits ?? 0) - gone) + come) };
    return { blast: { before, after, removed: this.removed, common: this.common }, changes: this.changes };
  }
}

function readable(line: string, feed: string): PackRecord | undefined {
  try {
    return parseRecord(line, feed, 0);
  } catch {
    return undefined;
  }
}

/** Reads back what was staged and holds it against the signed hash: to the last byte what the publisher has, or a Stop. */
export async function verifyStaged(db: Database, set: string, headerLine: string, expected: PackFile): Promise<void> {
  const bytes = new Uint8Array(expected.bytes);
  const encoder = new TextEncoder();
  let at = 0;
  let records = 0;
  const write = (text: string) => {
    const { read, written } = encoder.encodeInto(`${text}\n`, bytes.subarray(at));
    if (read <= text.length) throw new Stop('bad-hash', 'What was stored is longer than the version that was signed.');
    at += written;
  };
  write(headerLine);
  for await (const lines of linesOf(db, set)) {
    write(lines.join('\n'));
    records += lines.length;
  }
  const hash = await sha256(bytes);
  if (at !== expected.bytes || records !== expected.records || hash !== expected.sha256)
    throw new Stop(
      'bad-hash',
      `What was stored is not the version that was signed (${expected.sha256.slice(0, 8)}…, got ${hash.slice(0, 8)}…).`,
    );
}
