import { distinct } from './person-forms.ts';

/**
 * How the name of a body is declined, in any Slavic language: «Міністерство оборони» → «Міністерству оборони».
 *
 *     adjectives that agree   head noun   attributes in the genitive, quoted titles
 *     Українська оборонна     промисловість
 *                             Служба      безпеки України
 *     declined                declined    left as they stand
 *
 * The head is a noun known as one (служба, завод …) or, in a name of capitals only (Мотор Січ, Локхід Мартін), the last word.
 */
export interface Grammar {
  /** Cases besides the nominative; every list of forms below has this many entries. */
  readonly cases: number;
  /** Forms of a noun by case, each with its variants; undefined if it has but one form. */
  readonly noun: (word: string) => readonly (readonly string[])[] | undefined;
  /** Forms of an adjective in the nominative by case; undefined if the word is none. */
  readonly adjective: (word: string) => readonly (readonly string[])[] | undefined;
  /** Nouns that stand at the head of the names of bodies, lower case. */
  readonly heads: ReadonlySet<string>;
  /** Whether an adjective behind the head agrees with it (Rada Europejska); left out where adjectives stand in front only. */
  readonly fits?: (noun: string, adjective: string) => boolean;
}

/** All forms but the nominative. */
export function declinePhrase(text: string, grammar: Grammar): readonly string[] {
  const words = text.split(' ');
  if (/["«»„“”]/.test(text) && !grammar.heads.has((words[0] ?? '').toLowerCase())) return [];
  const head = headOf(words, grammar);
  if (head === undefined) return [];
  const only = words.length === 1 ? grammar.adjective(text) : undefined;
  const noun = only ?? grammar.noun(words[head] ?? '');
  if (noun === undefined) return [];
  const agreeing = words.map((word, i) => (i === head ? noun : agrees(words, i, head, grammar) ? grammar.adjective(word) : undefined));
  const forms = Array.from({ length: grammar.cases }, (_, i) =>
    words
      .map((word, at) => agreeing[at]?.[i] ?? [word])
      .reduce((done, next) => done.flatMap((d) => next.map((n) => `${d} ${n}`.trim())), ['']),
  );
  return distinct(forms.flat()).filter((form) => form !== text);
}

/** All in front of the head; behind it only in a language that says so, and only if all between are adjectives of the head's gender too. */
function agrees(words: readonly string[], at: number, head: number, { adjective, fits }: Grammar): boolean {
  if (at < head) return true;
  if (fits === undefined) return false;
  const noun = words[head] ?? '';
  return words.slice(head + 1, at + 1).every((word) => adjective(word) !== undefined && fits(noun, word));
}

function headOf(words: readonly string[], { heads, adjective }: Grammar): number | undefined {
  const known = words.findIndex((word) => heads.has(word.toLowerCase()));
  const firstNoun = words.findIndex((word) => adjective(word) === undefined);
  // Only adjectives may stand in front of a known head: in «Рада національної безпеки» the head is the first noun.
  if (known >= 0 && known <= (firstNoun < 0 ? words.length : firstNoun)) return known;
  if (firstNoun < 0) return words.length === 1 ? 0 : undefined;
  const lowerAfter = words.slice(firstNoun + 1).some((word) => /^\p{Ll}/u.test(word));
  if (firstNoun > 0 || lowerAfter) return firstNoun;
  return isBrand(words) ? words.length - 1 : undefined;
}

/** A brand is written in capitals word by word; a name with signs, Latin letters or digits in it is left alone. */
function isBrand(words: readonly string[]): boolean {
  return words.length <= 3 && words.every((word) => /^\p{Lu}[\p{L}'’ʼ-]*$/u.test(word));
}

/** A noun or adjective rule: an ending, and what takes its place in each case, variants by "/". */
export type EndingRule = readonly [ending: RegExp, forms: string];

/** Applies the first rule that fits to the last part of a word; "_" stands for nothing. */
export function applyRules(word: string, rules: readonly EndingRule[]): readonly (readonly string[])[] | undefined {
  const head = word.slice(0, word.lastIndexOf('-') + 1);
  const tail = word.slice(head.length);
  const rule = rules.find(([ending]) => ending.test(tail));
  if (rule === undefined) return undefined;
  return rule[1].split(' ').map((variants) => variants.split('/').map((end) => head + tail.replace(rule[0], end === '_' ? '' : end)));
}

/** Letters that spell an acronym, words in other scripts, and one or two letters: never declined. */
export function isUndeclinable(word: string, script: RegExp): boolean {
  return word.length < 3 || !script.test(word) || /\p{Lu}\p{Lu}$/u.test(word) || /\d/.test(word);
}
