import { describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { countWhileScrolling } from '../../scripts/watch.ts';
import { article, BROWSER, FILLER, fixture, markup, parsed, useWorld } from './world.ts';

describe(`pages that are broken, huge or unkind, in ${BROWSER}`, () => {
  const world = useWorld();

  test('the strictest content security policy changes nothing', async () => {
    const source = article(`<p>At the fair MBDA met KNDS.</p>${FILLER}`);
    const tab = await world.open('http://unn.ua/hostile/csp', source, {
      'content-security-policy': "default-src 'none'; sandbox allow-same-origin",
    });
    await until('names', async () => (await tab.view()).entities.length === 2);
    expect((await tab.view()).entities.map((entity) => entity.name).sort()).toEqual(['KNDS', 'MBDA']);
  });

  test('marks are seen under a policy without styles, and so is the card', async () => {
    const policy = "default-src 'none'; style-src 'none'; script-src 'none'";
    const source = article(`<p>At the fair MBDA met KNDS.</p>${FILLER}`);
    const tab = await world.open('http://unn.ua/hostile/csp-styles', source, { 'content-security-policy': policy });
    await tab.paints(['MBDA', 'KNDS']);
    await tab.hover('KNDS');
    expect(await until('the card', () => tab.card())).toContain('KNDS');
    expect(tab.errors).toEqual([]);
  });

  test('a page that overrides what scripts rely on keeps its overrides and gets its marks', async () => {
    const tab = await world.open('http://unn.ua/hostile/overrides', fixture('pages/overrides.html'));
    await tab.hasNames(['MBDA', 'KNDS']);
    await tab.settled();
    // The page's overrides count their calls: none may come from Muster.
    expect(await tab.page.evaluate(() => (window as unknown as { called: string[] }).called)).toEqual([]);
    expect(tab.errors).toEqual([]);
  });

  test('a page that clears all highlights gets its marks back', async () => {
    const tab = await world.open('http://unn.ua/hostile/clears', article(`<p>At the fair MBDA met KNDS.</p>${FILLER}`));
    await tab.paints(['MBDA', 'KNDS']);
    await tab.page.evaluate(() => CSS.highlights.clear());
    await tab.paints(['MBDA', 'KNDS']);
  });

  // Firefox has no such lock.
  test.runIf(BROWSER === 'chromium')('what runs of us in a page has no way to what is stored', async () => {
    const tab = await world.open('http://unn.ua/hostile/stored', article(`<p>At the fair MBDA met KNDS.</p>${FILLER}`));
    await tab.paints(['MBDA', 'KNDS']);
    const session = await tab.page.createCDPSession();
    const worlds: { readonly id: number; readonly name: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => void worlds.push(context));
    await session.send('Runtime.enable');
    const ours = await until('our world in the page', () => worlds.find(({ name }) => name === 'Muster'));
    const expression = "chrome.storage.local.get().then(() => 'read', ({ message }) => message)";
    const { result } = await session.send('Runtime.evaluate', { expression, contextId: ours.id, awaitPromise: true });
    expect(result.value).toMatch(/not allowed/);
  });

  test('the names of the highlights tell nobody who is named', async () => {
    const names = async () => {
      const tab = await world.open('http://unn.ua/hostile/names', article(`<p>At the fair MBDA met KNDS.</p>${FILLER}`));
      await tab.paints(['MBDA', 'KNDS']);
      return tab.page.evaluate(() => [...CSS.highlights.keys()]);
    };
    const [one, other] = [await names(), await names()];
    for (const name of one) {
      expect(name).not.toMatch(/mbda|knds|Q\d|muster|company/i);
      expect(other).not.toContain(name);
    }
  });

  test('a page of 2 MB is marked from top to bottom, and its markup stays', async () => {
    const paragraphs = Array.from(
      { length: 4_000 },
      (_, i) => `<p>${i}: ${'plain words about nothing much '.repeat(15)}${i % 10 === 0 ? 'then MBDA spoke' : ''}.</p>`,
    );
    const source = article(paragraphs.join('\n'));
    expect(source.length).toBeGreaterThan(1_900_000);
    const tab = await world.open('http://unn.ua/hostile/huge', source);
    const view = await tab.settled(40_000);
    expect(view.entities.map(({ name, times }) => [name, times])).toEqual([['MBDA', 400]]);
    expect(await tab.paintedCount()).toBeLessThanOrEqual(400);
    await tab.page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
    await until('marks in the middle', async () => (await tab.paintedCount()) > 0);
    expect((await markup(tab.page)) === (await parsed(tab.page, source))).toBe(true);
    expect(tab.errors).toEqual([]);
  });

  const broken: readonly (readonly [string, string | Uint8Array])[] = [
    ['empty', ''],
    ['only a tag', '<'],
    ['broken markup', '<p><b>MBDA <i>met</b> KNDS</i></p></div></table><tr><td>Romarm</p><!-- <p>'],
    ['nested a thousand deep', `${'<div>'.repeat(1_000)}MBDA${'<b>'.repeat(500)}KNDS`],
    ['1 MB of one word', `<p>${'a'.repeat(1_000_000)}</p><p>MBDA</p>`],
    ['1 MB of one name', `<p>${'MBDA'.repeat(250_000)}</p>`],
    [
      'lone surrogates',
      '<p id="p">MBDA</p><script>document.getElementById("p").textContent = "\\ud800 MBDA \\udc00\\udc00 KNDS\\ud83d";</script>',
    ],
    ['control characters', '<p>MB\u0001DA \u0000 MBDA \uFFFE\uFEFF KNDS \u202EMBDA\u202C</p>'],
    ['not UTF-8 at all', Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 256)],
  ];
  test.each(broken)(
    '%s: the page sees no error, and the next page is read',
    async (what, source) => {
      const tab = await world.open(`http://unn.ua/hostile/${encodeURIComponent(what)}`, source);
      await tab.settled(30_000);
      expect(tab.errors).toEqual([]);
      const next = await world.open('http://unn.ua/hostile/after', article(`<p>At the fair MBDA met KNDS.</p>${FILLER}`));
      await next.paints(['MBDA', 'KNDS']);
      await tab.page.close();
      await next.page.close();
    },
    90_000,
  );

  test('broken markup and lone surrogates do not hide the names in them', async () => {
    for (const what of ['broken markup', 'lone surrogates', 'nested a thousand deep']) {
      const source = broken.find(([name]) => name === what)?.[1] ?? '';
      const tab = await world.open(`http://unn.ua/hostile/again/${encodeURIComponent(what)}`, source);
      await tab.hasNames(['MBDA', 'KNDS']);
      expect(await countWhileScrolling(tab.page)).toBeGreaterThanOrEqual(2);
    }
  });
});
