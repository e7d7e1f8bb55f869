import { isDeepStrictEqual } from 'node:util';
import type { LedgerChunk } from '../../core/ledger.ts';
import type { WordChunk } from '../../core/word-index.ts';
import type { CompiledRow, LedgerRow } from '../../platform/db.ts';
import type {
  ArticlePair,
  ArticleRow,
  CopyShare,
  LookRow,
  PairRow,
  SentenceRow,
  SightingRow,
  VerdictRow,
} from '../../platform/log-rows.ts';
import { READER_SHAPES } from '../../platform/message-shapes.ts';
import { annotation, listRow, ownEntity } from '../../platform/own-shapes.ts';
import { fields, list, oneOf, optional, type Shape, text, whole, yesOrNo } from '../../platform/shapes.ts';

/** What a row of each table that messages may change has to look like; tables that are not named here have to be as they were. */

const id = text(100, 1);
const day: Shape<string> = (value, where) => {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) throw new Error(`${where}: expected a date`);
  return value;
};
const line = text(10_000);
const pair = { a: id, b: id, sentences: whole, paragraphs: whole };
const address: Shape<string> = (value, where) => {
  if (typeof value !== 'string' || !/^https?:\/\//.test(value)) throw new Error(`${where}: expected a web address`);
  return value;
};

const bytes: Shape<Uint8Array<ArrayBuffer>> = (value, where) => {
  if (!(value instanceof Uint8Array)) throw new Error(`${where}: expected bytes`);
  return value as Uint8Array<ArrayBuffer>;
};

const no = (where: string): never => {
  throw new Error(`${where}: expected an array of numbers`);
};
const numbers: Shape<Uint32Array> = (value, where) => (value instanceof Uint32Array ? value : no(where));

const sighting = { article: whole, entity: id, times: whole, date: day, seen: day, alone: optional(yesOrNo) };
const sentence = { article: whole, n: whole, paragraph: whole, text: line, spans: list(fields({ start: whole, end: whole, id }), 10_000) };
const isTrue: Shape<true> = (value, where) => {
  if (value !== true) throw new Error(`${where}: expected true`);
  return value;
};

const ROWS: Readonly<Record<string, Shape<object>>> = {
  compiled: fields<CompiledRow>({ key: oneOf('gazetteer'), format: whole, sources: text(1_000_000), bytes }),
  articles: fields<ArticleRow>({
    id: whole,
    canonical: address,
    url: address,
    host: text(300, 1),
    title: line,
    publisher: line,
    published: optional(line),
    date: day,
    lang: optional(text(35)),
    firstSeen: day,
    lastSeen: day,
    opened: whole,
    doc: id,
    pairs: list(fields<ArticlePair>(pair), 100_000),
    author: optional(line),
    partial: optional(isTrue),
    print: optional(list(whole, 96)),
    near: optional(list(whole, 16)),
    copy: optional(
      fields<CopyShare>({
        of: whole,
        pairs: list(fields<ArticlePair>(pair), 100_000),
        sightings: list(fields<SightingRow>(sighting), 100_000),
        sentences: list(fields<SentenceRow>(sentence), 400),
      }),
    ),
  }),
  sightings: fields<SightingRow>(sighting),
  sentences: fields<SentenceRow>(sentence),
  pairs: fields<PairRow>({ ...pair, articles: whole, first: day, last: day }),
  ledger: fields<LedgerRow>({
    chunk: whole,
    format: whole,
    stamp: id,
    counts: fields<LedgerChunk>({
      ids: numbers,
      days: (value, where) => (value instanceof Int32Array ? value : no(where)),
      publishers: list(line, 256),
      publisher: numbers,
      entities: list(id, 100_000),
      sightings: numbers,
      shares: numbers,
    }),
    words: fields<WordChunk>({ words: text(10_000_000), starts: numbers, from: numbers, at: numbers }),
  }),
  verdicts: fields<VerdictRow>({ key: line, verdict: READER_SHAPES.judge, given: day }),
  own: ownEntity,
  annotations: annotation,
  lists: listRow,
  looks: fields<LookRow>({ id, at: day }),
};

/** In words, what is wrong with which row. A row must be what its shape makes of it, and no more. */
export function rowsOutOfShape(now: Readonly<Record<string, unknown>>, before: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(now).flatMap(([table, rows]) => {
    const shape = ROWS[table];
    if (table === 'local') return [];
    if (shape === undefined) return isDeepStrictEqual(rows, before[table]) ? [] : [`${table}: is not what it was`];
    return (rows as readonly unknown[]).flatMap((row, i) => {
      try {
        return isDeepStrictEqual(shape(row, `${table}: ${i}`), row) ? [] : [`${table}: ${i}: has more than its shape`];
      } catch (error) {
        return [String(error)];
      }
    });
  });
}
