import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildGazetteer } from '../core/gazetteer.ts';
import { buildPack } from '../scripts/build-packs.ts';
import { textOfHtml } from '../scripts/html-text.ts';
import { readData } from '../scripts/read-data.ts';
import { recognise } from '../scripts/recognise.ts';
import { emptyScore, type Gold, rates, type Score, scoreText, type Trouble } from '../scripts/score.ts';

/**
 * Names measured on articles that were invented for it, in many languages: written and labelled by someone who had not looked at the data, so
 * that they test the data instead of mirroring them. A failure lists what was missed and what was marked wrongly.
 */

const root = new URL('fixtures/articles/', import.meta.url);
const articles = readdirSync(root)
  .filter((name) => readdirSync(new URL(`${name}/`, root)).includes('gold.json'))
  .map((name) => {
    const read = (file: string) => readFileSync(new URL(`${name}/${file}`, root), 'utf8');
    return { gold: JSON.parse(read('gold.json')) as Gold, text: textOfHtml(read('source.html')) };
  });
const languages = [...new Set(articles.map(({ gold }) => gold.lang))].sort();

let score: Score;

beforeAll(async () => {
  const gazetteer = buildGazetteer([await buildPack(readData(), 1)]);
  score = emptyScore();
  for (const { gold, text } of articles) scoreText(score, gold, text, recognise(gazetteer, text, { lang: gold.lang, date: gold.date }));
}, 120_000);

function f1(key: string): number {
  const tally = score.tallies.get(key);
  if (tally === undefined) throw new Error(`nothing was scored for ${key}`);
  return rates(tally).f1;
}

function told(wanted: (trouble: Trouble) => boolean): string {
  return score.troubles
    .filter(wanted)
    .map(
      ({ document, what, certainty, entity, context }) =>
        `${document}  ${what}${certainty ? ` (${certainty})` : ''}  ${entity}  ${context}`,
    )
    .join('\n');
}

describe('the labels', () => {
  test('there are at least 28 articles in 11 languages', () => {
    expect(articles.length).toBeGreaterThanOrEqual(28);
    expect(languages.length).toBeGreaterThanOrEqual(11);
  });

  test.each(articles.map(({ gold, text }) => [gold.id, gold, text] as const))(
    '%s: each span is the text that it names',
    (_, gold, text) => {
      const slips = [...gold.mentions, ...gold.decoys].filter(({ start, end, surface }) => text.slice(start, end) !== surface);
      expect(slips).toEqual([]);
      expect(text).toContain('Written for Muster’s tests; the events are invented.');
    },
  );
});

describe('names in invented articles', () => {
  test('companies and officials: F1 of at least 0.95', () => {
    expect(
      f1('all'),
      told(({ what }) => what !== 'linked'),
    ).toBeGreaterThanOrEqual(0.95);
  });

  test.each(languages)('%s: F1 of at least 0.90', (lang) => {
    const ids = articles.filter(({ gold }) => gold.lang === lang).map(({ gold }) => gold.id);
    expect(
      f1(`lang ${lang}`),
      told(({ document, what }) => what !== 'linked' && ids.includes(document)),
    ).toBeGreaterThanOrEqual(0.9);
  });

  test('no decoy is marked as sure', () => {
    expect(
      score.decoys.sure,
      told(({ what, certainty }) => what === 'decoy' && certainty === 'sure'),
    ).toBe(0);
  });
});
