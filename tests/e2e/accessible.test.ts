import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openOwnPage } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { cardFits, cutOffAtTwice, inScheme, openCard, schemes, unseenFocus, violations } from './looked-at.ts';
import { type Popup, popupInTab } from './popup.ts';
import { article, BROWSER, FILLER, fixture, type Tab, useWorld } from './world.ts';

/** Law: every view in every state can be read, reached and seen, however the reader has set colours, motion and size of text. */

describe(`for everybody, in ${BROWSER}`, () => {
  const world = useWorld();
  let tab: Tab;
  let quiet: Tab;
  beforeAll(async () => {
    tab = await world.open('http://unn.ua/en/news/accessible', fixture('articles/dfnc2-sample/source.html'));
    await tab.settled();
    quiet = await world.open('http://unn.ua/en/news/quiet', article(FILLER));
  });
  afterEach(async () => {
    await askMuster(world.own, 'health');
    for (const page of await world.running.browser.pages())
      if (![world.own, tab.page, quiet.page].includes(page)) await page.close().catch(() => undefined);
  });

  /** The popup in its states, by what the reader does to get there. */
  const states: readonly (readonly [string, (popup: Popup) => Promise<unknown>])[] = [
    ['on this page', (popup) => popup.says('KNDS')],
    ['“not this”', (popup) => popup.click('Why KNDS is marked, and “not this”')],
    [
      'a profile',
      async (popup) => {
        await popup.click('KNDS');
        await popup.says(/(?:As|Profile as|All as) of/);
      },
    ],
    ['a note being written', (popup) => popup.click('Write a note')],
    ['lists', (popup) => popup.click('Put on a list')],
    ['corrections', (popup) => popup.click('Correct the profile')],
    [
      'the evidence',
      async (popup) => {
        await popup.click(/^MBDA\s*named together|^MBDA.*sentence/);
        await popup.says(/named together in/i);
      },
    ],
    [
      'search',
      async (popup) => {
        await popup.click('Search');
        await popup.type('kongsberg');
        await popup.says('Kongsberg Defence');
      },
    ],
    [
      'search without result',
      async (popup) => {
        await popup.type('qqqqzzzz');
        await new Promise((resolve) => setTimeout(resolve, 500));
      },
    ],
  ];

  test.each(schemes)('axe finds nothing in the popup, in all its places, %s', async (scheme) => {
    const popup = await popupInTab(world, tab);
    for (const [state, enter] of states) {
      await enter(popup);
      expect([state, ...(await violations(await inScheme(popup.page, scheme)))]).toEqual([state]);
    }
  });

  test.each(schemes)('nor where nobody is named, nor while it is paused, %s', async (scheme) => {
    const popup = await popupInTab(world, quiet);
    await popup.says('Nobody that Muster knows');
    expect(await violations(await inScheme(popup.page, scheme))).toEqual([]);
    await popup.click('Pause everywhere');
    await popup.says('Paused everywhere');
    expect(await violations(popup.page)).toEqual([]);
    await popup.click('Pause everywhere');
    await popup.says('Nobody that Muster knows');
  });

  const EXPLORER = ['network', 'timeline', 'articles', 'entity&e=Q1', 'compare'].map((view) => `explorer.html?view=${view}`);
  const PAGES = ['options.html', 'welcome.html', 'sidepanel.html', 'sidepanel.html?q=saab', 'options.html?add=Acme', ...EXPLORER] as const;
  test.each(schemes.flatMap((scheme) => PAGES.map((path) => [path, scheme] as const)))('nor in %s, %s', async (path, scheme) => {
    const page = await openOwnPage(world.running, path);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
    expect(await violations(await inScheme(page, scheme))).toEqual([]);
  });

  test.each(schemes)('nor in the card, %s', async (scheme) => {
    const page = await openOwnPage(world.running, 'welcome.html');
    await openCard(page);
    expect(await violations(await inScheme(page, scheme))).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('muster-card');
    expect(await unseenInCard(page)).toEqual([]);
  });

  /** From button to button of the card: what has the focus without showing it. */
  async function unseenInCard(page: Page): Promise<readonly string[]> {
    const unseen: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const now = await page.evaluate(() => {
        const at = document.activeElement?.shadowRoot?.activeElement;
        if (!at) return 'nothing has the focus';
        return getComputedStyle(at).outlineStyle === 'none' ? at.outerHTML.slice(0, 100) : '';
      });
      if (now !== '') unseen.push(`${i}: ${now}`);
      await page.keyboard.press('Tab');
    }
    return unseen;
  }

  test.each(['light', 'forced colours'] as const)('what has the focus shows it, in every place of the popup, %s', async (scheme) => {
    if (!schemes.includes(scheme)) return;
    const popup = await popupInTab(world, tab);
    await inScheme(popup.page, scheme);
    // Once the automated mouse has clicked, Firefox shows no focus to automated keys any more: there, only the place where nothing was clicked yet.
    for (const [state, enter] of BROWSER === 'firefox' ? states.slice(0, 1) : states) {
      await enter(popup);
      expect([state, ...(await unseenFocus(popup.page, 3))]).toEqual([state]);
      await popup.page.evaluate(() => {
        for (const one of document.querySelectorAll('[data-reached]')) one.removeAttribute('data-reached');
      });
    }
  });

  test.each([
    ['options.html', 40],
    ['welcome.html', 5],
    ['sidepanel.html', 3],
  ] as const)('… and in %s', async (path, least) => {
    const page = await openOwnPage(world.running, path);
    await page.waitForSelector('button');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await unseenFocus(page, least)).toEqual([]);
  });

  test('with text at twice its size nothing of the popup is cut off, in every place, 380 px wide', async () => {
    const popup = await popupInTab(world, tab);
    for (const [state, enter] of states) {
      await popup.page.evaluate(() => {
        document.documentElement.style.fontSize = '';
      });
      await enter(popup);
      expect([state, ...(await cutOffAtTwice(popup.page, 380))]).toEqual([state]);
    }
  });

  test.each([
    ['options.html', 480],
    ['welcome.html', 480],
    ['sidepanel.html', 320],
  ] as const)('… nor of %s', async (path, width) => {
    const page = await openOwnPage(world.running, path);
    await page.waitForSelector('button');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await cutOffAtTwice(page, width)).toEqual([]);
  });

  test('… nor of the card, in a window zoomed to twice its size', async () => {
    const page = await openOwnPage(world.running, 'welcome.html');
    await page.setViewport({ width: 360, height: 400, deviceScaleFactor: 2 });
    await openCard(page);
    expect(await cardFits(page)).toEqual([]);
  });
});
