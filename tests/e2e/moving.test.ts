import { describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { article, BROWSER, FILLER, fixture, markup, useWorld } from './world.ts';

describe(`pages that move, in ${BROWSER}`, () => {
  const world = useWorld();

  test('a React-like page that replaces its text nodes keeps working, and keeps its own DOM', async () => {
    const tab = await world.open('http://unn.ua/moving/react-like', fixture('pages/react-like.html'));
    await tab.paints(['MBDA', 'KNDS']);
    await tab.page.click('#rerender');
    await tab.paints(['BAE Systems', 'KNDS', 'Romarm']);
    for (let i = 0; i < 19; i++) await tab.page.click('#rerender');
    const told = await tab.page.evaluate(() => (window as unknown as { told(): { now: string; own: string; broken: string[] } }).told());
    expect(told.broken).toEqual([]);
    expect(told.now).toBe(told.own);
    await tab.paints(['MBDA', 'KNDS']);
    expect(tab.errors).toEqual([]);
  });

  test('a page that changes 1,000 times a second for 10 seconds still gets late names marked', async () => {
    const tab = await world.open('http://unn.ua/moving/storm', fixture('pages/storm.html'));
    await tab.hasNames(['MBDA']);
    await tab.page.evaluate(() => (window as unknown as { storm(seconds: number): Promise<void> }).storm(10));
    const mutations = await tab.page.evaluate(() => (window as unknown as { mutations: number }).mutations);
    // The browser under test may be slow, but it must have been a storm.
    expect(mutations).toBeGreaterThan(5_000);
    await tab.hasNames(['MBDA', 'KNDS', 'Romarm']);
    expect(await tab.painted()).toEqual(expect.arrayContaining(['KNDS', 'Romarm']));
    expect(tab.errors).toEqual([]);
  });

  test('names that come late, one by one, are marked', async () => {
    const tab = await world.open('http://unn.ua/moving/late', article(`<p>First MBDA.</p>${FILLER}<div id="more"></div>`));
    await tab.paints(['MBDA']);
    await tab.page.evaluate(() => document.getElementById('more')?.append('and then KNDS came'));
    await tab.paints(['MBDA', 'KNDS']);
    await tab.page.evaluate(() => document.getElementById('more')?.replaceChildren());
    await tab.paints(['MBDA']);
    expect((await tab.settled()).entities.map((entity) => entity.name)).toEqual(['MBDA']);
  });

  test('single-page navigation is a new article at its own address', async () => {
    const tab = await world.open('http://unn.ua/moving/spa/1', fixture('pages/single-page.html'));
    await tab.hasNames(['MBDA', 'KNDS']);
    await until('the first to be kept', async () => (await tab.view()).kept === 'kept');
    await tab.page.click('#next');
    await tab.hasNames(['Romarm', 'AeroVironment']);
    const view = await tab.settled();
    expect(view.url).toBe('http://unn.ua/moving/spa/2');
    expect(view.entities.map((entity) => entity.name).sort()).toEqual(['AeroVironment', 'Romarm']);
    expect(view.pairs.map(({ a, b }) => [a, b].sort())).toEqual([['Q919300', 'muster:romarm']]);
  });

  test('frames of the same origin and srcdoc frames are read', async () => {
    world.news.put('http://unn.ua/moving/inner', '<!doctype html><p>Inside: KNDS.</p>');
    const tab = await world.open(
      'http://unn.ua/moving/frames',
      article('<p>Outside: MBDA.</p><iframe src="/moving/inner"></iframe><iframe srcdoc="<p>In srcdoc: Romarm.</p>"></iframe>'),
    );
    await tab.hasNames(['MBDA', 'KNDS', 'Romarm']);
    await until('three marks', async () => (await tab.paintedCount()) === 3);
  });

  test('open shadow roots are read, also those that come later', async () => {
    const tab = await world.open('http://unn.ua/moving/shadow', fixture('pages/shadow-roots.html'));
    await tab.hasNames(['MBDA', 'KNDS']);
    await tab.page.click('#add');
    await tab.hasNames(['MBDA', 'KNDS', 'Romarm']);
    await until('three marks', async () => (await tab.paintedCount()) === 3);
  });

  test('what is typed is never read: inputs, text areas, editors', async () => {
    const source = fixture('pages/editors.html');
    const tab = await world.open('http://unn.ua/moving/editors', source);
    await tab.hasNames(['MBDA']);
    await tab.page.click('#editor');
    await tab.page.evaluate(() => getSelection()?.selectAllChildren(document.getElementById('editor') as HTMLElement));
    await tab.page.evaluate(() => getSelection()?.collapseToEnd());
    await tab.page.keyboard.type(' and Rheinmetall');
    await tab.page.type('#area', ' and Rheinmetall');
    await tab.settled();
    expect((await tab.view()).entities.map((entity) => entity.name)).toEqual(['MBDA']);
    expect(await tab.painted()).toEqual(['MBDA']);
    expect(await tab.page.evaluate(() => document.getElementById('editor')?.textContent)).toMatch(
      /^KNDS wrote this himself\sand Rheinmetall$/,
    );
  });

  test('going back brings the marks of the page before', async () => {
    const first = 'http://unn.ua/moving/back-1';
    const tab = await world.open(first, article(`<p>First MBDA.</p>${FILLER}`));
    await tab.paints(['MBDA']);
    world.news.put('http://unn.ua/moving/back-2', article(`<p>Second KNDS.</p>${FILLER}`));
    await tab.page.goto('http://unn.ua/moving/back-2');
    await tab.paints(['KNDS']);
    await tab.page.goBack();
    await tab.paints(['MBDA']);
    expect(await markup(tab.page)).not.toContain('KNDS');
  });
});
