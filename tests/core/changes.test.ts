import { describe, expect, test } from 'vitest';
import { changeOf } from '../../core/changes.ts';
import { commonForms, countHits, holdReasons, within, wordsOf } from '../../core/gate.ts';
import type { Profile } from '../../core/profile.ts';
import { office, packOf, record, relation } from './pack-of.ts';

describe('what changed, field by field', () => {
  const base: Partial<Profile> = { name: 'Ann Lee', country: 'GB', names: { en: { given: 'Ann', family: 'Lee' } } };
  const of = (more: Partial<Profile>, forms = ['Ann Lee']) => record('Q1', 'official', forms, { ...base, ...more });
  const cases: readonly (readonly [string, Partial<Profile>, Partial<Profile>, object])[] = [
    ['a name', {}, { name: 'Ann Lee-Smith' }, { field: 'name', before: 'Ann Lee', after: 'Ann Lee-Smith' }],
    [
      'an office that came',
      {},
      { offices: [{ ...office('minister', 'Minister'), since: '2026-07' }] },
      { field: 'offices', after: 'Minister (2026-07–)' },
    ],
    [
      'an office that ended',
      { offices: [{ ...office('minister', 'Minister'), since: '2024' }] },
      { offices: [{ ...office('minister', 'Minister'), since: '2024', until: '2026-07-01' }] },
      { field: 'offices', before: 'Minister (2024–)', after: 'Minister (2024–2026-07-01)' },
    ],
    [
      'a fact',
      { facts: [{ key: 'does', value: 'a', source: 's' }] },
      { facts: [{ key: 'does', value: 'b', source: 's' }] },
      { field: 'facts', before: 'does: a', after: 'does: b' },
    ],
    ['a relation that went', { relations: [relation('owns', 'Q2')] }, {}, { field: 'relations', before: 'owns Q2' }],
    ['another name', {}, { aliases: [{ text: 'Lee', role: 'weak' }] }, { field: 'other names', after: 'Lee, needs evidence' }],
    [
      'a name in another language',
      {},
      { names: { ...base.names, uk: { given: 'Енн', family: 'Лі' } } },
      { field: 'names', after: 'uk: Енн Лі' },
    ],
    ['a decoy', {}, { decoys: ['Ann Leeds'] }, { field: 'not this', after: 'Ann Leeds' }],
    ['the date', {}, { asOf: '2026-02-02' }, { field: 'as of', before: '2026-01-01', after: '2026-02-02' }],
    ['the country', {}, { country: 'IE' }, { field: 'country', before: 'GB', after: 'IE' }],
  ];
  test.each(cases)('%s', (_, before, after, field) => {
    expect(changeOf(of(before), of(after))).toEqual({
      id: 'Q1',
      what: 'changed',
      kind: 'official',
      name: expect.any(String),
      fields: [field],
    });
  });

  test('forms are told by their number', () => {
    expect(changeOf(of({}), of({}, ['Ann Lee', 'Ann'])).fields).toEqual([{ field: 'forms', before: '1 forms', after: '2 forms' }]);
  });

  test('a new and a removed record say their name only', () => {
    expect(changeOf(undefined, of({}))).toMatchObject({ what: 'added', fields: [] });
    expect(changeOf(of({}), undefined)).toMatchObject({ what: 'removed', name: 'Ann Lee', fields: [] });
  });
});

describe('what waits for the reader', () => {
  const common = new Set(['the', 'steel', 'який']);
  const cases: readonly (readonly [string, Parameters<typeof record>, readonly string[]])[] = [
    ['a word', ['Q1', 'company', ['The']], ['The']],
    ['a word of another script', ['Q1', 'company', ['Який']], ['Який']],
    ['a word that needs evidence', ['Q1', 'company', ['(Steel)']], ['Steel']],
    ['a bare surname', ['Q1', 'official', ['(Steel)']], []],
    ['a name of two words', ['Q1', 'company', ['The Steel']], []],
    ['two letters', ['Q1', 'company', ['Ab']], ['Ab']],
    ['two capitals', ['Q1', 'company', ['AB']], []],
    ['two Chinese letters', ['Q1', 'company', ['美国']], []],
    ['a word that is none here', ['Q1', 'company', ['Rheinmetall']], []],
  ];
  test.each(cases)('%s', (_, made, found) => {
    expect(commonForms(record(...made), undefined, common)).toEqual(found);
    // What the older version had is nothing new.
    expect(commonForms(record(...made), record(...made), common)).toEqual([]);
  });

  test('hits in a text are those of the names in it, and few forms are looked at', () => {
    const text = 'Steel and Iron met.\nIron again, and Brassworks Limited.';
    const words = wordsOf(text);
    const records = [
      record('Q1', 'company', ['Iron', 'Copper']),
      record('Q2', 'company', ['Brassworks Limited']),
      record('Q3', 'company', ['Tin']),
    ];
    const few = records.map((one) => within(one, words)).filter((one) => one !== undefined);
    expect(few.map(({ forms }) => forms.flatMap(({ texts }) => texts))).toEqual([['Iron'], ['Brassworks Limited']]);
    expect(countHits(packOf([]).header, few, text)).toBe(3);
  });

  const weigh = (more: object) => ({
    before: { records: 100, hits: 20 },
    after: { records: 100, hits: 20 },
    removed: 0,
    common: [],
    ...more,
  });
  const reasons: readonly (readonly [string, object, RegExp | undefined])[] = [
    ['nothing much', {}, undefined],
    ['nineteen of a hundred', { removed: 19 }, undefined],
    ['twenty of a hundred', { removed: 20 }, undefined],
    ['twenty-one of a hundred', { removed: 21 }, /drops 21 of 100/],
    ['three times the hits', { after: { records: 100, hits: 60 } }, undefined],
    ['more than three times the hits', { after: { records: 100, hits: 61 } }, /61 names .* 20 were marked/],
    ['thirty hits where there was one', { before: { records: 9, hits: 1 }, after: { records: 9, hits: 30 } }, undefined],
    ['a first version with many hits', { before: undefined, after: { records: 9, hits: 999 } }, undefined],
    [
      'a word, and five more',
      { common: Array.from({ length: 6 }, () => ({ id: 'Q1', name: 'A', form: 'The' })) },
      /“The” \(A\).* and 1 more/,
    ],
  ];
  test.each(reasons)('%s', (_, more, words) => {
    const said = holdReasons(weigh(more))
      .map(({ words: one }) => one)
      .join(' ');
    if (words === undefined) expect(said).toBe('');
    else expect(said).toMatch(words);
  });
});
