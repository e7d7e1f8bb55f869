import { createRequire } from 'node:module';
import type { PersonName } from '../../core/profile.ts';
import { type Declined, distinct, isParticle } from './person-forms.ts';

/**
 * Ukrainian personal names by `shevchenko`, which knows the grammar and guesses the class of a surname with a small model. It was made for
 * Ukrainians: what foreigners' names need otherwise is put right here, word by word. It speaks of one form per case; Ukrainian has two in the
 * dative and locative of men (Олегу, Олегові), so both are taken for both cases.
 */
type Shevchenko = typeof import('shevchenko');
type Part = 'givenName' | 'patronymicName' | 'familyName';
type Gender = 'm' | 'f';

/** Shevchenko's own word for the instrumental is "ablative". */
const CASES = ['inGenitive', 'inDative', 'inAccusative', 'inAblative', 'inLocative', 'inVocative'] as const;
const [DATIVE, LOCATIVE, VOCATIVE] = [2, 5, 6];

/** Given names in -о that are declined; all others (Джо, Педро, Бруно) are not. */
const GIVEN_IN_O = new Set('дмитро павло петро михайло данило кирило марко левко гаврило самійло юрко сашко василько станко'.split(' '));
/** Бондар, Пономар, Джигир are declined by the soft pattern or by the hard one; the spelling does not tell which. */
const IN_AR = /\p{L}{3}[аи]р$/u;
/** A word with і as its only vowel. */
const ONLY_I = /^[^аеєиіїоуюя]*і[^аеєиіїоуюя]+$/i;

let library: Shevchenko | undefined;

/** Loaded on first use: it brings TensorFlow along, and not everyone who reads data wants forms. */
function shevchenko(): Shevchenko {
  library ??= createRequire(import.meta.url)('shevchenko') as Shevchenko;
  return library;
}

/** Whether a word keeps one form in all cases: foreign names in a vowel, and surnames of women in a consonant or -о. */
function isFixed(word: string, part: Part, gender: Gender): boolean {
  const lower = word.toLowerCase();
  if (/[^\p{Script=Cyrillic}’-]/u.test(lower) || isParticle(word)) return true;
  if (/[еєиіїуюё]$|уа$|^ніколя$/.test(lower)) return true;
  if (/о$/.test(lower)) return part === 'givenName' ? !GIVEN_IN_O.has(lower) : gender === 'f' || !/ко$|ло$/.test(lower);
  return gender === 'f' && !/[ая]$/.test(lower) && !(part === 'givenName' && /ов$|ь$/.test(lower));
}

/** The forms of a name, the nominative first; each part with its forms for that case. */
export async function declineUkrainian(name: PersonName, gender: Gender): Promise<readonly Declined[]> {
  const foreign = name.patronymic === undefined;
  const given = await partForms(name.given ?? '', 'givenName', gender, foreign);
  const patronymic = await partForms(name.patronymic ?? '', 'patronymicName', gender, foreign);
  const family = await partForms(name.family, 'familyName', gender, foreign);
  const both = (forms: readonly (readonly string[])[]): readonly string[] =>
    distinct([...(forms[DATIVE] ?? []), ...(forms[LOCATIVE] ?? [])]);
  return [0, 1, DATIVE, 3, 4, VOCATIVE].map((i) => {
    const pick = i === DATIVE ? both : (forms: readonly (readonly string[])[]): readonly string[] => forms[i] ?? [];
    const declined: Declined = { given: pick(given), patronymic: pick(patronymic), family: pick(family) };
    // In address the surname may stay as it is: Рустеме Умєров, Рустеме Умєрове.
    return i === VOCATIVE ? { ...declined, family: distinct([...declined.family, name.family]), vocative: true } : declined;
  });
}

/** All cases of one part of a name, which may be several words (Троельс Лунд, Де Вевер); each case with its variants. */
async function partForms(text: string, part: Part, gender: Gender, foreign: boolean): Promise<readonly (readonly string[])[]> {
  // Two letters that stand for names are not declined: Джей Ді Венса.
  const words = /^Джей \S+$/.test(text) ? [text] : text.split(' ');
  const forms = await Promise.all(words.map((word) => wordForms(word.replace(/['ʼ]/g, '’'), part, gender, foreign)));
  return [0, 1, 2, 3, 4, 5, 6].map((i) => {
    const variants = Math.max(...forms.map((word) => word[i]?.length ?? 1));
    return Array.from({ length: variants }, (_, v) => forms.map((word) => word[i]?.[v] ?? word[i]?.[0] ?? '').join(' '));
  });
}

const known = new Map<string, Promise<readonly (readonly string[])[]>>();

/** One word in all cases; remembered, because the spellings of one person share most of their words. */
function wordForms(word: string, part: Part, gender: Gender, foreign: boolean): Promise<readonly (readonly string[])[]> {
  const key = [word, part, gender, foreign].join(' ');
  const forms = known.get(key) ?? declineWord(word, part, gender, foreign);
  known.set(key, forms);
  return forms;
}

async function declineWord(word: string, part: Part, gender: Gender, foreign: boolean): Promise<readonly (readonly string[])[]> {
  const halves = word.split('-');
  // Of a woman's double surname one half may change and the other not: Калмикової-Бойко.
  if (halves.length === 2 && part === 'familyName' && gender === 'f')
    return joinHalves(await Promise.all(halves.map((half) => declineWord(half, part, gender, foreign))));
  if (word === '' || word.includes(' ') || isFixed(word, part, gender)) return Array<readonly string[]>(7).fill([word]);
  const forms: (readonly string[])[] = [[word]];
  for (const inCase of CASES) {
    const kind = (gender === 'm' ? 'masculine' : 'feminine') as Parameters<Shevchenko['inDative']>[0]['gender'];
    const declined = (await shevchenko()[inCase]({ gender: kind, [part]: asStem(word, part, foreign) }))[part] ?? word;
    forms.push(withVariants(word, correct(word, declined, inCase, part, foreign), inCase, part, gender));
  }
  return forms;
}

function joinHalves(halves: readonly (readonly (readonly string[])[])[]): readonly (readonly string[])[] {
  return Array.from({ length: CASES.length + 1 }, (_, i) => [halves.map((half) => half[i]?.[0] ?? '').join('-')]);
}

/** What the library leaves out because it knows one form to a case: Ігореві, Кравцеві, Вучичеві beside Ігорю, Кравцю, Вучичу; Бондаря beside Бондара. */
function withVariants(
  word: string,
  forms: readonly string[],
  inCase: (typeof CASES)[number],
  part: Part,
  gender: Gender,
): readonly string[] {
  if (gender !== 'm') return forms;
  const also = (ending: RegExp, other: string): readonly string[] => distinct(forms.flatMap((form) => [form, form.replace(ending, other)]));
  if (inCase === 'inDative' && forms.some((form) => /[рц]ю$/.test(form))) return also(/(?<=[рц])ю$/, 'еві');
  if (inCase === 'inDative' && /ич$/.test(word)) return also(/(?<=ч)у$/, 'еві');
  if (inCase === 'inAblative' && /ц$/.test(word)) return also(/ом$/, 'ем');
  return part === 'familyName' && IN_AR.test(word) ? distinct([...forms, ...forms.map(soften)]) : forms;
}

function soften(form: string): string {
  return form.replace(/(?<=р)(?:а|у|ові|ом|і|е)$/, (ending) => SOFT[ending] ?? ending);
}
const SOFT: Readonly<Record<string, string>> = { а: 'я', у: 'ю', ові: 'еві', ом: 'ем', і: 'і', е: 'ю' };

/** Shevchenko takes Піт for a Ukrainian word (Кіт, Кота); with и in its place nothing changes, and `correct` puts the і back. */
function asStem(word: string, part: Part, foreign: boolean): string {
  return keepsI(word, part, foreign) ? word.replace('і', 'и') : word;
}

function keepsI(word: string, part: Part, foreign: boolean): boolean {
  return ONLY_I.test(word) && (part === 'givenName' || (part === 'familyName' && foreign));
}

/** In the last syllable of a foreigner's name no vowel comes and goes, as it does in ніс, сокіл, Петрок: Йоганніса, Лопеса, Генкока, Макмастера. */
const LAST_SYLLABLE = /(?:[іе]с|ід|[тд]ер|ок)$/;

function withVowel(word: string, form: string): string {
  if (!LAST_SYLLABLE.test(word) || form.startsWith(word) || !form.startsWith(word.slice(0, -2))) return form;
  return word + (/(?:а|у|ові|ом|і|е)$/.exec(form)?.[0] ?? '');
}

function correct(word: string, declined: string, inCase: (typeof CASES)[number], part: Part, foreign: boolean): readonly string[] {
  let form = keepsI(word, part, foreign) ? declined.replace('и', 'і') : declined;
  if (!foreign) return [form];
  form = withVowel(word, form);
  // -ин and -ін of Slavs take -им and -у (Путіним, Путіну), of others -ом and both -у and -ові (Остінові): the spelling does not tell them apart.
  if (inCase === 'inDative' && /[иі][нс]$/i.test(word)) return distinct([form, form.replace(/(?<=[нс])у$/, 'ові')]);
  if (part !== 'familyName') return [form];
  // Павел keeps its Slavic grammar.
  if (word === 'Павел') form = form.replace('Павел', 'Павл');
  if (inCase === 'inAblative' && /[иі]н$/i.test(word)) return [form, form.replace(/им$/, 'ом')];
  return inCase === 'inDative' && form.endsWith('ові') ? [form, form.replace(/ові$/, 'у')] : [form];
}
