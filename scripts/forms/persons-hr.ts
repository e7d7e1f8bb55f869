import type { PersonName } from '../../core/profile.ts';
import { declineByRules, type NameRules } from './by-rules.ts';
import type { Declined } from './person-forms.ts';
import type { EndingRule } from './phrase.ts';
import { toSerbianCyrillic, toSerbianLatin } from './serbian-script.ts';

/**
 * Croatian, Serbian, Bosnian and Montenegrin personal names: Zelenskog(a), Vučića, Trumpa, Merzom. Serbian in Cyrillic letters is the same
 * language: it is declined in Latin ones and written back. Cases: genitive, dative and locative, accusative, instrumental.
 */
const ADJECTIVE = 'og/oga om og/oga im';

const MEN: readonly EndingRule[] = [
  [/(?<=[scšč]k|žn)ij?$/, ADJECTIVE],
  [/(?<=ij)$/, 'a u a em'],
  [/(?<=[čćšžđj])$/, 'a u a em'],
  [/(?<=c)$/, 'a u a em/om'],
  [/(?<=[bdfghklmnpqrstvwxzł])$/, 'a u a om'],
  [/(?<=i)a$/, 'je ji ju jom'],
  [/a$/, 'e i u om'],
  [/(?<=i)o$/, 'ja/a ju/u ja/a jem/om'],
  [/o$/, 'a u a om'],
  [/(?<=[eu])$/, 'a u a om'],
  [/(?<=[iy])$/, 'ja ju ja jem'],
];
const GIVEN_OF_MEN: readonly EndingRule[] = [[/(?<=^Aleksand|^Pet)ar$/, 'ra ru ra rom'], ...MEN];

const WOMEN: readonly EndingRule[] = [
  [/(?<=[scšč]k|ov|ev)a$/, 'e oj u om'],
  [/(?<=i)a$/, 'je ji ju jom'],
  [/a$/, 'e i u om'],
];

export function declineCroatian(name: PersonName, gender: 'm' | 'f'): readonly Declined[] {
  const rules: NameRules = { cases: 4, given: gender === 'm' ? GIVEN_OF_MEN : WOMEN, family: gender === 'm' ? MEN : WOMEN };
  return declineByRules(name, rules);
}

export function declineSerbian(name: PersonName, gender: 'm' | 'f'): readonly Declined[] {
  if (!/\p{Script=Cyrillic}/u.test(name.family)) return declineCroatian(name, gender);
  const latin = { family: toSerbianLatin(name.family), ...(name.given === undefined ? {} : { given: toSerbianLatin(name.given) }) };
  return declineCroatian(latin, gender).map(({ given, patronymic, family }) => ({
    given: given.map(toSerbianCyrillic),
    patronymic,
    family: family.map(toSerbianCyrillic),
  }));
}
