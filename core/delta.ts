import { LONGEST_HEADER, LONGEST_RECORD } from './pack.ts';

/**
 * The way from one pack to the next, as text. What differs in the header stands first; then one operation a line, sorted by id, at most one
 * an id, and always with the whole record, for a patch of a field could be right by itself and wrong in its place:
 *
 *     ={"version":412,"as-of":"2026-11-23"}
 *     +{"id":"Q1",…}        a new record
 *     ~{"id":"Q2",…}        another text for a known record
 *     -Q3                   a record that is gone
 *
 * Packs and deltas are handled by the line: two lines are the same record if they are the same text, and a line knows its id by its first
 * key. What stands in a line is checked when the resulting pack is (`core/pack.ts`).
 */
export interface Delta {
  /** What `patchHeader` is given. */
  readonly header: string;
  readonly ops: readonly Op[];
}

export interface Op {
  readonly type: '+' | '~' | '-';
  readonly id: string;
  /** Empty for a record that is gone. */
  readonly line: string;
}

const FIRST_KEY = '{"id":"';
const LONGEST_ID = 100;

/** The id that a line of a pack begins with; undefined if it is not such a line. */
export function idOfLine(line: string): string | undefined {
  if (!line.startsWith(FIRST_KEY)) return undefined;
  const end = line.indexOf('"', FIRST_KEY.length);
  const id = line.slice(FIRST_KEY.length, Math.max(end, 0));
  return id === '' || id.length > LONGEST_ID || id.includes('\\') ? undefined : id;
}

export function writeDelta({ header, ops }: Delta): string {
  return [`=${header}`, ...ops.map(({ type, id, line }) => `${type}${type === '-' ? id : line}`)].map((line) => `${line}\n`).join('');
}

/** Throws an Error that names the line. */
export function parseDelta(text: string): Delta {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Error(`delta: line ${lines.length + 1}: it ends in the middle`);
  const [first = '', ...rest] = lines;
  if (!first.startsWith('={') || first.length > LONGEST_HEADER) throw new Error('delta: line 1: expected what differs in the header');
  let before = '';
  const ops = rest.map((line, i) => {
    const op = readOp(line);
    if (op === undefined) throw new Error(`delta: line ${i + 2}: expected +{"id":…}, ~{"id":…} or -id`);
    if (op.id <= before) throw new Error(`delta: line ${i + 2}: ${op.id} must come after ${before}`);
    before = op.id;
    return op;
  });
  return { header: first.slice(1), ops };
}

type Json = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs between two header lines: of the maps in them the keys that differ, of all else the whole value; null for what is gone. Most of a header (words of the field, given names) stays for months. */
export function headerPatch(before: string, after: string): string {
  return JSON.stringify(patchOf(JSON.parse(before) as Json, JSON.parse(after) as Json, 1));
}

function patchOf(before: Json, after: Json, depth: number): Json {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !same(before[key], after[key]));
  return Object.fromEntries(
    keys.map((key) => {
      const [was, is] = [before[key], after[key]];
      return [key, is === undefined ? null : depth > 0 && isMap(was) && isMap(is) ? patchOf(was, is, depth - 1) : is];
    }),
  );
}

/** The header line that a patch makes of another; whether it is the right one, the hash of the whole pack says. Throws if a line is not JSON. */
export function patchHeader(before: string, patch: string): string {
  return JSON.stringify(patched(JSON.parse(before) as Json, JSON.parse(patch) as Json, 1));
}

function patched(before: Json, patch: Json, depth: number): Json {
  const map = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(patch)) {
    const was = map.get(key);
    if (value === null) map.delete(key);
    else map.set(key, depth > 0 && isMap(was) && isMap(value) ? patched(was, value, depth - 1) : value);
  }
  // The keys of the header have an order of their own, those of the maps in it are sorted.
  const entries = depth > 0 ? [...map] : [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function readOp(text: string): Op | undefined {
  const type = text.charAt(0);
  const line = text.slice(1);
  if (line.length > LONGEST_RECORD) return undefined;
  if (type === '-') return /^[\w:-]{1,100}$/.test(line) ? { type, id: line, line: '' } : undefined;
  const id = idOfLine(line);
  return id !== undefined && (type === '+' || type === '~') ? { type, id, line } : undefined;
}

/** The way from `before` to `after`, both sorted by id; ids by code units, as in a pack. */
export function* diffLines(before: Iterable<string>, after: Iterable<string>): Generator<Op> {
  const [left, right] = [before[Symbol.iterator](), after[Symbol.iterator]()];
  let [a, b] = [left.next(), right.next()];
  while (!a.done || !b.done) {
    const [oldId, newId] = [idOrEnd(a), idOrEnd(b)];
    if (oldId < newId) yield { type: '-', id: oldId, line: '' };
    else if (oldId > newId) yield { type: '+', id: newId, line: b.value };
    else if (a.value !== b.value) yield { type: '~', id: newId, line: b.value };
    if (oldId <= newId) a = left.next();
    if (newId <= oldId) b = right.next();
  }
}

/** Sorts behind every id. */
const END = '\uffff';

function idOrEnd(step: IteratorResult<string>): string {
  if (step.done) return END;
  const id = idOfLine(step.value);
  if (id === undefined) throw new Error(`pack: a line does not begin with its id: ${String(step.value).slice(0, 40)}`);
  return id;
}

/**
 * Applies operations to the lines of a pack, as they come. Throws where an operation does not fit what it is applied to: a record that is
 * new and known already, or to be changed or removed and not there.
 */
export class DeltaWalk {
  private at = 0;
  readonly ops: readonly Op[];

  constructor(ops: readonly Op[]) {
    this.ops = ops;
  }

  /** The lines that stand in the new pack before and in place of this line of the old. */
  take(line: string): readonly string[] {
    const id = idOfLine(line);
    if (id === undefined) throw new Error(`pack: a line does not begin with its id: ${line.slice(0, 40)}`);
    const out: string[] = [];
    for (let op = this.ops[this.at]; op !== undefined && op.id <= id; op = this.ops[this.at]) {
      this.at++;
      if (op.id < id) {
        out.push(this.added(op));
        continue;
      }
      if (op.type === '+') throw new Error(`delta: ${op.id} is said to be new, and is known`);
      if (op.line === line) throw new Error(`delta: ${op.id} is said to have changed, and has not`);
      return op.type === '-' ? out : [...out, op.line];
    }
    out.push(line);
    return out;
  }

  /** What comes behind the last line of the old pack. */
  rest(): readonly string[] {
    const out = this.ops.slice(this.at).map((op) => this.added(op));
    this.at = this.ops.length;
    return out;
  }

  private added(op: Op): string {
    if (op.type !== '+') throw new Error(`delta: ${op.id} is said to be known, and is not`);
    return op.line;
  }
}
