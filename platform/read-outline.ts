import { browser } from 'wxt/browser';
import { ask } from './ask.ts';
import type { ArticleInfo, PageOutline, ToOffscreen } from './messages.ts';

/**
 * Where the article of a page is found from what was written down of it: not in the page, whose time is its own (decision 23). Firefox's background
 * has a parser; Chromium's is a service worker and has none, so an offscreen document is asked, which comes when it is needed and goes by itself.
 */
export async function readOutline(outline: PageOutline, address: string): Promise<ArticleInfo> {
  if (import.meta.env.FIREFOX === true) {
    const { readArticle } = await import('./article/read-article.ts');
    // Between two steps the questions of pages are answered.
    return readArticle(outline, address, () => new Promise((resolve) => setTimeout(resolve)));
  }
  await openOffscreen();
  const info = await ask<ToOffscreen, 'article'>('article', { outline, address });
  // It may have gone in this moment; other pages of ours hear the question too and leave it unanswered.
  if (info === undefined) throw new Error('the offscreen document did not answer');
  return info;
}

const PAGE = '/offscreen.html';

/** Chromium's own, unknown to the polyfill's types. */
interface Chromium {
  readonly offscreen: { createDocument(how: { url: string; reasons: string[]; justification: string }): Promise<void> };
  readonly runtime: { getContexts(of: { contextTypes: string[] }): Promise<readonly unknown[]> };
}

let opening: Promise<void> | undefined;

/** One at a time: the browser allows no second one, and whoever asks meanwhile waits for the first. */
function openOffscreen(): Promise<void> {
  opening ??= openIfGone().finally(() => {
    opening = undefined;
  });
  return opening;
}

async function openIfGone(): Promise<void> {
  const { offscreen, runtime } = browser as unknown as Chromium;
  const isOpen = async () => (await runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length > 0;
  if (await isOpen()) return;
  try {
    await offscreen.createDocument({
      url: PAGE,
      reasons: ['DOM_PARSER'],
      justification: 'finds the article in the HTML of a page that was read',
    });
  } catch (error) {
    // An earlier life of the background may have been about to open it.
    if (!(await isOpen())) throw error;
  }
}
