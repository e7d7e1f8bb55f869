import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../platform/db.ts';
import { pairsInLedger } from './ledger-of.ts';

/** A database of each earlier form opens, with every row of the reader's as it was, and the explorer counts it. */

const FIRST = {
  packs: 'channel',
  blocks: '[set+n], [set+last]',
  compiled: 'key',
  articles: '++id, &canonical, host, lastSeen',
  sightings: '[article+entity], [entity+date]',
  sentences: '[article+n]',
  pairs: '[a+b], a, b',
  verdicts: 'key',
  own: 'id',
};
const SECOND = { ...FIRST, feeds: 'id', changes: '[feed+seq+id], at', parts: '[sha256+n]' };
const THIRD = { ...SECOND, articles: '++id, &canonical, host, lastSeen, copy.of, *near' };
const FOURTH = { ...THIRD, ledger: 'chunk, [chunk+format+stamp]' };

const seen = '2024-10-02T10:00:00.000Z';
const share = { a: 'Q1', b: 'Q2', sentences: 1, paragraphs: 2 };
const READERS = {
  articles: [
    {
      id: 1,
      canonical: 'https://news.example/1',
      url: 'https://news.example/1',
      host: 'news.example',
      title: 'A title',
      publisher: 'News',
      date: '2024-10-02',
      firstSeen: seen,
      lastSeen: seen,
      opened: 1,
      doc: 'd',
      pairs: [share],
    },
  ],
  sightings: ['Q1', 'Q2'].map((entity) => ({ article: 1, entity, times: 1, date: '2024-10-02', seen })),
  sentences: [{ article: 1, n: 0, paragraph: 0, text: 'Q1 met Q2.', spans: [{ start: 0, end: 2, id: 'Q1' }] }],
  pairs: [{ ...share, articles: 1, first: '2024-10-02', last: '2024-10-02' }],
  verdicts: [{ key: 'k', verdict: { entity: 'Q1', says: 'not-this', scope: 'everywhere' }, given: seen }],
  own: [{ id: 'own:1', name: 'Acme', kind: 'company', aliases: [], added: seen }],
};

describe('a database of an earlier form', () => {
  test.each([
    [1, FIRST],
    [2, SECOND],
    [3, THIRD],
    [4, FOURTH],
  ])('version %i', async (version, stores) => {
    const name = `form-${version}`;
    const old = new Dexie(name);
    old.version(version).stores(stores);
    for (const [table, rows] of Object.entries(READERS)) await old.table(table).bulkAdd(rows);
    old.close();
    const opened = await openDatabase(name);
    if (opened.state !== 'open') throw new Error(opened.why.words);
    for (const [table, rows] of Object.entries(READERS)) expect([table, await opened.db.table(table).toArray()]).toEqual([table, rows]);
    expect(await pairsInLedger(opened.db)).toEqual(READERS.pairs);
    opened.db.close();
  });

  test('one of a later form keeps all that is in it, what is not known here too', async () => {
    const later = () => {
      const db = new Dexie('later');
      db.version(99).stores({ ...FOURTH, other: 'id' });
      return db;
    };
    const before = later();
    await before.table('own').add(READERS.own[0]);
    await before.table('other').add({ id: 1, of: 'the future' });
    before.close();
    // Dexie opens it as far as it is known.
    const opened = await openDatabase('later');
    if (opened.state !== 'open') throw new Error(opened.why.words);
    expect(await opened.db.own.toArray()).toEqual(READERS.own);
    opened.db.close();
    const after = later();
    expect(await after.table('own').toArray()).toEqual(READERS.own);
    expect(await after.table('other').toArray()).toEqual([{ id: 1, of: 'the future' }]);
    after.close();
  });
});
