import { foldText } from '../../core/fold.ts';
import type { Making } from '../../core/pack.ts';
import type { Alias, Language, PersonName, Profile, Role } from '../../core/profile.ts';
import { withName } from './forms-of-body.ts';
import { genderOf } from './gender.ts';
import { type Declined, isFamilyFirst, orderOf, type PersonTexts, personTexts, splitName } from './person-forms.ts';
import { toSerbianLatin } from './serbian-script.ts';
import { type Draft, draftOfAlias } from './settle.ts';

export type Gender = 'm' | 'f';

/** All cases of a personal name, the nominative first. */
export type DeclinePerson = (
  name: PersonName,
  gender: Gender,
  country: string | undefined,
) => readonly Declined[] | Promise<readonly Declined[]>;

/** Another spelling of a name in the script and manner of another language. */
export interface Respelled {
  readonly lang: Language;
  readonly name: PersonName;
}

export interface PersonRules {
  readonly decline: Readonly<Record<Language, DeclinePerson>>;
  readonly respell: (name: PersonName, lang: Language, country: string | undefined, gender: Gender) => readonly Respelled[];
}

/** A spelling of the name that forms are to be made of. */
interface Spelling {
  readonly lang: Language;
  readonly name: PersonName;
  readonly how: Making;
  /** The surname as the data has it, of which this one is a spelling. */
  readonly like?: string;
  /** Another spelling than that of `names`: in the languages of neighbours it is good for the bare surname only. */
  readonly isVariant?: boolean;
}

/** What all spellings of one person have in common. */
interface Person {
  readonly gender: Gender;
  readonly country: string | undefined;
  readonly byFold: ReadonlyMap<string, Alias>;
  /** Of whom only the press at home, and the large languages, write often enough for forms in all cases. */
  readonly isLocal: boolean;
}

/** Languages that decline foreign names which they spell as the English do: Trumpa, Bidena, Merkels. */
const DECLINING_LATIN: readonly Language[] = ['de', 'pl', 'cs', 'sk', 'hr', 'sl', 'fi', 'et', 'hu'];
/** Of those, the ones that have a spelling of their own for what is Cyrillic at home, and take no other over. */
const NEIGHBOURS: ReadonlySet<Language> = new Set(['sk', 'hr', 'sl', 'fi', 'et', 'hu']);
/** Whose English spelling is that of the language too. */
const AT_HOME: Readonly<Record<string, Language>> = { LV: 'lv', LT: 'lt' };
const NEIGHBOUR_AT_HOME: Readonly<Record<string, Language>> = { FI: 'fi', EE: 'et', HU: 'hu' };
/** A name has a dozen forms and more in these. */
const MANY_CASES: ReadonlySet<Language> = new Set(['fi', 'et', 'hu']);
const LOCAL_ROLES: ReadonlySet<Role> = new Set(['legislator', 'executive', 'spokesperson', 'adviser', 'ambassador']);
/** Whoever had left all offices by then is in the news of neighbours no more. */
const LONG_AGO = '2019';
const CYRILLIC_COUNTRIES: ReadonlySet<string> = new Set(['UA', 'RU', 'BY', 'KZ']);
/** Where the nominative has an ending too: "Putins" is no less Latvian than "Putina" is. */
const ENDED: ReadonlySet<Language> = new Set(['lv', 'lt']);
/** Languages in which initials are declined, or are written in the first place. */
const NO_INITIALS: ReadonlySet<Language> = new Set(['bg', 'mk', 'sr', 'hr', 'sl', 'sk', 'fi', 'et', 'lv', 'lt', 'hu']);
const SHORTEST_STRONG_SURNAME = 4;
const LATIN = /^[\p{Script=Latin}\P{L}]+$/u;
const TITLE =
  /^(?:(?:vice|prime|deputy|acting) )?(?:president|secretary|senator|minister|general|admiral|colonel|chairman|chancellor|premier|director|sir|lord|lady|dr|mr|mrs|ms|gen|sen|rep)\b/i;

/** Forms of a person: the aliases as given, and what is put together, declined and respelled from the parts of the name. */
export async function draftsOfPerson(profile: Profile, rules: PersonRules): Promise<readonly Draft[]> {
  const gender = genderOf(profile);
  const aliases = withName(profile);
  const byFold = new Map(aliases.map((alias) => [foldText(alias.text), alias]));
  const drafts: Draft[] = aliases.map((alias) =>
    isShortSurname(alias.text) ? { ...draftOfAlias(alias), role: 'weak' } : draftOfAlias(alias),
  );
  const isLocal = profile.offices.every(({ role, until }) => LOCAL_ROLES.has(role) || (until !== undefined && until < LONG_AGO));
  const person: Person = { gender, country: profile.country, byFold, isLocal };
  for (const spelling of spellingsOf(profile, gender, aliases, rules)) {
    if (!isLocal || spelling.how !== 'transliterated' || !ENDED.has(spelling.lang))
      drafts.push(...(await draftsOfSpelling(spelling, person, rules)));
  }
  return drafts;
}

/** Xi, Kim, Lee: one word of three Latin letters says too little to stand alone. */
function isShortSurname(text: string): boolean {
  return text.length < SHORTEST_STRONG_SURNAME && /^\p{Lu}\p{Script=Latin}*$/u.test(text);
}

function spellingsOf(profile: Profile, gender: Gender, aliases: readonly Alias[], rules: PersonRules): readonly Spelling[] {
  const names: Record<Language, PersonName> = { ...profile.names };
  const english = names.en ?? splitName(profile.name, profile.country);
  if (english !== undefined) names.en = english;
  const listed = Object.entries(names).map(([lang, name]): Spelling => ({ lang, name, how: 'composed' }));
  const varied = aliases.flatMap((alias) => spellingOfAlias(alias, names, profile.country));
  const respelled = [...listed, ...varied.filter(({ lang }) => lang === 'sr')].flatMap(({ lang, name }) =>
    rules.respell(name, lang, profile.country, gender).map((other): Spelling => ({ ...other, how: 'transliterated', like: name.family })),
  );
  return [...listed, ...varied, ...respelled];
}

/** An alias that is another spelling of the family name (Zelensky, Умеров) or of the whole name. */
function spellingOfAlias(alias: Alias, names: Readonly<Record<Language, PersonName>>, country: string | undefined): readonly Spelling[] {
  const lang = alias.lang ?? (LATIN.test(alias.text) ? 'en' : undefined);
  const like = lang === undefined ? undefined : (names[lang] ?? (LATIN.test(alias.text) || lang === 'sr' ? names.en : undefined));
  if (alias.fixed || like === undefined || lang === undefined) return [];
  if (countWords(alias.text) === countWords(like.family)) {
    if (isSpellingOf(inLatin(alias.text, like), like.family))
      return [{ lang, name: { ...inScriptOf(alias.text, like), family: alias.text }, how: 'composed', isVariant: true }];
  }
  const parts = splitName(alias.text, country);
  if (
    parts?.given === undefined ||
    !isSpellingOf(inLatin(parts.family, like), like.family) ||
    !isGivenName(inLatin(parts.given, like), like.given)
  )
    return [];
  return [{ lang, name: { ...like, ...parts }, how: 'composed', isVariant: true }];
}

/** A Serbian alias is compared with the English name as it would be written in Latin letters: Трамп, Tramp, Trump. */
function inLatin(text: string, like: PersonName): string {
  return LATIN.test(like.family) ? toSerbianLatin(text) : text;
}

/** The other parts of a name, if they are in the script of its new surname: nobody is called "Donald Трамп". */
function inScriptOf(text: string, { given, ...rest }: PersonName): Partial<PersonName> {
  return given === undefined || LATIN.test(text) !== LATIN.test(given) ? rest : { ...rest, given };
}

function countWords(text: string): number {
  return text.split(' ').length;
}

/** Joe for Joseph, but not "Secretary": what stands in front of the surname is a given name if it begins as the known one does. */
function isGivenName(text: string, known: string | undefined): boolean {
  if (known === undefined || TITLE.test(text)) return false;
  return isSpellingOf(text, known) || foldText(text).charAt(0) === foldText(known).charAt(0);
}

/** Whether two texts may be one name spelled in two ways: at most two fifths of the letters differ. */
function isSpellingOf(a: string, b: string): boolean {
  const [x, y] = [foldText(a), foldText(b)];
  return distance(x, y) <= Math.max(x.length, y.length) * 0.4;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

async function draftsOfSpelling(
  { lang, name, how, like, isVariant = false }: Spelling,
  person: Person,
  rules: PersonRules,
): Promise<readonly Draft[]> {
  const nominative: Declined = { given: [name.given ?? ''], patronymic: [name.patronymic ?? ''], family: [name.family] };
  const texts = personTexts(nominative, orderOf(name, lang, person.country));
  const base = NO_INITIALS.has(lang) ? { ...texts, initials: [] } : texts;
  const surname = surnameOf(name.family, person.byFold, NO_INITIALS.has(lang) && !ENDED.has(lang) ? like : undefined);
  const drafts = draftsOfTexts(base, base, { lang, how: ENDED.has(lang) ? 'declined' : how }, surname, person.byFold);
  for (const other of decliningLanguages({ lang, how, name }, person)) {
    const decline = rules.decline[other];
    const cases = decline === undefined ? [] : (await casesOf(name, person, decline)).slice(1);
    const texts = mergeTexts(cases.map((declined) => personTexts(declined, orderOf(name, other, person.country))));
    // Initials are declined where they are a habit; a Polish "B. Pistoriusowi" is not.
    const usual = {
      ...texts,
      ...(lang === 'uk' || lang === 'ru' ? {} : { initials: [] }),
      ...(isVariant && lang === 'en' && NEIGHBOURS.has(other) ? { full: [] } : {}),
    };
    drafts.push(...draftsOfTexts(base, usual, { lang: other, how: 'declined' }, surname, person.byFold));
  }
  return drafts;
}

/** Where the family name comes first, only the last word of the given name changes: «Сі Цзіньпіна», «Кім Чен Ина». */
async function casesOf(name: PersonName, { gender, country }: Person, decline: DeclinePerson): Promise<readonly Declined[]> {
  if (!isFamilyFirst(country)) return decline(name, gender, country);
  const words = (name.given ?? '').split(' ');
  const last = words.pop() ?? '';
  const cases = await decline({ given: '', family: last, gender }, 'm', country);
  return cases.map(({ family }) => ({ given: family.map((form) => [...words, form].join(' ')), patronymic: [''], family: [name.family] }));
}

/** Poles and Czechs have a spelling of their own for what is written in Cyrillic; what they take over as it is, they decline. */
function decliningLanguages({ lang, how, name }: Spelling, { country, isLocal }: Person): readonly Language[] {
  if (lang !== 'en') return [lang];
  if (how === 'transliterated') return [];
  if (isLocal) return DECLINING_LATIN.filter((other) => !MANY_CASES.has(other) || other === NEIGHBOUR_AT_HOME[country ?? '']);
  const home = AT_HOME[country ?? ''];
  if (home !== undefined) return [...DECLINING_LATIN, home];
  if (!CYRILLIC_COUNTRIES.has(country ?? '')) return DECLINING_LATIN;
  // Finnish papers take Zelensky over as well, beside Zelenskyi.
  return DECLINING_LATIN.filter((other) => !NEIGHBOURS.has(other) || (other === 'fi' && name.family.endsWith('sky')));
}

/** What the data says of the bare surname, or else of the one that it is a spelling of; weak if it says nothing. */
function surnameOf(family: string, byFold: ReadonlyMap<string, Alias>, like?: string): Alias {
  const known = byFold.get(foldText(family)) ?? (like === undefined ? undefined : byFold.get(foldText(like)));
  const listed = known && { ...known, text: foldText(known.text) === foldText(family) ? known.text : family };
  if (listed === undefined || isShortSurname(family))
    return { text: family, role: 'weak', ...(listed?.needs ? { needs: listed.needs } : {}) };
  return listed;
}

type DraftStart = Pick<Draft, 'lang' | 'how'>;

/** One draft for full names, one for initials, one for the bare surname; `base` are the nominatives that they go back to. */
function draftsOfTexts(base: PersonTexts, texts: PersonTexts, start: DraftStart, surname: Alias, byFold: Person['byFold']): Draft[] {
  const whole = base.full[0] ?? '';
  // Many are called Adam Smith: what the data lists as weak is weak in all its cases.
  const listed = byFold.get(foldText(whole));
  const drafts: Draft[] = [
    { ...start, alias: whole, role: listed?.role ?? 'strong', needs: listed?.needs, texts: texts.full },
    { ...start, alias: base.initials[0] ?? '', role: surname.role, needs: surname.needs, texts: texts.initials },
    { ...start, alias: surname.text, role: surname.role, needs: surname.needs, case: surname.case, texts: texts.bare },
  ];
  return drafts.filter((draft) => draft.alias !== '' && draft.texts.length > 0);
}

function mergeTexts(cases: readonly PersonTexts[]): PersonTexts {
  const of = (part: keyof PersonTexts): readonly string[] => [...new Set(cases.flatMap((texts) => texts[part]))];
  return { full: of('full'), initials: of('initials'), bare: of('bare') };
}
