import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { PackRecord } from '../../core/pack.ts';
import { type BrowserName, until } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { type FeedData, makeFeed, RECORDS } from './feed-data.ts';
import { bareQuestions, firstMark, type Lateness, lateness, profileReads, watchLateness, workerHeap } from './feed-watch.ts';
import { type FeedBrowser, type Published, publish, startFeedBrowser, type Took, update } from './feed-world.ts';
import { expectAnswer, type Figure, figure } from './measure.ts';

/**
 * A feed of a hundred thousand records in both browsers: installed whole, brought up to date by a delta, read from, and read beside. Each
 * round is a fresh browser with a small pack, an open article, and a publisher on this machine.
 */
const ROUNDS = 3;
/** The bars of the project: ms, and bytes of a delta. */
const BARS = { chromium: { full: 6_000, delta: 2_500 }, firefox: { full: 8_000, delta: 2_500 }, read: 3, task: 50, size: 80_000 } as const;
const READS = 200;
const PAGES_BEFORE = 5;
/** Milliseconds for which the page is watched while nothing is updated: how late a machine is by itself. */
const QUIET = 6_000;
const root = fileURLToPath(new URL('../..', import.meta.url));

interface Round {
  readonly full: Took;
  readonly delta: Took;
  readonly reads: readonly number[];
  /** Ways there and back. */
  readonly ways: readonly number[];
  readonly late: Lateness;
  /** Of the same page while nothing is updated. */
  readonly quiet: Lateness;
  readonly before: readonly number[];
  readonly meanwhile: readonly number[];
}

const middle = (times: readonly number[], part = 0.5): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;

function articleOf(records: readonly PackRecord[]): string {
  const sentences = records.map(
    ({ profile }) => `<p>Yesterday ${profile.name} was named in the report once more, and nobody was surprised.</p>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body><article>${sentences.join('')}</article></body></html>`;
}

/** Updates while the reader goes from page to page, or stays; the first page holds names of every version. */
async function updated(
  browser: FeedBrowser,
  page: Page,
  goes: boolean,
): Promise<{ readonly took: Took; readonly marks: readonly number[] }> {
  let over = false;
  const taking = update(browser, goes).finally(() => {
    over = true;
  });
  const marks: number[] = [];
  while (goes && !over) marks.push(await firstMark(page, `http://unn.ua/known?${Math.random()}`));
  return { took: await taking, marks };
}

async function round(name: BrowserName, data: FeedData, published: Published, goes: boolean, say: (line: string) => void): Promise<Round> {
  const browser = await startFeedBrowser(name, data, published);
  try {
    // The small pack has these, and both versions of the feed; the feed has those.
    browser.news.put('http://unn.ua/known', articleOf(browser.small.slice(0, 10)));
    const [old, added] = [data.newer.slice(5_000, 5_010), data.newer.slice(-10)];
    browser.news.put('http://unn.ua/new', articleOf([...old, ...added]));
    const page = await browser.running.browser.newPage();
    await watchLateness(page);
    const before: number[] = [];
    for (let n = 0; n < PAGES_BEFORE; n++) before.push(await firstMark(page, `http://unn.ua/known?${n}`));
    if (!goes) await page.goto('http://unn.ua/new');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await lateness(page);
    await new Promise((resolve) => setTimeout(resolve, goes ? 0 : QUIET));
    const quiet = await lateness(page);
    const heap = goes ? undefined : await workerHeap(browser);
    browser.offer(0);
    const full = await updated(browser, page, goes);
    expectAnswer('version after the whole pack', full.took.version, 2, 2);
    const fullLate = await lateness(page);
    if (!goes) await expectNames(browser, page, old);
    await lateness(page);
    browser.offer(1);
    const delta = await updated(browser, page, goes);
    expectAnswer('version after the delta', delta.took.version, 3, 3);
    const deltaLate = await lateness(page);
    if (!goes) await expectNames(browser, page, [...old, ...added]);
    const reads = await profileReads(browser, someIds(data));
    const ways = await bareQuestions(browser, READS);
    const late = { task: Math.max(fullLate.task, deltaLate.task), gap: Math.max(fullLate.gap, deltaLate.gap) };
    tell(say, name, full.took, 'whole');
    tell(say, name, delta.took, 'delta');
    if (heap !== undefined) say(`  ${name}: heap of the background, most: ${await heap.most()} MB`);
    return { full: full.took, delta: delta.took, reads, ways, late, quiet, before, meanwhile: [...full.marks, ...delta.marks] };
  } finally {
    await browser.close();
  }
}

function someIds({ newer }: FeedData): readonly string[] {
  return Array.from({ length: READS }, (_, n) => newer[(n * 7_919 + 17) % newer.length]?.profile.id ?? '');
}

/** That the names are in use is seen on the page. */
async function expectNames({ own }: FeedBrowser, page: Page, records: readonly PackRecord[]): Promise<void> {
  const marked = await until('the new names on the page', async () => {
    const texts = await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
    return texts >= records.length ? texts : undefined;
  });
  expectAnswer('names on the page', marked, records.length);
  expectAnswer('entities known', (await askMuster(own, 'health')).profiles.count, RECORDS);
}

function tell(say: (line: string) => void, name: BrowserName, { steps, end, silence }: Took, what: string): void {
  const parts = steps.map(({ step, at }, i) => `${step} ${Math.round((steps[i + 1]?.at ?? end) - at)}`);
  say(`  ${name}, ${what}: ${parts.join(', ')} ms${silence === 0 ? '' : `; longest without an answer ${Math.round(silence)} ms`}`);
}

function figuresOf(name: BrowserName, rounds: readonly Round[]): readonly Figure[] {
  const bar = BARS[name];
  const at = (pickTime: (one: Round) => number) => middle(rounds.map(pickTime));
  // Where the reader went from page to page, their own loading is among the tasks.
  const still = rounds.filter(({ meanwhile }) => meanwhile.length === 0);
  const went = rounds.filter(({ meanwhile }) => meanwhile.length > 0);
  // Firefox does not tell of tasks.
  const late = name === 'chromium' ? 'task' : 'gap';
  const most = (of: (one: Round) => Lateness) => Math.max(...still.map((one) => of(one)[late]));
  const reads = rounds.flatMap((one) => one.reads);
  const meanwhile = went.flatMap((one) => one.meanwhile);
  const before = rounds.flatMap((one) => one.before);
  return [
    figure(
      `${name}: whole feed in use`,
      RECORDS,
      'ms',
      at(({ full }) => full.switched),
      'the bar',
      bar.full,
    ),
    figure(
      `${name}: … and its names`,
      RECORDS,
      'ms',
      at(({ full }) => full.inUse),
      'the step before',
      at(({ full }) => full.switched),
    ),
    figure(
      `${name}: delta in use`,
      RECORDS,
      'ms',
      at(({ delta }) => delta.switched),
      'the bar',
      bar.delta,
    ),
    figure(
      `${name}: … and its names`,
      RECORDS,
      'ms',
      at(({ delta }) => delta.inUse),
      'the step before',
      at(({ delta }) => delta.switched),
    ),
    figure(`${name}: one profile, median`, reads.length, 'ms', middle(reads), 'the bar', BARS.read),
    figure(
      `${name}: one profile, median`,
      reads.length,
      'ms',
      middle(reads),
      'the message alone',
      middle(rounds.flatMap(({ ways }) => ways)),
    ),
    figure(`${name}: one profile, 95 of 100`, reads.length, 'ms', middle(reads, 0.95), 'the bar', BARS.read),
    figure(
      `${name}: longest ${late} of an open page`,
      RECORDS,
      'ms',
      most((one) => one.late),
      'the bar',
      BARS.task,
    ),
    figure(
      `${name}: longest ${late} of an open page`,
      RECORDS,
      'ms',
      most((one) => one.late),
      'without an update',
      most((one) => one.quiet),
    ),
    figure(`${name}: first mark meanwhile`, meanwhile.length, 'ms', middle(meanwhile), 'at other times', middle(before)),
    figure(
      `${name}: first mark meanwhile, 95 of 100`,
      meanwhile.length,
      'ms',
      middle(meanwhile, 0.95),
      'at other times',
      middle(before, 0.95),
    ),
  ];
}

export async function feedFigures(say: (line: string) => void): Promise<readonly Figure[]> {
  say(`a feed of ${RECORDS} records …`);
  for (const browser of ['chrome', 'firefox']) {
    const built = spawnSync(`${root}node_modules/.bin/wxt`, ['build', '-b', browser], { cwd: root, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`wxt build did not work:\n${built.stdout}${built.stderr}`);
  }
  const data = makeFeed(`${root}public/packs`);
  const published = await publish(data);
  const { pack, packGz, deltaGz, ops } = published.bytes;
  say(`  the pack: ${pack} bytes, ${packGz} as gzip; the delta: ${ops} changes, ${deltaGz} bytes as gzip`);
  const figures: Figure[] = [figure('size of a delta, gzip', ops, 'bytes', deltaGz, 'the bar', BARS.size)];
  for (const name of ['chromium', 'firefox'] as const) {
    const rounds: Round[] = [];
    for (let n = 0; n < ROUNDS; n++) rounds.push(await round(name, data, published, n === 1, say));
    figures.push(...figuresOf(name, rounds));
  }
  return figures;
}
