import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../core/fingerprint.ts';
import type { Database } from '../../platform/db.ts';
import type { ArticleRow } from '../../platform/log-rows.ts';
import { freshBackground } from './background.ts';
import { pairsInLedger } from './ledger-of.ts';

/** The same text in several places is one article for counts: what is counted of it, and what becomes of the others. */

let db: Database;
let articles: typeof import('../../platform/articles.ts') & typeof import('../../platform/erasing.ts');
let views: typeof import('../../platform/log-views.ts');
let healthNow: typeof import('../../platform/health.ts').healthNow;

beforeEach(async () => {
  const muster = await freshBackground();
  db = (await muster.knowledge.database()) as Database;
  articles = { ...(await import('../../platform/articles.ts')), ...(await import('../../platform/erasing.ts')) };
  views = await import('../../platform/log-views.ts');
  ({ healthNow } = await import('../../platform/health.ts'));
});

const words = (of: string) => Array.from({ length: 120 }, (_, n) => `${of}${(n * 7919) % 1009}`).join(' ');
const PRINTS = ['a', 'b'].map((of) => fingerprintOf([words(of)]));
const place = (n: number) => `https://${'abcd'[n]}.example/${n}`;
const DAY = new Date('2026-02-01T12:00:00');

async function keep(n: number, text: number | undefined, sentences = 1, now = DAY): Promise<void> {
  const print = text === undefined ? undefined : PRINTS[text];
  await articles.keepArticle(
    db,
    {
      canonical: place(n),
      url: place(n),
      title: `T${n}`,
      publisher: `P${n}`,
      doc: `d${n}`,
      published: `2026-01-0${n + 1}`,
      ...(print === undefined ? {} : { print }),
      counted: {
        entities: [
          { entity: 'Q1', times: 1 },
          { entity: 'Q2', times: 2 },
        ],
        pairs: [{ a: 'Q1', b: 'Q2', sentences, paragraphs: sentences }],
        evidence: [{ paragraph: 0, text: `Q1 met Q2 (${n}).`, spans: [{ start: 0, end: 2, id: 'Q1' }] }],
      },
    },
    now,
  );
}

const at = async (n: number): Promise<ArticleRow | undefined> => db.articles.where('canonical').equals(place(n)).first();

/** What is counted is what stands in the articles that are no copies; a copy's article is there and counted. */
async function holds(): Promise<void> {
  const rows = await db.articles.toArray();
  const counted = rows.filter((row) => row.copy === undefined);
  const ids = counted.map((row) => row.id);
  for (const { copy, pairs } of rows.filter((row) => row.copy !== undefined)) {
    expect(ids).toContain(copy?.of);
    expect(pairs).toEqual([]);
  }
  for (const table of ['sightings', 'sentences'] as const)
    expect([...new Set((await db[table].toArray()).map((row) => row.article))].sort()).toEqual([...ids].sort());
  const shares = counted.flatMap((row) => row.pairs);
  const days = counted.map((row) => row.date).sort();
  const sum = (key: 'sentences' | 'paragraphs') => shares.reduce((total, one) => total + one[key], 0);
  const total = { a: 'Q1', b: 'Q2', sentences: sum('sentences'), paragraphs: sum('paragraphs'), articles: shares.length };
  expect(await db.pairs.toArray()).toEqual(shares.length === 0 ? [] : [{ ...total, first: days[0], last: days.at(-1) }]);
  expect(await pairsInLedger(db)).toEqual(await db.pairs.toArray());
}

describe('copies', () => {
  test('are listed and not counted', async () => {
    await keep(0, 0);
    await keep(1, 0, 5);
    await keep(2, 1);
    await holds();
    expect((await at(1))?.copy?.of).toBe((await at(0))?.id);
    expect(await db.pairs.toArray()).toMatchObject([{ articles: 2, sentences: 2 }]);
    expect(await views.seenOf(db, 'Q1')).toMatchObject({ articles: 2 });
    expect((await views.evidence(db, 'Q1', 'Q2', 10)).map(({ url, also }) => [url, also])).toEqual([
      [place(2), undefined],
      [place(0), [{ url: place(1), publisher: 'P1' }]],
    ]);
    expect((await healthNow()).kept).toMatchObject({ articles: 2, sightings: 4, pairs: 1 });
  });

  test('are promoted when the first is erased, and the rest are copies of the heir', async () => {
    for (const n of [0, 1, 2]) await keep(n, 0, n + 1);
    await articles.eraseArticles(db, { what: 'page', url: place(0) });
    await holds();
    expect((await at(1))?.copy).toBeUndefined();
    expect((await at(2))?.copy?.of).toBe((await at(1))?.id);
    expect(await db.pairs.toArray()).toMatchObject([{ articles: 1, sentences: 2, first: '2026-01-02', last: '2026-01-02' }]);
  });

  test('go with the first if both are meant', async () => {
    await keep(0, 0);
    await keep(1, 0);
    expect(await articles.eraseArticles(db, { what: 'span', from: '2026-02-01', to: '2026-02-01' })).toBe(2);
    expect(await Promise.all([db.articles.count(), db.sightings.count(), db.pairs.count()])).toEqual([0, 0, 0]);
  });

  test('are counted for themselves once their text is another', async () => {
    await keep(0, 0);
    await keep(1, 0);
    await keep(1, 1);
    await holds();
    expect((await at(1))?.copy).toBeUndefined();
  });

  test('of texts too short to tell there are none', async () => {
    await keep(0, undefined);
    await keep(1, undefined);
    expect(await db.pairs.toArray()).toMatchObject([{ articles: 2 }]);
  });

  test('whatever is kept, kept again, erased and forgotten, in whatever order', async () => {
    const step = fc.record({
      n: fc.nat(3),
      text: fc.option(fc.nat(1), { nil: undefined }),
      sentences: fc.nat(3),
      do: fc.constantFrom('keep', 'keep', 'keep', 'erase', 'forget'),
      day: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        await articles.eraseArticles(db, { what: 'all' });
        for (const one of steps) {
          const now = new Date(`2026-02-0${one.day}T12:00:00`);
          if (one.do === 'keep') await keep(one.n, one.text, one.sentences, now);
          else if (one.do === 'erase') await articles.dropArticle(db, place(one.n));
          else await articles.eraseOld(db, 3, now);
          await holds();
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

test('articles that were kept before there were copies stay counted as they were', async () => {
  const { Dexie } = await import('dexie');
  const { openDatabase } = await import('../../platform/db.ts');
  const old = new Dexie('before');
  old.version(2).stores({ articles: '++id, &canonical, host, lastSeen', pairs: '[a+b], a, b' });
  await old.table('articles').add({ canonical: place(0), lastSeen: '2026-01-01', pairs: [] });
  await old.table('pairs').add({ a: 'Q1', b: 'Q2', articles: 1 });
  old.close();
  const opened = await openDatabase('before');
  if (opened.state !== 'open') throw new Error(opened.why.words);
  expect(await opened.db.articles.toArray()).toMatchObject([{ id: 1, canonical: place(0) }]);
  expect(await opened.db.pairs.toArray()).toMatchObject([{ a: 'Q1', articles: 1 }]);
  expect(await opened.db.articles.where('copy.of').equals(1).count()).toBe(0);
  opened.db.close();
});
