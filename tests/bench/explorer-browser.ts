import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { FromReader } from '../../platform/messages.ts';
import { type BrowserName, launchBrowser, openOwnPage, until } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { expectAnswer, type Figure, figure } from './measure.ts';

/**
 * The explorer over a stored log of 20,000 articles that name 5,000 entities 400,000 times, a million pairs and more, in both browsers: what the
 * popup asks of it, opening the explorer on it, and going from view to view. Bar: 100 ms a question. Filling the log takes
 * some minutes a browser.
 */
const SIZE = { articles: 20_000, entities: 5_000, byArticle: 20, days: 700 } as const;
const BAR = 100;
const ROUNDS = 5;
const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const;

type Size = typeof SIZE;

/** Puts the rows of such a log where articles.ts would put them; answers sightings and pairs. Runs in one of Muster's own pages. */
async function fillLog(size: Size): Promise<{ readonly sightings: number; readonly pairs: number }> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('muster');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  let seed = 7;
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const put = async (stores: readonly string[], fill: (put: (store: string, row: object) => void) => void) => {
    const transaction = db.transaction([...stores], 'readwrite');
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    fill((store, row) => transaction.objectStore(store).put(row));
    await done;
  };
  const totals = new Map<number, { articles: number; sentences: number; first: string; last: string }>();
  const idOf = (n: number) => `Q${90_000_000 + n}`;
  let sightings = 0;
  const article = (n: number, write: (store: string, row: object) => void) => {
    const date = new Date(1_650_000_000_000 + Math.floor((n * size.days) / size.articles) * 86_400_000).toISOString().slice(0, 10);
    const seen = `${date}T10:00:00.000Z`;
    const named = new Set<number>();
    while (named.size < size.byArticle) named.add(Math.floor(size.entities * next() ** 2.5));
    const sorted = [...named].sort((a, b) => a - b);
    const pairs: object[] = [];
    for (const [i, a] of sorted.entries()) {
      write('sightings', { article: n, entity: idOf(a), times: 1, date, seen });
      sightings++;
      for (const b of sorted.slice(i + 1)) {
        pairs.push({ a: idOf(a), b: idOf(b), sentences: i % 3, paragraphs: i % 3 });
        const key = a * 100_000 + b;
        const total = totals.get(key);
        if (total === undefined) totals.set(key, { articles: 1, sentences: i % 3, first: date, last: date });
        else {
          total.articles++;
          total.sentences += i % 3;
          total.last = date;
        }
      }
    }
    const url = `https://news.example/${n}`;
    const row = { id: n, canonical: url, url, host: 'news.example', title: `Article ${n} on trade`, publisher: `Paper ${n % 40}`, date };
    write('articles', { ...row, firstSeen: seen, lastSeen: seen, opened: 1, doc: `d${n}`, pairs });
    const text = sorted.slice(0, 4).map((one) => `Entity number ${one} spoke of word${n % 997}.`);
    const spans = sorted.slice(0, 1).map((one) => ({ start: 0, end: 6, id: idOf(one) }));
    for (const [at, sentence] of text.entries()) write('sentences', { article: n, n: at, paragraph: at, text: sentence, spans });
  };
  for (let from = 1; from <= size.articles; from += 500)
    await put(['articles', 'sightings', 'sentences'], (write) => {
      for (let n = from; n < from + 500; n++) article(n, write);
    });
  const all = [...totals];
  for (let from = 0; from < all.length; from += 50_000)
    await put(['pairs'], (write) => {
      for (const [key, total] of all.slice(from, from + 50_000)) {
        const [a, b] = [Math.floor(key / 100_000), key % 100_000];
        write('pairs', { a: idOf(a), b: idOf(b), paragraphs: total.sentences, ...total });
      }
    });
  db.close();
  return { sightings, pairs: all.length };
}

/** It takes minutes, longer than a driver waits for an answer: it is begun, and asked after. */
async function filled(own: Page): Promise<{ readonly sightings: number; readonly pairs: number }> {
  type Told = { filled?: { readonly sightings: number; readonly pairs: number } | string };
  await own.evaluate(
    `(${fillLog})(${JSON.stringify(SIZE)}).then((is) => { globalThis.filled = is; }, (error) => { globalThis.filled = String(error); }); 0`,
  );
  const told = await until('the log to be filled', () => own.evaluate(() => (globalThis as Told).filled), 900_000);
  if (typeof told === 'string') throw new Error(told);
  return told;
}

/** Milliseconds of a question to the background and back, median. */
async function asking<K extends 'namedWith' | 'evidence' | 'profile' | 'articles'>(
  page: Page,
  name: K,
  argument: Parameters<FromReader[K]>[0],
  least: number,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    const answer = await askMuster(page, name, argument as never);
    if (round > 0) times.push(performance.now() - start);
    if (Array.isArray(answer)) expectAnswer(name, answer.length, least);
  }
  return middle(times);
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Milliseconds in the page from a press of a view's button until what is looked for is drawn, median; the view is left in between. */
async function viewTime(page: Page, view: number, drawn: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(
      await page.evaluate(
        async (at, selector) => {
          const press = (n: number) => document.querySelectorAll<HTMLElement>('.explorer-views button')[n]?.click();
          const frame = () => new Promise((resolve) => setTimeout(resolve));
          press(at === 2 ? 1 : 2);
          while (document.querySelector(selector) !== null) await frame();
          const start = performance.now();
          press(at);
          while (document.querySelector(selector) === null) await frame();
          return performance.now() - start;
        },
        view,
        drawn,
      ),
    );
  }
  return middle(times);
}

/** Milliseconds from the start of the navigation until the explorer says how much it counts. */
async function openingTime(page: Page): Promise<number> {
  await until('the log to be counted', () => page.evaluate(() => document.querySelector('.explorer-main [role=status]') !== null), 300_000);
  return page.evaluate(() => performance.now());
}

async function inBrowser(name: BrowserName): Promise<readonly Figure[]> {
  const built = spawnSync(`${root}node_modules/.bin/wxt`, ['build', '-b', name === 'chromium' ? 'chrome' : name], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`wxt build did not work:\n${built.stdout}${built.stderr}`);
  const running = await launchBrowser(name, { extension: `${root}.output/${FOLDERS[name]}`, headless: true, offline: true });
  try {
    const own = await openOwnPage(running, 'options.html');
    await askMuster(own, 'health');
    const { sightings, pairs } = await filled(own);
    expectAnswer('sightings stored', sightings, 400_000, 400_000);
    expectAnswer('pairs stored', pairs, 1_000_000);
    const figures: Figure[] = [];
    const note = (what: string, ms: number, bar = BAR) =>
      figures.push(figure(`explorer, ${name}: ${what}`, SIZE.articles, 'ms', ms, 'the bar', bar));
    const [often, less] = ['Q90000000', 'Q90000001'];
    note('with whom one named everywhere was named', await asking(own, 'namedWith', { id: often, limit: 100 }, 100));
    note('articles that name two', await asking(own, 'evidence', { a: often, b: less, limit: 100 }, 100));
    note('eight articles with their sentences', await asking(own, 'articles', { ids: [1, 2, 3, 4, 5, 6, 7, 8], of: [], text: '' }, 8));
    const first = await openOwnPage(running, `explorer.html?e=${often}&view=entity`);
    note('opened for the first time (chunks are made)', await openingTime(first), 10_000);
    await first.close();
    const page = await openOwnPage(running, `explorer.html?e=${often}&view=entity`);
    note('opened again', await openingTime(page), 3_000);
    note('the timeline', await viewTime(page, 1, '.uplot'));
    note('the list of articles', await viewTime(page, 2, '.articles li'));
    note('all about one', await viewTime(page, 3, '.entity-view table'));
    return figures;
  } finally {
    await running.browser.close();
  }
}

export async function explorerBrowserFigures(say: (line: string) => void): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const name of ['chromium', 'firefox'] as const) {
    say(`the explorer in ${name} …`);
    figures.push(...(await inBrowser(name)));
  }
  return figures;
}
