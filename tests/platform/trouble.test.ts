import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../platform/db.ts';
import { freshBackground, grant, pageWith, readAndLook as readAs, reader, sender, wake } from './background.ts';

/** What goes wrong with the log for a while, at the wrong moment, or only after a sleep. */

let muster: Awaited<ReturnType<typeof freshBackground>>;
beforeEach(async () => {
  muster = await freshBackground();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const NEWS = 'https://www.news.example/a';
const TWO = ['Rheinmetall met Zelenskyy.', 'Later Saab came.'];

const readAndLook = (...page: Parameters<typeof readAs> extends [unknown, ...infer P] ? P : never) => readAs(muster, ...page);
const health = () => muster.answers.fromReader.health(undefined as never, reader);
const troubles = async () => (await health()).troubles.map(({ words }) => words).join(' ');
const db = async () => (await muster.knowledge.database()) as Database;
const kept = async () => (await (await db()).articles.toArray()).map((row) => row.canonical);
const fullDisk = () => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};
const NOT_SAAB = { entity: 'Q3', surface: 'Saab', says: 'not-this' } as const;

describe('the log', () => {
  test('a failure that passes is tried again; until then the page waits, and nothing false is said', async () => {
    const open = await db();
    let fails = 2;
    open.pairs.hook('creating', () => {
      if (fails-- > 0) throw new DOMException('The transaction was aborted.', 'AbortError');
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { view } = await readAndLook(NEWS, TWO);
    expect((await view()).kept).toBe('waiting');
    expect(await troubles()).toBe('');
    for (const wait of muster.pages.RETRIES.slice(0, 2)) {
      await vi.advanceTimersByTimeAsync(wait);
      // Storage takes no time here, but turns.
      for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await view()).kept).toBe('kept');
    expect(await kept()).toEqual([NEWS]);
  });

  test('a failure that lasts is told in the end', async () => {
    const open = await db();
    open.pairs.hook('creating', () => {
      throw new DOMException('Disk is broken.', 'UnknownError');
    });
    const { page, view } = await readAndLook(NEWS, TWO);
    for (const _ of muster.pages.RETRIES) await muster.pages.look(page.tabId);
    expect((await view()).kept).toBe('storage-refused');
    expect(await troubles()).toMatch(/could not be put into your log.*Nothing was half kept/);
  });

  test('room that was made is used at the next look, though the page has not changed', async () => {
    const open = await db();
    open.pairs.hook('creating', fullDisk);
    const { page, view } = await readAndLook(NEWS, TWO);
    expect((await view()).kept).toBe('storage-refused');
    open.pairs.hook('creating').unsubscribe(fullDisk);
    await muster.pages.look(page.tabId);
    expect((await view()).kept).toBe('kept');
    expect(await troubles()).toBe('');
  });

  test('when recording is switched on the open page is kept', async () => {
    await muster.settings.changeSettings({ recording: false });
    const { view } = await readAndLook(NEWS, TWO);
    await muster.settings.changeSettings({ recording: true });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    muster.pages.lookAgain();
    await vi.advanceTimersByTimeAsync(muster.pages.QUIET.later);
    vi.useRealTimers();
    await expect.poll(async () => (await view()).kept).toBe('kept');
  });

  test('"not this" of one page outlives the article that it emptied', async () => {
    const { page, text } = await readAndLook(NEWS, ['Saab alone.']);
    await muster.answers.fromReader.judge({ ...NOT_SAAB, scope: 'page', where: NEWS }, reader);
    await muster.pages.look(page.tabId);
    expect(await kept()).toEqual([]);
    muster = await wake();
    expect(await muster.answers.fromReader.verdicts(undefined as never, reader)).toHaveLength(1);
    expect(await muster.answers.fromPage.read(text, sender(page))).toEqual({ state: 'marks', blocks: [] });
  });

  test('an article in which nobody is left leaves the log after a sleep as well', async () => {
    const { page, text } = await readAndLook(NEWS, ['Saab alone.']);
    muster = await wake();
    await muster.answers.fromPage.read(text, sender(page));
    await muster.answers.fromReader.judge({ ...NOT_SAAB, scope: 'everywhere' }, reader);
    await muster.pages.look(page.tabId);
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['one page', { what: 'page', url: NEWS }],
    ['one site', { what: 'site', host: 'news.example' }],
    ['today', { what: 'span', from: '2000-01-01', to: '2100-01-01' }],
    ['all', { what: 'all' }],
  ] as const)('what was erased while the background knew nothing of the open page is not put back: %s', async (_, scope) => {
    const { page, text } = await readAndLook(NEWS, TWO);
    muster = await wake();
    expect(await muster.answers.fromReader.erase(scope, reader)).toBe(1);
    await muster.answers.fromPage.read(text, sender(page));
    await muster.pages.look(page.tabId);
    expect(await kept()).toEqual([]);
  });

  test('what the next page says of its article is not taken for that of the last', async () => {
    grant('*://*/*');
    const { page, text } = await readAndLook(NEWS, TWO);
    const next = { ...text, whole: false, blocks: [{ id: 3, text: 'NATO.' }], gone: [1, 2] };
    await muster.answers.fromPage.read(next, sender(page));
    page.url = 'https://www.news.example/b';
    page.article = { canonical: page.url, title: 'Another', body: [3] };
    await muster.pages.look(page.tabId);
    expect(await kept()).toEqual([NEWS]);
    page.url = 'https://other.example/';
    page.article = new Error('Cannot access contents of the page');
    await muster.pages.look(page.tabId);
    expect(await kept()).toEqual([NEWS]);
    expect(await troubles()).toBe('');
  });

  test('a page that cannot be asked loses nothing of what was kept of it', async () => {
    const { page, text, view } = await readAndLook(NEWS, TWO);
    page.article = new Error('Frame was removed');
    await muster.answers.fromPage.read({ ...text, whole: false, blocks: [{ id: 3, text: 'NATO.' }] }, sender(page));
    for (const _ of [0, ...muster.pages.RETRIES]) await muster.pages.look(page.tabId);
    expect(await kept()).toEqual([NEWS]);
    expect(await troubles()).toBe('');
    page.article = { canonical: NEWS, title: 'A title', body: [1, 2, 3] };
    await muster.pages.look(page.tabId);
    expect((await view()).kept).toBe('kept');
    expect((await health()).kept.sightings).toBe(4);
  });

  test('a log that cannot be counted is told, not thrown', async () => {
    const open = await db();
    vi.spyOn(open.pairs, 'count').mockImplementation((() => Promise.reject(new DOMException('gone', 'UnknownError'))) as never);
    expect(await troubles()).toMatch(/log could not be read.*not been deleted/);
  });
});

describe('a database', () => {
  test('that is slow is waited for: names are marked, and the page is kept when it answers', async () => {
    const { openDatabase } = await import('../../platform/db.ts');
    const real = Dexie.prototype.open;
    let answer: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const spy = vi.spyOn(Dexie.prototype, 'open').mockImplementation(function (this: Dexie) {
      return slow.then(() => real.call(this)) as never;
    } as never);
    const first = await openDatabase('slow', 5);
    expect(first).toMatchObject({ state: 'refused', why: { words: expect.stringMatching(/not answered yet/) } });
    answer();
    expect(await (first.state === 'refused' ? first.later : undefined)).toMatchObject({ state: 'open' });
    spy.mockRestore();
  });

  test('that is late keeps nothing and says so; open pages are read again when it is there', async () => {
    const real = Dexie.prototype.open;
    let answer: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const spy = vi.spyOn(Dexie.prototype, 'open').mockImplementation(function (this: Dexie) {
      return slow.then(() => real.call(this)) as never;
    } as never);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const found = vi.fn();
    muster.knowledge.onFound(found);
    const { page, text } = pageWith(NEWS, TWO);
    const reading = muster.answers.fromPage.read(text, sender(page));
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(await reading).toMatchObject({ state: 'marks', blocks: [{ id: 1 }, { id: 2 }] });
    await muster.pages.look(page.tabId);
    const view = () => muster.answers.fromReader.page({ tabId: page.tabId }, reader);
    expect((await view()).kept).toBe('storage-refused');
    answer();
    await expect.poll(() => found.mock.calls.length).toBe(1);
    spy.mockRestore();
    expect(await muster.answers.fromPage.read({ ...text, whole: false, blocks: [] }, sender(page))).toEqual({ state: 'send-whole' });
    await muster.answers.fromPage.read(text, sender(page));
    await muster.pages.look(page.tabId);
    expect((await view()).kept).toBe('kept');
    expect(await health()).toMatchObject({ profiles: { from: 'storage' }, troubles: [] });
  });

  test('that the browser closes is opened anew', async () => {
    await readAndLook(NEWS, TWO);
    const before = await db();
    before.close();
    expect((await health()).kept.articles).toBe(1);
    expect(await db()).not.toBe(before);
    const { view } = await readAndLook('https://www.news.example/b', TWO);
    expect((await view()).kept).toBe('kept');
  });
});
