import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type PackRecord, writePack } from '../../core/pack.ts';
import type { FeedStep } from '../../platform/messages.ts';
import { type BrowserName, launchBrowser, openOwnPage, type Running, until } from '../../scripts/browsers.ts';
import { askMuster, type WithApi } from '../../scripts/watch.ts';
import { type NewsServer, startNewsServer } from '../e2e/news-server.ts';
import { Publisher } from '../platform/feed-host.ts';
import { type FeedData, REMOVED } from './feed-data.ts';

/** A publisher with two versions of a large feed, and a browser that came with a small pack and knows the feed's address. */

const FEED = 'http://127.0.0.1:9999/';
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Published {
  readonly rootPayload: string;
  /** By path. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly manifests: readonly [full: string, delta: string];
  readonly bytes: {
    readonly pack: number;
    readonly packGz: number;
    readonly delta: number;
    readonly deltaGz: number;
    readonly ops: number;
  };
}

export async function publish({ header, older, newer }: FeedData): Promise<Published> {
  const publisher = await new Publisher().init();
  const more = { ...header, channel: 'core' };
  await publisher.addVersion(older, 2, { ...more, version: 2, count: older.length });
  const full = await publisher.publish();
  await publisher.addVersion(newer, 3, { ...more, version: 3, count: newer.length });
  const manifest = await publisher.manifest();
  const delta = await publisher.publish();
  const [first] = manifest.deltas;
  if (first === undefined) throw new Error('no delta was made');
  const { bytes, gz } = manifest.pack;
  return {
    rootPayload: publisher.rootPayload,
    files: publisher.files,
    manifests: [full, delta],
    bytes: { pack: bytes, packGz: gz, delta: first.bytes, deltaGz: first.gz, ops: first.ops },
  };
}

export interface FeedBrowser {
  readonly name: BrowserName;
  readonly running: Running;
  readonly news: NewsServer;
  readonly own: Page;
  /** What the extension came with; the feed has them too, in all versions. */
  readonly small: readonly PackRecord[];
  readonly offer: (which: 0 | 1) => void;
  readonly close: () => Promise<void>;
}

/** A fresh browser with a built extension in which the packs are others. */
export async function startFeedBrowser(name: BrowserName, data: FeedData, published: Published): Promise<FeedBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  const extension = join(folder, 'extension');
  cpSync(`${root}.output/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3`, extension, { recursive: true });
  const small = data.older.slice(REMOVED, REMOVED + 50);
  writeFileSync(
    `${extension}/packs/core.jsonl`,
    writePack({ header: { ...data.header, version: 1, count: small.length }, records: small }),
  );
  writeFileSync(`${extension}/packs/feed.json`, JSON.stringify({ url: FEED, root: published.rootPayload }));
  const news = await startNewsServer();
  const put = (path: string, body: Uint8Array | string) => {
    const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
    const headers = { 'content-type': 'application/octet-stream', 'content-length': String(length), 'access-control-allow-origin': '*' };
    news.put(`${FEED}${path}`, body, headers);
  };
  for (const [path, body] of published.files) put(path, body);
  // Firefox shows times in steps of a millisecond otherwise.
  const preferences = { 'privacy.reduceTimerPrecision': false };
  const running = await launchBrowser(name, { extension, headless: true, proxyPort: news.port, preferences });
  const own = await openOwnPage(running, 'options.html');
  await until('the small pack', async () => (await askMuster(own, 'health')).profiles.from === 'storage' || undefined);
  // Nothing but what is measured: no look by the clock.
  await askMuster(own, 'setUpdateMode', { mode: 'manual' });
  return {
    ...{ name, running, news, own, small },
    offer: (which) => put('manifest.json', published.manifests[which]),
    close: async () => {
      await running.browser.close();
      news.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What one update took, in milliseconds since it was asked for. */
export interface Took {
  /** When each step began, in order. */
  readonly steps: readonly { readonly step: FeedStep; readonly at: number }[];
  /** The version in storage when the new names were about to be taken in. */
  readonly version: number;
  /** When the new version was the one in use, when its names were, and when all was over. */
  readonly switched: number;
  readonly inUse: number;
  readonly end: number;
  /** The longest time for which the background left a question unanswered; 0 if none was asked. */
  readonly silence: number;
}

/** Runs in one of Muster's own pages. */
async function runUpdate(asks: boolean): Promise<Took> {
  const { browser } = globalThis as unknown as WithApi & {
    readonly browser: {
      readonly storage: {
        readonly session: { readonly onChanged: Record<'addListener' | 'removeListener', (listener: Listener) => void> };
      };
    };
  };
  type Listener = (changes: Record<string, { readonly newValue?: { readonly step: FeedStep } }>) => void;
  const versionNow = () =>
    new Promise<number>((resolve, reject) => {
      const open = indexedDB.open('muster');
      open.onerror = () => reject(open.error);
      open.onsuccess = () => {
        const get = open.result.transaction('packs').objectStore('packs').get('core');
        get.onerror = () => reject(get.error);
        get.onsuccess = () => {
          open.result.close();
          resolve((get.result as { header: { version: number } }).header.version);
        };
      };
    });
  const start = performance.now();
  const steps: { step: FeedStep; at: number }[] = [];
  let version: Promise<number> | undefined;
  const listener: Listener = (changes) => {
    const step = changes['feed:core']?.newValue?.step;
    if (step === undefined || step === steps.at(-1)?.step) return;
    steps.push({ step, at: performance.now() - start });
    if (step === 'names') version = versionNow();
  };
  browser.storage.session.onChanged.addListener(listener);
  let over = false;
  const update = browser.runtime.sendMessage({ muster: 'checkFeeds', argument: { id: 'core' } }).finally(() => {
    over = true;
  });
  let silence = 0;
  while (asks && !over) {
    const asked = performance.now();
    await browser.runtime.sendMessage({ muster: 'updateMode' });
    silence = Math.max(silence, performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const reply = await update;
  const end = performance.now() - start;
  browser.storage.session.onChanged.removeListener(listener);
  if (reply?.error !== undefined) throw new Error(reply.error);
  const at = (wanted: FeedStep) => steps.find(({ step }) => step === wanted)?.at ?? Number.NaN;
  const view = ((reply?.value ?? []) as { id: string; code?: string; trouble?: string }[]).find(({ id }) => id === 'core');
  if (view?.code !== 'updated') throw new Error(`the update ended with ${view?.code}: ${view?.trouble}`);
  return { steps, version: (await version) ?? 0, switched: at('names'), inUse: at('tidy'), end, silence };
}

export function update({ own }: FeedBrowser, asks: boolean): Promise<Took> {
  return own.evaluate(runUpdate, asks);
}
