import type { PersonName } from '../../core/profile.ts';
import { declineLastWord } from './by-rules.ts';
import type { Declined } from './person-forms.ts';

/**
 * Estonian: the genitive, and the other cases on it: Kallase, Kallasega, Putini, Putinile, Zelenskõi, Zelenskõiga. A foreign name in a consonant takes
 * -i, one in -as, -is or -us -e; one in a vowel is its own genitive.
 */
const OF_PERSONS = ['ga', 'le', 'lt', 'l', 'st'];
const OF_BODIES = [...OF_PERSONS, 's', 'sse'];

export function estonianForms(word: string, isPerson: boolean): readonly string[] {
  const genitive = genitiveOf(word, isPerson);
  // In a vowel, the partitive is the genitive, or takes an apostrophe.
  const own = genitive === word ? [] : [genitive, `${genitive.replace(/(?<=s)e$/, '')}t`];
  return [...own.slice(0, 1), ...(isPerson ? OF_PERSONS : OF_BODIES).map((ending) => genitive + ending), ...own.slice(1)];
}

function genitiveOf(word: string, isPerson: boolean): string {
  if (/[aeiouyõäöüáéíóúàè]$/.test(word)) return word;
  return isPerson && /[aiu]s$/.test(word) ? `${word}e` : `${word}i`;
}

export function declineEstonian(name: PersonName): readonly Declined[] {
  return declineLastWord(name, (word) => estonianForms(word, true), 3);
}
