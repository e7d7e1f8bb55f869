import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { COUNTRIES } from '../../core/countries.ts';
import { parseProfile } from '../../core/record.ts';
import { countryCode } from '../../scripts/import/country-code.ts';
import { type Importer, nameKey, readRows, webAddress } from '../../scripts/import/imported.ts';
import { IMPORTERS } from '../../scripts/import/importers.ts';
import { type Change, changesOf } from '../../scripts/import/refresh.ts';
import { applyChanges, draftOf, isWritten } from '../../scripts/import/write.ts';
import { type Data, readData } from '../../scripts/read-data.ts';

const LIST: Importer = {
  ...(IMPORTERS.find(({ name }) => name === 'bohun') as Importer),
  source: 'list-2026-11',
  asOf: '2026-11',
};
const HEAD = 'qid,name,country,hq,website\n';
const read = (rows: string) => readRows(LIST, HEAD + rows, 'list.csv');

const FILE = `# Norway.
- id: Q1
  name: Acme Defence
  country: NO
  facts:
    - { key: headquarters, value: Oslo, source: list-2026-11 }    # by hand
    - { key: website, value: "https://www.acme.example", source: other }
  sources: [list-2026-11, other]
  as-of: 2026-10

- id: Q2
  name: Example Arms
  country: NO
  sources: [other]
  as-of: 2026-12
`;

/** A data folder of one file, with the lines of its parts. */
function dataOf(text: string): Data {
  const records = (parseDocument(text, { schema: 'failsafe' }).toJS() as unknown[]).map((value) => {
    const parsed = parseProfile(value, 'company');
    if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
    const lines = text.split('\n');
    const first = lines.indexOf(`- id: ${parsed.profile.id}`);
    const line = (path: string): number => {
      const [, key = 'id', index = '0'] = /^([a-z-]*)(?:\[(\d+)\])?/.exec(path) ?? [];
      const at = lines.findIndex((one, i) => i >= first && one.replace('- ', '  ').startsWith(`  ${key}:`));
      return (path === '' ? first : path.includes('[') ? at + 1 + Number(index) : at) + 1;
    };
    return { profile: parsed.profile, file: 'data/companies/no.yaml', line };
  });
  return { records, sources: {}, fieldWords: [], titles: {}, decoys: [], givenNames: {}, sites: [], never: [] };
}

const told = (change: Change) =>
  change.type === 'new'
    ? `new ${change.imported.names[0]}`
    : change.type === 'differs'
      ? `differs ${change.what}: ${change.ours} / ${change.theirs}`
      : `${change.type} ${change.record.profile.id} ${change.fact.key}: ${change.fact.value}`;

describe('what a source says', () => {
  test.each<[law: string, rows: string, expected: string[]]>([
    ['the same', 'Q1,Acme Defence,Norway,Oslo,acme.example\n', []],
    ['otherwise than before', 'Q1,Acme Defence,NO,Bergen,\n', ['updated Q1 headquarters: Bergen']],
    ['otherwise than another source', 'Q1,Acme,NO,,acme.invalid\n', ['differs website: https://www.acme.example / https://acme.invalid']],
    ['something new of a record without facts', 'Q2,Example,NO,Moss,\n', ['added Q2 headquarters: Moss']],
    ['of a record found by its name', ',ACME DEFENCE AS,NO,Bergen,\n', ['updated Q1 headquarters: Bergen']],
    ['of a namesake abroad', ',Acme Defence,SE,Malmö,\n', ['differs country: NO / SE']],
    ['of nobody we know', 'Q9,Other Arms,NO,,\n', ['new Other Arms']],
    ['two rows, of which one agrees', 'Q1,Acme Defence,NO,Oslo,\nQ1,Acme Defence,NO,Bergen,\n', []],
  ])('%s', (_law, rows, expected) => expect(changesOf(dataOf(FILE), LIST, read(rows)).map(told)).toEqual(expected));

  test('is written by line: comments and layout stay', () => {
    const changes = changesOf(dataOf(FILE), LIST, read('Q1,Acme Defence,NO,Bergen,\nQ2,Example Arms,NO,Moss,moss.example\n'));
    const written = applyChanges(FILE, LIST, changes.filter(isWritten));
    expect(written).toBe(
      FILE.replace(
        '    - { key: headquarters, value: Oslo, source: list-2026-11 }    # by hand',
        '    - { key: headquarters, value: Bergen, source: list-2026-11 }',
      )
        .replace('as-of: 2026-10', 'as-of: 2026-11')
        .replace(
          '  name: Example Arms\n  country: NO\n  sources: [other]',
          '  name: Example Arms\n  country: NO\n  facts:\n    - { key: headquarters, value: Moss, source: list-2026-11 }\n    - { key: website, value: "https://moss.example", source: list-2026-11 }\n  sources: [list-2026-11, other]',
        ),
    );
    expect(changesOf(dataOf(written), LIST, read('Q1,Acme Defence,NO,Bergen,\nQ2,Example Arms,NO,Moss,moss.example\n'))).toEqual([]);
  });

  test('a draft of a new record is one that the build takes', () => {
    const [change] = changesOf(dataOf(FILE), LIST, read(',"Übung: Waffen, Söhne",DE,Köln,uebung.example\n')) as [
      Extract<Change, { type: 'new' }>,
    ];
    const draft = draftOf(change, LIST);
    expect(draft).toContain('- id: muster:ubung-waffen-sohne');
    const [record] = parseDocument(draft, { schema: 'failsafe' }).toJS() as [unknown];
    expect(parseProfile(record, 'company')).toMatchObject({ profile: { name: 'Übung: Waffen, Söhne', country: 'DE' } });
  });
});

describe('files', () => {
  test.each<[law: string, text: string, message: string]>([
    [
      'without a column',
      'qid,name\nQ1,A\n',
      "list.csv: no column country, hq, website; the source 'bohun' has the columns qid, name, country, hq, website",
    ],
    ['with a line cut off', `${HEAD}Q1,A\n`, 'list.csv: row 2: Too few fields'],
  ])('%s', (_law, text, message) => expect(() => readRows(LIST, text, 'list.csv')).toThrow(message));

  test('every importer names a source that exists, with another name each', () => {
    const { sources } = readData();
    expect(IMPORTERS.filter(({ source }) => sources[source] === undefined).map(({ name }) => name)).toEqual([]);
    expect(new Set(IMPORTERS.map(({ name }) => name)).size).toBe(IMPORTERS.length);
  });
});

describe('words of sources in our own', () => {
  test.each([
    ['RHEINMETALL ELECTRONICS GMBH', 'rheinmetall electronics'],
    ['DIEHL DEFENCE GMBH & CO. KG', 'diehl defence'],
    ['Lockheed Martin Corp.', 'lockheed martin'],
    ['LEONARDO - SOCIETA PER  AZIONI', 'leonardo societa per azioni'],
    ['SAAB AKTIEBOLAG', 'saab'],
  ])('%s', (name, key) => expect(nameKey(name)).toBe(key));

  test.each([
    ['South Korea', 'KR'],
    ['Turkey', 'TR'],
    ['UK', 'GB'],
    ['EL', 'GR'],
    ['Trans-European', 'EU'],
    ['nl', 'NL'],
    ['Atlantis', undefined],
  ])('country %s', (text, code) => expect(countryCode(text)).toBe(code));

  test('every code that they give is one that a record may name', () =>
    expect(['Norway', 'Kosovo', 'UK'].map(countryCode).every((code) => COUNTRIES.has(code ?? ''))).toBe(true));

  test.each([
    ['WWW.NAVANTIA.ES', 'https://www.navantia.es'],
    ['http://www.elettronicagroup.com/', 'http://www.elettronicagroup.com'],
    ['https://www.cyber.airbus.com/a', 'https://www.cyber.airbus.com/a'],
    ['', undefined],
    ['none', undefined],
  ])('site %s', (text, address) => expect(webAddress(text)).toBe(address));
});
