import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphOf, waysBetween } from '../../core/graph.ts';
import { chunkOf, dateOfDay, dayNumber, idsOfChunk, joinChunks, type LedgerArticle, makeChunk } from '../../core/ledger.ts';
import { articlesWith, countsOf, type Filter, partnersOf, tallyOf } from '../../core/tally.ts';
import { newNames, nextStep, risingPairs, stepStart, timelineOf } from '../../core/timeline.ts';
import { LEVELS, strengthOf } from '../../core/weights.ts';

/** The ledger against the same questions asked of plain articles, one by one. */

const ENTITIES = ['A', 'B', 'C', 'D', 'E', 'F', 'own:1'];

const article = (id: number, date: string, named: readonly string[], sentences = 1, publisher = 'News'): LedgerArticle => ({
  id,
  date,
  publisher,
  named: named.map((entity) => ({ entity, times: 1 })),
  pairs: named.flatMap((a, i) => named.slice(i + 1).map((b) => ({ a, b, sentences, paragraphs: sentences }))),
});

const articles: fc.Arbitrary<readonly LedgerArticle[]> = fc
  .array(
    fc.record({
      date: fc.integer({ min: 19_000, max: 19_090 }).map(dateOfDay),
      publisher: fc.constantFrom('News', 'Новини', ''),
      named: fc.subarray(ENTITIES, { minLength: 1 }),
      sentences: fc.nat(3),
      gap: fc.integer({ min: 1, max: 300 }),
    }),
    { maxLength: 25 },
  )
  .map((all) => {
    let id = 0;
    return all.map(({ date, named, sentences, publisher, gap }) => {
      id += gap;
      return article(id, date, [...named].sort(), sentences, publisher);
    });
  });

function ledgerOf(all: readonly LedgerArticle[]) {
  const chunks = Map.groupBy(all, ({ id }) => chunkOf(id));
  return joinChunks([...chunks.values()].map(makeChunk));
}

const filters: fc.Arbitrary<Filter> = fc.record(
  {
    from: fc.integer({ min: 18_990, max: 19_095 }),
    to: fc.integer({ min: 18_990, max: 19_095 }),
    publishers: fc.subarray(['News', 'Новини', '', 'Other']).map((names) => new Set(names)),
  },
  { requiredKeys: [] },
);

/** The naive way. */
function left(all: readonly LedgerArticle[], { from, to, publishers }: Filter): readonly LedgerArticle[] {
  return all.filter(({ date, publisher }) => {
    const day = dayNumber(date);
    return (
      (from === undefined || day >= from) && (to === undefined || day <= to) && (publishers === undefined || publishers.has(publisher))
    );
  });
}

const both = (one: LedgerArticle, a: string, b: string) =>
  one.pairs.find((pair) => [pair.a, pair.b].sort().join() === [a, b].sort().join());

describe('a ledger counts what its articles give', () => {
  test('articles, names and pairs, under any filter', () => {
    fc.assert(
      fc.property(articles, filters, (all, filter) => {
        const ledger = ledgerOf(all);
        const tally = tallyOf(ledger, filter);
        const kept = left(all, filter);
        expect(tally.articles).toBe(kept.length);
        ledger.entities.forEach((entity, at) => {
          expect(tally.named[at]).toBe(kept.filter(({ named }) => named.some((one) => one.entity === entity)).length);
        });
        for (let pair = 0; pair < ledger.pairs.a.length; pair++) {
          const [a, b] = [
            ledger.entities[ledger.pairs.a[pair] as number] as string,
            ledger.entities[ledger.pairs.b[pair] as number] as string,
          ];
          const shares = kept.flatMap((one) => both(one, a, b) ?? []);
          expect(countsOf(tally, pair)).toEqual({
            articles: shares.length,
            sentences: shares.reduce((sum, share) => sum + share.sentences, 0),
            paragraphs: shares.reduce((sum, share) => sum + share.paragraphs, 0),
          });
        }
      }),
    );
  });

  test('every pair that was ever named together is there once', () => {
    fc.assert(
      fc.property(articles, (all) => {
        const ledger = ledgerOf(all);
        const named = (pair: number) => [ledger.pairs.a, ledger.pairs.b].map((end) => ledger.entities[end[pair] as number]).join();
        const found = [...ledger.pairs.a.keys()].map(named);
        expect(new Set(found)).toEqual(new Set(all.flatMap(({ pairs }) => pairs.map(({ a, b }) => `${a},${b}`))));
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  test('articles that name all of some, the latest first', () => {
    fc.assert(
      fc.property(articles, filters, fc.subarray([...ENTITIES, 'nobody']), (all, filter, ids) => {
        const ledger = ledgerOf(all);
        const found = articlesWith(ledger, tallyOf(ledger, filter), ids);
        const expected = left(all, filter).filter(({ named }) => ids.every((id) => named.some(({ entity }) => entity === id)));
        expect(found).toEqual([...expected].sort((x, y) => (x.date < y.date ? 1 : x.date > y.date ? -1 : y.id - x.id)).map(({ id }) => id));
      }),
    );
  });

  test('rising pairs: more articles in one span than in the other, those that rise most', () => {
    fc.assert(
      fc.property(articles, filters, filters, fc.subarray(ENTITIES), fc.integer({ min: 1, max: 6 }), (all, now, before, kept, most) => {
        const ledger = ledgerOf(all);
        const keeps = (id: string) => kept.includes(id);
        const [isNow, was] = [left(all, now), left(all, before)];
        const rises = [...ledger.pairs.a.keys()].flatMap((pair) => {
          const [a, b] = [ledger.pairs.a, ledger.pairs.b].map((end) => ledger.entities[end[pair] as number] as string) as [string, string];
          const shares = isNow.flatMap((one) => both(one, a, b) ?? []);
          const rise = shares.length - was.filter((one) => both(one, a, b) !== undefined).length;
          const sentences = shares.reduce((sum, share) => sum + share.sentences, 0);
          return rise > 0 && keeps(a) && keeps(b) ? [{ a, b, rise, sentences, pair }] : [];
        });
        rises.sort((x, y) => y.rise - x.rise || y.sentences - x.sentences || x.pair - y.pair);
        const found = risingPairs(ledger, { now, before, keeps, most });
        expect(found.map(({ a, b }) => `${a} ${b}`)).toEqual(rises.slice(0, most).map(({ a, b }) => `${a} ${b}`));
        for (const one of found) {
          expect(one.now.articles - one.before.articles).toBe(rises.find(({ a, b }) => a === one.a && b === one.b)?.rise);
          expect(one.now.sentences).toBe(rises.find(({ a, b }) => a === one.a && b === one.b)?.sentences);
        }
      }),
    );
  });

  test('partners: who, how often, the strongest first', () => {
    fc.assert(
      fc.property(articles, fc.constantFrom(...ENTITIES), fc.constantFrom(...LEVELS), (all, id, level) => {
        const ledger = ledgerOf(all);
        const partners = partnersOf(ledger, tallyOf(ledger, {}), id, level);
        const others = new Set(
          all.filter(({ named }) => named.some(({ entity }) => entity === id)).flatMap(({ named }) => named.map(({ entity }) => entity)),
        );
        others.delete(id);
        expect(new Set(partners.map((partner) => partner.id))).toEqual(others);
        for (const [at, partner] of partners.entries()) {
          expect(partner.strength).toBe(strengthOf(partner, level));
          if (at > 0) expect(partners[at - 1]?.strength).toBeGreaterThanOrEqual(partner.strength);
        }
      }),
    );
  });

  test.each([
    [0, 0, [0, 255]],
    [255, 0, [0, 255]],
    [256, 1, [256, 511]],
  ])('article %i stands in chunk %i', (id, chunk, ids) => {
    expect(chunkOf(id)).toBe(chunk);
    expect(idsOfChunk(chunk)).toEqual(ids);
  });
});

const everybody = { level: 'article', least: 1, keeps: () => true, mostNodes: 100, mostPairs: 100, depth: 1 } as const;

describe('neighbourhoods', () => {
  // A–B twice, B–C, C–D once; E–F apart.
  const chain = ledgerOf([
    article(1, '2024-10-01', ['A', 'B'], 0),
    article(2, '2024-10-02', ['A', 'B'], 2),
    article(3, '2024-10-03', ['B', 'C']),
    article(4, '2024-10-04', ['C', 'D']),
    article(5, '2024-10-05', ['E', 'F']),
  ]);
  const tally = tallyOf(chain, {});

  test.each([
    ['those named with A', { chosen: ['A'] }, 'A B', 'A-B:2'],
    ['and those named with these', { chosen: ['A'], depth: 2 as const }, 'A B C', 'A-B:2 B-C:1'],
    ['of two', { chosen: ['A', 'D'] }, 'A D B C', 'A-B:2 B-C:1 C-D:1'],
    ['by sentences', { chosen: ['A'], level: 'sentence' as const }, 'A B', 'A-B:2'],
    ['only what is strong', { chosen: ['B'], least: 2 }, 'B A', 'A-B:2'],
    ['strong by sentences', { chosen: ['B'], level: 'sentence' as const, least: 2 }, 'B A', 'A-B:2'],
    ['who is chosen stays, whatever the filter', { chosen: ['A'], keeps: (id: string) => id !== 'A' && id !== 'B' }, 'A', ''],
    ['whom nobody knows', { chosen: ['nobody'] }, 'B A C D E F', 'A-B:2 B-C:1 C-D:1 E-F:1'],
    ['nobody chosen: the most often named', { chosen: [], mostNodes: 3 }, 'B A C', 'A-B:2 B-C:1'],
    ['no more pairs than wanted', { chosen: [], mostPairs: 1 }, 'B A C D E F', 'A-B:2'],
  ])('%s', (_, ask, nodes, pairs) => {
    const graph = graphOf(chain, tally, { ...everybody, ...ask });
    expect(graph.nodes.map(({ id }) => id).join(' ')).toBe(nodes);
    expect(graph.pairs.map(({ a, b, weight }) => `${a}-${b}:${weight}`).join(' ')).toBe(pairs);
  });

  test('what is left out is counted', () => {
    const graph = graphOf(chain, tally, { ...everybody, chosen: [], mostNodes: 3, mostPairs: 1 });
    expect(graph.of).toEqual({ nodes: 6, pairs: 2 });
  });

  test('a filter takes pairs away', () => {
    const later = tallyOf(chain, { from: dayNumber('2024-10-03') });
    expect(graphOf(chain, later, { ...everybody, chosen: ['B'] }).nodes.map(({ id }) => id)).toEqual(['B', 'C']);
  });

  test.each([
    ['neighbours', ['A', 'B'], ['A B: 2']],
    ['over two', ['A', 'D'], ['A B C D: 2 1 1']],
    ['the other way round', ['D', 'A'], ['D C B A: 1 1 2']],
    ['no way', ['A', 'E'], []],
    ['to oneself', ['A', 'A'], []],
    ['to nobody', ['A', 'nobody'], []],
  ] as const)('ways: %s', (_, [from, to], expected) => {
    const ways = waysBetween(chain, tally, [from, to], everybody, 3);
    expect(ways.map(({ ids, weights }) => `${ids.join(' ')}: ${weights.join(' ')}`)).toEqual(expected);
  });

  test('of ways that are equally short the one comes first whose weakest step is strongest', () => {
    const two = ledgerOf([
      article(1, '2024-10-01', ['A', 'B']),
      article(2, '2024-10-01', ['B', 'D']),
      ...[3, 4].flatMap((id) => [article(2 * id, '2024-10-01', ['A', 'C']), article(2 * id + 1, '2024-10-01', ['C', 'D'])]),
    ]);
    expect(waysBetween(two, tallyOf(two, {}), ['A', 'D'], everybody, 5).map(({ ids }) => ids.join(''))).toEqual(['ACD', 'ABD']);
    expect(waysBetween(two, tallyOf(two, {}), ['A', 'D'], { ...everybody, least: 2 }, 5).map(({ ids }) => ids.join(''))).toEqual(['ACD']);
  });
});

describe('time', () => {
  test.each([
    ['2024-10-02', 'day', '2024-10-02', '2024-10-03'],
    ['2024-10-02', 'week', '2024-09-30', '2024-10-07'],
    ['2024-09-30', 'week', '2024-09-30', '2024-10-07'],
    ['2024-10-06', 'week', '2024-09-30', '2024-10-07'],
    ['1969-12-31', 'week', '1969-12-29', '1970-01-05'],
    ['2024-02-29', 'month', '2024-02-01', '2024-03-01'],
    ['2024-12-31', 'month', '2024-12-01', '2025-01-01'],
  ] as const)('%s lies in the %s from %s to %s', (day, step, start, next) => {
    expect(dateOfDay(stepStart(dayNumber(day), step))).toBe(start);
    expect(dateOfDay(nextStep(stepStart(dayNumber(day), step), step))).toBe(next);
  });

  const read = ledgerOf([
    article(1, '2024-10-01', ['A', 'B']),
    article(2, '2024-10-02', ['A', 'B']),
    article(3, '2024-10-16', ['A', 'C']),
    article(4, '2024-11-01', ['A', 'C']),
    article(5, '2024-11-02', ['A', 'C', 'D']),
  ]);
  const tally = tallyOf(read, {});

  test('articles by week, weeks without any included', () => {
    const line = timelineOf(read, tally, ['B', 'C', 'nobody'], 'week');
    expect(line.starts.map(dateOfDay)).toEqual(['2024-09-30', '2024-10-07', '2024-10-14', '2024-10-21', '2024-10-28']);
    expect(line.all).toEqual([2, 0, 1, 0, 2]);
    expect(line.of).toEqual([
      [2, 0, 0, 0, 0],
      [0, 0, 1, 0, 2],
      [0, 0, 0, 0, 0],
    ]);
  });

  test('a filter narrows the span; an empty one has no points', () => {
    const line = timelineOf(read, tallyOf(read, { from: dayNumber('2024-10-10'), to: dayNumber('2024-10-20') }), [], 'day');
    expect(line.starts.map(dateOfDay)).toEqual(['2024-10-16']);
    expect(timelineOf(read, tallyOf(read, { to: dayNumber('2020-01-01') }), ['A'], 'day')).toMatchObject({ starts: [], all: [], of: [[]] });
  });

  test('a century by days is told by months', () => {
    const long = ledgerOf([article(1, '1924-10-01', ['A']), article(2, '2024-10-02', ['A'])]);
    const line = timelineOf(long, tallyOf(long, {}), ['A'], 'day');
    expect(line.step).toBe('month');
    expect(line.of[0]?.reduce((sum, n) => sum + n, 0)).toBe(2);
  });

  test('who is new, and what rises', () => {
    expect(newNames(read, dayNumber('2024-10-10')).map(({ id, articles }) => `${id} ${articles}`)).toEqual(['C 3', 'D 1']);
    const now = { from: dayNumber('2024-11-01') };
    const before = { from: dayNumber('2024-10-01'), to: dayNumber('2024-10-31') };
    expect(
      risingPairs(read, { now, before, keeps: () => true, most: 5 }).map(
        ({ a, b, now: n, before: m }) => `${a}-${b} ${n.articles} ${m.articles}`,
      ),
    ).toEqual(['A-C 2 1', 'A-D 1 0', 'C-D 1 0']);
  });
});
