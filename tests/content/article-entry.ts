/** The article script with a book of its own, for tests in a real browser. */
import type { ArticleInfo } from '../../platform/messages.ts';
import { readArticle } from '../../platform/page-article.ts';
import { createBook } from '../../platform/page-book.ts';
import { readOwner } from '../../platform/page-text.ts';

export interface ArticleTrial {
  readonly info: ArticleInfo;
  /** The texts of the blocks in the body. */
  readonly texts: readonly string[];
  readonly blocks: number;
  /** Whether the page's serialised tree is what it was. */
  readonly same: boolean;
  /** Time for reading all blocks, and for finding the article, in ms. */
  readonly readMs: number;
  readonly ms: number;
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
  const info = await readArticle(document, book, location.href);
  const end = performance.now();
  return {
    info,
    texts: (info.body ?? []).map((id) => book.blocks.get(id)?.text ?? ''),
    blocks: book.blocks.size,
    same: before === document.documentElement.outerHTML,
    readMs: read - start,
    ms: end - read,
  };
}

export { readOwner };
