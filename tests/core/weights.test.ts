import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logLikelihood, mutualInformation, strengthOf } from '../../core/weights.ts';

/** Worked out by hand: 2 Σ k ln(k / e), and log2(both · all / (a · b)). */
describe('weights', () => {
  test.each([
    // Independent: 20 of 100 and 50 of 100 would meet in 10.
    ['as often as chance', { all: 100, a: 20, b: 50, both: 10 }, 0, 0],
    // Cells 10, 0, 0, 90; expected 1, 9, 9, 81: 2 (10 ln 10 + 90 ln (90/81)) = 2 (23.0259 + 9.4824).
    ['only ever together', { all: 100, a: 10, b: 10, both: 10 }, 65.0166, 3.3219],
    // Cells 3, 7, 7, 83; expected 1, 9, 9, 81: 2 (3.2958 − 1.7592 − 1.7592 + 2.0245).
    ['more often than chance', { all: 100, a: 10, b: 10, both: 3 }, 3.6038, 1.585],
    // Cells 0, 50, 50, 0; expected 25 each: −2 · 2 · 50 ln 2.
    ['never, though both are often named', { all: 100, a: 50, b: 50, both: 0 }, -138.6294, -Infinity],
    // Cells 1, 0, 0, 999; expected 0.001, 0.999, 0.999, 998.001: 2 (6.9078 + 999 ln(999/998.001)).
    ['once, and both nowhere else', { all: 1000, a: 1, b: 1, both: 1 }, 15.8145, 9.9658],
    ['in the only article', { all: 1, a: 1, b: 1, both: 1 }, 0, 0],
    ['in no article at all', { all: 0, a: 0, b: 0, both: 0 }, 0, -Infinity],
  ])('%s', (_, seen, likelihood, information) => {
    expect(logLikelihood(seen)).toBeCloseTo(likelihood, 3);
    expect(mutualInformation(seen)).toBeCloseTo(information, 3);
  });

  test('it does not matter who comes first, and the sign says on which side of chance', () => {
    const table = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300), fc.nat(3_000)).map(([both, onlyA, onlyB, neither]) => ({
      all: both + onlyA + onlyB + neither,
      a: both + onlyA,
      b: both + onlyB,
      both,
    }));
    fc.assert(
      fc.property(table, ({ all, a, b, both }) => {
        const ratio = logLikelihood({ all, a, b, both });
        expect(ratio).toBeCloseTo(logLikelihood({ all, a: b, b: a, both }), 6);
        expect(Number.isFinite(ratio)).toBe(true);
        if (both * all > a * b) expect(ratio).toBeGreaterThanOrEqual(0);
        else expect(ratio).toBeLessThanOrEqual(0);
      }),
    );
  });

  test.each([
    ['sentence', 2],
    ['paragraph', 3],
    ['article', 4],
  ] as const)('strength by %s is the plain count', (level, expected) => {
    expect(strengthOf({ sentences: 2, paragraphs: 3, articles: 4 }, level)).toBe(expected);
  });
});
