import { beforeAll, describe, expect, test } from 'vitest';
import { MANIFEST_TYPE, openEnvelope, ROOT_TYPE, writeEnvelope } from '../../core/envelope.ts';
import type { FeedCode } from '../../core/feed.ts';
import { type Manifest, manifestToJson } from '../../core/manifest.ts';
import { updateFeed } from '../../platform/feed-update.ts';
import { HOST, type Key, maker, makers, newKey, Publisher, type Reader, readerOf, signed } from './feed-host.ts';

/**
 * Nobody but the holders of a feed's keys can make a reader's browser take anything, nor anything older than it has seen. One law, told in
 * tables of forgeries: hence the length.
 */

const auto = { byHand: false, sparing: false };
const update = (reader: Reader) => updateFeed(reader.world, 'core', auto);
const ACCEPTED: readonly FeedCode[] = ['updated', 'held', 'waiting'];

let feed: Publisher;
let manifest: Manifest;
let good: string;
beforeAll(async () => {
  feed = await new Publisher().init();
  await feed.addVersion(makers(3));
  manifest = await feed.manifest();
  good = await feed.publish();
});

/** A generator of the same numbers each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('an envelope that somebody touched', () => {
  test('a thousand flipped bytes: none is taken', async () => {
    const reader = await readerOf(feed);
    const random = numbers(42);
    const codes = new Map<string, number>();
    for (let round = 0; round < 1_000; round++) {
      const bytes = new TextEncoder().encode(good);
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(random() * 8));
      reader.hosts.set(HOST, new Map(feed.files).set('manifest.json', bytes));
      const code = await update(reader);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect([...codes.keys()].filter((code) => !['bad-signature', 'not-a-feed', 'wrong-feed'].includes(code))).toEqual([]);
    expect(await reader.inUse()).toBeUndefined();
    reader.hosts.set(HOST, feed.files);
    expect(await update(reader)).toBe('updated');
  });

  const sign = (payload: string, keys: readonly Key[], type = MANIFEST_TYPE) => signed(type, payload, keys);
  const payload = (more: Partial<Manifest> = {}) => manifestToJson({ ...manifest, ...more });
  const opened = () => openEnvelope(good, MANIFEST_TYPE);
  const again = (change: Partial<ReturnType<typeof opened>>) => writeEnvelope({ ...opened(), ...change });
  const forgeries: readonly (readonly [string, () => Promise<string> | string])[] = [
    ['without signatures', () => again({ signatures: [] })],
    ['without the list of signatures', () => JSON.stringify({ ...JSON.parse(good), signatures: undefined })],
    ['by a key that nobody knows', async () => sign(payload(), [await newKey()])],
    ['by a root key, which signs no feed', () => sign(payload(), feed.rootKeys.slice(0, 1))],
    ['by the right key and a stranger', async () => sign(payload(), [...feed.feedKeys, await newKey()])],
    ['by the right key twice', () => again({ signatures: [...opened().signatures, ...opened().signatures] })],
    ['the signature of another text', () => again({ payload: payload({ seq: 9 }) })],
    ['the signature of another type', async () => (await sign(payload(), feed.feedKeys, ROOT_TYPE)).replace(ROOT_TYPE, MANIFEST_TYPE)],
    ['a root in place of the manifest', () => feed.files.get('root/1.json') as string],
    ['of another feed', () => sign(payload({ feed: 'other' }), feed.feedKeys)],
    ['with something behind it', () => `${good}{}`],
    ['with a blank in front', () => ` ${good}`],
    ['with its payload twice', () => good.replace('"payload":', '"payload":"e30=","payload":')],
    ['under a version of the keys that is not to be had', () => sign(payload({ rootVersion: 2 }), feed.feedKeys)],
    [
      'a signature of zeros under a key of small order',
      () => again({ signatures: [{ keyid: `01${'00'.repeat(31)}`, sig: new Uint8Array(64) }] }),
    ],
    [
      'base64 with a bit where none belongs',
      () => good.replace(/"sig":"([^"]+)=="/, (_, sig: string) => `"sig":"${sig.slice(0, -1)}${next(sig.at(-1))}=="`),
    ],
    ['signed, and no manifest', () => sign('{"muster-feed":1}', feed.feedKeys)],
    ['signed, and of a later format', () => sign(payload().replace('"muster-feed":1', '"muster-feed":2'), feed.feedKeys)],
  ];
  function next(digit: string | undefined): string {
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    return digits.charAt(digits.indexOf(digit ?? 'A') + 1);
  }
  test.each(forgeries)('%s', async (_, forge) => {
    const reader = await readerOf(feed);
    const text = await forge();
    expect(text).not.toBe(good);
    reader.hosts.set(HOST, new Map(feed.files).set('manifest.json', text));
    expect(ACCEPTED).not.toContain(await update(reader));
    expect(await reader.inUse()).toBeUndefined();
    expect((await reader.row()).seen).toEqual([]);
    expect((await reader.row()).words).toMatch(/\w/);
  });

  test('keys of small order are in no root', async () => {
    const weak = await new Publisher().init();
    await expect(weak.putRoot({ feedKeys: [`01${'00'.repeat(31)}`] }, weak.rootKeys)).resolves.toBeDefined();
    const reader = await readerOf(weak, 'core', { root: feed.rootPayload });
    expect(await update(reader)).not.toBe('updated');
  });
});

describe('older and other than what was seen', () => {
  const COUNT = 30;
  let series: Publisher;
  const texts: string[] = [];
  beforeAll(async () => {
    series = await new Publisher().init();
    for (let i = 0; i < COUNT; i++) {
      await series.addVersion([...makers(2), maker(2, `Maker 2 of ${i}`)]);
      texts.push(await series.publish());
    }
  });
  const offer = (reader: Reader, i: number) => reader.hosts.set(HOST, new Map(series.files).set('manifest.json', texts[i] as string));
  const version = async (reader: Reader) => (await reader.inUse())?.version ?? 0;

  test('nine hundred pairs of versions: the second is taken if it is newer, and never else', async () => {
    let taken = 0;
    for (let first = 0; first < COUNT; first++) {
      const reader = await readerOf(series);
      offer(reader, first);
      expect(await update(reader)).toBe('updated');
      const [feeds, packs, blocks] = await Promise.all([reader.db.feeds.toArray(), reader.db.packs.toArray(), reader.db.blocks.toArray()]);
      for (let second = 0; second < COUNT; second++) {
        offer(reader, second);
        const code = await update(reader);
        expect([first, second, code]).toEqual([first, second, second > first ? 'updated' : second === first ? 'current' : 'behind']);
        expect(await version(reader)).toBe(Math.max(first, second) + 1);
        if (code !== 'updated') continue;
        taken++;
        await reader.db.blocks.clear();
        await Promise.all([reader.db.feeds.bulkPut(feeds), reader.db.packs.bulkPut(packs), reader.db.blocks.bulkPut(blocks)]);
      }
    }
    expect(taken).toBe((COUNT * (COUNT - 1)) / 2);
  }, 120_000);

  test('thirty shuffled series: the number never goes back', async () => {
    const random = numbers(7);
    for (let round = 0; round < 30; round++) {
      const reader = await readerOf(series);
      let before = 0;
      for (const i of texts
        .map((_, at) => ({ at, by: random() }))
        .sort((a, b) => a.by - b.by)
        .map(({ at }) => at)) {
        offer(reader, i);
        await update(reader);
        const now = await version(reader);
        expect(now).toBe(Math.max(before, i + 1));
        before = now;
      }
    }
  }, 120_000);

  test('a manifest that was seen and could not be fetched yet still counts as seen', async () => {
    const reader = await readerOf(series);
    const files = new Map([...series.files].filter(([path]) => !/^(packs|deltas)/.test(path))).set('manifest.json', texts[9] as string);
    reader.hosts.set(HOST, files);
    expect(await update(reader)).toBe('not-yet');
    offer(reader, 4);
    expect(await update(reader)).toBe('behind');
    offer(reader, 9);
    expect(await update(reader)).toBe('updated');
  });

  test('two packs under one number: the first stays, and the reader is told', async () => {
    const reader = await readerOf(series);
    offer(reader, 9);
    await update(reader);
    const other = await series.addVersion([...makers(2), maker(2, 'Another Maker')], 10);
    const text = await signed(MANIFEST_TYPE, manifestToJson(await series.manifest()), series.feedKeys);
    series.versions.pop();
    reader.hosts.set(HOST, new Map(series.files).set('manifest.json', text));
    expect(await update(reader)).toBe('equivocation');
    expect((await reader.inUse())?.sha256).toBe(series.versions[9]?.sha256);
    expect((await reader.row()).words).toContain(other.sha256.slice(0, 8));
  });

  test('the same version signed anew is confirmed; an older signature of it is not', async () => {
    const reader = await readerOf(series);
    const sign = async (issued: string) => signed(MANIFEST_TYPE, manifestToJson(await series.manifest({ issued })), series.feedKeys);
    const [older, newer] = [await sign('2026-11-20T06:00:00Z'), await sign('2026-11-21T06:00:00Z')];
    for (const [text, code] of [
      [newer, 'updated'],
      [newer, 'current'],
      [older, 'behind'],
    ] as const) {
      reader.hosts.set(HOST, new Map(series.files).set('manifest.json', text));
      expect(await update(reader)).toBe(code);
    }
  });

  test('a mirror that lags, lies or fails does not keep the others from being asked', async () => {
    const mirrors = ['https://one.example/', 'https://two.example/', 'https://three.example/'];
    const reader = await readerOf(series, 'core', { mirrors });
    offer(reader, 20);
    await update(reader);
    const files = new Map(series.files).set(
      'manifest.json',
      await signed(MANIFEST_TYPE, manifestToJson(await series.manifest({ mirrors })), series.feedKeys),
    );
    reader.hosts.set(HOST, new Map(series.files).set('manifest.json', texts[3] as string));
    reader.hosts.set('https://one.example/', () => new TypeError('Failed to fetch'));
    reader.hosts.set('https://two.example/', new Map(series.files).set('manifest.json', good));
    reader.hosts.set('https://three.example/', files);
    await reader.db.feeds.update('core', { mirrors });
    expect(await update(reader)).toBe('updated');
    expect(await version(reader)).toBe(COUNT);
  });
});

describe('keys that change', () => {
  async function known(): Promise<{ feed: Publisher; reader: Reader }> {
    const own = await new Publisher().init();
    await own.addVersion(makers(3));
    await own.publish();
    const reader = await readerOf(own);
    expect(await update(reader)).toBe('updated');
    return { feed: own, reader };
  }

  test('a new feed key is believed on the word of the root; the old one no more', async () => {
    const { feed: own, reader } = await known();
    const old = own.feedKeys;
    own.feedKeys = [await newKey()];
    await own.putRoot({}, own.rootKeys.slice(1));
    await own.addVersion(makers(4));
    await own.publish();
    expect(await update(reader)).toBe('updated');
    await own.addVersion(makers(5));
    await own.publish({}, old);
    expect(await update(reader)).toBe('bad-signature');
    // Nor where the manifest says that it is of the time before.
    await own.publish({ rootVersion: 1 }, old);
    expect(await update(reader)).toBe('bad-signature');
    expect((await reader.inUse())?.version).toBe(2);
  });

  test('a stolen key that ran the number up is healed by a new one', async () => {
    const { feed: own, reader } = await known();
    await own.addVersion(makers(3, 50), 2_147_483_647);
    await own.publish();
    expect(await update(reader)).toBe('held');
    own.versions.pop();
    own.feedKeys = [await newKey()];
    await own.putRoot({ revoked: [] }, own.rootKeys);
    await own.addVersion(makers(4), 2);
    await own.publish();
    expect(await update(reader)).toBe('updated');
    expect((await reader.inUse())?.version).toBe(2);
  });

  test('a pack that was withdrawn is used no more', async () => {
    const { feed: own, reader } = await known();
    const bad = own.versions[0]?.sha256 ?? '';
    await own.putRoot({ revoked: [bad] }, own.rootKeys);
    await own.publish({ rootVersion: 2 });
    expect(await update(reader)).toBe('revoked');
    // At once, even though there is nothing in its place.
    expect(await reader.inUse()).toBeUndefined();
    expect(reader.names).toBe(2);
    await own.addVersion(makers(4));
    await own.publish();
    expect(await update(reader)).toBe('updated');
    expect((await reader.inUse())?.version).toBe(2);
  });

  const chains: readonly (readonly [string, number, FeedCode])[] = [
    ['one step', 1, 'updated'],
    ['thirty-two steps', 32, 'updated'],
    ['thirty-three steps', 33, 'bad-root'],
  ];
  test.each(chains)('a chain of %s', async (_, length, code) => {
    const { feed: own, reader } = await known();
    for (let i = 0; i < length; i++) {
      const before = own.rootKeys;
      own.rootKeys = [...before.slice(1), await newKey()];
      await own.putRoot({}, [...new Set([...before, ...own.rootKeys])]);
    }
    await own.addVersion(makers(4));
    await own.publish();
    expect(await update(reader)).toBe(code);
  });

  const roots: readonly (readonly [string, (own: Publisher) => Promise<unknown>])[] = [
    ['signed by one of the old keys only', (own) => own.putRoot({}, own.rootKeys.slice(0, 1))],
    [
      'signed by new keys only',
      async (own) => {
        own.rootKeys = [await newKey(), await newKey(), await newKey()];
        return own.putRoot({}, own.rootKeys);
      },
    ],
    [
      'signed by old keys only, with new ones in it',
      async (own) => {
        const old = own.rootKeys;
        own.rootKeys = [await newKey(), await newKey(), await newKey()];
        return own.putRoot({}, old);
      },
    ],
    ['signed by the feed key', (own) => own.putRoot({}, own.feedKeys)],
    ['of another feed', (own) => own.putRoot({ feed: 'other' }, own.rootKeys)],
    [
      'with a number left out',
      async (own) => {
        await own.putRoot({ version: 3 }, own.rootKeys);
        own.files.set('root/2.json', own.files.get('root/3.json') as string);
      },
    ],
    ['the same again', async (own) => own.files.set('root/2.json', own.files.get('root/1.json') as string)],
    ['that asks for more keys than it has', (own) => own.putRoot({ threshold: 9 }, own.rootKeys)],
    ['that is no root', async (own) => own.files.set('root/2.json', '{}')],
  ];
  test.each(roots)('a next root %s is not believed, and nothing that rests on it', async (_, make) => {
    const { feed: own, reader } = await known();
    await make(own);
    await own.addVersion(makers(4));
    await own.publish({ rootVersion: 2 });
    expect(['bad-root', 'bad-signature']).toContain(await update(reader));
    expect((await reader.inUse())?.version).toBe(1);
    expect(JSON.parse((await reader.row()).root ?? '{}').version).toBe(1);
  });
});

describe('a clock that is wrong', () => {
  const DAY = 86_400_000;
  const cases: readonly (readonly [string, number, readonly FeedCode[]])[] = [
    ['400 days behind', -400, ['updated']],
    ['a day behind', -1, ['updated']],
    ['15 days ahead', 15, ['updated']],
    ['400 days ahead', 400, ['updated']],
    ['twenty years ahead', 20 * 365, ['root-expired']],
  ];
  test.each(cases)('%s: what is stored is served', async (_, days, codes) => {
    const own = await new Publisher().init();
    await own.addVersion(makers(3));
    await own.publish();
    const reader = await readerOf(own);
    await update(reader);
    reader.now += days * DAY;
    await own.addVersion(makers(4));
    await own.publish();
    expect(codes).toContain(await update(reader));
    expect((await reader.inUse())?.lines.length).toBe(codes[0] === 'updated' ? 4 : 3);
    // And when it is right again, all goes on.
    reader.now -= days * DAY;
    await own.addVersion(makers(5));
    await own.publish();
    expect(await update(reader)).toBe('updated');
  });
});
