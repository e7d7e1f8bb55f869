import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type PageMaker } from './browser.ts';

/** What the article is: which blocks, which title, which date, whose. Pages are of our own making. */

declare const muster: typeof import('./article-entry.ts');

let maker: PageMaker;
beforeAll(async () => {
  maker = await openBrowser('article-entry.ts');
});
afterAll(() => maker.close());

async function articleOf(html: string, options: { readonly url?: string; readonly type?: string } = {}) {
  const page = await maker.page(html, options);
  const trial = await page.evaluate(() => muster.article());
  const { errors } = page;
  await page.close();
  expect(errors).toEqual([]);
  expect(trial.same).toBe(true);
  return { ...trial.info, texts: trial.texts.map((text) => text.replace(/\s+/g, ' ').trim()) };
}

const head = (inner: string): string => `<!doctype html><html lang=en><head><title>Drones for the north - The Test</title>${inner}</head>`;
const P = [
  'The ministry signed a contract for ground stations and spare parts on Tuesday, two officials said after the ceremony.',
  'Deliveries will begin in the spring, once the test range near the coast has been handed over to the new owners.',
  'A spokesman declined to name the price, but said that it was well below the sum that parliament had set aside.',
];
const paragraphs = P.map((text) => `<p>${text}</p>`).join('\n');
const teaser = (n: number): string => `<li><a href="/${n}">Another headline about something else entirely, number ${n}</a></li>`;
const around = (article: string): string => `<body>
  <nav><ul><li><a href=/>Home</a><li><a href=/world>World news and views</a></ul></nav>
  ${article}
  <aside class=related><h3>Related stories</h3><ul>${[1, 2, 3].map(teaser).join('')}</ul><p>Read what our readers said of Saab and others in the long letters of last week, all of them.</p></aside>
  <section id=comments><h3>Comments</h3><p>I have been saying for years that Rheinmetall should build the stations, and nobody would listen to me.</p></section>
  <footer><p>Copyright The Test. All rights reserved. Nothing may be reprinted without our leave in writing.</p></footer></body>`;

describe('the body', () => {
  test('is headline and paragraphs, without what stands around them', async () => {
    const { texts } = await articleOf(
      head('<meta property="og:type" content="article">') +
        around(`<main><article><h1>Drones for the north</h1>${paragraphs}</article></main>`),
    );
    expect(texts).toEqual(['Drones for the north', ...P]);
  });

  test('of a page without any hint but its paragraphs', async () => {
    const { texts } = await articleOf(`<title>x</title><body><h1>Three short paragraphs</h1>${paragraphs}</body>`);
    expect(texts).toEqual(['Three short paragraphs', ...P]);
  });

  test('of a text divided by <br> only', async () => {
    const { texts } = await articleOf(
      head('<meta property="og:type" content="article">') +
        around(`<div class=story><h1>Drones for the north</h1>${P.join('<br><br>')}</div>`),
    );
    expect(texts).toEqual(['Drones for the north', ...P]);
  });

  test('has the lede that stands apart from it', async () => {
    const lede = 'The north gets what it has long asked for, and pays less than it feared it would have to.';
    const { texts } = await articleOf(
      head('') +
        around(`<header><h1>Drones for the north</h1><p>${lede}</p></header><main><article>${paragraphs}${paragraphs}</article></main>`),
    );
    expect(texts.slice(0, 3)).toEqual(['Drones for the north', lede, P[0]]);
  });

  test('of a plain text is all of it', async () => {
    const { texts } = await articleOf('Saab and others\n\nmet in the north.\n', {
      url: 'https://news.test/a.txt',
      type: 'text/plain; charset=utf-8',
    });
    expect(texts).toEqual(['Saab and others', 'met in the north.']);
  });

  test.each([
    [
      'a front page of teasers',
      `<body>${Array.from({ length: 8 }, (_, n) => `<article><h2><a href=/${n}>Headline ${n} of the day</a></h2><p>${P[n % 3]}</p></article>`).join('')}</body>`,
    ],
    ['a list of links', `<body><ul>${Array.from({ length: 40 }, (_, n) => teaser(n)).join('')}</ul></body>`],
    ['a form', '<body><form><label>Name <input></label><button>Send</button></form></body>'],
    ['an empty page', ''],
  ])('there is none on %s', async (_what, html) => {
    expect((await articleOf(`<!doctype html><title>The Test</title>${html}`)).body).toBeUndefined();
  });
});

describe('what is no part of the body', () => {
  test.each([
    [
      'a caption and its credit',
      '<figure><img src=/a><figcaption>The range near the coast, seen from the old lighthouse. Photo: A. Writer</figcaption></figure>',
    ],
    ['a credit that stands alone', '<p>Photo: A. Writer / The Test</p>'],
    ['a link to another story', '<p><a href="/other">Who was paid for the range, and why nobody would say so at the time</a></p>'],
    ['a teaser with its headline', '<div><a href="/other"><h3>Who was paid for the range and why</h3></a></div>'],
    [
      'a poll',
      '<form><p>Should the north have waited for its stations any longer than it did?</p><label>Yes, it should have</label><button>Vote now</button></form>',
    ],
  ])('%s', async (_what, inner) => {
    const [first, ...rest] = paragraphs.split('\n');
    const { texts } = await articleOf(
      head('<meta property="og:type" content="article">') +
        around(`<main><article><h1>Drones for the north</h1>${first}${inner}${rest.join('')}${paragraphs}</article></main>`),
    );
    expect(texts).toEqual(['Drones for the north', ...P, ...P]);
  });

  test.each([
    ['in front of it', '<div>Oberland</div><div>8 July 2025, 19:50</div><div>2 min read</div>', ''],
    ['after it', '', '<div>Drones</div><div>The coast</div><div>cd/The Test</div>'],
  ])('small things %s', async (_what, before, after) => {
    const { texts } = await articleOf(
      head('<meta property="og:type" content="article">') +
        around(`<main><article><h1>Drones for the north</h1><div>${before}${paragraphs}${paragraphs}${after}</div></article></main>`),
    );
    expect(texts).toEqual(['Drones for the north', ...P, ...P]);
  });

  test('comments that are longer than it', async () => {
    const comments = Array.from(
      { length: 9 },
      (_, n) => `<p>${n} years I have been saying that Rheinmetall should build them, and nobody would listen.</p>`,
    );
    const { texts } = await articleOf(
      head('<meta property="og:type" content="article">') +
        `<body><main><article><h1>Drones for the north</h1>${paragraphs}</article><div class="comment-list">${comments.join('')}</div></main></body>`,
    );
    expect(texts).toEqual(['Drones for the north', ...P]);
  });

  test('a body that is torn into many boxes is whole', async () => {
    const boxes = [...P, ...P, ...P]
      .map((text) => `<div class=brick><div class=inner><p>${text}</p></div></div>`)
      .join('<div class=ad></div>');
    const { texts } = await articleOf(
      head('<meta property="og:type" content="article">') + around(`<article><h1>Drones for the north</h1>${boxes}</article>`),
    );
    expect(texts).toEqual(['Drones for the north', ...P, ...P, ...P]);
  });
});

describe('only the beginning', () => {
  const offer = '<div class="paywall-box"><p>Read on with a subscription, from two a month, and support our work.</p></div>';
  const locked = (more: object = {}) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Drones for the north', isAccessibleForFree: false, ...more })}</script>`;
  const part = { hasPart: { '@type': 'WebPageElement', isAccessibleForFree: 'False', cssSelector: '.locked' } };
  const long = Array.from({ length: 8 }, () => paragraphs).join('');
  test.each([
    ['the page says so, and shows little', locked(), paragraphs, true],
    ['the page says so, and makes an offer after a long beginning', locked(), `${long}${offer}`, true],
    ['what is said to be locked is not there', locked(part), long, true],
    ['what is said to be locked is there: a subscriber reads it', locked(part), `${paragraphs}<div class=locked>${long}</div>`, undefined],
    ['a selector that is none', locked({ hasPart: { isAccessibleForFree: false, cssSelector: '..' } }), paragraphs, true],
    ['content tier', '<meta property="article:content_tier" content="locked">', paragraphs, true],
    ['a metered page', '<meta property="article:content_tier" content="metered">', paragraphs, undefined],
    ['nothing is said, but an offer follows two paragraphs', '', `${paragraphs}${offer}`, true],
    ['an offer after a whole article', '', `${long}${offer}`, undefined],
    ['an offer that is not shown', '', `${paragraphs}<div hidden>${offer}</div>`, undefined],
    ['a short report', '', paragraphs, undefined],
    ['free for all', locked({ isAccessibleForFree: true }), paragraphs, undefined],
  ])('%s', async (_what, inner, text, wanted) => {
    const info = await articleOf(head(inner) + `<body><article><h1>Drones for the north</h1>${text}</article></body>`);
    expect(info.body).toBeDefined();
    expect(info.partial).toBe(wanted);
  });
});

describe('the author', () => {
  test.each([
    ['JSON-LD', '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"By A. Writer"}}</script>', 'A. Writer'],
    ['meta', '<meta name=author content="A. Writer">', 'A. Writer'],
    ['meta that is an address', '<meta property="article:author" content="https://news.test/a">', undefined],
    ['a link', '<a rel=author href="/a">von A. Writer</a><a rel=author href="/b">B. Writer</a>', 'A. Writer, B. Writer'],
    ['microdata', '<span itemprop=author><span itemprop=name>A. Writer</span><span>Chief of all</span></span>', 'A. Writer'],
    ['nobody', '', undefined],
  ])('%s', async (_what, inner, wanted) => {
    expect((await articleOf(`<title>x</title>${inner}<body><h1>Drones for the north</h1>${paragraphs}</body>`)).byline).toBe(wanted);
  });
});

describe('what the page says of itself', () => {
  const ld = (value: unknown): string =>
    `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
  const body = `<body><h1>Drones for the north</h1>${paragraphs}</body>`;

  test('in JSON-LD', async () => {
    const stated = {
      '@type': ['NewsArticle'],
      headline: 'Drones for the north',
      datePublished: '2024-10-02T09:30:00+03:00',
      author: [{ name: 'A. Writer' }, { name: 'B. Writer' }],
      publisher: { name: 'The Test' },
      inLanguage: 'en-GB',
    };
    const info = await articleOf(`<!doctype html><title>x</title>${ld({ '@graph': [{ '@type': 'WebSite', name: 'no' }, stated] })}${body}`);
    expect(info).toMatchObject({
      title: 'Drones for the north',
      published: '2024-10-02T09:30:00+03:00',
      publisher: 'The Test',
      lang: 'en-GB',
      byline: 'A. Writer, B. Writer',
    });
  });

  test('in JSON-LD with raw line breaks in its strings', async () => {
    const info = await articleOf(
      `<title>x</title>${ld('{"@type":"NewsArticle","headline":"Drones\nfor the north","datePublished":"2024-10-02"}')}${body}`,
    );
    expect(info.published).toBe('2024-10-02');
  });

  test.each([
    ['article:published_time', '<meta property="article:published_time" content="2024-10-02T08:00:00Z">', '2024-10-02T08:00:00Z'],
    ['parsely', '<meta name="parsely-pub-date" content="2024-10-02 08:00:00">', '2024-10-02T08:00:00'],
    ['Dublin Core', '<meta name="DC.date.issued" content="2024-10-02">', '2024-10-02'],
    ['itemprop', '<span itemprop="datePublished" content="20241002"></span>', '2024-10-02'],
    ['time', '<article><time datetime="2024-10-02">yesterday</time></article>', '2024-10-02'],
    ['nothing', '', undefined],
    ['a day that never was', '<meta property="article:published_time" content="2024-02-31">', undefined],
    ['words', '<meta property="article:published_time" content="last Tuesday">', undefined],
    ['broken JSON-LD', '<script type="application/ld+json">{"@type": </script>', undefined],
  ])('the date: %s', async (_what, inner, wanted) => {
    expect((await articleOf(head(inner) + body)).published).toBe(wanted);
  });

  test('the date in the address, if nothing else says it', async () => {
    expect((await articleOf(head('') + body, { url: 'https://news.test/2024/10/02/drones' })).published).toBe('2024-10-02');
  });

  test.each([
    ['canonical link', '<link rel=canonical href="https://news.test/a?id=1#x">', 'https://news.test/a?id=1'],
    ['relative link', '<link rel=canonical href="/b">', 'https://news.test/b'],
    ['og:url', '<meta property="og:url" content="https://news.test/c">', 'https://news.test/c'],
    ['a front page for all', '<link rel=canonical href="https://news.test/">', 'https://news.test/story?page=2'],
    ['not a web address', '<link rel=canonical href="javascript:alert(1)">', 'https://news.test/story?page=2'],
  ])('the address: %s', async (_what, inner, wanted) => {
    expect((await articleOf(head(inner) + body, { url: 'https://news.test/story?page=2&utm_source=x' })).canonical).toBe(wanted);
  });

  test('publisher and language, from what there is', async () => {
    expect(await articleOf(head('<meta property="og:site_name" content="The &amp;amp; Test">') + body)).toMatchObject({
      publisher: 'The & Test',
      lang: 'en',
    });
    expect(
      await articleOf(`<title>x</title><meta property="og:locale" content="en_GB">${body}`, { url: 'https://www.news.test/x' }),
    ).toMatchObject({ publisher: 'news.test', lang: 'en-GB' });
  });
});

describe('dates as readers see them', () => {
  test.each([
    ['below the headline', '<div>8 July 2025</div>', '', '2025-07-08'],
    ['in an element that is called so, far from it', '', '<div class="c-publish-date">8 July 2025</div>', '2025-07-08'],
    ['in one that tells of an update', '', '<div class="date-updated">8 July 2025</div>', undefined],
    ['in the text only', '', '<div>8 July 2025</div>', undefined],
  ])('%s', async (_what, before, after, wanted) => {
    const { published } = await articleOf(
      head('<meta property="og:type" content="article">') +
        around(`<main><article><h1>Drones for the north</h1>${before}${`${paragraphs}\n`.repeat(6)}${after}</article></main>`),
    );
    expect(published).toBe(wanted);
  });
});
