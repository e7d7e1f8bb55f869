import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeedCode } from '../../core/feed.ts';
import { updateFeed } from '../../platform/feed-update.ts';
import type { FaultName } from '../../scripts/feed/faults.ts';
import { type Faults, type FeedServer, serveFeed } from '../../scripts/feed/serve.ts';
import { makers, Publisher, type Reader, readerOf } from './feed-host.ts';

/** What web servers, and what stands between them and a reader, do to a feed: each has its name, and the old profiles stay. Over real sockets. */

let folder: string;
let server: FeedServer;
let feed: Publisher;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muster-quirks-'));
  feed = await new Publisher().init();
  await feed.addVersion(makers(300));
  await feed.publish();
  put();
  server = await serveFeed(folder);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function put(): void {
  for (const [path, file] of feed.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), file);
  }
}

const by = (reader: Reader) => updateFeed(reader.world, 'core', { byHand: true, sparing: false });

/** A reader who has version 1, with a real network. */
async function reading(): Promise<Reader> {
  const reader = await readerOf(feed, 'core', { url: server.url });
  Object.assign(reader.world, { fetch: globalThis.fetch, patience: 1_500 });
  server.set(undefined);
  expect(await by(reader)).toBe('updated');
  return reader;
}

const MANIFEST = /^manifest\.json$/;
const FILES = /^(packs|deltas)\//;

describe('a host that', () => {
  const cases: readonly (readonly [FaultName, RegExp, FeedCode])[] = [
    ['404', MANIFEST, 'not-found'],
    ['410', MANIFEST, 'gone'],
    ['429', MANIFEST, 'busy'],
    ['500', MANIFEST, 'server-error'],
    ['503', MANIFEST, 'busy'],
    ['reset', MANIFEST, 'unreachable'],
    ['redirect-http', MANIFEST, 'unreachable'],
    ['captive-portal', MANIFEST, 'not-a-feed'],
    ['not-modified-without-cache', MANIFEST, 'server-error'],
    ['empty', MANIFEST, 'empty'],
    ['cut-short', MANIFEST, 'bad-signature'],
    ['truncated-length', MANIFEST, 'cut-short'],
    ['wrong-bytes', MANIFEST, 'bad-signature'],
    ['drip', MANIFEST, 'too-slow'],
    ['endless', MANIFEST, 'too-big'],
    ['ten-gigabytes', MANIFEST, 'too-big'],
    ['slow', MANIFEST, 'too-slow'],
    ['wrong-mime', MANIFEST, 'updated'],
    ['redirect', MANIFEST, 'updated'],
    ['404', FILES, 'not-yet'],
    ['410', FILES, 'gone'],
    ['429', FILES, 'busy'],
    ['500', FILES, 'server-error'],
    ['reset', FILES, 'unreachable'],
    ['captive-portal', FILES, 'not-a-feed'],
    ['empty', FILES, 'empty'],
    ['cut-short', FILES, 'cut-short'],
    ['truncated-length', FILES, 'cut-short'],
    ['wrong-bytes', FILES, 'bad-gzip'],
    ['bomb', FILES, 'too-big'],
    ['drip', FILES, 'too-slow'],
    ['endless', FILES, 'too-big'],
    ['ten-gigabytes', FILES, 'too-big'],
    ['gzip-encoded', FILES, 'updated'],
    ['wrong-mime', FILES, 'updated'],
    ['500', /^root\//, 'server-error'],
    ['captive-portal', /^root\//, 'not-a-feed'],
    ['410', /^root\//, 'updated'],
    ['reset', /^root\//, 'updated'],
  ];
  test.each(cases)(
    '%s (%s): %s',
    async (fault, only, code) => {
      const reader = await reading();
      await feed.addVersion(makers(301, feed.versions.length));
      await feed.publish();
      put();
      server.set({ fault, only });
      const before = await reader.inUse();
      expect(await by(reader)).toBe(code);
      const row = await reader.row();
      if (code !== 'updated') {
        expect(await reader.inUse()).toEqual(before);
        expect(row.words).toMatch(/\S+ \S+/);
        expect(row.failures).toBe(1);
      }
      server.set(undefined);
      expect(await by(reader)).toBe(code === 'updated' ? 'current' : 'updated');
      expect((await reader.inUse())?.sha256).toBe(feed.versions.at(-1)?.sha256);
      expect(await reader.row()).toMatchObject({ failures: 0 });
      feed.versions.splice(1);
      await feed.publish();
      put();
    },
    20_000,
  );

  test('nobody answers at', async () => {
    const reader = await readerOf(feed, 'core', { url: 'http://127.0.0.1:9/' });
    Object.assign(reader.world, { fetch: globalThis.fetch });
    expect(await by(reader)).toBe('unreachable');
  });

  test('has another name than it should: not one that exists', async () => {
    const reader = await readerOf(feed, 'core', { url: 'https://feed.invalid/' });
    Object.assign(reader.world, { fetch: globalThis.fetch });
    expect(await by(reader)).toBe('unreachable');
  });

  test('asks to be left alone is left alone for as long', async () => {
    const reader = await reading();
    server.set({ fault: '503' });
    expect(await by(reader)).toBe('busy');
    expect(((await reader.row()).nextAt ?? 0) - reader.now).toBeGreaterThanOrEqual(120_000);
  });
});

describe('a file that breaks off', () => {
  /** Random letters do not pack, so that there are several megabytes to break off in. */
  async function large(): Promise<void> {
    const note = () => Array.from({ length: 30 }, () => Math.random().toString(36).slice(2, 12)).join('');
    const records = makers(9_000).map(({ profile, forms }) => ({
      profile: { ...profile, facts: [{ key: 'does' as const, value: note(), source: 'test' }] },
      forms,
    }));
    await feed.addVersion(records, feed.versions.length + 1);
    await feed.publish();
    put();
  }

  test.each<readonly [string, Faults]>([
    ['goes on where it was', undefined],
    ['is fetched anew where parts are not to be had', { fault: 'range-ignored', only: FILES }],
    ['is fetched anew where another part comes', { fault: 'range-wrong', only: FILES, times: 1 }],
  ])(
    '%s',
    async (_, fault) => {
      await large();
      const reader = await readerOf(feed, 'core', { url: server.url });
      Object.assign(reader.world, { fetch: globalThis.fetch, patience: 5_000 });
      server.set({ fault: 'truncated-length', only: FILES });
      expect(await by(reader)).toBe('cut-short');
      expect(await reader.db.parts.count()).toBeGreaterThan(0);
      server.set(fault);
      server.requests.length = 0;
      let code = await by(reader);
      if (code === 'server-error') code = await by(reader);
      expect(code).toBe('updated');
      const ranges = server.requests.filter(({ path }) => FILES.test(path)).map(({ headers }) => headers.range);
      if (fault === undefined) expect(ranges).toEqual([expect.stringMatching(/^bytes=[1-9]\d+-$/)]);
      expect((await reader.inUse())?.sha256).toBe(feed.versions.at(-1)?.sha256);
      expect(await reader.db.parts.count()).toBe(0);
      feed.versions.splice(1);
      await feed.publish();
      put();
    },
    40_000,
  );

  test('waits for a click on a line that is paid by the megabyte', async () => {
    await large();
    const reader = await readerOf(feed, 'core', { url: server.url });
    Object.assign(reader.world, { fetch: globalThis.fetch, patience: 5_000 });
    server.set(undefined);
    server.requests.length = 0;
    expect(await updateFeed(reader.world, 'core', { byHand: false, sparing: true })).toBe('waiting');
    expect((await reader.row()).waiting).toBeGreaterThan(1_000_000);
    expect(server.requests.filter(({ path }) => FILES.test(path))).toEqual([]);
    expect(await by(reader)).toBe('updated');
    expect((await reader.row()).waiting).toBeUndefined();
    feed.versions.splice(1);
    await feed.publish();
    put();
  }, 40_000);
});
