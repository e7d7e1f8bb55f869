import { describe, expect, test } from 'vitest';
import type { Kind } from '../../core/profile.ts';
import { parseProfile, profileToJson } from '../../core/record.ts';

const GOOD = {
  id: 'Q3357285',
  name: 'Kongsberg Defence & Aerospace',
  country: 'NO',
  facts: [{ key: 'website', value: 'https://www.kongsberg.com', source: 'wikidata-2026', 'as-of': '2026-03' }],
  aliases: [
    'KDA',
    { text: 'Kongsberg', role: 'weak', needs: ['NASAMS'] },
    { text: 'Конгсберг', lang: 'uk', role: 'weak', case: 'any', fixed: true },
  ],
  decoys: ['Kongsberg Automotive'],
  relations: [{ type: 'attended', to: 'muster:dfnc2', on: '2024-10-02', source: 'unn-2024' }],
  sources: ['wikidata-2026', 'unn-2024'],
  'as-of': '2026-03-28',
};

const PERSON = {
  id: 'Q3874799',
  name: 'Volodymyr Zelenskyy',
  names: { uk: { given: 'Володимир', patronymic: 'Олександрович', family: 'Зеленський', gender: 'm' } },
  offices: [{ office: 'President of Ukraine', role: 'head-of-state', since: '2019-05-20', acting: false, source: 'wikidata-2026' }],
  sources: ['wikidata-2026'],
  'as-of': '2026',
};

function problemsOf(value: unknown, kind: Kind = 'company'): readonly string[] {
  const parsed = parseProfile(value, kind);
  return 'problems' in parsed ? parsed.problems : [];
}

describe('a good record', () => {
  test.each([
    [GOOD, 'company'],
    [PERSON, 'official'],
  ] as const)('is read whole, and written back in a fixed order', (value, kind) => {
    const parsed = parseProfile(value, kind);
    if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
    const json = profileToJson(parsed.profile);
    expect(json).toEqual({ ...value, kind });
    expect(parseProfile(json, kind)).toEqual(parsed);
    const turned = Object.fromEntries(Object.entries(value).reverse());
    const again = parseProfile(turned, kind);
    expect('profile' in again && JSON.stringify(profileToJson(again.profile))).toBe(JSON.stringify(json));
  });

  test('has as-of as asOf, and plain aliases as strong ones', () => {
    const parsed = parseProfile(GOOD, 'company');
    if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
    expect(parsed.profile.asOf).toBe('2026-03-28');
    expect(parsed.profile.facts[0]?.asOf).toBe('2026-03');
    expect(parsed.profile.aliases[0]).toEqual({ text: 'KDA', role: 'strong' });
    expect(parsed.profile.offices).toEqual([]);
  });
});

describe('what is wrong is told with its path', () => {
  test.each<[string, object, string]>([
    ['an unknown key', { colour: 'red' }, 'colour: unknown key'],
    ['no id', { id: undefined }, 'id: expected an id'],
    ['a bad id', { id: 'Q012' }, "got 'Q012'"],
    ['a bad slug', { id: 'muster:Forum' }, 'id: expected an id'],
    ['an empty name', { name: '  ' }, 'name: is empty'],
    ['a name that is no text', { name: 7 }, 'name: expected text, got 7'],
    ['a long name', { name: 'x'.repeat(201) }, 'name: has 201 characters, at most 200'],
    [
      'a wrong strength',
      { aliases: ['a', { text: 'b' }, { text: 'c', role: 'week' }] },
      "aliases[2].role: expected strong or weak, got 'week'",
    ],
    ['an alias that is a number', { aliases: [7] }, 'aliases[0]: expected a map, got 7'],
    ['aliases that are no list', { aliases: 'Kongsberg' }, "aliases: expected a list, got 'Kongsberg'"],
    ['a zero-width character', { aliases: ['Kongs\u200bberg'] }, 'aliases[0]: has an invisible or control character'],
    ['a change of direction', { name: 'gro\u202e.ebuk' }, 'name: has an invisible or control character'],
    ['a control character', { decoys: ['a\u0007b'] }, 'decoys[0]: has an invisible'],
    ['a line break', { name: 'Kongs\nberg' }, 'name: has an invisible'],
    ['half a surrogate pair', { name: 'a\ud800b' }, 'name: has half a surrogate pair'],
    ['decomposed letters', { name: 'Škoda'.normalize('NFD') }, 'name: is not in Unicode normal form C'],
    ['a space too many', { name: 'Kongsberg ' }, 'name: has a space too many'],
    ['a day that is none', { 'as-of': '2026-02-30' }, "as-of: expected a date (2026, 2026-07 or 2026-07-16), got '2026-02-30'"],
    ['a month that is none', { 'as-of': '2026-13' }, 'as-of: expected a date'],
    ['no as-of', { 'as-of': undefined }, 'as-of: expected a date (2026, 2026-07 or 2026-07-16), got nothing'],
    ['no source', { sources: [] }, 'sources: a record names at least one source'],
    ['a source with spaces', { sources: ['s', 'a b'] }, 'sources[1]: expected a key of sources.yaml'],
    ['a country in words', { country: 'Norway' }, 'country: expected an ISO 3166'],
    [
      'a script as web address',
      { facts: [{ key: 'website', value: 'javascript:alert(1)', source: 'a' }] },
      'facts[0].value: expected a web address',
    ],
    [
      'a login in a web address',
      { facts: [{ key: 'website', value: 'https://a@b.example', source: 'a' }] },
      'facts[0].value: expected a web address',
    ],
    ['an unknown fact', { facts: [{ key: 'mood', value: 'good', source: 'a' }] }, 'facts[0].key: expected one of'],
    ['a relation to nowhere', { relations: [{ type: 'owns', to: '', source: 'a' }] }, 'relations[0].to: expected an id'],
    [
      'an end before its start',
      { relations: [{ type: 'owns', to: 'Q1', since: '2026-07', until: '2025', source: 'a' }] },
      'relations[0].until: 2025 lies before',
    ],
    ['names of a company', { names: { en: { family: 'Kongsberg' } } }, 'names: only persons'],
    ['offices of a company', { offices: PERSON.offices }, 'offices: only officials'],
    ['another kind', { kind: 'official' }, "kind: expected company, got 'official'"],
  ])('%s', (_, change, message) => {
    const problems = problemsOf({ ...GOOD, ...change });
    expect(problems.join('\n')).toContain(message);
    expect(problems).toHaveLength(1);
  });

  test.each<[string, object, string]>([
    ['no family name', { names: { uk: { given: 'Володимир' } } }, 'names.uk.family: expected text, got nothing'],
    ['a wrong gender', { names: { uk: { family: 'Зеленський', gender: 'x' } } }, 'names.uk.gender: expected m or f'],
    ['a language in words', { names: { Ukrainian: { family: 'Зеленський' } } }, 'names.Ukrainian: expected a language tag'],
    ['an unknown role', { offices: [{ office: 'King', role: 'king', source: 'a' }] }, 'offices[0].role: expected one of head-of-state'],
    [
      'acting in quotation marks',
      { offices: [{ ...PERSON.offices[0], acting: 'true' }] },
      "offices[0].acting: expected true or false, got 'true'",
    ],
  ])('%s', (_, change, message) => {
    const problems = problemsOf({ ...PERSON, ...change }, 'official');
    expect(problems.join('\n')).toContain(message);
    expect(problems).toHaveLength(1);
  });

  test('all at once', () => {
    expect(problemsOf({ ...GOOD, id: 'x', name: '', 'as-of': 'now' })).toHaveLength(3);
    expect(problemsOf('a record')).toEqual(["record: expected a map, got 'a record'"]);
    expect(problemsOf(null)).toEqual(['record: expected a map, got an empty value']);
  });
});
