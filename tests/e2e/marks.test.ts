import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { article, BROWSER, FILLER, markup, parsed, type Tab, useWorld } from './world.ts';

/** The reader's own marks and ways to the card, on a real page: what is changed in the options holds on open pages at once. */

const BODY = article(`<p>At the fair <b>MBDA</b> met <a href="#knds">KNDS</a>.</p>${FILLER}`);

describe(`marks as the reader wants them, in ${BROWSER}`, () => {
  const world = useWorld();
  let tab: Tab;
  beforeAll(async () => {
    tab = await world.open('http://unn.ua/en/news/marks', BODY);
    await tab.paints(['MBDA', 'KNDS']);
    await tab.settled();
  });
  afterAll(() => world.set({}));

  /** The rules under which anything is painted now. */
  const rules = () =>
    tab.page.evaluate(() => {
      const all = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
      return [...CSS.highlights.keys()].map((name) => all.find((rule) => rule.includes(`(${name})`)) ?? '');
    });
  const drawn = (what: RegExp) => until(`marks like ${what}`, async () => (await rules()).some((rule) => what.test(rule)) || undefined);

  test.each([
    ['a wave', { line: 'wavy', colour: 'rose' }, /wavy/],
    ['a coloured ground', { line: 'tint', colour: 'teal' }, /background-color: color-mix/],
    ['a line that is none', { line: 'blink', colour: 'red' }, /underline/],
  ])('%s', async (_, company, wanted) => {
    await world.set({ looks: { company } });
    await drawn(wanted);
    await tab.paints(['MBDA', 'KNDS']);
  });

  test('stronger', async () => {
    await world.set({ strength: 'strong' });
    await drawn(/0\.17em/);
  });

  test('a kind that is off has no mark, and has it again', async () => {
    await world.set({ kinds: { company: false } });
    await tab.paints([]);
    await world.set({});
    await tab.paints(['MBDA', 'KNDS']);
  });

  test('by click: on plain text the card opens, a link keeps its click', async () => {
    await world.set({ hover: 'click' });
    await tab.hover('MBDA');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await tab.card()).toBeUndefined();
    await tab.page.click('b');
    await until('the card', async () => /MBDA/.test((await tab.card()) ?? '') || undefined);
    await tab.page.keyboard.press('Escape');
    await until('the card to go', async () => (await tab.card()) === undefined || undefined);
    await tab.page.click('a');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await tab.card()).toBeUndefined();
    expect(await tab.page.evaluate(() => location.hash)).toBe('#knds');
  });

  test('while Shift is held', async () => {
    await world.set({ hover: 'key', modifier: 'shift', hoverDelay: 100 });
    await tab.hover('MBDA');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await tab.card()).toBeUndefined();
    await tab.page.keyboard.down('Shift');
    await until('the card', async () => /MBDA/.test((await tab.card()) ?? '') || undefined);
    await tab.page.keyboard.up('Shift');
    await tab.page.keyboard.press('Escape');
  });

  test('the page is as it was all the while', async () => {
    await until('our element to be gone', async () => (await tab.page.$('muster-card')) === null || undefined);
    expect(await markup(tab.page)).toBe(await parsed(tab.page, BODY));
    expect(tab.errors).toEqual([]);
  });
});
