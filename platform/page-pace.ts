import { clock } from './page-dom.ts';

/**
 * When to look at what has changed: in the next frame if the page is calm, later and later (up to a second) while it storms.
 * It slows down; it never stops.
 */
export interface Pace {
  /** Something happened `times` times. The run comes by itself. */
  note(times: number): void;
  /** Work was left over: go on as soon as the page is idle. */
  more(): void;
  stop(): void;
}

/** Longest wait between two runs while the page storms, and the step it starts with, in ms. */
const LONGEST_WAIT = 1_000;
const FIRST_WAIT = 60;
/** Changes a second: above the first a page storms, below the second it is calm. */
const STORM = 250;
const CALM = 60;
/** A frame may never come (hidden tab): then a timer does, after this many ms. */
const FRAME_AT_LATEST = 150;

export function createPace(run: () => void): Pace {
  let level = 0;
  let noted = 0;
  let last = clock();
  let cancel: (() => void) | undefined;

  const go = (): void => {
    cancel?.();
    cancel = undefined;
    const now = clock();
    const rate = (noted * 1_000) / Math.max(now - last, 16);
    if (rate > STORM && noted > 10) level = Math.min(level + 1, 5);
    else if (rate < CALM) level = 0;
    if (noted > 0) last = now;
    noted = 0;
    run();
  };
  const plan = (): void => {
    if (cancel !== undefined) return;
    cancel = level === 0 ? inFrame(go) : after(Math.min(FIRST_WAIT * 2 ** level, LONGEST_WAIT), go);
  };
  return {
    note: (times) => {
      noted += times;
      plan();
    },
    more: () => {
      cancel ??= whenIdle(go);
    },
    stop: () => cancel?.(),
  };
}

/** Just before the browser styles the next frame, so that reading computed styles costs it nothing extra. */
function inFrame(run: () => void): () => void {
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, FRAME_AT_LATEST);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

function after(wait: number, run: () => void): () => void {
  const timer = setTimeout(run, wait);
  return () => clearTimeout(timer);
}

function whenIdle(run: () => void): () => void {
  const handle = requestIdleCallback(run, { timeout: 60 });
  return () => cancelIdleCallback(handle);
}
