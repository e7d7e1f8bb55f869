import type { CDPSession, Page } from 'puppeteer-core';
import { until } from '../../scripts/browsers.ts';
import type { WithApi } from '../../scripts/watch.ts';
import type { FeedBrowser } from './feed-world.ts';

/** What is measured beside an update: an open page, another page, a profile, the memory. */

/** The longest task of a page (Chromium tells) and the longest time between two turns of its event loop, in ms. */
export interface Lateness {
  readonly task: number;
  readonly gap: number;
}

type Watched = { late: { task: number; gap: number } };

/** Makes every document of this page watch itself, from its start. */
export async function watchLateness(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const late = { task: 0, gap: 0 };
    Object.assign(globalThis, { late });
    if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) late.task = Math.max(late.task, duration);
      }).observe({ type: 'longtask' });
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      late.gap = Math.max(late.gap, now - last);
      last = now;
      setTimeout(tick);
    };
    tick();
  });
}

/** What it was since the last question. */
export async function lateness(page: Page): Promise<Lateness> {
  return page.evaluate(() => {
    const { late } = globalThis as unknown as Watched;
    const now = { ...late };
    Object.assign(late, { task: 0, gap: 0 });
    return now;
  });
}

/** Goes to a page and answers how long after its text stood there the first mark did, in ms. */
export async function firstMark(page: Page, url: string): Promise<number> {
  await page.goto(url);
  return until(
    'a mark',
    () =>
      page.evaluate(
        () =>
          new Promise<number | undefined>((resolve) => {
            const [{ domContentLoadedEventEnd: start }] = performance.getEntriesByType('navigation') as [PerformanceNavigationTiming];
            const end = performance.now() + 5_000;
            const look = () => {
              const painted = [...CSS.highlights.values()].some(({ size }) => size > 0);
              if (painted) resolve(Math.max(0, performance.now() - start));
              else if (performance.now() > end) resolve(undefined);
              else requestAnimationFrame(look);
            };
            look();
          }),
      ),
    30_000,
  );
}

/** Milliseconds from the question for a profile to its answer, for each of these ids. */
export async function profileReads({ own }: FeedBrowser, ids: readonly string[]): Promise<readonly number[]> {
  return own.evaluate(async (all) => {
    const { runtime } = (globalThis as unknown as WithApi).browser;
    const times: number[] = [];
    for (const id of all) {
      const start = performance.now();
      const reply = await runtime.sendMessage({ muster: 'profile', argument: { id } });
      times.push(performance.now() - start);
      const found = (reply?.value as { profile: { id: string } } | undefined)?.profile.id;
      if (found !== id) throw new Error(`asked for ${id}, got ${found}: ${reply?.error}`);
    }
    return times;
  }, ids);
}

/** The same for a question that asks nothing: the way there and back. */
export async function bareQuestions({ own }: FeedBrowser, count: number): Promise<readonly number[]> {
  return own.evaluate(async (most) => {
    const { runtime } = (globalThis as unknown as WithApi).browser;
    const times: number[] = [];
    while (times.length < most) {
      const start = performance.now();
      await runtime.sendMessage({ muster: 'own' });
      times.push(performance.now() - start);
    }
    return times;
  }, count);
}

/** Looks at the heap of the background a few times a second; only Chromium shows it. */
export async function workerHeap({ running }: FeedBrowser): Promise<{ readonly most: () => Promise<string> } | undefined> {
  if (running.name !== 'chromium') return undefined;
  const target = running.browser.targets().find((one) => one.type() === 'service_worker' && one.url().startsWith(running.origin));
  const session = await target?.createCDPSession();
  if (session === undefined) return undefined;
  const now = async (with_: CDPSession) => {
    const { usedSize, backingStorageSize = 0 } = (await with_.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    return { usedSize, backingStorageSize };
  };
  let most = { usedSize: 0, backingStorageSize: 0 };
  const timer = setInterval(() => {
    void now(session).then(
      (heap) => {
        if (heap.usedSize + heap.backingStorageSize > most.usedSize + most.backingStorageSize) most = heap;
      },
      // A question that was still on its way when the looking ended.
      () => undefined,
    );
  }, 100);
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  return {
    most: async () => {
      clearInterval(timer);
      await session.detach();
      return `${megabytes(most.usedSize)} and ${megabytes(most.backingStorageSize)} in buffers`;
    },
  };
}
