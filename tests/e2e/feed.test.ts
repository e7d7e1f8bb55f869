import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askMuster } from '../../scripts/watch.ts';
import { newKey, Publisher } from '../platform/feed-host.ts';
import { CROWD, check, company, extensionOf, feedSite, KNDS, MBDA, OPEN, publishNow, storedIds, viewIn } from './feed-site.ts';
import { realPopup } from './popup.ts';
import { article, BROWSER, FILLER, useWorld } from './world.ts';

/** Two feeds: that which came with Muster, and that of a newsroom which the reader adds. */
const core = feedSite(await new Publisher().init(), 'core');
const desk = feedSite(await new Publisher('desk').init(), 'desk');
const FIRST = [...CROWD, KNDS, MBDA];
await core.publisher.addVersion(FIRST);
await publishNow(core.publisher);
const MARLOW = company('Q600001', 'Marlowquist', 'as the desk knows it');
await desk.publisher.addVersion([{ ...MBDA, profile: { ...MBDA.profile, name: 'MBDA of the desk' } }, MARLOW]);
await publishNow(desk.publisher, { title: 'The desk' });
const extension = extensionOf(core);
afterAll(() => rmSync(extension, { recursive: true, force: true }));

const NEWCOMER = company('Q600002', 'Kestrelworth', 'a company that is new');
const STORY = article(`<p>At the fair MBDA met KNDS, and both met Kestrelworth.</p><p>Marlowquist stayed at home.</p>${FILLER}`);

describe(`feeds in ${BROWSER}`, () => {
  const world = useWorld({ extension });
  beforeAll(() => {
    for (const site of [core, desk]) world.news.serve(site.url, site.answer);
  });

  test('what the feed that came with Muster publishes reaches an open page without a reload', async () => {
    const tab = await world.open('http://unn.ua/feed/core', STORY);
    await tab.paints(['MBDA', 'KNDS']);
    await core.publisher.addVersion([...CROWD, KNDS, company('Q500001', 'MBDA', 'missiles and a new plant'), NEWCOMER]);
    await publishNow(core.publisher);
    expect(await check(world.own)).toMatchObject({ code: 'updated', pack: { version: 2, from: 'feed' } });
    await tab.paints(['MBDA', 'KNDS', 'Kestrelworth']);
    await tab.hasNames(['Kestrelworth']);
    const popup = await realPopup(world, tab);
    await popup.says('missiles and a new plant');
    await popup.says('Kestrelworth');
    await popup.page.close();
    const { changes } = await askMuster(world.own, 'changes', { text: '', limit: 10 });
    expect(changes.map(({ id, what, version }) => `${id} ${what} ${version}`).sort()).toEqual(['Q500001 changed 2', 'Q600002 added 2']);
    expect(changes.flatMap(({ fields }) => fields)).toContainEqual({
      field: 'facts',
      before: 'does: missiles',
      after: 'does: missiles and a new plant',
    });
    expect(tab.errors).toEqual([]);
  });

  test('a feed that the reader adds is marked under its title, gives way to the first, can be switched off, and goes without a trace', async () => {
    const tab = await world.open('http://unn.ua/feed/desk', STORY);
    const before = ['MBDA', 'KNDS', 'Kestrelworth'];
    await tab.paints(before);
    const id = desk.publisher.fingerprint;
    const views = await askMuster(world.own, 'addFeed', { address: desk.url, fingerprint: id });
    expect(viewIn(views, id)).toMatchObject({ title: 'The desk', on: true, code: 'updated', pack: { version: 1, count: 2 } });
    await tab.paints([...before, 'Marlowquist']);
    const { entities } = await tab.hasNames(['Marlowquist', 'MBDA']);
    expect(entities.find(({ name }) => name === 'Marlowquist')?.feed).toMatchObject({ id, title: 'The desk' });
    expect(entities.find(({ name }) => name === 'MBDA')?.feed).toBeUndefined();
    const profile = await askMuster(world.own, 'profile', { id: 'Q500001' });
    expect(profile).toMatchObject({ profile: { name: 'MBDA' }, origin: 'packaged', alsoIn: [{ id, title: 'The desk' }] });
    await askMuster(world.own, 'changeFeed', { id, on: false });
    await tab.paints(before);
    await askMuster(world.own, 'changeFeed', { id, on: true });
    await tab.paints([...before, 'Marlowquist']);
    await askMuster(world.own, 'removeFeed', { id });
    await tab.paints(before);
    expect(await storedIds(world, id)).toEqual([]);
    expect(await askMuster(world.own, 'profile', { id: 'Q500001' })).toMatchObject({ alsoIn: [] });
    expect(tab.errors).toEqual([]);
  });

  test('an address with the keys of somebody else is not added', async () => {
    const adding = askMuster(world.own, 'addFeed', { address: desk.url, fingerprint: core.publisher.fingerprint });
    await expect(adding).rejects.toThrow(/fingerprint/);
    expect((await askMuster(world.own, 'feeds')).map(({ id }) => id)).toEqual(['core']);
  });

  test('a version that drops a third waits for the reader, and the page keeps its names until then', async () => {
    const tab = await world.open('http://unn.ua/feed/held', STORY);
    await tab.paints(['MBDA', 'KNDS', 'Kestrelworth']);
    await core.publisher.addVersion([...CROWD.slice(0, 200), MBDA]);
    await publishNow(core.publisher);
    expect(await check(world.own)).toMatchObject({ code: 'held', pack: { version: 2 }, held: { version: 3 } });
    await tab.page.reload();
    await tab.paints(['MBDA', 'KNDS', 'Kestrelworth']);
    const after = viewIn(await askMuster(world.own, 'consent', { id: 'core', take: true }), 'core');
    expect(after).toMatchObject({ code: 'updated', pack: { version: 3 } });
    await tab.paints(['MBDA']);
  });

  test('who is to be shown no more goes at once, and with the next version from the disk', async () => {
    const records = [...CROWD.slice(0, 200), KNDS, MBDA];
    await core.publisher.addVersion(records);
    await publishNow(core.publisher);
    await check(world.own);
    const tab = await world.open('http://unn.ua/feed/removed', STORY);
    await tab.paints(['MBDA', 'KNDS']);
    await publishNow(core.publisher, { removed: ['Q500002'] });
    expect(await check(world.own)).toMatchObject({ code: 'current', removed: [expect.any(String)], pack: { version: 4 } });
    await tab.paints(['MBDA']);
    expect((await askMuster(world.own, 'search', { text: 'KNDS', limit: 5 })).filter(({ id }) => id === 'Q500002')).toEqual([]);
    expect(await askMuster(world.own, 'profile', { id: 'Q500002' })).toBeUndefined();
    await core.publisher.addVersion(records.filter(({ profile }) => profile.id !== 'Q500002'));
    await publishNow(core.publisher, { removed: ['Q500002'] });
    expect(await check(world.own)).toMatchObject({ code: 'updated', pack: { version: 5 } });
    const ids = await storedIds(world, 'core');
    expect(ids).toHaveLength(201);
    expect(ids).not.toContain('Q500002');
  });

  describe('a host that fails leaves everything as it was', () => {
    const troubles: readonly (readonly [string, () => Promise<void>, string, RegExp])[] = [
      [
        'is busy',
        async () => {
          core.instead = (_path, _request, response) => {
            response.writeHead(503, { ...OPEN, 'retry-after': '60' }).end();
            return true;
          };
        },
        'busy',
        /busy \(503\)/,
      ],
      [
        'is away',
        async () => {
          core.instead = (_path, request) => {
            request.socket.destroy();
            return true;
          };
        },
        'unreachable',
        /could not be reached/,
      ],
      [
        'signs with keys that nobody knows',
        async () => {
          await core.publisher.addVersion([...CROWD.slice(0, 200), MBDA, company('Q666', 'Marlowquist', 'nothing good')]);
          await publishNow(core.publisher, {}, [await newKey()]);
        },
        'bad-signature',
        /cannot be believed/,
      ],
    ];
    test.each(troubles)('one that %s', async (what, fail, code, words) => {
      const open = await world.open(`http://unn.ua/feed/trouble/open/${encodeURIComponent(what)}`, STORY);
      await open.paints(['MBDA']);
      await fail();
      const view = await check(world.own);
      core.instead = undefined;
      expect(view).toMatchObject({ code, pack: { version: 5 } });
      expect(view.trouble).toMatch(words);
      await open.paints(['MBDA']);
      const next = await world.open(`http://unn.ua/feed/trouble/next/${encodeURIComponent(what)}`, STORY);
      await next.paints(['MBDA']);
      expect((await next.settled()).kept).toBe('kept');
      expect([...open.errors, ...next.errors]).toEqual([]);
    });
  });
});
