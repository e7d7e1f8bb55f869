import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type PageMaker, type TestPage } from './browser.ts';
import type { Started } from './page-entry.ts';

/** Pointer and keys: when the card opens, when it goes, and what brings a mark into view. */

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

const STYLE =
  '<style>body{margin:20px;font:20px/30px monospace} muster-card{position:fixed;left:300px;top:300px;width:50px;height:50px}</style>';
const settle = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function open(html: string, settings: object = {}): Promise<void> {
  page = await maker.page(`<!doctype html>${STYLE}${html}`);
  await page.evaluate(`globalThis.s = muster.start(/Saab|Lockheed Martin/g, ${JSON.stringify({ settings })}); 0`);
  await page.waitForFunction(() => s.marked().length > 0);
}

async function pointAt(selector: string): Promise<void> {
  const box = await (await page.$(selector))?.boundingBox();
  if (!box) throw new Error(`${selector} has no box`);
  await page.mouse.move(box.x + 10, box.y + box.height / 2);
}

const cards = (): Promise<string[]> => page.evaluate(() => s.cards.map(({ name }) => name));
const isOpen = (): Promise<boolean> => page.evaluate(() => document.querySelector('muster-card') !== null);

describe('the pointer', () => {
  test('resting on a mark opens its card, once; it asks by document, block and offset only', async () => {
    await open('<p>News: <b id=m>Saab</b> builds</p>');
    await pointAt('#m');
    await settle(30);
    expect(await cards()).toEqual([]);
    await settle(200);
    await page.mouse.move(95, 36);
    await settle(200);
    expect(await cards()).toEqual(['Saab']);
    expect(await isOpen()).toBe(true);
  });

  test('a name across inline tags, in a shadow root, has its card', async () => {
    await open('<div id=h><template shadowrootmode=open><style>p{margin:0}</style><p>Lock<b>heed</b> Martin</p></template></div>');
    await pointAt('#h');
    await settle(250);
    expect(await cards()).toEqual(['Lockheed Martin']);
  });

  test('beside the letters there is no card, though the caret snaps to them', async () => {
    await open('<p id=p>Saab</p>');
    await page.mouse.move(400, 55);
    await settle(250);
    expect(await cards()).toEqual([]);
  });

  test('passing over a mark opens nothing', async () => {
    await open('<p>News: <b id=m>Saab</b> builds</p>');
    await pointAt('#m');
    await settle(40);
    await page.mouse.move(500, 500);
    await settle(250);
    expect(await cards()).toEqual([]);
  });

  test('the card stays while the pointer is on it, and goes after some grace when it leaves', async () => {
    await open('<p><b id=m>Saab</b></p>');
    await pointAt('#m');
    await settle(250);
    await page.mouse.move(320, 320);
    await settle(500);
    expect(await isOpen()).toBe(true);
    await page.mouse.move(600, 500);
    await settle(120);
    expect(await isOpen()).toBe(true);
    await settle(350);
    expect(await isOpen()).toBe(false);
  });

  test.each([
    ['Escape', () => page.keyboard.press('Escape')],
    ['scrolling', () => page.evaluate(() => scrollBy(0, 50))],
    ['a press elsewhere', () => page.mouse.click(600, 400)],
    ['pausing', () => page.evaluate(() => s.settings({ pausedEverywhere: true }))],
  ] as const)('%s closes the card', async (_what, act) => {
    await open('<p><b id=m>Saab</b></p><div style="height:3000px">');
    await pointAt('#m');
    await settle(250);
    expect(await isOpen()).toBe(true);
    await act();
    await settle(150);
    expect(await isOpen()).toBe(false);
  });

  test('with "Alt only" it needs the key; with "off" nothing opens', async () => {
    await open('<p><b id=m>Saab</b></p>', { hover: 'key' });
    await pointAt('#m');
    await settle(250);
    expect(await cards()).toEqual([]);
    await page.keyboard.down('Alt');
    await settle(250);
    await page.keyboard.up('Alt');
    expect(await cards()).toEqual(['Saab']);
    await page.evaluate(() => s.settings({ hover: 'off' }));
    await page.mouse.move(500, 500);
    await settle(400);
    await pointAt('#m');
    await settle(300);
    expect(await cards()).toEqual(['Saab']);
  });
});

describe('what answers hand and keys comes when it is needed', () => {
  const loads = (): Promise<number> => page.evaluate(() => s.loads);

  test('not for a pointer beside the marks nor for a question about another document; once for all that follows', async () => {
    await open('<p>News: <b id=m>Saab</b> builds</p><p id=n>nobody</p>');
    await pointAt('#n');
    await settle(50);
    expect(await page.evaluate(() => s.reader.show({ doc: '', block: -1, start: 0, end: 0 }))).toBe(false);
    expect(await loads()).toBe(0);
    await pointAt('#m');
    await settle(250);
    expect(await page.evaluate(() => s.reader.cardByKey())).toBe(true);
    expect(await loads()).toBe(1);
  });

  test('what could not be had is asked for again', async () => {
    await open('<p>News: <b id=m>Saab</b> builds</p>');
    await page.evaluate(() => {
      s.fail = true;
    });
    expect(await page.evaluate(() => s.reader.cardByKey())).toBe(false);
    await page.evaluate(() => {
      s.fail = false;
    });
    await pointAt('#m');
    await settle(250);
    expect(await cards()).toEqual(['Saab']);
    expect(await loads()).toBe(2);
  });
});

describe('keys and jumps', () => {
  test('the command opens the card of the mark nearest to the middle, then of the next ones in turn', async () => {
    await open('<p>Saab</p><p style="margin-top:250px">Lockheed Martin</p><p style="margin-top:250px">Saab</p>');
    for (let i = 0; i < 3; i += 1) {
      expect(await page.evaluate(() => s.reader.cardByKey())).toBe(true);
      await settle(400);
    }
    expect(await page.evaluate(() => s.cards)).toEqual([
      { name: 'Lockheed Martin', focus: true },
      { name: 'Saab', focus: true },
      { name: 'Saab', focus: true },
    ]);
    expect(await page.evaluate(() => new Set(s.asked.map(({ block }) => block)).size)).toBe(3);
  });

  test('without marks the command says so', async () => {
    await open('<p>Saab</p>');
    await page.evaluate(() => document.querySelector('p')?.remove());
    await settle(100);
    expect(await page.evaluate(() => s.reader.cardByKey())).toBe(false);
  });

  test('show scrolls to the mention, opens the <details> around it and shows it more strongly for a moment', async () => {
    await open('<p>Saab</p><div style="height:4000px"></div><details><summary>more</summary><p id=far>Lockheed Martin</p></details>');
    const shown = await page.evaluate(() => {
      const page = s.sent[0];
      const block = page?.blocks.find(({ text }) => text.startsWith('Lockheed'));
      return s.reader.show({ doc: page?.doc ?? '', block: block?.id ?? 0, start: 0, end: 15 });
    });
    expect(shown).toBe(true);
    await page.waitForFunction(() => {
      const rect = document.querySelector('#far')?.getBoundingClientRect();
      return rect !== undefined && rect.height > 0 && rect.top > 0 && rect.bottom < innerHeight;
    });
    expect(await page.evaluate(() => s.marked().filter((text) => text === 'Lockheed Martin').length)).toBe(2);
    await settle(1_900);
    expect(await page.evaluate(() => s.marked().filter((text) => text === 'Lockheed Martin').length)).toBe(1);
  });

  test.each([
    ['another document', { doc: 'other', block: 1, start: 0, end: 4 }],
    ['a block that is gone', { doc: undefined, block: 99, start: 0, end: 4 }],
  ])('show answers false for %s', async (_what, at) => {
    await open('<p>Saab</p>');
    expect(await page.evaluate((place) => s.reader.show({ ...place, doc: place.doc ?? s.sent[0]?.doc ?? '' }), at)).toBe(false);
  });
});
