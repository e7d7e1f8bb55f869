import {
  at,
  checkDate,
  checkLanguage,
  checkList,
  checkMap,
  checkOneOf,
  checkSourceId,
  checkText,
  type Loose,
  type Problems,
  shown,
} from './check.ts';
import {
  type CaseRule,
  KINDS,
  type Language,
  type Profile,
  ROLES,
  type Role,
  type Source,
  type SourceId,
  type Strength,
} from './profile.ts';
import { parseProfile, parseSource, profileToJson } from './record.ts';

/** How a form came to be: written so in the data, put together, declined by rule, or written in another script. */
export type Making = 'given' | 'composed' | 'declined' | 'transliterated';

/**
 * The forms of one alias in one language. Forms are made when a pack is built, never in the reader's browser,
 * and each knows the alias it came from, so that every mark can say why it is there.
 */
export interface FormGroup {
  readonly alias: string;
  readonly lang?: Language;
  readonly role: Strength;
  readonly case: CaseRule;
  readonly how: Making;
  readonly needs?: readonly string[];
  readonly texts: readonly string[];
}

/** One line of a pack: a profile with its forms. */
export interface PackRecord {
  readonly profile: Profile;
  readonly forms: readonly FormGroup[];
}

/** First line of a pack. */
export interface PackHeader {
  readonly muster: 1;
  readonly channel: string;
  readonly version: number;
  readonly asOf: string;
  readonly count: number;
  readonly sources: Readonly<Record<SourceId, Source>>;
  /** Words of the field, any language, every inflected form spelled out: evidence for weak aliases. Lower case. */
  readonly fieldWords: readonly string[];
  /** Titles by the kind of office that they point to, every inflected form spelled out. Lower case. */
  readonly titles: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** Decoys that belong to no one record. */
  readonly decoys: readonly string[];
  /** Common given names, as written: in front of a bare surname they speak of someone else. */
  readonly givenNames: readonly string[];
}

export interface Pack {
  readonly header: PackHeader;
  readonly records: readonly PackRecord[];
}

/**
 * A pack as text: the header, then one record a line, sorted by id, keys in one fixed order, so that the same data gives the
 * same bytes. In a record, `forms` holds one short list for each group:
 *
 *     ["Zelenskyy", "en", "s", "c", "g", ["Zelenskyy"]]
 *      alias       lang  |    |    |    texts           then, if there are any, the needed words
 *                        |    |    given, composed, declined, transliterated
 *                        |    capital, exact, any
 *                        strong, weak
 */
const STRENGTHS = { s: 'strong', w: 'weak' } as const;
const CASE_RULES = { c: 'capital', e: 'exact', a: 'any' } as const;
const MAKINGS = { g: 'given', c: 'composed', d: 'declined', t: 'transliterated' } as const;

const HEADER_KEYS = ['muster', 'channel', 'version', 'as-of', 'count', 'sources', 'field-words', 'titles', 'decoys', 'given-names'];
const MOST_FORMS = 20_000;
/** In UTF-16 units. The longest record there is has 17,000, the header 565,000: what is far beyond is not even read as JSON. */
export const LONGEST_RECORD = 250_000;
export const LONGEST_HEADER = 5_000_000;
/** Problems that are told one by one. */
const MOST_TOLD = 12;

/** The lines of a pack, each ended by a newline. */
export function writePack(pack: Pack): string {
  const records = [...pack.records].sort((a, b) => (a.profile.id < b.profile.id ? -1 : 1));
  return [headerToLine(pack.header), ...records.map(recordToLine)].map((line) => `${line}\n`).join('');
}

export function headerToLine(header: PackHeader): string {
  const { muster, channel, version, asOf, count, fieldWords, titles, decoys, givenNames } = header;
  const sources = sortedByKey(header.sources);
  const rest = { 'field-words': fieldWords, titles: sortedByKey(titles), decoys, 'given-names': givenNames };
  return JSON.stringify({ muster, channel, version, 'as-of': asOf, count, sources, ...rest });
}

function sortedByKey<T>(map: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function recordToLine(record: PackRecord): string {
  const forms = record.forms.map((group) => [
    group.alias,
    group.lang ?? '',
    group.role[0],
    group.case[0],
    group.how[0],
    group.texts,
    ...(group.needs && group.needs.length > 0 ? [group.needs] : []),
  ]);
  return JSON.stringify({ ...profileToJson(record.profile), forms });
}

/**
 * The pack in a text. Nothing in it is trusted: it may come from storage or from a feed.
 * Throws an Error that names the channel, the line and all that is wrong there; a pack is taken whole or not at all.
 */
export function parsePack(text: string): Pack {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const header = parseHeader(lines[0] ?? '');
  const records: PackRecord[] = [];
  for (let i = 1; i < lines.length; i++) {
    const record = parseRecord(lines[i] ?? '', header.channel, i + 1);
    const before = records.at(-1)?.profile.id;
    if (before !== undefined && before >= record.profile.id)
      refuse(header.channel, i + 1, [`id: ${record.profile.id} must come after ${before}`]);
    records.push(record);
  }
  if (records.length !== header.count) refuse(header.channel, 1, [`count: says ${header.count} records, ${records.length} follow`]);
  return { header, records };
}

function refuse(channel: string, line: number, problems: readonly string[]): never {
  const more = problems.length > MOST_TOLD ? [`and ${problems.length - MOST_TOLD} more`] : [];
  throw new Error(`pack ${channel}: line ${line}: ${[...problems.slice(0, MOST_TOLD), ...more].join('; ')}`);
}

function parseJson(line: string, longest: number, problems: Problems): unknown {
  if (line.length > longest) {
    problems.push(`has ${line.length} characters, at most ${longest} are allowed`);
    return undefined;
  }
  try {
    return JSON.parse(line);
  } catch (error) {
    // Some engines quote the line, which may hold anything.
    problems.push(`not JSON (${shown(error instanceof Error ? error.message : String(error)).slice(1, -1)})`);
    return undefined;
  }
}

/** The first line of a pack. Throws an Error with all that is wrong. */
export function parseHeader(line: string): PackHeader {
  const problems: Problems = [];
  const value = parseJson(line, LONGEST_HEADER, problems);
  const map = problems.length > 0 ? undefined : checkMap(value, '', HEADER_KEYS, problems);
  const channel = typeof map?.channel === 'string' && /^[a-z0-9-]{1,40}$/.test(map.channel) ? map.channel : '?';
  if (map === undefined) return refuse(channel, 1, problems);
  if (map.muster !== 1) problems.push(`muster: expected format 1, got ${shown(map.muster)}`);
  if (channel === '?') problems.push(`channel: expected a name in lower case, got ${shown(map.channel)}`);
  const header: PackHeader = {
    muster: 1,
    channel,
    version: checkCount(map.version, 'version', problems),
    asOf: checkDate(map['as-of'], 'as-of', problems) ?? '',
    count: checkCount(map.count, 'count', problems),
    sources: parseSources(map.sources, problems),
    fieldWords: checkTexts(map['field-words'], 'field-words', problems),
    titles: parseTitles(map.titles, problems),
    decoys: checkTexts(map.decoys, 'decoys', problems),
    givenNames: checkTexts(map['given-names'], 'given-names', problems),
  };
  return problems.length > 0 ? refuse(channel, 1, problems) : header;
}

function checkCount(value: unknown, path: string, problems: Problems): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  problems.push(`${path}: expected a whole number, got ${shown(value)}`);
  return 0;
}

function checkTexts(value: unknown, path: string, problems: Problems, most?: number): readonly string[] {
  return checkList(value, path, problems, (v, p) => checkText(v, p, problems), most);
}

function parseSources(value: unknown, problems: Problems): Readonly<Record<SourceId, Source>> {
  const map = checkMap(value, 'sources', Object.keys((value as Loose | undefined) ?? {}), problems) ?? {};
  const entries = Object.entries(map).map(
    ([id, source]) => [checkSourceId(id, at('sources', id), problems), parseSource(source, at('sources', id), problems)] as const,
  );
  return Object.fromEntries(entries.filter((entry): entry is [string, Source] => entry[0] !== undefined && entry[1] !== undefined));
}

function parseTitles(value: unknown, problems: Problems): PackHeader['titles'] {
  const map = checkMap(value, 'titles', ROLES, problems) ?? {};
  return Object.fromEntries(Object.entries(map).map(([role, words]) => [role, checkTexts(words, `titles.${role}`, problems)]));
}

/** One of the other lines; `number` says which, for the Error. */
export function parseRecord(line: string, channel: string, number: number): PackRecord {
  const fail = (wrong: readonly string[]): never => refuse(channel, number, wrong);
  const problems: Problems = [];
  const value = parseJson(line, LONGEST_RECORD, problems);
  if (typeof value !== 'object' || value === null) return fail(problems.length > 0 ? problems : [`expected a record, got ${shown(value)}`]);
  const { forms, ...rest } = value as Loose;
  const kind = checkOneOf((rest as Loose).kind, 'kind', KINDS, problems);
  if (kind === undefined) return fail(problems);
  const parsed = parseProfile(rest, kind);
  const groups = checkList(forms, 'forms', problems, (v, path) => parseGroup(v, path, problems));
  if ('problems' in parsed) return fail([...parsed.problems, ...problems]);
  return problems.length > 0 ? fail(problems) : { profile: parsed.profile, forms: groups };
}

function parseGroup(value: unknown, path: string, problems: Problems): FormGroup | undefined {
  if (!Array.isArray(value) || value.length < 6 || value.length > 7) {
    problems.push(`${path}: expected [alias, lang, role, case, how, texts, needs?], got ${shown(value)}`);
    return undefined;
  }
  const [alias, lang, role, rule, how, texts, needs] = value as readonly unknown[];
  return {
    alias: checkText(alias, `${path}.alias`, problems) ?? '',
    ...(lang === '' ? {} : { lang: checkLanguage(lang, `${path}.lang`, problems) ?? '' }),
    role: checkLetter(role, `${path}.role`, STRENGTHS, problems) ?? 'weak',
    case: checkLetter(rule, `${path}.case`, CASE_RULES, problems) ?? 'exact',
    how: checkLetter(how, `${path}.how`, MAKINGS, problems) ?? 'given',
    ...(needs === undefined ? {} : { needs: checkTexts(needs, `${path}.needs`, problems) }),
    texts: checkTexts(texts, `${path}.texts`, problems, MOST_FORMS),
  };
}

function checkLetter<T extends string>(
  value: unknown,
  path: string,
  letters: Readonly<Record<string, T>>,
  problems: Problems,
): T | undefined {
  const letter = checkOneOf(value, path, Object.keys(letters), problems);
  return letter === undefined ? undefined : letters[letter];
}
