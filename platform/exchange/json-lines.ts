import type { ArticleRow, OwnEntity, SentenceRow, SightingRow, VerdictRow } from '../log-rows.ts';
import { tidyVerdict, verdictKey } from '../verdict-form.ts';
import type { BadCode, BadRecord } from './bad.ts';
import { checked, firstOf } from './candidates.ts';
import { inChunks } from './chunks.ts';
import {
  type ArticleLine,
  contradiction,
  type LogArticle,
  type LogHeader,
  logArticle,
  logHeader,
  logOwn,
  logVerdict,
} from './log-shapes.ts';
import type { Snapshot } from './snapshot.ts';
import { inOrder, type Line, linesOf, objectOf } from './text-in.ts';

/**
 * The log without loss, as JSON Lines (https://jsonlines.org): a header, then one record a line.
 *
 * Sightings and sentences lie within the line of their article. The number of an article is of one machine, so they would have to name it by
 * its address; and an article of which some lines were lost would break what the log holds to (first and last day of a pair are read
 * from sightings). So an article is there as a whole or not at all.
 *
 * The totals of pairs are not in it: they are the sum over the articles, and a sum that is imported could disagree with them. Nor are packaged
 * profiles: they are not the reader's, and come with Muster.
 */
export const LOG_FORMAT = 1;

export type LogRecord =
  | { readonly type: 'article'; readonly article: LogArticle }
  | { readonly type: 'own'; readonly own: OwnEntity }
  | { readonly type: 'verdict'; readonly verdict: VerdictRow };

export interface ReadLog {
  readonly header?: LogHeader;
  /** In the order of the file, each key once: articles by canonical address, own entities by id, verdicts by key. So reading a file twice is as reading it once. */
  readonly good: readonly LogRecord[];
  readonly bad: readonly BadRecord[];
}

export function jsonLines(snapshot: Snapshot): Generator<string> {
  return inChunks(pieces(snapshot));
}

function* pieces(snapshot: Snapshot): Generator<string> {
  const { made, filter, articles, own, verdicts } = snapshot;
  const counts = { article: articles.length, own: own.length, verdict: verdicts.length };
  yield lineOf({ muster: 'log', format: LOG_FORMAT, made, filter, counts });
  const canonicals = new Map(articles.map(({ id, canonical }) => [id, canonical]));
  const sightings = byArticle(snapshot.sightings);
  const sentences = byArticle(snapshot.sentences);
  for (const row of articles) {
    const details = { sightings: sightings.get(row.id) ?? [], sentences: sentences.get(row.id) ?? [] };
    yield lineOf({ type: 'article', ...articleLine(row, details, canonicals) });
  }
  for (const entity of own) yield lineOf({ type: 'own', ...entity });
  for (const { verdict, given } of verdicts) yield lineOf({ type: 'verdict', verdict, given });
}

function lineOf(record: object): string {
  return `${JSON.stringify(record)}\n`;
}

interface Details {
  readonly sightings: readonly SightingRow[];
  readonly sentences: readonly SentenceRow[];
}

/** A copy whose article a filter left out is counted itself, as it is when that article is erased. */
function articleLine(row: ArticleRow, details: Details, canonicals: ReadonlyMap<number | undefined, string>): ArticleLine {
  const { id: _id, host: _host, near: _near, copy, pairs, ...kept } = row;
  const share = copy ?? { pairs, ...details };
  return {
    ...kept,
    copyOf: copy === undefined ? undefined : canonicals.get(copy.of),
    pairs: share.pairs,
    sightings: share.sightings.map(({ article: _article, date: _date, ...sighting }) => sighting),
    sentences: share.sentences.map(({ article: _article, ...sentence }) => sentence),
  };
}

function byArticle<T extends { readonly article: number }>(rows: readonly T[]): ReadonlyMap<number | undefined, readonly T[]> {
  return Map.groupBy(rows, ({ article }) => article as number | undefined);
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

type Problem = Omit<BadRecord, 'line'>;

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

/** What `shape` answers, or its words if it throws. */
function shaped<T>(shape: () => T): T | Problem {
  try {
    return shape();
  } catch (error) {
    return { code: 'wrong-shape', detail: error instanceof Error ? error.message : String(error) };
  }
}

function recordOf(value: Readonly<Record<string, unknown>>): LogRecord | Problem {
  switch (Object.hasOwn(value, 'type') ? value.type : undefined) {
    case 'article':
      return shaped(() => whole(logArticle(value, 'article')));
    case 'own':
      return shaped(() => ownRecord(logOwn(value, 'own')));
    case 'verdict':
      return shaped(() => verdictRecord(logVerdict(value, 'verdict')));
    default:
      return { code: 'unknown-type' };
  }
}

function whole(article: LogArticle): LogRecord | Problem {
  const detail = contradiction(article);
  return detail === undefined ? { type: 'article', article } : { code: 'contradiction', detail };
}

function ownRecord(given: OwnEntity): LogRecord | Problem {
  if (!given.id.startsWith('own:')) return { code: 'wrong-shape', detail: 'own: id: not one of the reader’s own' };
  const own: BadCode | Omit<OwnEntity, 'id' | 'added'> = checked(given);
  return typeof own === 'string' ? { code: own } : { type: 'own', own: { ...own, id: given.id, added: given.added } };
}

function verdictRecord({ verdict: given, given: when }: Omit<VerdictRow, 'key'>): LogRecord | Problem {
  const verdict = tidyVerdict(given);
  if (verdict === undefined) return { code: 'contradiction', detail: 'a verdict on nothing or nowhere' };
  return { type: 'verdict', verdict: { key: verdictKey(verdict), verdict, given: when } };
}

function keyOf(record: LogRecord): string {
  switch (record.type) {
    case 'article':
      return `article\n${record.article.row.canonical}`;
    case 'own':
      return `own\n${record.own.id}`;
    case 'verdict':
      return `verdict\n${record.verdict.key}`;
  }
}

/** Lines besides the header, good and bad, against what the header promised. */
function missingRecords({ header }: Reading, lines: number): string | undefined {
  if (header === undefined) return undefined;
  const promised = header.counts.article + header.counts.own + header.counts.verdict;
  const came = lines - 1;
  return came < promised ? `${came} of ${promised}` : undefined;
}
