import type { PageBlock } from './page-book.ts';
import { clock, isElement, listen, quietly } from './page-dom.ts';

/**
 * Chooses which marked blocks are shown to the highlight registry: all while they are few, else those around the window.
 *
 * Owners are told apart by an IntersectionObserver (one window height of margin, no layout forced). Within one long owner (a plain text
 * document is a single <pre>) and where a window is packed with names, blocks are ordered by their distance from the middle.
 *
 * While the page keeps changing (a ticker, a chat) fewer are shown: in each frame with a change Chromium looks at all ranges anew.
 */
export interface Near<T> {
  add(item: T): void;
  remove(item: T): void;
  isShown(item: T): boolean;
  /** The page has changed. */
  stir(): void;
  clear(): void;
}

/** Something with a place and a number of marks. */
interface Item {
  readonly block: PageBlock;
  readonly marks: readonly unknown[];
}

export interface NearRules<T> {
  /** Most marks that are shown at once. */
  readonly most: number;
  /** While the page keeps changing: so many, and what else is in the window. */
  readonly mostInStorm: number;
  show(item: T): void;
  hide(item: T): void;
}

/** So many changes within a second, and it is a storm until so many ms after the last second of that kind. */
const STORM = 30;
const CALM_AFTER = 2_000;

export function createNear<T extends Item>(rules: NearRules<T>, signal: AbortSignal): Near<T> {
  const items = new Map<Element, Set<T>>();
  const close = new Set<Element>();
  const shown = new Set<T>();
  let total = 0;
  let planned = false;
  let [changes, since, stormUntil] = [0, 0, 0];
  const most = (): number => (clock() < stormUntil ? rules.mostInStorm : rules.most);

  const observer = new IntersectionObserver(
    quietly('near', (entries: IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) close.add(target);
        else close.delete(target);
      }
      choose();
    }),
    { rootMargin: '100% 25%' },
  );

  const choose = (): void => {
    planned = false;
    if (signal.aborted) return;
    const wanted =
      total <= most()
        ? undefined
        : nearest(
            [...close].flatMap((owner) => [...(items.get(owner) ?? [])]),
            most(),
            rules.most,
          );
    for (const item of shown) {
      if (wanted === undefined || wanted.has(item)) continue;
      shown.delete(item);
      rules.hide(item);
    }
    for (const item of wanted ?? [...items.values()].flatMap((all) => [...all])) {
      if (shown.has(item)) continue;
      shown.add(item);
      rules.show(item);
    }
  };
  /** After the frame, when layout is clean: asking for rectangles is cheap then. */
  const plan = (): void => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => setTimeout(quietly('near', choose), 60));
  };
  const scrolled = (): void => {
    if (total > most()) plan();
  };
  /** All that are few enough for a calm page are shown again when it is one. */
  const awaitCalm = (): void => {
    const wait = stormUntil - clock();
    if (wait > 0) setTimeout(quietly('calm', awaitCalm), wait);
    else plan();
  };
  listen('scroll resize', scrolled, signal);
  signal.addEventListener('abort', () => observer.disconnect());

  return {
    add: (item) => {
      const owner = ownerElement(item.block);
      const all = items.get(owner);
      if (all === undefined) {
        items.set(owner, new Set([item]));
        observer.observe(owner);
      } else all.add(item);
      total += item.marks.length;
      if (total <= most()) {
        shown.add(item);
        rules.show(item);
      } else plan();
    },
    remove: (item) => {
      const owner = ownerElement(item.block);
      const all = items.get(owner);
      if (all === undefined || !all.delete(item)) return;
      total -= item.marks.length;
      shown.delete(item);
      if (all.size > 0) return;
      items.delete(owner);
      close.delete(owner);
      observer.unobserve(owner);
    },
    isShown: (item) => shown.has(item),
    stir: () => {
      const now = clock();
      if (now - since > 1_000) [changes, since] = [0, now];
      changes += 1;
      if (changes < STORM) return;
      const isNew = now >= stormUntil;
      stormUntil = now + CALM_AFTER;
      if (!isNew) return;
      plan();
      awaitCalm();
    },
    clear: () => {
      observer.disconnect();
      items.clear();
      close.clear();
      shown.clear();
      total = 0;
    },
  };
}

/** The items nearest to the middle of the window: until there are enough marks and none is left in the window, and never more than `most`. */
function nearest<T extends Item>(items: readonly T[], enough: number, most: number): ReadonlySet<T> {
  const sum = items.reduce((before, item) => before + item.marks.length, 0);
  if (sum <= enough) return new Set(items);
  const middle = innerHeight / 2;
  const probe = document.createRange();
  const sorted = items
    .map((item) => ({ item, distance: distanceOf(item.block, middle, probe) }))
    .sort((one, other) => one.distance - other.distance);
  const chosen = new Set<T>();
  let weight = 0;
  for (const { item, distance } of sorted) {
    // What has no box, in a closed menu, stands at the window's very edge: not in it.
    weight += item.marks.length;
    const isEnough = weight > most || (weight > enough && distance >= middle);
    if (isEnough && chosen.size > 0) break;
    chosen.add(item);
  }
  return chosen;
}

function distanceOf(block: PageBlock, middle: number, probe: Range): number {
  const first = block.pieces[0];
  const last = block.pieces.at(-1);
  if (first === undefined || last === undefined || last.from + last.length > last.node.length) return Number.POSITIVE_INFINITY;
  probe.setStart(first.node, Math.min(first.from, first.node.length));
  probe.setEnd(last.node, last.from + last.length);
  const { top, bottom } = probe.getBoundingClientRect();
  probe.setStart(document, 0);
  probe.collapse(true);
  return top > middle ? top - middle : bottom < middle ? middle - bottom : 0;
}

function ownerElement(block: PageBlock): Element {
  return isElement(block.owner) ? block.owner : block.owner.host;
}
