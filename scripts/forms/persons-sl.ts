import type { PersonName } from '../../core/profile.ts';
import { declineByRules } from './by-rules.ts';
import type { Declined } from './person-forms.ts';
import type { EndingRule } from './phrase.ts';

/**
 * Slovene: Zelenskega, Golobu, Starmerja, Ruttejem. Cases: genitive, dative and locative, instrumental; the accusative is one of
 * them: of a consonant the genitive, of -a the instrumental.
 */
const MEN: readonly EndingRule[] = [
  [/(?<=[scšč]k|žn)ij?$/, 'ega emu/em im'],
  [/(?<=[cčšžj])$/, 'a u em'],
  [/(?<=[aeiou]r)$/, 'ja ju jem'],
  // Bidna beside Bidena: foreign names in -en go both ways.
  [/(?<=[bdgkptv])en$/, 'na/ena nu/enu nom/enom'],
  [/(?<=[bdfghklmnpqrstvwxzćđ])$/, 'a u om'],
  [/a$/, 'e i o'],
  [/o$/, 'a u om'],
  [/(?<=[cg]e)$/, 'a u om'],
  [/(?<=[eiuy])$/, 'ja ju jem'],
];

const WOMEN: readonly EndingRule[] = [[/a$/, 'e i o']];

export function declineSlovene(name: PersonName, gender: 'm' | 'f'): readonly Declined[] {
  const rules = gender === 'm' ? MEN : WOMEN;
  return declineByRules(name, { cases: 3, given: rules, family: rules });
}
