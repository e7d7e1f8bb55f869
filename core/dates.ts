/**
 * A date in the reader's format. A partial date stays partial: "2026-07" is a month, no day is invented. What is not a
 * date is given back as it is. A date-time is told as the day on which it falls for the reader.
 */
export function date(iso: string): string {
  const day = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  if (day === null) return format(at, { day: 'numeric', month: 'short', year: 'numeric' });
  const [, year, month, dayOfMonth] = day;
  if (month === undefined) return year ?? iso;
  if (dayOfMonth === undefined) return format(at, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format(at, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}

function format(at: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(undefined, options).format(at);
}

/** After all days: the end of an office that has none. */
export const NEVER = 99_999_999;

/** The day as a whole number (20241002) on which a date begins: "2024-10" begins on 20241001, and 20241000 lies before all of it. */
export function firstDay(iso: string): number {
  return dayNumber(iso, '00');
}

/** The day as a whole number on which a date ends at the latest: of "2024-10" 20241099, which lies after all of it. */
export function lastDay(iso: string): number {
  return dayNumber(iso, '99');
}

function dayNumber(iso: string, rest: string): number {
  const [year = '', month = rest, day = rest] = iso.slice(0, 10).split('-');
  return Number(`${year}${month}${day}`);
}
