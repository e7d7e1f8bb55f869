import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessMapping, kindOf, previewCsv, readCsv } from '../../platform/exchange/csv-read.ts';
import { readFollowTheMoney } from '../../platform/exchange/ftm-read.ts';
import { readJsonLines } from '../../platform/exchange/json-lines.ts';
import { readNamesList } from '../../platform/exchange/names-list.ts';
import { bytesOf, RUNS } from './snapshots.ts';
import { anyText, cleanName } from './texts.ts';

describe('a line of a list', () => {
  test.each([
    ['Raytheon Missiles, Inc.', 'Raytheon Missiles, Inc.', []],
    ['Saab; Saab AB ;Svenska Aeroplan', 'Saab', ['Saab AB', 'Svenska Aeroplan']],
    ['Saab\tSaab AB', 'Saab', ['Saab AB']],
    ['Saab | Saab AB', 'Saab', ['Saab AB']],
    ['Saab;;Saab;---', 'Saab', []],
    ['  - Saab', 'Saab', []],
    ['• Saab', 'Saab', []],
    ['-Saab', '-Saab', []],
    ['3M', '3M', []],
    ['#1 Defence', '#1 Defence', []],
    ['Мотор\u00a0Січ', 'Мотор Січ', []],
    ['\uFEFFSaab', 'Saab', []],
  ])('%s', (line, name, aliases) => {
    expect(readNamesList(bytesOf(line), 'organisation')).toEqual({
      good: [{ line: 1, own: { name, kind: 'organisation', aliases } }],
      bad: [],
      passed: 0,
    });
  });

  test('that is a remark is passed over', () => {
    expect(readNamesList(bytesOf('# mine\nSaab\n#\n'), 'company')).toMatchObject({ good: [{ line: 2 }], bad: [], passed: 2 });
  });
});

test('a list of names that was written line by line is read as it was', () => {
  const plain = cleanName
    .map((name) =>
      name
        .replace(/[;|]/g, '')
        .replace(/^(?:[-–—•*·#] *)+/, '')
        // What stood between two blanks is gone.
        .replace(/ +/g, ' ')
        .trim(),
    )
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
  const names = fc.uniqueArray(plain, { minLength: 1, maxLength: 5, selector: (name) => name.normalize('NFC').toLowerCase() });
  fc.assert(
    fc.property(names, fc.constantFrom('\n', '\r\n', '\r'), (all, end) => {
      const { good, bad } = readNamesList(bytesOf(all.map((name) => name.toWellFormed()).join(end)), 'company');
      expect(bad).toEqual([]);
      expect(good.map(({ own }) => own.name)).toEqual(all.map((name) => name.toWellFormed()));
    }),
    RUNS,
  );
});

describe('which column is what', () => {
  test.each([
    [['Company', 'Type', 'Notes'], { name: 'Company', kind: 'Type', note: 'Notes' }],
    [
      ['id', 'name', 'kind', 'country', 'aliases', 'note'],
      { name: 'name', kind: 'kind', country: 'country', aliases: 'aliases', note: 'note' },
    ],
    [['LEGAL_NAME', 'Also known as'], { name: 'LEGAL_NAME', aliases: 'Also known as' }],
    [['Firma', 'Land', 'Bemerkung'], { name: 'Firma', country: 'Land', note: 'Bemerkung' }],
    [['Назва', 'Країна'], { name: 'Назва', country: 'Країна' }],
    [['Ship', 'Flag'], undefined],
    [[], undefined],
    [['constructor', '__proto__'], undefined],
  ])('%j', (headers, mapping) => {
    expect(guessMapping(headers)).toEqual(mapping);
  });
});

test.each([
  ['company', 'company'],
  ['Firma', 'company'],
  ['PERSON', 'official'],
  ['PublicBody', 'organisation'],
  ['program', 'programme'],
  [' event ', 'event'],
  ['tank', undefined],
  ['constructor', undefined],
])('the kind "%s"', (word, kind) => {
  expect(kindOf(word)).toBe(kind);
});

test.each([',', ';', '\t', '|', '~'])('Excel’s first line "sep=%s"', (delimiter) => {
  const file = `sep=${delimiter}\nName${delimiter}Note\nAcme${delimiter}x\n`;
  expect(previewCsv(bytesOf(file))).toEqual({ headers: ['Name', 'Note'], rows: [{ line: 3, cells: ['Acme', 'x'] }], bad: [] });
});

test('a preview: headers and first rows', () => {
  const lines = ['Name;Note', ...Array.from({ length: 50 }, (_, n) => `N${n};x`)];
  const { headers, rows, bad } = previewCsv(bytesOf(lines.join('\n')), 3);
  expect({ headers, rows, bad }).toEqual({
    headers: ['Name', 'Note'],
    rows: [2, 3, 4].map((line) => ({ line, cells: [`N${line - 2}`, 'x'] })),
    bad: [],
  });
});

test('a row by its columns: aliases, country, note, the formula guard taken off', () => {
  const file = `Name,Also,Where,Said\n'=Firm,A; B | C,ua,"one\ntwo"\nSecond,,Ukraine,\n`;
  const mapping = { name: 'Name', aliases: 'Also', country: 'Where', note: 'Said' };
  expect(readCsv(bytesOf(file), mapping, 'company')).toEqual({
    good: [
      { line: 2, country: 'UA', own: { name: '=Firm', kind: 'company', aliases: ['A', 'B', 'C'], note: 'one\ntwo' } },
      { line: 4, own: { name: 'Second', kind: 'company', aliases: [] } },
    ],
    bad: [],
    passed: 0,
  });
});

test('a note of three thousand lines is one cell', () => {
  const note = Array.from({ length: 3_000 }, (_, n) => (n % 1_000 === 5 ? '""' : 'x')).join('\n');
  const { good, bad } = readCsv(bytesOf(`Name,Note\nAcme,"${note}"\nLast,\n`), { name: 'Name', note: 'Note' }, 'company');
  expect([good.map(({ own, line }) => [own.name, line]), bad]).toEqual([
    [
      ['Acme', 2],
      ['Last', 3_002],
    ],
    [],
  ]);
});

test('FollowTheMoney: what an entity tells', () => {
  const properties = { name: ['Acme', 'Acme Ltd'], alias: ['ACM'], country: ['zz9', 'gb'], notes: ['One.', 'Two.'], wikidataId: ['Q42'] };
  const line = (schema: string, id: string) => JSON.stringify({ id, schema, properties });
  const schemas = ['PublicBody', 'LegalEntity', 'Person', 'Project', 'Ownership'];
  const { good, passed } = readFollowTheMoney(bytesOf(schemas.map((schema, i) => line(schema, `id-${i}`)).join('\n')));
  const known = { country: 'GB', wikidata: 'Q42' };
  const own = { name: 'Acme', aliases: ['Acme Ltd', 'ACM'], note: 'One.\nTwo.' };
  const kinds = ['organisation', 'organisation', 'official', 'programme'];
  expect(good).toEqual(kinds.map((kind, i) => ({ line: i + 1, own: { ...own, kind }, ...known })));
  expect(passed).toBe(1);
});

test('no bytes make a reader throw', () => {
  const some = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.array(anyText, { maxLength: 8 }).map((lines) => bytesOf(lines.join('\n'))),
    fc.json().map(bytesOf),
  );
  fc.assert(
    fc.property(some, (bytes) => {
      const { headers } = previewCsv(bytes);
      readCsv(bytes, { name: headers[0] ?? 'x' }, 'company');
      readNamesList(bytes, 'company');
      readFollowTheMoney(bytes);
      readJsonLines(bytes);
    }),
    RUNS,
  );
});
