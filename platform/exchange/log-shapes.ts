import { type Fingerprint, isFingerprint, nearOf } from '../../core/fingerprint.ts';
import { isFolder } from '../../core/manifest.ts';
import type { Verdict } from '../../core/mention.ts';
import { hostOf } from '../addresses.ts';
import { dayOf } from '../articles.ts';
import type { AnnotationRow, ArticlePair, ArticleRow, ListRow, OwnEntity, SentenceRow, SightingRow, VerdictRow } from '../log-rows.ts';
import { DOT_COLOURS, type DotColour } from '../messages.ts';
import { LONGEST_NOTE, overlay, ownAlias, yes } from '../own-shapes.ts';
import { fields, list, oneOf, optional, type Shape, text, whole, yesOrNo } from '../shapes.ts';

/** Shapes of the records of a log file. What is derived from other fields (host, `near`, an article's number) is not in the file and made anew. */

/** An article with all that hangs on it. A copy names the article in whose stead it is not counted; then `pairs` and the rest are what would be counted. */
export interface LogArticle {
  readonly row: Omit<ArticleRow, 'id' | 'copy' | 'pairs'>;
  /** Canonical address of the article of which this one is a copy. */
  readonly copyOf?: string;
  readonly pairs: readonly ArticlePair[];
  readonly sightings: readonly LogSighting[];
  readonly sentences: readonly LogSentence[];
  /**
   * Of what is put back after it was erased, never in a file: addresses of those that were copies of it and stay, one of them counted since in its
   * stead. It is counted as it was, and they are its copies again.
   */
  readonly stoodFor?: readonly string[];
}

/** Its day is the article's. */
export type LogSighting = Omit<SightingRow, 'article' | 'date'>;
export type LogSentence = Omit<SentenceRow, 'article'>;

/** An article as its line holds it, but for `type`. */
export type ArticleLine = Omit<LogArticle['row'], 'host' | 'near'> & Omit<LogArticle, 'row' | 'stoodFor'>;

const MOST_PAIRS = 20_000;
const MOST_SIGHTINGS = 20_000;
const MOST_SENTENCES = 2_000;
const MOST_SPANS = 2_000;

const id = text(100, 1);
const words = text(10_000);
const url: Shape<string> = (value, where) =>
  passing(text(8_192)(value, where), (one) => hostOf(one) !== undefined, `${where}: no web address`);
const day: Shape<string> = (value, where) => passing(text(10)(value, where), (one) => dayOf(one) === one, `${where}: no day`);
/** In the one form that the log has, for there moments are compared as texts. */
const moment: Shape<string> = (value, where) =>
  new Date(passing(text(40)(value, where), isMoment, `${where}: no date and time`)).toISOString();
const print: Shape<Fingerprint> = (value, where) => passing(value, isFingerprint, `${where}: no fingerprint`) as Fingerprint;

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

export const logAnnotation = fields<AnnotationRow>({
  id,
  note: optional(text(LONGEST_NOTE)),
  lists: optional(list(id, 1_000)),
  overlay: optional(overlay),
  changed: moment,
});

export const logList = fields<ListRow>({
  id: (value, where) => passing(id(value, where), (one) => one.startsWith('list:'), `${where}: no list`),
  name: words,
  colour: oneOf(...DOT_COLOURS),
  notify: optional(yes),
  changed: moment,
});

/** A feed that the reader added: which it is and how they have it. What is believed of it is not in it, for a file is no proof. */
export interface LogFeed {
  /** The fingerprint that the reader gave. */
  readonly id: string;
  readonly url: string;
  readonly title?: string;
  readonly colour: DotColour;
  readonly on: boolean;
  /** Place among the feeds that were added. */
  readonly order: number;
}

export const logFeed = fields<LogFeed>({
  id: (value, where) => passing(text(40)(value, where), (one) => /^[0-9a-f]{40}$/.test(one), `${where}: no fingerprint`),
  url: (value, where) => passing(text(500)(value, where), isFolder, `${where}: no address of a feed`),
  title: optional(text(1_000)),
  colour: oneOf(...DOT_COLOURS),
  on: yesOrNo,
  order: whole,
});

/** Settings as they were saved, by whichever version: field by field they are looked at when they are applied. */
export type LogSettings = Readonly<Record<string, unknown>>;

const LARGEST_SETTINGS = 1_000_000;

export const logSettings: Shape<LogSettings> = (value, where) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${where}: expected an object`);
  return passing(value as LogSettings, (one) => JSON.stringify(one).length <= LARGEST_SETTINGS, `${where}: too many`);
};

/** How many records of each type. Files of earlier versions know the first three. */
export interface LogCounts {
  readonly article: number;
  readonly own: number;
  readonly verdict: number;
  readonly annotation?: number;
  readonly list?: number;
  readonly settings?: number;
  readonly feed?: number;
}

export interface LogHeader {
  readonly made: string;
  readonly filter?: string;
  readonly counts: LogCounts;
}

export const logHeader = fields<LogHeader>({
  made: moment,
  filter: optional(words),
  counts: fields<LogCounts>({
    article: whole,
    own: whole,
    verdict: whole,
    annotation: optional(whole),
    list: optional(whole),
    settings: optional(whole),
    feed: optional(whole),
  }),
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
