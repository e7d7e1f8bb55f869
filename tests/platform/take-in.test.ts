import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backupFile } from '../../platform/backup.ts';
import type { Database, FeedRow } from '../../platform/db.ts';
import { type LogRecord, readJsonLines } from '../../platform/exchange/json-lines.ts';
import { DEFAULT_SETTINGS } from '../../platform/settings.ts';
import { takeIn, takeOwn } from '../../platform/take-in.ts';
import { freshLog, history, live, logOf, PRINTS, sorted, together, wipe } from './logs.ts';

/** What goes out comes in again: whole, once, into whatever log; and if it cannot, nothing of it. */

let db: Database;
let other: Database;
beforeAll(async () => {
  db = await freshLog('muster');
  other = await freshLog('other');
});
beforeEach(async () => {
  await wipe(db);
  await wipe(other);
});

const NOW = new Date('2026-11-29T12:00:00Z');
const RUNS = { numRuns: 150 };

async function backup(of: Database): Promise<readonly LogRecord[]> {
  const parts: number[] = [];
  const { name, blob } = await backupFile(of, DEFAULT_SETTINGS, (part) => parts.push(part), NOW);
  expect(name).toBe('muster-2026-11-29-backup.jsonl');
  expect([parts.at(-1), parts.every((part, at) => part >= (parts[at - 1] ?? 0))]).toEqual([1, true]);
  const { good, bad } = readJsonLines(new Uint8Array(await blob.arrayBuffer()));
  expect(bad).toEqual([]);
  return good;
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, one) => all + one, 0);
const isLog = ({ type }: LogRecord) => type !== 'settings' && type !== 'feed';

describe('everything as a file', () => {
  test('is the log again when it is taken in where nothing is; and twice is as once', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (lived) => {
        await wipe(db);
        await live(db, lived);
        const before = await logOf(db);
        const records = await backup(db);
        await wipe(db);
        const taken = await takeIn(db, records);
        expect([sum(taken.added), sum(taken.replaced), sum(taken.known)]).toEqual([records.filter(isLog).length, 0, 0]);
        expect(sorted(await logOf(db))).toEqual(sorted(before));
        const again = await takeIn(db, records);
        expect([sum(again.added), sum(again.replaced), sum(again.known)]).toEqual([0, 0, records.filter(isLog).length]);
        expect(sorted(await logOf(db))).toEqual(sorted(before));
      }),
      RUNS,
    );
  }, 120_000);

  test('has the settings, and of feeds those that were added, without what is believed of them', async () => {
    const feed: FeedRow = {
      ...{ id: 'ab'.repeat(20), url: 'https://feed.example/', builtIn: false, on: false, colour: 'amber', order: 3 },
      ...{ added: '2026-01-01T00:00:00.000Z', root: 'a root', title: 'A feed', seen: [], mirrors: [], removed: ['Q1'] },
      ...{ signedBy: ['ff'], failures: 2 },
    };
    await db.feeds.bulkPut([feed, { ...feed, id: 'core', builtIn: true }]);
    const { id, url, title, on, colour, order } = feed;
    const records = await backup(db);
    expect(records).toEqual([
      { type: 'settings', settings: DEFAULT_SETTINGS },
      { type: 'feed', feed: { id, url, title, colour, on, order } },
    ]);
    await wipe(db);
    expect(await takeIn(db, records)).toEqual({ added: {}, replaced: {}, known: {} });
    expect(await db.feeds.count()).toBe(0);
  });
});

describe('one log into another', () => {
  test('is both, by the rules; totals and ledger are the sum over what is counted', async () => {
    const met = { added: 0, replaced: 0, known: 0, copies: 0 };
    await fc.assert(
      fc.asyncProperty(history, history, async (one, two) => {
        await wipe(db);
        await wipe(other);
        await live(db, one);
        await live(other, two);
        const [here, file] = [await logOf(db), await logOf(other)];
        const records = await backup(other);
        const { added, replaced, known } = await takeIn(db, records);
        const after = await logOf(db);
        const expected = together(here, file);
        expect(sorted(after)).toEqual(sorted(expected));
        expect((added.article ?? 0) + here.articles.length).toBe(after.articles.length);
        expect(sum(added) + sum(replaced) + sum(known)).toBe(records.filter(isLog).length);
        met.added += added.article ?? 0;
        met.replaced += replaced.article ?? 0;
        met.known += known.article ?? 0;
        met.copies += expected.articles.filter(({ copyOf }) => here.articles.some(({ canonical }) => canonical === copyOf)).length;
        await takeIn(db, records);
        expect(sorted(await logOf(db))).toEqual(sorted(after));
      }),
      RUNS,
    );
    for (const times of Object.values(met)) expect(times).toBeGreaterThan(20);
  }, 120_000);

  /** Of three, one is counted; the others are copies of one that stands anywhere, before or behind them. */
  const many = (count: number): LogRecord[] =>
    Array.from({ length: count }, (_, n) => {
      const [at, seen] = [(i: number) => `https://x.example/${i}`, '2026-02-01T12:00:00.000Z'];
      const row = { canonical: at(n), url: at(n), host: 'x.example', title: '', publisher: 'X', date: '2026-02-01', doc: 'd', opened: 1 };
      return {
        type: 'article',
        article: {
          row: { ...row, firstSeen: seen, lastSeen: seen },
          ...(n % 3 === 0 ? {} : { copyOf: at(3 * ((n * 7) % Math.ceil(count / 3))) }),
          pairs: [{ a: 'Q1', b: 'Q2', sentences: 1, paragraphs: 1 }],
          sightings: ['Q1', 'Q2'].map((entity) => ({ entity, times: 1, seen })),
          sentences: [{ n: 0, paragraph: 0, text: 'Q1 met Q2.', spans: [{ start: 0, end: 2, id: 'Q1' }] }],
        },
      };
    });

  test('over many batches, with copies far from their originals, before and behind them', async () => {
    const parts: number[] = [];
    expect((await takeIn(db, many(630), (part) => parts.push(part))).added).toEqual({ article: 630 });
    expect(parts.length).toBeGreaterThan(3);
    const { articles } = await logOf(db);
    expect([articles.length, articles.filter(({ copyOf }) => copyOf === undefined).length]).toEqual([630, 210]);
    expect(await db.pairs.toArray()).toMatchObject([{ articles: 210 }]);
  }, 120_000);

  const copyOf = async (n: number) => {
    const rows = await db.articles.toArray();
    const row = rows.find(({ canonical }) => canonical === `https://x.example/${n}`);
    return rows.find(({ id }) => id === row?.copy?.of)?.canonical;
  };
  const linked = (...links: readonly (number | undefined)[]): LogRecord[] =>
    many(links.length).map((record, i): LogRecord => {
      if (record.type !== 'article') return record;
      const { copyOf: _copyOf, ...article } = record.article;
      return { type: 'article', article: { ...article, ...(links[i] === undefined ? {} : { copyOf: `https://x.example/${links[i]}` }) } };
    });

  test.each([
    ['a copy of what is nowhere is counted', [9], [undefined]],
    ['a copy of a copy is one of the original', [1, 2, undefined], [2, 2, undefined]],
    ['of two that are copies of each other one is counted', [1, 0], [1, undefined]],
    ['a circle with a tail', [1, 2, 3, 1], [3, 3, 3, undefined]],
  ])('%s', async (_what, links, originals) => {
    await takeIn(db, linked(...links));
    await logOf(db);
    expect(await Promise.all(links.map((_, n) => copyOf(n)))).toEqual(
      originals.map((n) => (n === undefined ? n : `https://x.example/${n}`)),
    );
  });

  test('a long chain of copies has one original', async () => {
    await takeIn(db, linked(...Array.from({ length: 2_000 }, (_, n) => (n === 1_999 ? undefined : n + 1))));
    const { articles } = await logOf(db);
    expect(new Set(articles.map(({ copyOf }) => copyOf))).toEqual(new Set([undefined, 'https://x.example/1999']));
    expect(articles).toHaveLength(2_000);
  });
});

describe('a log of an earlier version', () => {
  // As it was written before there were notes in it.
  const FILE = `{"muster":"log","format":1,"made":"2026-11-28T09:30:00.000Z","counts":{"article":2,"own":1,"verdict":1}}
{"type":"article","canonical":"https://a.example/1","url":"https://a.example/1?x=1","title":"One","publisher":"A","published":"2026-11-02T08:00:00Z","date":"2026-11-02","lang":"en","firstSeen":"2026-11-02T10:00:00.000Z","lastSeen":"2026-11-03T10:00:00.000Z","opened":2,"doc":"d1","author":"N. N.","print":${JSON.stringify(PRINTS[0])},"pairs":[{"a":"Q1","b":"Q2","sentences":1,"paragraphs":1}],"sightings":[{"entity":"Q1","times":1,"seen":"2026-11-03T10:00:00.000Z"},{"entity":"Q2","times":2,"seen":"2026-11-03T10:00:00.000Z"},{"entity":"Q3","times":1,"seen":"2026-11-03T10:00:00.000Z","alone":true}],"sentences":[{"n":0,"paragraph":0,"text":"Saab met Thales.","spans":[{"start":0,"end":4,"id":"Q1"},{"start":9,"end":15,"id":"Q2"}]}]}
{"type":"article","canonical":"https://b.example/1","url":"https://b.example/1","title":"One","publisher":"B","date":"2026-11-04","firstSeen":"2026-11-04T10:00:00.000Z","lastSeen":"2026-11-04T10:00:00.000Z","opened":1,"doc":"d2","print":${JSON.stringify(PRINTS[1])},"copyOf":"https://a.example/1","pairs":[{"a":"Q1","b":"Q2","sentences":3,"paragraphs":3}],"sightings":[{"entity":"Q1","times":1,"seen":"2026-11-04T10:00:00.000Z"},{"entity":"Q2","times":2,"seen":"2026-11-04T10:00:00.000Z"}],"sentences":[]}
{"type":"own","id":"own:00000000-0000-4000-8000-000000000001","name":"Acme","kind":"company","aliases":["ACM"],"note":"A maker.","added":"2026-11-01T10:00:00.000Z"}
{"type":"verdict","verdict":{"entity":"Q1","says":"not-this","scope":"site","where":"a.example"},"given":"2026-11-01T10:00:00.000Z"}
`;

  test('comes in whole', async () => {
    const { header, good, bad } = readJsonLines(new TextEncoder().encode(FILE));
    expect({ bad, counts: header?.counts }).toEqual({ bad: [], counts: { article: 2, own: 1, verdict: 1 } });
    expect(await takeIn(db, good)).toEqual({ added: { article: 2, own: 1, verdict: 1 }, replaced: {}, known: {} });
    const { articles, own, verdicts } = await logOf(db);
    expect(articles).toMatchObject([
      { canonical: 'https://a.example/1', host: 'a.example', opened: 2, copyOf: undefined, near: PRINTS[0]?.slice(0, 16) },
      { canonical: 'https://b.example/1', copyOf: 'https://a.example/1' },
    ]);
    expect(await db.pairs.toArray()).toEqual([
      { a: 'Q1', b: 'Q2', sentences: 1, paragraphs: 1, articles: 1, first: '2026-11-02', last: '2026-11-02' },
    ]);
    expect([own, verdicts.map(({ key }) => key)]).toMatchObject([[{ name: 'Acme', note: 'A maker.' }], ['site\na.example\nQ1\n']]);
  });
});

describe('a disk that is full in the middle', () => {
  const TABLES = ['articles', 'sightings', 'sentences', 'pairs', 'own', 'verdicts', 'annotations', 'lists'] as const;
  const all = async () => Promise.all(db.tables.map((table) => table.toArray()));

  test.each(TABLES)(
    '%s: every table is as it was',
    async (table) => {
      await fc.assert(
        fc.asyncProperty(history, history, fc.nat(4), async (one, two, nth) => {
          await wipe(db);
          await wipe(other);
          await live(db, one);
          await live(other, two);
          const records = await backup(other);
          await logOf(db);
          const before = await all();
          let left = nth;
          const refuse = () => {
            if (left-- <= 0) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
          };
          db[table].hook('creating', refuse);
          db[table].hook('updating', refuse);
          const outcome = await takeIn(db, records).catch(() => 'refused');
          db[table].hook('creating').unsubscribe(refuse);
          db[table].hook('updating').unsubscribe(refuse);
          fc.pre(outcome === 'refused');
          expect(await all()).toEqual(before);
        }),
        { numRuns: 12 },
      );
    },
    60_000,
  );
});

describe('names of other people’s lists', () => {
  const given = (name: string, more = {}) => ({ name, kind: 'company' as const, aliases: [], ...more });

  test('come in once; one of the same kind and name is known', async () => {
    const first = await takeOwn(db, [given('Acme', { aliases: ['ACM'] }), given('ACME'), given('Bolt')]);
    expect([first.added.map(({ name }) => name), first.known]).toEqual([['Acme', 'Bolt'], 1]);
    expect(first.added.every(({ id, added }) => /^own:[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(added)))).toBe(true);
    const second = await takeOwn(db, [given('acme'), given('Acme', { kind: 'programme' }), given('Cog')]);
    expect([second.added.map(({ name }) => name), second.known]).toEqual([['Acme', 'Cog'], 1]);
    expect(await db.own.count()).toBe(4);
  });

  test('all of them or none', async () => {
    await takeOwn(db, [given('Acme')]);
    let left = 1;
    const refuse = () => {
      if (left-- <= 0) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    db.own.hook('creating', refuse);
    await expect(
      takeOwn(
        db,
        ['Bolt', 'Cog', 'Dart'].map((name) => given(name)),
      ),
    ).rejects.toThrow();
    db.own.hook('creating').unsubscribe(refuse);
    expect((await db.own.toArray()).map(({ name }) => name)).toEqual(['Acme']);
  });
});
