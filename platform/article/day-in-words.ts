/** Dates as pages write them for readers: "8 July 2025", "Sep 9, 2025", "09.09.2025", "2025年9月9日". */

/** Longer than this (UTF-16 units) it is a sentence that names some day, not the day of the text. */
const LONGEST_LINE = 90;

/**
 * The day that a short line states, as an ISO date; undefined if there is none, or if it could be either of two (3/4/2025).
 * Names of months are the browser's own for the page's language, and the English ones.
 */
export function dayInWords(line: string, lang: string | undefined): string | undefined {
  const text = line.normalize('NFKC').toLowerCase().trim();
  if (text.length > LONGEST_LINE || !/(?:19|20)\d\d/.test(text)) return undefined;
  const whole = /(?<!\d)((?:19|20)\d\d)\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)/.exec(text);
  if (whole !== null) return isoDay(whole[1], whole[2], whole[3]);
  const dotted = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)/.exec(text);
  if (dotted !== null) return isoDay(dotted[3], dotted[2], dotted[1]);
  const slashed = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)(?!\d)/.exec(text);
  if (slashed !== null)
    return Number(slashed[1]) > 12
      ? isoDay(slashed[3], slashed[2], slashed[1])
      : Number(slashed[2]) > 12
        ? isoDay(slashed[3], slashed[1], slashed[2])
        : undefined;
  return withMonth(text, lang);
}

function withMonth(text: string, lang: string | undefined): string | undefined {
  const month = monthIn(text, lang);
  const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.|,)?(?![\d:])/.exec(text)?.[1];
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(text)?.[1];
  return month === undefined ? undefined : isoDay(year, String(month), day);
}

function monthIn(text: string, lang: string | undefined): number | undefined {
  for (const [name, month] of monthsOf(lang)) if (new RegExp(`(?<!\\p{L})${name}`, 'u').test(text)) return month;
  return undefined;
}

/** Names and their stems, the longest first. */
function monthsOf(lang: string | undefined): readonly (readonly [name: string, month: number])[] {
  const names = new Map<string, number>();
  for (const tag of lang === undefined ? ['en'] : [lang, 'en']) {
    const long = new Intl.DateTimeFormat(tag, { month: 'long', day: 'numeric', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const name =
        long
          .formatToParts(Date.UTC(2024, month - 1, 2))
          .find(({ type }) => type === 'month')
          ?.value.normalize('NFKC')
          .toLowerCase() ?? '';
      if (!/^\p{L}/u.test(name)) continue;
      for (const one of [name, ...(name.length > 4 ? [name.slice(0, 4), name.slice(0, 3)] : [name.slice(0, 3)])])
        if (!names.has(one)) names.set(one, month);
    }
  }
  return [...names].sort(([a], [b]) => b.length - a.length);
}

/** Undefined for a day that never was. */
function isoDay(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const moment = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(iso) ? undefined : iso;
}
