import { describe, expect, test } from 'vitest';
import { ratesOf, scoreBlocks } from '../../scripts/score-articles.ts';

const A = 'The ministry signed a contract for ground stations on Tuesday.';
const B = 'Deliveries will begin in the spring, once the range has been handed over.';

describe('blocks of an article against its label', () => {
  test.each([
    ['the same', [A, B], [A, B], [2, 2, 2, 2]],
    ['the headline counts on neither side', ['Drones', A], [A, 'Drones'], [1, 1, 1, 1]],
    ['paragraphs cut otherwise', [`${A} ${B}`], [A, B], [1, 1, 2, 2]],
    ['quotes, case and white space', [A.toUpperCase(), `»${B}«`], [`  ${A}\n`, B], [2, 2, 2, 2]],
    ['a word that was typed off wrongly', [A.replace('Tuesday', 'Tusday')], [A], [1, 1, 1, 1]],
    ['one too many', [A, 'Share this story'], [A], [2, 1, 1, 1]],
    ['one too few', [A], [A, B], [1, 1, 2, 1]],
    ['a short one must stand there as whole words', ['The mini'], [A], [1, 0, 1, 0]],
    ['nothing but marks is no block', [A, '***'], [A, '—'], [1, 1, 1, 1]],
    ['nothing found', [], [A], [0, 0, 1, 0]],
  ])('%s', (_what, ours, gold, [mine, right, labelled, found]) => {
    expect(scoreBlocks(ours, gold, ['Drones'])).toMatchObject({ ours: mine, right, gold: labelled, found });
  });

  test('rates of nothing are nothing', () => {
    expect(ratesOf({ ours: 0, right: 0, gold: 0, found: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(ratesOf({ ours: 4, right: 3, gold: 2, found: 1 }).f1).toBeCloseTo(0.6);
  });
});
