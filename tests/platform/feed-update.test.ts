import { beforeAll, describe, expect, test } from 'vitest';
import { updateFeed } from '../../platform/feed-update.ts';
import { HOST, maker, makers, Publisher, type Reader, readerOf } from './feed-host.ts';

const auto = { byHand: false, sparing: false };
const byHand = { byHand: true, sparing: false };

let publisher: Publisher;
beforeAll(async () => {
  publisher = await new Publisher().init();
  await publisher.addVersion(makers(350));
  await publisher.publish();
});

/** A publisher of its own, with versions 1 and 2. */
async function twoVersions(): Promise<{ feed: Publisher; reader: Reader }> {
  const feed = await new Publisher().init();
  await feed.addVersion(makers(350));
  await feed.publish();
  const reader = await readerOf(feed);
  expect(await updateFeed(reader.world, 'core', auto)).toBe('updated');
  await feed.addVersion([...makers(349).map((one, i) => (i === 7 ? maker(7, 'Maker Seven Renamed') : one)), maker(900)]);
  await feed.publish();
  return { feed, reader };
}

describe('a feed that is well', () => {
  test('is fetched whole at first, byte for byte', async () => {
    const reader = await readerOf(publisher);
    expect(await updateFeed(reader.world, 'core', auto)).toBe('updated');
    const version = publisher.versions[0];
    expect(await reader.inUse()).toMatchObject({ version: 1, sha256: version?.sha256, lines: version?.text.split('\n').slice(1, -1) });
    expect(await reader.row()).toMatchObject({
      code: 'updated',
      failures: 0,
      confirmedAt: '2026-11-21T12:00:00.000Z',
      title: 'A feed of the tests',
    });
    expect(reader.steps).toEqual(['ask', 'trust', 'plan', 'fetch', 'stage', 'verify', 'gate', 'switch', 'names', 'tidy']);
    expect(reader.names).toBe(1);
  });

  test('is not fetched again while it is the same', async () => {
    const reader = await readerOf(publisher);
    await updateFeed(reader.world, 'core', auto);
    reader.asked.length = 0;
    expect(await updateFeed(reader.world, 'core', auto)).toBe('current');
    expect(reader.asked).toEqual([`${HOST}root/2.json`, `${HOST}manifest.json`]);
    expect(reader.names).toBe(1);
  });

  test('goes on by a delta, and what changed is written down', async () => {
    const { feed, reader } = await twoVersions();
    reader.asked.length = 0;
    expect(await updateFeed(reader.world, 'core', auto)).toBe('updated');
    expect(reader.asked.filter((url) => url.includes('/packs/'))).toEqual([]);
    expect(await reader.inUse()).toMatchObject({ version: 2, sha256: feed.versions[1]?.sha256 });
    expect(await reader.db.blocks.toCollection().primaryKeys()).toHaveLength(4);
    const changes = await reader.db.changes.toArray();
    expect(changes.map(({ id, change }) => [id, change.what])).toEqual([
      ['Q100007', 'changed'],
      ['Q100349', 'removed'],
      ['Q100900', 'added'],
    ]);
    expect(changes[0]?.change.fields).toContainEqual({ field: 'name', before: 'Maker 7 Works', after: 'Maker Seven Renamed' });
  });

  test('is found by its fingerprint alone', async () => {
    const reader = await readerOf(publisher, publisher.fingerprint);
    expect(await updateFeed(reader.world, publisher.fingerprint, auto)).toBe('updated');
    const other = await readerOf(publisher, 'ab'.repeat(20));
    expect(await updateFeed(other.world, 'ab'.repeat(20), auto)).toBe('wrong-fingerprint');
    expect(await other.inUse('ab'.repeat(20))).toBeUndefined();
  });
});

describe('places that the browser may not ask without telling who asks', () => {
  test('are not asked, and the reader is told what to do', async () => {
    const reader = await readerOf(publisher);
    reader.unreached = [HOST];
    expect(await updateFeed(reader.world, 'core', auto)).toBe('not-allowed');
    expect(reader.asked).toEqual([]);
    expect((await reader.row()).words).toMatch(/Press “Check now” and allow it/);
  });

  test('a mirror that may be asked is asked in their place', async () => {
    const mirror = 'https://mirror.example/';
    const reader = await readerOf(publisher, 'core', { mirrors: [mirror] });
    reader.hosts.set(mirror, publisher.files);
    reader.unreached = [HOST];
    expect(await updateFeed(reader.world, 'core', auto)).toBe('updated');
    expect(reader.asked.every((address) => address.startsWith(mirror))).toBe(true);
  });
});

describe('what waits for the reader', () => {
  const cases: readonly (readonly [string, (feed: Publisher, reader: Reader) => Promise<void>, RegExp | undefined])[] = [
    ['a fifth of the records dropped', async (feed) => void (await feed.addVersion(makers(280))), undefined],
    ['more than a fifth dropped', async (feed) => void (await feed.addVersion(makers(279))), /drops 71 of 350/],
    [
      'a common word as a name',
      async (feed) => void (await feed.addVersion([...makers(350), maker(900, 'The')])),
      /ordinary words names: “The”/,
    ],
    [
      'three times the hits',
      async (feed, reader) => {
        reader.gateText = 'Steel and Iron and Brass. '.repeat(40);
        await feed.addVersion([...makers(350), maker(900, 'Steel')]);
      },
      /mark 40 names/,
    ],
  ];
  test.each(cases)('%s', async (_, change, reason) => {
    const { feed, reader } = await twoVersions();
    await updateFeed(reader.world, 'core', auto);
    await change(feed, reader);
    await feed.publish();
    const code = await updateFeed(reader.world, 'core', auto);
    if (reason === undefined) {
      expect(code).toBe('updated');
      return;
    }
    expect(code).toBe('held');
    const held = (await reader.row()).held;
    expect(held?.reasons.map((one) => (typeof one === 'string' ? one : one.words)).join(' ')).toMatch(reason);
    expect((await reader.inUse())?.version).toBe(2);
    // It is not fetched again and again.
    reader.asked.length = 0;
    expect(await updateFeed(reader.world, 'core', auto)).toBe('held');
    expect(reader.asked.filter((url) => /packs|deltas/.test(url))).toEqual([]);
    expect(await updateFeed(reader.world, 'core', { ...byHand, allow: held?.sha256 ?? '' })).toBe('updated');
    expect(await reader.inUse()).toMatchObject({ version: 3 });
    expect((await reader.row()).held).toBeUndefined();
  });
});
