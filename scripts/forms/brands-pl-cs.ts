import { isBrand } from './brand.ts';
import { declinePolishPhrase } from './orgs-pl.ts';
import { distinct } from './person-forms.ts';
import { declineCzech } from './persons-cs.ts';
import { declinePolish } from './persons-pl.ts';

/**
 * Brands in Polish and Czech news: Boeinga, Rheinmetallu, Lockheeda Martina. A brand is declined as a man's name is, but may also have
 * -u in the genitive. Acronyms stay as they are, and what ends in a vowel that would need to be guessed at.
 */
function isDeclinable(text: string): boolean {
  return isBrand(text) && !/(?:[eiouy]|\s\p{L}*s)$/u.test(text);
}

export function declinePolishBody(text: string): readonly string[] {
  const phrase = declinePolishPhrase(text);
  if (phrase.length > 0 || !isDeclinable(text)) return phrase;
  const [given = '', family = text] = text.includes(' ') ? text.split(' ') : ['', text];
  const forms = declinePolish({ given, family }, 'm').map((declined) => `${declined.given[0]} ${declined.family[0]}`.trim());
  const inU = /[aeiouyąęó]$/.test(family) ? [] : [`${given} ${family}u`.trim()];
  return distinct([...forms.slice(1), ...inU]).filter((form) => form !== text);
}

export function declineCzechBody(text: string): readonly string[] {
  if (!isDeclinable(text)) return [];
  const [given = '', family = text] = text.includes(' ') ? text.split(' ') : ['', text];
  const forms = declineCzech({ given: '', family }, 'm').map((declined) => `${given} ${declined.family[0]}`.trim());
  const inU = /[aeiouyáéíóúý]$/.test(family) ? [] : [`${given} ${family}u`.trim()];
  return distinct([...forms.slice(1), ...inU]).filter((form) => form !== text);
}
