import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DeltaWalk, diffLines, headerPatch, parseDelta, patchHeader, writeDelta } from '../../core/delta.ts';

const line = (id: number, text: string) => JSON.stringify({ id: `Q${id}`, text });
const sorted = (records: readonly (readonly [number, string])[]) =>
  [...new Map(records.map(([id, text]) => [`Q${id}`, line(id, text)]))].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);

describe('deltas', () => {
  const packs = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom('a', 'b', 'ї', '"\n')), { maxLength: 50 }).map(sorted);
  test('from any pack to any other, through text, give that other', () => {
    fc.assert(
      fc.property(packs, packs, (before, after) => {
        const { ops } = parseDelta(writeDelta({ header: '{}', ops: [...diffLines(before, after)] }));
        const walk = new DeltaWalk(ops);
        expect([...before.flatMap((one) => walk.take(one)), ...walk.rest()]).toEqual(after);
      }),
      { numRuns: 2_000 },
    );
  });

  const broken: readonly (readonly [string, string, RegExp])[] = [
    ['nothing', '', /line 1/],
    ['no header', '+{"id":"Q1"}\n', /line 1: expected what differs/],
    ['an end in the middle', '={}\n-Q1', /line 2: it ends in the middle/],
    ['a line of another kind', '={}\n?Q1\n', /line 2: expected/],
    ['a record without its id in front', '={}\n+{"name":"x"}\n', /line 2: expected/],
    ['one id twice', '={}\n-Q1\n-Q1\n', /line 3: Q1 must come after Q1/],
    ['ids out of order', '={}\n-Q2\n-Q1\n', /line 3: Q1 must come after Q2/],
    ['a record to be removed', '={}\n-{"id":"Q1"}\n', /line 2: expected/],
    ['a record of a megabyte', `={}\n+{"id":"Q1","x":"${'a'.repeat(1_000_000)}"}\n`, /line 2: expected/],
  ];
  test.each(broken)('%s: refused, with the line', (_, text, words) => {
    expect(() => parseDelta(text)).toThrow(words);
  });

  const unfit: readonly (readonly [string, string, RegExp])[] = [
    ['a new record that is known', `={}\n+${line(2, 'x')}\n`, /said to be new, and is known/],
    ['a change of what is not there', `={}\n~${line(3, 'x')}\n`, /said to be known, and is not/],
    ['a removal of what is not there', '={}\n-Q0\n', /said to be known, and is not/],
    ['a change that changes nothing', `={}\n~${line(2, 'b')}\n`, /said to have changed, and has not/],
  ];
  test.each(unfit)('%s: refused', (_, text, words) => {
    const walk = new DeltaWalk(parseDelta(text).ops);
    expect(() => [...[line(1, 'a'), line(2, 'b')].flatMap((one) => walk.take(one)), ...walk.rest()]).toThrow(words);
  });
});

describe('headers', () => {
  const sources = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.record({ title: fc.constantFrom('x', 'y') }), {
    noNullPrototype: true,
  });
  const header = fc.record({
    muster: fc.constant(1),
    version: fc.nat(9),
    sources,
    words: fc.array(fc.constantFrom('p', 'q'), { maxLength: 3 }),
  });
  const text = ({ sources: map, ...rest }: { sources: object }) =>
    JSON.stringify({ ...rest, sources: Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))) });
  test('a patch makes of any header the other, letter for letter', () => {
    fc.assert(
      fc.property(header, header, (before, after) => {
        const [one, other] = [text(before), text(after)];
        expect(patchHeader(one, headerPatch(one, other))).toBe(other);
      }),
      { numRuns: 2_000 },
    );
  });

  test('says only what differs', () => {
    const before = text({ sources: { a: { title: 'A' }, b: { title: 'B' } }, version: 1, words: ['p'] } as never);
    const after = text({ sources: { b: { title: 'New' }, c: { title: 'C' } }, version: 2, words: ['p'] } as never);
    expect(JSON.parse(headerPatch(before, after))).toEqual({ version: 2, sources: { a: null, b: { title: 'New' }, c: { title: 'C' } } });
  });
});
