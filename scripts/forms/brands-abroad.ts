import type { PersonName } from '../../core/profile.ts';
import { isBrand } from './brand.ts';
import type { Decline } from './forms-of-body.ts';
import type { Gender } from './forms-of-person.ts';
import { declineHead } from './heads.ts';
import type { Declined } from './person-forms.ts';
import { distinct } from './person-forms.ts';
import { estonianForms } from './persons-et.ts';
import { finnishForms } from './persons-fi.ts';

/**
 * Brands among the southern Slavs and the Finns: Rheinmetalla, Boeingom, Patrian, Saabile. One in a consonant is declined as a man's name is; of
 * those in a vowel, which go many ways, the Slavic ones are left out, but for Leonardo and its like.
 */
export function bodyIn(lang: string, decline: (name: PersonName, gender: Gender) => readonly Declined[]): Decline {
  return (text) => {
    const phrase = declineHead(text, lang);
    if (phrase.length > 0 || !isBrand(text) || !/(?:[rd]do|[^aeiouyаеиоујàáéíóú])$/iu.test(text) || /\s\p{L}*s$/u.test(text)) return phrase;
    const cases = decline({ given: '', family: text }, 'm').flatMap(({ family }) => family);
    return distinct(cases).filter((form) => form !== text);
  };
}

export const declineFinnishBody: Decline = (text) => ending(text, 'fi', (word) => finnishForms(word, false, false));
export const declineEstonianBody: Decline = (text) => ending(text, 'et', (word) => estonianForms(word, false));

function ending(text: string, lang: string, endings: (word: string) => readonly string[]): readonly string[] {
  const phrase = declineHead(text, lang);
  if (phrase.length > 0 || !isBrand(text)) return phrase;
  const at = text.lastIndexOf(' ') + 1;
  return endings(text.slice(at)).map((form) => text.slice(0, at) + form);
}
