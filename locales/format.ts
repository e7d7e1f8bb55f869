/**
 * Numbers, dates, lists and plurals as a language and its region write them. What is spoken is one thing for a whole program (a page, a
 * card, the background), so it is kept here and not handed through every view.
 */

/** BCP 47 tag; undefined until something is spoken: then the machine's own. */
let locale: string | undefined;

export function setLocale(tag: string | undefined): void {
  locale = tag;
}

/** The tag that is spoken, for `lang` and for names of countries and languages. */
export function localeNow(): string {
  return locale ?? 'en';
}

export function number(n: number): string {
  // What rounds to nought has no sign.
  return new Intl.NumberFormat(locale, { signDisplay: 'negative' }).format(n);
}

/** "A", "A and B", "A, B and C"; English without a comma before the last. */
export function list(parts: readonly string[], word: 'and' | 'or' = 'and'): string {
  const of = localeNow();
  const type = word === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(of.startsWith('en') ? 'en-GB' : of, { type }).format(parts);
}

type Category = 'one' | 'few' | 'many' | 'other';
/** The forms that each language tells apart; English and German have two, French a third for millions, Slavic languages four. */
interface Forms {
  readonly en: 'one' | 'other';
  readonly de: 'one' | 'other';
  readonly fr: 'one' | 'many' | 'other';
  readonly uk: Category;
  readonly pl: Category;
}

/** A function that words a number in one language: "#" in the form that fits stands for the number. */
export function plurals<L extends keyof Forms>(language: L): (n: number, forms: Readonly<Record<Forms[L], string>>) => string {
  const rules = new Intl.PluralRules(language);
  return (n, forms) => (forms as Readonly<Record<string, string>>)[rules.select(n)]?.replace('#', number(n)) ?? number(n);
}

/** A sentence with inline elements in it, in the order in which the language wants them. */
export type Parts<P> = readonly (string | P)[];

/** Words from the data in a sentence of ours, kept apart from the direction of the text around them (Unicode first strong isolate). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Words as the end of a sentence: with one full stop. */
export function stopped(text: string): string {
  return /[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/**
 * A date in the reader's format, with no-break spaces. A partial date stays partial: "2026-07" is a month, no day is invented. What is not a
 * date is given back as it is. A date-time is told as the day on which it falls for the reader. `genitive`: as it stands after "since" and
 * "until", where languages that decline their months want it so.
 */
export function date(iso: string, genitive = false): string {
  const day = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  if (day === null) return onOneLine(new Intl.DateTimeFormat(locale, DAY).format(at));
  const [, year, month, dayOfMonth] = day;
  if (month === undefined) return year ?? iso;
  if (dayOfMonth !== undefined) return onOneLine(new Intl.DateTimeFormat(locale, { ...DAY, timeZone: 'UTC' }).format(at));
  const nominative = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return onOneLine(genitive ? inGenitive(nominative, at) : nominative.format(at));
}

/** Beside a day, the month stands in the genitive. */
function inGenitive(nominative: Intl.DateTimeFormat, at: Date): string {
  const whole = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const month = whole.formatToParts(at).find(({ type }) => type === 'month')?.value;
  return nominative
    .formatToParts(at)
    .map(({ type, value }) => (type === 'month' ? (month ?? value) : value))
    .join('');
}

function onOneLine(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** Day and time of day, for those who want to know exactly. */
export function moment(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

export function timeOfDay(at: Date): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** "3 hours ago", "today", "tomorrow". */
export function relative(n: number, unit: 'day' | 'hour' | 'minute', numeric: 'always' | 'auto' = 'always'): string {
  return new Intl.RelativeTimeFormat(localeNow(), { numeric }).format(n, unit);
}

/** A quantity with its unit: "3.4 MB", "0.4 seconds". */
export function quantity(n: number, unit: string, unitDisplay: 'short' | 'long', maximumFractionDigits?: number): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(n);
}

/** Name of a language or country; undefined if the tag is malformed or unknown. */
export function displayName(type: 'language' | 'region', code: string): string | undefined {
  try {
    return new Intl.DisplayNames([localeNow()], { type, fallback: 'none' }).of(code);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
