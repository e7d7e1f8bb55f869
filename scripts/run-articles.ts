import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import type { ArticleTrial } from '../tests/content/article-entry.ts';
import { browserPath } from './browsers.ts';
import { bundleForPage } from './in-page.ts';

export interface ServedPage {
  readonly url: string;
  readonly charset: string;
  readonly bytes: Buffer;
}

/** The product's own article finder in a real Chromium. */
export interface ArticleRunner {
  /** One page as it was served, under its own address, without its scripts and with no network. Rejects if the page cannot be opened. */
  run(page: ServedPage): Promise<ArticleTrial>;
  close(): Promise<void>;
}

const ENTRY = fileURLToPath(new URL('../tests/content/article-entry.ts', import.meta.url));

/** Throws if no Chromium is known (`scripts/setup.mjs` finds one). */
export async function startArticleRunner(): Promise<ArticleRunner> {
  const script = await bundleForPage(ENTRY);
  const executablePath = browserPath('chromium');
  if (!executablePath) throw new Error('No chromium is known: start this through npm, or say in MUSTER_CHROME where it is.');
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath,
    pipe: true,
    // The sandbox refuses to run as root, which is how containers and CI run.
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  return {
    close: () => browser.close(),
    run: async (served) => {
      const page = await browser.newPage();
      try {
        await openServed(page, served);
        await page.evaluate(script);
        return (await page.evaluate('globalThis.muster.article()')) as ArticleTrial;
      } finally {
        await page.close();
      }
    },
  };
}

async function openServed(page: Page, { url, charset, bytes }: ServedPage): Promise<void> {
  await page.setRequestInterception(true);
  // As it was served: what its scripts would make of it without their servers is another page than readers see.
  const headers = { 'content-type': `text/html; charset=${charset}`, 'content-security-policy': "script-src 'none'" };
  let served = false;
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return void request.abort();
    // A refresh that is meant for readers without scripts stays where it is.
    void request.respond(served ? { status: 204 } : { status: 200, headers, body: bytes });
    served = true;
  });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
}
