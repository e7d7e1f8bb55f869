import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { launchBrowser, openOwnPage, until } from '../../scripts/browsers.ts';
import { serveFiles } from '../../scripts/serve.ts';
import { askMuster, settledPage, tabOf } from '../../scripts/watch.ts';
import { expectAnswer, type Figure, figure } from './measure.ts';

/** Opening the popup on the sample report, with a log of 10,000 sightings and with one that holds this article only. Chromium. */

const SIGHTINGS = 10_000;
const BY_ARTICLE = 10;
const ROUNDS = 9;
const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = `${root}tests/fixtures/articles/dfnc2-sample/source.html`;

/** Rows as the log has them: articles of ten entities each, all pairs, and a sentence for each. Runs in one of Muster's own pages. */
async function fillLog(ids: string[], sightings: number, byArticle: number): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('muster');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const stores = ['articles', 'sightings', 'sentences', 'pairs'] as const;
  const transaction = db.transaction(stores, 'readwrite');
  const put = (store: (typeof stores)[number], row: object) => transaction.objectStore(store).put(row);
  const totals = new Map<
    string,
    { a: string; b: string; sentences: number; paragraphs: number; articles: number; first: string; last: string }
  >();
  for (let article = 1000; article < 1000 + sightings / byArticle; article++) {
    const date = `2026-0${1 + (article % 9)}-11`;
    const seen = `${date}T10:00:00.000Z`;
    const named = Array.from({ length: byArticle }, (_, index) => ids[(article * 7 + index * 13) % ids.length] as string);
    const entities = [...new Set(named)].sort();
    const pairs = entities.flatMap((a, index) => entities.slice(index + 1).map((b) => ({ a, b, sentences: 1, paragraphs: 1 })));
    const url = `https://news.example/${article}`;
    put('articles', {
      id: article,
      canonical: url,
      url,
      host: 'news.example',
      title: `Article ${article}`,
      publisher: 'News',
      date,
      published: date,
      firstSeen: seen,
      lastSeen: seen,
      opened: 1,
      doc: `${article}`,
      pairs,
    });
    for (const entity of entities) put('sightings', { article, entity, times: 1, date, seen });
    const spans = entities.map((id, index) => ({ start: index * 5, end: index * 5 + 4, id }));
    put('sentences', { article, n: 0, paragraph: 0, text: 'Name '.repeat(byArticle), spans });
    for (const { a, b } of pairs) {
      const total = totals.get(`${a} ${b}`) ?? { a, b, sentences: 0, paragraphs: 0, articles: 0, first: date, last: date };
      totals.set(`${a} ${b}`, {
        ...total,
        sentences: total.sentences + 1,
        paragraphs: total.paragraphs + 1,
        articles: total.articles + 1,
        last: date,
      });
    }
  }
  for (const total of totals.values()) put('pairs', total);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  const count = db.transaction('sightings').objectStore('sightings').count();
  await new Promise((resolve) => {
    count.onsuccess = resolve;
  });
  db.close();
  return count.result;
}

/** Milliseconds from the start of the navigation until the list stands and can be used; median of several openings. */
async function openingTime(page: Page, url: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto('about:blank');
    await page.evaluateOnNewDocument(() => {
      const look = () => {
        const rows = document.querySelectorAll('main li').length;
        if (rows >= 13) Object.assign(globalThis, { usableAt: performance.now() });
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(url);
    times.push(await until('the list of names', () => page.evaluate(() => (globalThis as { usableAt?: number }).usableAt)));
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(ROUNDS / 2)] as number;
}

export async function popupFigures(say: (line: string) => void): Promise<readonly Figure[]> {
  say('popup …');
  const built = spawnSync(`${root}node_modules/.bin/wxt`, ['build', '--mode', 'start'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`wxt build did not work:\n${built.stdout}${built.stderr}`);
  const server = await serveFiles([{ path: sample, bytes: readFileSync(sample) }]);
  const running = await launchBrowser('chromium', { extension: `${root}.output/chrome-mv3-start`, headless: true, offline: true });
  try {
    const own = await openOwnPage(running, 'options.html');
    const page = await running.browser.newPage();
    const [url] = server.urls as [string];
    await page.goto(url);
    const tab = await tabOf(own, url);
    const view = await settledPage(page, own, tab);
    expectAnswer('names in the sample', view.entities.length, 14);
    const popup = await running.browser.newPage();
    const address = `${running.origin}/popup.html?tab=${tab}`;
    const empty = await openingTime(popup, address);
    const pack = readFileSync(`${root}public/packs/core.jsonl`, 'utf8').trim().split('\n').slice(1);
    const ids = pack.map((line) => (JSON.parse(line) as { id: string }).id);
    const stored = await own.evaluate(fillLog, ids, SIGHTINGS, BY_ARTICLE);
    expectAnswer('sightings stored', stored, SIGHTINGS);
    const [first] = view.entities as [(typeof view.entities)[number]];
    const companions = await askMuster(own, 'namedWith', { id: first.id, limit: 100 });
    expectAnswer('companions of the first name', companions.length, 20);
    const full = await openingTime(popup, address);
    return [
      figure('popup usable', stored, 'ms', full, 'the bar', 150),
      figure('popup usable', stored, 'ms', full, 'the same with an empty log', empty),
    ];
  } finally {
    await running.browser.close();
    server.close();
  }
}
