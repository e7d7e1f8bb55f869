/** Dates as numbers, to be compared. */

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
