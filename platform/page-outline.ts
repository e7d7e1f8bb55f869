import type { PageOutline } from './messages.ts';
import type { Book } from './page-book.ts';
import { localName, rootElement } from './page-dom.ts';

/** The page's own work goes first; one that is never idle is read all the same, after so many ms. */
const LONGEST_WAIT = 2_000;

/**
 * Writes down what the page's article is found from, in one task of an idle moment; reading it is done elsewhere (article/read-article.ts).
 * Undefined if there is no root to write down. In step with `book` as it is then: text that has changed since it was read is not found again.
 */
export async function outlineOf(book: Book): Promise<PageOutline | undefined> {
  // A page that nobody sees need not be spared, and its idle moments come seldom.
  if (own<boolean>(Document, 'hidden', document) !== true)
    await new Promise<unknown>((resolve) => requestIdleCallback(resolve, { timeout: LONGEST_WAIT }));
  const top = rootElement(document);
  if (top === null) return undefined;
  const found: { readonly id: number; readonly name: string; readonly text: string; readonly node: Node }[] = [];
  for (const { id, owner, text, pieces } of book.blocks.values()) {
    const node = pieces[0]?.node;
    // What is in a shadow root, or has just left the page, has no place in its HTML.
    if (node !== undefined && Node.prototype.getRootNode.call(node) === document)
      found.push({ id, name: localName(owner as Element), text, node });
  }
  // They were read nearly in this order, so that there is hardly more than a comparison for each.
  found.sort((one, other) =>
    Node.prototype.compareDocumentPosition.call(one.node, other.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  return {
    html: own<string>(Element, 'outerHTML', top) ?? '',
    type: own<string>(Document, 'contentType', document) ?? '',
    blocks: found.map(({ id, name, text }) => ({ id, name, text })),
  };
}

/** A property as its prototype has it, whatever the page has named so (page-dom.ts). */
function own<T>({ prototype }: { readonly prototype: object }, name: string, of: Node): T | undefined {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get?.call(of);
}
