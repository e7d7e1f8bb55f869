/**
 * Looks at the running extension from outside, as a reader would: what is painted on a page, what the card says, what the
 * extension answers. Nothing here recognises a name; it only reads.
 */
import type { Page } from 'puppeteer-core';
import type { FromReader, PageView } from '../platform/messages.ts';
import { openOwnPage, type Running, until } from './browsers.ts';

/** The part of the extension API that is used from inside one of Muster's own pages. */
export interface ExtensionApi {
  readonly runtime: { sendMessage(message: unknown): Promise<{ value?: unknown; error?: string } | undefined> };
  readonly tabs: { query(what: object): Promise<readonly { id: number; url?: string; pendingUrl?: string; active: boolean }[]> };
  readonly scripting: { executeScript(what: object): Promise<readonly { result?: unknown }[]> };
}
export type WithApi = { readonly browser: ExtensionApi };

/** A point in the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Asks the background what the popup would ask. Throws with the background's words if it refused. */
export async function askMuster<K extends keyof FromReader & string>(
  own: Page,
  name: K,
  argument?: Parameters<FromReader[K]>[0],
): Promise<ReturnType<FromReader[K]>> {
  const reply = await own.evaluate((message) => (globalThis as unknown as WithApi).browser.runtime.sendMessage(message), {
    muster: name,
    argument,
  });
  if (!reply) throw new Error(`${name}: the background did not answer`);
  if (reply.error !== undefined) throw new Error(`${name}: ${reply.error}`);
  return reply.value as ReturnType<FromReader[K]>;
}

/** The id of the tab that shows `url` (compared without its fragment). */
export async function tabOf(own: Page, url: string): Promise<number> {
  const wanted = url.split('#')[0];
  return until(`a tab with ${url}`, async () => {
    const tabs = await own.evaluate(() => (globalThis as unknown as WithApi).browser.tabs.query({}));
    return tabs.filter((tab) => tab.url?.split('#')[0] === wanted).at(-1)?.id;
  });
}

/** The ids of all tabs that show no page of our own. Unlike their addresses, these are told without access to the sites. */
export async function tabIds(own: Page): Promise<readonly number[]> {
  return own.evaluate(async () => {
    const tabs = await (globalThis as unknown as WithApi).browser.tabs.query({});
    return tabs.filter((tab) => !(tab.pendingUrl ?? tab.url ?? '').startsWith(location.origin)).map((tab) => tab.id);
  });
}

/** How many ranges are painted now, in the page and its frames. */
export async function countPainted(page: Page): Promise<number> {
  const counts = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)).catch(() => 0),
      ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Text under each painted range of the top document, in no particular order. */
export async function paintedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((mark) => {
        const range = document.createRange();
        range.setStart(mark.startContainer, mark.startOffset);
        range.setEnd(mark.endContainer, mark.endOffset);
        return range.toString();
      }),
    ),
  );
}

/** Scrolls through the whole page and counts each range once, because only those near the window are painted at a time. */
export async function countWhileScrolling(page: Page): Promise<number> {
  const counts = await Promise.all(page.frames().map((frame) => frame.evaluate(collectMarks).catch(() => 0)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Runs in the page. */
async function collectMarks(): Promise<number> {
  const seen = new Map<Node, Set<string>>();
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const collect = () => {
    let now = 0;
    for (const highlight of CSS.highlights.values()) {
      for (const { startContainer, startOffset, endOffset } of highlight) {
        const at = seen.get(startContainer) ?? new Set<string>();
        seen.set(startContainer, at.add(`${startOffset}-${endOffset}`));
        now++;
      }
    }
    return now;
  };
  const start = window.scrollY;
  const tall = () => document.documentElement.scrollHeight;
  // A frame without height has no windows to go through, and a page that grows as it is scrolled would never end.
  const step = Math.max(window.innerHeight, 200);
  for (let top = 0, windows = 0; windows < 100; top += step, windows++) {
    window.scrollTo({ top, behavior: 'instant' });
    // Ranges are registered a little after the scroll: stay until their number stands still for three looks.
    for (let same = 0, last = -1, looks = 0; same < 3 && looks < 25; looks++) {
      await pause(40);
      const now = collect();
      same = now === last ? same + 1 : 0;
      last = now;
    }
    if (top + step >= tall()) break;
  }
  window.scrollTo({ top: start, behavior: 'instant' });
  return [...seen.values()].reduce((sum, at) => sum + at.size, 0);
}

/**
 * Waits until the marks stand still for 700 ms and the page is in the log, or the extension says why it is not. A page on
 * which nothing is found may wait for an article for ever: after 5 s without any change it is taken as it is.
 */
export async function settledPage(page: Page, own: Page, tabId: number, limit = 20_000): Promise<PageView> {
  let last = '';
  let since = Date.now();
  return until(
    'the marks to stand still',
    async () => {
      const view = await askMuster(own, 'page', { tabId }).catch(() => undefined);
      const now = `${await countPainted(page)} ${JSON.stringify([view?.site, view?.entities, view?.pairs, view?.kept])}`;
      if (now !== last) since = Date.now();
      last = now;
      const still = Date.now() - since;
      // A tab that has only just been opened may still be told as one that is not read.
      const decided = view?.site.state !== 'reading' ? 2_000 : view.kept !== 'waiting' ? 700 : 5_000;
      return view !== undefined && still >= decided ? view : undefined;
    },
    limit,
  );
}

/** The middle of a painted mark that can be pointed at, in the window as it is scrolled now; the first with `text` if that is given. */
export async function pointOnMark(page: Page, text?: string): Promise<Point | undefined> {
  return page.evaluate((wanted) => {
    const points = [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].flatMap((mark) => {
        const range = document.createRange();
        range.setStart(mark.startContainer, mark.startOffset);
        range.setEnd(mark.endContainer, mark.endOffset);
        const box = range.getClientRects()[0];
        if (!box || box.width === 0 || box.top < 0 || box.bottom > window.innerHeight) return [];
        if (box.x + box.width / 2 < 0 || box.x + box.width / 2 >= window.innerWidth) return [];
        return wanted !== undefined && range.toString() !== wanted ? [] : [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
      }),
    );
    return points.sort((a, b) => a.y - b.y || a.x - b.x)[0];
  }, text);
}

/**
 * The text of the card if it shows. The card is in a closed shadow root, which only a content script may look into:
 * so one of Muster's own pages sends a small one there.
 */
export async function cardText(own: Page, tabId: number): Promise<string | undefined> {
  return own.evaluate(async (id) => {
    const { scripting } = (globalThis as unknown as WithApi).browser;
    const [answer] = await scripting.executeScript({
      target: { tabId: id },
      func: () => {
        const host = document.querySelector<HTMLElement>('muster-card');
        if (!host) return undefined;
        type Dom = { openOrClosedShadowRoot(host: HTMLElement): ShadowRoot | null };
        const dom = (globalThis as unknown as { chrome?: { dom?: Dom } }).chrome?.dom;
        // Chromium has a function for it, Firefox a property.
        const root = dom
          ? dom.openOrClosedShadowRoot(host)
          : (host as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
        const lines = [...(root?.children ?? [])].map((child) =>
          child.checkVisibility({ visibilityProperty: true }) ? (child.textContent?.trim() ?? '') : '',
        );
        return lines.filter((line) => line !== '').join('\n') || undefined;
      },
    });
    return (answer?.result as string | undefined) ?? undefined;
  }, tabId);
}

/**
 * Clicks Muster's button in the toolbar while `page` is in front, and answers the popup. In Firefox, where that button cannot be
 * clicked from a test, the same document opens in a tab.
 */
export async function openPopup(running: Running, page: Page, tabId: number): Promise<Page> {
  // A window of its own, so that the page stays in front in its own: a page that is behind another does not scroll smoothly.
  if (running.name === 'firefox') return openOwnPage(running, `popup.html?tab=${tabId}`, 'window');
  await page.bringToFront();
  const muster = (await running.browser.extensions()).get(new URL(running.origin).host);
  if (!muster) throw new Error(`the browser does not know the extension ${running.origin}`);
  await muster.triggerAction(page);
  const target = await running.browser.waitForTarget((t) => t.url() === `${running.origin}/popup.html`, { timeout: 10_000 });
  return target.asPage();
}
