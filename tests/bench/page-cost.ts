import type { Page } from 'puppeteer-core';
import { until } from '../../scripts/browsers.ts';
import { countPainted } from '../../scripts/watch.ts';
import { BLANK, middle, openPage, type Pair, pause, type Served, stopWorker } from './page-browsers.ts';
import { type PageCost, traced } from './page-trace.ts';

/**
 * What Muster costs one page, in ms: the median of several rounds, in each of which it is opened with us, with an empty content script, and
 * without, in turn; and, from one round under the profiler, how much of it is code of ours.
 */
export interface CostOfPage {
  readonly file: string;
  readonly expected: number;
  /** Ranges that were painted. */
  readonly painted: number;
  /** With us less without us. */
  readonly added: { readonly tasks: number; readonly drawing: number; readonly longTasks: number };
  /** Of our worlds in its frames (page-trace.ts). */
  readonly worlds: number;
  /** Main-thread time that an empty content script adds in the browser's own part. */
  readonly floor: number;
  readonly ours: number;
  readonly oursLongest: number;
  readonly longOfOurs: number;
  /** Text sent to the background: questions, and their size as JSON. */
  readonly messages: number;
  readonly bytes: number;
  /** From DOM ready to the first and the last mark, with a background that is awake and one that sleeps; undefined if nothing is marked. */
  readonly warm?: Marked;
  readonly cold?: Marked;
  readonly byFunction: ReadonlyMap<string, number>;
}

export interface Marked {
  readonly first: number;
  readonly last: number;
}

const WHO = ['withUs', 'withEmpty', 'withoutUs'] as const;
/** Until then the article has been read as well (a second and a half after the text). */
const WATCHED = 2_600;

export async function costOfPage(pair: Pair, served: Served, rounds: number): Promise<CostOfPage> {
  const costs = { withUs: [] as PageCost[], withEmpty: [] as PageCost[], withoutUs: [] as PageCost[] };
  const sent: { messages: number; bytes: number }[] = [];
  let painted = 0;
  // The profiler says whose the time is, and makes all of it longer: what is compared is measured without.
  const { ours, oursLongest, longOfOurs, byFunction } = await costOnce(pair.withUs, served.url, true);
  for (let round = 0; round < rounds; round++) {
    // Who is first changes, as machines warm up and cool down.
    for (const who of round % 2 === 0 ? WHO : WHO.toReversed()) {
      if (who === 'withUs') {
        sent.push(
          await countingMessages(pair, served.url, async () => void costs.withUs.push(await costOnce(pair.withUs, served.url, false))),
        );
        painted = Math.max(painted, await countPainted(pair.withUs));
      } else costs[who].push(await costOnce(pair[who], served.url, false));
    }
  }
  const of = (who: (typeof WHO)[number], pick: (cost: PageCost) => number) => middle(costs[who].map(pick));
  const difference = (pick: (cost: PageCost) => number) => of('withUs', pick) - of('withoutUs', pick);
  return {
    file: served.file,
    expected: served.expected,
    painted,
    added: {
      tasks: difference(({ tasks }) => tasks),
      drawing: difference(({ drawing }) => drawing),
      longTasks: difference(({ long }) => long),
    },
    worlds: of('withUs', ({ worlds }) => worlds),
    floor: of('withEmpty', ({ tasks }) => tasks) - of('withoutUs', ({ tasks }) => tasks),
    ...{ ours, oursLongest, longOfOurs, byFunction },
    messages: middle(sent.map(({ messages }) => messages)),
    bytes: middle(sent.map(({ bytes }) => bytes)),
    ...(painted === 0 ? {} : await timesOfMarks(pair, served.url, rounds)),
  };
}

async function costOnce(page: Page, url: string, profiled: boolean): Promise<PageCost> {
  await page.bringToFront();
  await openPage(page, BLANK);
  const run = async () => {
    await openPage(page, url);
    await pause(WATCHED);
  };
  return traced(page, { url, profiled }, run);
}

type Counted = { musterSent?: { of: string; messages: number; bytes: number } };
type WithChrome = {
  readonly chrome: {
    readonly runtime: {
      readonly onMessage: { addListener(heard: (message: unknown, from: { readonly tab?: { readonly url?: string } }) => void): void };
    };
  };
};

/** What pages ask the background is heard by Muster's own pages too; one of them counts what one page asks, not the blank one before it. */
async function countingMessages({ own }: Pair, url: string, run: () => Promise<void>): Promise<{ messages: number; bytes: number }> {
  await own.evaluate((of) => {
    const counted = globalThis as Counted;
    const isNew = counted.musterSent === undefined;
    counted.musterSent = { of, messages: 0, bytes: 0 };
    if (!isNew) return;
    (globalThis as unknown as WithChrome).chrome.runtime.onMessage.addListener((message, from) => {
      const sent = counted.musterSent;
      // What the background asks its offscreen document is heard as well.
      if (sent === undefined || from.tab?.url !== sent.of) return;
      sent.messages += 1;
      sent.bytes += JSON.stringify(message).length;
    });
  }, url);
  await run();
  return (await own.evaluate(() => (globalThis as Counted).musterSent)) ?? { messages: 0, bytes: 0 };
}

async function timesOfMarks(pair: Pair, url: string, rounds: number): Promise<{ warm: Marked; cold: Marked }> {
  const times = { warm: [] as Marked[], cold: [] as Marked[] };
  const page = await pair.muster.browser.newPage();
  await page.evaluateOnNewDocument(watchMarks);
  for (let round = 0; round < rounds; round++) {
    for (const state of ['warm', 'cold'] as const) {
      await openPage(page, BLANK);
      // Its own questions are over by then.
      await pause(100);
      if (state === 'cold') await stopWorker(pair);
      await openPage(page, url);
      times[state].push(await waitForMarks(page));
    }
  }
  await page.close();
  const of = (all: readonly Marked[]): Marked => ({
    first: middle(all.map(({ first }) => first)),
    last: middle(all.map(({ last }) => last)),
  });
  return { warm: of(times.warm), cold: of(times.cold) };
}

/** What `watchMarks` has seen in the page, once it stands still. */
export function waitForMarks(page: Page): Promise<Marked> {
  return until('marks that stand still', () => page.evaluate(() => (globalThis as { musterMarked?: Marked }).musterMarked));
}

/** Runs in the page: looks at each frame how much is marked, until that has not changed for half a second. */
export function watchMarks(): void {
  let [first, last, size] = [0, 0, 0];
  const look = () => {
    const painted = [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0);
    const now = performance.now();
    if (painted !== size) last = now;
    if (size === 0 && painted > 0) first = now;
    size = painted;
    if (first > 0 && now - last > 500) {
      const [{ domContentLoadedEventEnd: ready }] = performance.getEntriesByType('navigation') as [PerformanceNavigationTiming];
      Object.assign(globalThis, { musterMarked: { first: Math.max(0, first - ready), last: Math.max(0, last - ready) } });
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
