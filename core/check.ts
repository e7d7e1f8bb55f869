import { COUNTRIES } from './countries.ts';

/**
 * Checks on values that come from outside: YAML edited by hand, a pack read from storage or a feed.
 *
 * Each check takes the value, the path by which a person would find it ("aliases[2].role"), and the list that problems are
 * added to. It answers the value, typed, or undefined if it was missing or wrong; a record is good if the list stays empty.
 */
export type Problems = string[];

export type Loose = Readonly<Record<string, unknown>>;

/** Longest text in UTF-16 units, unless a check is told otherwise. */
export const LONGEST_TEXT = 200;

/**
 * Characters that a reader cannot see but that change what is shown or compared: controls, bidirectional overrides and
 * isolates, zero-width characters, soft hyphen, variation selectors, line and paragraph separators, tag characters, the empty
 * braille cell; and those that mean what a font says, or nothing (private use, noncharacters).
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u;
/** No script of a name needs more on one letter; a pile of them covers the lines above and below. */
const PILE = /\p{M}{5}/u;
/** What a message must not pass on as it is. */
const UNSHOWN = new RegExp(`${UNSEEN.source}|\\p{Cs}|(?<=\\p{M}{4})\\p{M}`, 'gu');

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?$/;
/** `own:` is not among them: such ids are made in the reader's browser, and a record from elsewhere must not stand in their place. */
const ENTITY_ID = /^(?=.{1,100}$)(?:Q[1-9]\d{0,11}|muster:[a-z0-9]+(?:-[a-z0-9]+)*)$/;
/** "constructor" is a key that every object seems to have. */
const SOURCE_ID = /^(?=.{1,100}$)(?!constructor$)[a-z0-9]+(?:[-._][a-z0-9]+)*$/;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** The value as a person would write it in a message, cut short. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value !== 'string') return String(value);
  const short = value.length > 60 ? `${value.slice(0, 57)}…` : value;
  return `'${short.replace(UNSHOWN, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`)}'`;
}

/** Unknown keys that are named each by itself. */
const MOST_UNKNOWN = 5;

export function checkMap(value: unknown, path: string, keys: readonly string[], problems: Problems): Loose | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(`${path || 'record'}: expected a map, got ${shown(value)}`);
    return undefined;
  }
  const unknown = Object.keys(value).filter((key) => !keys.includes(key));
  for (const key of unknown.slice(0, MOST_UNKNOWN)) problems.push(`${at(path, key)}: unknown key; known here are ${keys.join(', ')}`);
  if (unknown.length > MOST_UNKNOWN) problems.push(`${path || 'record'}: ${unknown.length - MOST_UNKNOWN} more unknown keys`);
  return value as Loose;
}

/** A list, checked item by item; a missing one is empty. Items that are wrong are left out (and reported). One that is too long is not looked at. */
export function checkList<T>(
  value: unknown,
  path: string,
  problems: Problems,
  item: (value: unknown, path: string) => T | undefined,
  most = Number.POSITIVE_INFINITY,
): readonly T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.push(`${path}: expected a list, got ${shown(value)}`);
    return [];
  }
  if (value.length > most) {
    problems.push(`${path}: has ${value.length} entries, at most ${most} are allowed; leave out what is not needed to recognise the name`);
    return [];
  }
  return value.map((v: unknown, i) => item(v, `${path}[${i}]`)).filter((v): v is T & {} => v !== undefined);
}

export function checkText(value: unknown, path: string, problems: Problems, longest = LONGEST_TEXT): string | undefined {
  const problem = textProblem(value, longest);
  if (problem === undefined) return value as string;
  problems.push(`${path}: ${problem}`);
  return undefined;
}

/** Words of printable Latin and Cyrillic letters with single spaces: nearly all there is, and nothing to look at twice. */
const PLAIN = /^[!-~\u00C0-\u017F\u0400-\u045F\u0490\u0491]+(?: [!-~\u00C0-\u017F\u0400-\u045F\u0490\u0491]+)*$/;

function textProblem(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string') return `expected text, got ${shown(value)}`;
  if (value.length <= longest && PLAIN.test(value)) return undefined;
  if (value.trim() === '') return 'is empty';
  if (value.length > longest) return `has ${value.length} characters, at most ${longest} are allowed`;
  if (/\p{Cs}/u.test(value)) return `has half a surrogate pair in ${shown(value)}`;
  if (UNSEEN.test(value)) return `has an invisible or control character in ${shown(value)}`;
  if (value !== value.trim() || /\s\s/.test(value)) return `has a space too many in ${shown(value)}`;
  if (value !== value.normalize('NFC')) return `is not in Unicode normal form C: ${shown(value)}`;
  if (/^\p{M}/u.test(value)) return `begins with a mark that belongs on a letter: ${shown(value)}`;
  if (PILE.test(value)) return `has more than four marks on one letter in ${shown(value)}`;
  return undefined;
}

function checkPattern(value: unknown, path: string, problems: Problems, pattern: RegExp, expected: string): string | undefined {
  if (typeof value === 'string' && pattern.test(value)) return value;
  problems.push(`${path}: expected ${expected}, got ${shown(value)}`);
  return undefined;
}

export function checkEntityId(value: unknown, path: string, problems: Problems): string | undefined {
  return checkPattern(value, path, problems, ENTITY_ID, "an id (Q… or 'muster:<slug>')");
}

export function checkSourceId(value: unknown, path: string, problems: Problems): string | undefined {
  return checkPattern(value, path, problems, SOURCE_ID, 'a key of sources.yaml (lower case, digits, hyphens)');
}

export function checkCountry(value: unknown, path: string, problems: Problems): string | undefined {
  if (typeof value === 'string' && COUNTRIES.has(value)) return value;
  problems.push(`${path}: expected an ISO 3166 country code in capitals (GB, GR; not UK, EL), or INT, EU, NATO, UN, got ${shown(value)}`);
  return undefined;
}

export function checkLanguage(value: unknown, path: string, problems: Problems): string | undefined {
  return checkPattern(value, path, problems, LANGUAGE, 'a language tag such as en, uk, ja');
}

/** ISO 8601, whole or partial: "2026", "2026-07", "2026-07-16"; only days that exist. */
export function checkDate(value: unknown, path: string, problems: Problems): string | undefined {
  if (typeof value === 'string' && isDate(value)) return value;
  problems.push(`${path}: expected a date (2026, 2026-07 or 2026-07-16), got ${shown(value)}`);
  return undefined;
}

export function isDate(value: string): boolean {
  if (!DATE.test(value)) return false;
  const year = Number(value.slice(0, 4));
  const month = value.length > 4 ? Number(value.slice(5, 7)) : 1;
  const day = value.length > 7 ? Number(value.slice(8, 10)) : 1;
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

/** By hand: a pack has a hundred thousand dates, and a Date for each would take as long as all the other checks. */
function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function checkOneOf<T extends string>(value: unknown, path: string, options: readonly T[], problems: Problems): T | undefined {
  if (options.includes(value as T)) return value as T;
  const expected = options.length <= 3 ? options.join(' or ') : `one of ${options.join(', ')}`;
  problems.push(`${path}: expected ${expected}, got ${shown(value)}`);
  return undefined;
}

export function checkFlag(value: unknown, path: string, problems: Problems): boolean | undefined {
  if (typeof value === 'boolean') return value;
  problems.push(`${path}: expected true or false, got ${shown(value)}`);
  return undefined;
}

const ADDRESS = /^https?:\/\/([^\s/?#:@\\]+)(?::(\d{1,5}))?(?:[/?#][^\s<>"`\\]*)?$/i;
/** Labels of letters, digits and hyphens. The last begins with a letter, or a browser takes the whole for a number: 0x7f.1 is 127.0.0.1. */
const HOST_NAME = /^(?:[\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd}-]*[\p{L}\p{M}\p{Nd}])?\.)+\p{L}[\p{L}\p{M}\p{Nd}-]*\.?$/u;
const BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
/** Four plain numbers that lead neither to the reader's own machine nor into their own network. */
const HOST_NUMBER = new RegExp(
  `^(?!(?:0|10|127|169\\.254|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\.)(?!22[4-9]|2[3-5]\\d)${BYTE}(?:\\.${BYTE}){3}$`,
);

/**
 * An absolute http or https address with nothing in it that a browser reads otherwise than a person: no user name (what stands
 * before the @ looks like the host), no backslash (a browser makes a slash of it), no letters that it replaces by others.
 */
export function checkWebAddress(value: unknown, path: string, problems: Problems): string | undefined {
  const text = checkText(value, path, problems, 500);
  if (text === undefined) return undefined;
  const [, host = '', port = '0'] = ADDRESS.exec(text) ?? [];
  if ((HOST_NAME.test(host) || HOST_NUMBER.test(host)) && host === host.normalize('NFKC') && Number(port) <= 65_535) return text;
  problems.push(`${path}: expected a web address that begins with https:// or http://, got ${shown(value)}`);
  return undefined;
}

/** The path of a key, which may be anything that somebody wrote. */
export function at(path: string, key: string): string {
  const word = /^[\p{L}\p{Nd}_.-]{1,60}$/u.test(key) ? key : shown(key);
  return path === '' ? word : `${path}.${word}`;
}
