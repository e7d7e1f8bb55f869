import { closest, dataOf, firstChild, isElement, isText, localName, nextSibling, parentNode, shadowRootOf, styleOf } from './page-dom.ts';
import { coverOf, OUT, type Place, placeOf, sightOf, sortOf } from './page-place.ts';

/**
 * The text of a page as blocks.
 *
 * Every block-level element *owns* the text that stands in it and in no block-level element below it. An owner is read on its
 * own, in one go; the block-level elements in it come back as `below` and are read in their turn. So a big page is read in small
 * steps, a change costs as much as the owner in which it happened, and nothing is lost if the page changes between two steps.
 *
 *   <div>One <b>n</b>ame <p>Two</p> three</div>     owner div: runs "One name " and " three", below: p
 *   <p>Two</p>                                      owner p: run "Two"
 *
 * Whether something is seen, and how, is asked of the browser only where text stands: most elements have none of their own, and each
 * question costs the page time.
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
  /** Elements that were left out because they are hidden (without a box, or with one that is skipped) or veiled now: in the owner, or around it. */
  readonly hidden: readonly Element[];
  readonly veiled: readonly Element[];
  /** What the owner stands in and is not read because of: nothing in it is. */
  readonly out?: Element;
  /** Custom elements without an open shadow root: they may get one later. */
  readonly hosts: readonly Element[];
  /** Frames, which have documents of their own. */
  readonly frames: readonly Element[];
}

/** Blocks are cut at white space after this many characters. */
export const LONGEST_BLOCK = 20_000;

/** Reads one owner: a block-level element or a shadow root. `isSeen`: it is known to be visible. */
export function readOwner(owner: Element | ShadowRoot, isSeen = false): Reading {
  const reader = new OwnerReader(owner, isSeen);
  reader.read();
  return reader;
}

/** Shared by all readings that have nothing to put in. */
const NONE: never[] = [];

/** Holds the run that is being put together: a class because only `#end` may close it. */
class OwnerReader implements Reading {
  runs: Run[] = NONE;
  below: Element[] = NONE;
  roots: ShadowRoot[] = NONE;
  hidden: Element[] = NONE;
  veiled: Element[] = NONE;
  hosts: Element[] = NONE;
  frames: Element[] = NONE;
  out?: Element;
  #owner: Element | ShadowRoot;
  #isSeen: boolean;
  /** The inline elements around the node that is met; of the first `#settled` it is certain that they are inline. */
  #around: Element[] = [];
  #settled = 0;
  #text = '';
  #pieces: Piece[] = NONE;
  #joined = true;
  #broken = false;

  constructor(owner: Element | ShadowRoot, isSeen: boolean) {
    this.#owner = owner;
    this.#isSeen = isSeen;
  }

  read(): void {
    const owner = this.#owner;
    if (isElement(owner)) this.#meet(owner, localName(owner));
    this.#children(firstChild(owner));
    this.#end();
  }

  /** Without recursion: pages nest inline elements thousands deep. */
  #children(first: ChildNode | null): void {
    const around = this.#around;
    let node = first;
    for (;;) {
      while (node === null) {
        const left = around.pop();
        if (left === undefined) return;
        // An empty one between two texts may still stand on a line of its own.
        if (this.#settled <= around.length && this.#text !== '' && placeOf(left) === 'block') this.#end();
        this.#settled = Math.min(this.#settled, around.length);
        node = nextSibling(left);
      }
      if (isElement(node)) {
        const name = localName(node);
        // Boxes in boxes are most of a page.
        if (around.length === 0 && sortOf(name) === 'block') {
          this.#box(node);
          node = nextSibling(node);
          continue;
        }
        const left = this.#pass(node, name);
        node = left === undefined ? firstChild(node) : nextSibling(left);
      } else {
        const left = isText(node) ? this.#take(node) : undefined;
        if (this.out !== undefined) return;
        node = nextSibling(left ?? node);
      }
    }
  }

  /** Meets an element: undefined if its children come next, else what to go on behind, itself or what it stands in. */
  #pass(element: Element, name: string): Element | undefined {
    const sort = sortOf(name);
    if (sort === 'leaf') return element;
    if (sort === 'never') {
      if (name === 'iframe') this.frames = [...this.frames, element];
      this.#joined = false;
      return element;
    }
    if (sort === 'other') {
      this.#meet(element, name);
      this.#around.push(element);
      return undefined;
    }
    const left = this.#settle();
    if (left !== undefined) return left;
    if (sort === 'break') this.#lineBreak();
    else this.#leave(element, 'block');
    return element;
  }

  #meet(element: Element, name: string): void {
    const root = shadowRootOf(element);
    if (root) {
      if (closest(element, OUT) === null) this.roots = [...this.roots, root];
    } else if (name.includes('-')) this.hosts = [...this.hosts, element];
  }

  /** Makes certain of what is around: answers the outermost that is not inline after all, and is left. */
  #settle(): Element | undefined {
    const around = this.#around;
    for (; this.#settled < around.length; this.#settled += 1) {
      const element = around[this.#settled] as Element;
      const place = placeOf(element);
      if (place === 'inline') continue;
      around.length = this.#settled;
      this.#leave(element, place);
      return element;
    }
    return undefined;
  }

  #leave(element: Element, place: Exclude<Place, 'inline'>): void {
    if (place === 'hidden') this.hidden = [...this.hidden, element];
    if (place === 'veiled') this.veiled = [...this.veiled, element];
    if (place === 'block') this.#box(element);
    this.#joined = false;
  }

  #box(element: Element): void {
    if (this.#text !== '') this.#end();
    if (this.below === NONE) this.below = [];
    this.below.push(element);
  }

  /** Looks once whether the owner is seen: not before there is a text to be seen. */
  #isOut(): boolean {
    if (this.#isSeen) return false;
    this.#isSeen = true;
    const element = isElement(this.#owner) ? this.#owner : this.#owner.host;
    const cover = coverOf(element);
    const out = cover?.at ?? closest(element, OUT) ?? undefined;
    if (out === undefined) return false;
    this.out = out;
    if (cover !== undefined) this[cover.place] = [cover.at];
    [this.runs, this.below, this.#text] = [NONE, NONE, ''];
    return true;
  }

  #lineBreak(): void {
    if (this.#broken) {
      this.#end();
      return;
    }
    this.#text += '\n';
    this.#broken = true;
  }

  /** Answers what is left before its end, because it is not inline after all. */
  #take(node: Text): Element | undefined {
    const data = dataOf(node);
    // The white space between two blocks belongs to no text.
    if (this.#text === '' && !/\S/.test(data)) return undefined;
    if (this.#isOut()) return undefined;
    const left = this.#settle();
    if (left !== undefined) return left;
    if (data.length + this.#text.length > LONGEST_BLOCK || data.includes('\n')) this.#takeCut(node, data);
    else this.#add(node, 0, data.length, data);
    return undefined;
  }

  #takeCut(node: Text, data: string): void {
    const gaps =
      /\n[^\S\n]*\n/.test(data) && keepsLines(node) ? [...data.matchAll(/\n(?:[^\S\n]*\n)+/g)].map((hit) => hit.index + hit[0].length) : [];
    let from = 0;
    for (const to of [...gaps, data.length]) {
      while (to - from + this.#text.length > LONGEST_BLOCK) {
        const room = LONGEST_BLOCK - this.#text.length;
        if (room > 1_000) {
          const cut = cutBefore(data, from, Math.min(from + room, to));
          this.#add(node, from, cut, data);
          from = cut;
        }
        this.#end();
      }
      this.#add(node, from, to, data);
      if (to < data.length) this.#end();
      from = to;
    }
  }

  #add(node: Text, from: number, to: number, data: string): void {
    if (to <= from) return;
    const text = from === 0 && to === data.length ? data : data.slice(from, to);
    if (this.#pieces === NONE) this.#pieces = [];
    const parent = this.#around.at(-1) ?? this.#owner;
    this.#pieces.push({ node, parent, from, at: this.#text.length, length: to - from, joined: this.#joined });
    this.#text += text;
    this.#joined = true;
    if (this.#broken && /\S/.test(text)) this.#broken = false;
  }

  #end(): void {
    this.#joined = true;
    this.#broken = false;
    if (this.#text === '') return;
    if (/[\p{L}\p{N}]/u.test(this.#text)) {
      if (this.runs === NONE) this.runs = [];
      this.runs.push({ text: this.#text, pieces: this.#pieces });
    }
    this.#text = '';
    this.#pieces = NONE;
  }
}

/** Whether line breaks in the source of this text are seen by the reader. */
function keepsLines(node: Text): boolean {
  const parent = parentNode(node);
  if (parent === null || !isElement(parent)) return false;
  return sightOf(parent) === 'skipped' ? closest(parent, 'pre') !== null : styleOf(parent).whiteSpace.startsWith('pre');
}

/** The last white space in `data[from, to)`, at most 1,000 units back; else `to`, but never between two halves of a pair. */
function cutBefore(data: string, from: number, to: number): number {
  for (let at = to; at > Math.max(from, to - 1_000); at--) if (/\s/.test(data[at - 1] ?? '')) return at;
  const high = data.charCodeAt(to - 1);
  return to - 1 > from && high >= 0xd800 && high < 0xdc00 ? to - 1 : to;
}
