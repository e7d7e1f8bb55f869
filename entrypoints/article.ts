import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ArticleInfo } from '../platform/messages.ts';
import { readArticle } from '../platform/page-article.ts';
import type { MusterBlocks } from '../platform/page-book.ts';

/** Run by the background when a page was read; what it answers is the value of the script. */
export default defineUnlistedScript((): ArticleInfo | undefined => {
  const { musterBlocks } = globalThis as typeof globalThis & { musterBlocks?: MusterBlocks };
  try {
    return musterBlocks === undefined ? undefined : readArticle(document, musterBlocks, location.href);
  } catch (error) {
    console.debug(`Muster: article: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
});
