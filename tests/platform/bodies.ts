import fc from 'fast-check';

/** Bodies for messages: anything at all, and those that are right but for a detail. */

const MILLION = 'x'.repeat(1_000_000);
const deep = (depth: number): unknown => (depth === 0 ? {} : { argument: deep(depth - 1) });
// Longer than its content: a list with nothing but holes.
const HOLES: unknown[] = [];
HOLES.length = 1_000_000;

/** Names that are nobody's question: none may be taken for one because objects have it. */
export const NASTY_NAMES: readonly unknown[] = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'valueOf',
  'then',
  'prototype',
  '__defineGetter__',
  '',
  ' read',
  'READ',
  'read\u0000',
  'erase ',
  'nobody',
  7,
  null,
  undefined,
  ['read'],
  { toString: () => 'read' },
];

const NASTY: readonly unknown[] = [
  undefined,
  null,
  '',
  MILLION,
  '\ud800\udc00\ud83d',
  '__proto__',
  'constructor',
  'Q1',
  "' OR 1=1 --",
  '<img src=x onerror=alert(1)>',
  'https://news.example/kept',
  'all',
  'page',
  'span',
  0,
  -1,
  1e9,
  1.5,
  NaN,
  Infinity,
  -Infinity,
  2 ** 53,
  2n ** 70n,
  true,
  [],
  HOLES,
  [null],
  [[]],
  [{}],
  [undefined],
  {},
  deep(2_000),
  new Date(NaN),
  new Map([['id', 'Q1']]),
  new Uint8Array(1_000),
  JSON.parse('{"__proto__":{"polluted":true},"id":"Q1","what":"all"}'),
  Object.assign(Object.create(null) as object, { id: 'Q3', tabId: 101, what: 'all' }),
];

/** A body for each name. `right`: as they should be. */
export type BodyFor = (name: string) => unknown;

export function bodies(right: Readonly<Record<string, unknown>>): fc.Arbitrary<BodyFor> {
  const anything = fc.anything({
    maxDepth: 3,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
  });
  const nasty = fc.constantFrom(...NASTY);
  const mild = fc.oneof(fc.string({ unit: 'binary' }), fc.nat(), fc.constantFrom('doc-m', 'Q1', 'Q3', 101, 102, 'news.example'));
  const field = fc.oneof(nasty, anything, mild, mild);
  const changes = fc.array(fc.tuple(fc.nat(9), field), { minLength: 1, maxLength: 2 });
  const nearly = changes.map(
    (all): BodyFor =>
      (name) =>
        changed(right[name], all),
  );
  return fc.oneof(
    {
      weight: 1,
      arbitrary: fc.oneof(nasty, anything).map(
        (value): BodyFor =>
          () =>
            value,
      ),
    },
    { weight: 3, arbitrary: nearly },
    { weight: 1, arbitrary: fc.constant<BodyFor>((name) => right[name]) },
  );
}

/** The body with fields that hold something else, or are gone, or are one too many; or with that in its lists. */
function changed(body: unknown, changes: readonly (readonly [number, unknown])[]): unknown {
  const copy = structuredClone(body ?? {}) as Record<string, unknown>;
  for (const [n, value] of changes) {
    const keys = [...Object.keys(copy), 'extra'];
    const key = keys[n % keys.length] as string;
    const was = copy[key];
    if (n === 9) delete copy[key];
    else if (Array.isArray(was) && n % 2 === 0) was.push(typeof was[0] === 'object' ? { ...was[0], id: value } : value);
    else copy[key] = value;
  }
  return copy;
}
