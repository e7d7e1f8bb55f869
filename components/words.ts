import type { EntityId, Kind, Language } from '../core/profile.ts';
import { date, displayName, list, quantity, relative, timeOfDay } from '../locales/format.ts';
import { say } from '../locales/say.ts';

/** What several views say alike, put together from the catalogue (locales/) in the language that is spoken. */

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
  if (Math.abs(passed) < MINUTE) return say.justNow;
  const [unit, length] = AGO.find(([, span]) => passed >= span) ?? ['day', Number.NaN];
  const n = Math.floor(passed / length);
  if (Number.isNaN(n) || (unit === 'day' && n > MONTH_DAYS)) return say.onDay(date(iso));
  return relative(-n, unit).replaceAll(' ', '\u00a0');
}

/** When something is to come: "today 18:00", "tomorrow 06:00", later with its day; "in a moment" if it is due. */
export function soon(iso: string, now: number): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  if (at.getTime() <= now) return say.inAMoment;
  const midnight = (of: Date) => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
  // Rounded: a day of summer time has 23 hours or 25.
  const days = Math.round((midnight(at) - midnight(new Date(now))) / DAY);
  return say.dayAndTime(days === 0 || days === 1 ? relative(days, 'day', 'auto') : date(iso), timeOfDay(at));
}

/** Of profiles that nobody has vouched for lately. */
export function staleSentence({ confirmed }: { readonly confirmed?: string }): string {
  return confirmed === undefined ? say.maybeStale : say.maybeStaleSince(date(confirmed));
}

/** How closely a pair was named, the closest level first: "in 2 sentences, 3 paragraphs and 4 articles". Levels with nothing are left out. */
export function together(pair: { readonly sentences?: number; readonly paragraphs?: number; readonly articles?: number }): string {
  const { within } = say;
  const parts = (['sentences', 'paragraphs', 'articles'] as const).flatMap((level) => {
    const n = pair[level] ?? 0;
    return n > 0 ? [within[level](n)] : [];
  });
  return parts.length === 0 ? within.nothing : within.in(list(parts));
}

export function kindName(kind: Kind): string {
  return say.kinds[kind];
}

/** "Companies": the heading of a group. */
export function kindHeading(kind: Kind): string {
  return say.kindHeadings[kind];
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** "since 20 May 2019", "5 Jan 2017 to 2 Feb 2019", "until 2020"; empty if nothing is known. */
export function term(since: string | undefined, until: string | undefined): string {
  if (since !== undefined && until !== undefined) return say.span(date(since, true), date(until, true));
  if (since !== undefined) return say.since(date(since, true));
  return until === undefined ? '' : say.until(date(until, true));
}

/** Name of a language; the tag itself if the browser has no name for it. */
export function language(tag: Language): string {
  return displayName('language', tag) ?? tag;
}

export function country(code: string): string {
  const { noCountry } = say;
  return Object.hasOwn(noCountry, code) ? noCountry[code as keyof typeof noCountry] : (displayName('region', code) ?? code);
}

/** Bytes as a reader would say them: "3.4 MB"; powers of 1,000. */
export function bytes(n: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(n, 1)) / 3)));
  const value = n / 1000 ** step;
  return quantity(value, units[step] ?? 'byte', 'short', value < 10 && step > 0 ? 1 : 0);
}

/** "Company, Norway. As of 8 Oct 2026."; the country is left out where `line` has told it already. `asOf` says what the date is that of. */
export function descriptor(
  of: { readonly kind: Kind; readonly country?: string | undefined; readonly asOf: string },
  line: string,
  asOf: (day: string) => string = say.asOfSentence,
): string {
  const land = of.country === undefined ? '' : country(of.country);
  return `${say.whatItIs(capitalised(kindName(of.kind)), line.includes(land) ? '' : land)} ${asOf(date(of.asOf))}`;
}

export function labelOf(labels: Readonly<Record<EntityId, string>>, id: EntityId): string {
  return Object.hasOwn(labels, id) ? (labels[id] ?? id) : id;
}
