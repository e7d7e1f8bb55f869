import type { PersonName } from '../../core/profile.ts';
import { declineByRules } from './by-rules.ts';
import type { Declined } from './person-forms.ts';
import { surnameOfWoman } from './persons-cs.ts';
import type { EndingRule } from './phrase.ts';

/**
 * Slovak, where it is not Czech: Putinom, Ficovi, Kulebu, Čaputovej. Cases: genitive and accusative, dative and locative, instrumental; of
 * women genitive and dative, accusative, instrumental.
 */
const MEN: readonly EndingRule[] = [
  [/(?<=[sc]k)(?:ý|[iy]j|yy?|iy|yi)$|ý$|(?<=[nv])yj$/, 'ého ému/om ým'],
  [/(?<=[sc]k)i$/, 'ého ému/om ým'],
  [/(?<=[yi])$/, 'ho mu m'],
  [/(?<=[cg]e)$/, 'a ovi om'],
  [/(?<=[^aeiou]e)$/, 'ho mu m'],
  [/a$/, 'u ovi om'],
  [/o$/, 'a ovi om'],
  [/(?<=[Pp]av)el$/, 'la lovi lom'],
  [/(?<=[^aeiou])ek$/, 'ka kovi kom'],
  [/ec$/, 'ca covi com'],
  [/(?<=[^aeiouyáéíóúý])$/, 'a ovi om'],
];
const GIVEN_OF_MEN: readonly EndingRule[] = [[/(?<=^Pet)er$/, 'ra rovi rom'], ...MEN];

const GIVEN_OF_WOMEN: readonly EndingRule[] = [
  [/(?<=i)a$/, 'e u ou'],
  [/(?<=[cčšžj])a$/, 'e u ou'],
  [/a$/, 'y u ou'],
];
const WOMEN: readonly EndingRule[] = [[/á$/, 'ej ú ou']];

export function declineSlovak(name: PersonName, gender: 'm' | 'f'): readonly Declined[] {
  if (gender === 'm') return declineByRules(name, { cases: 3, given: GIVEN_OF_MEN, family: MEN });
  const cases = declineByRules({ ...name, family: surnameOfWoman(name.family) }, { cases: 3, given: GIVEN_OF_WOMEN, family: WOMEN });
  return [{ given: [name.given ?? ''], patronymic: [''], family: [name.family] }, ...cases];
}
