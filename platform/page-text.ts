import { attribute, firstChild, isElement, isText, localName, matches, nextSibling, parentNode, shadowRootOf } from './page-dom.ts';

/**
 * The text of a page as blocks.
 *
 * Every block-level element *owns* the text that stands in it and in no block-level element below it. An owner is read on its
 * own, in one go; the block-level elements in it come back as `below` and are read in their turn. So a big page is read in small
 * steps, a change costs as much as the owner in which it happened, and nothing is lost if the page changes between two steps.
 *
 *   <div>One <b>n</b>ame <p>Two</p> three</div>     owner div: runs "One name " and " three", below: p
 *   <p>Two</p>                                      owner p: run "Two"
 */

/** A stretch of one text node in the text of a run. Lengths and offsets in UTF-16 units. */
export interface Piece {
  readonly node: Text;
  /** The element (or shadow root) that the node stood in. */
  readonly parent: Node | null;
  /** Where it starts in the node. */
  readonly from: number;
  /** Where it starts in the run. */
  readonly at: number;
  readonly length: number;
  /** False if something that is not read stands between this piece and the one before. */
  readonly joined: boolean;
}

export interface Run {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** What reading one owner gave. */
export interface Reading {
  readonly runs: readonly Run[];
  /** Block-level elements directly below, in order of the document. */
  readonly below: readonly Element[];
  /** Open shadow roots of the owner and of the inline elements in it. */
  readonly roots: readonly ShadowRoot[];
  /** Elements that were left out because they are hidden or veiled now. */
  readonly hidden: readonly Element[];
  readonly veiled: readonly Element[];
  /** Custom elements without an open shadow root: they may get one later. */
  readonly hosts: readonly Element[];
}

/** Blocks are cut at white space after this many characters. */
export const LONGEST_BLOCK = 20_000;

const words = (all: string): ReadonlySet<string> => new Set(all.split(' '));

const NEVER = words(
  'script style noscript textarea input select code kbd samp svg math iframe object canvas video audio head rt rp muster-card',
);
/** What ends a run however it is displayed. All else is told by its computed `display`. */
const BLOCK = words(
  'article body button caption center dd details dialog div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol ' +
    'option p pre section summary table td th tr ul',
);
/** What somebody writes in, and what shows only when it is looked for: one question of the browser for all. */
const EDITED = '[contenteditable]:not([contenteditable="false"]),[role="textbox"]';
const OUT = `${EDITED},[hidden="until-found" i]`;
const SHOWN = { visibilityProperty: true };

/** `hidden` has no box at all; `veiled` has one, but does not show. */
export type Place = 'out' | 'hidden' | 'veiled' | 'block' | 'inline';

/** By its kind, or because somebody writes in it. */
export function isNeverRead(element: Element): boolean {
  return NEVER.has(localName(element)) || matches(element, EDITED);
}

/** How an element takes part in the text. Costs one computed style at most, no layout. */
export function placeOf(element: Element, name = localName(element)): Place {
  if (NEVER.has(name) || matches(element, OUT)) return 'out';
  const isBlock = BLOCK.has(name) && element instanceof HTMLElement;
  // One question of the browser in place of an object and two strings. What has no box of its own (`display: contents`) is asked in full.
  if (isBlock && Element.prototype.checkVisibility.call(element, SHOWN)) return 'block';
  const style = getComputedStyle(element);
  const display = style.display;
  if (display === 'none') return 'hidden';
  if (style.visibility !== 'visible' && style.visibility !== '') return 'veiled';
  if (isBlock) return 'block';
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

/** Reads one owner: a block-level element or a shadow root. The owner itself is taken to be visible. */
export function readOwner(owner: Element | ShadowRoot): Reading {
  const reader = new OwnerReader();
  if (isElement(owner)) reader.meet(owner);
  reader.children(owner);
  reader.end();
  return reader;
}

/** Holds the run that is being put together: a class because only `end` may close it. */
class OwnerReader implements Reading {
  readonly runs: Run[] = [];
  readonly below: Element[] = [];
  readonly roots: ShadowRoot[] = [];
  readonly hidden: Element[] = [];
  readonly veiled: Element[] = [];
  readonly hosts: Element[] = [];
  #parts: string[] = [];
  #pieces: Piece[] = [];
  #length = 0;
  #joined = true;
  #broken = false;

  /** Without recursion: pages nest inline elements thousands deep. */
  children(owner: Node): void {
    let node = firstChild(owner);
    let depth = owner as Node;
    for (;;) {
      while (node === null) {
        if (depth === owner) return;
        node = nextSibling(depth as ChildNode);
        depth = (parentNode(depth) as Node | null) ?? owner;
      }
      if (isElement(node)) {
        if (this.#opens(node)) {
          depth = node;
          node = firstChild(node);
          continue;
        }
      } else if (isText(node)) this.#take(node);
      node = nextSibling(node);
    }
  }

  /** True if the element is inline, so that its children belong to the run. */
  #opens(element: Element): boolean {
    const name = localName(element);
    if (name === 'br') return this.#lineBreak();
    const place = placeOf(element, name);
    if (place === 'inline') {
      this.meet(element, name);
      return true;
    }
    if (place === 'hidden') this.hidden.push(element);
    if (place === 'veiled') this.veiled.push(element);
    if (place === 'block') {
      this.end();
      this.below.push(element);
    }
    this.#joined = false;
    return false;
  }

  meet(element: Element, name = localName(element)): void {
    const root = shadowRootOf(element);
    if (root) this.roots.push(root);
    else if (name.includes('-')) this.hosts.push(element);
  }

  #lineBreak(): false {
    if (this.#broken) {
      this.end();
      return false;
    }
    this.#parts.push('\n');
    this.#length += 1;
    this.#broken = true;
    return false;
  }

  #take(node: Text): void {
    const data = node.data;
    // The white space between two blocks belongs to no text.
    if (this.#parts.length === 0 && !/\S/.test(data)) return;
    if (data.length + this.#length > LONGEST_BLOCK || data.includes('\n')) this.#takeCut(node, data);
    else this.#add(node, 0, data.length, data);
  }

  #takeCut(node: Text, data: string): void {
    const gaps =
      /\n[^\S\n]*\n/.test(data) && keepsLines(node) ? [...data.matchAll(/\n(?:[^\S\n]*\n)+/g)].map((hit) => hit.index + hit[0].length) : [];
    let from = 0;
    for (const to of [...gaps, data.length]) {
      while (to - from + this.#length > LONGEST_BLOCK) {
        const room = LONGEST_BLOCK - this.#length;
        if (room > 1_000) {
          const cut = cutBefore(data, from, Math.min(from + room, to));
          this.#add(node, from, cut, data);
          from = cut;
        }
        this.end();
      }
      this.#add(node, from, to, data);
      if (to < data.length) this.end();
      from = to;
    }
  }

  #add(node: Text, from: number, to: number, data: string): void {
    if (to <= from) return;
    const text = from === 0 && to === data.length ? data : data.slice(from, to);
    this.#pieces.push({ node, parent: parentNode(node), from, at: this.#length, length: to - from, joined: this.#joined });
    this.#parts.push(text);
    this.#length += text.length;
    this.#joined = true;
    if (this.#broken && /\S/.test(text)) this.#broken = false;
  }

  end(): void {
    this.#joined = true;
    this.#broken = false;
    if (this.#parts.length === 0) return;
    const text = this.#parts.join('');
    if (/[\p{L}\p{N}]/u.test(text)) this.runs.push({ text, pieces: this.#pieces });
    this.#parts = [];
    this.#pieces = [];
    this.#length = 0;
  }
}

/** Whether line breaks in the source of this text are seen by the reader. */
function keepsLines(node: Text): boolean {
  const parent = parentNode(node);
  return parent instanceof Element && getComputedStyle(parent).whiteSpace.startsWith('pre');
}

/** The last white space in `data[from, to)`, at most 1,000 units back; else `to`, but never between two halves of a pair. */
function cutBefore(data: string, from: number, to: number): number {
  for (let at = to; at > Math.max(from, to - 1_000); at--) if (/\s/.test(data[at - 1] ?? '')) return at;
  const high = data.charCodeAt(to - 1);
  return to - 1 > from && high >= 0xd800 && high < 0xdc00 ? to - 1 : to;
}
