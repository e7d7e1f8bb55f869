import { isBrand } from './brand.ts';
import { declinePolishPhrase } from './orgs-pl.ts';
import { distinct } from './person-forms.ts';
import { czechCases } from './persons-cs.ts';
import { polishCases } from './persons-pl.ts';

/**
 * Brands in Polish and Czech news: Boeinga, Rheinmetallu, Lockheeda Martina. A brand is declined as a man's name is, but may also have
 * -u in the genitive. Acronyms stay as they are, and what ends in a vowel that would need to be guessed at.
 */
function isDeclinable(text: string): boolean {
  // Of those in -o only Leonardo and its like: Leonardem.
  return isBrand(text) && (/^\p{L}+[rd]do$/u.test(text) || !/(?:[eiouy]|\s\p{L}*s)$/u.test(text));
}

export function declinePolishBody(text: string): readonly string[] {
  const phrase = declinePolishPhrase(text);
  if (phrase.length > 0 || !isDeclinable(text)) return phrase;
  const [given = '', family = text] = text.includes(' ') ? text.split(' ') : ['', text];
  const forms = polishCases({ given, family }, 'm').map((declined) => `${declined.given[0]} ${declined.family[0]}`.trim());
  const inU = /[aeiouyąęó]$/.test(family) ? [] : [`${given} ${family}u`.trim()];
  return distinct([...forms.slice(1), ...inU]).filter((form) => form !== text);
}

export function declineCzechBody(text: string): readonly string[] {
  if (!isDeclinable(text)) return [];
  const [given = '', family = text] = text.includes(' ') ? text.split(' ') : ['', text];
  const forms = czechCases({ given: '', family }, 'm').map((declined) => `${given} ${declined.family[0]}`.trim());
  const inU = /[aeiouyáéíóúý]$/.test(family) ? [] : [`${given} ${family}u`.trim()];
  return distinct([...forms.slice(1), ...inU]).filter((form) => form !== text);
}
