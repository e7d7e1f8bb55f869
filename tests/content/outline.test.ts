import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type PageMaker } from './browser.ts';

/**
 * A page that is written down and read back is another one. Law: a block is given the element that owns it, or the one that holds its text now, or
 * none; and what the article is does not depend on it.
 */

declare const muster: typeof import('./article-entry.ts');

let maker: PageMaker;
beforeAll(async () => {
  maker = await openBrowser('article-entry.ts');
});
afterAll(() => maker.close());

const P = [
  'The ministry signed a contract for ground stations and spare parts on Tuesday, two officials said after the ceremony.',
  'Deliveries will begin in the spring, once the test range near the coast has been handed over to the new owners.',
  'A spokesman declined to name the price, but said that it was well below the sum that parliament had set aside.',
];
const paragraphs = P.map((text) => `<p>${text}</p>`).join('\n');
const story = (inner: string): string =>
  `<!doctype html><html lang=en><head><title>Drones for the north</title><meta property="og:type" content="article"></head><body>${inner}</body></html>`;

async function trial(html: string, make: string) {
  const page = await maker.page(html);
  await page.evaluate(make);
  const owners = await page.evaluate(() => muster.owners());
  const article = await page.evaluate(() => muster.article());
  await page.close();
  expect(page.errors).toEqual([]);
  const lines = owners.map(
    ({ text, own, found }) =>
      `${text.replace(/\s+/g, ' ').trim().slice(0, 12)}: ${found === own ? 'its own' : (found?.split(' ')[1] ?? 'none')}`,
  );
  return { lines, texts: article.texts.map((text) => text.replace(/\s+/g, ' ').trim()), title: article.info.title };
}

const OWN = ['Drones for t: its own', 'The ministry: its own', 'Deliveries w: its own', 'A spokesman : its own'];
const WHOLE = ['Drones for the north', ...P];
const at = `document.querySelector('article')`;

describe('owners and article of', () => {
  test.each<[string, string, string, readonly string[], readonly string[]]>([
    ['a page as it was served', `<article><h1>Drones for the north</h1>${paragraphs}</article>`, '', OWN, WHOLE],
    [
      'text nodes side by side',
      '<article><h1>Drones for the north</h1></article>',
      `for (const text of ${JSON.stringify(P)}) { const p = document.createElement('p'); p.append(text.slice(0, 9), text.slice(9, 30), '', text.slice(30)); ${at}.append(p, document.createComment(' - '), '\\n'); }`,
      OWN,
      WHOLE,
    ],
    [
      'a <div> that a script put into a <p>',
      `<article><h1>Drones for the north</h1>${paragraphs}</article>`,
      `const div = document.createElement('div'); div.append('An answer to it all will be given in the coming week, the ministry added.'); document.querySelector('p').append(div, 'And then what?');`,
      [...OWN.slice(0, 2), 'And then wha: article', 'An answer to: its own', ...OWN.slice(2)],
      [
        'Drones for the north',
        P[0] as string,
        'An answer to it all will be given in the coming week, the ministry added.',
        'And then what?',
        ...P.slice(1),
      ],
    ],
    [
      'text that a script put into a table, before which it stands now',
      `<article><h1>Drones for the north</h1>${paragraphs}<table><tr><td>Stations<td>6</table></article>`,
      `document.querySelector('tr').prepend('One row of text that may not stand here, and does.');`,
      [...OWN, 'One row of t: article', 'Stations: its own', '6: its own'],
      [...WHOLE, 'One row of text that may not stand here, and does.'],
    ],
    [
      'hidden text before the same that is shown',
      `<div hidden><h1>Drones for the north</h1>${paragraphs}</div><article><h1>Drones for the north</h1>${paragraphs}</article>`,
      '',
      OWN,
      WHOLE,
    ],
    [
      'the same, hidden by a style of its own',
      `<div style="color:red; display : none"><h1>Drones for the north</h1>${paragraphs}</div><article><h1>Drones for the north</h1>${paragraphs}</article>`,
      '',
      OWN,
      WHOLE,
    ],
    [
      'the same, hidden by a style sheet: the article is whole all the same',
      `<style>.x{display:none}</style><div class=x>${paragraphs}</div><article><h1>Drones for the north</h1>${paragraphs}</article>`,
      '',
      OWN,
      WHOLE,
    ],
    [
      'the same paragraph twice',
      `<article><h1>Drones for the north</h1>${paragraphs}<p>${P[0]}</p></article>`,
      '',
      [...OWN, OWN[1] as string],
      [...WHOLE, P[0] as string],
    ],
    [
      'blocks in shadow roots',
      `<article><h1>Drones for the north</h1><x-a></x-a>${paragraphs}</article>`,
      `document.querySelector('x-a').attachShadow({ mode: 'open' }).append('In the shade nobody reads what was said on Tuesday, it seems.');`,
      [...OWN, 'In the shade: none'],
      WHOLE,
    ],
    [
      'a text divided by <br>, with a word in the middle that is not read',
      `<article><h1>Drones for the north</h1><div>${P[0]}<br><br>${P[1]?.replace('begin', 'be<code>x</code>gin')}<br><br>${P[2]}</div></article>`,
      '',
      OWN,
      WHOLE,
    ],
    [
      'a <noscript> that does not close what it opens',
      `<noscript><div><iframe src=/x></noscript><article><h1>Drones for the north</h1>${paragraphs}</article>`,
      '',
      OWN,
      WHOLE,
    ],
    [
      'scripts that speak of tags',
      `<script>const a = '<noscript><!-- <script', b = '<style>';</script><article><h1>Drones for the north</h1>${paragraphs}</article><style>p{}</style><noscript>x</noscript><!-- <script> -->`,
      '',
      OWN,
      WHOLE,
    ],
    [
      'a page that names its fields and pictures as what we ask',
      `<img name=documentElement><img name=querySelectorAll><img name=hidden><img name=contentType><img name=body><form name=title><input name=outerHTML><input name=textContent><input name=querySelectorAll><input id=localName><input name=parentElement><article><h1>Drones for the north</h1>${paragraphs}</article></form>`,
      '',
      OWN,
      WHOLE,
    ],
  ])('%s', async (_what, inner, make, lines, texts) => {
    expect(await trial(story(inner), make)).toEqual({ lines, texts, title: 'Drones for the north' });
  });

  test('a page that is mostly scripts, of which only data about the article leaves the page', async () => {
    const own = story(
      `<script type="application/ld+json">{"@type":"NewsArticle"}</script><article><h1>Drones for the north</h1>${paragraphs}</article>`,
    );
    const [bare, full] = [
      await maker.page(own),
      await maker.page(own.replace('<article>', `<style>p{}</style><script>'${'x'.repeat(9_999)}'</script><!-- x --><article>`)),
    ];
    const [one, other] = [await bare.evaluate(() => muster.article()), await full.evaluate(() => muster.article())];
    expect(one.length).toBeGreaterThan(own.length - '<!doctype html>'.length - 20);
    expect([other.length, other.texts]).toEqual([one.length, one.texts]);
    for (const page of [bare, full]) await page.close();
  });

  test('a plain text', async () => {
    const page = await maker.page('Saab and others\n\n---\n\nmet in the north.\n', { url: 'https://news.test/a.txt', type: 'text/plain' });
    const owners = await page.evaluate(() => muster.owners());
    expect(owners.map(({ own, found }) => found === own)).toEqual([true, true]);
    await page.close();
  });
});
