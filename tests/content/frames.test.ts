import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type PageMaker } from './browser.ts';
import type { Started } from './page-entry.ts';

/** For which frames the content script is asked for: those that the page wrote itself, that are seen, and big enough to be read. */

declare const s: Started;

let maker: PageMaker;
beforeAll(async () => {
  maker = await openBrowser();
});
afterAll(() => maker.close());

/** How often a page has asked for its frames after a second; `later` runs in the page meanwhile. */
async function asked(html: string, later = '0'): Promise<number> {
  const page = await maker.page(`<!doctype html><p>Saab</p>${html}`);
  await page.evaluate('globalThis.s = muster.start(/Saab/g); 0');
  await page.evaluate(later);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  const framed = await page.evaluate(() => s.framed);
  expect(page.errors).toEqual([]);
  await page.close();
  return framed;
}

describe('frames are asked for', () => {
  test.each([
    ['a text in the attribute', '<iframe srcdoc="<p>KNDS"></iframe>'],
    ['a sandboxed one', '<iframe sandbox srcdoc="<p>KNDS"></iframe>'],
    ['a text in the address', '<iframe src="data:text/html,KNDS"></iframe>'],
    ['a big blank one that scripts may write', '<iframe style="width:600px;height:400px"></iframe>'],
    ['one in a shadow root', '<div><template shadowrootmode=open><iframe srcdoc=KNDS></iframe></template></div>'],
    ['forty of them, once', '<iframe srcdoc=KNDS></iframe>'.repeat(40)],
  ])('%s', async (_what, html) => expect(await asked(html)).toBe(1));

  test.each([
    ['when it is shown later', '<iframe hidden srcdoc=KNDS></iframe>', "document.querySelector('iframe').hidden = false"],
    ['when it is added later', '', "document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: 'KNDS' }))"],
    ['when its text comes later', '<iframe></iframe>', "document.querySelector('iframe').srcdoc = 'KNDS'"],
    [
      'when it grows',
      '<iframe width=1 height=1 srcdoc=KNDS></iframe>',
      "document.querySelector('iframe').style = 'width:300px;height:150px'",
    ],
  ])('%s', async (_what, html, later) => expect(await asked(html, later)).toBe(1));
});

describe('frames are left alone', () => {
  test.each([
    ['loaded ones: the browser brings the script to those that may be read', '<iframe src="https://news.test/inner"></iframe>'],
    ['blank ones of the size of a banner', '<iframe style="width:300px;height:250px"></iframe><iframe src=about:blank></iframe>'],
    ['hidden ones', '<iframe hidden srcdoc=KNDS></iframe><iframe style="display:none" srcdoc=KNDS></iframe>'],
    ['specks', '<iframe width=1 height=1 srcdoc=KNDS></iframe>'],
    ['far from the window', '<div style="height:9000px"></div><iframe srcdoc=KNDS></iframe>'],
  ])('%s', async (_what, html) => expect(await asked(html)).toBe(0));
});
