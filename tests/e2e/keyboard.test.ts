import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openOwnPage, until } from '../../scripts/browsers.ts';
import { askMuster, type WithApi } from '../../scripts/watch.ts';
import { article, BROWSER, FILLER, markup, parsed, type Tab, useWorld, type World } from './world.ts';

/** Everything by keyboard. What the browser does with a key press is its own; from the command on it is all ours. */

const BODY = article(
  `<p><a id="before" href="#x">before</a> First MBDA.</p>${FILLER}<div style="height:2000px"></div><p id="second">Then KNDS.</p>`,
);

/** What a key does: the browser tells the background of a command. Puppeteer's keys do not reach the browser's own shortcuts. */
async function command(world: World, tab: Tab, what: 'step' | 'cardByKey', argument?: object): Promise<unknown> {
  return world.own.evaluate(
    (tabId, message) =>
      (
        globalThis as unknown as { browser: { tabs: { sendMessage(id: number, m: object, o: object): Promise<unknown> } } }
      ).browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
    tab.id,
    { muster: what, argument },
  );
}

const next = { step: 1, from: 'here', turned: false, framed: false };

/** All that our hosts say in their closed roots, which only a content script may look into. */
function ownText({ own }: World, tabId: number): Promise<string> {
  return own.evaluate(async (id) => {
    const [answer] = await (globalThis as unknown as WithApi).browser.scripting.executeScript({
      target: { tabId: id },
      func: () => {
        type Dom = { openOrClosedShadowRoot(host: HTMLElement): ShadowRoot | null };
        type Host = HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
        const dom = (globalThis as unknown as { chrome?: { dom?: Dom } }).chrome?.dom;
        const roots = [...document.querySelectorAll<Host>('muster-card')].map(
          (host) => dom?.openOrClosedShadowRoot(host) ?? host.openOrClosedShadowRoot,
        );
        return roots.map((root) => root?.textContent ?? '').join(' ');
      },
    });
    return String(answer?.result ?? '').replace(/[\u2068\u2069]/g, '');
  }, tabId);
}

interface AxNode {
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
  readonly ignored: boolean;
}

async function accessible(page: Page): Promise<readonly AxNode[]> {
  const session = await page.createCDPSession();
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
  await session.detach();
  return nodes.filter(({ ignored }) => !ignored);
}

describe(`by keyboard, in ${BROWSER}`, () => {
  const world = useWorld();
  let tab: Tab;
  beforeAll(async () => {
    tab = await world.open('http://unn.ua/en/news/keyboard', BODY);
    await tab.hasNames(['MBDA', 'KNDS']);
    await tab.settled();
  });

  const inSight = () =>
    tab.page.evaluate(() => {
      const box = document.getElementById('second')?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });

  test('next goes to the names in turn and says each, politely, and nothing of it stays on the page', async () => {
    expect(await command(world, tab, 'step', next)).toEqual({ value: true });
    await until('the first to be said', async () => /MBDA, company, 1 of 2/.test(await ownText(world, tab.id)) || undefined);
    expect(await command(world, tab, 'step', next)).toEqual({ value: true });
    await until('the second to be said', async () => /KNDS, company, 2 of 2/.test(await ownText(world, tab.id)) || undefined);
    await until('the second to be in sight', async () => (await inSight()) || undefined);
    if (BROWSER === 'chromium') {
      const nodes = await accessible(tab.page);
      const region = nodes.find(({ role }) => role?.value === 'status');
      expect(region?.properties).toContainEqual({ name: 'live', value: { type: 'token', value: 'polite' } });
      expect(nodes.some(({ name }) => /KNDS.*, company, 2 of 2/.test(name?.value ?? ''))).toBe(true);
    }
    expect(await markup(tab.page)).toBe(await parsed(tab.page, BODY));
    await until('our element to be gone', async () => (await tab.page.$('muster-card')) === null || undefined, 15_000);
    expect(await tab.card()).toBeUndefined();
  });

  test('past the last one nothing is left in the frame; from its edge it goes on, and that is said', async () => {
    expect(await command(world, tab, 'step', next)).toEqual({ value: false });
    expect(await command(world, tab, 'step', { ...next, from: 'edge', turned: true })).toEqual({ value: true });
    await until('the turn to be said', async () => /From the start again: MBDA/.test(await ownText(world, tab.id)) || undefined);
  });

  test('the card that a key opens has the focus, Tab goes to its buttons and past them, Esc gives the focus back', async () => {
    await tab.page.evaluate(() => document.getElementById('before')?.focus({ preventScroll: true }));
    const focused = () => tab.page.evaluate(() => document.activeElement?.localName);
    const openByKey = async () => {
      await command(world, tab, 'cardByKey');
      await until('the card', async () => /MBDA/.test((await tab.card()) ?? '') || undefined);
      await until('its focus', async () => (await focused()) === 'muster-card' || undefined);
    };
    await openByKey();
    if (BROWSER === 'chromium') {
      const nodes = await accessible(tab.page);
      const dialog = nodes.find(({ role }) => role?.value === 'dialog');
      expect(dialog?.name?.value).toBe('MBDA');
      expect(dialog?.properties).toContainEqual({ name: 'focused', value: { type: 'booleanOrUndefined', value: true } });
      expect(nodes.some(({ role, name }) => role?.value === 'button' && name?.value === 'Open profile')).toBe(true);
    }
    await tab.page.keyboard.press('Escape');
    await until('the card to go', async () => (await tab.card()) === undefined || undefined);
    expect(await tab.page.evaluate(() => document.activeElement?.id)).toBe('before');

    await openByKey();
    await tab.page.keyboard.press('Tab');
    expect(await focused()).toBe('muster-card');
    // The way to the explorer is there if they were named with somebody before.
    for (let buttons = 1; buttons <= 2 && (await focused()) === 'muster-card'; buttons++) await tab.page.keyboard.press('Tab');
    await until('the card to go', async () => (await tab.card()) === undefined || undefined);
    expect(await tab.page.evaluate(() => document.activeElement?.id)).toBe('before');
  });

  test('from the card the explorer is opened by keyboard, once they were named with somebody', async () => {
    await until('the log', async () => (await tab.view()).kept === 'kept');
    await command(world, tab, 'cardByKey');
    await until('the card', async () => /MBDA.*Explorer/s.test((await tab.card()) ?? '') || undefined);
    for (const key of ['Tab', 'Tab', 'Enter'] as const) await tab.page.keyboard.press(key);
    const id = (await askMuster(world.own, 'search', { text: 'MBDA', limit: 1 }))[0]?.id;
    await until('the explorer', async () => {
      const urls = await world.own.evaluate(async () => {
        const tabs = await (globalThis as unknown as WithApi).browser.tabs.query({});
        return tabs.map(({ url }) => url ?? '');
      });
      return urls.some((url) => url.endsWith(`/explorer.html?e=${id}`)) || undefined;
    });
    await tab.page.bringToFront();
  });

  test('the options list every command with the key that the browser has for it', async () => {
    const page = await openOwnPage(world.running, 'options.html#keys');
    const lines = await until('the keys', async () => {
      const found = await page.evaluate(() => [...document.querySelectorAll('#keys li')].map((line) => line.textContent));
      return found.length > 0 ? found : undefined;
    });
    expect(lines.length).toBe(6);
    const keys = await page.evaluate(() =>
      (
        globalThis as unknown as { browser: { commands: { getAll(): Promise<readonly { shortcut?: string }[]> } } }
      ).browser.commands.getAll(),
    );
    for (const { shortcut } of keys) if (shortcut) expect(lines.some((line) => line.endsWith(shortcut))).toBe(true);
    expect(lines.some((line) => line.startsWith('Go to the next name'))).toBe(true);
    await page.close();
  });

  test('across frames: the page first, then what is in it, and round again', async () => {
    world.news.put('http://unn.ua/en/news/inner', article('<p>Inside is KNDS.</p>'));
    const outer = await world.open(
      'http://unn.ua/en/news/outer',
      article(`<p>Outside is MBDA.</p>${FILLER}<iframe src="/en/news/inner" width="400" height="200"></iframe>`),
    );
    await outer.hasNames(['MBDA', 'KNDS']);
    const frames = await world.own.evaluate(async (id) => {
      const found = await (globalThis as unknown as WithApi).browser.scripting.executeScript({
        target: { tabId: id, allFrames: true },
        func: () => location.pathname,
      });
      return found.length;
    }, outer.id);
    expect(frames).toBe(2);
    expect(await command(world, outer, 'step', next)).toEqual({ value: true });
    expect(await command(world, outer, 'step', next)).toEqual({ value: false });
    expect((await askMuster(world.own, 'page', { tabId: outer.id })).entities.length).toBe(2);
  });
});
