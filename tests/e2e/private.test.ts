import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { realPopup } from './popup.ts';
import { article, BROWSER, FILLER, useWorld, type World } from './world.ts';

const URL_OF_STORY = 'http://unn.ua/private/a-story-nobody-may-know-of';
const STORY = article(`<p>At the fair MBDA met KNDS.</p>${FILLER}`, '<meta name="author" content="A. Nobody">');

/** Everything that the extension keeps: its databases (published profiles aside) and its storage areas, as one text. */
function everythingKept(world: World): Promise<string> {
  return world.own.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const kept: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await wait(indexedDB.open(name ?? ''));
      for (const store of [...db.objectStoreNames].filter((one) => !['blocks', 'compiled', 'packs'].includes(one))) {
        kept.push(name, store, await wait(db.transaction(store).objectStore(store).getAll()));
      }
      db.close();
    }
    type Area = { get(): Promise<unknown> };
    const { storage } = (globalThis as unknown as { browser: { storage: { local: Area; session: Area } } }).browser;
    return JSON.stringify([kept, await storage.local.get(), await storage.session.get()]);
  });
}

function openPrivateWindow(world: World, url: string): Promise<number> {
  return world.own.evaluate(async (address) => {
    type Windows = { create(what: object): Promise<{ id: number }> };
    const { windows } = (globalThis as unknown as { browser: { windows: Windows } }).browser;
    return (await windows.create({ incognito: true, url: address })).id;
  }, url);
}

function closeWindow(world: World, id: number): Promise<void> {
  return world.own.evaluate((which) => {
    type Windows = { remove(id: number): Promise<void> };
    return (globalThis as unknown as { browser: { windows: Windows } }).browser.windows.remove(which);
  }, id);
}

async function pageAt(world: World, url: string): Promise<Page> {
  const target = await world.running.browser.waitForTarget((one) => one.url() === url);
  return (await target.page()) ?? target.asPage();
}

/** One of Muster's own pages in a private window, which only Firefox has. */
async function privateOwnPage(world: World): Promise<Page> {
  const url = `${world.running.origin}/options.html?private`;
  await openPrivateWindow(world, url);
  // Firefox never reports the address of such a page; it tells it itself.
  return until(url, async () => {
    for (const page of await world.running.browser.pages())
      if ((await page.evaluate(() => location.href).catch(() => '')) === url) return page;
    return undefined;
  });
}

describe(`private windows in ${BROWSER}`, () => {
  const world = useWorld({ privateWindows: true });

  test('names are marked, and nothing is left behind', async () => {
    world.news.put(URL_OF_STORY, STORY);
    const window = await openPrivateWindow(world, URL_OF_STORY);
    const page = await pageAt(world, URL_OF_STORY);
    const tab = await world.tabFor(page, URL_OF_STORY);
    await tab.paints(['MBDA', 'KNDS']);
    expect((await tab.settled()).kept).toBe('private-window');
    expect((await askMuster(world.own, 'health')).kept).toMatchObject({ articles: 0, sightings: 0, pairs: 0 });
    await closeWindow(world, window);
    await until('the tab to be forgotten', async () => !(await everythingKept(world)).includes('nobody-may-know'));
    expect(await everythingKept(world)).not.toMatch(/nobody-may-know|A page of the tests|A\. Nobody/);
  });

  test('the same story in an ordinary window is kept, so the test above could fail', async () => {
    const tab = await world.open(URL_OF_STORY, STORY);
    await until('the log to have it', async () => (await tab.settled()).kept === 'kept');
    expect(await everythingKept(world)).toContain('nobody-may-know');
  });

  test('from a private window no feed can be added', async () => {
    const address = 'http://unn.ua/private/no-feed';
    world.news.put(address, STORY);
    const window = await openPrivateWindow(world, address);
    const page = await pageAt(world, address);
    const own = BROWSER === 'chromium' ? (await realPopup(world, await world.tabFor(page, address))).page : await privateOwnPage(world);
    const adding = askMuster(own, 'addFeed', { address: 'http://127.0.0.1:8099/feed/', fingerprint: 'ab'.repeat(20) });
    await expect(adding).rejects.toThrow(/A private window keeps nothing/);
    await closeWindow(world, window);
    expect((await askMuster(world.own, 'feeds')).map(({ id }) => id)).toEqual(['core']);
    expect(world.news.requests.filter((request) => request.includes('127.0.0.1:8099'))).toEqual([]);
  });
});
