import type { Page } from 'puppeteer-core';

/**
 * What a page cost, from Chromium's own trace. All times in ms of the page's main thread.
 *
 * Whose a piece of time is, the samples of the CPU profiler say (one each 0.1 to 0.2 ms): a stack in which a function of an extension
 * stands is ours, with all that the browser did for it meanwhile (styles that were computed because we asked for one, say). What the
 * browser does later because of us (painting marks, taking in an answer) has no such stack: it is in the difference to a run without us.
 */
export interface PageCost {
  /** All tasks together; those over 50 ms; the longest. */
  readonly tasks: number;
  readonly long: number;
  readonly longest: number;
  /** Styles, layout and paint together. */
  readonly drawing: number;
  /**
   * Making our worlds in the page's frames, and all that runs in them, without styles and layout that the page would have had to compute anyway. Unlike
   * the difference to a run without us it does not drown in what the page does differently each time.
   */
  readonly worlds: number;
  /** Ours: all, by function as "file:name", in the busiest single task; tasks that are over 50 ms, and would not be without us. */
  readonly ours: number;
  readonly oursLongest: number;
  readonly longOfOurs: number;
  readonly tasksOfOurs: number;
  readonly byFunction: ReadonlyMap<string, number>;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly id?: string;
  readonly ts: number;
  readonly dur?: number;
  /** Of it, how long the thread was at work, where the browser tells. */
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly worldName?: string;
    readonly data?: {
      readonly url?: string;
      readonly processId?: number;
      readonly startTime?: number;
      readonly timeDeltas?: readonly number[];
      readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
    };
  };
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: {
    readonly url?: string;
    readonly functionName: string;
    readonly lineNumber?: number;
    readonly columnNumber?: number;
  };
}

interface Sample {
  readonly at: number;
  readonly took: number;
  /** "file:function", the innermost of ours. */
  readonly where: string;
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'extensions'];
/** As the browser calls the world of our scripts: the extension's name. */
const WORLD = 'Muster';
const PROFILER = 'disabled-by-default-v8.cpu_profiler';
const DRAWING = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);
const LONG = 50;

/** Runs something while the browser keeps a trace, and answers what the page at `url` cost meanwhile. What is ours is told if it is profiled. */
export async function traced(
  page: Page,
  { url, profiled }: { readonly url: string; readonly profiled: boolean },
  run: () => Promise<unknown>,
): Promise<PageCost> {
  await page.tracing.start({ categories: profiled ? [...CATEGORIES, PROFILER] : CATEGORIES, screenshots: false });
  await run();
  const bytes = await page.tracing.stop();
  if (bytes === undefined) throw new Error('the browser gave no trace');
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly traceEvents: readonly TraceEvent[] };
  return costOf(traceEvents, url);
}

function costOf(events: readonly TraceEvent[], url: string): PageCost {
  const pid = processOf(events, url);
  const tid = events.find((one) => one.pid === pid && one.name === 'thread_name' && one.args.name === 'CrRendererMain')?.tid;
  const main = events.filter((one) => one.pid === pid && one.tid === tid);
  const took = (one: TraceEvent) => (one.dur ?? 0) / 1_000;
  // What a busy machine adds to a task by taking its processor away is not the page's.
  const worked = (one: TraceEvent) => (one.tdur ?? one.dur ?? 0) / 1_000;
  const tasks = main.filter(({ name, ph }) => name === 'RunTask' && ph === 'X').sort((a, b) => a.ts - b.ts);
  const drawing = outermost(main.filter(({ name }) => DRAWING.has(name)));
  const samples = samplesOfOurs(events, pid, tid);
  const byFunction = new Map<string, number>();
  for (const one of samples) byFunction.set(one.where, (byFunction.get(one.where) ?? 0) + one.took);
  const shares = sharesOf(tasks, samples);
  const times = tasks.map(took);
  const sum = (all: readonly number[]) => all.reduce((before, one) => before + one, 0);
  return {
    tasks: sum(tasks.map(worked)),
    long: times.filter((one) => one > LONG).length,
    longest: Math.max(0, ...times),
    drawing: sum(drawing.map(worked)),
    worlds: sum(
      outermost(main.filter(isOfOurWorld)).map((one) => worked(one) - sum(drawing.filter((other) => isWithin(other, one)).map(worked))),
    ),
    ours: sum(samples.map((one) => one.took)),
    oursLongest: Math.max(0, ...shares),
    longOfOurs: times.filter((one, i) => one > LONG && one - (shares[i] ?? 0) <= LONG).length,
    tasksOfOurs: shares.filter((one) => one > 0).length,
    byFunction,
  };
}

/** The process in which the page was shown last; where no navigation is in the trace, the one that has a busy main thread. */
function processOf(events: readonly TraceEvent[], url: string): number {
  const committed = events.findLast(({ name, args }) => name === 'FrameCommittedInBrowser' && args.data?.url === url)?.args.data?.processId;
  const started = events
    .filter(({ name }) => name === 'TracingStartedInBrowser')
    .flatMap(({ args }) => (args.data as { frames?: { url: string; processId: number }[] })?.frames ?? [])
    .find((frame) => frame.url === url)?.processId;
  const pid = committed ?? started;
  if (pid === undefined) throw new Error(`${url} is not in the trace`);
  return pid;
}

function isOfOurWorld({ name, args }: TraceEvent): boolean {
  return name === 'ScriptInjection::InjectJs' || args.worldName === WORLD || (args.data?.url ?? '').startsWith('chrome-extension:');
}

function isWithin({ ts }: TraceEvent, other: TraceEvent): boolean {
  return ts >= other.ts && ts <= other.ts + (other.dur ?? 0);
}

/** Without those that are part of another. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = 0;
  return [...events]
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts + dur <= end) return false;
      end = ts + dur;
      return true;
    });
}

function samplesOfOurs(events: readonly TraceEvent[], pid: number, tid: number | undefined): readonly Sample[] {
  const found: Sample[] = [];
  for (const start of events.filter((one) => one.name === 'Profile' && one.pid === pid && one.tid === tid)) {
    const where = new Map<number, string | undefined>();
    let at = start.args.data?.startTime ?? start.ts;
    for (const chunk of events.filter((one) => one.name === 'ProfileChunk' && one.pid === pid && one.id === start.id)) {
      const { cpuProfile, timeDeltas = [] } = chunk.args.data ?? {};
      for (const { id, parent, callFrame } of cpuProfile?.nodes ?? []) {
        const { url = '', functionName, lineNumber, columnNumber } = callFrame;
        const own = url.startsWith('chrome-extension:')
          ? `${url.replace(/^.*\//, '')}:${functionName || `${lineNumber}:${columnNumber}`}`
          : undefined;
        where.set(id, own ?? (parent === undefined ? undefined : where.get(parent)));
      }
      for (const [i, id] of (cpuProfile?.samples ?? []).entries()) {
        at += timeDeltas[i] ?? 0;
        const own = where.get(id);
        // A sample stands for the time until the next one; a long gap is a thread that slept.
        const next = timeDeltas[i + 1] ?? 0;
        if (own !== undefined) found.push({ at, took: Math.min(Math.max(next, 0), 5_000) / 1_000, where: own });
      }
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** How much of each task is ours, in ms. */
function sharesOf(tasks: readonly TraceEvent[], samples: readonly Sample[]): readonly number[] {
  let next = 0;
  return tasks.map(({ ts, dur = 0 }) => {
    let share = 0;
    while (next < samples.length && (samples[next] as Sample).at < ts) next += 1;
    for (; next < samples.length && (samples[next] as Sample).at <= ts + dur; next += 1) share += (samples[next] as Sample).took;
    return share;
  });
}
