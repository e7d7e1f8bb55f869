import type { BrowserName } from '../../scripts/browsers.ts';
import { startNewsServer } from '../e2e/news-server.ts';
import { type Difference, differences, isTold, lasting } from './compare.ts';
import { idleExtension, startVisitor, type Visit } from './visit.ts';

/** What the comparison of one page came to. */
export interface Compared {
  readonly marks: number;
  readonly card: boolean;
  /** `whole`: every entry could be compared. `part`: some of them differ from visit to visit without us, and were left out. */
  readonly how: 'whole' | 'part';
  readonly entries: number;
  /** How many entries were left out. */
  readonly unsteady: number;
  /** What a page can tell the two by, and PRIVACY.md says so. */
  readonly told: readonly Difference[];
  /** And what it does not say: harm. */
  readonly harm: readonly Difference[];
}

/** Two browsers with one web between them: one with Muster (or what is to be tried in its place), one with an extension that does nothing. */
export interface Pair {
  put(url: string, body: string | Uint8Array, type?: string): void;
  /** `patience`: how long to wait for a mark, in ms; 0 where nothing need be marked. */
  compare(url: string, patience?: number): Promise<Compared>;
  /** Whether both browsers are still there. */
  isUp(): boolean;
  close(): Promise<void>;
}

export async function startPair(name: BrowserName, extension: string): Promise<Pair> {
  const news = await startNewsServer();
  const [with_, without] = await Promise.all([startVisitor(name, extension, news.port), startVisitor(name, idleExtension(), news.port)]);
  return {
    put: (url, body, type = 'text/html') => news.put(url, body, { 'content-type': type }),
    compare: async (url, patience = 0) => {
      const one = await with_.visit(url, undefined, patience);
      const other = await without.visit(url, one.mark);
      const first = differences(other.seen, one.seen);
      const untold = first.filter((each) => !isTold(each));
      if (untold.length === 0) return said(one, first, [], 0);
      // Each once more, and once more again: what is ours must come each time, what is the page's own comes and goes.
      const others = [await without.visit(url, one.mark), await without.visit(url, one.mark)];
      const ones = [await with_.visit(url, one.mark, patience), await with_.visit(url, one.mark, patience)];
      const harm = lasting(untold, [...others.map(({ seen }) => seen)], [...ones.map(({ seen }) => seen)]);
      return said(one, first, harm, untold.length - harm.length);
    },
    isUp: () => with_.running.browser.connected && without.running.browser.connected,
    close: async () => {
      news.close();
      // One that has ended by itself cannot be closed.
      await Promise.allSettled([with_.running.browser.close(), without.running.browser.close()]);
    },
  };
}

function said({ seen, marks, card }: Visit, first: readonly Difference[], harm: readonly Difference[], unsteady: number): Compared {
  const entries = Object.values(seen).reduce((sum, family) => sum + Object.keys(family).length, 0);
  return { marks, card, how: unsteady === 0 ? 'whole' : 'part', entries, unsteady, told: first.filter(isTold), harm };
}

/** Waits until Muster marks anything: at its first start it compiles its names. */
export async function warmUp(pair: Pair): Promise<void> {
  pair.put('http://unn.ua/warm', '<!doctype html><meta charset=utf-8><p>Rheinmetall met MBDA and KNDS.</p>');
  const { marks } = await pair.compare('http://unn.ua/warm', 60_000);
  if (marks === 0) throw new Error('nothing was marked within a minute');
}
