import { NEVER_READ, words } from './never-read.ts';
import {
  attribute,
  firstChild,
  getter,
  isElement,
  isText,
  localName,
  matches,
  method,
  nextSibling,
  parentAcrossShadow,
  styleOf,
} from './page-dom.ts';

/**
 * How an element takes part in the text of its page: by its name where that says it, else by what the browser says of its style.
 *
 * Nobody asks the style of what the browser skips (in a closed `<details>`, in `content-visibility`): Chromium would then load the images of these
 * styles, which a server can tell, and answer the page's next look at the layout with nought (docs/browser-bugs.md). What is in there goes by its names.
 */

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
/** What somebody writes in, and what shows only when it is looked for: one question of the browser for all. */
const EDITED = '[contenteditable]:not([contenteditable="false"]),[role="textbox"]';
// Joined when it is needed: as a constant the bundler would write it out wherever it is used.
export const OUT = [EDITED, '[hidden="until-found" i]'].join();
/** Without the second, the browser would style what it skips to answer. */
const SHOWN = { visibilityProperty: true, contentVisibilityAuto: true };
/** So many children are looked at to tell whether an element is skipped, or only some of it hidden. */
const CHILDREN = 8;

export function sortOf(name: string): Sort {
  return SORTS.get(name) ?? 'other';
}

/** `hidden` has no box at all; `veiled` has one, but does not show. */
export type Place = 'out' | 'hidden' | 'veiled' | 'block' | 'inline';

/** By its kind, or because somebody writes in it. */
export function isNeverRead(element: Element): boolean {
  return sortOf(localName(element)) === 'never' || matches(element, EDITED);
}

/** How an element takes part in the text. Costs one computed style at most where it is seen, no layout. */
export function placeOf(element: Element, name = localName(element)): Place {
  const sort = sortOf(name);
  if (sort === 'never' || matches(element, OUT)) return 'out';
  const sight = sightOf(element);
  if (typeof sight === 'object') return sight.place;
  if (sort === 'block' && element instanceof HTMLElement) return 'block';
  // What is slotted is shown where its slot is, not beside its neighbour in the tree.
  if (attribute(element, 'slot') !== null) return 'block';
  if (sight === 'skipped') return 'inline';
  // Each property that is read is a string made for us.
  const style = styleOf(element);
  const { display } = style;
  if (display === 'contents' || display.startsWith('inline') || display.startsWith('ruby')) return 'inline';
  // A drop cap floats and still belongs to the word after it.
  if (style.float !== 'none') return isShort(element) ? 'inline' : 'block';
  return 'block';
}

function isShort(element: Element): boolean {
  const only = firstChild(element);
  return only !== null && isText(only) && nextSibling(only) === null && only.data.trim().length <= 2;
}

/** Why something is not seen: the outermost element around it that is hidden or veiled, itself included. */
export interface Cover {
  readonly at: Element;
  readonly place: 'hidden' | 'veiled';
}
/** `skipped` is there for who scrolls to it or unfolds it, and counts as seen; its style is not to be asked. */
export type Sight = 'seen' | 'skipped' | Cover;

/** What holds text whose place was told by names alone, because the browser skips it until it comes near the window. */
export const guessed = new WeakSet<Element>();

const slotOf = getter<HTMLSlotElement | null>(Element.prototype, 'assignedSlot');
const childrenOf = getter<HTMLCollection>(Element.prototype, 'children');

const checkVisibility: (of: Element, how: CheckVisibilityOptions) => boolean = method(Element.prototype.checkVisibility);

function isShown(element: Element): boolean {
  return checkVisibility(element, SHOWN);
}

/** Whether an element is seen. One quick question where it is; no layout. */
export function sightOf(element: Element): Sight {
  if (isShown(element)) return 'seen';
  const unseen = [element];
  let around: Element | undefined;
  for (let at = parentAcrossShadow(element); at !== undefined && around === undefined; at = parentAcrossShadow(at)) {
    if (!isElement(at)) continue;
    if (isShown(at)) around = at;
    else unseen.unshift(at);
  }
  // From the outermost, which it mostly is: to style what stands in a thing without a box costs the browser the whole way down to it.
  for (const [i, at] of unseen.entries()) {
    const skipped = around && skippedIn(around, at);
    if (skipped === 'hidden') return { at, place: 'hidden' };
    const hidden = skipped && unseen.slice(i).find((one) => attribute(one, 'hidden') !== null);
    if (hidden) return { at: hidden, place: 'hidden' };
    if (skipped) return 'skipped';
    const { display, visibility } = styleOf(at);
    if (display === 'none') return { at, place: 'hidden' };
    if (visibility !== 'visible') return { at, place: 'veiled' };
    // Without a box of its own (`display: contents`).
    around = at;
  }
  return 'seen';
}

/** Whether the browser skips `at`, which does not show, because of what it stands in, which does: until the page says otherwise, or the reader comes to it. */
function skippedIn(around: Element, at: Element): 'hidden' | 'folded' | undefined {
  if (localName(around) === 'details' && around instanceof HTMLDetailsElement && attribute(around, 'open') === null) return 'folded';
  const slot = slotOf(at);
  if (slot !== null && sightOf(slot) !== 'seen') return 'folded';
  if (guessed.has(around)) return 'folded';
  const { contentVisibility } = styleOf(around);
  if (contentVisibility === 'hidden') return 'hidden';
  if (contentVisibility !== 'auto') return undefined;
  const children = childrenOf(around);
  for (let i = 0; i < Math.min(children.length, CHILDREN); i += 1) if (isShown(children[i] as Element)) return undefined;
  guessed.add(around);
  return 'folded';
}

export function coverOf(element: Element): Cover | undefined {
  const sight = sightOf(element);
  return typeof sight === 'object' ? sight : undefined;
}
