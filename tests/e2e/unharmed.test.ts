import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Family, NOTICEABLE, sayDifference } from '../unharmed/compare.ts';
import { NASTY_PAGES } from '../unharmed/nasty-pages.ts';
import { type Pair, startPair, warmUp } from '../unharmed/pair.ts';
import { idleExtension } from '../unharmed/visit.ts';
import { BROWSER, builtExtension } from './world.ts';

/** A page with Muster is the page without it, but for what PRIVACY.md says that a page can notice. `npm run unharmed` asks the same of saved pages. */

describe(`pages read in ${BROWSER}`, () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await startPair(BROWSER, builtExtension());
    await warmUp(pair);
  }, 120_000);
  afterAll(() => pair?.close());

  test.each(Object.entries(NASTY_PAGES))('%s', async (name, html) => {
    const url = `http://unn.ua/unharmed/${encodeURIComponent(name)}`;
    pair.put(url, html, 'text/html; charset=utf-8');
    const { marks, harm, told } = await pair.compare(url, 10_000);
    expect(harm.map(sayDifference)).toEqual([]);
    expect(marks).toBeGreaterThan(0);
    // Not more is said than is so: all that the list has can be told, unless the page has it of its own.
    expect(told.map(({ path }) => path)).toContain('names of highlights');
  });

  test('all that PRIVACY.md says a page can notice, it can', async () => {
    pair.put('http://unn.ua/unharmed/plain', '<!doctype html><p>Today MBDA met KNDS.</p>');
    const { told } = await pair.compare('http://unn.ua/unharmed/plain', 10_000);
    expect(told.map(({ path }) => path).sort()).toEqual(Object.keys(NOTICEABLE).sort());
  });
});

/** What an extension could do wrong, and the family of differences in which it must be seen. */
const HARM: readonly (readonly [Family, string, string])[] = [
  ['dom', 'a name in a span', `const p = document.querySelector('p'); p.innerHTML = p.innerHTML.replace('MBDA', '<span>MBDA</span>');`],
  ['events', 'a listener on the window', `addEventListener('click', () => undefined);`],
  [
    'layout',
    'a line that is higher',
    `const s = new CSSStyleSheet(); s.replaceSync('p { padding: 3px }'); document.adoptedStyleSheets = [s];`,
  ],
  ['console', 'a word to the console', `console.log('marked');`],
  ['surface', 'a thing on the window', `window.marked = 1;`],
];

describe(`harm is seen in ${BROWSER}`, () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await startPair(BROWSER, idleExtension(Object.fromEntries(HARM.map(([family, , script]) => [family, script]))));
  }, 60_000);
  afterAll(() => pair?.close());

  test.each(HARM)('%s: %s', async (family) => {
    pair.put(`http://unn.ua/harm/${family}`, '<!doctype html><p>Today MBDA met KNDS.</p>');
    const { harm } = await pair.compare(`http://unn.ua/harm/${family}`);
    expect(harm.map((each) => each.family)).toContain(family);
  });
});
