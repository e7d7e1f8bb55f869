import { foldText } from '../../core/fold.ts';
import type { FormGroup, Making } from '../../core/pack.ts';
import type { Alias, CaseRule, Language, Strength } from '../../core/profile.ts';
import { familyOf } from '../../core/tongue.ts';
import { BREAK, readWords } from '../../core/words.ts';
import { isOrdinaryWord } from './ordinary-words.ts';

/** A group of forms as it is first made: many of its texts may already be in another group. */
export interface Draft {
  readonly alias: string;
  readonly lang?: Language | undefined;
  readonly role: Strength;
  readonly case?: CaseRule | undefined;
  readonly how: Making;
  readonly needs?: readonly string[] | undefined;
  readonly texts: readonly string[];
}

export const LONGEST_ACRONYM = 6;

/** What an alias asks for if it does not say: acronyms letter for letter, all else by its capitals. */
export function caseRule(text: string): CaseRule {
  return text.length <= LONGEST_ACRONYM && /^[\p{Lu}\p{N}&]*\p{Lu}[\p{Lu}\p{N}&]*$/u.test(text) ? 'exact' : 'capital';
}

export function draftOfAlias(alias: Alias): Draft {
  return { alias: alias.text, lang: alias.lang, role: alias.role, case: alias.case, needs: alias.needs, how: 'given', texts: [alias.text] };
}

/** Where a text stands that was kept. */
interface Kept {
  readonly texts: string[];
  readonly at: number;
}

/**
 * The drafts of one record as the groups of a pack. Strong ones come first: a text is kept where it is first met, so that no
 * text is in two groups of one family of languages, and none is weak that is strong elsewhere. A text that is also an ordinary word is never
 * strong. Of two that differ in nothing but capitals the one with fewer stays, for it matches both; one that the scan could never find (a slash
 * in it) is left out.
 */
export function settle(drafts: readonly Draft[]): readonly FormGroup[] {
  const split = drafts.flatMap(splitOrdinary);
  const ordered = [...split.filter(({ role }) => role === 'strong'), ...split.filter(({ role }) => role === 'weak')];
  const seen = new Map<string, Kept>();
  const groups: FormGroup[] = [];
  for (const draft of ordered) {
    const rule = draft.case ?? caseRule(draft.texts[0] ?? '');
    const texts: string[] = [];
    for (const text of draft.texts.filter(isFindable)) {
      const key = `${foldText(text)} ${rule}`;
      const ofFamily = isGuarded(draft) ? `${key} ${familyOf(draft.lang)}` : key;
      const known = seen.get(key) ?? seen.get(ofFamily);
      if (known === undefined) seen.set(ofFamily, { texts, at: texts.push(text) - 1 });
      else if (capitals(text) < capitals(known.texts[known.at] ?? '')) known.texts[known.at] = text;
    }
    if (texts.length > 0) groups.push(toGroup(draft, rule, texts));
  }
  return groups;
}

/**
 * A declined form is believed in texts of its own family of languages only (core/evidence.ts): "Trumpa" is made once for the Slavs and
 * once for the Balts.
 */
function isGuarded({ how, lang }: Draft): boolean {
  return how === 'declined' && familyOf(lang) !== undefined;
}

/** Whether the scan can find it: it has a word in it, and between its words nothing that ends a name. */
export function isFindable(text: string): boolean {
  const words = readWords(text);
  return words.length > 0 && words.every(({ gap }, index) => index === 0 || gap !== BREAK);
}

/** Words that begin with a capital: of the other letters the rule asks nothing. */
function capitals(text: string): number {
  return text.match(/(?<![\p{L}\p{N}\p{M}])\p{Lu}/gu)?.length ?? 0;
}

function splitOrdinary(draft: Draft): readonly Draft[] {
  if (draft.role === 'weak') return [draft];
  const ordinary = draft.texts.filter(isOrdinaryWord);
  if (ordinary.length === 0) return [draft];
  const others = draft.texts.filter((text) => !isOrdinaryWord(text));
  return [...(others.length > 0 ? [{ ...draft, texts: others }] : []), { ...draft, role: 'weak', texts: ordinary }];
}

function toGroup({ alias, lang, role, how, needs }: Draft, rule: CaseRule, texts: readonly string[]): FormGroup {
  return {
    alias,
    ...(lang === undefined ? {} : { lang }),
    role,
    case: rule,
    how,
    ...(role === 'weak' && needs !== undefined && needs.length > 0 ? { needs } : {}),
    texts,
  };
}
