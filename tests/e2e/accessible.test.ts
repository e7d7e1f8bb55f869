import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openOwnPage } from '../../scripts/browsers.ts';
import { popupInTab } from './popup.ts';
import { BROWSER, fixture, type Tab, useWorld } from './world.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on a page as it is drawn now, one line each: rule, and the first element that breaks it. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Result = { violations: readonly { id: string; help: string; nodes: readonly { html: string }[] }[] };
    const { axe } = globalThis as unknown as { axe: { run(): Promise<Result> } };
    return (await axe.run()).violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}`);
  });
}

describe(`for everybody, in ${BROWSER}`, () => {
  const world = useWorld();
  let tab: Tab;
  beforeAll(async () => {
    tab = await world.open('http://unn.ua/en/news/accessible', fixture('articles/dfnc2-sample/source.html'));
    await tab.settled();
  });

  // Only Chromium lets a test switch between light and dark.
  const schemes = BROWSER === 'chromium' ? (['light', 'dark'] as const) : (['light'] as const);
  for (const scheme of schemes) {
    const inScheme = async (page: Page) => {
      if (scheme === 'dark') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      // Colours may fade in.
      await new Promise((resolve) => setTimeout(resolve, 300));
      return page;
    };

    test(`the popup, in its places, ${scheme}`, async () => {
      const popup = await popupInTab(world, tab);
      await popup.says('KNDS');
      expect(await violations(await inScheme(popup.page))).toEqual([]);
      await popup.click('Why KNDS is marked, and “not this”');
      expect(await violations(popup.page)).toEqual([]);
      await popup.click('KNDS');
      await popup.says(/(?:As|Profile as|All as) of/);
      expect(await violations(popup.page)).toEqual([]);
      await popup.click('Search');
      await popup.type('kongsberg');
      await popup.says('Kongsberg Defence');
      expect(await violations(popup.page)).toEqual([]);
      await popup.page.close();
    });

    test.each(['options.html', 'welcome.html', 'sidepanel.html'])(`%s, ${scheme}`, async (path) => {
      const page = await openOwnPage(world.running, path);
      expect(await violations(await inScheme(page))).toEqual([]);
      await page.close();
    });
  }
});
