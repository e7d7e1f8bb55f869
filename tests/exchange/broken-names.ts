import type { BadCode } from '../../platform/exchange/bad.ts';
import { type Broken, json, type Loose, latin1, utf16 } from './broken.ts';
import { bytesOf } from './snapshots.ts';

const ftm = (id: string, name: unknown, schema: unknown = 'Company', more: Loose = {}) =>
  json({ id, schema, properties: { name, ...more } });
const aroundFtm = (what: string, middle: string, ...codes: BadCode[]): Broken => ({
  what,
  bytes: bytesOf(`${ftm('a', ['First'])}\n${middle}\n${ftm('z', ['Last'])}\n`),
  codes,
  good: ['First', 'Last'],
});

export const BROKEN_FTM: readonly Broken[] = [
  ...[undefined, [], [''], [' ', '']].map((name) => aroundFtm(`name ${json(name)}`, ftm('b', name), 'no-name')),
  ...[7, null, [7], [['x']], {}, [null]].map((name) =>
    aroundFtm(`name ${json(name)}`, ftm('b', name), name === null ? 'no-name' : 'wrong-shape'),
  ),
  ...[7, null, [], {}].map((schema) => aroundFtm(`schema ${json(schema)}`, ftm('b', ['B'], schema), 'wrong-shape')),
  ...['constructor', '__proto__', 'company', 'toString', ''].map((schema) =>
    aroundFtm(`schema "${schema}"`, ftm('b', ['B'], schema), 'unknown-type'),
  ),
  ...[undefined, null, 7, '', []].map((id) =>
    aroundFtm(`id ${json(id)}`, json({ id, schema: 'Company', properties: { name: ['B'] } }), 'wrong-shape'),
  ),
  ...[undefined, null, 7, 'x', []].map((properties) =>
    aroundFtm(`properties ${json(properties)}`, json({ id: 'b', schema: 'Person', properties }), 'wrong-shape'),
  ),
  aroundFtm('a name without a letter', ftm('b', ['***']), 'name-without-letter'),
  aroundFtm('a long name', ftm('b', ['x'.repeat(201)]), 'name-too-long'),
  aroundFtm(
    'many aliases',
    ftm(
      'b',
      Array.from({ length: 60 }, (_, n) => `N${n}`),
    ),
    'too-many-aliases',
  ),
  aroundFtm('aliases that are numbers', ftm('b', ['B'], 'Company', { alias: [1, 2] }), 'wrong-shape'),
  aroundFtm('the same id', ftm('a', ['Other']), 'duplicate'),
  aroundFtm('name by way of the prototype', '{"id":"b","schema":"Company","properties":{"__proto__":{"name":["B"]}}}', 'no-name'),
  aroundFtm('cut off', '{"id":"b","schema":"Comp', 'not-json'),
  aroundFtm('no object', '"Company"', 'not-object'),
  aroundFtm('a ship, which is passed over', ftm('b', ['Moskva'], 'Vessel')),
];

const table = (lines: readonly string[], end = '\n') => bytesOf(lines.map((line) => `${line}${end}`).join(''));
const aroundCsv = (what: string, middle: readonly string[], ...codes: BadCode[]): Broken => ({
  what,
  bytes: table(['Company,Type,Note', 'First,company,x', ...middle, 'Last,,']),
  codes,
  good: ['First', 'Last'],
});

export const BROKEN_CSV: readonly Broken[] = [
  aroundCsv('a quote that is never closed', ['"Acme, company,x'], 'quotes'),
  aroundCsv('a quote that is closed in the middle', ['"Acme" Ltd,company,x'], 'quotes'),
  aroundCsv('two quotes that are never closed', ['"Acme,company,x', '"Bolt,company,x'], 'quotes', 'quotes'),
  {
    ...aroundCsv('a stray quote that another one could close', ['"Acme,company,x', 'Bolt,company,y"'], 'quotes'),
    good: ['First', 'Bolt', 'Last'],
  },
  aroundCsv('a cell too many', ['Acme,company,x,y'], 'cells'),
  aroundCsv('no name', [',company,x', '" ",company,x'], 'no-name', 'no-name'),
  aroundCsv('a kind that nobody knows', ['Acme,tank,x'], 'unknown-kind'),
  aroundCsv('swapped columns', ['company,Acme,x'], 'unknown-kind'),
  aroundCsv('a kind of every object', ['Acme,constructor,x', 'Bolt,__proto__,x'], 'unknown-kind', 'unknown-kind'),
  aroundCsv('a name without a letter', ['***,company,x'], 'name-without-letter'),
  aroundCsv('a long name', [`${'x'.repeat(300)},company,x`], 'name-too-long'),
  aroundCsv('the same name again', ['FIRST,company,x'], 'duplicate'),
  aroundCsv('a line of nine million characters', [`Acme,company,${'x'.repeat(9_000_000)}`], 'too-long'),
  aroundCsv('a zero byte', ['Ac\0me,company,x'], 'wrong-encoding'),
  aroundCsv(
    'empty cells behind the last column, and blank lines, which are right',
    ['', ' '].map((line) => line),
  ),
  { what: 'nothing', bytes: new Uint8Array(), codes: ['empty'], good: [] },
  { what: 'a workbook', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 10, 10]), codes: ['not-text'], good: [] },
  { what: 'an old workbook', bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 10]), codes: ['not-text'], good: [] },
  { what: 'another table', bytes: table(['Ship,Flag', 'Moskva,RU']), codes: ['no-column', 'no-column', 'no-column'], good: [] },
  {
    what: 'a row in Latin-1',
    bytes: latin1('Company,Type,Note\nFirst,company,\nKrauß,company,x\nLast,,\n'),
    codes: ['wrong-encoding'],
    good: ['First', 'Last'],
  },
  {
    what: 'UTF-16 without its mark',
    bytes: utf16('Company,Type,Note\nFirst,,', false, false),
    codes: ['wrong-encoding', 'wrong-encoding'],
    good: [],
  },
  {
    what: 'UTF-16, semicolons, CRLF, which is right',
    bytes: utf16('Company;Type;Note\r\nFirst;;\r\nLast;;\r\n'),
    codes: [],
    good: ['First', 'Last'],
  },
  {
    what: 'tabs and old Mac line ends',
    bytes: table(['Company\tType\tNote', 'First\t\t', 'Last\t\t'], '\r'),
    codes: [],
    good: ['First', 'Last'],
  },
  {
    what: 'mixed line ends',
    bytes: bytesOf('Company,Type,Note\r\nFirst,,\nMiddle,,\rLast,,'),
    codes: [],
    good: ['First', 'Middle', 'Last'],
  },
  { what: 'Excel’s sep line', bytes: table(['sep=|', 'Company|Type|Note', 'First||', 'Last||']), codes: [], good: ['First', 'Last'] },
  { what: 'a header in Latin-1', bytes: latin1('Company,Type,Note,Straße\nFirst,,,\nLast,,,'), codes: [], good: ['First', 'Last'] },
  {
    what: 'a header with a stray quote',
    bytes: table(['"Company,Type,Note', 'First,,', 'Last,,']),
    codes: ['quotes'],
    good: ['First', 'Last'],
  },
  {
    what: 'a name over two lines and quotes inside',
    bytes: table(['Company,Type,Note', '"First', '""one"", Inc.",company,x', 'Last,,']),
    codes: [],
    good: ['First "one", Inc.', 'Last'],
  },
];

const aroundList = (what: string, middle: string, ...codes: BadCode[]): Broken => ({
  what,
  bytes: bytesOf(`First\n${middle}\nLast`),
  codes,
  good: ['First', 'Last'],
});

export const BROKEN_LISTS: readonly Broken[] = [
  aroundList('a line without a letter', '---', 'name-without-letter'),
  aroundList('only aliases', ';Acme;ACM', 'name-without-letter'),
  aroundList('a long line', 'x'.repeat(201), 'name-too-long'),
  aroundList('a huge line', 'x'.repeat(9_000_000), 'too-long'),
  aroundList('many aliases', Array.from({ length: 60 }, (_, n) => `N${n}`).join(';'), 'too-many-aliases'),
  aroundList('the same in capitals', 'FIRST', 'duplicate'),
  aroundList('a zero byte', 'A\0', 'wrong-encoding'),
  { what: 'a line in Latin-1', bytes: latin1('First\nKrauß\nLast'), codes: ['wrong-encoding'], good: ['First', 'Last'] },
  { what: 'nothing', bytes: new Uint8Array(), codes: ['empty'], good: [] },
  { what: 'a PNG', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), codes: ['not-text'], good: [] },
  { what: 'UTF-16 with its mark', bytes: utf16('First\r\nLast'), codes: [], good: ['First', 'Last'] },
];
