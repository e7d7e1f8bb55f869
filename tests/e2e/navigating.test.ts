import { describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { article, BROWSER, FILLER, type Tab, useWorld } from './world.ts';

/** Pages that become others under the reader: lists that grow and recycle, routes, transitions, the cache behind "back", pages that fight. */

const page = (words: string) => article(`<p>${words}</p>${FILLER}`);
const run = (tab: Tab, script: string): Promise<unknown> => tab.page.evaluate(script);
/** What is on the page now, by name; waits until it is this. */
const holds = (tab: Tab, names: readonly string[]) =>
  until(`the page to hold ${names}`, async () => {
    const { entities } = await tab.view();
    return (
      entities
        .map(({ name }) => name)
        .sort()
        .join() === [...names].sort().join() || undefined
    );
  });

describe(`pages that become others, in ${BROWSER}`, () => {
  const world = useWorld();

  test('a list without an end is read as it grows', async () => {
    const tab = await world.open(
      'http://unn.ua/navigating/endless',
      article(`<p>MBDA.</p><div style="height: 3000px"></div><div id="end"></div>`),
    );
    await tab.paints(['MBDA']);
    await run(
      tab,
      `const names = ['KNDS', 'Romarm', 'Rheinmetall'];
      new IntersectionObserver(([{ isIntersecting }]) => {
        if (!isIntersecting || names.length === 0) return;
        const p = document.createElement('p');
        p.textContent = names.shift() + ' came with the next part.';
        p.style.height = '1500px';
        document.getElementById('end').before(p);
      }).observe(document.getElementById('end'))`,
    );
    for (let i = 0; i < 4; i++) {
      await run(tab, 'scrollTo(0, document.documentElement.scrollHeight)');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await holds(tab, ['MBDA', 'KNDS', 'Romarm', 'Rheinmetall']);
  });

  test('a virtual list that fills the same rows anew shows the marks of what it holds now', async () => {
    const tab = await world.open(
      'http://unn.ua/navigating/virtual',
      article('<ul id="list"><li>MBDA</li><li>nobody</li><li>KNDS</li></ul>'),
    );
    await tab.paints(['MBDA', 'KNDS']);
    const rows = ['nobody', 'Romarm', 'nobody'];
    await run(tab, `[...document.querySelectorAll('#list li')].forEach((li, i) => { li.firstChild.data = ${JSON.stringify(rows)}[i] })`);
    await tab.paints(['Romarm']);
    await run(
      tab,
      `for (const [i, li] of [...document.querySelectorAll('#list li')].entries()) li.firstChild.data = ['KNDS', 'KNDS', 'MBDA'][i]`,
    );
    await tab.paints(['KNDS', 'KNDS', 'MBDA']);
  });

  test('a live blog: new entries on top, old ones mended in place', async () => {
    const tab = await world.open('http://unn.ua/navigating/live', article('<section id="blog"><p id="old">MBDA won.</p></section>'));
    await tab.paints(['MBDA']);
    await run(tab, `document.getElementById('blog').insertAdjacentHTML('afterbegin', '<p>KNDS answered.</p>')`);
    await tab.paints(['MBDA', 'KNDS']);
    await run(tab, `document.getElementById('old').innerHTML = 'Correction: <b>Rom</b>arm won, not the other.'`);
    await tab.paints(['KNDS', 'Romarm']);
  });

  test.each([
    ['the history', `history.pushState({}, '', '/navigating/route-2')`, '/navigating/route-2'],
    ['the hash', `location.hash = '#/route-2'`, '/navigating/route#/route-2'],
    [
      'the navigation API',
      `navigation.addEventListener('navigate', (event) => event.intercept()); navigation.navigate('/navigating/route-3')`,
      '/navigating/route-3',
    ],
  ])('a route by %s is another article', async (_how, go, path) => {
    const tab = await world.open('http://unn.ua/navigating/route', page('MBDA and KNDS.'));
    await tab.paints(['MBDA', 'KNDS']);
    // Firefox before 147 has no Navigation API.
    if (go.includes('navigation.') && !(await run(tab, `'navigation' in window`))) return;
    await run(tab, `${go}; document.querySelector('article p').textContent = 'Romarm and Rheinmetall.'`);
    await tab.paints(['Romarm', 'Rheinmetall']);
    await holds(tab, ['Romarm', 'Rheinmetall']);
    expect((await tab.view()).url).toBe(`http://unn.ua${path}`);
  });

  test('a view transition keeps the marks of the new view', async () => {
    const tab = await world.open('http://unn.ua/navigating/transition', page('MBDA.'));
    await tab.paints(['MBDA']);
    await run(
      tab,
      `document.startViewTransition(() => { document.querySelector('article p').textContent = 'KNDS.' }).finished.then(() => 1)`,
    );
    await tab.paints(['KNDS']);
    expect(tab.errors).toEqual([]);
  });

  test('a view transition from one document to the next keeps the marks of the next', async () => {
    const moving = `<style>@view-transition { navigation: auto }</style>
      <script>addEventListener('pagereveal', ({ viewTransition }) => { globalThis.moved = viewTransition !== null })</script>`;
    world.news.put('http://unn.ua/navigating/second', page(`${moving}KNDS.`));
    const tab = await world.open('http://unn.ua/navigating/first', page(`${moving}MBDA. <a id=on href="/navigating/second">On</a>`));
    await tab.paints(['MBDA']);
    await tab.page.click('#on');
    await tab.paints(['KNDS']);
    // Firefox has no such transitions: there it is a plain navigation.
    if (BROWSER === 'chromium') expect(await run(tab, 'globalThis.moved')).toBe(true);
    expect(tab.errors).toEqual([]);
  });

  test('the page that "back" takes from the cache has its marks, and we did not keep it out of the cache', async () => {
    const kept = { 'cache-control': 'max-age=60' };
    const tab = await world.open('http://unn.ua/navigating/cached-1', page('First MBDA.'), kept);
    await tab.paints(['MBDA']);
    await run(tab, `addEventListener('pageshow', ({ persisted }) => { globalThis.cached = persisted })`);
    world.news.put('http://unn.ua/navigating/cached-2', page('Second KNDS.'), kept);
    await tab.page.goto('http://unn.ua/navigating/cached-2');
    await tab.paints(['KNDS']);
    // Firefox tells automation of no navigation that comes from its cache.
    if (BROWSER === 'firefox') await run(tab, 'setTimeout(() => history.back())');
    else await tab.page.goBack();
    await tab.paints(['MBDA']);
    expect(await run(tab, 'globalThis.cached')).toBe(true);
    await holds(tab, ['MBDA']);
  });

  test('the page that "back" takes from the cache follows what the reader chose meanwhile', async () => {
    const kept = { 'cache-control': 'max-age=60' };
    const tab = await world.open('http://unn.ua/navigating/chosen-1', page('First MBDA.'), kept);
    await tab.paints(['MBDA']);
    world.news.put('http://unn.ua/navigating/chosen-2', page('Second KNDS.'), kept);
    await tab.page.goto('http://unn.ua/navigating/chosen-2');
    await tab.paints(['KNDS']);
    await world.set({ pausedEverywhere: true });
    await tab.paints([]);
    await run(tab, 'setTimeout(() => history.back())');
    await until(
      'the page before',
      async () => (await run(tab, 'location.pathname').catch(() => '')) === '/navigating/chosen-1' || undefined,
    );
    await tab.paints([]);
    await world.set({});
    await tab.paints(['MBDA']);
  });

  // Firefox makes no page ready in advance.
  test.runIf(BROWSER === 'chromium')('a page that is made ready in advance is read once it is shown', async () => {
    const noting = `<script>document.addEventListener('prerenderingchange', () => { globalThis.before = CSS.highlights.size })</script>`;
    world.news.put('http://unn.ua/navigating/ahead', article(`${noting}<p>MBDA.</p>${FILLER}`));
    const rule = `<script type="speculationrules">{"prerender":[{"source":"list","urls":["/navigating/ahead"],"eagerness":"immediate"}]}</script>`;
    const tab = await world.open('http://unn.ua/navigating/start', article(`<p>KNDS.</p>${rule}`));
    await tab.paints(['KNDS']);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await holds(tab, ['KNDS']);
    await run(tab, `setTimeout(() => { location.href = '/navigating/ahead' })`);
    // The automation still takes the page for the one before, so the marks are asked of the page itself.
    const marked = `[...CSS.highlights.values()].flatMap((one) => [...one]).map((range) => range.startContainer.data).join()`;
    await until('the mark of the page that was made ready', async () => (await run(tab, marked).catch(() => '')) === 'MBDA.' || undefined);
    expect(await run(tab, `performance.getEntriesByType('navigation')[0].activationStart > 0`)).toBe(true);
    expect(await run(tab, 'globalThis.before')).toBe(0);
    await holds(tab, ['MBDA']);
  });

  test('a translated page is read in its new language', async () => {
    const tab = await world.open('http://unn.ua/navigating/translated', page('Speech of Zelensky: MBDA is with us.'));
    await tab.hasNames(['MBDA']);
    await run(
      tab,
      `document.documentElement.lang = 'uk';
      document.querySelector('article p').innerHTML = '<font><font>Промова Володимира Зеленського: MBDA з нами.</font></font>'`,
    );
    await tab.hasNames(['Volodymyr Zelenskyy', 'MBDA']);
  });

  test('a document that is written anew while it still loads is read', async () => {
    world.news.serve('http://unn.ua/navigating/never.js', () => undefined);
    const anew = `document.open(); document.write('<!doctype html><title>New</title><p>KNDS and Romarm.</p>'); document.close()`;
    world.news.put(
      'http://unn.ua/navigating/loading',
      article(`<p>MBDA.</p><script>setTimeout(() => { ${anew} }, 300)</script><script src="/navigating/never.js"></script><p>Saab.</p>`),
    );
    const tab = await world.open('http://unn.ua/navigating/before', page('MBDA.'));
    await run(tab, `setTimeout(() => { location.href = '/navigating/loading' })`);
    await until('the page', async () => (await run(tab, 'location.pathname').catch(() => '')) === '/navigating/loading' || undefined);
    await tab.paints(['KNDS', 'Romarm']);
  });

  test('a document that is written anew after it was loaded is read anew', async () => {
    const tab = await world.open('http://unn.ua/navigating/written', page('MBDA.'));
    await tab.paints(['MBDA']);
    await run(tab, `document.open(); document.write('<!doctype html><title>New</title><p>KNDS and Romarm.</p>'); document.close()`);
    await tab.paints(['KNDS', 'Romarm']);
    // The browser has taken away all listeners, ours too.
    await tab.hover('KNDS');
    expect(await until('the card', () => tab.card())).toContain('KNDS');
  });

  test('a page that storms, removes what is not its own and clears highlights all the while still has its marks after it', async () => {
    const tab = await world.open('http://unn.ua/navigating/fight', page('MBDA.'));
    await tab.paints(['MBDA']);
    await run(
      tab,
      `const place = document.querySelector('article').appendChild(document.createElement('p'));
      new MutationObserver((all) => { for (const { addedNodes } of all) for (const node of addedNodes) if (node.localName === 'muster-card') node.remove() })
        .observe(document, { childList: true, subtree: true });
      const end = performance.now() + 3000;
      new Promise((resolve) => {
        const storm = () => {
          for (let i = 0; i < 500; i++) place.textContent = 'change ' + i;
          CSS.highlights.clear();
          if (performance.now() < end) setTimeout(storm, 40); else { place.textContent = 'At last KNDS.'; resolve(1); }
        };
        storm();
      })`,
    );
    await tab.paints(['MBDA', 'KNDS']);
    expect(tab.errors).toEqual([]);
  });

  test('frames: sandboxed ones with scripts and without, of another site, and a thousand empty ones', async () => {
    world.news.put('http://example.org/navigating/other', '<!doctype html><p>Rheinmetall in another site.</p>');
    const frames = `<iframe sandbox srcdoc="<p>KNDS.</p>"></iframe><iframe sandbox="allow-scripts" srcdoc="<p>Romarm.</p>"></iframe>
      <iframe src="http://example.org/navigating/other"></iframe>`;
    const tab = await world.open('http://unn.ua/navigating/frames', article(`<p>MBDA.</p>${frames}${FILLER}`));
    // A frame of a site that is not read is not read either.
    await holds(tab, ['MBDA', 'KNDS', 'Romarm']);
    await run(tab, `for (let i = 0; i < 1_000; i++) document.body.append(document.createElement('iframe'))`);
    await run(tab, `document.querySelector('article p').append(' And AeroVironment.')`);
    await tab.hasNames(['MBDA', 'AeroVironment'], 40_000);
  });
});
