/** From a page to its article by way of what is written down of it, with a book of its own; for tests in a real browser. */
import { readArticle } from '../../platform/article/read-article.ts';
import type { ArticleInfo } from '../../platform/messages.ts';
import { createBook } from '../../platform/page-book.ts';
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
  const book = createBook();
  const before = document.documentElement.outerHTML;
  const start = performance.now();
  const queue: (Element | ShadowRoot)[] = [document.documentElement];
  for (let owner = queue.pop(); owner !== undefined; owner = queue.pop()) {
    const reading = readOwner(owner);
    book.take(owner, reading.runs);
    queue.push(...reading.roots, ...reading.below.toReversed());
  }
  const read = performance.now();
  // A page that nobody sees is written down at once: what is measured is the work alone.
  Object.defineProperty(Document.prototype, 'hidden', { get: () => true });
  const outline = await outlineOf(book);
  const written = performance.now();
  if (outline === undefined) throw new Error('the page has no root');
  const info = await readArticle(outline, location.href);
  const end = performance.now();
  return {
    info,
    texts: (info.body ?? []).map((id) => book.blocks.get(id)?.text ?? ''),
    blocks: book.blocks.size,
    same: before === document.documentElement.outerHTML,
    readMs: read - start,
    outlineMs: written - read,
    ms: end - written,
    length: outline.html.length,
  };
}

export { readOwner };
