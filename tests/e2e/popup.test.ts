import { beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { popupInTab, realPopup } from './popup.ts';
import { article, BROWSER, FILLER, fixture, type Tab, useWorld } from './world.ts';

describe(`the popup in ${BROWSER}`, () => {
  const world = useWorld();
  let tab: Tab;
  beforeAll(async () => {
    tab = await world.open('http://unn.ua/en/news/popup', fixture('articles/dfnc2-sample/source.html'));
    await tab.settled();
  });

  test('opened over the page it tells who is named, and how often', async () => {
    const popup = await realPopup(world, tab);
    await popup.says('unn.ua');
    await popup.says(/KNDS\s*· 3 times/);
    await popup.says('MBDA');
    await popup.page.close();
  });

  test('next and previous scroll to the mention and say which it is', async () => {
    const far = await world.open(
      'http://unn.ua/en/news/far',
      article(
        `<p>First MBDA.</p>${FILLER}<div style="height:4000px"></div><p id="second">Second MBDA.</p><div style="height:3000px"></div>`,
      ),
    );
    await far.hasNames(['MBDA']);
    const popup = await realPopup(world, far);
    const inSight = () =>
      far.page.evaluate(() => {
        const box = document.getElementById('second')?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight;
      });
    const seen = (wanted: boolean) =>
      until(`the second mention to be ${wanted ? 'in' : 'out of'} sight`, async () => (await inSight()) === wanted);
    expect(await inSight()).toBe(false);
    await popup.click('Next mention of MBDA');
    await popup.says('1 of 2');
    await popup.click('Next mention of MBDA');
    await popup.says('2 of 2');
    await seen(true);
    await popup.click('Previous mention of MBDA');
    await popup.says('1 of 2');
    await seen(false);
  });

  test('from a name to its profile, to whom it was named with, to the very sentence', async () => {
    const popup = await popupInTab(world, tab);
    await popup.says('MBDA');
    await popup.click('MBDA');
    await popup.says(/(?:As|Profile as|All as) of/);
    await popup.says('Sources');
    await popup.click(/^KNDS\s*named together|^KNDS.*sentence/);
    await popup.says(/named together in 1 article/i);
    await popup.says('A table for twelve');
    await popup.says('Muster sample');
    await popup.says('Around the table were people from BAE\u00a0Systems, KNDS and MBDA');
  });

  test.each([
    ['Зеленський', 'Volodymyr Zelenskyy'],
    ['Укроборонпром', 'Ukrainian Defense Industry'],
    ['Kongsburg Defense', 'Kongsberg Defence & Aerospace'],
    ['areovironment', 'AeroVironment'],
  ])('search for %s finds %s', async (typed, name) => {
    const popup = await popupInTab(world, tab);
    await popup.click('Search');
    await popup.type(typed);
    await popup.says(name);
    await popup.page.keyboard.press('Enter');
    await popup.says(/(?:As|Profile as|All as) of/);
    expect(await popup.page.evaluate(() => document.querySelector('h1')?.textContent)).toContain(name);
    await popup.page.close();
  });

  test('on a page of a site that is not read nothing is marked, and the popup says so', async () => {
    const other = await world.open('http://gardening.test/roses', article('<p>MBDA roses.</p>'));
    const popup = await realPopup(world, other);
    // A popup that was not opened by its button (Firefox, here) is not even told the address.
    await popup.says(BROWSER === 'chromium' ? 'does not read this site' : 'This page cannot be read');
    expect(await other.paintedCount()).toBe(0);
    await popup.page.close();
  });

  // Only Chromium lets a test click the button, which is what gives access to the page.
  if (BROWSER === 'chromium')
    test('reading such a page once, by a click, marks it until it is left', async () => {
      const other = await world.open('http://gardening.test/tulips', article('<p>MBDA tulips.</p>'));
      const popup = await realPopup(world, other);
      await popup.click('Read this page once');
      await other.paints(['MBDA']);
      await popup.page.close();
      await other.page.goto('http://gardening.test/roses');
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await other.paintedCount()).toBe(0);
    });

  test('a page without names says that too', async () => {
    const quiet = await world.open('http://unn.ua/en/news/quiet', article(FILLER));
    const popup = await popupInTab(world, quiet);
    await popup.says('Nobody that Muster knows is named here yet');
  });
});
