import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headerLine, jsonLines, type LogRecord, readJsonLines, recordLine } from '../../platform/exchange/json-lines.ts';
import type { LogArticle, LogFeed } from '../../platform/exchange/log-shapes.ts';
import type { Snapshot } from '../../platform/exchange/snapshot.ts';
import type { ArticleRow, SentenceRow, SightingRow } from '../../platform/log-rows.ts';
import { DOT_COLOURS } from '../../platform/messages.ts';
import { bytesOf, fileOf, RUNS, snapshot, totalsOf } from './snapshots.ts';
import { anyText } from './texts.ts';

/** The rows that a log would hold that took these records in, with the numbers that the snapshot's articles had. */
function rowsOf(good: readonly LogRecord[], { articles }: Snapshot) {
  const numbers = new Map(articles.map(({ id, canonical }) => [canonical, id as number]));
  const own = good.flatMap((record) => (record.type === 'own' ? [record.own] : []));
  const verdicts = good.flatMap((record) => (record.type === 'verdict' ? [record.verdict] : []));
  const annotations = good.flatMap((record) => (record.type === 'annotation' ? [record.annotation] : []));
  const lists = good.flatMap((record) => (record.type === 'list' ? [record.list] : []));
  const rebuilt = good.flatMap((record) => (record.type === 'article' ? [rebuild(record.article, numbers)] : []));
  const counted = rebuilt.filter(({ row }) => row.copy === undefined);
  return {
    articles: rebuilt.map(({ row }) => row),
    sightings: counted.flatMap(({ sightings }) => sightings),
    sentences: counted.flatMap(({ sentences }) => sentences),
    own,
    verdicts,
    annotations,
    lists,
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
      const { articles, sightings, sentences, own, verdicts, annotations, lists } = all;
      const rows = rowsOf(good, all);
      expect(rows).toEqual({ articles, sightings, sentences, own, verdicts, annotations, lists });
      expect(totalsOf(rows.articles)).toEqual(all.pairs);
      const written = { annotation: annotations.length, list: lists.length };
      const counts = { article: articles.length, own: own.length, verdict: verdicts.length, ...written };
      expect(header).toMatchObject({ made: all.made, counts });
    }),
    RUNS,
  );
});

const feed: fc.Arbitrary<LogFeed> = fc
  .record({
    id: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 }),
    url: fc.constantFrom('https://feed.example/', 'https://host.example/a/feed/', 'http://127.0.0.1:8099/feed/'),
    title: fc.option(anyText, { nil: undefined }),
    colour: fc.constantFrom(...DOT_COLOURS),
    on: fc.boolean(),
    order: fc.nat(99),
  })
  .map(({ title, ...rest }) => ({ ...rest, ...(title === undefined ? {} : { title }) }));

/** As a later version may have them, or an earlier one. */
const settings = fc.dictionary(anyText, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 }).map((map) => ({ ...map, recording: false }));

test('what only backups have is read as it was written: settings and feeds', () => {
  fc.assert(
    fc.property(settings, fc.uniqueArray(feed, { maxLength: 3, selector: ({ id }) => id }), (kept, feeds) => {
      const records: readonly LogRecord[] = [
        { type: 'settings', settings: JSON.parse(JSON.stringify(kept)) },
        ...feeds.map((one) => ({ type: 'feed', feed: one }) as const),
      ];
      const counts = { article: 0, own: 0, verdict: 0, settings: 1, feed: feeds.length };
      const made = '2026-11-29T12:00:00.000Z';
      const { header, good, bad } = readJsonLines(bytesOf([headerLine({ made, counts }), ...records.map(recordLine)].join('')));
      expect({ header, good, bad }).toEqual({ header: { made, counts }, good: records, bad: [] });
    }),
    RUNS,
  );
});

test('moments come in the one form in which the log compares them', () => {
  const given = (at: string) => {
    const line = JSON.stringify({ type: 'list', id: 'list:1', name: 'A', colour: 'red', changed: at });
    const [record] = readJsonLines(bytesOf(`${headerLine({ made: at, counts: { article: 0, own: 0, verdict: 0 } })}${line}\n`)).good;
    return record?.type === 'list' && record.list.changed;
  };
  expect(['2026-01-01T12:00:00Z', '2026-01-01T12:00:00+02:00', '2026-01-01T12:00:00.5Z'].map(given)).toEqual([
    '2026-01-01T12:00:00.000Z',
    '2026-01-01T10:00:00.000Z',
    '2026-01-01T12:00:00.500Z',
  ]);
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
