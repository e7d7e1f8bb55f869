import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLines, type LogRecord, readJsonLines } from '../../platform/exchange/json-lines.ts';
import type { LogArticle } from '../../platform/exchange/log-shapes.ts';
import type { Snapshot } from '../../platform/exchange/snapshot.ts';
import type { ArticleRow, SentenceRow, SightingRow } from '../../platform/log-rows.ts';
import { bytesOf, fileOf, RUNS, snapshot, totalsOf } from './snapshots.ts';

/** The rows that a log would hold that took these records in, with the numbers that the snapshot's articles had. */
function rowsOf(good: readonly LogRecord[], { articles }: Snapshot) {
  const numbers = new Map(articles.map(({ id, canonical }) => [canonical, id as number]));
  const own = good.flatMap((record) => (record.type === 'own' ? [record.own] : []));
  const verdicts = good.flatMap((record) => (record.type === 'verdict' ? [record.verdict] : []));
  const rebuilt = good.flatMap((record) => (record.type === 'article' ? [rebuild(record.article, numbers)] : []));
  const counted = rebuilt.filter(({ row }) => row.copy === undefined);
  return {
    articles: rebuilt.map(({ row }) => row),
    sightings: counted.flatMap(({ sightings }) => sightings),
    sentences: counted.flatMap(({ sentences }) => sentences),
    own,
    verdicts,
  };
}

function rebuild(article: LogArticle, numbers: ReadonlyMap<string, number>) {
  const { row, copyOf, pairs } = article;
  const id = numbers.get(row.canonical) as number;
  const sightings = article.sightings.map((one): SightingRow => ({ article: id, date: row.date, ...one }));
  const sentences = article.sentences.map((one): SentenceRow => ({ article: id, ...one }));
  const copy = copyOf === undefined ? undefined : { of: numbers.get(copyOf) as number, pairs, sightings, sentences };
  const whole: ArticleRow = copy === undefined ? { ...row, id, pairs } : { ...row, id, pairs: [], copy };
  return { row: whole, sightings, sentences };
}

test('what was written is read, to the last character; totals of pairs follow from it', () => {
  fc.assert(
    fc.property(snapshot, (all) => {
      const { header, good, bad } = readJsonLines(bytesOf(fileOf(jsonLines(all))));
      expect(bad).toEqual([]);
      const { articles, sightings, sentences, own, verdicts } = all;
      const rows = rowsOf(good, all);
      expect(rows).toEqual({ articles, sightings, sentences, own, verdicts });
      expect(totalsOf(rows.articles)).toEqual(all.pairs);
      expect(header).toMatchObject({ made: all.made, counts: { article: articles.length, own: own.length, verdict: verdicts.length } });
    }),
    RUNS,
  );
});

test('a file twice is the file once, and the second time each record is told as a duplicate', () => {
  fc.assert(
    fc.property(snapshot, (all) => {
      const file = fileOf(jsonLines(all));
      const [once, twice] = [readJsonLines(bytesOf(file)), readJsonLines(bytesOf(`${file}${file}`))];
      expect(twice.good).toEqual(once.good);
      expect(twice.bad.map(({ code }) => code)).toEqual(once.good.map(() => 'duplicate'));
    }),
    { numRuns: 300 },
  );
});

test('a file that was cut off anywhere gives its whole records, and says that some are missing', () => {
  fc.assert(
    fc.property(snapshot, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
      const bytes = bytesOf(fileOf(jsonLines(all)));
      const whole = readJsonLines(bytes).good;
      fc.pre(whole.length > 0);
      const headerEnds = bytes.indexOf(10) + 1;
      const cut = headerEnds + Math.floor((bytes.length - headerEnds - 2) * part);
      const kept = bytes.slice(0, cut);
      const { good, bad } = readJsonLines(kept);
      expect(good).toEqual(whole.slice(0, kept.filter((byte) => byte === 10).length - 1));
      expect(bad.length).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
});

test('a copy whose article was filtered out is counted itself', () => {
  fc.assert(
    fc.property(
      snapshot.filter(({ articles }) => articles.some(({ copy }) => copy !== undefined)),
      (all) => {
        const copy = all.articles.find((row) => row.copy !== undefined);
        const { good } = readJsonLines(bytesOf(fileOf(jsonLines({ ...all, articles: all.articles.filter((row) => row === copy) }))));
        const [first] = good;
        expect(first?.type === 'article' && { copyOf: first.article.copyOf, pairs: first.article.pairs }).toEqual({
          copyOf: undefined,
          pairs: copy?.copy?.pairs,
        });
      },
    ),
    { numRuns: 100 },
  );
});

test('comes in chunks of some 64 thousand characters, the same each time', () => {
  const [drawn] = fc.sample(
    snapshot.filter(({ articles }) => articles.length === 3),
    { numRuns: 1, seed: 7 },
  );
  const all = drawn as Snapshot;
  const articles = Array.from({ length: 2_000 }, (_, n) => ({
    ...(all.articles[0] as Snapshot['articles'][number]),
    canonical: `https://n.example/${n}`,
    id: n,
  }));
  const chunks = [...jsonLines({ ...all, articles })];
  expect(chunks.length).toBeGreaterThan(5);
  expect(chunks.slice(0, -1).every((chunk) => chunk.length >= 65_536 && chunk.length < 100_000)).toBe(true);
  expect([...jsonLines({ ...all, articles })]).toEqual(chunks);
});
