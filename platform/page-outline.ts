import type { PageOutline } from './messages.ts';
import type { Book, PageBlock } from './page-book.ts';
import { getter, inOrder, localName, rootElement, rootOf } from './page-dom.ts';

/** The page's own work goes first; one that is never idle is written down all the same, after so many ms. */
const LONGEST_WAIT = 2_000;

const isHidden = getter<boolean>(Document.prototype, 'hidden');
const typeOf = getter<string>(Document.prototype, 'contentType');
const htmlOf = getter<string>(Element.prototype, 'outerHTML');

/**
 * Writes down what the page's article is found from, in one task of an idle moment; reading it is done elsewhere (article/read-article.ts).
 * Undefined if the page has no root. Text that has changed since it was read into the book is not found again.
 */
export async function outlineOf(book: Book): Promise<PageOutline | undefined> {
  // A page that nobody sees need not be spared, and its idle moments come seldom.
  if (!isHidden(document)) await new Promise((resolve) => requestIdleCallback(resolve, { timeout: LONGEST_WAIT }));
  const here = document;
  const top = rootElement(here);
  if (top === null) return undefined;
  return {
    html: htmlOf(top).replace(RAW, dataOnly),
    type: typeOf(here),
    blocks: [...book.blocks.values()]
      // What is in a shadow root, or has just left the page, has no place in its HTML.
      .filter((block) => rootOf(placeOf(block)) === here)
      // They were read nearly in this order, so that there is hardly more than a comparison for each. Two that were cut out of one node stay as they are.
      .sort((one, other) => inOrder(placeOf(one), placeOf(other)))
      .map(({ id, owner, text }) => ({ id, name: localName(owner as Element), text })),
  };
}

/**
 * What browsers write without escaping it: in no other place does `<` stand for anything but a tag. It stays in the page, but for data about the article:
 * much of a news page is scripts, and each 100,000 units that are sent cost the page more than a millisecond. Nor must the parser see it. Where no script
 * can run the content of <noscript> is parsed as elements, and one that it does not close takes in all that follows.
 */
const RAW = /<!--[\s\S]*?-->|<(script|style|noscript|iframe|noembed|noframes)\b[^>]*>[\s\S]*?<\/\1>/gi;
const DATA = /^<script\b[^>]*ld\+json/i;

function dataOnly(raw: string): string {
  return DATA.test(raw) ? raw : '';
}

/** Where it begins: an owner may have several blocks. */
function placeOf({ owner, pieces }: PageBlock): Node {
  return pieces[0]?.node ?? owner;
}
