import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { bundleForPage } from '../../scripts/in-page.ts';

/** A real browser for what only a real browser can answer: styles, boxes, highlights, the order of events. */
export interface PageMaker {
  /** A fresh page with this HTML and the page side of Muster on `globalThis.muster`, not started. Errors of the page are kept. */
  page(html: string, options?: { readonly url?: string; readonly type?: string; readonly noScript?: boolean }): Promise<TestPage>;
  close(): Promise<void>;
}

export interface TestPage extends Page {
  readonly errors: string[];
}

export async function openBrowser(entry: string | URL = 'page-entry.ts'): Promise<PageMaker> {
  const [script, browser] = await Promise.all([bundleForPage(fileURLToPath(new URL(entry, import.meta.url))), launch()]);
  return {
    close: () => browser.close(),
    page: async (html, { url = 'https://news.test/story', type = 'text/html; charset=utf-8', noScript = false } = {}) => {
      const page = await browser.newPage();
      await page.setJavaScriptEnabled(!noScript);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => message.text().startsWith('Muster') && errors.push(message.text()));
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (request.isNavigationRequest() && request.frame() === page.mainFrame())
          void request.respond({ status: 200, contentType: type, body: html });
        else void request.abort();
      });
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await page.evaluate(script);
      return Object.assign(page, { errors });
    },
  };
}

function launch(): Promise<Browser> {
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: '/usr/bin/chromium',
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu'],
  });
}
