import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { countArticle } from '../../core/cooccurrence.ts';
import { fingerprintOf } from '../../core/fingerprint.ts';
import type { Mention } from '../../core/mention.ts';
import { keepArticle } from '../../platform/articles.ts';
import { openDatabase } from '../../platform/db.ts';
import { jsonLines, readJsonLines } from '../../platform/exchange/json-lines.ts';
import { bytesOf, fileOf } from './snapshots.ts';

/** What the log itself stored, not what a test drew, passes the reader's checks: a long sentence, one named alone, a copy. */

const filler = Array.from({ length: 150 }, (_, n) => `word${(n * 7919) % 1009}`).join(' ');
const BLOCKS = [
  { id: 1, text: `Saab met Thales in Oslo. ${filler}, said Saab, ${filler} and Thales.` },
  { id: 2, text: 'Later came Nammo. It was late.' },
];

const mentions = BLOCKS.flatMap(({ id: block, text }) =>
  [...text.matchAll(/Saab|Thales|Nammo/g)].map((hit): Mention => {
    const [surface] = hit;
    const why = { alias: surface, how: 'given', evidence: [] } as const;
    const span = { start: hit.index, end: hit.index + surface.length };
    return { ...span, block, surface, entity: surface, name: surface, kind: 'company', certainty: 'sure', also: [], why };
  }),
);

test('the log goes out and comes in without a bad record', async () => {
  const opened = await openDatabase('stored');
  if (opened.state === 'refused') throw new Error(opened.why.words);
  const { db } = opened;
  const counted = countArticle(BLOCKS, mentions, 'en');
  const print = fingerprintOf(BLOCKS.map(({ text }) => text));
  for (const [n, canonical] of ['https://a.example/1', 'https://b.example/2'].entries()) {
    const about = { canonical, url: canonical, title: '', publisher: '', doc: `d${n}`, author: 'A, B', lang: 'en' };
    await keepArticle(db, { ...about, ...(print === undefined ? {} : { print }), counted }, new Date('2026-02-01T12:00:00Z'));
  }
  const [articles, sightings, sentences, pairs] = await Promise.all([
    db.articles.toArray(),
    db.sightings.toArray(),
    db.sentences.toArray(),
    db.pairs.toArray(),
  ]);
  db.close();
  expect(articles[1]?.copy?.sentences.some(({ text }) => text.includes('…'))).toBe(true);
  const none = { entities: [], relations: [], own: [], verdicts: [], annotations: [], lists: [] };
  const file = fileOf(jsonLines({ made: '2026-02-02T00:00:00.000Z', articles, sightings, sentences, pairs, ...none }));
  const { good, bad } = readJsonLines(bytesOf(file));
  expect(bad).toEqual([]);
  expect(
    good.map((one) => one.type === 'article' && [one.article.row.canonical, one.article.copyOf, one.article.sightings.length]),
  ).toEqual([
    ['https://a.example/1', undefined, 3],
    ['https://b.example/2', 'https://a.example/1', 3],
  ]);
});
