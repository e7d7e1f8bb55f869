import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runCommand } from '../../scripts/run-command.ts';
import { expectAnswer } from './measure.ts';
import { backgroundFigures, heapOfTabs } from './memory.ts';
import { middle, type Pair, type Served, servePages, startPair } from './page-browsers.ts';
import { type CostOfPage, costOfPage } from './page-cost.ts';
import { marksInFirefox } from './page-firefox.ts';
import { PEER_NAMES, type PeerOnPage, peerNames, peersOnPage } from './page-peers.ts';
import { atRest, eachFrame, restFigures } from './page-rest.ts';

/**
 * What the extension costs real pages: `npm run bench:pages -- FOLDER [--limit N] [--rounds N] [--tabs N] [--only cost,rest,peers,memory,firefox] [--json]
 * [--record]`. Saved pages (`.html`, `.html.gz`) are played in Chromium with Muster and without it in turn; their scripts run, and
 * nothing comes from the net. In Firefox it is only looked when marks come. `--record` puts the figures into tests/bench/record, each part in the
 * place of its last; no page's text is in them.
 */
const PARTS = ['cost', 'rest', 'peers', 'memory', 'firefox'] as const;
/** The bars of the project, in ms and bytes. */
const BARS = {
  tasks: 5,
  tasks95: 20,
  longTasks: 0,
  warm: 100,
  cold: 250,
  tasksAtRest: 0,
  frame: 2,
  tab: 1_500_000,
  background: 60,
} as const;
const root = fileURLToPath(new URL('../..', import.meta.url));

interface Options {
  readonly folder: string;
  readonly rounds: number;
  readonly tabs: number;
  readonly say: (line: string) => void;
}

const round = (value: number): number => Number(value.toPrecision(3));

/** Numbers to three digits; maps as their greatest. */
function tidy(value: unknown): unknown {
  if (typeof value === 'number') return round(value);
  if (value instanceof Map)
    return Object.fromEntries(
      [...value]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 8)
        .map(([key, one]) => [key, round(one)]),
    );
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, tidy(one)]));
}

/** A page on which much less or more is marked than stands in its source is told, and not counted; more than a few are an error. */
function isAsExpected({ painted, expected }: CostOfPage): boolean {
  const most = Math.min(expected, 300);
  return painted >= most * 0.4 - 2 && painted <= most * 2.5 + 5;
}

async function cost(pair: Pair, pages: readonly Served[], { rounds, say }: Options) {
  const all: CostOfPage[] = [];
  for (const page of pages) {
    const one = await costOfPage(pair, page, rounds);
    all.push(one);
    say(
      `  ${page.file.slice(0, 24).padEnd(24)} ${one.painted} of ${one.expected}; added ${round(one.added.tasks)}, our worlds ${round(one.worlds)} (empty script ${round(one.floor)}), drawing ${round(one.added.drawing)}; ours ${round(one.ours)}, longest ${round(one.oursLongest)}, over 50: ${one.longOfOurs}; marks ${round(one.warm?.first ?? 0)}/${round(one.warm?.last ?? 0)} ${round(one.cold?.first ?? 0)}/${round(one.cold?.last ?? 0)}; ${one.messages} of ${one.bytes} B`,
    );
  }
  const good = all.filter(isAsExpected);
  if (good.length < all.length * 0.85)
    throw new Error(`on ${all.length - good.length} of ${all.length} pages other marks than expected: a wrong answer has no speed`);
  return { summary: summaryOf(good, all.length, rounds), pages: all.map(({ byFunction: _all, ...one }) => one) };
}

function spreadOf(all: readonly number[]) {
  return { median: middle(all), of95: middle(all, 0.95), most: Math.max(...all) };
}

function summaryOf(good: readonly CostOfPage[], all: number, rounds: number) {
  const marked = good.filter(({ painted }) => painted > 0);
  const spread = (from: readonly CostOfPage[], pick: (one: CostOfPage) => number) => spreadOf(from.map(pick));
  const byFunction = new Map<string, number>();
  for (const one of good) for (const [name, ms] of one.byFunction) byFunction.set(name, (byFunction.get(name) ?? 0) + ms);
  return {
    pages: good.length,
    marked: marked.length,
    notAsExpected: all - good.length,
    rounds,
    tasksAdded: spread(good, ({ added }) => added.tasks),
    ourWorlds: spread(good, ({ worlds }) => worlds),
    addedByAnEmptyScript: spread(good, ({ floor }) => floor),
    drawingAdded: spread(good, ({ added }) => added.drawing),
    ours: spread(good, ({ ours }) => ours),
    oursInOneTask: spread(good, ({ oursLongest }) => oursLongest),
    pagesWithLongTasksOfOurs: good.filter(({ longOfOurs }) => longOfOurs > 0).length,
    firstMarkWarm: spread(marked, ({ warm }) => warm?.first ?? 0),
    lastMarkWarm: spread(marked, ({ warm }) => warm?.last ?? 0),
    firstMarkCold: spread(marked, ({ cold }) => cold?.first ?? 0),
    lastMarkCold: spread(marked, ({ cold }) => cold?.last ?? 0),
    messages: spread(good, ({ messages }) => messages),
    bytes: spread(good, ({ bytes }) => bytes),
    byFunction,
  };
}

/** Some of the pages on which most is marked. */
function richest(pages: readonly Served[], count: number): readonly Served[] {
  return pages
    .filter(({ expected }) => expected > 0)
    .sort((a, b) => b.expected - a.expected)
    .slice(0, count);
}

async function rest(pair: Pair, pages: readonly Served[], { rounds }: Options) {
  const still = [];
  for (const page of richest(pages, 2)) still.push(await atRest(pair, page));
  const frames = [];
  for (const page of richest(pages, 2))
    for (const what of ['ticker', 'chat'] as const) frames.push(await eachFrame(pair, page, what, rounds));
  return { summary: restFigures(still, frames), still, frames };
}

async function peers(pair: Pair, pages: readonly Served[], { folder, rounds }: Options) {
  const all: (PeerOnPage & { readonly added: number; readonly ours: number })[] = [];
  for (const page of richest(pages, 3)) {
    const them = await peersOnPage(pair, page, peerNames(join(folder, page.file)));
    const us = await costOfPage(pair, page, rounds);
    expectAnswer(`Muster on ${page.file}`, us.painted, 1);
    all.push({ ...them, added: us.added.tasks, ours: us.ours });
  }
  const ratio = (theirs: (one: (typeof all)[number]) => number, ours: (one: (typeof all)[number]) => number) =>
    middle(all.map((one) => theirs(one) / Math.max(ours(one), 0.1)));
  const summary = {
    names: PEER_NAMES,
    markJs: middle(all.map(({ markJs }) => markJs)),
    expressions: middle(all.map(({ expressions }) => expressions)),
    ours: middle(all.map(({ ours }) => ours)),
    markJsToOurs: ratio(
      ({ markJs }) => markJs,
      ({ ours }) => ours,
    ),
    expressionsToOurs: ratio(
      ({ expressions }) => expressions,
      ({ ours }) => ours,
    ),
  };
  return { summary, pages: all };
}

async function memory(pair: Pair, pages: readonly Served[], { tabs, say }: Options) {
  const bytesOfTab = await heapOfTabs(pair, pages, tabs);
  say(`  ${tabs} tabs: ${Math.round(bytesOfTab / 1_000)} kB each`);
  const [background] = await backgroundFigures(say);
  return { summary: { tabs, bytesOfTab, background } };
}

async function firefox(pair: Pair, served: readonly Served[], { rounds }: Options) {
  const wanted = served.filter(({ expected }) => expected > 0);
  const pages = await marksInFirefox(pair, wanted, rounds);
  // What stands in the source is not always shown.
  if (pages.length < wanted.length * 0.7)
    throw new Error(`Firefox marked ${pages.length} of ${wanted.length} pages: a wrong answer has no speed`);
  const [first, last] = [pages.map((one) => one.first), pages.map((one) => one.last)];
  return { summary: { pages: wanted.length, marked: pages.length, first: spreadOf(first), last: spreadOf(last) }, pages };
}

function record(parts: Readonly<Record<string, unknown>>): void {
  const file = `${root}tests/bench/record/${new Date().toISOString().slice(0, 10)}-pages.json`;
  mkdirSync(`${root}tests/bench/record`, { recursive: true });
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
  writeFileSync(file, `${JSON.stringify({ ...before, processors: cpus().length, bars: BARS, ...parts }, undefined, 2)}\n`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      limit: { type: 'string', default: '40' },
      rounds: { type: 'string', default: '3' },
      tabs: { type: 'string', default: '100' },
      only: { type: 'string', default: PARTS.join(',') },
    },
    allowPositionals: true,
  });
  if (positionals[0] === undefined) throw new Error('bench:pages: no folder given. Usage: npm run bench:pages -- FOLDER [--limit N]');
  const wanted = values.only.split(',');
  const unknown = wanted.find((one) => !(PARTS as readonly string[]).includes(one));
  if (unknown !== undefined) throw new Error(`bench:pages: --only knows ${PARTS.join(', ')}, not "${unknown}"`);
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  const say = (line: string) => console.error(line);
  if (process.env.MUSTER_BUILT !== '1') {
    for (const browser of ['chrome', 'firefox']) {
      const built = spawnSync(`${root}node_modules/.bin/wxt`, ['build', '-b', browser], { cwd: root, encoding: 'utf8' });
      if (built.status !== 0) throw new Error(`wxt build did not work:\n${built.stdout}${built.stderr}`);
    }
  }
  const pair = await startPair();
  const parts: Record<string, unknown> = {};
  try {
    const pages = servePages(pair, folder, Number(values.limit));
    const run = { cost, rest, peers, memory, firefox };
    for (const part of PARTS.filter((one) => wanted.includes(one))) {
      say(`${part} …`);
      parts[part] = tidy(await run[part](pair, pages, { folder, rounds: Number(values.rounds), tabs: Number(values.tabs), say }));
    }
  } finally {
    await pair.close();
  }
  if (values.record) record(parts);
  if (values.json) console.log(JSON.stringify(parts));
  else for (const [part, { summary }] of Object.entries(parts as Record<string, { summary: unknown }>)) console.log(part, summary);
}

runCommand(main);
