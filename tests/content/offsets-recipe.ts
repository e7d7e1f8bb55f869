/** How the documents of `offsets-entry.ts` are thought up, and what text each must be read as. Nothing here knows how Muster reads. */
import fc, { type Arbitrary } from 'fast-check';

/** Stands for a `<br>` while a text is cut up; it is read as a newline. No name and no filler has a real newline. */
export const BREAK = '\n';

const FILLER = ['and', 'та', 'und', 'مع', 'עם', 'の', '😀', '\u200f', 'x', '中', '–', 'the visitors went', 'з ними'] as const;
/** What may stand in the place of a space. */
const SPACES = [' ', ' ', '\u00a0', '\u2009', '\u202f', '\u3000', ' \u200f', '\t', BREAK] as const;
/** What may stand between two letters of a word without being seen. */
const UNSEEN = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '\u2069'] as const;
const INLINE = ['b', 'i', 'a', 'span', 'font', 'mark', 'sup', 'ruby', 'x-y', 'bdo'] as const;
const NOISE = ['comment', 'empty text', 'empty b', 'wbr', 'script', 'rt', 'hidden', 'svg', 'input', 'rp'] as const;
const KINDS = ['p', 'li', 'td', 'h2', 'div', 'pre', 'rtl', 'shadow', 'shadow p', 'slotted', 'inline shadow'] as const;

interface PlantedName {
  readonly name: number;
  readonly nfd: boolean;
  readonly spaces: readonly (typeof SPACES)[number][];
  readonly unseen: readonly { readonly at: number; readonly sign: string }[];
}

type Item = { readonly filler: string } | PlantedName;

interface BlockRecipe {
  readonly kind: (typeof KINDS)[number];
  readonly items: readonly Item[];
  /** Long text in front, so that the block comes near the length at which it is cut. */
  readonly long: boolean;
  /** How the text is cut into nodes; taken in turn until the text is used up. */
  readonly pieces: readonly { readonly size: number; readonly in: readonly string[]; readonly noise: string; readonly cdata: boolean }[];
}

export interface Recipe {
  readonly blocks: readonly BlockRecipe[];
  readonly across: { readonly name: number; readonly at: number; readonly kind: 'li' | 'td' | 'p' } | undefined;
}

export function recipe(names: number): Arbitrary<Recipe> {
  const planted = fc.record<PlantedName>({
    name: fc.nat(names - 1),
    nfd: fc.boolean(),
    spaces: fc.array(fc.constantFrom(...SPACES), { minLength: 1, maxLength: 3 }),
    unseen: fc.array(fc.record({ at: fc.nat(40), sign: fc.constantFrom(...UNSEEN) }), { maxLength: 2 }),
  });
  const piece = fc.record({
    size: fc.integer({ min: 1, max: 9 }),
    in: fc.array(fc.constantFrom(...INLINE), { maxLength: 2 }),
    noise: fc.option(fc.constantFrom(...NOISE), { nil: '', freq: 1 }),
    cdata: fc.integer({ min: 0, max: 9 }).map((n) => n === 9),
  });
  const block = fc.record<BlockRecipe>({
    kind: fc.constantFrom(...KINDS),
    items: fc.array(fc.oneof(fc.record({ filler: fc.constantFrom(...FILLER) }), planted), { minLength: 1, maxLength: 4 }),
    long: fc.integer({ min: 0, max: 19 }).map((n) => n === 19),
    pieces: fc.array(piece, { minLength: 1, maxLength: 6 }),
  });
  const across = fc.record({ name: fc.nat(names - 1), at: fc.nat(40), kind: fc.constantFrom('li', 'td', 'p') });
  return fc.record({ blocks: fc.array(block, { minLength: 1, maxLength: 2 }), across: fc.option(across, { nil: undefined, freq: 2 }) });
}

interface Side {
  readonly start: number;
  readonly end: number;
}

/** The text of one block, as it stands in the page and as one would write it by hand, and where the names are in each. */
export interface BlockText {
  readonly noisy: string;
  readonly plain: string;
  readonly spans: readonly { readonly noisy: Side; readonly plain: Side }[];
}

const LONG = 'on and on they went '.repeat(900);

/** The texts of all blocks that have any letter; the halves of a name across two blocks are the last two. */
export function textsOf({ blocks, across }: Recipe, names: readonly string[]): readonly BlockText[] {
  const halves = across === undefined ? [] : halvesOf(across, names).map((text) => ({ noisy: text, plain: text, spans: [] }));
  return [...blocks.map((block) => textOf(block, names)), ...halves].filter(({ noisy }) => /[\p{L}\p{N}]/u.test(noisy));
}

function halvesOf({ name, at }: { readonly name: number; readonly at: number }, names: readonly string[]): readonly [string, string] {
  const whole = names[name] as string;
  const cut = 1 + (at % (whole.length - 1));
  return [whole.slice(0, cut), whole.slice(cut)];
}

function textOf({ items, long }: BlockRecipe, names: readonly string[]): BlockText {
  let noisy = long ? LONG : '';
  let plain = noisy;
  const spans: BlockText['spans'][number][] = [];
  for (const item of items) {
    const name = 'filler' in item ? item.filler : (names[item.name] as string);
    const dressed = 'filler' in item ? name : dress(name, item);
    if (!('filler' in item))
      spans.push({
        noisy: { start: noisy.length, end: noisy.length + dressed.length },
        plain: { start: plain.length, end: plain.length + name.length },
      });
    noisy += `${dressed} `;
    plain += `${name} `;
  }
  return { noisy, plain, spans };
}

/** The same name to a reader, other units to a program. Hangul in single jamo is not known to us: no page was seen that writes so. */
function dress(name: string, { nfd, spaces, unseen }: PlantedName): string {
  let gap = 0;
  let text = (nfd && !/\p{Script=Hangul}/u.test(name) ? name.normalize('NFD') : name).replaceAll(
    ' ',
    () => spaces[gap++ % spaces.length] as string,
  );
  for (const { at, sign } of unseen) {
    const place = 1 + (at % (text.length - 1));
    text = text.slice(0, place) + sign + text.slice(place);
  }
  return text;
}

/** Puts the document into the page. */
export function build(made: Recipe, names: readonly string[]): Element {
  const top = document.createElement('main');
  document.body.replaceChildren(top);
  for (const block of made.blocks) {
    const place = placeFor(block.kind, top);
    fill(place, textOf(block, names).noisy, block);
  }
  if (made.across !== undefined) {
    const box = make(made.across.kind === 'td' ? 'tr' : 'div', top);
    for (const half of halvesOf(made.across, names)) make(made.across.kind, box).append(half);
  }
  return top;
}

function make(name: string, into: ParentNode): HTMLElement {
  const element = document.createElement(name);
  into.append(element);
  return element;
}

function placeFor(kind: BlockRecipe['kind'], top: Element): ParentNode {
  if (kind === 'li') return make('li', make('ul', top));
  if (kind === 'td') return make('td', make('tr', make('table', top)));
  if (kind === 'rtl') return Object.assign(make('p', top), { dir: 'rtl' });
  if (kind === 'slotted') {
    const host = make('div', top);
    host.attachShadow({ mode: 'open', serializable: true }).append(document.createElement('slot'));
    return make('span', host);
  }
  if (kind === 'inline shadow') return make('x-card', make('p', top)).attachShadow({ mode: 'open', serializable: true });
  if (kind.startsWith('shadow')) {
    const root = make('div', top).attachShadow({ mode: 'open', serializable: true });
    return kind === 'shadow' ? root : make('p', root);
  }
  return make(kind, top);
}

function fill(place: ParentNode, text: string, { pieces, long }: BlockRecipe): void {
  let at = 0;
  if (long) place.append(LONG);
  if (long) at = LONG.length;
  for (let i = 0; at < text.length; i += 1) {
    const { size, in: wraps, noise, cdata } = pieces[i % pieces.length] as BlockRecipe['pieces'][number];
    let into = place;
    for (const wrap of wraps) into = make(wrap, into);
    for (const [line, part] of text
      .slice(at, at + size)
      .split(BREAK)
      .entries()) {
      if (line > 0) make('br', into);
      if (part !== '') into.append(cdata ? document.adoptNode(new Document().createCDATASection(part)) : part);
    }
    if (noise !== '') disturb(into, noise);
    at += size;
  }
}

function disturb(into: ParentNode, noise: string): void {
  if (noise === 'comment') into.append(document.createComment('Saab'));
  else if (noise === 'empty text') into.append('', document.createTextNode(''));
  else if (noise === 'empty b') make('b', into);
  else if (noise === 'script') Object.assign(make('script', into), { type: 'text/none', textContent: 'Saab' });
  else if (noise === 'hidden') Object.assign(make('span', into), { hidden: true, textContent: 'Saab' });
  else if (noise === 'svg') into.append(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  else if (noise === 'rt' || noise === 'rp') make(noise, into).append('かな');
  else make(noise, into);
}

export interface Edit {
  readonly run: (top: Element) => void;
}

type Change = (node: Text, at: number, other: Text) => void;

const CHANGES: Readonly<Record<string, Change>> = {
  insert: (node, at) => node.insertData(at % (node.length + 1), ['a', ' ', '😀', '\u00ad', 'Saab ', ''][at % 6] as string),
  delete: (node, at) => node.deleteData(at % (node.length + 1), 1 + (at % 5)),
  split: (node, at) => void node.splitText(at % (node.length + 1)),
  'split and part': (node, at) => node.splitText(at % (node.length + 1)).before(document.createElement(at % 2 === 0 ? 'br' : 'p')),
  normalize: (node) => (node.parentNode as Node).normalize(),
  remove: (node) => node.remove(),
  move: (node, at, other) => other[at % 2 === 0 ? 'before' : 'after'](node),
  'move the element': (node, _at, other) => {
    const element = node.parentElement;
    if (element !== null && !element.contains(other) && !(element instanceof HTMLElement && element.localName === 'main'))
      other.before(element);
  },
  wrap: (node) => {
    const b = document.createElement('b');
    node.replaceWith(b);
    b.append(node);
  },
  'same again': (node) => node.replaceWith(node.cloneNode()),
};

/** Changes that a page may make, each to a text node that is chosen by number. */
export const edits: Arbitrary<readonly Edit[]> = fc.array(
  fc
    .record({ what: fc.constantFrom(...Object.keys(CHANGES)), node: fc.nat(1_000), at: fc.nat(60), other: fc.nat(1_000) })
    .map(({ what, node, at, other }) => ({
      run: (top: Element) => {
        const texts = textNodes(top);
        const [one, two] = [texts[node % texts.length], texts[other % texts.length]];
        if (one !== undefined && two !== undefined && one !== two) (CHANGES[what] as Change)(one, at, two);
      },
      toString: () => `${what} ${node} ${at} ${other}`,
    })),
  { maxLength: 5 },
);

function textNodes(top: Element | ShadowRoot): readonly Text[] {
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  const found: Text[] = [];
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    if (node instanceof Text && !(node.parentElement?.matches('script, rt, rp, [hidden]') ?? false)) found.push(node);
    if (node instanceof Element && node.shadowRoot !== null) found.push(...textNodes(node.shadowRoot));
  }
  return found;
}
