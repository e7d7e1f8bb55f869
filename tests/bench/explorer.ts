import { graphOf, waysBetween } from '../../core/graph.ts';
import { chunkOf, dateOfDay, joinChunks, type Ledger, type LedgerArticle, type LedgerChunk, makeChunk } from '../../core/ledger.ts';
import { articlesWith, partnersOf, type Tally, tallyOf } from '../../core/tally.ts';
import { newNames, risingPairs, timelineOf } from '../../core/timeline.ts';
import { articlesWithWords, makeWordChunk } from '../../core/word-index.ts';
import { expectAnswer, type Figure, figure, seconds } from './measure.ts';
import { makeNames, makeText, random } from './text.ts';

/**
 * The explorer's questions over a log of 20,000 articles that name 5,000 entities 400,000 times, more than a million pairs; in Node, where the page's
 * own work (drawing) is left out. Generated: a few are named everywhere, most of them seldom.
 */

const ENTITIES = 5_000;
const ARTICLES = 20_000;
const BY_ARTICLE = 20;
const FIRST_DAY = 19_000;
const DAYS = 700;
/** Milliseconds; the bar of each question. */
const BAR = 100;

function chunksOf(): readonly LedgerChunk[] {
  const next = random(7);
  const articles = Array.from({ length: ARTICLES }, (_, at): LedgerArticle => {
    const ids = new Set<string>();
    while (ids.size < BY_ARTICLE) ids.add(`Q${Math.floor(ENTITIES * next() ** 2.5)}`);
    const named = [...ids].sort();
    return {
      id: at + 1,
      date: dateOfDay(FIRST_DAY + Math.floor((at * DAYS) / ARTICLES)),
      publisher: `Paper ${Math.floor(40 * next())}`,
      named: named.map((entity) => ({ entity, times: 1 })),
      pairs: named.flatMap((a, i) => named.slice(i + 1).map((b) => ({ a, b, sentences: i % 3, paragraphs: i % 3 }))),
    };
  });
  return [...Map.groupBy(articles, ({ id }) => chunkOf(id)).values()].map(makeChunk);
}

const everybody = { level: 'article', least: 1, keeps: () => true, mostNodes: 500, mostPairs: 3_000 } as const;

/** Each question with what it must find at least. */
const QUESTIONS: readonly (readonly [string, (ledger: Ledger, tally: Tally) => number, number])[] = [
  ['count under a filter', (ledger) => tallyOf(ledger, { from: FIRST_DAY + 100, to: FIRST_DAY + 500 }).articles, 11_000],
  ['count some publishers', (ledger) => tallyOf(ledger, { publishers: new Set(['Paper 1', 'Paper 2']) }).articles, 500],
  ['the most named, as a network', (ledger, tally) => graphOf(ledger, tally, { ...everybody, chosen: [], depth: 1 }).pairs.length, 3_000],
  [
    'neighbours of one named everywhere',
    (ledger, tally) => graphOf(ledger, tally, { ...everybody, chosen: ['Q0'], depth: 1 }).nodes.length,
    500,
  ],
  ['… to depth 2', (ledger, tally) => graphOf(ledger, tally, { ...everybody, chosen: ['Q0'], depth: 2 }).nodes.length, 500],
  ['partners with their surprise', (ledger, tally) => partnersOf(ledger, tally, 'Q0', 'article').length, 4_000],
  ['articles that name two', (ledger, tally) => articlesWith(ledger, tally, ['Q0', 'Q1']).length, 100],
  ['five over time, by day', (ledger, tally) => timelineOf(ledger, tally, ['Q0', 'Q1', 'Q2', 'Q3', 'Q4'], 'day').starts.length, DAYS],
  ['who is new', (ledger) => newNames(ledger, FIRST_DAY).length, 4_900],
  [
    'rising pairs, with both their counts',
    (ledger) => {
      const [now, before] = [
        { from: FIRST_DAY + 670, to: FIRST_DAY + 699 },
        { from: FIRST_DAY + 640, to: FIRST_DAY + 669 },
      ];
      return risingPairs(ledger, { now, before, keeps: () => true, most: 200 }).length;
    },
    200,
  ],
  ['ways between two that are seldom named', (ledger, tally) => waysBetween(ledger, tally, ['Q4990', 'Q4991'], everybody, 5).length, 1],
];

export function explorerFigures(say: (line: string) => void): readonly Figure[] {
  say('the explorer …');
  const chunks = chunksOf();
  const ledger = joinChunks(chunks);
  expectAnswer('pairs', ledger.pairs.a.length, 1_000_000);
  expectAnswer('sightings', ledger.sightings.entity.length, 400_000);
  const figures = [
    figure('explorer: join the chunks, once', ARTICLES, 'ms', 1_000 * seconds(() => joinChunks(chunks), 3), 'the bar of a question', BAR),
  ];
  const tally = tallyOf(ledger, {});
  for (const [name, ask, least] of QUESTIONS) {
    expectAnswer(name, ask(ledger, tally), least);
    figures.push(figure(`explorer: ${name}`, ARTICLES, 'ms', 1_000 * seconds(() => ask(ledger, tally)), 'the bar', BAR));
  }
  return [...figures, ...wordFigures()];
}

/** Ten sentences an article. */
function wordFigures(): readonly Figure[] {
  const sentence = 150;
  const { text } = makeText(makeNames(10), sentence * 4_000);
  const texts = Array.from({ length: ARTICLES * 10 }, (_, at) => text.slice((at * 61) % (text.length - sentence)).slice(0, sentence));
  const ids = Array.from({ length: ARTICLES }, (_, at) => at);
  const chunks = [...Map.groupBy(ids, chunkOf).values()].map((some) =>
    makeWordChunk(some.map((id) => ({ id, texts: texts.slice(id * 10, id * 10 + 10) }))),
  );
  const find = (words: string) => chunks.reduce((sum, chunk) => sum + articlesWithWords(chunk, words).size, 0);
  const word = text.split(/\P{L}+/u).find((one) => one.length > 5) as string;
  expectAnswer('words', find(word), 1);
  return [figure('explorer: find a word in the sentences', ARTICLES, 'ms', 1_000 * seconds(() => find(word)), 'the bar', BAR)];
}
