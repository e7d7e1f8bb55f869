import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYTHING, type ExplorerPlace, readPlace, START, VIEWS, writePlace } from '../../components/explorer/place.ts';
import { atSentence } from '../../components/links.ts';
import { KINDS } from '../../core/profile.ts';
import { LEVELS } from '../../core/weights.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.isWellFormed());

const places: fc.Arbitrary<ExplorerPlace> = fc.record(
  {
    view: fc.constantFrom(...VIEWS),
    ids: fc.uniqueArray(word, { maxLength: 5 }),
    depth: fc.constantFrom(1, 2),
    filter: fc.record(
      {
        from: day,
        to: day,
        kinds: fc.subarray([...KINDS]),
        countries: fc.uniqueArray(word, { maxLength: 3 }),
        publishers: fc.uniqueArray(word, { maxLength: 3 }),
        lists: fc.uniqueArray(word, { maxLength: 3 }),
        level: fc.constantFrom(...LEVELS),
        least: fc.integer({ min: 1, max: 1_000 }),
      },
      { requiredKeys: ['kinds', 'countries', 'publishers', 'lists', 'level', 'least'] },
    ),
    text: word,
    pair: fc.uniqueArray(word, { minLength: 2, maxLength: 2 }).map(([a, b]) => [a, b] as [string, string]),
  },
  { requiredKeys: ['view', 'ids', 'depth', 'filter', 'text'] },
);

describe('the address of a place in the explorer', () => {
  test('leads back to the place', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(readPlace(writePlace(place))).toEqual(place);
      }),
    );
  });

  test.each([
    ['', START],
    ['?view=nowhere&level=__proto__&least=-4&depth=9&kind=ship&from=2024-13-40&to=yesterday', START],
    ['?e=Q1', { ...START, view: 'entity', ids: ['Q1'] }],
    ['?e=Q1&e=Q2&e=Q1', { ...START, ids: ['Q1', 'Q2'] }],
    ['?view=network&e=Q1', { ...START, ids: ['Q1'] }],
    ['?pair=Q1&pair=Q1', START],
    ['?pair=Q1', START],
    ['?list=list:1', { ...START, filter: { ...EVERYTHING, lists: ['list:1'] } }],
    ['?kind=official&kind=company', { ...START, filter: { ...EVERYTHING, kinds: ['company', 'official'] } }],
    ['?least=2.5', START],
  ])('%s', (search, expected) => {
    expect(readPlace(search)).toEqual(expected);
  });
});

describe('a link to a sentence', () => {
  test.each([
    ['short: whole', 'https://n.example/a', 'BAE Systems met KNDS.', 'https://n.example/a#:~:text=BAE%20Systems%20met%20KNDS.'],
    [
      'long: its ends',
      'https://n.example/a',
      'one two three four five six seven eight nine ten eleven',
      'https://n.example/a#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven',
    ],
    ['what was cut is no part of it', 'https://n.example/a', '…met KNDS…', 'https://n.example/a#:~:text=met%20KNDS'],
    ['signs that mean something there', 'https://n.example/a', 'a-b, c & d', 'https://n.example/a#:~:text=a%2Db%2C%20c%20%26%20d'],
    ['beside a place in the page', 'https://n.example/a#news', 'BAE', 'https://n.example/a#news:~:text=BAE'],
    ['nothing to find', 'https://n.example/a', '…', 'https://n.example/a'],
    ['no address of the web', 'javascript:alert(1)', 'BAE', 'javascript:alert(1)'],
    ['Cyrillic', 'https://n.example/a', 'Укроборонпрому', `https://n.example/a#:~:text=${encodeURIComponent('Укроборонпрому')}`],
  ])('%s', (_, address, sentence, expected) => {
    expect(atSentence(address, sentence)).toBe(expected);
  });
});
