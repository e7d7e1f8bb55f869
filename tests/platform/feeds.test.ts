import { beforeEach, describe, expect, test } from 'vitest';
import type { FeedView } from '../../platform/messages.ts';
import { packOf, record } from '../core/pack-of.ts';
import { freshBackground, PACK, packaged, packText, pageWith, reader, sender, wake } from './background.ts';
import { fileAnswer, HOST, maker, Publisher } from './feed-host.ts';

/** The reader's list of feeds, through the messages of our own pages and the alarm. */

const NEWS = 'https://www.news.example/a';
let muster: Awaited<ReturnType<typeof freshBackground>>;
let hosts: Map<string, Publisher>;
let asked: string[];
beforeEach(async () => {
  muster = await freshBackground();
  hosts = new Map();
  asked = [];
  reach();
});

/** The feeds' hosts beside the extension's own package. */
function reach(): void {
  const own = globalThis.fetch;
  globalThis.fetch = (async (address: string) => {
    const [host, publisher] = [...hosts].find(([url]) => address.startsWith(url)) ?? [];
    if (!address.startsWith('https://')) return own(address);
    asked.push(address);
    if (host === undefined || publisher === undefined) throw new TypeError('Failed to fetch');
    return fileAnswer(publisher.files.get(address.slice(host.length)));
  }) as typeof fetch;
}

async function again(): Promise<void> {
  muster = await wake();
  reach();
}

async function publisherAt(url: string, name: string, records: Parameters<Publisher['addVersion']>[0], more = {}): Promise<Publisher> {
  const publisher = await new Publisher(name).init();
  await publisher.addVersion(records);
  await publisher.publish({ title: `The feed ${name}`, ...more });
  hosts.set(url, publisher);
  return publisher;
}

const answers = () => muster.answers.fromReader;
const add = (address: string, fingerprint: string) => answers().addFeed({ address, fingerprint }, reader) as Promise<readonly FeedView[]>;
const db = async () => (await muster.knowledge.database()) as NonNullable<Awaited<ReturnType<typeof muster.knowledge.database>>>;

/** The names that are marked in a text. */
async function marked(text: string): Promise<readonly string[]> {
  const { page, text: read } = pageWith(NEWS, [text]);
  const marks = await muster.answers.fromPage.read(read, sender(page));
  if (marks.state !== 'marks') return [marks.state];
  return marks.blocks.flatMap((block) => block.marks.map(({ start, end }) => text.slice(start, end)));
}

describe('a feed that the reader adds', () => {
  test('is fetched, marked, tagged; switched off, on, and removed without a trace', async () => {
    const { fingerprint } = await publisherAt(HOST, 'newsroom', [maker(1), maker(2)]);
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab']);
    const [core, added] = await add(HOST, fingerprint);
    expect(core).toMatchObject({ id: 'core', builtIn: true });
    expect(added).toMatchObject({
      id: fingerprint,
      title: 'The feed newsroom',
      on: true,
      code: 'updated',
      pack: { version: 1, count: 2, from: 'feed' },
    });
    expect(added?.signedBy[0]).toMatch(/^[0-9a-f]{8}$/);
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab', 'Maker 1 Works']);
    expect(await answers().profile({ id: 'Q100001' }, reader)).toMatchObject({
      origin: 'feed',
      feed: { title: 'The feed newsroom' },
      alsoIn: [],
    });
    await answers().changeFeed({ id: fingerprint, on: false }, reader);
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab']);
    await answers().changeFeed({ id: fingerprint, on: true, colour: 'violet' }, reader);
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab', 'Maker 1 Works']);
    expect(await answers().profile({ id: 'Q100001' }, reader)).toMatchObject({ feed: { colour: 'violet' } });
    expect(await answers().removeFeed({ id: fingerprint }, reader)).toHaveLength(1);
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab']);
    const open = await db();
    expect(await open.feeds.toArray()).toEqual([]);
    expect((await open.packs.toArray()).map(({ channel }) => channel)).toEqual(['core']);
    expect(new Set((await open.blocks.toArray()).map(({ set }) => set)).size).toBe(1);
  });

  test('stays over a new life of the background', async () => {
    const { fingerprint } = await publisherAt(HOST, 'newsroom', [maker(1)]);
    await add(HOST, fingerprint);
    await again();
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab', 'Maker 1 Works']);
  });

  const refused: readonly (readonly [string, string, (print: string) => string, RegExp])[] = [
    ['a plain address', 'http://feed.example/', (print) => print, /begins with https/],
    ['a script for an address', 'javascript:alert(1)//', (print) => print, /begins with https/],
    ['an address with a name and a password', 'https://me:secret@feed.example/', (print) => print, /begins with https/],
    ['half a fingerprint', HOST, (print) => print.slice(0, 20), /40 digits/],
    ['another fingerprint', HOST, (print) => [...print].reverse().join(''), /No keys with this fingerprint/],
    ['a host that is not there', 'https://nowhere.example/', (print) => print, /could not be reached/],
    ['a folder without a feed', `${HOST}other/`, (print) => print, /no such file/],
  ];
  test.each(refused)('%s: refused in words, and nothing stays', async (_, address, change, words) => {
    const { fingerprint } = await publisherAt(HOST, 'newsroom', [maker(1)]);
    await expect(add(address, change(fingerprint))).rejects.toThrow(words);
    expect(await (await db()).feeds.count()).toBe(0);
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab']);
  });

  test('twice, and more than eight, are refused', async () => {
    const urls = Array.from({ length: 9 }, (_, i) => `https://feed${i}.example/`);
    const prints: string[] = [];
    for (const [i, url] of urls.entries()) prints.push((await publisherAt(url, `feed-${i}`, [maker(i)])).fingerprint);
    for (const [i, url] of urls.slice(0, 8).entries()) await add(url, prints[i] as string);
    await expect(add(urls[0] as string, prints[0] as string)).rejects.toThrow(/in your list already/);
    await expect(add(urls[8] as string, prints[8] as string)).rejects.toThrow(/At most 8/);
  });

  test('not from a private window', async () => {
    const { fingerprint } = await publisherAt(HOST, 'newsroom', [maker(1)]);
    await expect(answers().addFeed({ address: HOST, fingerprint }, { ...reader, tabId: 7, incognito: true })).rejects.toThrow(
      /private window/,
    );
  });

  test('a link, groups of four and capitals are understood', async () => {
    const { fingerprint } = await publisherAt(HOST, 'newsroom', [maker(1)]);
    const groups = fingerprint
      .toUpperCase()
      .replace(/(....)/g, '$1 ')
      .trim();
    expect(await add(`${HOST}manifest.json#${fingerprint}`, groups)).toHaveLength(2);
  });
});

describe('who has the word', () => {
  const renamed = (name: string, forms: string[]) => record('Q3', 'company', forms, { name });

  test('what came with Muster before what was added, and the upper before the lower', async () => {
    const one = await publisherAt('https://one.example/', 'one', [renamed('Saab of One', ['Saab', 'One Works']), maker(5, 'Five of One')]);
    const two = await publisherAt('https://two.example/', 'two', [renamed('Saab of Two', ['Saab']), maker(5, 'Five of Two')]);
    await add('https://one.example/', one.fingerprint);
    await add('https://two.example/', two.fingerprint);
    expect(await answers().profile({ id: 'Q3' }, reader)).toMatchObject({
      profile: { name: 'Saab' },
      origin: 'packaged',
      alsoIn: [{ title: 'The feed one' }, { title: 'The feed two' }],
    });
    expect(await answers().profile({ id: 'Q100005' }, reader)).toMatchObject({
      profile: { name: 'Five of One' },
      alsoIn: [{ title: 'The feed two' }],
    });
    expect(await marked('One Works, Five of One, Five of Two.')).toEqual(['Five of One']);
    await answers().changeFeed({ id: two.fingerprint, move: -1 }, reader);
    expect((await answers().feeds(undefined as never, reader)).map(({ title }) => title)).toEqual([
      'Muster',
      'The feed two',
      'The feed one',
    ]);
    expect(await answers().profile({ id: 'Q100005' }, reader)).toMatchObject({ profile: { name: 'Five of Two' } });
    expect(await marked('Five of One, Five of Two.')).toEqual(['Five of Two']);
  });

  test('an added feed brings names, and no words that bear on the names of others', async () => {
    const publisher = await new Publisher('newsroom').init();
    await publisher.addVersion([maker(1)], 1, {
      decoys: ['Saab', 'Saab plant'],
      givenNames: ['Saab'],
      fieldWords: ['plain'],
      titles: { minister: ['visitor'] },
    });
    await publisher.publish();
    hosts.set(HOST, publisher);
    await add(HOST, publisher.fingerprint);
    expect(await marked('Visitors saw the Saab plant.')).toEqual(['Saab']);
  });

  test('sources of two feeds with one key are kept apart', async () => {
    const publisher = await new Publisher('newsroom').init();
    await publisher.addVersion([maker(1)], 1, { sources: { test: { title: 'Another source' } } });
    await publisher.publish();
    hosts.set(HOST, publisher);
    await add(HOST, publisher.fingerprint);
    expect(await answers().profile({ id: 'Q100001' }, reader)).toMatchObject({ sources: { test: { title: 'Another source' } } });
    expect(await answers().profile({ id: 'Q3' }, reader)).toMatchObject({ sources: { test: { title: 'Test' } } });
  });
});

describe('the feed that came with Muster', () => {
  let publisher: Publisher;
  const news = (...more: ReturnType<typeof maker>[]) => [...PACK.records, ...more];
  beforeEach(async () => {
    publisher = await publisherAt(HOST, 'core', news());
    await publisher.addVersion(news(maker(1)), 2);
    await publisher.publish();
    packaged.feed = JSON.stringify({ url: HOST, root: publisher.rootPayload });
    await again();
    const { lookAtFeeds } = await import('../../platform/feed-turns.ts');
    look = lookAtFeeds;
  });
  let look: () => Promise<void>;
  const view = async () => (await answers().feeds(undefined as never, reader))[0] as FeedView;

  test('is asked by the alarm, and its names are in use without a restart', async () => {
    expect(await marked('Maker 1 Works.')).toEqual([]);
    await look();
    expect(await marked('Maker 1 Works.')).toEqual(['Maker 1 Works']);
    expect(await view()).toMatchObject({ code: 'updated', pack: { version: 2, from: 'feed' } });
    asked.length = 0;
    await look();
    expect(asked).toEqual([]);
  });

  test('is asked by hand only, if the reader wants it so', async () => {
    await answers().setUpdateMode({ mode: 'manual' }, reader);
    await look();
    expect(asked).toEqual([]);
    await answers().checkFeeds({}, reader);
    expect(await view()).toMatchObject({ code: 'updated' });
    expect(await answers().updateMode(undefined as never, reader)).toBe('manual');
    await expect(answers().setUpdateMode({ mode: 'often' as never }, reader)).rejects.toThrow();
  });

  test('can be switched off: its profiles stay, and nobody is asked', async () => {
    await look();
    await answers().changeFeed({ id: 'core', on: false }, reader);
    asked.length = 0;
    await answers().checkFeeds({}, reader);
    await look();
    expect(asked).toEqual([]);
    expect(await marked('Maker 1 Works.')).toEqual(['Maker 1 Works']);
    await expect(answers().removeFeed({ id: 'core' }, reader)).rejects.toThrow(/stays/);
  });

  test('whom its publisher removes is shown no more, at once and from the package too', async () => {
    await look();
    expect(await marked('Saab, Rheinmetall.')).toEqual(['Saab', 'Rheinmetall']);
    await publisher.publish({ removed: ['Q3'], issued: '2026-11-22T06:00:00Z' });
    await answers().checkFeeds({}, reader);
    expect(await marked('Saab, Rheinmetall.')).toEqual(['Rheinmetall']);
    expect(await answers().profile({ id: 'Q3' }, reader)).toBeUndefined();
    expect((await view()).removed).toEqual(['Q3']);
    const open = await db();
    await open.packs.clear();
    open.blocks.hook('creating', () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    await again();
    expect(await marked('Saab, Rheinmetall.')).toEqual(['Rheinmetall']);
  });

  test('what changed can be looked through; of the removed nothing but the name, for a week', async () => {
    await look();
    await publisher.addVersion([...PACK.records.filter(({ profile }) => profile.id !== 'Q4'), maker(1, 'Maker One Renamed')], 3);
    await publisher.publish();
    await answers().checkFeeds({}, reader);
    const all = await answers().changes({ text: '', limit: 10 }, reader);
    expect(all).toMatchObject({ of: 3 });
    expect(all.changes.map(({ what, name, version }) => [what, name, version])).toEqual(
      expect.arrayContaining([
        ['changed', 'Maker One Renamed', 3],
        ['removed', 'NATO', 3],
        ['added', 'Maker 1 Works', 2],
      ]),
    );
    expect((await answers().changes({ text: 'renamed', limit: 10 }, reader)).of).toBe(1);
    expect((await answers().changes({ text: '', limit: 1 }, reader)).changes).toHaveLength(1);
    expect((await answers().changes({ feed: 'other', text: '', limit: 9 }, reader)).of).toBe(0);
    const { sweepFeeds } = await import('../../platform/feed-update.ts');
    await sweepFeeds(await db(), Date.now() + 7.1 * 86_400_000);
    const later = await answers().changes({ text: '', limit: 10 }, reader);
    expect(later.changes.map(({ what }) => what).sort()).toEqual(['added', 'changed']);
  });

  test('a version that waits is taken on the reader’s word, or never offered again', async () => {
    await look();
    await publisher.addVersion(news(maker(1), maker(2, 'The')), 3);
    await publisher.publish();
    await answers().checkFeeds({}, reader);
    expect(await view()).toMatchObject({
      code: 'held',
      held: { version: 3, reasons: [expect.stringContaining('“The”')] },
      pack: { version: 2 },
    });
    await answers().consent({ id: 'core', take: false }, reader);
    expect((await view()).held).toBeUndefined();
    await answers().checkFeeds({}, reader);
    expect(await view()).toMatchObject({ code: 'current', pack: { version: 2 } });
    await publisher.addVersion(news(maker(1), maker(2, 'The'), maker(3)), 4);
    await publisher.publish();
    await answers().checkFeeds({}, reader);
    expect((await view()).held).toMatchObject({ version: 4 });
    await answers().consent({ id: 'core', take: true }, reader);
    expect(await view()).toMatchObject({ code: 'updated', pack: { version: 4 } });
    expect((await view()).held).toBeUndefined();
  });

  test('a newer Muster with a newer pack goes before an older feed, and the feed goes on from there', async () => {
    await look();
    packaged.pack = packText(packOf(news(maker(1), maker(2)), { channel: 'core', version: 5 }));
    await again();
    Object.assign(muster.browser.runtime, { getManifest: () => ({ version: '1.0.1', content_scripts: [] }) });
    await muster.answers.takePackaged();
    await answers().checkFeeds({}, reader);
    expect(await view()).toMatchObject({ code: 'current', pack: { version: 5, from: 'package' } });
    await publisher.addVersion(news(maker(1), maker(2), maker(3)), 6);
    await publisher.publish();
    await answers().checkFeeds({}, reader);
    expect(await view()).toMatchObject({ code: 'updated', pack: { version: 6, from: 'feed' } });
  });

  test('failures are told in words, the old profiles stay, and the next try comes later and later', async () => {
    await look();
    hosts.clear();
    const next: number[] = [];
    for (let i = 0; i < 4; i++) {
      await answers().checkFeeds({}, reader);
      const now = await view();
      expect(now).toMatchObject({ code: 'unreachable', pack: { version: 2 } });
      expect(now.trouble).toMatch(/feed\.example could not be reached/);
      next.push(((await (await db()).feeds.get('core'))?.nextAt ?? 0) - Date.now());
    }
    for (const wait of next) expect(wait).toBeGreaterThan(20_000);
    expect(next.at(-1)).toBeLessThan(17 * 60_000);
    expect(await marked('Maker 1 Works.')).toEqual(['Maker 1 Works']);
  });

  test('profiles that nobody confirmed for long say so', async () => {
    await look();
    const open = await db();
    await open.feeds.update('core', { confirmedAt: '2026-01-02T03:04:05.000Z' });
    expect(await view()).toMatchObject({ stale: { confirmed: '2026-01-02T03:04:05.000Z' } });
    expect(await answers().profile({ id: 'Q3' }, reader)).toMatchObject({ stale: { confirmed: '2026-01-02T03:04:05.000Z' } });
  });
});
