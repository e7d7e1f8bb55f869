import { createContext } from 'preact';
import { foldText } from '../../core/fold.ts';

/**
 * Search in the sections of the options. What is searched is what stands there, as it is drawn: a section that comes later, or says something else,
 * is looked at again.
 */

/** Ids of the sections that hold what was typed; undefined while nothing is. */
export const Found = createContext<ReadonlySet<string> | undefined>(undefined);

export function wordsOf(typed: string): readonly string[] {
  return foldText(typed)
    .split(' ')
    .filter((word) => word !== '');
}

/** The sections whose text has all words, in parts of words too: German puts many into one. */
export function foundIn(main: Element, words: readonly string[]): ReadonlySet<string> {
  const sections = [...main.querySelectorAll('.options-section')];
  const has = (section: Element) => {
    const text = foldText(section.textContent);
    return words.every((word) => text.includes(word));
  };
  return new Set(sections.filter(has).map(({ id }) => id));
}

const MARK = 'found';
/** More marks help nobody. */
const MOST_MARKS = 500;

/** Marks the words that were found, where the browser can; with no words, takes the marks away. */
export function markFound(main: Element | null, words: readonly string[]): void {
  if (typeof Highlight === 'undefined' || typeof CSS === 'undefined' || CSS.highlights === undefined) return;
  if (main === null || words.length === 0) CSS.highlights.delete(MARK);
  else CSS.highlights.set(MARK, new Highlight(...rangesOf(main, words)));
}

/** Opens what is folded over a word that was found; what is `opened` is folded again when it is not looked for any more. */
export function unfold(main: Element, words: readonly string[], opened: Set<HTMLDetailsElement>): void {
  for (const details of main.querySelectorAll('details')) {
    const text = foldText(details.textContent);
    const head = foldText(details.querySelector('summary')?.textContent ?? '');
    const has = words.some((word) => text.includes(word) && !head.includes(word));
    if (has && !details.open) {
      details.open = true;
      opened.add(details);
    } else if (!has && opened.delete(details)) details.open = false;
  }
}

function rangesOf(main: Element, words: readonly string[]): readonly StaticRange[] {
  const ranges: StaticRange[] = [];
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null && ranges.length < MOST_MARKS; node = texts.nextNode()) {
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const folded = foldText(word);
      if (!words.some((one) => folded.includes(one))) continue;
      ranges.push(new StaticRange({ startContainer: node, startOffset: index, endContainer: node, endOffset: index + word.length }));
    }
  }
  return ranges;
}
