import type { PersonName } from '../../core/profile.ts';
import { isBrand } from './brand.ts';
import type { Declined } from './person-forms.ts';

/** German declines a name in the genitive only, by an -s on its last word; after a hissing sound stands an apostrophe, which is a boundary. */
export function genitiveOf(word: string): string | undefined {
  return /[\p{Ll}\p{N}]$/u.test(word) && !/[sßxz]$|s?ch$|sh$|ce$/.test(word) ? `${word}s` : undefined;
}

export function declineGerman(name: PersonName): readonly Declined[] {
  const { given = '', family } = name;
  const genitive = genitiveOf(family);
  const nominative: Declined = { given: [given], patronymic: [''], family: [family] };
  return genitive === undefined ? [nominative] : [nominative, { ...nominative, family: [genitive] }];
}

/** "Rheinmetalls", "Lockheed Martins"; but "von Airbus Defence and Space". */
export function declineGermanBody(text: string): readonly string[] {
  const words = text.split(' ');
  const genitive = genitiveOf(words.at(-1) ?? '');
  return genitive === undefined || !isBrand(text) ? [] : [[...words.slice(0, -1), genitive].join(' ')];
}
