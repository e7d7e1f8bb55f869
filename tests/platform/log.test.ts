import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CountedArticle } from '../../core/cooccurrence.ts';
import type { Database } from '../../platform/db.ts';
import type { PairRow } from '../../platform/log-rows.ts';
import type { EraseScope } from '../../platform/messages.ts';
import { freshBackground } from './background.ts';
import { pairsInLedger } from './ledger-of.ts';
import { counted } from './logs.ts';

let muster: Awaited<ReturnType<typeof freshBackground>>;
let db: Database;
let articles: typeof import('../../platform/articles.ts') & typeof import('../../platform/erasing.ts');

beforeEach(async () => {
  muster = await freshBackground();
  db = (await muster.knowledge.database()) as Database;
  articles = { ...(await import('../../platform/articles.ts')), ...(await import('../../platform/erasing.ts')) };
});

const HOSTS = ['a.example', 'b.example', 'sub.b.example'];
const DAYS = ['2026-01-01', '2026-01-02', '2026-02-01', '2026-03-01'];

type Step =
  | {
      readonly do: 'keep';
      readonly host: string;
      readonly path: number;
      readonly published: string | undefined;
      readonly counted: CountedArticle;
      readonly now: string;
    }
  | { readonly do: 'erase'; readonly scope: EraseScope }
  | { readonly do: 'retain'; readonly days: number; readonly now: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('keep' as const),
      host: fc.constantFrom(...HOSTS),
      path: fc.nat(3),
      published: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
      counted,
      now: fc.constantFrom(...DAYS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('erase' as const),
      scope: fc.oneof(
        fc.record({
          what: fc.constant('page' as const),
          url: fc.tuple(fc.constantFrom(...HOSTS), fc.nat(3)).map(([host, path]) => `https://${host}/${path}`),
        }),
        fc.record({ what: fc.constant('site' as const), host: fc.constantFrom(...HOSTS) }),
        fc.record({ what: fc.constant('span' as const), from: fc.constantFrom(...DAYS), to: fc.constantFrom(...DAYS) }),
        fc.constant({ what: 'all' as const }),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('retain' as const), days: fc.constantFrom(0, 1, 20, 40), now: fc.constantFrom(...DAYS) }),
  },
);

/** The log as a plain list, and what the totals must then be. */
interface Model {
  readonly url: string;
  readonly host: string;
  readonly date: string;
  readonly first: string;
  readonly last: string;
  readonly counted: CountedArticle;
}

function recomputed(model: readonly Model[]): readonly PairRow[] {
  const totals = new Map<string, PairRow>();
  for (const {
    counted: { pairs },
    date,
  } of model) {
    for (const { a, b, sentences, paragraphs } of pairs) {
      const old = totals.get(a + b);
      totals.set(a + b, {
        a,
        b,
        sentences: sentences + (old?.sentences ?? 0),
        paragraphs: paragraphs + (old?.paragraphs ?? 0),
        articles: 1 + (old?.articles ?? 0),
        first: old !== undefined && old.first < date ? old.first : date,
        last: old !== undefined && old.last > date ? old.last : date,
      });
    }
  }
  return [...totals.values()].sort((x, y) => (x.a + x.b < y.a + y.b ? -1 : 1));
}

async function act(model: readonly Model[], { ...one }: Step): Promise<readonly Model[]> {
  if (one.do === 'keep') {
    const url = `https://${one.host}/${one.path}`;
    const now = new Date(`${one.now}T12:00:00`);
    const old = model.find((row) => row.url === url);
    const { published } = one;
    await articles.keepArticle(
      db,
      { canonical: url, url, title: '', publisher: '', ...(published === undefined ? {} : { published }), doc: 'd', counted: one.counted },
      now,
    );
    const first = old?.first ?? now.toISOString();
    const row = { url, host: one.host, date: one.published ?? first.slice(0, 10), first, last: now.toISOString(), counted: one.counted };
    return [...model.filter((other) => other.url !== url), row];
  }
  if (one.do === 'retain') {
    const now = new Date(`${one.now}T12:00:00`);
    const limit = new Date(now.getTime() - one.days * 86_400_000).toISOString();
    await articles.eraseOld(db, one.days, now);
    return one.days === 0 ? model : model.filter((row) => row.last >= limit);
  }
  const { scope } = one;
  const stays = (row: Model): boolean => {
    if (scope.what === 'all') return false;
    if (scope.what === 'page') return row.url !== scope.url;
    if (scope.what === 'site') return row.host !== scope.host && !row.host.endsWith(`.${scope.host}`);
    const inside = (iso: string) => iso.slice(0, 10) >= scope.from && iso.slice(0, 10) <= scope.to;
    return !inside(row.first) && !inside(row.last);
  };
  const gone = await articles.eraseArticles(db, scope);
  expect(gone).toBe(model.filter((row) => !stays(row)).length);
  return model.filter(stays);
}

async function agrees(model: readonly Model[]): Promise<void> {
  const pairs = (await db.pairs.toArray()).sort((x, y) => (x.a + x.b < y.a + y.b ? -1 : 1));
  expect(pairs).toEqual(recomputed(model));
  expect(await pairsInLedger(db)).toEqual(pairs);
  expect((await db.articles.toArray()).map((row) => row.canonical).sort()).toEqual(model.map((row) => row.url).sort());
  const byId = new Map((await db.articles.toArray()).map((row) => [row.id, row.canonical]));
  const stored = (await db.sightings.toArray()).map((row) => `${byId.get(row.article)} ${row.entity} ${row.times} ${row.date}`).sort();
  expect(stored).toEqual(
    model.flatMap((row) => row.counted.entities.map(({ entity, times }) => `${row.url} ${entity} ${times} ${row.date}`)).sort(),
  );
  const sentences = (await db.sentences.toArray()).map((row) => `${byId.get(row.article)} ${row.text}`).sort();
  expect(sentences).toEqual(model.flatMap((row) => row.counted.evidence.map(({ text }) => `${row.url} ${text}`)).sort());
}

describe('pairs equal pairs recomputed', () => {
  test('after any sequence of keeping, keeping again, erasing and forgetting', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        await articles.eraseArticles(db, { what: 'all' });
        let model: readonly Model[] = [];
        for (const one of steps) {
          model = await act(model, one);
          // The explorer is open all the while.
          expect(await pairsInLedger(db)).toEqual(recomputed(model));
        }
        await agrees(model);
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  test('when an article changes its date the first and last day of its pairs follow', async () => {
    const both: CountedArticle = {
      entities: [
        { entity: 'Q1', times: 1 },
        { entity: 'Q2', times: 1 },
      ],
      pairs: [{ a: 'Q1', b: 'Q2', sentences: 1, paragraphs: 1 }],
      evidence: [],
    };
    let model: readonly Model[] = [];
    for (const [path, published] of [
      [0, '2026-01-02'],
      [1, '2026-02-01'],
      [0, '2026-03-01'],
      [1, '2026-01-01'],
    ] as const) {
      model = await act(model, { do: 'keep', host: 'a.example', path, published, counted: both, now: '2026-03-01' });
      await agrees(model);
    }
    expect(await db.pairs.toArray()).toMatchObject([{ first: '2026-01-01', last: '2026-03-01', articles: 2 }]);
  });

  test('of sixty names: every pair, in one transaction', async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `Q${100 + i}`);
    const many: CountedArticle = {
      entities: ids.map((entity) => ({ entity, times: 1 })),
      pairs: ids.flatMap((a, i) => ids.slice(i + 1).map((b) => ({ a, b, sentences: 1, paragraphs: 1 }))),
      evidence: [],
    };
    let model: readonly Model[] = [];
    for (const published of ['2026-01-01', '2026-02-01', '2026-01-02'])
      model = await act(model, { do: 'keep', host: 'a.example', path: 0, published, counted: many, now: '2026-03-01' });
    model = await act(model, { do: 'keep', host: 'a.example', path: 1, published: '2026-03-01', counted: many, now: '2026-03-01' });
    model = await act(model, { do: 'erase', scope: { what: 'page', url: 'https://a.example/1' } });
    await agrees(model);
  });
});

describe('a full disk', () => {
  test('leaves the log as it was', async () => {
    const both = (sentences: number): CountedArticle => ({
      entities: [
        { entity: 'Q1', times: 1 },
        { entity: 'Q2', times: 1 },
      ],
      pairs: [{ a: 'Q1', b: 'Q2', sentences, paragraphs: sentences }],
      evidence: [{ paragraph: 0, text: 'Q1 Q2', spans: [{ start: 0, end: 2, id: 'Q1' }] }],
    });
    let model = await act([], { do: 'keep', host: 'a.example', path: 0, published: undefined, counted: both(1), now: '2026-01-01' });
    const refuse = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    for (const table of [db.sightings, db.sentences, db.pairs]) {
      table.hook('creating', refuse);
      table.hook('updating', refuse);
      const keep = (path: number) =>
        act(model, { do: 'keep', host: 'a.example', path, published: undefined, counted: both(5), now: '2026-01-02' });
      await expect(keep(1), table.name).rejects.toThrow();
      await expect(keep(0), table.name).rejects.toThrow();
      table.hook('creating').unsubscribe(refuse);
      table.hook('updating').unsubscribe(refuse);
      await agrees(model);
    }
    model = await act(model, { do: 'keep', host: 'a.example', path: 1, published: undefined, counted: both(5), now: '2026-01-02' });
    await agrees(model);
  });
});
