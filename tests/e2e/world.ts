import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import type { PageView } from '../../platform/messages.ts';
import { type BrowserName, type LaunchOptions, launchBrowser, openOwnPage, type Running, until } from '../../scripts/browsers.ts';
import { askMuster, cardText, countPainted, paintedTexts, pointOnMark, settledPage, tabIds, tabOf } from '../../scripts/watch.ts';
import { type NewsServer, startNewsServer } from './news-server.ts';

/** One browser with the release build in it, the web that it can reach, and one of Muster's own pages to ask from. */
export interface World {
  readonly running: Running;
  readonly news: NewsServer;
  readonly own: Page;
  /** Folder for the files that pages save. */
  readonly saved: string;
  /** Puts a page at `http://host/path`, opens it in a new tab, and answers the tab. */
  readonly open: (url: string, body?: string | Uint8Array | (() => string), headers?: Readonly<Record<string, string>>) => Promise<Tab>;
  /** Makes a tab of a page that shows `url` already. */
  readonly tabFor: (page: Page, url: string) => Promise<Tab>;
  /** Puts settings in the place of those that are stored; what is left out is as at first. */
  readonly set: (settings: object) => Promise<void>;
}

/** A page as its reader and its developer see it. */
export interface Tab {
  readonly page: Page;
  readonly id: number;
  /** Exceptions and console errors of the page, with those that content scripts leaked into it. */
  readonly errors: readonly string[];
  readonly view: () => Promise<PageView>;
  /** Waits until marks and log stand still. */
  readonly settled: (limit?: number) => Promise<PageView>;
  /** Waits until every one of these names is found on the page, or says which was not. */
  readonly hasNames: (names: readonly string[], limit?: number) => Promise<PageView>;
  /** Waits until these texts, and no others, are painted in the window. */
  readonly paints: (texts: readonly string[]) => Promise<void>;
  readonly painted: () => Promise<readonly string[]>;
  readonly paintedCount: () => Promise<number>;
  readonly hover: (text: string) => Promise<void>;
  readonly card: () => Promise<string | undefined>;
}

export const BROWSER = (process.env.MUSTER_BROWSER ?? 'chromium') as BrowserName;
const EXTENSIONS = {
  chromium: fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url)),
  firefox: fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url)),
};

/** Where the browsers themselves ask for updates, the time and accounts, with and without any extension. */
export const BROWSERS_OWN = /^\w+ (https?:\/\/)?([\w-]+\.)*(googleapis\.com|google\.com|gvt1\.com|mozilla\.(com|org|net)|firefox\.com)[:/]/;

/** The folder of the release build for the browser under test. */
export function builtExtension(): string {
  return EXTENSIONS[BROWSER];
}

/** A world for the tests of one file. */
export function useWorld(options: Partial<LaunchOptions> = {}): World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await startWorld(options);
  });
  afterAll(async () => {
    world?.news.close();
    await world?.running.browser.close();
    if (world !== undefined) rmSync(world.saved, { recursive: true, force: true });
  });
  const now = (): World => {
    if (!world) throw new Error('the browser did not start');
    return world;
  };
  return {
    get running() {
      return now().running;
    },
    get news() {
      return now().news;
    },
    get own() {
      return now().own;
    },
    get saved() {
      return now().saved;
    },
    open: (...page) => now().open(...page),
    tabFor: (...page) => now().tabFor(...page),
    set: (settings) => now().set(settings),
  };
}

async function startWorld(options: Partial<LaunchOptions>): Promise<World> {
  const news = await startNewsServer();
  const saved = mkdtempSync(join(tmpdir(), 'muster-saved-'));
  const running = await launchBrowser(BROWSER, { extension: EXTENSIONS[BROWSER], headless: true, proxyPort: news.port, saved, ...options });
  const own = await openOwnPage(running, 'options.html');
  const tabFor = async (page: Page, url: string) => makeTab(page, await tabOf(own, url), own, []);
  const open: World['open'] = async (url, body, headers) => {
    if (body !== undefined) news.put(url, body, headers);
    const before = await tabIds(own);
    const page = await running.browser.newPage();
    const errors = collectErrors(page);
    await page.goto(url);
    // Asked late, and not of our own pages: the welcome page opens at the same time in a new browser.
    const id = await until('the new tab', async () => (await tabIds(own)).find((one) => !before.includes(one)));
    const tab = makeTab(page, id, own, errors);
    await page.bringToFront();
    return tab;
  };
  const set = (settings: object) =>
    own.evaluate(async (change) => {
      type Local = { storage: { local: { set(what: object): Promise<void> } } };
      await (globalThis as unknown as { browser: Local }).browser.storage.local.set({ settings: change });
    }, settings);
  return { running, news, own, saved, open, tabFor, set };
}

/** What the browsers themselves say of a fixture's files, encoding and depth; no script has failed there. */
const BROWSERS_NOTES = /Failed to load resource|favicon\.ico|document tree is too deep|byte stream was erroneous|character encoding/;

function collectErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  const note = (error: string) => {
    if (!BROWSERS_NOTES.test(error)) errors.push(error);
  };
  page.on('pageerror', (error) => note(error instanceof Error ? error.message : String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') note(message.text());
  });
  return errors;
}

function makeTab(page: Page, id: number, own: Page, errors: readonly string[]): Tab {
  const view = () => askMuster(own, 'page', { tabId: id });
  return {
    page,
    id,
    errors,
    view,
    settled: (limit) => settledPage(page, own, id, limit),
    hasNames: async (names, limit) => {
      let last: PageView | undefined;
      const missing = () => names.filter((name) => !last?.entities.some((entity) => entity.name === name));
      await until(
        'names',
        async () => {
          last = await view();
          return missing().length === 0;
        },
        limit,
      ).catch(() => {
        throw new Error(
          `not found on the page: ${missing().join(', ')}; found: ${last?.entities.map((entity) => entity.name).join(', ')} (${last?.site.state})`,
        );
      });
      return last as PageView;
    },
    paints: async (texts) => {
      const wanted = [...texts].sort().join(' | ');
      let now = '';
      await until('paint', async () => {
        now = [...(await paintedTexts(page))].sort().join(' | ');
        return now === wanted;
      }).catch(() => {
        throw new Error(`painted: ${now || 'nothing'}; wanted: ${wanted || 'nothing'}`);
      });
    },
    painted: () => paintedTexts(page),
    paintedCount: () => countPainted(page),
    hover: async (text) => {
      const point = await until(`a mark on ${text}`, () => pointOnMark(page, text));
      await page.mouse.move(point.x - 3, point.y);
      await page.mouse.move(point.x, point.y);
    },
    card: () => cardText(own, id),
  };
}

export function fixture(path: string): string {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');
}

/** A small article around some paragraphs of HTML. Every address is its own article. */
export function article(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page of the tests</title>
<meta property="og:type" content="article"><meta property="og:title" content="A page of the tests">${head}</head>
<body><main><article><h1>A page of the tests</h1>${body}</article></main></body></html>`;
}

/** Enough plain words that an article is recognised as one. */
export const FILLER = `<p>${'The visitors walked from hall to hall, spoke with the people at the stands, and took their notes. '.repeat(6)}</p>`;

/** The page's own markup now, without the one element that Muster may add. */
export function markup(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const host of copy.querySelectorAll('muster-card')) host.remove();
    return copy.outerHTML;
  });
}

/** The markup that the browser makes of this source when nothing else touches it. */
export function parsed(page: Page, source: string): Promise<string> {
  return page.evaluate((html) => new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML, source);
}
