import type { PersonName } from '../../core/profile.ts';
import { type Declined, isParticle } from './person-forms.ts';
import { applyRules, type EndingRule } from './phrase.ts';

/** The endings of one language for one gender; every rule has as many forms as the language has cases besides the nominative. */
export interface NameRules {
  readonly cases: number;
  readonly given: readonly EndingRule[];
  readonly family: readonly EndingRule[];
}

/** A personal name by rule, the nominative first. A word that no rule covers has one form; particles and initials stay. */
export function declineByRules(name: PersonName, { cases, given, family }: NameRules): readonly Declined[] {
  const givens = casesOf(name.given ?? '', given, cases);
  const families = casesOf(name.family, family, cases);
  return givens.map((form, i) => ({ given: form.slice(0, 1), patronymic: [''], family: families[i] ?? [name.family] }));
}

/**
 * Languages that put their endings on the last word of a name only: Alexander Stubbin, Kaja Kallasega. They have many cases; the full name, which
 * opens a text, is made for the first few of them, the bare surname for all.
 */
export function declineLastWord(
  { given = '', family }: PersonName,
  endings: (word: string) => readonly string[],
  ofFullNames: number,
): readonly Declined[] {
  const at = family.lastIndexOf(' ') + 1;
  return [family, ...endings(family.slice(at)).map((form) => family.slice(0, at) + form)].map((form, i) => ({
    given: [i > ofFullNames ? '' : given],
    patronymic: [''],
    family: [form],
  }));
}

/** Forms that nobody puts a given name in front of: they are made for the bare surname only. */
export function bareOnly(family: readonly string[]): readonly Declined[] {
  return family.length === 0 ? [] : [{ given: [''], patronymic: [''], family }];
}

function casesOf(text: string, rules: readonly EndingRule[], cases: number): readonly (readonly string[])[] {
  const words = text.split(' ').map((word) => {
    const forms = isParticle(word) || word.endsWith('.') ? undefined : applyRules(word, rules);
    return [[word], ...(forms ?? Array.from({ length: cases }, () => [word]))];
  });
  return Array.from({ length: cases + 1 }, (_, i) =>
    words
      .map((word) => word[i] ?? [])
      .reduce<readonly string[]>((done, next) => done.flatMap((d) => next.map((n) => `${d} ${n}`.trim())), ['']),
  );
}
