import type { Book, BookChange, PageBlock } from './page-book.ts';
import { isFresh } from './page-book.ts';
import {
  clock,
  contains,
  isConnected,
  isElement,
  isText,
  listen,
  listenAgain,
  parentAcrossShadow,
  quietly,
  rootElement,
  shadowRootOf,
} from './page-dom.ts';
import { watchFrames } from './page-frames.ts';
import { createPace } from './page-pace.ts';
import { coverOf, guessed, isNeverRead, placeOf } from './page-place.ts';
import { readOwner } from './page-text.ts';

export interface WatchEvents {
  /** An owner was read (again). */
  changed(change: BookChange): void;
  /** The text under these marks is not what it was; comes before the browser can paint it. */
  stale(block: PageBlock): void;
  /** The page has changed; at most once for each of its tasks. */
  stirred(): void;
  /** After each slice of work; `done` if nothing is left to be read. */
  slice(done: boolean): void;
  /** There are frames with text that no script of ours is in yet. */
  framed(): void;
}

export interface Watch {
  /** Open shadow roots that hold text of this page. */
  readonly roots: ReadonlySet<ShadowRoot>;
  /** Has one owner and what is around it read before the rest. */
  first(node: Node): void;
  stop(): void;
}

/** Longest piece of work in one go, in ms. */
const SLICE = 8;
/** So many owners are read between two looks at the clock: most take a few microseconds. */
const OWNERS_A_LOOK = 8;
const OBSERVED = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['hidden', 'open', 'contenteditable'],
};
/** Text that is there but invisible at first (a page fading in, an accordion) is looked for again at these ages, in ms. */
const LOOK_AGAIN = [300, 1_000, 3_000, 8_000];
/** How many custom elements and invisible elements are kept for a second look. */
const MOST_KEPT = 2_000;

/** Reads all of the document into the book, slice by slice, then again whatever changes. */
export function watchPage(book: Book, events: WatchEvents, signal: AbortSignal): Watch {
  const known = new WeakSet<Node>();
  const queue: (Element | ShadowRoot)[] = [];
  const roots = new Set<ShadowRoot>();
  const dirty = new Set<Node>();
  const fresh = new Set<Element>();
  const toggled = new Set<Element>();
  const kept: Kept = { hosts: new Set(), veiled: new Set(), hidden: new WeakSet() };
  let removed = false;

  const here = document;
  const observer = new MutationObserver(
    quietly('changes', (records: MutationRecord[]) => {
      for (const record of records) note(record);
      if (records.some(({ target }) => target === here)) listenAgain();
      pace.note(records.length);
      events.stirred();
    }),
  );
  const appeared = new ResizeObserver(
    quietly('shown', (entries: ResizeObserverEntry[]) => {
      for (const { target } of entries) {
        if (coverOf(target)?.place === 'hidden') continue;
        appeared.unobserve(target);
        kept.hidden.delete(target);
        dirty.add(parentAcrossShadow(target) ?? target);
      }
      if (dirty.size > 0) pace.note(1);
    }),
  );
  const frames = watchFrames(events.framed, signal);
  const pace = createPace(quietly('reading', () => run()));

  const note = (record: MutationRecord): void => {
    const { target } = record;
    dirty.add(record.type === 'childList' ? target : (parentAcrossShadow(target) ?? target));
    if (record.type === 'attributes') toggled.add(target as Element);
    if (isText(target)) for (const block of book.at(target)) if (!isFresh(block, target)) events.stale(block);
    for (const node of record.addedNodes) if (isElement(node)) fresh.add(node);
    removed ||= record.removedNodes.length > 0;
  };
  const adopt = (root: ShadowRoot): void => {
    if (!roots.has(root)) observer.observe(root, OBSERVED);
    roots.add(root);
    if (!known.has(root)) queue.push(root);
  };
  const awaitBox = (element: Element): void => {
    if (kept.hidden.has(element)) return;
    kept.hidden.add(element);
    appeared.observe(element);
  };
  const readOne = (owner: Element | ShadowRoot): void => {
    const { runs, below, roots: found, hosts, veiled, hidden, frames: framed, out } = readOwner(owner, book.has(owner));
    known.add(owner);
    for (let i = below.length - 1; i >= 0; i -= 1) {
      const element = below[i] as Element;
      const late = known.has(element) ? shadowRootOf(element) : null;
      if (late) adopt(late);
      if (!known.has(element)) queue.push(element);
    }
    if (out !== undefined) leaveOut(out);
    // Most owners are boxes in boxes: nothing of all this.
    if (found.length > 0) found.forEach(adopt);
    if (hosts.length > 0) keep(hosts, kept.hosts);
    if (veiled.length > 0) keep(veiled, kept.veiled);
    if (hidden.length > 0) hidden.forEach(awaitBox);
    if (framed.length > 0) framed.forEach(frames.look);
    const change = book.take(owner, runs);
    if (change.added.length + change.gone.length + change.moved.length > 0) events.changed(change);
  };
  /** Nothing in it is read until it shows: then its parent is, and all that is unknown below. */
  const leaveOut = (out: Element): void => {
    forget(out, known);
    while (queue.length > 0 && contains(out, queue.at(-1) as Node)) queue.pop();
  };
  /** Turns what was noted into owners to read. */
  const absorb = (): void => {
    if (removed) for (const root of roots) if (!isConnected(root)) roots.delete(root);
    if (removed) tellGone(book.sweep(), events);
    removed = false;
    for (const element of [...fresh, ...toggled]) if (isConnected(element)) forget(element, known);
    for (const node of dirty) {
      const owner = ownerOf(node, known, kept.hidden);
      if (owner !== undefined && !queue.includes(owner)) queue.push(owner);
    }
    // What was hidden by its attribute, or is written in now, is no longer below any owner: its blocks go unless they are read again.
    for (const element of toggled)
      if (isConnected(element) && (isNeverRead(element) || coverOf(element) !== undefined)) tellGone(book.dropIn(element), events);
    fresh.clear();
    toggled.clear();
    dirty.clear();
    for (const host of kept.hosts) {
      const root = isConnected(host) ? shadowRootOf(host) : null;
      if (root) adopt(root);
      if (root || !isConnected(host)) kept.hosts.delete(host);
    }
  };
  const hasNewRoot = (): boolean => [...kept.hosts].some((host) => shadowRootOf(host) !== null);
  const run = (): void => {
    if (signal.aborted) return;
    absorb();
    const until = clock() + SLICE;
    do {
      for (let i = 0; i < OWNERS_A_LOOK; i += 1) {
        const owner = queue.pop();
        if (owner !== undefined && isConnected(owner)) readOne(owner);
      }
    } while (queue.length > 0 && clock() < until);
    events.slice(queue.length === 0);
    if (queue.length > 0) pace.more();
  };
  const lookAgain = quietly('look', () => {
    for (const element of kept.veiled) {
      if (isConnected(element) && coverOf(element) !== undefined) continue;
      kept.veiled.delete(element);
      dirty.add(parentAcrossShadow(element) ?? element);
    }
    // Each run costs the page a frame; that somebody looks, for one who took our marks away, does not.
    if (dirty.size > 0 || hasNewRoot()) pace.note(1);
    else events.slice(queue.length === 0);
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookLater = (before: number, [age, ...later]: readonly number[]): void => {
    if (age === undefined) return;
    timer = setTimeout(() => {
      lookAgain();
      lookLater(age, later);
    }, age - before);
  };
  lookLater(0, LOOK_AGAIN);
  listen('load click transitionend scroll', throttled(lookAgain, 1_000), signal);
  // What was read by its names comes near the window, and has a style now.
  const rendered = ({ target, skipped }: ContentVisibilityAutoStateChangeEvent): void => {
    if (skipped || !guessed.delete(target as Element)) return;
    fresh.add(target as Element);
    dirty.add(target as Element);
    pace.note(1);
  };
  listen('contentvisibilityautostatechange', rendered, signal);
  const stop = (): void => {
    observer.disconnect();
    appeared.disconnect();
    pace.stop();
    clearTimeout(timer);
    queue.length = 0;
  };
  signal.addEventListener('abort', stop);

  observer.observe(here, OBSERVED);
  const top = rootElement(here);
  if (top !== null) queue.push(top);
  // The first slice comes when the caller has the watch in hand. To wait for the next frame spares no style.
  queueMicrotask(quietly('reading', run));
  return { roots, first: (node) => pushAround(node, queue), stop };
}

interface Kept {
  readonly hosts: Set<Element>;
  readonly veiled: Set<Element>;
  readonly hidden: WeakSet<Element>;
}

function keep(found: readonly Element[], kept: Set<Element>): void {
  for (const element of found) if (kept.size < MOST_KEPT) kept.add(element);
}

function tellGone(gone: readonly PageBlock[], events: WatchEvents): void {
  if (gone.length > 0) events.changed({ added: [], moved: [], gone });
}

/** The innermost owner around a node; undefined where nothing is read. */
function ownerOf(node: Node, known: WeakSet<Node>, hidden: WeakSet<Element>): Element | ShadowRoot | undefined {
  if (!isConnected(node)) return undefined;
  for (let at: Node | undefined = node; at !== undefined; at = parentAcrossShadow(at)) {
    if (known.has(at)) return at as Element | ShadowRoot;
    if (isElement(at) && (isNeverRead(at) || hidden.has(at))) return undefined;
  }
  return rootElement(document) ?? undefined;
}

/** Forgets that a subtree was read: it is new, or was away in the meantime. */
function forget(top: Node, known: WeakSet<Node>): void {
  const walker = Document.prototype.createTreeWalker.call(document, top, NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    known.delete(node);
    const root = isElement(node) ? shadowRootOf(node) : null;
    if (root) forget(root, known);
  }
}

/** Owners on the way from a node to the top, innermost read first. */
function pushAround(node: Node, queue: (Element | ShadowRoot)[]): void {
  const path: Element[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = parentAcrossShadow(at)) {
    const place = isElement(at) ? placeOf(at) : 'inline';
    if (place !== 'block' && place !== 'inline') return;
    if (place === 'block') path.push(at as Element);
  }
  // Without <html> and <body>: the queue ends in them anyway.
  queue.push(...path.slice(0, -2).toReversed());
}

/** At most one run every `wait` ms, the last one after that. */
function throttled(run: () => void, wait: number): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      run();
    }, wait);
  };
}
