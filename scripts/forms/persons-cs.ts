import type { PersonName } from '../../core/profile.ts';
import { bareOnly } from './by-rules.ts';
import { type Declined, isParticle } from './person-forms.ts';

/**
 * Czech: Zelenského, Putina, Bidenovi, Trumpem, Pavla, Fialy, Putinův; women in -ová as adjectives, and foreign women too. Rules give what
 * takes the place of an ending in the genitive, dative and locative, accusative, instrumental.
 */
type Endings = readonly [genitive: string, dative: string, accusative: string, instrumental: string];
type Rule = readonly [ending: RegExp, endings: Endings];

const OF_MEN: readonly Rule[] = [
  [/(?<=[sc]k)(?:ý|[iy]j|yy?|iy|yi)$|ý$|(?<=[^aeiou])yj$/, ['ého', 'ému', 'ého', 'ým']],
  [/(?<=[skc])i$|í$/, ['ího', 'ímu', 'ího', 'ím']],
  // Healeyho, Kennedyho, Pellegriniho; Vance has one form with a plain genitive.
  [/(?<=[yi])$/, ['ho', 'mu', 'ho', 'm']],
  [/ce$/, ['ce', 'ceovi', 'ce', 'cem']],
  [/(?<=u)$/, ['a', 'ovi', 'a', 'em']],
  [/(?<=[kghdtnrlbmpvsz])a$/, ['y', 'ovi', 'u', 'ou']],
  [/(?<=[cčřšžj])a$/, ['i', 'ovi', 'u', 'ou']],
  [/(?<=[^aeiou])e$/, ['eho', 'emu', 'eho', 'em']],
  [/(?<=[^eau])o$/, ['a', 'ovi', 'a', 'em']],
  [/avel$/, ['avla', 'avlovi', 'avla', 'avlem']],
  [/etr$/, ['etra', 'etrovi', 'etra', 'etrem']],
  [/(?<=[^aeiou])ek$/, ['ka', 'kovi', 'ka', 'kem']],
  [/ec$/, ['ce', 'covi', 'ce', 'cem']],
  [/(?<=[cčřšžjszx])$/, ['e', 'ovi', 'e', 'em']],
  [/(?<=[bdfghklmnprtvwqňťď])$/, ['a', 'ovi', 'a', 'em']],
];

const OF_WOMEN: readonly Rule[] = [
  [/á$/, ['é', 'é', 'ou', 'ou']],
  [/ie$/, ['ie', 'ii', 'ii', 'ií']],
  [/ia$/, ['ie', 'ii', 'ii', 'ií']],
  [/ja$/, ['ji', 'ji', 'ju', 'jou']],
  [/ka$/, ['ky', 'ce', 'ku', 'kou']],
  [/ha$/, ['hy', 'ze', 'hu', 'hou']],
  [/ra$/, ['ry', 'ře', 'ru', 'rou']],
  [/(?<=[bdmnptv])a$/, ['y', 'ě', 'u', 'ou']],
  [/(?<=[lsz])a$/, ['y', 'e', 'u', 'ou']],
];

/** Adjectives that say whose: Putinův, Trumpova, Bidenovy. Only surnames in a consonant, -o or -a have them, and only those of men. */
const POSSESSIVE = 'ův ova ovo ovu ově ovy ových ovým ovou'.split(' ');

export function declineCzech(name: PersonName, gender: 'm' | 'f'): readonly Declined[] {
  const cases = czechCases(name, gender);
  const stem = /^(\p{Lu}\p{Ll}+?)[oa]?$/u.exec(name.family)?.[1];
  const whose =
    gender === 'm' && stem !== undefined && /[^aeiouyáéíóúýj]$/.test(stem) ? POSSESSIVE.map((ending) => dropE(stem) + ending) : [];
  return [...cases, ...bareOnly(whose)];
}

function dropE(stem: string): string {
  return stem.replace(/(?<=[^aeiou])e(?=[kc]$)|(?<=av)e(?=l$)/, '');
}

/** The cases alone, which a brand has as well. */
export function czechCases(name: PersonName, gender: 'm' | 'f'): readonly Declined[] {
  if (gender === 'm') return zip(forms(name.given ?? '', OF_MEN), forms(name.family, OF_MEN));
  const own = surnameOfWoman(name.family);
  const families = forms(own, OF_WOMEN);
  const givens = forms(name.given ?? '', OF_WOMEN);
  // Both are read: Angela Merkel and Angela Merkelová. A foreign surname without -ová stays as it is in all cases.
  const kept = forms(name.family, []);
  return [...zip(givens, kept).slice(0, 1), ...zip(givens, families), ...(own === name.family ? [] : zip(givens, kept).slice(1))];
}

function zip(givens: readonly string[], families: readonly string[]): readonly Declined[] {
  return givens.map((given, i) => ({ given: [given], patronymic: [''], family: [families[i] ?? ''] }));
}

/** Merkelová, von der Leyenová, Zacharovová, Svyrydenková; Tichanovská. */
export function surnameOfWoman(family: string): string {
  if (/á$/.test(family)) return family;
  if (/(?<=[sc]k)a$/.test(family)) return family.replace(/a$/, 'á');
  return `${family.replace(/[ao]$/, '')}ová`;
}

/** Five forms of a name of one or several words; particles and initials stay. */
function forms(text: string, rules: readonly Rule[]): readonly string[] {
  const parts = text.split(' ').map((word) => {
    const rule = isParticle(word) || word.endsWith('.') ? undefined : rules.find(([ending]) => ending.test(word));
    return [word, ...(rule === undefined ? [word, word, word, word] : rule[1].map((ending) => word.replace(rule[0], ending)))];
  });
  return [0, 1, 2, 3, 4].map((i) => parts.map((part) => part[i] ?? '').join(' '));
}
