import type { Language, PersonName } from '../../core/profile.ts';

/** One grammatical case of a personal name: what each part may look like in it. */
export interface Declined {
  readonly given: readonly string[];
  readonly patronymic: readonly string[];
  readonly family: readonly string[];
  /** In address only; a bare surname is not called so in a report. */
  readonly vocative?: boolean;
}

/** The texts by which a person may be named, apart by what they are worth as evidence. */
export interface PersonTexts {
  readonly full: readonly string[];
  readonly initials: readonly string[];
  readonly bare: readonly string[];
}

/** How the parts of a name may follow each other; `either`: the family name first in lists; `unspaced`: always first and no space. */
export type Order = 'given-first' | 'either' | 'family-first' | 'unspaced';

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・ー]+$/u;
const EAST_ASIAN_COUNTRIES: ReadonlySet<string> = new Set(['CN', 'KP', 'KR', 'TW']);
/** Where people are listed by family name, in the languages of the country itself: Шмигаль Денис, but not Трамп Дональд. */
const LISTED_BY_FAMILY: Readonly<Record<string, readonly Language[]>> = {
  UA: ['uk', 'ru'],
  RU: ['uk', 'ru'],
  BY: ['uk', 'ru'],
  PL: ['pl'],
  HU: ['hu', 'en'],
  JP: ['en'],
};

/** Whether the family name stands in front as a rule, in whatever script: Xi Jinping. */
export function isFamilyFirst(country: string | undefined): boolean {
  return country !== undefined && EAST_ASIAN_COUNTRIES.has(country);
}

export function orderOf({ given = '', family }: PersonName, lang: Language, country: string | undefined): Order {
  if (UNSPACED.test(given + family)) return 'unspaced';
  if (country === undefined) return 'given-first';
  if (isFamilyFirst(country)) return 'family-first';
  return LISTED_BY_FAMILY[country]?.includes(lang) ? 'either' : 'given-first';
}

const PARTICLES: ReadonlySet<string> = new Set(
  'de von van der den da di le la al bin ben bint ibn el dos du ten ter af av zu del della al- фон дер ван де ле ла дель ді да бін бин аль ібн ед'.split(
    ' ',
  ),
);
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?,?$/;

/** A word that belongs to a surname but is never declined: von der Leyen, Де Вевер. */
export function isParticle(word: string): boolean {
  return /^\p{Ll}/u.test(word) || PARTICLES.has(word.toLowerCase());
}

/** All texts of one case of a name. */
export function personTexts(declined: Declined, order: Order): PersonTexts {
  const { given, family, vocative = false } = declined;
  const bare = vocative ? [] : distinct(family);
  if (given[0] === '') return { full: [], initials: [], bare };
  if (order === 'unspaced') return { full: combine(given, family).flatMap(([g, f]) => [`${f}${g}`, `${g}・${f}`]), initials: [], bare };
  const full = combine(given, family).map(([g, f]) => `${g} ${f}`);
  if (order === 'family-first') return { full: [...zip(given, family).map(([g, f]) => `${f} ${g}`), ...full], initials: [], bare };
  if (vocative) return { full, initials: [], bare };
  const turned = order === 'either' ? zip(given, family).map(([g, f]) => `${f} ${g}`) : [];
  return { full: distinct([...full, ...turned, ...withPatronymic(declined)]), initials: distinct(initialsOf(declined)), bare };
}

/** Of two datives (Рустему Умєрову, Рустемові Умєрові) people mix the parts freely; with a patronymic, in lists and files, hardly ever. */
function withPatronymic({ given, patronymic, family }: Declined): readonly string[] {
  if (patronymic[0] === '') return [];
  return zip(given, family).flatMap(([g, f]) => patronymic.flatMap((p) => [`${g} ${p} ${f}`, `${f} ${g} ${p}`]));
}

function initialsOf({ given, patronymic, family }: Declined): readonly string[] {
  const [g, p] = [initial(given[0]), initial(patronymic[0])];
  return family.flatMap((f) => [`${g} ${f}`, ...(p === '' ? [] : [`${g} ${p} ${f}`, `${f} ${g} ${p}`])]);
}

function initial(name: string | undefined): string {
  return name ? `${Array.from(name)[0]}.` : '';
}

function combine(a: readonly string[], b: readonly string[]): readonly (readonly [string, string])[] {
  return a.flatMap((x) => b.map((y) => [x, y] as const));
}

/** First with first, second with second; the shorter list goes on with its last. */
function zip(a: readonly string[], b: readonly string[]): readonly (readonly [string, string])[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [a[i] ?? a.at(-1) ?? '', b[i] ?? b.at(-1) ?? ''] as const);
}

/**
 * An English name as its parts: the last word is the family name, with the particles in front of it (Ursula von der Leyen); in East Asia the
 * first word is. Middle initials and "Jr." belong to neither. A name of one word has no parts, nor has one in a script without spaces.
 */
export function splitName(name: string, country: string | undefined): PersonName | undefined {
  const words = name
    .split(/\s+/)
    .filter((word) => !SUFFIX.test(word))
    .map((word) => word.replace(/,$/, ''));
  if (words.length < 2 || /^\p{Ll}/u.test(name)) return undefined;
  if (isFamilyFirst(country)) return { given: words.slice(1).join(' '), family: words[0] ?? '' };
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has((words[start - 1] ?? '').toLowerCase())) start--;
  const given = words.slice(0, start).filter((word, i) => i === 0 || !/^\p{Lu}\.$/u.test(word));
  return { given: given.join(' '), family: words.slice(start).join(' ') };
}

export function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
