import { foldText } from './fold.ts';
import type { EntityEntry, Group } from './gazetteer-tables.ts';
import type { Block } from './mention.ts';
import type { Tongue } from './tongue.ts';
import { BREAK, JOINED, lastGap, POINT, readGap, wordBefore } from './words.ts';

/**
 * What the words beside a surname say about whose it is: "Rachel Johnson", "Li Keqiang", "Vladimir V. Putin".
 */

interface Surname {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

/** Given names in a block: end → start. */
type Given = ReadonlyMap<number, number>;

function isInitial(word: string): boolean {
  return word.length === 1 && word.toLowerCase() !== word;
}

/** The given name of the bearer with an initial behind it, as in "Vladimir V. " or "Joseph R. ": where it starts. */
function ownNameBeforeInitial(text: string, initialAt: number, own: readonly string[]): number | undefined {
  const before = wordBefore(text, initialAt);
  if (!before || before.gap !== JOINED) return;
  const word = text.slice(before.start, before.end);
  return word.length > 1 && own.includes(foldText(word)) ? before.start : undefined;
}

/** "просп."; a longer word in front of a point ends a sentence. */
const LONGEST_ABBREVIATION = 5;

/** "Rachel Johnson", where Rachel is not a given name of the Johnson we know; "R. Johnson" where R. is none of his initials. */
export function isOfAnother(found: Surname, entity: EntityEntry | undefined, given: Given, tongue: () => Tongue | undefined): boolean {
  const text = found.block.text;
  const before = wordBefore(text, found.start);
  if (!before || (before.gap !== JOINED && before.gap !== POINT)) return false;
  const word = text.slice(before.start, before.end);
  const own = entity?.given ?? [];
  const folded = foldText(word);
  if (own.includes(folded)) return false;
  if (before.gap === JOINED && !isInitial(word)) return given.has(before.end);
  // "ул. Сикорского": the abbreviation of a word that speaks of a street, not the end of a sentence.
  if (word.length > 1 && word.length <= LONGEST_ABBREVIATION && word.toLowerCase() === word) return given.has(before.end);
  if (!isInitial(word) || own.some((name) => name.startsWith(folded))) return false;
  // "M. Macron" is Monsieur.
  if (word === 'M' && tongue() === 'romance') return false;
  return before.gap === POINT && ownNameBeforeInitial(text, before.start, own) === undefined;
}

/** Where a mention of a person begins: at the given name, if the form that was found is only "V. Putin" of "Vladimir V. Putin". */
export function beginsAt(found: Surname, entity: EntityEntry): number {
  if (entity.kind !== 'official') return found.start;
  const { text } = found.block;
  if (isInitial(text.charAt(found.start)) && text.charAt(found.start + 1) === '.')
    return ownNameBeforeInitial(text, found.start, entity.given) ?? found.start;
  const before = wordBefore(text, found.start);
  if (before?.gap !== POINT || !isInitial(text.slice(before.start, before.end))) return found.start;
  return ownNameBeforeInitial(text, before.start, entity.given) ?? found.start;
}

const HONORIFIC = /^(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Herr|Frau|Madame|Monsieur|Pan|Pani|Signor|Señor)$/;

/** In a language that writes names with capitals, an unknown capitalised word in front of a surname is likely a given name that we do not know. */
export function unknownForename(found: Surname): { readonly start: number; readonly end: number } | undefined {
  const text = found.block.text;
  const before = wordBefore(text, found.start);
  if (!before || before.gap !== JOINED) return;
  const word = text.slice(before.start, before.end);
  const first = word.charAt(0);
  if (first.toLowerCase() === first || word.toUpperCase() === word || HONORIFIC.test(word)) return;
  // The first word of a sentence has a capital anyway.
  const earlier = wordBefore(text, before.start);
  return earlier && earlier.gap !== POINT && earlier.gap !== BREAK ? before : undefined;
}

/** "Rafael Behr", "Dan McDowell", "May 2022": the word is a given name or a month here, whatever else it may be. */
export function isPartOfAnother(found: Surname, group: Group, given: Given): boolean {
  const next = nextLetter(found);
  if (next === undefined) return false;
  if (group.bare && /\p{N}/u.test(next)) return true;
  return given.get(found.end) === found.start && next.toLowerCase() !== next;
}

/** "Saskia Damen", "Igor Sikorsky": behind a given name, the one word by which a firm may be known is a surname. */
export function isSurnameOf(found: Surname, given: Given): boolean {
  const { text } = found.block;
  const before = wordBefore(text, found.start);
  return before?.gap === JOINED && given.has(before.end) && !/\s/.test(text.slice(found.start, found.end));
}

/** "Premier Li Keqiang", "Kim Yo-jong": where the surname stands in front, a capitalised word behind it is the given name of another bearer. */
export function isNamedBehind(found: Surname, entity: EntityEntry | undefined): boolean {
  const surname = foldText(found.block.text.slice(found.start, found.end));
  if (!entity?.given.includes(surname)) return false;
  const next = nextLetter(found);
  return next !== undefined && next.toLowerCase() !== next;
}

function nextLetter(found: Surname): string | undefined {
  readGap(found.block.text, found.end);
  return lastGap.kind === JOINED ? found.block.text.charAt(lastGap.end) : undefined;
}
