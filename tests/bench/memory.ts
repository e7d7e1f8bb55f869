import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'puppeteer-core';
import { until } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { makeFeed, RECORDS } from './feed-data.ts';
import { publish, startFeedBrowser, update } from './feed-world.ts';
import { expectAnswer, type Figure, figure } from './measure.ts';
import { openPage, type Pair, pause, type Served, stopWorker, workerOf } from './page-browsers.ts';

/** Memory, always after a garbage collection: V8's heap, what stands behind typed arrays, and the browser's own objects that scripts hold. */

interface Heap {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
  readonly embedderHeapUsedSize?: number;
}

/** Bytes, by kind. */
export async function heapOf(session: CDPSession): Promise<{ readonly script: number; readonly buffers: number; readonly dom: number }> {
  await session.send('HeapProfiler.enable');
  for (let n = 0; n < 2; n++) await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.disable');
  const { usedSize, backingStorageSize = 0, embedderHeapUsedSize = 0 } = (await session.send('Runtime.getHeapUsage')) as Heap;
  return { script: usedSize, buffers: backingStorageSize, dom: embedderHeapUsedSize };
}

/** Mean bytes that Muster adds to each of `count` tabs, which are open at the same time: its content script, with all that it holds of the page. */
export async function heapOfTabs({ muster, withoutUs }: Pair, served: readonly Served[], count: number): Promise<number> {
  const sumOf = async (open: () => Promise<Page>): Promise<number> => {
    const pages: Page[] = [];
    for (let n = 0; n < count; n++) {
      const page = await open();
      await openPage(page, (served[n % served.length] as Served).url);
      pages.push(page);
    }
    await pause(3_000);
    // Tabs of one site may share a process, and then a heap, which counts once.
    const heaps = new Map<string, number>();
    for (const page of pages) {
      const session = await page.createCDPSession();
      const { id } = await session.send('Runtime.getIsolateId');
      if (!heaps.has(id)) {
        const { script, buffers, dom } = await heapOf(session);
        heaps.set(id, script + buffers + dom);
      }
      await session.detach();
    }
    for (const page of pages) await page.close();
    return [...heaps.values()].reduce((sum, one) => sum + one, 0);
  };
  const without = await sumOf(() => withoutUs.browser().newPage());
  const withUs = await sumOf(() => muster.browser.newPage());
  return (withUs - without) / count;
}

/** The background at rest with a feed of a hundred thousand records, started anew, its names in use. */
export async function backgroundFigures(say: (line: string) => void): Promise<readonly Figure[]> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  if (process.env.MUSTER_BUILT !== '1') {
    const built = spawnSync(`${root}node_modules/.bin/wxt`, ['build'], { cwd: root, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`wxt build did not work:\n${built.stdout}${built.stderr}`);
  }
  const data = makeFeed(`${root}public/packs`);
  const browser = await startFeedBrowser('chromium', data, await publish(data));
  try {
    browser.offer(0);
    await update(browser, false);
    const pair = { muster: browser.running, own: browser.own };
    await stopWorker(pair);
    expectAnswer('entities known', (await askMuster(browser.own, 'health')).profiles.count, RECORDS);
    await pause(3_000);
    const target = await until('the background', () => workerOf(pair));
    const session = await target.createCDPSession();
    const { script, buffers, dom } = await heapOf(session);
    say(
      `  background: ${Math.round(script / 1e5) / 10} MB of objects, ${Math.round(buffers / 1e5) / 10} of buffers, ${Math.round(dom / 1e5) / 10} of the browser's`,
    );
    return [figure('chromium: memory of the background', RECORDS, 'MB', (script + buffers + dom) / 1e6, 'the bar', 60)];
  } finally {
    await browser.close();
  }
}
