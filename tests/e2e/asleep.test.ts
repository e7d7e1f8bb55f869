import { describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { isAwake, putToSleep, SLEEPS_SOON } from './sleep.ts';
import { article, BROWSER, FILLER, useWorld } from './world.ts';

interface Chromium {
  readonly runtime: { getContexts(of: { contextTypes: string[] }): Promise<readonly { documentUrl: string }[]> };
  readonly offscreen: { closeDocument(): Promise<void> };
}

describe(`a background that was put to sleep, in ${BROWSER}`, () => {
  const world = useWorld({ preferences: SLEEPS_SOON });

  test('in mid-page: late names are still marked, and what was known is still known', async () => {
    const tab = await world.open('http://unn.ua/asleep/late', article(`<p>First MBDA.</p>${FILLER}<p id="more"></p>`));
    await tab.settled();
    await tab.paints(['MBDA']);
    await putToSleep(world);
    await tab.page.evaluate(() => document.getElementById('more')?.append('And then KNDS came.'));
    await tab.paints(['MBDA', 'KNDS']);
    const view = await tab.settled();
    expect(view.entities.map(({ name, times }) => [name, times]).sort()).toEqual([
      ['KNDS', 1],
      ['MBDA', 1],
    ]);
    // Counted anew when the page has an idle moment.
    await until('the pair', async () => (await tab.view()).pairs.length === 1);
  });

  test('is woken while a page still loads', async () => {
    const url = 'http://unn.ua/asleep/loading';
    let come = (): void => undefined;
    world.news.serve('http://unn.ua/asleep/script.js', (_path, _request, response) => {
      come = () => void response.writeHead(200, { 'content-type': 'text/javascript' }).end('0');
    });
    world.news.put(url, article(`<p>First MBDA.</p>${FILLER}<script src="/asleep/script.js"></script>`));
    const page = await world.running.browser.newPage();
    await page.bringToFront();
    await putToSleep(world);
    const going = page.goto(url);
    await until('the background to wake', () => isAwake(world));
    expect(await page.evaluate(() => document.readyState)).toBe('loading');
    come();
    await going;
    await (await world.tabFor(page, url)).paints(['MBDA']);
  });

  test('the card still opens', async () => {
    const tab = await world.open('http://unn.ua/asleep/card', article(`<p>First MBDA.</p>${FILLER}`));
    await tab.settled();
    await putToSleep(world);
    await tab.hover('MBDA');
    expect(await until('the card', () => tab.card())).toContain('MBDA');
  });

  test('the popup still knows the page, and the log is whole', async () => {
    const tab = await world.open('http://unn.ua/asleep/popup', article(`<p>MBDA met KNDS.</p>${FILLER}`));
    await until('the log to have it', async () => (await tab.settled()).kept === 'kept');
    const before = (await askMuster(world.own, 'health')).kept;
    await putToSleep(world);
    expect((await tab.view()).entities.map((entity) => entity.name).sort()).toEqual(['KNDS', 'MBDA']);
    expect((await askMuster(world.own, 'health')).kept).toMatchObject({
      articles: before.articles,
      sightings: before.sightings,
      pairs: before.pairs,
    });
  });

  const keeps = async (path: string) => {
    const tab = await world.open(`http://unn.ua/asleep/${path}`, article(`<p>MBDA met KNDS.</p>${FILLER}`));
    await until(`the log to have ${path}`, async () => (await tab.view()).kept === 'kept');
  };

  test('an article is kept after a sleep', async () => {
    await keeps('first');
    await putToSleep(world);
    await keeps('second');
  });

  test.runIf(BROWSER === 'chromium')('an article is kept after the document that it is found in has gone', async () => {
    await keeps('before');
    const documents = () =>
      world.own.evaluate(async () => {
        const { runtime } = (globalThis as unknown as { chrome: Chromium }).chrome;
        return (await runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).map(({ documentUrl }) => documentUrl);
      });
    expect(await documents()).toEqual([`${world.running.origin}/offscreen.html`]);
    await world.own.evaluate(() => (globalThis as unknown as { chrome: Chromium }).chrome.offscreen.closeDocument());
    expect(await documents()).toEqual([]);
    await keeps('third');
    await putToSleep(world);
    await world.own.evaluate(() => (globalThis as unknown as { chrome: Chromium }).chrome.offscreen.closeDocument());
    await keeps('fourth');
  });

  test.runIf(BROWSER === 'chromium')('nobody but the background may ask that document', async () => {
    await keeps('door');
    const outline = { html: '<p>x', type: 'text/html', blocks: [] };
    const reply = await world.own.evaluate(
      (message) =>
        (globalThis as unknown as { chrome: { runtime: { sendMessage(what: object): unknown } } }).chrome.runtime.sendMessage(message),
      { muster: 'article', argument: { outline, address: 'http://unn.ua/' } },
    );
    expect(reply).toEqual({ error: 'article: not allowed from here' });
  });
});
