/** What a page is at one moment, as entries by path, so that a difference says where it is. Runs in the page. */

type Entries = Record<string, string>;
const MOST_BOXES = 4_000;

/** A form lets its children stand in for its own properties, so these are asked of the prototypes. */
function asked<T>(prototype: object, name: string): (of: Node) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get as () => T;
  return (of) => get.call(of);
}
const parentOf = asked<Node | null>(Node.prototype, 'parentNode');
const childrenOf = asked<NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
const attributesOf = asked<NamedNodeMap>(Element.prototype, 'attributes');
const elementBefore = asked<Element | null>(Element.prototype, 'previousElementSibling');

/** "html/body[2]/p[3]": by position among elements, through shadow roots. Our own card is no element of the page. */
export function pathOf(node: Node): string {
  let path = '';
  for (let at: Node | null = node; at !== null; at = parentOf(at) ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (at instanceof Element) {
      let place = 1;
      for (let before = elementBefore(at); before !== null; before = elementBefore(before))
        if (before.localName !== 'muster-card') place += 1;
      path = `/${at.localName}[${place}]${path}`;
    } else if (at instanceof ShadowRoot) path = `/#shadow${path}`;
    else if (!(at instanceof Document)) path = `/${at.nodeName}${path}`;
  }
  return path;
}

/** Every element of a document, of its open shadow roots and of the frames that it may look into. */
function* elementsOf(root: Document | ShadowRoot, prefix = ''): Generator<readonly [string, Element]> {
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === 'muster-card') continue;
    yield [prefix + pathOf(element), element];
    if (element.shadowRoot !== null) yield* elementsOf(element.shadowRoot, prefix);
    const inner = element instanceof HTMLIFrameElement ? documentIn(element) : null;
    if (inner !== null) yield* elementsOf(inner, `${prefix}${pathOf(element)}#document`);
  }
}

function documentIn(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** Each element with its attributes and the texts and comments directly in it. */
export function domOf(root: Document): Entries {
  const found: Entries = { doctype: root.doctype?.name ?? 'none' };
  for (const [path, element] of elementsOf(root)) {
    const attributes = [...attributesOf(element)].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).join('');
    const inside = [...childrenOf(element)]
      .filter((node) => !(node instanceof Element && node.localName === 'muster-card'))
      .map((node) => (node instanceof Element ? `<${node.localName}>` : `${node.nodeName}${JSON.stringify(node.nodeValue)}`));
    found[path] = `<${element.localName}${attributes}>${inside.join('')}`;
  }
  return found;
}

/** Boxes in the document, in hundredths of a pixel. */
export function boxesOf(root: Document): Entries {
  // A script may have taken all of the page away.
  const top: Element | null = root.documentElement;
  const found: Entries = { document: top === null ? 'empty' : `${top.scrollWidth} × ${top.scrollHeight}` };
  let left = MOST_BOXES;
  for (const [path, element] of elementsOf(root)) {
    if (left-- <= 0) break;
    const { x, y, width, height } = element.getBoundingClientRect();
    found[path] = [x + scrollX, y + scrollY, width, height].map((each) => Math.round(each * 100) / 100).join(' ');
  }
  return found;
}

/** What a script of the page could tell the two browsers apart by. */
export async function surfaceOf(): Promise<Entries> {
  const found: Entries = { ...objects(), ...styles(), ...places() };
  found['resources'] = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .sort()
    .join(' ');
  found['stack'] = (new Error('x').stack ?? '').replaceAll(/:\d+/g, '').match(/\w+-extension/)?.[0] ?? 'no extension';
  found['cookies'] = quietly(() => document.cookie);
  found['storage'] = quietly(() => JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage)]));
  found['databases'] = await indexedDB.databases().then(
    (all) => JSON.stringify(all),
    (error) => String(error),
  );
  found['caches'] = await (globalThis.caches?.keys() ?? Promise.resolve([])).then(String, String);
  found['frames'] = `${window.length} ${document.querySelectorAll('iframe').length} ${history.length}`;
  found['focus'] = document.activeElement === null ? 'none' : pathOf(document.activeElement);
  found['selection'] = getSelection()?.toString() ?? '';
  found['title'] = document.title;
  found['canvas'] = canvas();
  found['custom element'] = String(customElements.get('muster-card'));
  return found;
}

function quietly(ask: () => string): string {
  try {
    return ask();
  } catch (error) {
    return String(error);
  }
}

/** The names of what hangs on the objects that scripts look at, and the source of each function there. */
function objects(): Entries {
  const found: Entries = {};
  const all: Record<string, object | undefined> = {
    window,
    document,
    navigator,
    EventTarget,
    Node,
    Element,
    HTMLElement,
    Document,
    Range,
    Selection,
    CSS,
    Highlight,
    History,
    Function,
    Promise,
  };
  for (const [name, object] of Object.entries(all)) {
    for (const [where, owner] of [
      [name, object],
      // A page may have taken some of them away.
      [`${name}.prototype`, (object as { prototype?: object } | undefined)?.prototype],
    ] as const) {
      if (owner === undefined || owner === null) continue;
      found[`names of ${where}`] = Object.getOwnPropertyNames(owner).sort().join(' ');
      const sources = Object.values(Object.getOwnPropertyDescriptors(owner)).flatMap(({ value, get }) =>
        [value, get]
          .filter((each) => typeof each === 'function')
          .map((each) => quietly(() => Function.prototype.toString.call(each).slice(0, 80))),
      );
      found[`sources of ${where}`] = sources.sort().join(';');
    }
  }
  return found;
}

function styles(): Entries {
  const sheets = [...document.adoptedStyleSheets];
  const names = [...CSS.highlights.keys()];
  const rules = quietly(() => sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join(' '));
  const first = CSS.highlights.values().next().value;
  const [range] = first === undefined ? [] : [...first];
  const marked = range?.startContainer.parentElement;
  const found: Entries = {
    highlights: names.length === 0 ? 'none' : 'some',
    'names of highlights': names.map((name) => name.replace(/^m\d+$/, 'm#')).join(' '),
    'adopted sheets': String(sheets.length),
    'adopted rules': rules.replaceAll(/\bm\d{10,}\b/g, 'm#'),
    'sheets of the document': String(document.styleSheets.length),
    // A highlight's style is asked for by its name; the element under it has none of it.
    'style of a highlight': marked && names[0] !== undefined ? getComputedStyle(marked, `::highlight(${names[0]})`).textDecorationLine : '',
  };
  for (const element of document.querySelectorAll('body, p, h1, a, mark, ::highlight'.replace(', ::highlight', ''))) {
    if (Object.keys(found).length > 60) break;
    const style = getComputedStyle(element);
    found[`style of ${pathOf(element)}`] =
      `${style.color} ${style.backgroundColor} ${style.textDecoration} ${style.cursor} ${style.font} ${style.userSelect}`;
  }
  return found;
}

/** Which element is where, over a grid of the window. */
function places(): Entries {
  const found: Entries = {};
  for (let x = 1; x < 6; x += 1)
    for (let y = 1; y < 6; y += 1) {
      const hit = document.elementFromPoint((innerWidth * x) / 6, (innerHeight * y) / 6);
      found[`at ${x}/6 ${y}/6`] = hit === null ? 'nothing' : pathOf(hit);
    }
  return found;
}

function canvas(): string {
  const sheet = document.createElement('canvas');
  const pen = sheet.getContext('2d');
  if (pen === null) return 'none';
  pen.font = '16px serif';
  pen.fillText('Rheinmetall 😀', 2, 20);
  // Not its file: Firefox writes a number of its own into each.
  return quietly(() => String(pen.getImageData(0, 0, 300, 40).data.reduce((sum, each) => (sum * 31 + each) % 1_000_000_007, 7)));
}
