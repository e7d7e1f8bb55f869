import type { PersonName } from '../../core/profile.ts';
import { type Declined, isParticle } from './person-forms.ts';

/**
 * Czech and, near enough, Slovak: Zelenského, Putina, Bidenovi, Trumpem, Pavla, Fialy; women in -ová as adjectives. Rules give what takes
 * the place of an ending in the genitive, dative and locative, accusative, instrumental.
 */
type Endings = readonly [genitive: string, dative: string, accusative: string, instrumental: string];
type Rule = readonly [ending: RegExp, endings: Endings];

const OF_MEN: readonly Rule[] = [
  [/[ýy]j?$/, ['ého', 'ému', 'ého', 'ým']],
  [/(?<=[skc])i$|í$/, ['ího', 'ímu', 'ího', 'ím']],
  [/(?<=[kghdtnrlbmpvsz])a$/, ['y', 'ovi', 'u', 'ou']],
  [/(?<=[cčřšžj])a$/, ['i', 'ovi', 'u', 'ou']],
  [/(?<=[^aeiou])e$/, ['eho', 'emu', 'eho', 'em']],
  [/(?<=[^ieau])o$/, ['a', 'ovi', 'a', 'em']],
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

export function declineCzech(name: PersonName, gender: 'm' | 'f'): readonly Declined[] {
  const rules = gender === 'm' ? OF_MEN : OF_WOMEN;
  const givens = forms(name.given ?? '', rules);
  // A foreign woman's surname without -ová stays as it is.
  const families = gender === 'f' && !/á$/.test(name.family) ? forms(name.family, []) : forms(name.family, rules);
  return givens.map((given, i) => ({ given: [given], patronymic: [''], family: [families[i] ?? name.family] }));
}

/** Five forms of a name of one or several words; particles and initials stay. */
function forms(text: string, rules: readonly Rule[]): readonly string[] {
  const parts = text.split(' ').map((word) => {
    const rule =
      isParticle(word) || word.endsWith('.') || (/ey$|ay$|oy$|uy$/.test(word) && rules === OF_MEN)
        ? undefined
        : rules.find(([ending]) => ending.test(word));
    return [word, ...(rule === undefined ? [word, word, word, word] : rule[1].map((ending) => word.replace(rule[0], ending)))];
  });
  return [0, 1, 2, 3, 4].map((i) => parts.map((part) => part[i] ?? '').join(' '));
}
