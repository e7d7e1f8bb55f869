import { beforeEach, describe, expect, test } from 'vitest';
import type { FeedView } from '../../platform/messages.ts';
import { packOf } from '../core/pack-of.ts';
import { PACK, packaged, packText, reader } from './background.ts';
import { HOST, maker, type Publisher } from './feed-host.ts';
import { add, again, answers, asked, buildIn, db, freshFeeds, marked, muster, publisherAt, unplug } from './feeds-world.ts';

/** The feed by which the profiles that came with Muster are kept current, and what becomes of the list when the browser loses its database. */

beforeEach(freshFeeds);

describe('the feed that came with Muster', () => {
  let publisher: Publisher;
  const news = (...more: ReturnType<typeof maker>[]) => [...PACK.records, ...more];
  beforeEach(async () => {
    publisher = await publisherAt(HOST, 'core', news());
    await publisher.addVersion(news(maker(1)), 2);
    await publisher.publish();
    buildIn(HOST, publisher);
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
      held: { version: 3, reasons: [{ code: 'ordinary-words', words: expect.stringContaining('“The”') }] },
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
    unplug();
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
    await again();
    expect(await view()).toMatchObject({ stale: { confirmed: '2026-01-02T03:04:05.000Z' } });
    expect(await answers().profile({ id: 'Q3' }, reader)).toMatchObject({ stale: { confirmed: '2026-01-02T03:04:05.000Z' } });
  });
});

describe('a database that the browser has lost', () => {
  test('comes back with the list of feeds: what was seen holds, and what was added is off until the reader switches it on', async () => {
    const core = await publisherAt(HOST, 'core', PACK.records);
    buildIn(HOST, core);
    await core.addVersion([...PACK.records, maker(1)], 2);
    const two = await core.publish();
    await core.addVersion([...PACK.records, maker(1), maker(2)], 3);
    await core.publish();
    const desk = await publisherAt('https://desk.example/', 'desk', [maker(7)]);
    await again();
    await answers().checkFeeds({}, reader);
    await add('https://desk.example/', desk.fingerprint);
    await (await db()).delete();
    await again();
    expect(await marked('Maker 1 Works, Maker 7 Works, Saab.')).toEqual(['Saab']);
    const [first, second] = await answers().feeds(undefined as never, reader);
    expect(first).toMatchObject({ id: 'core', pack: { version: 1, from: 'package' }, trouble: expect.stringContaining('lost') });
    expect(second).toMatchObject({
      id: desk.fingerprint,
      on: false,
      title: 'The feed desk',
      trouble: expect.stringContaining('Switch the feed on'),
    });
    expect((await answers().health(undefined as never, reader)).troubles.map(({ words }) => words).join(' ')).toMatch(
      /lost Muster's database.*switched off \(The feed desk\)/,
    );
    core.files.set('manifest.json', two);
    await answers().checkFeeds({ id: 'core' }, reader);
    expect((await answers().feeds(undefined as never, reader))[0]).toMatchObject({ code: 'behind', pack: { version: 1 } });
    await core.publish();
    await answers().checkFeeds({ id: 'core' }, reader);
    await answers().changeFeed({ id: desk.fingerprint, on: true }, reader);
    await answers().checkFeeds({}, reader);
    expect(await marked('Maker 1 Works, Maker 7 Works, Saab.')).toEqual(['Maker 1 Works', 'Maker 7 Works', 'Saab']);
  });

  test.each([
    ['nonsense', 'feeds'],
    ['rows without what a row needs', [{ id: 'core' }, null, 7, { id: 'x', url: 1 }]],
  ])('%s where the list was kept is no list', async (_, kept) => {
    await muster.browser.storage.local.set({ 'feeds-kept': kept });
    expect(await answers().feeds(undefined as never, reader)).toHaveLength(1);
    expect(await (await db()).feeds.count()).toBe(0);
  });
});
