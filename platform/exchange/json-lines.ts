import type { Details } from '../articles.ts';
import type { ArticleRow } from '../log-rows.ts';
import type { BadRecord } from './bad.ts';
import { firstOf } from './candidates.ts';
import { inChunks } from './chunks.ts';
import { keyOf, type LogRecord, type Problem, recordOf, shaped } from './log-records.ts';
import { type ArticleLine, type LogArticle, type LogCounts, type LogHeader, logHeader } from './log-shapes.ts';
import type { Snapshot } from './snapshot.ts';
import { inOrder, type Line, linesOf, objectOf } from './text-in.ts';

export type { LogRecord };

/**
 * The log without loss, as JSON Lines (https://jsonlines.org): a header, then one record a line.
 *
 * Sightings and sentences lie within the line of their article. The number of an article is of one machine, so they would have to name it by
 * its address; and an article of which some lines were lost would break what the log holds to (first and last day of a pair are read
 * from sightings). So an article is there as a whole or not at all.
 *
 * The totals of pairs are not in it: they are the sum over the articles, and a sum that is imported could disagree with them. Nor are packaged
 * profiles: they are not the reader's, and come with Muster. Notes and lists came later, settings and feeds with backups: what reads the
 * format as it was first lists such lines as of a type that it does not know, and takes the rest.
 */
export const LOG_FORMAT = 1;

export interface ReadLog {
  readonly header?: LogHeader;
  /** In the order of the file, each key once (log-records.ts). So reading a file twice is as reading it once. */
  readonly good: readonly LogRecord[];
  readonly bad: readonly BadRecord[];
}

export function jsonLines(snapshot: Snapshot): Generator<string> {
  return inChunks(pieces(snapshot));
}

function* pieces(snapshot: Snapshot): Generator<string> {
  const { made, filter, articles, own, verdicts, annotations, lists } = snapshot;
  const written = { annotation: annotations.length, list: lists.length };
  const counts = { article: articles.length, own: own.length, verdict: verdicts.length, ...written };
  yield headerLine({ made, ...(filter === undefined ? {} : { filter }), counts });
  for (const article of logArticles(articles, snapshot, new Map(articles.map(({ id, canonical }) => [id as number, canonical]))))
    yield recordLine({ type: 'article', article });
  for (const one of own) yield recordLine({ type: 'own', own: one });
  for (const verdict of verdicts) yield recordLine({ type: 'verdict', verdict });
  for (const list of lists) yield recordLine({ type: 'list', list });
  for (const annotation of annotations) yield recordLine({ type: 'annotation', annotation });
}

export function headerLine(header: LogHeader & { readonly counts: LogCounts }): string {
  const { made, filter, counts } = header;
  return lineOf({ muster: 'log', format: LOG_FORMAT, made, filter, counts });
}

export function recordLine(record: LogRecord): string {
  switch (record.type) {
    case 'article':
      return lineOf({ type: record.type, ...articleLine(record.article) });
    case 'own':
      return lineOf({ type: record.type, ...record.own });
    case 'verdict':
      return lineOf({ type: record.type, verdict: record.verdict.verdict, given: record.verdict.given });
    case 'annotation':
      return lineOf({ type: record.type, ...record.annotation });
    case 'list':
      return lineOf({ type: record.type, ...record.list });
    case 'settings':
      return lineOf({ type: record.type, settings: record.settings });
    case 'feed':
      return lineOf({ type: record.type, ...record.feed });
  }
}

function lineOf(record: object): string {
  return `${JSON.stringify(record)}\n`;
}

function articleLine({ row, copyOf, pairs, sightings, sentences }: LogArticle): ArticleLine {
  const { host: _host, near: _near, ...kept } = row;
  return { ...kept, ...(copyOf === undefined ? {} : { copyOf }), pairs, sightings, sentences };
}

/** Articles as a file holds them. A copy whose article has no address there (a filter left it out) is counted itself, as it is when that article is erased. */
export function* logArticles(rows: readonly ArticleRow[], details: Details, addresses: ReadonlyMap<number, string>): Generator<LogArticle> {
  const sightings = Map.groupBy(details.sightings, ({ article }) => article);
  const sentences = Map.groupBy(details.sentences, ({ article }) => article);
  for (const { id = 0, copy, pairs, ...row } of rows) {
    const share = copy ?? { pairs, sightings: sightings.get(id) ?? [], sentences: sentences.get(id) ?? [] };
    const original = copy === undefined ? undefined : addresses.get(copy.of);
    yield {
      row,
      ...(original === undefined ? {} : { copyOf: original }),
      pairs: share.pairs,
      sightings: share.sightings.map(({ article: _article, date: _date, ...sighting }) => sighting),
      sentences: share.sentences.map(({ article: _article, ...sentence }) => sentence),
    };
  }
}

/** Takes every record by itself: what is wrong is listed, the rest is good. */
export function readJsonLines(bytes: Uint8Array): ReadLog {
  const { lines, bad } = linesOf(bytes);
  const state: Reading = { header: undefined, good: [], bad: [...bad], isFirst: firstOf() };
  for (const [i, line] of lines.entries()) {
    const problem = takeLine(line, i === 0 && bad.length === 0, state);
    if (problem !== undefined) state.bad.push({ line: line.line, ...problem });
    if (problem?.code === 'newer-format') break;
  }
  const missing = missingRecords(state, lines.length + bad.length);
  if (missing !== undefined) state.bad.push({ line: lines.at(-1)?.line ?? 1, code: 'missing-records', detail: missing });
  return { ...(state.header === undefined ? {} : { header: state.header }), good: state.good, bad: inOrder(state.bad) };
}

interface Reading {
  header: LogHeader | undefined;
  readonly good: LogRecord[];
  readonly bad: BadRecord[];
  readonly isFirst: (key: string) => boolean;
}

function takeLine({ line, text }: Line, first: boolean, state: Reading): Problem | undefined {
  const value = objectOf(text);
  if (typeof value === 'string') return { code: first ? 'not-ours' : value };
  if (Object.hasOwn(value, 'muster')) return takeHeader(value, state);
  if (first) state.bad.push({ line, code: 'not-ours' });
  const record = recordOf(value);
  if ('code' in record) return record;
  if (!state.isFirst(keyOf(record))) return { code: 'duplicate' };
  state.good.push(record);
  return undefined;
}

/** Files may have been put one behind the other: the first header is that of the file. */
function takeHeader(value: Readonly<Record<string, unknown>>, state: Reading): Problem | undefined {
  if (value.muster !== 'log') return { code: 'not-ours' };
  if (typeof value.format === 'number' && value.format > LOG_FORMAT) return { code: 'newer-format', detail: String(value.format) };
  if (value.format !== LOG_FORMAT) return { code: 'not-ours' };
  return shaped(() => {
    const header = logHeader(value, 'header');
    state.header ??= header;
    return undefined;
  });
}

/** Lines besides the header, good and bad, against what the header promised. */
function missingRecords({ header }: Reading, lines: number): string | undefined {
  if (header === undefined) return undefined;
  const promised = Object.values(header.counts).reduce((sum: number, count: number) => sum + count, 0);
  const came = lines - 1;
  return came < promised ? `${came} of ${promised}` : undefined;
}
