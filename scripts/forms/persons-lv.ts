import type { PersonName } from '../../core/profile.ts';
import { declineByRules } from './by-rules.ts';
import type { Declined } from './person-forms.ts';
import type { EndingRule } from './phrase.ts';

/**
 * Latvian names, which all have an ending of their own already: Zelenskis, Zelenska, Zelenskim; Putins, Putina; Kariņš; Kuleba of a man and of a woman.
 * Names in -is change their consonant, each in its own way, and are left alone, but for -skis. Cases: genitive, dative, accusative.
 */
const MEN: readonly EndingRule[] = [
  [/(?<=[sc]k)is$/, 'a im i'],
  [/(?<=[^aeiouāēīū])[sš]$/, 'a am u'],
  [/a$/, 'as am u'],
  [/e$/, 'es em i'],
];
const GIVEN_OF_MEN: readonly EndingRule[] = [...MEN.slice(0, 2), [/a$/, 'as am u']];

const WOMEN: readonly EndingRule[] = [
  [/a$/, 'as ai u'],
  [/e$/, 'es ei i'],
];

export function declineLatvian(name: PersonName, gender: 'm' | 'f'): readonly Declined[] {
  const [given, family] = gender === 'm' ? [GIVEN_OF_MEN, MEN] : [WOMEN, WOMEN];
  return declineByRules(name, { cases: 3, given, family });
}
