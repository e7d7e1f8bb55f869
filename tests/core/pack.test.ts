import { describe, expect, test } from 'vitest';
import { type Pack, parsePack, writePack } from '../../core/pack.ts';
import type { Profile } from '../../core/profile.ts';

function profile(id: string): Profile {
  return {
    id,
    kind: 'company',
    name: `Company ${id}`,
    aliases: [],
    decoys: [],
    offices: [],
    relations: [],
    facts: [],
    sources: ['s'],
    asOf: '2026',
  };
}

const PACK: Pack = {
  header: {
    muster: 1,
    channel: 'core',
    version: 3,
    asOf: '2026-10-08',
    count: 2,
    sources: { s: { title: 'A source', url: 'https://source.example/' } },
    fieldWords: ['missile', 'ракета'],
    titles: { minister: ['міністр'] },
    decoys: ['Leonardo DiCaprio'],
    givenNames: ['Rachel'],
  },
  records: [
    {
      profile: profile('Q1'),
      forms: [
        { alias: 'Рейнметал', lang: 'uk', role: 'strong', case: 'capital', how: 'declined', texts: ['Рейнметалу', 'Рейнметалом'] },
        { alias: 'KNDS', role: 'weak', case: 'exact', how: 'given', needs: ['tank'], texts: ['KNDS'] },
      ],
    },
    { profile: profile('Q2'), forms: [] },
  ],
};

const TEXT = writePack(PACK);

describe('a pack as text', () => {
  test('is read back as it was written', () => {
    expect(parsePack(TEXT)).toEqual(PACK);
    expect(writePack(parsePack(TEXT))).toBe(TEXT);
  });

  test('is sorted by id, one record a line', () => {
    expect(writePack({ ...PACK, records: [...PACK.records].reverse() })).toBe(TEXT);
    expect(TEXT.split('\n').map((line) => line.slice(0, 10))).toEqual(['{"muster":', '{"id":"Q1"', '{"id":"Q2"', '']);
  });
});

describe('a pack that is not right is refused whole, with channel and line', () => {
  const lines = TEXT.split('\n');
  const withLine = (at: number, change: (line: string) => string) => lines.map((line, i) => (i === at ? change(line) : line)).join('\n');
  test.each<[string, string, string]>([
    ['empty', '', 'pack ?: line 1: not JSON'],
    ['cut in the middle', TEXT.slice(0, -40), 'pack core: line 3: not JSON'],
    ['a record lost', lines.filter((_, i) => i !== 2).join('\n'), 'pack core: line 1: count: says 2 records, 1 follow'],
    ['a record twice', [lines[0], lines[1], lines[1], ''].join('\n'), 'pack core: line 3: id: Q1 must come after Q1'],
    ['another format', withLine(0, (line) => line.replace('"muster":1', '"muster":2')), 'muster: expected format 1, got 2'],
    [
      'a channel with a path in it',
      withLine(0, (line) => line.replace('"core"', '"../x"')),
      "pack ?: line 1: channel: expected a name in lower case, got '../x'",
    ],
    ['a bad source', withLine(0, (line) => line.replace('https://source', 'javascript:source')), 'sources.s.url: expected a web address'],
    ['an unknown role', withLine(0, (line) => line.replace('"minister"', '"king"')), 'titles.king: unknown key'],
    [
      'a bad record',
      withLine(1, (line) => line.replace('"as-of":"2026"', '"as-of":"soon"')),
      "pack core: line 2: as-of: expected a date (2026, 2026-07 or 2026-07-16), got 'soon'",
    ],
    [
      'a form with an invisible character',
      withLine(1, (line) => line.replace('Рейнметалу', 'Рейн\u200bметалу')),
      'forms[0].texts[0]: has an invisible',
    ],
    ['an unknown letter', withLine(1, (line) => line.replace('"s","c","d"', '"x","c","d"')), "forms[0].role: expected s or w, got 'x'"],
    [
      'a group that is no list',
      withLine(2, (line) => line.replace('"forms":[]', '"forms":[7]')),
      'pack core: line 3: forms[0]: expected [alias',
    ],
    ['a line that is no record', withLine(2, () => '7'), 'pack core: line 3: expected a record, got 7'],
  ])('%s', (_, text, message) => {
    expect(() => parsePack(text)).toThrow(message);
  });
});
