/** From a page to its article by way of what is written down of it, with a book of its own; for tests in a real browser. */
import { ownedBlocks } from '../../platform/article/owners.ts';
import { parsePage } from '../../platform/article/parse-page.ts';
import { readArticle } from '../../platform/article/read-article.ts';
import type { ArticleInfo, PageOutline } from '../../platform/messages.ts';
import { type Book, createBook } from '../../platform/page-book.ts';
import { outlineOf } from '../../platform/page-outline.ts';
import { readOwner } from '../../platform/page-text.ts';

export interface ArticleTrial {
  readonly info: ArticleInfo;
  /** The texts of the blocks in the body. */
  readonly texts: readonly string[];
  readonly blocks: number;
  /** Whether the page's serialised tree is what it was. */
  readonly same: boolean;
  /** Times in ms: for reading all blocks, for writing the page down, and for finding the article, which is no work of the page. */
  readonly readMs: number;
  readonly outlineMs: number;
  readonly ms: number;
  /** Length of what was written down, in UTF-16 units. */
  readonly length: number;
}

export async function article(): Promise<ArticleTrial> {
  const before = written();
  const start = performance.now();
  const book = readBook();
  const read = performance.now();
  const outline = await outlineNow(book);
  const outlined = performance.now();
  const info = await readArticle(outline, location.href);
  const end = performance.now();
  return {
    info,
    texts: (info.body ?? []).map((id) => book.blocks.get(id)?.text ?? ''),
    blocks: book.blocks.size,
    same: before === written(),
    readMs: read - start,
    outlineMs: outlined - read,
    ms: end - outlined,
    length: outline.html.length,
  };
}

/** The page as it stands, whatever is named in it. */
const root = (): Element => Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')?.get?.call(document);
const written = (): string => root().outerHTML;

function readBook(): Book {
  const book = createBook();
  const queue: (Element | ShadowRoot)[] = [root()];
  for (let owner = queue.pop(); owner !== undefined; owner = queue.pop()) {
    const reading = readOwner(owner);
    book.take(owner, reading.runs);
    queue.push(...reading.roots, ...reading.below.toReversed());
  }
  return book;
}

/** A page that nobody sees is written down at once: what is measured is the work alone. */
async function outlineNow(book: Book): Promise<PageOutline> {
  Object.defineProperty(Document.prototype, 'hidden', { get: () => true, configurable: true });
  const outline = await outlineOf(book);
  if (outline === undefined) throw new Error('the page has no root');
  return outline;
}

/** A block, the element that owns it in the page, and the one that it was given in the parsed tree: by a number and name that each element gets for it. */
export interface OwnerTrial {
  readonly text: string;
  readonly own: string;
  readonly found: string | undefined;
}

/** All blocks of the page, those in shadow roots too, in the order in which they were read. */
export async function owners(): Promise<readonly OwnerTrial[]> {
  const all = Document.prototype.querySelectorAll.call(document, '*');
  for (const [n, element] of [...all].entries())
    Element.prototype.setAttribute.call(element, 'data-n', `${n} ${element instanceof HTMLFormElement ? 'form' : element.localName}`);
  const book = readBook();
  const { html, blocks } = await outlineNow(book);
  const numberOf = (owner: Element): string => Element.prototype.getAttribute.call(owner, 'data-n') ?? '';
  const found = new Map(ownedBlocks(parsePage(html), blocks).map(({ id, owner }) => [id, numberOf(owner)]));
  return [...book.blocks.values()].map(({ id, text, owner }) => ({
    text,
    own: owner instanceof Element ? numberOf(owner) : 'a shadow root',
    found: found.get(id),
  }));
}

export { readOwner };
