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
