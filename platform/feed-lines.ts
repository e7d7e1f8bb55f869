import { type Delta, DeltaWalk, idOfLine } from '../core/delta.ts';
import { LONGEST_HEADER } from '../core/pack.ts';
import { Stop } from './feed-net.ts';
import { PER_BLOCK } from './packs.ts';

/** The walk over the lines of a new version and of the one in use, side by side; both are sorted by id. */

/** One place in the walk: `line` is undefined for a record that is gone, `was` for one that is new. */
export interface Step {
  readonly line: string | undefined;
  readonly was: string | undefined;
}

/** Lines that come in blocks, looked at one by one; waits only at the end of a block. */
export class Cursor {
  private block: readonly string[] = [];
  private at = 0;
  private readonly blocks: AsyncGenerator<readonly string[]> | undefined;

  constructor(blocks: AsyncGenerator<readonly string[]> | undefined) {
    this.blocks = blocks;
  }

  /** To be awaited only where `line` is undefined. */
  async fill(): Promise<boolean> {
    const next = await this.blocks?.next();
    if (next === undefined || next.done) return false;
    this.block = next.value;
    this.at = 0;
    return true;
  }

  get line(): string | undefined {
    return this.block[this.at];
  }

  step(): void {
    this.at++;
  }
}

const NEWLINE = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes that are decoded together: one by one, the calls would take longer than the decoding. */
const PIECE = 65_536;

/** The lines in some bytes, decoded some at a time: a pack of forty megabytes is not held a second time as text. */
export class ByteLines {
  private at = 0;
  private lines: readonly string[] = [];
  private read = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  next(): string | undefined {
    if (this.read === this.lines.length && !this.fill()) return undefined;
    return this.lines[this.read++];
  }

  private fill(): boolean {
    if (this.at >= this.bytes.length) return false;
    // Up to the last line that ends in this piece; if none does, to the end of the long one that begins here.
    const last = this.bytes.lastIndexOf(NEWLINE, this.at + PIECE);
    const end = last >= this.at ? last : this.bytes.indexOf(NEWLINE, this.at);
    if (end < 0) throw new Stop('bad-records', 'The pack ends in the middle of a line.');
    if (end - this.at > LONGEST_HEADER * 4) throw new Stop('bad-records', 'The pack has a line that is too long.');
    this.lines = this.decoded(this.bytes.subarray(this.at, end)).split('\n');
    this.read = 0;
    this.at = end + 1;
    return true;
  }

  private decoded(bytes: Uint8Array): string {
    try {
      return utf8.decode(bytes);
    } catch {
      throw new Stop('bad-records', 'The pack is not UTF-8.');
    }
  }
}

const END = '\uffff';

export function idOf(line: string | undefined): string {
  if (line === undefined) return END;
  const id = idOfLine(line);
  if (id === undefined) throw new Stop('bad-records', `A line does not begin with its id: ${line.slice(0, 40)}`);
  return id;
}

export async function* stepsOfPack(lines: ByteLines, old: Cursor): AsyncGenerator<readonly Step[]> {
  let steps: Step[] = [];
  for (let line = lines.next(); ; line = lines.next()) {
    const id = idOf(line);
    for (;;) {
      if (old.line === undefined && !(await old.fill())) break;
      if (idOf(old.line) >= id) break;
      steps.push({ line: undefined, was: old.line });
      old.step();
    }
    if (line === undefined) break;
    const isKnown = idOf(old.line) === id;
    steps.push({ line, was: isKnown ? old.line : undefined });
    if (isKnown) old.step();
    if (steps.length < PER_BLOCK) continue;
    yield steps;
    steps = [];
  }
  yield steps;
}

export async function* stepsOfDelta(delta: Delta, old: Cursor): AsyncGenerator<readonly Step[]> {
  const walk = new DeltaWalk(delta.ops);
  let steps: Step[] = [];
  const added = (line: string): Step => ({ line, was: undefined });
  const take = (was: string) => {
    const lines = walk.take(was);
    const id = idOf(was);
    const mine = lines.at(-1);
    const stays = mine !== undefined && idOf(mine) === id;
    steps.push(...(stays ? lines.slice(0, -1) : lines).map(added), { line: stays ? mine : undefined, was });
  };
  while (old.line !== undefined || (await old.fill())) {
    take(old.line ?? '');
    old.step();
    if (steps.length < PER_BLOCK) continue;
    yield steps;
    steps = [];
  }
  yield [...steps, ...walk.rest().map(added)];
}
