/**
 * Reading the tree of a page that we do not trust.
 *
 * A form (and the document itself) lets its named children stand in for its own properties: `<form><input name="firstChild">`.
 * So every property that is read from a node of the page goes through the getter of the prototype, which no page can reach
 * from our isolated world.
 *
 * All is taken once, and constants are written out. In Firefox whatever a content script looks up, a global, a prototype, `Node.TEXT_NODE`, a property
 * that is not there, is looked for through the wall between its world and the page's, and costs 3 to 12 µs; a call of what is in hand costs 0.2.
 */
const { call } = Function.prototype;

/** A property of a prototype as a function of whose it is. */
export function getter<T>(prototype: object, name: string): (of: Node) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  // Every browser we support has all of these as accessors; a plain read is right for all but clobbered nodes.
  return get === undefined ? (of) => (of as unknown as Record<string, T>)[name] as T : method(get);
}

/** A method of a prototype as a function whose first argument is what it is called on. */
export function method<A extends readonly unknown[], R>(run: (...all: A) => R): (of: Node, ...all: A) => R {
  return call.bind(run) as never;
}

export const firstChild = getter<ChildNode | null>(Node.prototype, 'firstChild');
export const nextSibling = getter<ChildNode | null>(Node.prototype, 'nextSibling');
export const parentNode = getter<ParentNode | null>(Node.prototype, 'parentNode');
export const isConnected = getter<boolean>(Node.prototype, 'isConnected');
export const nodeType = getter<number>(Node.prototype, 'nodeType');
export const dataOf = getter<string>(CharacterData.prototype, 'data');
export const localName = getter<string>(Element.prototype, 'localName');
/** Undefined or null for closed roots: what a page closed stays closed. */
export const shadowRootOf = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const rootElement = getter<Element | null>(Document.prototype, 'documentElement');
const readyState = getter<DocumentReadyState>(Document.prototype, 'readyState');
export const titleOf = getter<string>(Document.prototype, 'title');

export const attribute: (of: Element, name: string) => string | null = method(Element.prototype.getAttribute);
export const matches: (of: Element, selector: string) => boolean = method(Element.prototype.matches);
export const closest: (of: Element, selector: string) => Element | null = method(Element.prototype.closest);
export const rectOf: (of: Element) => DOMRect = method(Element.prototype.getBoundingClientRect);
/** Within one tree. */
export const contains: (of: Node, inner: Node) => boolean = method(Node.prototype.contains);
export const rootOf: (of: Node) => Node = method(Node.prototype.getRootNode);
export const styleOf: (of: Element) => CSSStyleDeclaration = getComputedStyle.bind(window);
/** Milliseconds, as `performance.now`. */
export const clock: () => number = performance.now.bind(performance);

const comparePosition: (of: Node, other: Node) => number = method(Node.prototype.compareDocumentPosition);
/** As `Node` numbers kinds of nodes, and what it says of two positions. */
const [ELEMENT, TEXT, CDATA_SECTION, PRECEDING, FOLLOWING] = [1, 3, 4, 2, 4];

/** Below 0 if one stands before the other in their tree, 0 if they are the same. */
export function inOrder(one: Node, other: Node): number {
  const says = comparePosition(one, other);
  return (says & PRECEDING) - (says & FOLLOWING);
}

export function isElement(node: Node): node is Element {
  return nodeType(node) === ELEMENT;
}

export function isText(node: Node): node is Text {
  const type = nodeType(node);
  return type === TEXT || type === CDATA_SECTION;
}

/** The parent as the reader sees the tree: from a shadow root on to its host. */
export function parentAcrossShadow(node: Node): Node | undefined {
  const parent = parentNode(node);
  if (parent !== null) return parent;
  return node instanceof ShadowRoot ? node.host : undefined;
}

/** Whether `inner` is `outer` or lies in it, shadow roots counted as children of their hosts. */
export function containsAcrossShadow(outer: Node, inner: Node): boolean {
  for (let at: Node | undefined = inner; at !== undefined; at = parentAcrossShadow(at)) if (at === outer) return true;
  return false;
}

/** Runs a callback of ours; what goes wrong in it is told once to the debug console and never reaches the page. */
export function quietly<A extends readonly unknown[]>(what: string, run: (...all: A) => void): (...all: A) => void {
  let told = false;
  return (...all) => {
    try {
      run(...all);
    } catch (error) {
      if (!told) console.debug(`Muster: ${what}`, error);
      told = true;
    }
  };
}

/** All that listens now, of all our scripts in this frame's world. */
const world = globalThis as { musterListening?: Set<() => void> };
world.musterListening ??= new Set();
const listening = world.musterListening;

/** Listens on the window, if nowhere else, where no page can put a thing of its own in the way, without ever holding up an event of the page. */
export function listen<E extends Event>(types: string, run: (event: E) => void, signal: AbortSignal, on: EventTarget = window): void {
  const quiet = quietly(types, run) as (event: Event) => void;
  const add = (): void => {
    for (const type of types.split(' '))
      EventTarget.prototype.addEventListener.call(on, type, quiet, { capture: true, passive: true, signal });
  };
  add();
  listening.add(add);
  signal.addEventListener('abort', () => listening.delete(add));
}

/** `document.open` takes all listeners away, ours with those of the page. One that is still there is not added twice. */
export function listenAgain(): void {
  for (const add of listening) add();
}

/** For promises of ours that nobody waits for. */
export function complain(what: string): (error: unknown) => void {
  return quietly(what, (error) => {
    throw error;
  });
}

/** Resolves once something of the page may have been painted. */
export function whenPainted(): Promise<void> {
  return new Promise((resolve) => void requestAnimationFrame(() => setTimeout(resolve)));
}

/** Resolves once all of the document is parsed and the page's own scripts have been told. */
export function whenParsed(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (readyState(document) !== 'loading') resolve();
      // A page that writes itself anew (`document.open`) throws our listener away.
      else setTimeout(look, 1_000);
    };
    listen('DOMContentLoaded', () => void setTimeout(look), signal);
    look();
  });
}

export function randomId(): string {
  return crypto.getRandomValues(new Uint32Array(3)).join('');
}
