import type { PersonName } from '../../core/profile.ts';
import { declineLastWord } from './by-rules.ts';
import type { Declined } from './person-forms.ts';

/**
 * Hungarian, the commonest endings only: Putyint, Putyinnak, Putyinnal, Putyinra, Putyintól; front vowels ask for front endings (Bidennek), and -val
 * takes the last consonant over (Trumppal). In a Hungarian's name the given name stands last, and has the ending: Orbán Viktort.
 */
const DOUBLED = /(?:sz|zs|cs|gy|ny|ty|ly)$|[bcdfghjklmnpqrstvwxz]$/;

export function hungarianForms(word: string): readonly string[] {
  const stem = word.replace(/a$/, 'á').replace(/e$/, 'é');
  const back = isBack(word);
  const [nak, ra, tol, v] = back ? ['nak', 'ra', 'tól', 'al'] : ['nek', 're', 'től', 'el'];
  const end = DOUBLED.exec(word)?.[0];
  const doubled = end === undefined ? `${stem}v${v}` : word.slice(0, -end.length) + end.charAt(0) + end + v;
  return [`${stem}${accusative(word, back)}`, stem + nak, doubled, stem + ra, stem + tol];
}

function accusative(word: string, back: boolean): string {
  return bearsT(word) ? 't' : back ? 'ot' : 'et';
}

/** A vowel, or one of the consonants that bear a -t behind them. */
function bearsT(word: string): boolean {
  return /[aeiouyáéíóöőúüű]$/.test(word) || /[aeiouáéíóöőúüű](?:n|ny|l|ly|r|j|s|sz|z|zs)$/.test(word);
}

/** The last vowel decides; an i has none of its own and leaves it to the one in front: Putyinnak, Merznek. */
function isBack(word: string): boolean {
  const vowels = word.toLowerCase().match(/[aeiouyáéíóöőúüű]/g) ?? [];
  const telling = vowels.filter((vowel) => !/[iíy]/.test(vowel)).at(-1);
  return telling !== undefined && /[aouáóú]/.test(telling);
}

export function declineHungarian(name: PersonName, _: unknown, country?: string): readonly Declined[] {
  const cases = declineLastWord(name, hungarianForms, 3);
  if (country !== 'HU' || name.given === undefined) return cases;
  const given = hungarianForms(name.given).map((form) => ({ given: [form], patronymic: [''], family: [name.family] }));
  return [...cases.slice(0, 1), ...cases.slice(1).map((form) => ({ ...form, given: [''] })), ...given];
}
