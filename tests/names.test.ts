import { beforeAll, describe, expect, test } from 'vitest';
import { buildGazetteer, type Gazetteer } from '../core/gazetteer.ts';
import type { Mention } from '../core/mention.ts';
import { buildPack } from '../scripts/build-packs.ts';
import { readData } from '../scripts/read-data.ts';
import { recognise } from '../scripts/recognise.ts';
import { readRows } from './scripts/read-rows.ts';

/** Names that must be found in the pack that ships, each as the right entity. */
let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = buildGazetteer([await buildPack(readData(), 1)]);
});

function markOn(name: string, before: string, behind: string): Mention | undefined {
  const text = `${before}${name}${behind}`;
  return recognise(gazetteer, text).find((mention) => mention.start < before.length + name.length && mention.end > before.length);
}

describe('the SIPRI Top 100 of 2002 to 2024', () => {
  const rows = readRows('sipri-names.tsv').map(({ cells: [name = '', country = '', id = ''] }) => [name, country, id] as const);

  test.each(rows)('%s (%s)', (name, country, id) => {
    const mention = markOn(name, 'The arms maker ', ` of ${country} delivered missiles in 2010.`);
    expect(mention?.entity ?? '-').toBe(id);
    expect(mention?.certainty ?? 'sure').toBe('sure');
  });

  test('at least 95 in 100 names are known', () => {
    const known = rows.filter(([, , id]) => id !== '-').length;
    expect(rows.length).toBeGreaterThan(250);
    expect(known / rows.length).toBeGreaterThanOrEqual(0.95);
  });
});

describe('the second International Defense Industries Forum', () => {
  test.each([
    ['BAE Systems', 'Q739416'],
    ['KNDS', 'Q19966744'],
    ['MBDA', 'Q1475070'],
    ['D&M Holding Company', 'muster:d-and-m-holding-company'],
    ['Amentum Services Inc', 'muster:amentum'],
    ['AeroVironment', 'Q919300'],
    ['Kongsberg Defence & Aerospace', 'Q3357285'],
    ['Romarm', 'muster:romarm'],
    ['CZ Colt Group', 'Q55568528'],
    ['Quantum Systems', 'Q106298593'],
    ['Hellenic Defence Systems', 'muster:hellenic-defence-systems'],
    ['DI Danish Defence & Security Industries Association', 'muster:di-danish-defence-and-security-industries-association'],
    ['Volodymyr Zelenskyy', 'Q3874799'],
    ['Zelensky', 'Q3874799'],
  ])('%s, in any text', (name, id) =>
    expect(markOn(name, 'There was ', ', too.')).toMatchObject({ surface: name, entity: id, certainty: 'sure' }),
  );
});
