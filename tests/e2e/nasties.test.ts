import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnPage, until } from '../../scripts/browsers.ts';
import { askMuster, type WithApi } from '../../scripts/watch.ts';
import { CANARY_HOST } from '../fixtures/nasties.ts';
import { NAMED, type Named, nastyPack, PLAIN } from './nasty-pack.ts';
import { type Popup, popupInTab } from './popup.ts';
import { article, BROWSER, builtExtension, FILLER, type Tab, useWorld, type World } from './world.ts';

const STORY = 'http://unn.ua/nasties';
const PAYLOAD = `<img src=http://${CANARY_HOST}/live.png onerror=window.__canary=1>`;

/** Notes in `__told` whatever the page's policy stops, but for the icon that Firefox asks for by itself; `__canary` is left to whoever sets it. */
const TELLTALE = `globalThis.__told = []; addEventListener('securitypolicyviolation', (event) => {
  if (!event.blockedURI.endsWith('/favicon.ico')) __told.push(event.violatedDirective + ' ' + event.blockedURI);
});`;

interface Told {
  readonly canary: unknown;
  readonly told: readonly string[];
  /** Elements and attributes that none of our views has, and links to somewhere else than the web or ourselves. */
  readonly strange: readonly string[];
}

/** Runs in a page. */
function tell(): Told {
  const { __canary, __told = ['nobody listens'] } = globalThis as unknown as { __canary?: unknown; __told?: readonly string[] };
  const ours = location.protocol.endsWith('extension:');
  const strange = !ours
    ? []
    : [...document.body.querySelectorAll('*')].flatMap((element) => [
        ...(/^(script|img|iframe|object|embed|link|meta|base|style|video|audio|math|template)$/.test(element.localName)
          ? [element.outerHTML]
          : []),
        ...(element.localName === 'svg' && !element.classList.contains('icon') ? [element.outerHTML] : []),
        ...[...element.attributes].filter(({ name }) => /^(on|src|formaction|srcdoc|ping)/.test(name)).map(() => element.outerHTML),
        ...(element instanceof HTMLAnchorElement && !['http:', 'https:', location.protocol].includes(element.protocol)
          ? [element.outerHTML]
          : []),
      ]);
  return { canary: __canary, told: __told, strange };
}

const CALM: Told = { canary: undefined, told: [], strange: [] };

/** What the card is made of, seen from the content script's world: its shadow root is closed. */
async function cardElements(world: World, tab: Tab): Promise<readonly string[]> {
  return world.own.evaluate(async (id) => {
    const { scripting } = (globalThis as unknown as WithApi).browser;
    const [answer] = await scripting.executeScript({
      target: { tabId: id },
      func: () => {
        const host = document.querySelector<HTMLElement>('muster-card');
        type Dom = { openOrClosedShadowRoot(of: HTMLElement | null): ShadowRoot | null };
        const dom = (globalThis as unknown as { chrome?: { dom?: Dom } }).chrome?.dom;
        const root = dom
          ? dom.openOrClosedShadowRoot(host)
          : (host as { openOrClosedShadowRoot?: ShadowRoot } | null)?.openOrClosedShadowRoot;
        return [...(root?.querySelectorAll('*') ?? [])].map((element) =>
          [element.localName, ...[...element.attributes].map(({ name }) => name)].join(' '),
        );
      },
    });
    return (answer?.result as readonly string[] | undefined) ?? [];
  }, tab.id);
}

const CARD =
  /^(div class lang tabindex role aria-labelledby style|h1 id|bdi class style|bdi|h2|ul|li|p|p dir|p class|span class|span dir|div class|button type)$/;

/** Payloads of all kinds, spread over the table, and the few that are called as a key of every object is. */
const SAMPLE: readonly Named[] = [PLAIN, ...NAMED.filter(({ group }, at) => at % 16 === 0 || group === 'keys')];

describe(`profiles from somebody unkind, in ${BROWSER}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-nasties-'));
  cpSync(builtExtension(), folder, { recursive: true });
  writeFileSync(join(folder, 'packs', 'core.jsonl'), nastyPack());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const world = useWorld({ extension: folder });

  let tab: Tab;
  let popup: Popup;
  beforeAll(async () => {
    const words = [...SAMPLE, ...NAMED.filter((one) => !SAMPLE.includes(one))].map(({ word }) => `${word} spoke.`);
    const policy = "default-src 'none'; script-src 'nonce-telltale'";
    const body = article(`<p>${words.join(' ')}</p>${FILLER}`, `<script nonce="telltale">${TELLTALE}</script>`);
    tab = await world.open(STORY, body, { 'content-security-policy': policy });
    await tab.hasNames(
      [...NAMED, PLAIN].map(({ name }) => name),
      30_000,
    );
  });

  const toldIn = (page: Page) => page.evaluate(tell);
  /** Opens one of our pages with the telltale in it. What was drawn before it listened is to be drawn again. */
  const listening = async (page: Page): Promise<Page> => {
    await page.evaluate(TELLTALE);
    return page;
  };

  test('the canary sings, and the policies tell: a payload that is let in is noticed', async () => {
    const open = await world.open('http://unn.ua/control', article('<p>Nobody.</p>', `<script>${TELLTALE}</script>`));
    const own = await listening(await openOwnPage(world.running, 'options.html'));
    for (const page of [open.page, tab.page, own])
      await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), PAYLOAD);
    await until('the canary', async () => (await toldIn(open.page)).canary === 1);
    for (const page of [tab.page, own])
      await until('the policy to tell', async () => (await toldIn(page)).told.some((one) => one.startsWith('img-src')));
    expect((await toldIn(own)).strange).not.toEqual([]);
    expect((await toldIn(own)).canary).toBeUndefined();
    expect(world.news.requests).toContain(`GET http://${CANARY_HOST}/live.png`);
    await own.close();
    await open.page.close();
  });

  describe('and of all that is let in by the door', () => {
    let before: number;
    beforeAll(async () => {
      await tab.page.reload();
      await tab.hasNames(
        [...NAMED, PLAIN].map(({ name }) => name),
        30_000,
      );
      await tab.page.bringToFront();
      before = world.news.requests.length;
    });

    test.each(SAMPLE)('the card of $group: $name', async ({ word, name }) => {
      await tab.hover(word);
      await until(`the card of ${name}`, async () => (await tab.card())?.startsWith(name));
      const elements = await cardElements(world, tab);
      expect(elements.length).toBeGreaterThan(5);
      for (const element of elements) expect(element).toMatch(CARD);
      expect(await toldIn(tab.page)).toEqual(CALM);
      await tab.page.keyboard.press('Escape');
      await until('no card', async () => (await tab.card()) === undefined);
    });

    test('the popup: every name in the list, each reason and each profile of the sample', async () => {
      popup = await popupInTab(world, tab);
      await listening(popup.page);
      // Away and back: everything is drawn while somebody listens.
      await popup.click('Search');
      await popup.click('On this page');
      await popup.says(PLAIN.name);
      const listed = await popup.names();
      for (const { name } of NAMED) expect(listed).toContain(name);
      expect(await toldIn(popup.page)).toEqual(CALM);
      for (const { name } of SAMPLE) {
        await popup.click(`Why ${name} is marked, and “not this”`);
        await popup.click(name);
        await popup.says(/(?:As|Profile as|All as) of/);
        await until(`the profile of ${name}`, () => popup.page.evaluate((h1) => document.querySelector('h1')?.textContent === h1, name));
        expect(await toldIn(popup.page)).toEqual(CALM);
        await popup.click('Back');
      }
    }, 120_000);

    test.each([
      ['Plain', PLAIN.name],
      ['script window canary', '<script>window.__canary=1</script>'],
      ['constructor', 'constructor'],
      ['__proto__', '__proto__'],
      ['hasOwnProperty', 'hasOwnProperty'],
      [PAYLOAD, 'canary'],
      ['{{constructor.constructor("window.__canary=1")()}}', 'constructor'],
    ])('search for %s', async (typed, finds) => {
      await popup.page.bringToFront();
      await popup.click('Search');
      await popup.type(typed);
      await popup.says(finds);
      await until('hits', async () => (await popup.names()).some((one) => one.includes(finds)) || /No profile/.test(await popup.text()));
      expect(await toldIn(popup.page)).toEqual(CALM);
    });

    test('the side panel and the options, with a correction and an own name of each sort', async () => {
      for (const { name } of SAMPLE.slice(0, 8)) {
        await askMuster(world.own, 'addOwn', { name, kind: 'company', aliases: [`${name} too`], note: name });
        await askMuster(world.own, 'judge', {
          entity: `Q${1000 + NAMED.findIndex((one) => one.name === name)}`,
          says: 'not-this',
          scope: 'everywhere',
          surface: name,
        });
      }
      const options = await listening(await openOwnPage(world.running, 'options.html'));
      await until('the lists', () => options.evaluate(() => document.querySelectorAll('.lines li').length >= 16));
      expect(await toldIn(options)).toEqual(CALM);
      const panel = await listening(await openOwnPage(world.running, `sidepanel.html?q=${encodeURIComponent(PAYLOAD)}`));
      await until('what was asked for', () => panel.evaluate((html) => document.querySelector('input')?.value === html, PAYLOAD));
      expect(await toldIn(panel)).toEqual(CALM);
    });

    test('nothing was asked for on the way, and nobody complained', async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      // A browser calls home by CONNECT, whatever is read in it; every host of the table ends in "example" or is a number.
      const asked = world.news.requests.slice(before).filter((one) => !/favicon\.ico$|^CONNECT (?!.*example\.?:|\d)/.test(one));
      expect(asked).toEqual([]);
      expect(await toldIn(tab.page)).toEqual(CALM);
      expect((await askMuster(world.own, 'health')).troubles).toEqual([]);
    });
  });
});
