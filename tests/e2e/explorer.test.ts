import { beforeAll, describe, expect, test } from 'vitest';
import { openOwnPage, until } from '../../scripts/browsers.ts';
import { askMuster, tabOf } from '../../scripts/watch.ts';
import { asTables, click, savedFile, says, table } from './our-page.ts';
import { popupInTab } from './popup.ts';
import { article, BROWSER, FILLER, useWorld } from './world.ts';

/** From what was read to who is named with whom, and from each number to the sentence behind it. */

const dated = (day: string) => `<meta property="article:published_time" content="${day}T09:00:00Z">`;
const FAR = '<div style="height:5000px"></div>';

const PAGES: readonly (readonly [string, string])[] = [
  ['http://unn.ua/en/news/one', article(`<p>BAE Systems met KNDS about <b>howitzers</b> on Tuesday.</p>${FILLER}`, dated('2024-10-02'))],
  [
    'http://unn.ua/en/news/two',
    article(`${FILLER}${FAR}<p>The people of BAE Systems and those of KNDS drank tea for two hours.</p>${FAR}`, dated('2024-10-09')),
  ],
  ['http://unn.ua/en/news/three', article(`<p>Rheinmetall and KNDS signed a paper.</p><p>MBDA did not.</p>${FILLER}`, dated('2024-11-20'))],
];

describe(`the explorer in ${BROWSER}`, () => {
  const world = useWorld();

  beforeAll(async () => {
    for (const [url, body] of PAGES) {
      const tab = await world.open(url, body);
      await tab.settled();
      await until('the article in the log', async () => (await tab.view()).kept === 'kept');
      await tab.page.close();
    }
  });

  const explorer = async (search = '') => {
    const page = await openOwnPage(world.running, `explorer.html${search}`);
    await page.bringToFront();
    return page;
  };
  /** Addresses of the explorers that are open. */
  const explorers = () =>
    world.own.evaluate(async () => {
      type Api = { browser: { tabs: { query(of: object): Promise<{ url?: string; pendingUrl?: string }[]> } } };
      const tabs = await (globalThis as unknown as Api).browser.tabs.query({});
      return tabs.map(({ url, pendingUrl }) => pendingUrl ?? url ?? '').filter((url) => url.includes('/explorer.html'));
    });
  const pageAt = (url: string) =>
    until('its page', async () => (await world.running.browser.pages()).find((one) => one.url().startsWith(url)));
  /** Firefox's driver does not see the page that a link of ours opens. */
  const anew = async (url: string) => {
    const page = await world.running.browser.newPage();
    await page.goto(url);
    return page;
  };
  const idOf = async (name: string) => (await askMuster(world.own, 'search', { text: name, limit: 1 }))[0]?.id as string;

  test('opened from the popup, and on what the popup shows', async () => {
    const tab = await world.open('http://unn.ua/en/news/four', article(`<p>KNDS and MBDA again.</p>${FILLER}`, dated('2024-12-01')));
    await tab.hasNames(['KNDS', 'MBDA']);
    const popup = await popupInTab(world, tab);
    await popup.says('KNDS');
    const hrefs = () => popup.page.evaluate(() => [...document.querySelectorAll('a')].map((a) => a.getAttribute('href')));
    expect(await hrefs()).toContain('/explorer.html');
    await popup.click('KNDS');
    await popup.says('Open in the explorer');
    const before = await explorers();
    await popup.page.evaluate(() =>
      [...document.querySelectorAll('a')].find((a) => a.textContent.includes('Open in the explorer'))?.click(),
    );
    const opened = await until('the explorer in a tab of its own', async () => (await explorers()).find((url) => !before.includes(url)));
    expect(opened).toContain(`view=entity&e=${await idOf('KNDS')}`);
    expect(await askMuster(world.own, 'erase', { what: 'page', url: tab.page.url() })).toBeLessThanOrEqual(1);
    await popup.page.close();
    await tab.page.close();
  });

  // No driver opens the browser's own menus; Chromium lets the background be told of a choice.
  test.runIf(BROWSER === 'chromium')('opened from the menu of the button', async () => {
    const before = await explorers();
    const background = await (await world.running.browser.waitForTarget((one) => one.type() === 'service_worker')).worker();
    await background?.evaluate(async () => {
      type Menus = { update(id: string, of: object): Promise<void>; onClicked: { dispatch(info: object, tab: object): void } };
      const { contextMenus } = (globalThis as unknown as { chrome: { contextMenus: Menus } }).chrome;
      // Rejects if there is no such entry.
      await contextMenus.update('explore', {});
      contextMenus.onClicked.dispatch({ menuItemId: 'explore' }, {});
    });
    await until('the explorer', async () => (await explorers()).length === before.length + 1);
  });

  test('its network shows who is named with whom, and how often', async () => {
    const page = await explorer();
    await says(page, 'Counted in all 3 articles of your log.');
    await says(page, '4 names, 4 counted pairs.');
    await asTables(page);
    await until('the pairs', async () => (await table(page, 'Counted pairs')).length === 4);
    const rows = (await table(page, 'Counted pairs')).map((row) => row.split(' | '));
    // Which of the two comes first says nothing.
    expect(rows.map(([a, b, ...counts]) => `${[a, b].sort().join(' and ')}: ${counts.slice(0, 3).join(' ')}`).sort()).toEqual([
      'BAE Systems and KNDS: 2 2 2',
      'KNDS and MBDA: 1 0 0',
      'KNDS and Rheinmetall: 1 1 1',
      'MBDA and Rheinmetall: 1 0 0',
    ]);
    await page.close();
  });

  test('a number leads to the sentences behind it, and a sentence to its place in the page', async () => {
    const page = await explorer(`?view=network&e=${await idOf('KNDS')}`);
    await says(page, '4 names');
    await asTables(page);
    await click(page, /^Evidence: (BAE Systems and KNDS|KNDS and BAE Systems)$/);
    await says(page, 'Named together in 2 articles, newest first.');
    await says(page, 'BAE Systems met KNDS about howitzers on Tuesday.');
    const links = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('.evidence-panel blockquote a')].map((a) => a.href),
    );
    const there = links.find((href) => href.startsWith('http://unn.ua/en/news/two')) as string;
    expect(there).toContain('#:~:text=The%20people%20of%20BAE%20Systems,');
    const link = await page.evaluateHandle(
      (href) => [...document.querySelectorAll<HTMLAnchorElement>('.evidence-panel blockquote a')].find((a) => a.href === href),
      there,
    );
    await (link as unknown as { click(): Promise<void> }).click();
    await tabOf(world.own, 'http://unn.ua/en/news/two');
    const opened = BROWSER === 'firefox' ? await anew(there) : await pageAt('http://unn.ua/en/news/two');
    await opened.bringToFront();
    await until('the sentence in the window', () =>
      opened.evaluate(() => {
        const box = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes('drank tea'))?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
      }),
    );
    await opened.close();
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await page.close();
  });

  test('articles are found by words of their sentences', async () => {
    const page = await explorer('?view=articles');
    await says(page, '3 articles.');
    await page.type('input.wide', 'howitz');
    await says(page, '1 article.');
    await says(page, 'BAE Systems met KNDS about howitzers');
    expect(await page.evaluate(() => location.search)).toBe('?view=articles&q=howitz');
    await page.close();
  });

  test('a filter holds in every view, stands in the address, and can be taken back', async () => {
    const page = await explorer('?view=network&from=2024-11-01');
    await says(page, 'Counted in 1 of 3 articles.');
    await says(page, '3 names, 3 counted pairs.');
    await click(page, 'Articles');
    await says(page, '1 article.');
    await click(page, 'Show all');
    await says(page, 'Counted in all 3 articles of your log.');
    await page.evaluate(() => history.back());
    await says(page, 'Counted in 1 of 3 articles.');
    await page.evaluate(() => history.back());
    await says(page, '3 names, 3 counted pairs.');
    await page.close();
  });

  test('over time: by month, each with its articles', async () => {
    const page = await explorer(`?view=timeline&e=${await idOf('BAE Systems')}&e=${await idOf('KNDS')}`);
    await says(page, 'Rising pairs');
    await click(page, 'month');
    await click(page, 'As a table');
    const rows = await until('the months', async () => {
      const all = await page.evaluate(() =>
        [...document.querySelectorAll('.as-table tbody tr')].map((row) =>
          [...(row as HTMLTableRowElement).cells].slice(1).map((cell) => cell.innerText),
        ),
      );
      return all.length === 2 ? all : undefined;
    });
    expect(rows).toEqual([
      ['0', '1'],
      ['2', '2'],
    ]);
    await page.evaluate(() => document.querySelector<HTMLElement>('.as-table tbody tr:last-child button')?.click());
    await says(page, 'BAE Systems met KNDS about howitzers on Tuesday.');
    await page.close();
  });

  test('all about one: what is stated, and with whom it was named', async () => {
    const page = await explorer(`?e=${await idOf('KNDS')}`);
    await says(page, /(?:As|Profile as|All as) of/);
    await says(page, 'Counted, not asserted');
    const names = await page.evaluate(() =>
      [...document.querySelectorAll('.entity-log table tbody tr')].map((row) =>
        (row as HTMLTableRowElement).innerText.replace(/\s+/g, ' '),
      ),
    );
    expect(names[0]).toMatch(/^BAE Systems 2 2 2 .* Evidence$/);
    await page.close();
  });

  test('two beside each other, and the way from one to the other', async () => {
    const page = await explorer(`?view=compare&e=${await idOf('BAE Systems')}&e=${await idOf('Rheinmetall')}`);
    await says(page, 'From one to the other');
    const way = await page.evaluate(() => (document.querySelector('.ways-list li') as HTMLElement).innerText.replace(/\s+/g, ' '));
    expect(way).toMatch(/BAE Systems.*2.*KNDS.*1.*Rheinmetall/);
    await says(page, 'Named with both');
    await page.close();
  });

  test('whom to look at is chosen by any of their names', async () => {
    const page = await explorer('?view=network');
    await says(page, '4 names');
    await page.type('.choose input', 'Рейнметалл');
    await until('a hit', () => page.evaluate(() => document.querySelector('.choose-hit') !== null));
    await page.keyboard.press('Enter');
    await says(page, '3 names, 3 counted pairs.');
    expect(await page.evaluate(() => location.search)).toContain(`e=${await idOf('Rheinmetall')}`);
    await page.close();
  });

  test('what is counted can be saved as a file', async () => {
    const page = await explorer('?view=articles&from=2024-11-01');
    await says(page, 'Counted in 1 of 3 articles.');
    await click(page, 'Save these articles');
    await click(page, /^Pairs \(CSV\)$/);
    await says(page, /Saved: \S*muster-\d{4}-\d\d-\d\d-pairs\.csv/);
    const lines = (await savedFile(world.saved, /-pairs\.csv$/)).toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines.filter((line) => line.includes('Rheinmetall') && line.includes('KNDS'))).toHaveLength(1);
    await page.close();
  });

  test.runIf(BROWSER === 'chromium')('the picture can be saved as it is seen, and as SVG', async () => {
    const page = await explorer('?view=network');
    await until('the picture', () => page.evaluate(() => document.querySelector('.network canvas') !== null));
    await click(page, 'Save as SVG');
    await click(page, 'Save as PNG');
    const svg = (await savedFile(world.saved, /\.svg$/)).toString('utf8');
    for (const name of ['BAE Systems', 'KNDS', 'Rheinmetall', 'MBDA']) expect(svg).toContain(name);
    const png = await savedFile(world.saved, /\.png$/);
    expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
    // An empty sheet of this size packs to next to nothing.
    expect(png.length).toBeGreaterThan(10_000);
    await page.close();
  });

  test('what is erased leaves an explorer that is open once the reader comes back to it', async () => {
    const page = await explorer('?view=articles');
    await says(page, '3 articles.');
    await world.own.bringToFront();
    expect(await askMuster(world.own, 'erase', { what: 'all' })).toBe(3);
    await page.bringToFront();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await says(page, 'There is nothing to explore yet.');
    await page.close();
  });
});
