import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { askMuster, type Point, type WithApi } from '../../scripts/watch.ts';
import { TRICKS } from './tricks.ts';
import { article, BROWSER, FILLER, useWorld, type World } from './world.ts';

/**
 * Law: whatever a page does, a press on what is ours in it opens a profile at most. Everything that is kept is looked at
 * before and after, byte for byte. Recording is off, because reading the pages of this test is not what it is about.
 */

const STORY = 'http://unn.ua/clickjack';
const BODY = article(`<p>At the fair MBDA met KNDS.</p>${FILLER}`);

/** All tables but those that come with the extension, all settings, what is allowed, and what holds for a while. */
function everythingKept({ own }: World): Promise<string> {
  return own.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const kept: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await wait(indexedDB.open(name ?? ''));
      for (const store of [...db.objectStoreNames].filter((one) => !['blocks', 'compiled', 'packs'].includes(one)))
        kept.push(name, store, await wait(db.transaction(store).objectStore(store).getAll()));
      db.close();
    }
    type Area = { get(): Promise<Record<string, unknown>> };
    const { storage, permissions } = (
      globalThis as unknown as { browser: { storage: Record<'local' | 'session', Area>; permissions: { getAll(): Promise<unknown> } } }
    ).browser;
    // "tab:1" only says that the tab has something new to show.
    const session = Object.entries(await storage.session.get()).filter(([key]) => !key.startsWith('tab:'));
    return JSON.stringify([kept, await storage.local.get(), session, await permissions.getAll()]);
  });
}

/** The middle of the card's first button; the card is in a closed shadow root, which only a content script may look into. */
async function buttonOf({ own }: World, tabId: number): Promise<Point> {
  return until('the button of the card', async () => {
    const found = await own.evaluate(async (id) => {
      const [answer] = await (globalThis as unknown as WithApi).browser.scripting.executeScript({
        target: { tabId: id },
        func: () => {
          const host = document.querySelector<HTMLElement>('muster-card') as (HTMLElement & { openOrClosedShadowRoot?: ShadowRoot }) | null;
          type Dom = { openOrClosedShadowRoot(host: HTMLElement): ShadowRoot | null };
          const dom = (globalThis as unknown as { chrome?: { dom?: Dom } }).chrome?.dom;
          const root = host === null ? null : (dom?.openOrClosedShadowRoot(host) ?? host.openOrClosedShadowRoot);
          const box = root?.querySelector('button')?.getBoundingClientRect();
          return box === undefined ? undefined : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        },
      });
      return (answer?.result as Point | null | undefined) ?? undefined;
    }, tabId);
    return found;
  });
}

/** How many profiles are open, in the side panel and in tabs in its place. */
async function profilesOpen({ own }: World): Promise<{ readonly panels: number; readonly all: number }> {
  return own.evaluate(async () => {
    type Contexts = { getContexts?(what: object): Promise<readonly unknown[]> };
    const { runtime, tabs } = (globalThis as unknown as WithApi).browser;
    const panels = (await (runtime as Contexts).getContexts?.({ contextTypes: ['SIDE_PANEL'] }))?.length ?? 0;
    const profile = `${location.origin}/sidepanel.html?id=`;
    const inTabs = (await tabs.query({})).filter(({ url, pendingUrl }) => (url ?? pendingUrl ?? '').startsWith(profile));
    return { panels, all: panels + inTabs.length };
  });
}

describe(`a page that is after the reader's clicks, in ${BROWSER}`, () => {
  const world = useWorld();

  beforeAll(async () => {
    const tab = await world.open(STORY, BODY);
    await until('the log to have it', async () => (await tab.view()).kept === 'kept');
    await askMuster(world.own, 'addOwn', { name: 'Acme Rockets', kind: 'company', aliases: [] });
    await askMuster(world.own, 'judge', { entity: 'Q7344', says: 'not-this', scope: 'everywhere' });
    await world.set({ recording: false });
    await tab.page.close();
  });

  afterEach(async () => {
    for (const page of await world.running.browser.pages())
      if (page !== world.own && !page.isClosed()) await page.close().catch(() => undefined);
  });

  test('there is something to lose', async () => {
    const kept = await everythingKept(world);
    for (const word of ['Acme Rockets', 'Q7344', 'unn.ua/clickjack', '"recording":false']) expect(kept).toContain(word);
  });

  test.each(TRICKS)('$name', async ({ before, script, user, opens }) => {
    const tab = await world.open(STORY);
    await tab.page.evaluate((origin) => Object.assign(window, { musterOrigin: origin }), world.running.origin);
    await tab.paints(['MBDA', 'KNDS']);
    if (before) await tab.page.evaluate(before);
    const [state, open] = [await everythingKept(world), await profilesOpen(world)];
    await tab.hover('KNDS');
    const at = await buttonOf(world, tab.id);
    if (script) await tab.page.evaluate(script);
    if (user) await user(tab.page, at);
    else await tab.page.mouse.click(at.x, at.y);
    if (opens === true) await until('the profile', async () => (await profilesOpen(world)).all > open.all);
    // What a message could set going has had its time.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await everythingKept(world)).toBe(state);
    if (opens === false) expect(await profilesOpen(world)).toEqual(open);
    // Where the browser lets a page's click open the panel, it is the panel and not a tab.
    if (opens === true && BROWSER === 'chromium') expect((await profilesOpen(world)).panels).toBe(open.panels + 1);
  });
});
