import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BAD_CODES, type BadRecord } from '../../platform/exchange/bad.ts';
import type { Candidates } from '../../platform/exchange/candidates.ts';
import { readCsv } from '../../platform/exchange/csv-read.ts';
import { readFollowTheMoney } from '../../platform/exchange/ftm-read.ts';
import { readJsonLines } from '../../platform/exchange/json-lines.ts';
import { readNamesList } from '../../platform/exchange/names-list.ts';
import type { Broken } from './broken.ts';
import { BROKEN_LOGS } from './broken-logs.ts';
import { BROKEN_CSV, BROKEN_FTM, BROKEN_LISTS } from './broken-names.ts';

const COLUMNS = { name: 'Company', kind: 'Type', note: 'Note' };

interface Result {
  readonly good: readonly string[];
  readonly bad: readonly BadRecord[];
}
const namesOf = ({ good, bad }: Candidates): Result => ({ good: good.map(({ own }) => own.name), bad });
const logOf = (bytes: Uint8Array): Result => {
  const { good, bad } = readJsonLines(bytes);
  // A verdict or a note that is whole comes in besides.
  const all = good.flatMap((record) =>
    record.type === 'article' ? [record.article.row.canonical] : record.type === 'own' ? [record.own.id] : [],
  );
  return { good: all, bad };
};

const READERS: readonly (readonly [string, (bytes: Uint8Array) => Result, readonly Broken[]])[] = [
  ['a log', logOf, BROKEN_LOGS],
  ['FollowTheMoney', (bytes) => namesOf(readFollowTheMoney(bytes)), BROKEN_FTM],
  ['a table', (bytes) => namesOf(readCsv(bytes, COLUMNS, 'company')), BROKEN_CSV],
  ['a list', (bytes) => namesOf(readNamesList(bytes, 'company')), BROKEN_LISTS],
];

/** The keys of what every object is made from: a file must add none. */
const roots = () => [Object, Array, String, Function].map((root) => Reflect.ownKeys(root.prototype).map(String));
let before: ReturnType<typeof roots>;
beforeAll(() => {
  before = roots();
});
afterAll(() => {
  expect(roots()).toEqual(before);
});

describe.each(READERS)('%s', (_name, read, files) => {
  test.each(files.map((file) => [file.what, file] as const))('%s', (_what, { bytes, codes, good }) => {
    const result = read(bytes);
    expect(result.bad.map(({ code }) => code)).toEqual(codes);
    expect(result.good).toEqual(good);
    for (const { line, detail } of result.bad) {
      expect(Number.isInteger(line) && line >= 1).toBe(true);
      expect((detail ?? '').length).toBeLessThan(300);
    }
  });

  // Whatever it is: each reader takes the files of all others without throwing.
  test.each(READERS)('… which is taken for %s', (_other, _read, others) => {
    for (const { bytes } of others) expect(() => read(bytes)).not.toThrow();
  });
});

test('two hundred files and more; each code is met', () => {
  const files = READERS.flatMap(([, , all]) => all).filter(({ codes }) => codes.length > 0);
  expect(files.length).toBeGreaterThanOrEqual(200);
  expect([...new Set(files.flatMap(({ codes }) => codes))].sort()).toEqual([...BAD_CODES].sort());
});

test('a bad record tells its line', () => {
  const lines = BROKEN_CSV.find(({ what }) => what.startsWith('two quotes'))?.bytes as Uint8Array;
  expect(readCsv(lines, COLUMNS, 'company').bad.map(({ line }) => line)).toEqual([3, 4]);
});
