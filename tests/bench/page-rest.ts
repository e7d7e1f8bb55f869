import type { Page } from 'puppeteer-core';
import { BLANK, middle, openPage, type Pair, pause, type Served } from './page-browsers.ts';
import { traced } from './page-trace.ts';

/** A page that stands still, and one that never does. */
export interface AtRest {
  readonly file: string;
  /** Tasks of ours in seconds 10 to 20 after the page was opened, and their ms. */
  readonly tasksOfOurs: number;
  readonly ours: number;
}

export async function atRest({ withUs }: Pair, { url, file }: Served): Promise<AtRest> {
  await withUs.bringToFront();
  await openPage(withUs, BLANK);
  await openPage(withUs, url);
  await pause(10_000);
  const { tasksOfOurs, ours } = await traced(withUs, { url, profiled: true }, () => pause(10_000));
  return { file, tasksOfOurs, ours };
}

/** Ms a frame: code of ours, under the profiler; drawing with us less without us, medians of rounds without it; the text of a ticker changes in each, beside a page with marks. */
export interface EachFrame {
  readonly file: string;
  readonly what: 'ticker' | 'chat';
  readonly ours: number;
  readonly drawing: number;
}

const FRAMES = 300;

export async function eachFrame(pair: Pair, { url, file }: Served, what: EachFrame['what'], rounds: number): Promise<EachFrame> {
  const once = async (page: Page, profiled: boolean) => {
    await page.bringToFront();
    await openPage(page, BLANK);
    await openPage(page, url);
    await pause(4_000);
    return traced(page, { url, profiled }, () => page.evaluate(moveEachFrame, what, FRAMES));
  };
  const drawn = { withUs: [] as number[], withoutUs: [] as number[] };
  for (let round = 0; round < rounds; round++)
    for (const who of ['withUs', 'withoutUs'] as const) drawn[who].push((await once(pair[who], false)).drawing / FRAMES);
  const { ours } = await once(pair.withUs, true);
  return { file, what, ours: ours / FRAMES, drawing: middle(drawn.withUs) - middle(drawn.withoutUs) };
}

/** Runs in the page: a line whose text is another in each frame, or one more line in each. */
function moveEachFrame(what: 'ticker' | 'chat', frames: number): Promise<void> {
  const box = document.createElement('div');
  document.body.prepend(box);
  const line = () => box.appendChild(document.createElement('p'));
  const ticker = line();
  let left = frames;
  return new Promise((resolve) => {
    const step = () => {
      left -= 1;
      const text = `A price of ${left} for a share of the works, and nobody bought.`;
      (what === 'ticker' ? ticker : line()).textContent = text;
      if (box.childElementCount > 50) box.firstElementChild?.remove();
      if (left === 0) resolve();
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

export function restFigures(rest: readonly AtRest[], frames: readonly EachFrame[]) {
  return {
    tasksAtRest: rest.reduce((sum, one) => sum + one.tasksOfOurs, 0),
    frameOfOurs: middle(frames.map(({ ours }) => ours)),
    worstFrameOfOurs: Math.max(...frames.map(({ ours }) => ours)),
    worstFrameDrawing: Math.max(...frames.map(({ drawing }) => drawing)),
  };
}
