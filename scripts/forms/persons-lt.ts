import type { PersonName } from '../../core/profile.ts';
import { declineByRules } from './by-rules.ts';
import { type Declined, isParticle } from './person-forms.ts';
import type { EndingRule } from './phrase.ts';

/**
 * Lithuanian: Zelenskis, Zelenskio, Zelenskiui; Trumpas, Trumpo; Nausėda, Nausėdos. A foreign man's name in a consonant takes an ending first (Trumpas,
 * Starmeris); a foreign woman's, and what ends in a vowel but -a, stays as it is. Cases: genitive, dative, accusative, instrumental.
 */
const ENDINGS: readonly EndingRule[] = [
  [/ius$/, 'iaus iui ių iumi'],
  [/jus$/, 'jaus jui jų jumi'],
  [/us$/, 'aus ui ų umi'],
  [/t[iy]s$/, 'čio čiui tį čiu'],
  [/d[iy]s$/, 'džio džiui dį džiu'],
  [/is$|ys$/, 'io iui į iu'],
  [/as$/, 'o ui ą u'],
  [/a$/, 'os ai ą a'],
  [/ė$/, 'ės ei ę e'],
];
export function declineLithuanian(name: PersonName, gender: 'm' | 'f'): readonly Declined[] {
  const endings = gender === 'm' ? ENDINGS : ENDINGS.slice(-2);
  return declineByRules(name, { cases: 4, given: endings, family: endings });
}

/** A foreign man's name with the ending that it takes, word by word: Donaldas Trumpas, Keiras Starmeris, Joe Bidenas. */
export function endedInLithuanian(text: string): string {
  return text.replace(/\p{Lu}\p{L}*\p{Ll}(?![\p{L}.'’-])/gu, (word) => {
    if (isParticle(word) || /[aeiouyáéíóúàèõäöü]$/.test(word) || /(?:[sc]kis|nas|lis|[ij]us)$/.test(word)) return word;
    if (/e[rl]$/.test(word)) return `${word}is`;
    return /j$/.test(word) ? `${word}us` : `${word}as`;
  });
}
