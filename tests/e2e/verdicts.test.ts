import { describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { popupInTab } from './popup.ts';
import { article, BROWSER, FILLER, useWorld } from './world.ts';

const BODY = article(`<p>At the fair MBDA met KNDS. Later KNDS left.</p>${FILLER}`);

describe(`what the reader decides holds, in ${BROWSER}`, () => {
  const world = useWorld();

  test('"not this" takes the marks away, and they stay away after a reload', async () => {
    const tab = await world.open('http://unn.ua/verdict', BODY);
    await tab.paints(['MBDA', 'KNDS', 'KNDS']);
    const popup = await popupInTab(world, tab);
    await popup.click('Why KNDS is marked, and “not this”');
    await popup.click('Not on this page');
    await tab.page.bringToFront();
    await tab.paints(['MBDA']);
    await tab.page.reload();
    await tab.paints(['MBDA']);
    expect((await tab.view()).entities.map((entity) => entity.name)).toEqual(['MBDA']);
  });

  test('"not this" on one page says nothing of another; taking it back brings the marks back', async () => {
    const tab = await world.open('http://unn.ua/verdict-2', BODY);
    await tab.paints(['MBDA', 'KNDS', 'KNDS']);
    const popup = await popupInTab(world, tab);
    await popup.click('Why KNDS is marked, and “not this”');
    await popup.click('Not on this page');
    await popup.click('Take back');
    await tab.page.bringToFront();
    await tab.paints(['MBDA', 'KNDS', 'KNDS']);
  });

  test('pause here clears this site at once and only this site; resuming marks again', async () => {
    const here = await world.open('http://unn.ua/pause', BODY);
    const elsewhere = await world.open('http://defensenews.com/pause', BODY);
    await elsewhere.paints(['MBDA', 'KNDS', 'KNDS']);
    await here.page.bringToFront();
    await here.paints(['MBDA', 'KNDS', 'KNDS']);
    const popup = await popupInTab(world, here);
    await popup.click('Pause here');
    await here.page.bringToFront();
    await here.paints([]);
    expect((await here.view()).site.state).toBe('paused-here');
    await here.page.reload();
    await here.paints([]);
    await elsewhere.page.bringToFront();
    await elsewhere.paints(['MBDA', 'KNDS', 'KNDS']);
    await popup.page.bringToFront();
    await popup.click('Pause here');
    await here.page.bringToFront();
    await here.paints(['MBDA', 'KNDS', 'KNDS']);
  });

  test('erase all empties the log, and the page goes on being marked', async () => {
    const tab = await world.open('http://unn.ua/erase', BODY);
    await until('the log to have it', async () => (await tab.view()).kept === 'kept');
    expect((await askMuster(world.own, 'health')).kept).toMatchObject({ articles: expect.any(Number) });
    expect((await askMuster(world.own, 'health')).kept.articles).toBeGreaterThan(0);
    expect(await askMuster(world.own, 'erase', { what: 'all' })).toBeGreaterThan(0);
    expect((await askMuster(world.own, 'health')).kept).toMatchObject({ articles: 0, sightings: 0, pairs: 0 });
    await tab.paints(['MBDA', 'KNDS', 'KNDS']);
  });

  test('with recording switched off nothing is kept, and it says so', async () => {
    await world.set({ recording: false });
    const tab = await world.open('http://unn.ua/unrecorded', BODY);
    await tab.paints(['MBDA', 'KNDS', 'KNDS']);
    expect((await tab.settled()).kept).toBe('recording-off');
    expect((await askMuster(world.own, 'health')).kept.articles).toBe(0);
  });
});
