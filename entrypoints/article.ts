import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ArticleInfo } from '../platform/messages.ts';
import { readArticle } from '../platform/page-article.ts';
import type { MusterBlocks } from '../platform/page-book.ts';

/** The page's own work goes first; one that is never idle is read all the same, after so many ms. */
const LONGEST_WAIT = 2_000;
const STEP_WAIT = 100;

/** A page that nobody sees need not be spared, and its idle moments come seldom. */
const idle = (timeout: number): Promise<void> =>
  document.hidden ? Promise.resolve() : new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout }));

/** Run by the background when a page was read; what it answers is the value of the script. It waits for an idle moment, and for another between its steps. */
export default defineUnlistedScript(async (): Promise<ArticleInfo | undefined> => {
  await idle(LONGEST_WAIT);
  const { musterBlocks } = globalThis as typeof globalThis & { musterBlocks?: MusterBlocks };
  try {
    return musterBlocks === undefined ? undefined : await readArticle(document, musterBlocks, location.href, () => idle(STEP_WAIT));
  } catch (error) {
    console.debug(`Muster: article: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
});
