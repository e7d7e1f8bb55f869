import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseHeader } from '../../core/pack.ts';
import type { BlockRow, FeedRow, PackRow } from '../../platform/db.ts';
import { FEED_STEPS } from '../../platform/messages.ts';
import { launchBrowser, type Running } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { maker, makers, Publisher } from '../platform/feed-host.ts';
import { check, extensionOf, feedSite, publishNow, rowsOf } from './feed-site.ts';
import { kill, ownPage, stopAt } from './kill.ts';
import { type NewsServer, startNewsServer } from './news-server.ts';
import { BROWSER } from './world.ts';

/** How often the browser is killed at each step. */
const KILLS = Number(process.env.MUSTER_KILLS ?? (BROWSER === 'chromium' ? 10 : 3));
const rounds = Array.from({ length: KILLS }, (_, i) => i);

/** More than twenty blocks, so that some are in storage before the rest is staged. */
const RECORDS = 2_200;

const site = feedSite(await new Publisher().init(), 'kill');
const { publisher } = site;
await publisher.addVersion(makers(RECORDS));
await publishNow(publisher);
const extension = extensionOf(site);
const profile = mkdtempSync(join(tmpdir(), 'muster-kill-'));

let news: NewsServer;
let running: Running;
let own: Page;
beforeAll(async () => {
  news = await startNewsServer();
  news.serve(site.url, site.answer);
  await start();
  // From here on a pack is in use, and must be at every look.
  expect((await askMuster(own, 'health')).profiles).toMatchObject({ version: 1, from: 'storage' });
});
afterAll(async () => {
  await kill(running, profile);
  news.close();
  for (const folder of [extension, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function start(): Promise<void> {
  running = await launchBrowser(BROWSER, { extension, headless: true, proxyPort: news.port, profile });
  own = await ownPage(running);
}

/** A version in which every ninth record is another one than before; fetched as a delta, or whole. */
async function publishNext(byDelta: boolean): Promise<number> {
  const seq = publisher.versions.length + 1;
  const records = makers(RECORDS).map((one, i) => (i % 9 === seq % 9 ? maker(i, `Maker ${i} of version ${seq}`) : one));
  await publisher.addVersion(records, seq);
  const { deltas } = await publisher.manifest();
  await publishNow(publisher, { deltas: byDelta ? deltas.slice(-1) : [] });
  return seq;
}

/** What is in use, after it was held to the last byte against what the publisher has under that hash: never a mixture. */
async function versionInUse(): Promise<number> {
  const pack = (await rowsOf<PackRow>(own, 'packs')).find(({ channel }) => channel === 'core');
  if (pack === undefined) throw new Error('no pack is in use');
  const published = publisher.versions.find(({ sha256 }) => sha256 === pack.sha256);
  const blocks = (await rowsOf<BlockRow>(own, 'blocks')).filter(({ set }) => set === pack.set).sort((a, b) => a.n - b.n);
  const [header = '', ...lines] = published?.text.split('\n') ?? [];
  expect(blocks.flatMap((block) => block.lines.split('\n')).join('\n')).toBe(lines.slice(0, -1).join('\n'));
  expect(pack.header).toEqual(parseHeader(header));
  return pack.header.version;
}

/** The next run: it ends well with the newest version, the background knows it, and nothing is left of any other. */
async function completes(newest: number): Promise<void> {
  expect(await check(own)).toMatchObject({ pack: { version: newest } });
  expect(await versionInUse()).toBe(newest);
  expect((await askMuster(own, 'health')).profiles).toMatchObject({ version: newest, count: RECORDS, from: 'storage' });
  expect(new Set((await rowsOf<BlockRow>(own, 'blocks')).map(({ set }) => set)).size).toBe(1);
  expect(await rowsOf(own, 'parts')).toEqual([]);
  const [row] = await rowsOf<FeedRow>(own, 'feeds');
  expect(row?.seen.map(({ seq }) => seq)).toEqual([newest]);
}

/** How often the browser itself came up with an empty database. */
let lost = 0;

/** One update that is killed, then the next start of the browser. Answers what it finds in use: the version before, or the new one; undefined if the browser has lost all. */
async function killAndStart(byDelta: boolean, killed: (update: Promise<unknown>) => Promise<void>): Promise<number | undefined> {
  const before = await versionInUse();
  const next = await publishNext(byDelta);
  await killed(askMuster(own, 'checkFeeds', {}).catch(() => undefined));
  await kill(running, profile);
  await start();
  const [row] = await rowsOf<FeedRow>(own, 'feeds');
  if (row === undefined && before > 1) return afterLoss(before, next);
  const after = await versionInUse();
  expect([before, next]).toContain(after);
  expect(Math.max(0, ...(row?.seen.map(({ seq }) => seq) ?? []))).toBeGreaterThanOrEqual(after === 1 ? 0 : after);
  await completes(next);
  return after - before;
}

/**
 * Seen in Chromium only, in about one kill of a hundred, each time at the second start after a kill in mid-write (docs/browser-bugs.md): the
 * whole database is gone. Then the package is the floor, what was seen still holds, and the next run completes.
 */
async function afterLoss(before: number, next: number): Promise<undefined> {
  lost++;
  await askMuster(own, 'feeds');
  expect((await askMuster(own, 'health')).troubles.map(({ words }) => words).join(' ')).toContain("lost Muster's database");
  expect(await versionInUse()).toBe(1);
  const [row] = await rowsOf<FeedRow>(own, 'feeds');
  expect(Math.max(0, ...(row?.seen.map(({ seq }) => seq) ?? []))).toBeGreaterThanOrEqual(before);
  await completes(next);
  return undefined;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe(`a browser that is killed in the middle of an update, in ${BROWSER}`, () => {
  /** From here on the new version is in use. */
  const LATE = FEED_STEPS.indexOf('names');

  describe.each(FEED_STEPS.map((step, at) => ({ step, at })))('at the step $step', ({ step, at }) => {
    // Every other time it stands at the very step; the other times it is on its way through it. By delta and whole in turn.
    test.each(rounds)('%i', async (round) => {
      const hold = round % 2 === 0;
      const steps = await stopAt(running, own, step, hold);
      const moved = await killAndStart(round % 4 < 2, async () => {
        while (!(await steps.reached())) await pause(5);
        await pause(hold ? 0 : round * 2);
      });
      if (hold && moved !== undefined) expect(moved).toBe(at >= LATE ? 1 : 0);
    });
  });

  test.each(rounds)('at any moment, %i', async (round) => {
    await killAndStart(round % 2 === 0, () => pause(Math.random() * 400) as Promise<void>);
  });

  test('the browser lost its database seldom, if at all', () => {
    expect(lost).toBeLessThanOrEqual(Math.ceil(rounds.length * FEED_STEPS.length * 0.05));
  });
});
