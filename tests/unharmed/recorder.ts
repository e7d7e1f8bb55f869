/**
 * Stands in a page before its first script and writes down what happens to it; bundled, and put there by `visit.ts` in each frame.
 *
 * The page may break every built-in later on (a fixture does), so what runs while the page lives calls nothing of Array, Map or Set.
 */
import { boxesOf, domOf, pathOf, surfaceOf } from './snapshot.ts';

/** How often each thing happened. */
const counts: Record<string, number> = Object.create(null);
let held = false;
const count = (what: string): void => {
  if (!held) counts[what] = (counts[what] ?? 0) + 1;
};
/** For what depends on which frames the browser draws: that it happened. */
const once = (what: string): void => {
  if (!held) counts[what] = 1;
};

/** Delivered to the window; how often these come is a matter of frames, so that only whether they came is told. */
const MANY =
  'scroll scrollend pointermove mousemove pointerover pointerout mouseover mouseout resize wheel animationiteration selectionchange';
const EACH =
  'DOMContentLoaded load pageshow focus blur focusin focusout pointerdown pointerup mousedown mouseup click dblclick contextmenu keydown keyup keypress ' +
  'beforeinput input change select selectstart copy cut paste beforeprint afterprint message messageerror storage hashchange popstate ' +
  'visibilitychange toggle beforetoggle fullscreenchange error unhandledrejection securitypolicyviolation slotchange transitionrun animationstart muster';
/** Called by whoever stands in the page's own world: a content script that does not, counts nowhere here. */
const TRAPS: readonly (readonly [object, string])[] = [
  [EventTarget.prototype, 'addEventListener removeEventListener dispatchEvent'],
  [Node.prototype, 'appendChild insertBefore removeChild getRootNode contains'],
  [Element.prototype, 'attachShadow getBoundingClientRect setAttribute append remove'],
  [Document.prototype, 'createElement createRange createTreeWalker querySelectorAll elementFromPoint'],
  [Range.prototype, 'setStart getClientRects'],
  [MutationObserver.prototype, 'observe'],
  [ResizeObserver.prototype, 'observe'],
  [IntersectionObserver.prototype, 'observe'],
  [Storage.prototype, 'getItem setItem'],
  [window, 'getComputedStyle postMessage matchMedia requestAnimationFrame'],
];

/** The same chance and the same time in each visit, as far as a page asks for them. */
function steady(): void {
  let state = 42;
  Math.random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  let now = Date.UTC(2026, 10, 29);
  const Real = Date;
  const next = (): number => {
    now += 1;
    return now;
  };
  globalThis.Date = new Proxy(Real, {
    construct: (target, all, self) => Reflect.construct(target, all.length === 0 ? [next()] : all, self),
    apply: () => new Real(next()).toString(),
    get: (target, name) => (name === 'now' ? next : Reflect.get(target, name)),
  });
}

function isOurs(target: unknown): boolean {
  return target instanceof Element && target.localName === 'muster-card';
}

function listenToAll(): void {
  const many: Record<string, true> = Object.create(null);
  const add = EventTarget.prototype.addEventListener;
  const path = Event.prototype.composedPath;
  for (const type of MANY.split(' ')) {
    add.call(
      window,
      type,
      (event) => {
        if (isOurs(path.call(event)[0]) || many[type]) return;
        many[type] = true;
        count(`delivered ${type}`);
      },
      true,
    );
  }
  for (const type of EACH.split(' ')) {
    add.call(
      window,
      type,
      (event) => {
        if (!isOurs(path.call(event)[0])) count(`delivered ${type}${event.isTrusted ? '' : ', made by a script'}`);
      },
      true,
    );
  }
}

function setTraps(): void {
  for (const [owner, names] of TRAPS) {
    for (const name of names.split(' ')) {
      const was = (owner as Record<string, (...all: unknown[]) => unknown>)[name];
      if (was === undefined) continue;
      (owner as Record<string, unknown>)[name] = function (this: unknown, ...all: unknown[]) {
        count(name === 'addEventListener' ? `listens for ${String(all[0])} on ${kindOf(this)}` : `calls ${name}`);
        return Reflect.apply(was, this, all);
      };
    }
  }
}

function kindOf(target: unknown): string {
  if (target === window || target === undefined) return 'window';
  return target instanceof Element ? 'an element' : Object.prototype.toString.call(target);
}

/** By name, not by place: what stands before it may still be on its way when we hear of a change. */
function nameOf(node: Node): string {
  return node instanceof Element ? `${node.localName}#${node.getAttribute('id') ?? ''}` : node.nodeName;
}

function observeAll(): void {
  const changes = new MutationObserver((records) => {
    // While the page is being parsed its nodes have no place yet, and nothing is read.
    if (document.readyState === 'loading') return;
    for (const { type, target, addedNodes, removedNodes, attributeName } of records) {
      if (isOurs(target) || isOurs(addedNodes[0]) || isOurs(removedNodes[0])) continue;
      count(`changed: ${type} ${attributeName ?? ''} ${nameOf(target)}`);
    }
  });
  changes.observe(document, { childList: true, characterData: true, attributes: true, subtree: true });
  // In how many parts a page is parsed is a matter of time: what the last of them changed may not have been told yet.
  EventTarget.prototype.addEventListener.call(document, 'readystatechange', () => changes.takeRecords(), { once: true });
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) once(`resized: ${pathOf(target)}`);
  });
  const sights = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) once(`came in sight: ${pathOf(target)}`);
  });
  const each = Document.prototype.querySelectorAll;
  EventTarget.prototype.addEventListener.call(document, 'DOMContentLoaded', () => {
    const all = each.call(document, '*');
    for (let i = 0; i < all.length && i < 500; i += 1) {
      sizes.observe(all[i] as Element);
      sights.observe(all[i] as Element);
    }
  });
}

// Observers first: what the traps count is the page's own.
observeAll();
listenToAll();
setTraps();
steady();

/** While the test itself looks at the page, nothing is counted. */
export function hold(now: boolean): void {
  held = now;
  (window as { rest?: (now: boolean) => void }).rest?.(now);
}

/** All that is to be compared. */
export async function report(): Promise<Readonly<Record<'dom' | 'events' | 'layout' | 'surface', Readonly<Record<string, string>>>>> {
  // A fixture tells what it saw itself, and mends what it had broken.
  hold(true);
  const { told } = window as { told?: () => unknown };
  const own: Record<string, string> = told === undefined ? {} : { told: JSON.stringify(told()) };
  const events = Object.fromEntries(Object.entries(counts).map(([what, times]) => [what, String(times)]));
  return { dom: domOf(document), events: { ...events, ...own }, layout: boxesOf(document), surface: await surfaceOf() };
}

export const boxes = (): Readonly<Record<string, string>> => boxesOf(document);

/** The middle of the first text in the window that is in no link and no button. */
export function plainText(): { readonly x: number; readonly y: number } {
  for (const p of document.querySelectorAll('p, h1, td, li')) {
    const box = p.getBoundingClientRect();
    const [x, y] = [box.left + 4, box.top + 6];
    const hit = document.elementFromPoint(x, y);
    if (
      hit !== null &&
      p.contains(hit) &&
      hit.closest('a, button, label, input, select, summary, iframe, [onclick], [role=button]') === null
    )
      return { x, y };
  }
  return { x: 2, y: 2 };
}

/** Down through at most six windows, and back to the top. */
export async function scrollThrough(): Promise<void> {
  for (let i = 1; i <= 6; i += 1) {
    scrollTo({ top: i * innerHeight, behavior: 'instant' });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  scrollTo({ top: 0, behavior: 'instant' });
  await new Promise((resolve) => setTimeout(resolve, 120));
}
