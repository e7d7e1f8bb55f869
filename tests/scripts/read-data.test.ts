import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writePack } from '../../core/pack.ts';
import { buildPack } from '../../scripts/build-packs.ts';
import { readData } from '../../scripts/read-data.ts';

const FIXTURE = fileURLToPath(new URL('../fixtures/data', import.meta.url));

describe('the small data folder of the tests', () => {
  test('is read with file and line', () => {
    const data = readData(FIXTURE);
    expect(data.records.map(({ profile }) => profile.id)).toEqual(['Q12153697', 'Q3874799', 'Q4000000']);
    const umerov = data.records[2];
    expect([umerov?.file, umerov?.line('id'), umerov?.line('aliases[0]')]).toEqual(['data/officials/ua.yaml', 16, 22]);
  });

  test('gives the same pack each time', async () => {
    const [one, two] = [await buildPack(readData(FIXTURE), 1), await buildPack(readData(FIXTURE), 1)];
    expect(writePack(one)).toBe(writePack(two));
    expect(one.header).toMatchObject({ channel: 'core', version: 1, asOf: '2026-09-13', count: 3 });
  });
});

describe('what is wrong is listed, all of it, with file and line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'data-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, text: string): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }

  function record(id: string, more = ''): string {
    return `- id: ${id}\n  name: Somebody\n  country: NO\n${more}  sources: [s]\n  as-of: 2026\n`;
  }

  test.each<[string, Record<string, string>, readonly string[]]>([
    ['not YAML', { 'companies/no.yaml': '- id: [Q1\n  name: x' }, ['data/companies/no.yaml:2: ']],
    [
      'a file that is no YAML from some line on',
      { 'companies/no.yaml': `- id: Q1\n<<<<<<< ours\n${'  a: [b, c]\n'.repeat(200)}` },
      [...Array(10)].map(() => 'data/companies/no.yaml:').concat('data/companies/no.yaml: … and'),
    ],
    ['not a list', { 'companies/no.yaml': 'id: Q1' }, ['data/companies/no.yaml:1: expected a list of records, got a map']],
    [
      'a field',
      { 'companies/no.yaml': record('Q1', '  aliases:\n    - A\n    - { text: B, role: week }\n') },
      ["data/companies/no.yaml:6: aliases[1].role: expected strong or weak, got 'week'"],
    ],
    [
      'an id twice',
      { 'companies/no.yaml': record('Q1'), 'officials/no.yaml': record('Q1') },
      ['data/officials/no.yaml:1: id: Q1 is also in data/companies/no.yaml:1'],
    ],
    [
      'a relation to nobody and a source that is not there',
      { 'companies/no.yaml': record('Q1', '  relations:\n    - { type: owns, to: Q9, source: t }\n') },
      [
        'data/companies/no.yaml:5: relations[0].to: no record has the id Q9',
        "data/companies/no.yaml:5: relations[0].source: 't' is not in sources.yaml",
      ],
    ],
    [
      'a country that is none',
      { 'companies/gb.yaml': record('Q1').replace('NO', 'UK') },
      [
        "data/companies/gb.yaml:3: country: expected an ISO 3166 country code in capitals (GB, GR; not UK, EL), or INT, EU, NATO, UN, got 'UK'",
      ],
    ],
    [
      'a wrong type',
      { 'companies/no.yaml': record('Q1', '  aliases: Acme\n') },
      ["data/companies/no.yaml:4: aliases: expected a list, got 'Acme'"],
    ],
    [
      'an alias of control characters',
      { 'companies/no.yaml': record('Q1', '  aliases:\n    - "\\u0007\\u0008"\n') },
      ["data/companies/no.yaml:5: aliases[0]: has an invisible or control character in '\\u{7}\\u{8}'"],
    ],
    [
      'ten thousand aliases',
      { 'companies/no.yaml': record('Q1', `  aliases:\n${Array.from({ length: 10_000 }, (_, i) => `    - Name ${i}\n`).join('')}`) },
      ['data/companies/no.yaml:4: aliases: has 10000 entries, at most 400 are allowed; leave out'],
    ],
    [
      'known as of a day that has not come',
      { 'companies/no.yaml': record('Q1').replace('2026', '2999-01') },
      ['data/companies/no.yaml:5: as-of: 2999-01 has not come (today is 2026-11-25); give the day on which it was known'],
    ],
    [
      'an office that is too far ahead',
      { 'officials/no.yaml': record('Q1', '  offices:\n    - { office: Minister, role: minister, since: 2062-01-14, source: s }\n') },
      ['data/officials/no.yaml:5: offices[0].since: 2062-01-14 lies more than 2 years ahead; correct it, or leave it out'],
    ],
    ['a source from the future', { 'sources.yaml': 's: { title: S, date: 2999 }\n' }, ['data/sources.yaml: s: date 2999 has not come']],
    [
      'a former name without a source',
      { 'companies/no.yaml': record('Q1', '  aliases:\n    - { text: Old, until: 2019 }\n') },
      ['data/companies/no.yaml:5: aliases[0]: a name with dates needs a source for them'],
    ],
    ['a source', { 'sources.yaml': 's: { title: S }\nt: { title: T, date: soon }\n' }, ['data/sources.yaml:2: t.date: expected a date']],
    [
      'a site',
      { 'sites.yaml': '- { host: "https://x.example/", name: X, kind: news }\n' },
      ['data/sites.yaml:1: [0].host: expected a host'],
    ],
    [
      'a site twice',
      { 'sites.yaml': '- { host: x.example, name: X, kind: news }\n- { host: x.example, name: Y, kind: news }\n' },
      ['data/sites.yaml:2: [1].host: '],
    ],
    ['a title', { 'titles.yaml': 'king: { en: [King] }\n' }, ['data/titles.yaml:1: king: unknown role']],
    [
      'a field word',
      { 'field-words.yaml': 'en:\n  - missile\n  - "mis\\u200bsile"\n' },
      ['data/field-words.yaml:3: en[1]: has an invisible'],
    ],
  ])('%s', (_, files, expected) => {
    write('sources.yaml', 's: { title: S }\n');
    for (const [name, text] of Object.entries(files)) write(name, text);
    const message = messageOf(() => readData(folder, '2026-11-25'));
    for (const line of expected) expect(message).toContain(line);
    expect(message.split('\n')).toHaveLength(expected.length + 1);
  });

  test('words like NO, 2026 and 1e5 stay words', () => {
    write('sources.yaml', 's: { title: S }\n');
    write('companies/no.yaml', record('Q1', '  aliases: [1e5, 007, 2026]\n'));
    const profile = readData(folder).records[0]?.profile;
    expect([profile?.country, ...(profile?.aliases ?? []).map(({ text }) => text)]).toEqual(['NO', '1e5', '007', '2026']);
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}
