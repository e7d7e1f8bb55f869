import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type PageMaker, type TestPage } from './browser.ts';
import type { Started } from './page-entry.ts';

/** Next and previous: the order in which a reader gets to the marks, where it begins, what is said; and clicks on marks. */

declare const muster: typeof import('./page-entry.ts');
declare const s: Started;

let maker: PageMaker;
let page: TestPage;

beforeAll(async () => {
  maker = await openBrowser();
});
afterAll(() => maker.close());
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

const GAP = '<div style="height:2000px"></div>';
const settle = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function open(html: string, settings: object = {}): Promise<void> {
  page = await maker.page(`<!doctype html><style>body{margin:20px;font:20px/30px monospace}</style>${html}`);
  await page.evaluate(`globalThis.s = muster.start(/Saab|KNDS|MBDA|Patria/g, ${JSON.stringify({ settings })}); 0`);
  await page.waitForFunction(() => s.marked().length > 0);
  await settle(100);
}

/** Steps, and answers what was said of it: "KNDS 2/3", or "none" if this frame has no more. */
async function step(way: 1 | -1, from: 'here' | 'edge' | 'nowhere' = 'here', turned = false): Promise<string> {
  const [done, before] = await page.evaluate(
    async (argument) => {
      const before = s.said.length;
      return [await s.reader.step(argument), before] as const;
    },
    { step: way, from, turned, framed: false },
  );
  if (!done && from !== 'nowhere') return 'none';
  await page.waitForFunction((n) => s.said.length > n, {}, before);
  const said = await page.evaluate(
    () => s.said.at(-1) as { name?: string; index: number; of: number; turned: 1 | -1 | undefined } | undefined,
  );
  const again = said?.turned === undefined ? '' : said.turned === 1 ? 'start ' : 'end ';
  return said?.name === undefined ? 'nobody' : `${again}${said.name} ${said.index + 1}/${said.of}`;
}

const flashed = (): Promise<string> =>
  page.evaluate(() => {
    const range = [...CSS.highlights.values()]
      .find((one) => one.priority === 2)
      ?.values()
      .next().value;
    return range === undefined ? '' : (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset);
  });
const inSight = (selector: string): Promise<boolean> =>
  page.evaluate((one) => {
    const box = document.querySelector(one)?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
  }, selector);

describe('next and previous', () => {
  test('go through the marks as they are read, show each, open nothing, and end where the frame ends', async () => {
    await open(`<p>Saab and KNDS</p>${GAP}<p id=far>MBDA</p>`);
    expect(await step(1)).toBe('Saab 1/3');
    expect(await flashed()).toBe('Saab');
    expect(await step(1)).toBe('KNDS 2/3');
    expect(await step(1)).toBe('MBDA 3/3');
    await page.waitForFunction(() => (document.querySelector('#far')?.getBoundingClientRect().top ?? -1) > 0);
    await settle(600);
    expect(await inSight('#far')).toBe(true);
    expect(await step(1)).toBe('none');
    expect(await step(1, 'edge', true)).toBe('start Saab 1/3');
    expect(await step(-1)).toBe('none');
    expect(await step(-1, 'edge', true)).toBe('end MBDA 3/3');
    expect(await page.evaluate(() => s.cards)).toEqual([]);
  });

  test('steps that come faster than the page scrolls are not lost', async () => {
    await open(`<p>Saab</p>${GAP}<p>KNDS</p>${GAP}<p>MBDA</p>${GAP}<p>Patria</p>`);
    const said: string[] = [];
    for (let i = 0; i < 4; i += 1) said.push(await step(1));
    expect(said).toEqual(['Saab 1/4', 'KNDS 2/4', 'MBDA 3/4', 'Patria 4/4']);
  });

  test('in columns the order is that of the text, in a shadow root that of its host, whatever is hidden is left out', async () => {
    await open(`<div style="columns:2"><p>Saab</p><p>KNDS</p></div><p style="display:none">MBDA</p>
      <div><template shadowrootmode=open><p>Patria</p></template></div><p>MBDA</p>`);
    const said: string[] = [];
    for (let i = 0; i < 5; i += 1) said.push(await step(1));
    expect(said).toEqual(['Saab 1/4', 'KNDS 2/4', 'Patria 3/4', 'MBDA 4/4', 'none']);
  });

  test('what is folded away is unfolded', async () => {
    await open('<p>Saab</p><details><summary>more</summary><p id=in>KNDS</p></details>');
    await step(1);
    expect(await step(1)).toBe('KNDS 2/2');
    expect(await page.evaluate(() => document.querySelector('details')?.open)).toBe(true);
  });

  test('when the reader has scrolled elsewhere they begin there', async () => {
    await open(`<p>Saab</p>${GAP}<p id=second>KNDS</p>${GAP}<p>MBDA</p>`);
    await step(1);
    await page.evaluate(() => document.querySelector('#second')?.scrollIntoView());
    await settle(200);
    expect(await step(1)).toBe('KNDS 2/3');
    await page.evaluate(() => scrollTo(0, 0));
    await settle(200);
    expect(await step(-1)).toBe('Saab 1/3');
  });

  test('kinds that are off are passed over; where nothing is marked that is said', async () => {
    await open('<p>Saab</p>');
    await page.evaluate(() => s.settings({ kinds: { company: false, official: true, organisation: true, event: true, programme: true } }));
    expect(await step(1)).toBe('none');
    expect(await step(1, 'nowhere')).toBe('nobody');
  });

  test('with reduced motion the page does not glide', async () => {
    await open(`<p>Saab</p>${GAP}<p id=far>KNDS</p>`);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await step(1);
    await step(1);
    expect(await inSight('#far')).toBe(true);
  });

  test('the card is that of the mark that was reached', async () => {
    await open('<p>Saab</p><p>KNDS</p><p>MBDA</p>');
    await step(1);
    await step(1);
    await page.evaluate(() => s.reader.cardByKey());
    await page.waitForFunction(() => s.cards.length > 0);
    expect(await page.evaluate(() => s.cards)).toEqual([{ name: 'KNDS', focus: true }]);
  });
});

describe('the card by key', () => {
  test('waits for a page that is still on its way', async () => {
    await open(`<p>Saab</p>${GAP}<p>KNDS</p>`);
    await step(1);
    await step(1);
    await page.evaluate(() => s.reader.cardByKey());
    await page.waitForFunction(() => s.cards.length > 0);
    await settle(600);
    expect(await page.evaluate(() => [s.cards, document.querySelector('muster-card') !== null])).toEqual([
      [{ name: 'KNDS', focus: true }],
      true,
    ]);
  });
});

describe('a click on a mark, where that opens the card', () => {
  const opens = async (html: string, hover: 'click' | 'rest', act?: () => Promise<void>): Promise<boolean> => {
    await open(html, { hover, hoverDelay: 5_000 });
    const box = await (await page.$('#m'))?.boundingBox();
    if (!box) throw new Error('nothing to click');
    await page.mouse.move(box.x + 8, box.y + 10);
    await settle(100);
    if (act) await act();
    else await page.mouse.click(box.x + 8, box.y + 10);
    await settle(200);
    return page.evaluate(() => s.cards.length > 0);
  };

  test.each([
    ['plain text', '<p><b id=m>Saab</b></p>', true],
    ['a link', '<p><a href="#x"><b id=m>Saab</b></a></p>', false],
    ['a button', '<button><b id=m>Saab</b></button>', false],
    ['a summary', '<details><summary id=m>Saab</summary></details>', false],
    ['what the page calls a button', '<p role=button><b id=m>Saab</b></p>', false],
  ])('%s', async (_what, html, wanted) => {
    expect(await opens(html, 'click')).toBe(wanted);
  });

  test('a link keeps its click: the page goes where it leads', async () => {
    await opens('<p><a href="#there"><b id=m>Saab</b></a></p>', 'click');
    expect(await page.evaluate(() => location.hash)).toBe('#there');
  });

  test('not while the card opens by itself', async () => {
    expect(await opens('<p><b id=m>Saab</b></p>', 'rest')).toBe(false);
  });

  test('not for a click that the page made', async () => {
    const click = () => page.evaluate(() => document.querySelector<HTMLElement>('#m')?.click());
    expect(await opens('<p><b id=m>Saab</b></p>', 'click', async () => void (await click()))).toBe(false);
  });

  test.each([
    ['alt', 'Alt'],
    ['ctrl', 'Control'],
    ['ctrl', 'Meta'],
    ['shift', 'Shift'],
  ] as const)('or while %s (%s) is held', async (modifier, key) => {
    await open('<p><b id=m>Saab</b></p>', { hover: 'key', modifier, hoverDelay: 50 });
    const box = await (await page.$('#m'))?.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 8, (box?.y ?? 0) + 10);
    await settle(200);
    expect(await page.evaluate(() => s.cards.length)).toBe(0);
    await page.keyboard.down(key);
    await settle(250);
    await page.keyboard.up(key);
    expect(await page.evaluate(() => s.cards.length)).toBe(1);
  });
});

describe('looks', () => {
  /** The declarations under which a text is painted now. */
  const painted = (): Promise<readonly string[]> =>
    page.evaluate(() => {
      const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
      return [...CSS.highlights.keys()].map((name) => rules.find((rule) => rule.includes(`(${name})`)) ?? '');
    });

  test('another look is painted at once, and nothing of the one before is left', async () => {
    await open('<p>Saab</p>');
    expect((await painted()).join()).toMatch(/underline 0\.1em rgb\(26, 90, 166\)|underline solid 0\.1em/);
    const wavy = { line: 'wavy', colour: 'rose' } as const;
    await page.evaluate((company) => s.settings({ looks: { ...muster.DEFAULT_LOOKS.looks, company }, strength: 'strong' }), wavy);
    expect(await page.evaluate(() => s.marked())).toEqual(['Saab']);
    const [rule, ...more] = await painted();
    expect(more).toEqual([]);
    expect(rule).toMatch(/wavy/);
    expect(rule).toMatch(/@media \(forced-colors: active\)/);
    expect(rule).toMatch(/@media not print/);
  });
});
