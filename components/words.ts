import { date as wordedDate } from '../core/dates.ts';
import type { EntityId, FactKey, Kind, Language, RelationType } from '../core/profile.ts';

/**
 * The wording that several views have in common: numbers, dates, kinds, relations. Sentences that one view alone says
 * stand in that view; why a mark was made stands in `why.ts`. English for now; numbers and dates in the reader's format.
 */

const plural = new Intl.PluralRules('en');

/** A date in the reader's format, with no-break spaces; what is not a date is given back as it is. */
export function date(iso: string): string {
  const worded = wordedDate(iso);
  return worded === iso ? iso : worded.replaceAll(' ', '\u00a0');
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const AGO = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;
const MONTH_DAYS = 31;

/** "3 hours ago"; what lies more than a month back, or (a clock was wrong) in the future, by its day: "on 3 Sep 2026". */
export function ago(iso: string, now: number): string {
  const passed = now - Date.parse(iso);
  if (Number.isNaN(passed)) return iso;
  if (Math.abs(passed) < MINUTE) return 'just now';
  const [unit, length] = AGO.find(([, span]) => passed >= span) ?? ['day', Number.NaN];
  const n = Math.floor(passed / length);
  if (Number.isNaN(n) || (unit === 'day' && n > MONTH_DAYS)) return `on ${date(iso)}`;
  return new Intl.RelativeTimeFormat('en').format(-n, unit).replace(' ', '\u00a0');
}

/** When something is to come: "today 18:00", "tomorrow 06:00", later with its day; "in a moment" if it is due. */
export function soon(iso: string, now: number): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  if (at.getTime() <= now) return 'in a moment';
  const midnight = (of: Date) => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
  // Rounded: a day of summer time has 23 hours or 25.
  const days = Math.round((midnight(at) - midnight(new Date(now))) / DAY);
  const day = days === 0 ? 'today' : days === 1 ? 'tomorrow' : date(iso);
  return `${day}\u00a0${new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(at)}`;
}

/** Day and time of day, for those who want to know exactly. */
export function moment(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

/** Of profiles that nobody has vouched for lately. */
export function staleSentence({ confirmed }: { readonly confirmed?: string }): string {
  return `May be out of date: ${confirmed === undefined ? 'not confirmed yet' : `last confirmed ${date(confirmed)}`}.`;
}

/** "1 sentence", "2 sentences", "1,204 sentences". */
export function count(n: number, one: string, many: string): string {
  return `${number(n)} ${plural.select(n) === 'one' ? one : many}`;
}

export function number(n: number): string {
  return new Intl.NumberFormat().format(n);
}

export function times(n: number): string {
  if (n === 1) return 'once';
  return n === 2 ? 'twice' : `${number(n)} times`;
}

export const sentences = (n: number): string => count(n, 'sentence', 'sentences');
export const paragraphs = (n: number): string => count(n, 'paragraph', 'paragraphs');
export const articles = (n: number): string => count(n, 'article', 'articles');

/** How closely a pair was named, the closest level first: "in 2 sentences, 3 paragraphs and 4 articles". Levels with nothing are left out. */
export function together(pair: { readonly sentences: number; readonly paragraphs: number; readonly articles: number }): string {
  const parts = [
    pair.sentences > 0 ? sentences(pair.sentences) : undefined,
    pair.paragraphs > 0 ? paragraphs(pair.paragraphs) : undefined,
    pair.articles > 0 ? articles(pair.articles) : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'not yet counted' : `in ${list(parts)}`;
}

export const LEVELS = {
  sentence: 'named in one sentence',
  paragraph: 'named in one paragraph',
  article: 'named in one article',
} as const;

const KIND_NAMES: Readonly<Record<Kind, readonly [string, string]>> = {
  company: ['company', 'companies'],
  official: ['official', 'officials'],
  organisation: ['organisation', 'organisations'],
  event: ['event', 'events'],
  programme: ['programme', 'programmes'],
};

export function kindName(kind: Kind): string {
  return KIND_NAMES[kind][0];
}

/** "Companies": the heading of a group. */
export function kindHeading(kind: Kind): string {
  return capitalised(KIND_NAMES[kind][1]);
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** "since 20 May 2019", "5 Jan 2017 to 2 Feb 2019", "until 2020"; empty if nothing is known. */
export function term(since: string | undefined, until: string | undefined): string {
  if (since !== undefined && until !== undefined) return `${date(since)} to ${date(until)}`;
  if (since !== undefined) return `since ${date(since)}`;
  return until === undefined ? '' : `until ${date(until)}`;
}

/** English name of a language tag; the tag itself if the browser has no name for it. */
export function language(tag: Language): string {
  return displayName('language', tag) ?? tag;
}

const NO_ONE_COUNTRY: Readonly<Record<string, string>> = { INT: 'international', EU: 'European Union', NATO: 'NATO', UN: 'United Nations' };

export function country(code: string): string {
  return NO_ONE_COUNTRY[code] ?? displayName('region', code) ?? code;
}

function displayName(type: 'language' | 'region', code: string): string | undefined {
  try {
    return new Intl.DisplayNames(['en'], { type }).of(code);
  } catch (error) {
    // A malformed tag is a RangeError; the reader is shown the tag as it stands.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export const FACT_LABELS: Readonly<Record<FactKey, string>> = {
  does: 'What it does',
  headquarters: 'Headquarters',
  website: 'Website',
  founded: 'Founded',
  ownership: 'Ownership',
  listing: 'Listed',
  isin: 'ISIN',
  lei: 'LEI',
  date: 'Date',
  place: 'Place',
};

const RELATIONS: Readonly<Record<RelationType, string>> = {
  owns: 'owns',
  'part-of': 'is part of',
  'joint-venture-of': 'is a joint venture of',
  'member-of': 'is a member of',
  'succeeded-by': 'was succeeded by',
  attended: 'attended',
  'held-by': 'is held by',
  supplies: 'supplies',
  'made-by': 'is made by',
};

/** The verb of a relation, to be read after the name: "is part of". */
export function relation(type: RelationType, kind: Kind): string {
  return type === 'held-by' && kind === 'event' ? 'was held by' : RELATIONS[type];
}

/** Bytes as a reader would say them: "3.4 MB"; powers of 1,000. */
export function bytes(n: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(n, 1)) / 3)));
  const unit = units[step] ?? 'byte';
  const value = n / 1000 ** step;
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}

/** "Company, Norway. As of 8 Oct 2026."; the country is left out where `line` has told it already. */
export function descriptor(
  of: { readonly kind: Kind; readonly country?: string | undefined; readonly asOf: string },
  line: string,
  from = 'As of',
): string {
  const land = of.country === undefined ? '' : country(of.country);
  const where = land === '' || line.includes(land) ? '' : `, ${land}`;
  return `${capitalised(kindName(of.kind))}${where}. ${from} ${date(of.asOf)}.`;
}

/** Words from elsewhere as the end of a sentence: with one full stop. */
export function stopped(text: string): string {
  return /[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

/** "A", "A and B", "A, B and C". */
export function list(parts: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

/** Words from the data in a sentence of ours, kept apart from the direction of the text around them (Unicode first strong isolate). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** A name in quotation marks, with a direction of its own. */
export function quoted(text: string): string {
  return `“${isolated(text)}”`;
}

export function labelOf(labels: Readonly<Record<EntityId, string>>, id: EntityId): string {
  return Object.hasOwn(labels, id) ? (labels[id] ?? id) : id;
}
