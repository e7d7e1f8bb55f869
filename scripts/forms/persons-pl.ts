import type { PersonName } from '../../core/profile.ts';
import { bareOnly } from './by-rules.ts';
import { type Declined, isParticle } from './person-forms.ts';

/**
 * Polish, which declines everybody: Tuska, Merza, Bidena, Zełenskiego, Meloni (a vowel that Polish does not end names in stays as it is).
 * Rules give what takes the place of an ending in the genitive (and accusative of men), dative, instrumental and locative.
 */
type Endings = readonly [genitive: string, dative: string, instrumental: string, locative: string];
type Rule = readonly [ending: RegExp, endings: Endings];

/** Locatives soften the last consonant: Bidenie, Trumpie, Rubiu; pairs in the order in which they are tried. */
const SOFTENED: readonly (readonly [RegExp, string])[] = [
  [/st$/, 'ście'],
  [/t$/, 'cie'],
  [/d$/, 'dzie'],
  [/r$/, 'rze'],
  [/ł$/, 'le'],
  [/sł$/, 'śle'],
  [/([bfmnpsvw])$/, '$1ie'],
]; // prettier-ignore

const OF_MEN: readonly Rule[] = [
  [/(?<=[kg])i$/, ['iego', 'iemu', 'im', 'im']],
  [/(?<=[sc]k)y$/, ['iego', 'iemu', 'im', 'im']],
  [/(?<=[aeo]y)$/, ['a', 'owi', 'em', 'u']],
  [/y$/, ['ego', 'emu', 'ym', 'ym']],
  [/(?<=[^i])e$/, ['ego', 'emu', 'em', 'em']],
  [/ie$/, ['iego', 'iemu', 'iem', 'iem']],
  // Pellegriniego
  [/i$/, ['iego', 'iemu', 'im', 'im']],
  // Rubia, Crosetta; Poroszenko and Ziobro are declined as if they ended in -a.
  [/(?<=i)o$/, ['a', 'owi', 'em', 'u']],
  [/to$/, ['ta', 'towi', 'tem', 'cie']],
  [/do$/, ['da', 'dowi', 'dem', 'dzie']],
  [/ro$/, ['ra', 'rowi', 'rem', 'rze']],
  [/go$/, ['ga', 'gowi', 'giem', 'gu']],
  [/(?<=[bfmnpsvwz])o$/, ['a', 'owi', 'em', 'ie']],
  [/ia$/, ['ii', 'ii', 'ią', 'ii']],
  [/ja$/, ['i', 'i', 'ją', 'i']],
  [/ka$/, ['ki', 'ce', 'ką', 'ce']],
  [/ga$/, ['gi', 'dze', 'gą', 'dze']],
  [/ha$/, ['hy', 'sze', 'hą', 'sze']],
  [/ra$/, ['ry', 'rze', 'rą', 'rze']],
  [/ta$/, ['ty', 'cie', 'tą', 'cie']],
  [/da$/, ['dy', 'dzie', 'dą', 'dzie']],
  [/ła$/, ['ły', 'le', 'łą', 'le']],
  [/la$/, ['li', 'li', 'lą', 'li']],
  [/(?<=[bfmnpsvwz])a$/, ['y', 'ie', 'ą', 'ie']],
  [/eł$/, ['ła', 'łowi', 'łem', 'le']],
  [/ek$/, ['ka', 'kowi', 'kiem', 'ku']],
  [/iec$/, ['ca', 'cowi', 'cem', 'cu']],
  [/(?<=[^aeiou])ec$/, ['ca', 'cowi', 'cem', 'cu']],
  [/ń$/, ['nia', 'niowi', 'niem', 'niu']],
  [/ś$/, ['sia', 'siowi', 'siem', 'siu']],
  [/ć$/, ['cia', 'ciowi', 'ciem', 'ciu']],
  [/x$/, ['ksa', 'ksowi', 'ksem', 'ksie']],
  [/(?<=[kg])$/, ['a', 'owi', 'iem', 'u']],
  [/(?<=ch|sh|cz|sz|rz|[hjlżcz])$/, ['a', 'owi', 'em', 'u']],
];

const OF_WOMEN: readonly Rule[] = [
  [/(?<=[kg])a$/, ['iej', 'iej', 'ą', 'iej']],
  [/(?<=ow|ew)a$/, ['ej', 'ej', 'ą', 'ej']],
];
const ADJECTIVE_OF_WOMEN = /(?:sk|ck|dzk|ow|ew)a$/;

/** The family of it, or those around: Trumpowie. Surnames in -ski and the like have another plural, which is left out. */
function plural(family: string): readonly string[] {
  return /^\p{Lu}\p{Ll}*[bdfghklmnprstwzcż]$/u.test(family) ? [apply(family, OF_MEN)[2]?.replace(/owi$/, 'owie') ?? family] : [];
}

export function declinePolish(name: PersonName, gender: 'm' | 'f'): readonly Declined[] {
  return [...polishCases(name, gender), ...bareOnly(gender === 'm' ? plural(name.family) : [])];
}

/** The cases alone, which a brand has as well. */
export function polishCases(name: PersonName, gender: 'm' | 'f'): readonly Declined[] {
  const givens = forms(name.given ?? '', (word) => givenForms(word, gender));
  const families = forms(name.family, (word) => compound(word, gender));
  return givens.map((given, i) => ({ given: [given], patronymic: [''], family: [families[i] ?? name.family] }));
}

/** Applied word by word; particles and initials stay. Six forms: nominative, genitive, dative, instrumental, locative, accusative. */
function forms(text: string, decline: (word: string) => readonly string[]): readonly string[] {
  const parts = text.split(' ').map((word) => (isParticle(word) || word.endsWith('.') ? same(word) : decline(word)));
  return [0, 1, 2, 3, 4, 5].map((i) => parts.map((part) => part[i] ?? '').join(' '));
}

function givenForms(word: string, gender: 'm' | 'f'): readonly string[] {
  if (/[uiyéèêáíóúüöâý]$/.test(word) && !/(?<=[kg])i$|(?<=[^aeiou])y$/.test(word)) return same(word);
  if (gender === 'f') return /a$/.test(word) ? apply(word, OF_MEN) : same(word);
  // Marco, Mario, Leo: only native names in -o are declined, and they are few.
  return /o$/.test(word) ? same(word) : apply(word, OF_MEN);
}

/** Both halves of a double surname are declined (Kosiniaka-Kamysza); of an Asian name only the end (Jong-una). */
function compound(word: string, gender: 'm' | 'f'): readonly string[] {
  if (/-\p{Ll}/u.test(word)) return familyForms(word, gender);
  const parts = word.split('-').map((part) => familyForms(part, gender));
  return [0, 1, 2, 3, 4, 5].map((i) => parts.map((part) => part[i] ?? '').join('-'));
}

function familyForms(word: string, gender: 'm' | 'f'): readonly string[] {
  if (gender === 'f')
    return ADJECTIVE_OF_WOMEN.test(word) ? apply(word, OF_WOMEN) : /(?<=[^aeiou])a$/.test(word) ? apply(word, OF_MEN) : same(word);
  if (/[uéèêáíóúâ]$|eau$|oe$|ee$/.test(word)) return same(word);
  return apply(word, OF_MEN);
}

const NATIVE_IN_O = /(?:[kł]|br|zn)o$/;

function apply(word: string, rules: readonly Rule[]): readonly string[] {
  if (NATIVE_IN_O.test(word)) return [word, ...apply(word.replace(/o$/, 'a'), rules).slice(1)];
  const head = word.slice(0, word.lastIndexOf('-') + 1);
  const tail = word.slice(head.length);
  const rule = rules.find(([ending]) => ending.test(tail));
  if (rule !== undefined) {
    const [genitive, dative, instrumental, locative] = rule[1].map((ending) => head + tail.replace(rule[0], ending)) as [
      string,
      string,
      string,
      string,
    ];
    const accusative = !/a$/.test(tail) ? genitive : rules === OF_WOMEN ? instrumental : head + tail.replace(/a$/, 'ę');
    return [word, genitive, dative, instrumental, locative, accusative];
  }
  if (!/\p{L}$/u.test(tail) || /[aeiouyąęó]$/.test(tail)) return same(word);
  const soft = SOFTENED.find(([end]) => end.test(tail));
  const locative = soft === undefined ? `${tail}ie` : tail.replace(soft[0], soft[1]);
  return [word, `${word}a`, `${word}owi`, `${word}em`, head + locative, `${word}a`];
}

function same(word: string): readonly string[] {
  return [word, word, word, word, word, word];
}
