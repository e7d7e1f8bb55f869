import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { findCandidates } from '../../core/gazetteer.ts';
import { launchBrowser, openOwnPage, type Running, until } from '../../scripts/browsers.ts';
import { pageBytes, pageFiles, readPage } from '../../scripts/read-page.ts';
import { readPackagedGazetteer, recognise } from '../../scripts/recognise.ts';
import { askMuster } from '../../scripts/watch.ts';
import { type NewsServer, startNewsServer } from '../e2e/news-server.ts';

/**
 * Three Chromiums, one with Muster, one with an extension that does nothing, and one whose extension has an empty content script on the same sites:
 * what the browser itself takes for any extension that reads pages. A server plays saved pages to all.
 */
export interface Pair {
  readonly news: NewsServer;
  readonly muster: Running;
  /** One of Muster's own pages. */
  readonly own: Page;
  /** A tab in each, on a page of the same site: so the next one is opened in a process that is there. */
  readonly withUs: Page;
  readonly withoutUs: Page;
  readonly withEmpty: Page;
  readonly close: () => Promise<void>;
}

const SITE = 'http://unn.ua/';
/** Where each page is left for: an empty one of the same site. */
export const BLANK = `${SITE}blank`;
const built = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

export async function startPair(): Promise<Pair> {
  const nothing = extensionWith({});
  const empty = extensionWith({
    content_scripts: [{ matches: ['http://unn.ua/*'], js: ['empty.js'], all_frames: true, run_at: 'document_end' }],
  });
  const news = await startNewsServer();
  news.put(BLANK, '<!doctype html><title>Blank</title><p>Blank</p>');
  const options = { headless: true, proxyPort: news.port } as const;
  const muster = await launchBrowser('chromium', { extension: built, ...options });
  const other = await launchBrowser('chromium', { extension: nothing, ...options });
  const third = await launchBrowser('chromium', { extension: empty, ...options });
  const own = await openOwnPage(muster, 'options.html');
  await until('the profiles', async () => (await askMuster(own, 'health')).profiles.from === 'storage' || undefined);
  const [withUs, withoutUs, withEmpty] = [await muster.browser.newPage(), await other.browser.newPage(), await third.browser.newPage()];
  return {
    ...{ news, muster, own, withUs, withoutUs, withEmpty },
    close: async () => {
      await Promise.all([muster, other, third].map(({ browser }) => browser.close()));
      news.close();
      for (const folder of [nothing, empty]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function extensionWith(manifest: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'Nothing', version: '1', ...manifest }));
  writeFileSync(join(folder, 'empty.js'), '');
  return folder;
}

/** A saved page that is served. */
export interface Served {
  readonly file: string;
  readonly url: string;
  /** How many marks the recogniser finds in the text of its source. */
  readonly expected: number;
  /** UTF-16 units. */
  readonly length: number;
}

/** Puts pages of a folder on the site, `limit` of them from all parts of it. Of those without any candidate nothing is expected. */
export function servePages({ news }: Pair, folder: string, limit: number): readonly Served[] {
  const files = pageFiles(folder);
  const gazetteer = readPackagedGazetteer();
  const some =
    limit >= files.length ? files : Array.from({ length: limit }, (_, n) => files[Math.floor((n * files.length) / limit)] as string);
  return some.map((file, n) => {
    const url = `${SITE}${n}`;
    const path = join(folder, file);
    // What a page says of its encoding itself must count, as where it was saved.
    news.put(url, pageBytes(path), { 'content-type': 'text/html' });
    const { text, lang } = readPage(path);
    const expected = findCandidates(gazetteer, text).hits.length === 0 ? 0 : recognise(gazetteer, text, { lang }).length;
    return { file, url, expected, length: text.length };
  });
}

/** Leaves the page that is open, and goes to another; answers once its tree stands. */
export async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 60_000 });
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function middle(values: readonly number[], part = 0.5): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
}

export function workerOf({ muster }: Pick<Pair, 'muster'>) {
  return muster.browser.targets().find((one) => one.type() === 'service_worker' && one.url().startsWith(muster.origin));
}

/** Ends the background; the next question starts it anew. */
export async function stopWorker(pair: Pick<Pair, 'muster' | 'own'>): Promise<void> {
  const session = await pair.own.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  await until('the service worker to stop', () => workerOf(pair) === undefined);
}
