import { placeTexts, type TreeText } from '../../core/place.ts';
import type { PageOutline } from '../messages.ts';
import { NEVER_READ } from '../never-read.ts';

/** A block of the page, and the element of the parsed tree whose text it is. */
export interface Owned {
  readonly id: number;
  readonly text: string;
  readonly owner: Element;
}

/** What is never read in a page, as far as its name tells: text in it only looks like that of a block. A parsed tree shows its templates as well. */
const UNREAD = new Set([...NEVER_READ, 'template']);

/** The blocks that are found again in the parsed tree, in the order of the document. */
export function ownedBlocks(page: Document, blocks: PageOutline['blocks']): readonly Owned[] {
  const nodes = textsOf(page);
  const places = placeTexts(nodes.map(treeText), blocks);
  return blocks.flatMap(({ id, text, name }, i) => {
    const place = places[i];
    const owner = place && ownerOf(nodes[place.first] as Text, nodes[place.last] as Text, name);
    return owner ? [{ id, text, owner }] : [];
  });
}

function textsOf(page: Document): readonly Text[] {
  const nodes: Text[] = [];
  const isRead = (node: Node) => (UNREAD.has((node as Element).localName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, isRead);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node instanceof Text) nodes.push(node);
  return nodes;
}

function treeText(node: Text): TreeText {
  const parent = node.parentElement;
  return {
    text: node.data,
    hidden: parent !== null && parent.closest('[hidden]') !== null,
    isIn: (name) => parent !== null && ancestorOf(parent, name) !== undefined,
  };
}

/** The nearest element of this name around both; read back, there may be none, and what holds the text has to do. */
function ownerOf(first: Text, last: Text, name: string): Element | null {
  const { parentElement } = first;
  return (parentElement && ancestorOf(parentElement, name, last)) ?? parentElement;
}

function ancestorOf(inner: Element, name: string, other: Node = inner): Element | undefined {
  for (let at: Element | null = inner; at !== null; at = at.parentElement) if (at.localName === name && at.contains(other)) return at;
  return undefined;
}
