import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnPage, until } from '../../scripts/browsers.ts';
import { Publisher } from '../platform/feed-host.ts';
import { CROWD, company, extensionOf, feedSite, KNDS, MBDA, publishNow } from './feed-site.ts';
import { article, BROWSER, FILLER, useWorld } from './world.ts';

/** The options page as a reader uses it: by its words, its fields and its buttons. */
const core = feedSite(await new Publisher().init(), 'core');
const desk = feedSite(await new Publisher('desk').init(), 'desk');
await core.publisher.addVersion([...CROWD, KNDS, MBDA]);
await publishNow(core.publisher);
await desk.publisher.addVersion([company('Q600001', 'Marlowquist', 'as the desk knows it')]);
await publishNow(desk.publisher, { title: 'The desk' });
const extension = extensionOf(core);
afterAll(() => rmSync(extension, { recursive: true, force: true }));

const STORY = article(`<p>At the fair MBDA met KNDS.</p><p>Marlowquist stayed at home.</p>${FILLER}`);

describe(`feeds in the options, in ${BROWSER}`, () => {
  const world = useWorld({ extension });
  let page: Page;
  beforeAll(async () => {
    for (const site of [core, desk]) world.news.serve(site.url, site.answer);
    page = await openOwnPage(world.running, 'options.html#feeds');
  });

  const says = (words: string | RegExp) =>
    until(`“${words}”`, async () => {
      const text = await page.evaluate(() => document.querySelector('main')?.textContent ?? '');
      return typeof words === 'string' ? text.includes(words) : words.test(text);
    });
  const press = async (words: string, within = 'main') => {
    const button = await until(`the button ${words}`, async () => {
      const found = await page.evaluateHandle(
        (wanted, where) =>
          [...document.querySelectorAll(`${where} button, ${where} summary`)].find(
            (one) =>
              one.checkVisibility() && [one.getAttribute('aria-label'), one.textContent].some((label) => label?.trim().startsWith(wanted)),
          ),
        words,
        within,
      );
      return found.asElement() ?? undefined;
    });
    await (button as unknown as { click(): Promise<void> }).click();
  };

  test('a link with its fingerprint adds the feed, and open pages are marked by it', async () => {
    const tab = await world.open('http://unn.ua/options/feed', STORY);
    await tab.paints(['MBDA', 'KNDS']);
    await page.bringToFront();
    const field = await page.waitForSelector('form[aria-label="Add a feed"] input');
    await field?.type(`${desk.url}#${desk.publisher.fingerprint}`);
    await press('Add', 'form[aria-label="Add a feed"]');
    await says('The feed is added.');
    await says('The desk');
    await says(/version 1 · 1 profile · signed by [0-9a-f]{8}/);
    await tab.page.bringToFront();
    await tab.paints(['MBDA', 'KNDS', 'Marlowquist']);
    await page.bringToFront();
  });

  test('a slip in the fingerprint is told, and nothing is added', async () => {
    const [field] = await page.$$('form[aria-label="Add a feed"] input');
    await field?.type(`${desk.url}#${core.publisher.fingerprint}`);
    await press('Add', 'form[aria-label="Add a feed"]');
    await says('No keys with this fingerprint stand at this address');
  });

  test('what a check brought is told, field by field', async () => {
    await core.publisher.addVersion([...CROWD, KNDS, company('Q500001', 'MBDA', 'missiles, and a new plant')]);
    await publishNow(core.publisher);
    await press('Check now');
    await says('version 2');
    await press('What changed');
    await says('missiles, and a new plant');
  });

  test('a version that waits says why, and is taken by a click', async () => {
    await core.publisher.addVersion([...CROWD.slice(100), KNDS, MBDA]);
    await publishNow(core.publisher);
    await press('Check now');
    await says('It drops 100 of 302 profiles');
    await press('Use version 3');
    await says(/version 3 · 202 profiles/);
  });

  test('trouble is told in words', async () => {
    core.instead = (_, __, response) => response.writeHead(503, { 'access-control-allow-origin': '*' }).end() !== undefined;
    await press('Check now');
    await says('is busy (503)');
    core.instead = undefined;
    await press('Check now');
    await until('no trouble', async () => !(await page.evaluate(() => document.body.textContent)).includes('is busy (503)'));
  });

  test('removing a feed asks once, and it is gone', async () => {
    await press('Remove The desk');
    await says('Remove the feed “The desk”?');
    await press('Remove', '.feeds .confirm');
    await until('one feed', () => page.evaluate(() => document.querySelectorAll('.feeds > .feed').length === 1));
  });

  test('the page itself caused no error', async () => {
    expect(await page.evaluate(() => document.querySelectorAll('main section').length)).toBeGreaterThan(5);
  });
});
