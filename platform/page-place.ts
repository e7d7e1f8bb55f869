import { NEVER_READ, words } from './never-read.ts';
import { attribute, firstChild, isElement, isText, localName, matches, nextSibling, parentAcrossShadow } from './page-dom.ts';

/** How an element takes part in the text of its page: by its name where that says it, else by what the browser says of its style. */

/** By its name alone: not read at all; ends a run however it is displayed; a line break; has no text in it; all else is told by its computed style. */
export type Sort = 'never' | 'block' | 'break' | 'leaf' | 'other';
const SORTS: ReadonlyMap<string, Sort> = new Map<string, Sort>([
  ...NEVER_READ.map((name) => [name, 'never'] as const),
  ...words(
    'article body button caption center dd details dialog div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol ' +
      'option p pre section summary table td th tr ul',
  ).map((name) => [name, 'block'] as const),
  ...words('img wbr source track area col link meta').map((name) => [name, 'leaf'] as const),
  ['br', 'break'],
]);
/** Whose children may stand in for its own properties. */
export const CLOBBERED: ReadonlySet<string> = new Set(['form', 'object', 'embed']);
/** What somebody writes in, and what shows only when it is looked for: one question of the browser for all. */
const EDITED = '[contenteditable]:not([contenteditable="false"]),[role="textbox"]';
// Joined when it is needed: as a constant the bundler would write it out wherever it is used.
export const OUT = [EDITED, '[hidden="until-found" i]'].join();
const SHOWN = { visibilityProperty: true };

export function sortOf(name: string): Sort {
  return SORTS.get(name) ?? 'other';
}

/** `hidden` has no box at all; `veiled` has one, but does not show. */
export type Place = 'out' | 'hidden' | 'veiled' | 'block' | 'inline';

/** By its kind, or because somebody writes in it. */
export function isNeverRead(element: Element): boolean {
  return sortOf(localName(element)) === 'never' || matches(element, EDITED);
}

/** How an element takes part in the text. Costs one computed style at most, no layout. */
export function placeOf(element: Element, name = localName(element)): Place {
  const sort = sortOf(name);
  if (sort === 'never' || matches(element, OUT)) return 'out';
  const style = getComputedStyle(element);
  // Each property that is read is a string made for us; whether an element shows, one quick question says.
  const isShown = Element.prototype.checkVisibility.call(element, SHOWN);
  const { display } = style;
  if (!isShown && display === 'none') return 'hidden';
  if (!isShown && style.visibility !== 'visible' && style.visibility !== '') return 'veiled';
  if (sort === 'block' && element instanceof HTMLElement) return 'block';
  // What is slotted is shown where its slot is, not beside its neighbour in the tree.
  if (attribute(element, 'slot') !== null) return 'block';
  if (display === '' || display === 'contents' || display.startsWith('inline') || display.startsWith('ruby')) return 'inline';
  // A drop cap floats and still belongs to the word after it.
  if (style.float !== 'none' && style.float !== '') return isShort(element) ? 'inline' : 'block';
  return 'block';
}

function isShort(element: Element): boolean {
  const only = firstChild(element);
  return only !== null && isText(only) && nextSibling(only) === null && only.data.trim().length <= 2;
}

/** The outermost element without a box, or invisible, that an element is or stands in; undefined if it is seen. */
export function coverOf(element: Element): Element | undefined {
  const unseen: Element[] = [];
  for (let at: Node | undefined = element; at !== undefined; at = parentAcrossShadow(at)) {
    if (!isElement(at)) continue;
    if (Element.prototype.checkVisibility.call(at, SHOWN)) break;
    unseen.push(at);
  }
  // From the outermost, which it mostly is: to style what stands in a thing without a box costs the browser the whole way down to it.
  return unseen.findLast((at) => {
    const { display, visibility } = getComputedStyle(at);
    return display === 'none' || visibility !== 'visible';
  });
}
