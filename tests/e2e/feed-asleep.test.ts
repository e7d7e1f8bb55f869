import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { record } from '../core/pack-of.ts';
import { Publisher } from '../platform/feed-host.ts';
import { CROWD, check, extensionOf, feedSite, MBDA, OPEN, publishNow, rowsOf } from './feed-site.ts';
import { putToSleep, SLEEPS_SOON } from './sleep.ts';
import { article, BROWSER, FILLER, useWorld, type World } from './world.ts';

/** Bytes that are kept at a time, at least. */
const PIECE = 262_144;
/** Bytes after which the host falls silent: some pieces have been kept by then. */
const BREAK = 1_200_000;

const site = feedSite(await new Publisher().init(), 'asleep');
await site.publisher.addVersion([...CROWD, MBDA]);
const extension = extensionOf(site);
afterAll(() => rmSync(extension, { recursive: true, force: true }));

/** Records that no gzip makes small. */
function noise(count: number) {
  return Array.from({ length: count }, (_, i) => {
    const facts = (['does', 'headquarters', 'ownership', 'listing'] as const).map((key) => ({
      key,
      value: randomBytes(70).toString('hex'),
      source: 'test',
    }));
    return record(`Q${700_000 + i}`, 'company', [`Noise ${i} Works`], { facts });
  });
}

type Alarms = {
  get(name: string): Promise<{ readonly scheduledTime: number } | undefined>;
  create(name: string, how: object): Promise<void>;
};

/** Lets the alarm ring that asks the feeds, as it does by itself some time after the start. */
function ring(world: World): Promise<void> {
  return world.own.evaluate(() =>
    (globalThis as unknown as { browser: { alarms: Alarms } }).browser.alarms.create('feeds', {
      when: Date.now() + 100,
      periodInMinutes: 360,
    }),
  );
}

/** Seconds until the alarm rings by itself. */
function untilAlarm(world: World): Promise<number> {
  return world.own.evaluate(async () => {
    const alarm = await (globalThis as unknown as { browser: { alarms: Alarms } }).browser.alarms.get('feeds');
    return alarm === undefined ? Number.POSITIVE_INFINITY : (alarm.scheduledTime - Date.now()) / 1_000;
  });
}

describe(`a background that is put to sleep in the middle of a download, in ${BROWSER}`, () => {
  const world = useWorld({ extension, preferences: SLEEPS_SOON });
  beforeAll(() => world.news.serve(site.url, site.answer));

  test('is woken by the alarm, goes on where it was, and marks the new names', async () => {
    const tab = await world.open('http://unn.ua/asleep/feed', article(`<p>At the fair MBDA met Noise 7 Works.</p>${FILLER}`));
    await tab.paints(['MBDA']);
    await site.publisher.addVersion([...CROWD, MBDA, ...noise(5_000)]);
    await publishNow(site.publisher, { deltas: [] });
    site.instead = (path, _request, response) => {
      if (!path.startsWith('packs/')) return false;
      const file = Buffer.from(site.publisher.files.get(path) as Uint8Array);
      response.writeHead(200, { ...OPEN, 'content-length': file.length }).write(file.subarray(0, BREAK));
      return true;
    };
    await ring(world);
    await until('a piece to be kept', async () => (await rowsOf(world.own, 'parts')).length > 0, 20_000);
    await putToSleep(world);
    site.instead = undefined;
    // It would have rung by itself; nobody waits two minutes here.
    expect(await untilAlarm(world)).toBeLessThan(121);
    await ring(world);
    await until('the second question', () => world.news.heard.some(({ headers }) => headers.range !== undefined), 20_000);
    const from = Number(/^bytes=(\d+)-$/.exec(world.news.heard.flatMap(({ headers }) => headers.range ?? []).join())?.[1]);
    expect(from).toBeGreaterThanOrEqual(PIECE);
    expect(from).toBeLessThanOrEqual(BREAK);
    await tab.paints(['MBDA', 'Noise 7 Works']);
    // What was fetched by the alarm is not fetched once more.
    const asked = world.news.requests.filter((request) => request.includes('/packs/')).length;
    expect(await check(world.own)).toMatchObject({ code: 'current', pack: { version: 2, count: 5_301 } });
    expect(world.news.requests.filter((request) => request.includes('/packs/'))).toHaveLength(asked);
    expect(tab.errors).toEqual([]);
  }, 120_000);
});
