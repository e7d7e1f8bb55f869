import type { PersonName } from '../../core/profile.ts';
import { declineLastWord } from './by-rules.ts';
import type { Declined } from './person-forms.ts';

/**
 * Finnish puts its endings on the last word: Stubbin, Putinille, Häkkäsen, Zelenskyin. A foreign name in a consonant takes an -i- first; names in
 * -nen have -se-, persons in -us and -las -kse-. The consonants of Finnish words may change in front of an ending (Virta, Virran): such
 * names are left out. Endings have a or ä by the vowels of the name, which folding makes one.
 */
const CASES = ['n', 'lle', 'ltA', 'llA', 'stA'];
const OF_BODIES = [...CASES, 'ssA'];
const VOWEL_END = /[aeiouyäöåáéíóúàèõ]$/;

export function finnishForms(word: string, isNative: boolean, isPerson: boolean): readonly string[] {
  const endings = isPerson ? CASES : OF_BODIES;
  if (/[^aeiouyäö]?nen$/.test(word) && word.length > 5) return onStem(word.replace(/nen$/, 'se'), word.replace(/nen$/, 's'), endings);
  if (isNative && /(?:[kpt]{2}|[hlnr]?[kpt]|[^aeiouyäö][aeiouyäö]?)[aeiouyäö]$/.test(word) && !/[^kpt](?:[aouyäö]|po)$/.test(word))
    return [];
  if (isPerson && /(?:us|las)$/.test(word)) return onStem(word.replace(/s$/, 'kse'), word, endings);
  return VOWEL_END.test(word) ? onStem(word, word, endings) : onStem(`${word}i`, `${word}i`, endings);
}

/** The partitive may have a stem of its own (Häkkäse-n, Häkkäs-tä); the illative doubles the last vowel (Putiniin). */
function onStem(stem: string, short: string, endings: readonly string[]): readonly string[] {
  const partitive = short + (/s$|([aeouyäö])\1$|(?:uo|yö|ie|io|iö|eo)$/.test(short) ? 'tA' : 'A');
  const last = stem.slice(-1);
  const illative = /[aeiouyäö]{2}$/.test(stem) ? `${stem}h${last}n` : `${stem}${last}n`;
  const a = /[aou]/i.test(stem) ? 'a' : 'ä';
  const [genitive = '', ...others] = endings.map((ending) => stem + ending);
  return [genitive, partitive, ...others, illative].map((form) => form.replace(/A$/, a));
}

export function declineFinnish(name: PersonName, _: unknown, country?: string): readonly Declined[] {
  return declineLastWord(name, (word) => finnishForms(word, country === 'FI', true), 4);
}
