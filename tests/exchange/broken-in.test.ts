import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/db.ts';
import type { Candidates } from '../../platform/exchange/candidates.ts';
import { readCsv } from '../../platform/exchange/csv-read.ts';
import { readFollowTheMoney } from '../../platform/exchange/ftm-read.ts';
import { type LogRecord, readJsonLines } from '../../platform/exchange/json-lines.ts';
import { readNamesList } from '../../platform/exchange/names-list.ts';
import { takeIn, takeOwn } from '../../platform/take-in.ts';
import { freshLog, logOf, wipe } from '../platform/logs.ts';
import { BROKEN_LOGS } from './broken-logs.ts';
import { BROKEN_CSV, BROKEN_FTM, BROKEN_LISTS } from './broken-names.ts';

/** The good records of every broken file, taken into a log with something in it: they are in, and no row that was there is another or gone. */

const LATER = '2026-11-20T10:00:00.000Z';
const HOME: readonly LogRecord[] = [
  // The first is in the broken files too, as it was read earlier: what is here is newer and stays.
  ...[1, 50, 51].map((n): LogRecord => {
    const canonical = `https://news.example/${n}`;
    const row = { canonical, url: canonical, host: 'news.example', title: `Here ${n}`, publisher: 'News', date: '2026-11-20', doc: 'd' };
    return {
      type: 'article',
      article: {
        row: { ...row, firstSeen: LATER, lastSeen: LATER, opened: 3 },
        ...(n === 51 ? { copyOf: 'https://news.example/50' } : {}),
        pairs: [{ a: 'Q1', b: 'Q3', sentences: 2, paragraphs: 2 }],
        sightings: ['Q1', 'Q3'].map((entity) => ({ entity, times: 1, seen: LATER })),
        sentences: [{ n: 0, paragraph: 0, text: 'Saab met Nammo.', spans: [{ start: 0, end: 4, id: 'Q1' }] }],
      },
    };
  }),
  { type: 'own', own: { id: 'own:1', name: 'Acme of mine', kind: 'company', aliases: [], added: LATER } },
  { type: 'own', own: { id: 'own:9', name: 'Bolt', kind: 'company', aliases: [], added: LATER } },
  {
    type: 'verdict',
    verdict: { key: 'everywhere\n\nQ1\n', verdict: { entity: 'Q1', says: 'is-this', scope: 'everywhere' }, given: LATER },
  },
  { type: 'list', list: { id: 'list:1', name: 'Mine', colour: 'green', changed: LATER } },
  { type: 'annotation', annotation: { id: 'Q1', note: 'My note.', lists: ['list:1'], changed: LATER } },
];

let db: Database;
beforeAll(async () => {
  db = await freshLog('broken');
});

async function home() {
  await wipe(db);
  await takeIn(db, HOME);
  const before = await logOf(db);
  expect(before.articles).toHaveLength(3);
  return before;
}

/** Every row of before is there as it was. */
function keepsAll(before: object, after: object): void {
  for (const [table, rows] of Object.entries(before)) {
    const now = (after as Readonly<Record<string, unknown>>)[table];
    expect(now, table).toEqual(expect.arrayContaining(rows as unknown[]));
  }
}

test.each(BROKEN_LOGS.map((file) => [file.what, file] as const))('a log: %s', async (_what, { bytes }) => {
  const before = await home();
  const { good } = readJsonLines(bytes);
  const { added } = await takeIn(db, good);
  const after = await logOf(db);
  keepsAll(before, after);
  const articles = good.flatMap((record) => (record.type === 'article' ? [record.article] : []));
  expect(after.articles.length).toBe(3 + (added.article ?? 0));
  for (const { row } of articles) expect(after.articles.map(({ canonical }) => canonical)).toContain(row.canonical);
  expect(after.own).toHaveLength(2 + (added.own ?? 0));
});

const NAMES: readonly (readonly [string, (bytes: Uint8Array) => Candidates, typeof BROKEN_CSV])[] = [
  ['FollowTheMoney', readFollowTheMoney, BROKEN_FTM],
  ['a table', (bytes) => readCsv(bytes, { name: 'Company', kind: 'Type', note: 'Note' }, 'company'), BROKEN_CSV],
  ['a list', (bytes) => readNamesList(bytes, 'company'), BROKEN_LISTS],
];

describe.each(NAMES)('%s', (_name, read, files) => {
  test.each(files.map((file) => [file.what, file] as const))('%s', async (_what, { bytes, good }) => {
    const before = await home();
    const { added, known } = await takeOwn(
      db,
      read(bytes).good.map(({ own }) => own),
    );
    expect(added.length + known).toBe(good.length);
    const after = await logOf(db);
    keepsAll(before, after);
    expect(after.own).toHaveLength(2 + added.length);
  });
});
