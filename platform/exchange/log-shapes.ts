import { type Fingerprint, isFingerprint, nearOf } from '../../core/fingerprint.ts';
import type { Verdict } from '../../core/mention.ts';
import { hostOf } from '../addresses.ts';
import { dayOf } from '../articles.ts';
import type { ArticlePair, ArticleRow, OwnEntity, SentenceRow, SightingRow, VerdictRow } from '../log-rows.ts';
import { ownAlias } from '../own-shapes.ts';
import { fields, list, oneOf, optional, type Shape, text, whole } from '../shapes.ts';

/** Shapes of the records of a log file. What is derived from other fields (host, `near`, an article's number) is not in the file and made anew. */

/** An article with all that hangs on it. A copy names the article in whose stead it is not counted; then `pairs` and the rest are what would be counted. */
export interface LogArticle {
  readonly row: Omit<ArticleRow, 'id' | 'copy' | 'pairs'>;
  /** Canonical address of the article of which this one is a copy. */
  readonly copyOf?: string;
  readonly pairs: readonly ArticlePair[];
  readonly sightings: readonly LogSighting[];
  readonly sentences: readonly LogSentence[];
}

/** Its day is the article's. */
export type LogSighting = Omit<SightingRow, 'article' | 'date'>;
export type LogSentence = Omit<SentenceRow, 'article'>;

/** An article as its line holds it, but for `type`. */
export type ArticleLine = Omit<LogArticle['row'], 'host' | 'near'> & Omit<LogArticle, 'row'>;

const MOST_PAIRS = 20_000;
const MOST_SIGHTINGS = 20_000;
const MOST_SENTENCES = 2_000;
const MOST_SPANS = 2_000;

const id = text(100, 1);
const words = text(10_000);
const url: Shape<string> = (value, where) =>
  passing(text(8_192)(value, where), (one) => hostOf(one) !== undefined, `${where}: no web address`);
const day: Shape<string> = (value, where) => passing(text(10)(value, where), (one) => dayOf(one) === one, `${where}: no day`);
const moment: Shape<string> = (value, where) => passing(text(40)(value, where), isMoment, `${where}: no date and time`);
const print: Shape<Fingerprint> = (value, where) => passing(value, isFingerprint, `${where}: no fingerprint`) as Fingerprint;
const yes: Shape<true> = (value, where) => passing(value, (one) => one === true, `${where}: expected true`) as true;

function passing<T>(value: T, passes: (value: T) => boolean, problem: string): T {
  if (!passes(value)) throw new Error(problem);
  return value;
}

function isMoment(iso: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T/.test(iso) && !Number.isNaN(Date.parse(iso));
}

const span = fields<LogSentence['spans'][number]>({ start: whole, end: whole, id });

const articleLine = fields<ArticleLine>({
  canonical: url,
  url,
  title: words,
  publisher: words,
  published: optional(words),
  date: day,
  lang: optional(text(100)),
  firstSeen: moment,
  lastSeen: moment,
  opened: whole,
  doc: text(100),
  author: optional(words),
  partial: optional(yes),
  print: optional(print),
  copyOf: optional(url),
  pairs: list(fields<ArticlePair>({ a: id, b: id, sentences: whole, paragraphs: whole }), MOST_PAIRS),
  sightings: list(fields<LogSighting>({ entity: id, times: whole, seen: moment, alone: optional(yes) }), MOST_SIGHTINGS),
  sentences: list(fields<LogSentence>({ n: whole, paragraph: whole, text: words, spans: list(span, MOST_SPANS) }), MOST_SENTENCES),
});

/** Throws in words if a field is wrong. */
export const logArticle: Shape<LogArticle> = (value, where) => {
  const { copyOf, pairs, sightings, sentences, ...row } = articleLine(value, where);
  const derived = { host: hostOf(row.canonical) ?? '', ...(row.print === undefined ? {} : { near: nearOf(row.print) }) };
  return { row: { ...row, ...derived }, ...(copyOf === undefined ? {} : { copyOf }), pairs, sightings, sentences };
};

export const logOwn = fields<OwnEntity>({
  id: text(100, 5),
  name: words,
  // Which kinds there are is for the check of own entities to say.
  kind: text(100) as Shape<OwnEntity['kind']>,
  aliases: list(ownAlias, 1_000),
  note: optional(text(100_000)),
  added: moment,
  changed: optional(moment),
});

export const logVerdict = fields<Omit<VerdictRow, 'key'>>({
  verdict: fields<Verdict>({
    entity: id,
    surface: optional(text(1_000)),
    says: oneOf('not-this', 'is-this'),
    scope: oneOf('page', 'site', 'everywhere'),
    where: optional(text(8_192)),
  }),
  given: moment,
});

export interface LogHeader {
  readonly made: string;
  readonly filter?: string;
  readonly counts: { readonly article: number; readonly own: number; readonly verdict: number };
}

export const logHeader = fields<LogHeader>({
  made: moment,
  filter: optional(words),
  counts: fields<LogHeader['counts']>({ article: whole, own: whole, verdict: whole }),
});

/** What contradicts itself in an article, for the log's invariants rest on it; undefined if nothing does. */
export function contradiction({ row, copyOf, pairs, sightings, sentences }: LogArticle): string | undefined {
  if (copyOf === row.canonical) return 'a copy of itself';
  if (new Set(sightings.map(({ entity }) => entity)).size < sightings.length) return 'an entity twice';
  if (sightings.some(({ times }) => times === 0)) return 'an entity that is not named';
  const paired = new Set(sightings.filter(({ alone }) => alone !== true).map(({ entity }) => entity));
  if (new Set(pairs.map(({ a, b }) => `${a}\n${b}`)).size < pairs.length) return 'a pair twice';
  if (pairs.some(({ a, b }) => a >= b)) return 'a pair in the wrong order';
  if (pairs.some(({ a, b }) => !paired.has(a) || !paired.has(b))) return 'a pair of which one is not named';
  if (new Set(sentences.map(({ n }) => n)).size < sentences.length) return 'a sentence twice';
  const outside = sentences.some((one) => one.spans.some(({ start, end }) => start >= end || end > one.text.length));
  return outside ? 'a name that lies outside of its sentence' : undefined;
}
