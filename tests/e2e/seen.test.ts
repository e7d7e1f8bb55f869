import { beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { inScheme } from './looked-at.ts';
import { article, BROWSER, FILLER, type Tab, useWorld } from './world.ts';

/** A mark that is registered must also be seen, whatever element its text stands in: the rules go by the names of those elements. */

const shadow = (inside: string, slotted = ''): string =>
  `<section><template shadowrootmode="open">${inside}</template>${slotted}</section>`;
/** Where the place is the point, no other has an element of that name. */
const PLACES: readonly (readonly [what: string, html: string])[] = [
  ['a paragraph', '<p>By MBDA.</p>'],
  ['inline elements', '<p>By <b><i>MB</i>D</b>A.</p>'],
  ['single letters', '<p>By <span>M</span><span>B</span><span>D</span><span>A</span>.</p>'],
  ['an element of its own name', '<x-name>By MBDA.</x-name>'],
  ['an element whose name no selector could be', '<p>By <a.b:c>MBDA</a.b:c>.</p>'],
  ['a link in a heading', '<h3>By <a href="#x">MBDA</a></h3>'],
  ['a shadow root', shadow('<p>By MBDA.</p>')],
  // Firefox finds no rule for such text, whichever sheet it stands in.
  ...(BROWSER === 'firefox' ? [] : [['a shadow root, without an element', shadow('By MBDA.')] as const]),
  ['a shadow root in a shadow root', shadow(shadow('By <em>MBDA</em>.'))],
  ['a slot', shadow('<div><slot></slot></div>', '<p>By MBDA.</p>')],
  ['a slot, without an element', shadow('<div><slot></slot></div>', 'By MBDA.')],
  ['text that was taken out of its element', '<blockquote>By <b class="out">MBDA</b>.</blockquote>'],
  ['text that was put into another element', '<p class="in">By MBDA.</p>'],
  ['the text of a slot that nothing is put into', shadow('<div><slot>By MBDA.</slot></div>')],
];
const BODY = article(`${PLACES.map(([, html], n) => `<div id="place${n}">${html}</div>`).join('\n')}${FILLER}`);

describe(`marks are seen, in ${BROWSER}`, () => {
  const world = useWorld();
  let tab: Tab;
  let pictures: { marked: readonly string[]; bare: readonly string[] };
  const painted = (least: number, most = Number.POSITIVE_INFINITY) =>
    until(`${least} painted`, async () => {
      const now = await tab.paintedCount();
      return (now >= least && now <= most) || undefined;
    });
  const picture = async (place: string): Promise<string> => (await (await tab.page.$(place))?.screenshot({ encoding: 'base64' })) ?? '';
  const pictured = async (): Promise<readonly string[]> => {
    const all: string[] = [];
    for (const n of PLACES.keys()) all.push(await picture(`#place${n}`));
    return all;
  };
  beforeAll(async () => {
    tab = await world.open('http://unn.ua/en/news/seen', BODY);
    await painted(PLACES.length);
    await tab.settled();
    await tab.page.evaluate(() => {
      const bold = document.querySelector('.out') as Element;
      bold.replaceWith(...bold.childNodes);
      const text = document.querySelector('.in')?.firstChild as Text;
      const under = document.createElement('u');
      text.replaceWith(under);
      under.append(text);
    });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await painted(PLACES.length);
    const marked = await pictured();
    await world.set({ kinds: { company: false } });
    await painted(0, 0);
    pictures = { marked, bare: await pictured() };
  });

  test.each(PLACES.map(([what], n) => [what, n] as const))('in %s', (_, n) => {
    expect(pictures.marked[n]).not.toBe('');
    expect(pictures.marked[n]).not.toBe(pictures.bare[n]);
  });

  test.runIf(BROWSER === 'chromium')('in forced colours', async () => {
    await world.set({});
    tab = await world.open('http://unn.ua/en/news/forced', article(`<p id="forced">By MBDA.</p>${FILLER}`));
    await inScheme(tab.page, 'forced colours');
    await painted(1);
    await tab.settled();
    const marked = await picture('#forced');
    await world.set({ kinds: { company: false } });
    await painted(0, 0);
    expect(await picture('#forced')).not.toBe(marked);
  });

  test('in an element with a capital in its name, as only a script can make', async () => {
    await world.set({});
    tab = await world.open('http://unn.ua/en/news/capital', article(`<p id="capital"></p>${FILLER}`));
    await tab.page.evaluate(() => {
      const element = document.createElementNS('http://www.w3.org/1999/xhtml', 'Name');
      element.textContent = 'By MBDA.';
      document.getElementById('capital')?.append(element);
    });
    await painted(1);
    await tab.settled();
    const marked = await picture('#capital');
    await world.set({ kinds: { company: false } });
    await painted(0, 0);
    expect(await picture('#capital')).not.toBe(marked);
  });
});
