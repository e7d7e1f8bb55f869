import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';
import { browserPath } from '../../scripts/browsers.ts';

/** mark.js where it belongs: in a page of a real browser, timed there. */
export interface MarkJs {
  /** Marks all names in one paragraph; how many it found, and the seconds that it took. */
  mark(names: readonly string[], text: string): Promise<{ readonly found: number; readonly took: number }>;
  stop(): Promise<void>;
}

/** Throws if there is no Chromium. */
export async function startMarkJs(): Promise<MarkJs> {
  const executablePath = browserPath('chromium');
  if (executablePath === undefined) throw new Error('bench: no Chromium found for mark.js; npm test installs one, or says how to get it');
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath,
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js') });
  return {
    mark: (names, text) => page.evaluate(markInPage, [...names], text),
    stop: () => browser.close(),
  };
}

interface WithMark {
  readonly Mark: new (element: Element) => { mark(names: readonly string[], options: object): void };
}

function markInPage(names: string[], text: string): { found: number; took: number } {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  document.body.replaceChildren(paragraph);
  let found = 0;
  const start = performance.now();
  const marker = new (window as unknown as WithMark).Mark(paragraph);
  // It calls itself for each name and runs out of stack at about a thousand, so it gets them in portions.
  for (let at = 0; at < names.length; at += 200) {
    // Its own word boundaries are ASCII spaces; without them it also finds names inside words, which is faster, so this is in its favour.
    marker.mark(names.slice(at, at + 200), { accuracy: 'partially', separateWordSearch: false, diacritics: false, each: () => found++ });
  }
  return { found, took: (performance.now() - start) / 1000 };
}
