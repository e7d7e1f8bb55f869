import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keepArticle } from '../../platform/articles.ts';
import { erasable } from '../../platform/backup.ts';
import type { Database } from '../../platform/db.ts';
import { eraseArticles } from '../../platform/erasing.ts';
import type { EraseScope } from '../../platform/messages.ts';
import { takeIn } from '../../platform/take-in.ts';
import { freshLog, history, live, logOf, PRINTS, place, sorted, wipe } from './logs.ts';

/** What is erased can be put back, as if it had never gone. */

let db: Database;
beforeAll(async () => {
  db = await freshLog('muster');
});
beforeEach(() => wipe(db));

const NOW = new Date('2026-11-29T12:00:00Z');

describe('what is erased', () => {
  const scope: fc.Arbitrary<EraseScope> = fc.oneof(
    fc.record({ what: fc.constant('page' as const), url: fc.nat(5).map(place) }),
    fc.record({ what: fc.constant('site' as const), host: fc.nat(5).map((n) => new URL(place(n)).host) }),
    fc.record({ what: fc.constant('span' as const), from: fc.constant('2026-01-01'), to: fc.constantFrom('2026-01-02', '2026-01-04') }),
    fc.constant({ what: 'all' as const }),
  );

  test('comes back as it was, with who was a copy of whom', async () => {
    let promoted = 0;
    await fc.assert(
      fc.asyncProperty(history, scope, async (lived, what) => {
        await wipe(db);
        await live(db, lived);
        const [before, pairs] = [await logOf(db), await db.pairs.toArray()];
        const records = await erasable(db, what);
        const gone = await eraseArticles(db, what);
        expect(records.filter(({ type }) => type === 'article')).toHaveLength(gone);
        await logOf(db);
        if (records.some((record) => record.type === 'article' && (record.article.stoodFor?.length ?? 0) > 0)) promoted++;
        await takeIn(db, records);
        expect(sorted(await logOf(db))).toEqual(sorted(before));
        expect(await db.pairs.toArray()).toEqual(pairs);
      }),
      { numRuns: 300 },
    );
    expect(promoted).toBeGreaterThan(10);
  }, 120_000);

  const keep = (n: number, print: number, sentences: number) =>
    keepArticle(
      db,
      {
        ...{ canonical: place(n), url: place(n), title: '', publisher: '', doc: `d${n}`, published: '2026-01-01' },
        print: PRINTS[print] as readonly number[],
        counted: {
          entities: ['Q1', 'Q2'].map((entity) => ({ entity, times: 1 })),
          pairs: [{ a: 'Q1', b: 'Q2', sentences, paragraphs: sentences }],
          evidence: [],
        },
      },
      NOW,
    );

  test('what became a copy of its heir in the meantime is a copy of it', async () => {
    for (const n of [0, 1, 2]) await keep(n, n % 2, n + 1);
    const records = await erasable(db, { what: 'page', url: place(0) });
    await eraseArticles(db, { what: 'page', url: place(0) });
    expect(await db.pairs.toArray()).toMatchObject([{ articles: 1, sentences: 2 }]);
    await keep(3, 0, 9);
    await takeIn(db, records);
    expect((await logOf(db)).articles.map(({ canonical, copyOf }) => [canonical, copyOf]).sort()).toEqual([
      [place(0), undefined],
      ...[1, 2, 3].map((n) => [place(n), place(0)]),
    ]);
    expect(await db.pairs.toArray()).toMatchObject([{ articles: 1, sentences: 1 }]);
  });

  test('what was read again in the meantime stays as it is now', async () => {
    for (const n of [0, 1]) await keep(n, 0, n + 1);
    const records = await erasable(db, { what: 'page', url: place(0) });
    await eraseArticles(db, { what: 'page', url: place(0) });
    await keep(0, 0, 5);
    const now = await logOf(db);
    await takeIn(db, records);
    expect(await logOf(db)).toEqual(now);
  });
});
