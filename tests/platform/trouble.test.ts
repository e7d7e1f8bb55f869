import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../platform/db.ts';
import { freshBackground, grant, PACK, packaged, packText, pageWith, reader, sender, told, wake } from './background.ts';

/** What goes wrong for a while, at the wrong moment, or only after a sleep. */

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

async function readAndLook(url: string, paragraphs: readonly string[], more: Parameters<typeof pageWith>[2] = {}) {
  const opened = pageWith(url, paragraphs, more);
  const marks = await muster.answers.fromPage.read(opened.text, sender(opened.page));
  await muster.pages.look(opened.page.tabId);
  const view = () => muster.answers.fromReader.page({ tabId: opened.page.tabId }, reader);
  return { ...opened, marks, view };
}

const health = () => muster.answers.fromReader.health(undefined as never, reader);
const troubles = async () => (await health()).troubles.join(' ');
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
    expect(first).toMatchObject({ state: 'refused', why: expect.stringMatching(/not answered yet/) });
    answer();
    expect(await (first.state === 'refused' ? first.later : undefined)).toMatchObject({ state: 'open' });
    spy.mockRestore();
  });

  test('that is late is not called refused; open pages are read again when it is there', async () => {
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
    expect((await view()).kept).toBe('waiting');
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

describe('stored profiles of another shape', () => {
  const marksSaab = async () => {
    const { page, text } = pageWith(NEWS, ['Saab.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ blocks: [{ id: 1 }] });
    const view = await muster.answers.fromReader.page({ tabId: page.tabId }, reader);
    expect(view.entities).toMatchObject([{ id: 'Q3', line: 'Sweden' }]);
  };

  test.each(['givenNames', 'fieldWords', 'decoys', 'titles', 'sources', 'count'])('a header without %s', async (field) => {
    await muster.knowledge.knowledge();
    const open = await db();
    const row = await open.packs.get('core');
    const header = Object.fromEntries(Object.entries(row?.header ?? {}).filter(([key]) => key !== field));
    await open.packs.put({ ...(row as NonNullable<typeof row>), header: header as never });
    await open.compiled.clear();
    muster = await wake();
    await marksSaab();
    expect(await health()).toMatchObject({ profiles: { from: 'storage', count: 4 }, troubles: [] });
    expect((await (await db()).packs.get('core'))?.header).toHaveProperty(field);
  });

  test('a row without any header', async () => {
    await muster.knowledge.knowledge();
    await (await db()).packs.put({ channel: 'core', set: 'x', extension: '0.0.1' } as never);
    muster = await wake();
    await marksSaab();
    expect(await troubles()).toBe('');
  });

  test('nor does a broken package then: the reader is told', async () => {
    await muster.knowledge.knowledge();
    await (await db()).packs.put({ channel: 'core', set: 'x', extension: '1.0.0' } as never);
    packaged.pack = 'broken\n';
    muster = await wake();
    const { page, text } = pageWith(NEWS, ['Saab.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toEqual({ state: 'marks', blocks: [] });
    expect(await troubles()).toMatch(/came with the extension are broken/);
  });

  test.each([
    ['without a field', (record: object) => ({ ...record, profile: { ...(record as { profile: object }).profile, facts: undefined } })],
    ['lost', () => undefined],
  ])('records %s, while the compiled names are whole', async (_, harm) => {
    await muster.knowledge.knowledge();
    const open = await db();
    for (const block of await open.blocks.toArray())
      await open.blocks.put({ ...block, records: block.records.map(harm).filter((record) => record !== undefined) as never });
    muster = await wake();
    await marksSaab();
    const stored = async () => {
      await muster.knowledge.knowledge();
      return (await (await db()).blocks.toArray()).flatMap(({ records }) => records).length;
    };
    await expect.poll(stored).toBe(4);
    await marksSaab();
    expect(await troubles()).toBe('');
  });

  test('the same bytes are understood anew by another version of the extension', async () => {
    await muster.knowledge.knowledge();
    const open = await db();
    const [block] = await open.blocks.toArray();
    await open.blocks.put({ ...(block as NonNullable<typeof block>), records: [] });
    Object.assign(muster.browser.runtime, { getManifest: () => ({ version: '1.0.1', content_scripts: [] }) });
    await muster.answers.takePackaged();
    expect((await open.blocks.toArray()).flatMap(({ records }) => records)).toHaveLength(4);
  });

  test('a name of one’s own that makes no sense takes nothing from the others, and is told', async () => {
    await muster.answers.fromReader.addOwn({ name: 'Acme Rockets', kind: 'company', aliases: [] }, reader);
    await (await db()).own.put({ id: 'own:x', name: 'Broken' } as never);
    muster = await wake();
    const { marks } = await readAndLook(NEWS, ['Acme Rockets, Saab.']);
    expect(marks).toMatchObject({ blocks: [{ marks: [{ start: 0 }, { start: 14 }] }] });
    expect(await troubles()).toMatch(/1 of the names that you added cannot be read.*not been deleted/);
    expect(await (await db()).own.count()).toBe(2);
    expect((await health()).profiles.from).toBe('storage');
  });

  test('the first start and the first page install the profiles once, and compile them once', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const put = vi.fn();
    (await db()).compiled.hook('creating', put);
    const { page, text } = pageWith(NEWS, ['Saab.']);
    const [, marks] = await Promise.all([muster.answers.takePackaged(), muster.answers.fromPage.read(text, sender(page))]);
    expect(marks).toMatchObject({ blocks: [{ id: 1 }] });
    expect(fetched.mock.calls.filter(([address]) => String(address).endsWith('core.jsonl'))).toHaveLength(1);
    expect(put).toHaveBeenCalledTimes(1);
    expect(await muster.answers.fromPage.read({ ...text, whole: false, blocks: [] }, sender(page))).toEqual({ state: 'marks', blocks: [] });
  });

  test('what could not be loaded is tried again, and pages hear of it', async () => {
    packaged.pack = new Error('busy');
    const found = vi.fn();
    muster.knowledge.onFound(found);
    const { page, text } = pageWith(NEWS, ['Saab.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toEqual({ state: 'marks', blocks: [] });
    packaged.pack = packText(PACK);
    const now = Date.now();
    vi.spyOn(Date, 'now').mockImplementation(() => now + 60_000);
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ blocks: [{ id: 1 }] });
    expect(found).toHaveBeenCalledTimes(1);
    expect(await troubles()).toBe('');
  });
});

describe('without room', () => {
  test('a correction still holds, is listed and told; it is stored with the next', async () => {
    const open = await db();
    open.verdicts.hook('creating', fullDisk);
    const { view } = await readAndLook(NEWS, TWO);
    expect(await muster.answers.fromReader.judge({ ...NOT_SAAB, scope: 'everywhere' }, reader)).toBe(true);
    expect((await view()).entities.map(({ id }) => id)).toEqual(['Q1', 'Q2']);
    expect(await muster.answers.fromReader.verdicts(undefined as never, reader)).toHaveLength(1);
    expect(await troubles()).toMatch(/corrections.*could not be stored \(storage is full\)/);
    open.verdicts.hook('creating').unsubscribe(fullDisk);
    await muster.answers.fromReader.judge({ entity: 'Q4', says: 'not-this', scope: 'everywhere' }, reader);
    expect(await open.verdicts.count()).toBe(2);
    expect(await troubles()).toBe('');
  });

  test('nothing is added, and the reader hears why', async () => {
    (await db()).own.hook('creating', fullDisk);
    await expect(async () => muster.answers.fromReader.addOwn({ name: 'Acme', kind: 'company', aliases: [] }, reader)).rejects.toThrow(
      /Storage is full.*Acme.*not added/,
    );
    expect(await troubles()).toMatch(/Storage is full/);
  });

  test('the names are compiled at each start, and the reader hears why it is slow', async () => {
    (await db()).compiled.hook('creating', fullDisk);
    const { marks } = await readAndLook(NEWS, ['Saab.']);
    expect(marks).toMatchObject({ blocks: [{ id: 1 }] });
    expect(await troubles()).toMatch(/compiled names could not be stored \(storage is full\)/);
  });

  test('settings stay as they were, in words', async () => {
    await muster.settings.changeSettings({ hoverDelay: 100 });
    vi.spyOn(muster.browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await expect(muster.settings.changeSettings({ hoverDelay: 200 })).rejects.toThrow(/settings could not be stored.*as they were/);
    await muster.answers.changeAndTell({ pausedEverywhere: true });
    expect(await troubles()).toMatch(/settings could not be stored/);
    expect(await muster.settings.readSettings()).toMatchObject({ hoverDelay: 100, pausedEverywhere: false });
  });

  test('what is too old and cannot be erased is told', async () => {
    await readAndLook(NEWS, TWO);
    (await db()).pairs.hook('deleting', fullDisk);
    expect(await muster.pages.eraseOverdue(new Date(Date.now() + 1e12))).toBe(0);
    expect(await troubles()).toMatch(/older than you want to keep could not be erased/);
    expect((await health()).kept).toMatchObject({ articles: 1, pairs: 3 });
  });
});

describe('two contexts at once', () => {
  test('change two settings, and neither is lost', async () => {
    const { changeSettings } = muster.settings;
    vi.resetModules();
    const popup = await import('../../platform/settings.ts');
    const { browser } = await import('wxt/browser');
    Object.assign(browser, { storage: muster.browser.storage });
    await Promise.all([
      changeSettings({ everyPage: true }),
      popup.changeSettings({ hoverDelay: 123 }),
      changeSettings({ recording: false }),
    ]);
    expect(await muster.settings.readSettings()).toMatchObject({ everyPage: true, hoverDelay: 123, recording: false });
  });

  test('two tabs are allowed once, and neither is forgotten', async () => {
    const [a, b] = [pageWith('https://one.example/', []).page, pageWith('https://two.example/', []).page];
    const once = (tabId: number) => muster.answers.fromReader.readOnce({ tabId }, reader);
    expect(await Promise.all([once(a.tabId), once(b.tabId)])).toEqual([{ state: 'reading' }, { state: 'reading' }]);
    expect((await muster.answers.fromReader.readOnce({ tabId: a.tabId }, reader)).state).toBe('reading');
  });
});

describe('tabs', () => {
  test('a page that starts to be read just once is not called off while its script wakes up', async () => {
    const { page, text } = pageWith('https://other.example/', ['Saab.']);
    page.reads = false;
    await muster.answers.fromReader.readOnce({ tabId: page.tabId }, reader);
    expect(await muster.answers.fromReader.page({ tabId: page.tabId }, reader)).toMatchObject({
      site: { state: 'reading' },
      kept: 'waiting',
    });
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ state: 'marks', blocks: [{ id: 1 }] });
  });

  test('the names of a page that was left are not shown on the next of the same site', async () => {
    const { page, text, view } = await readAndLook(NEWS, ['Saab.']);
    page.url = 'https://www.news.example/b';
    page.reads = false;
    expect(await view()).toMatchObject({ url: page.url, entities: [], kept: 'waiting' });
    page.reads = true;
    const asked = view();
    await expect.poll(() => told.at(-1)?.name).toBe('reread');
    await muster.answers.fromPage.read({ ...text, doc: 'b', url: page.url, blocks: [{ id: 1, text: 'NATO.' }] }, sender(page));
    expect((await asked).entities.map(({ id }) => id)).toEqual(['Q4']);
  });

  test('a page that may not be read after all keeps the popup waiting for no time', async () => {
    const { page, text } = pageWith(NEWS, ['Saab.']);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = muster.answers.fromReader.page({ tabId: page.tabId }, reader);
    await vi.waitFor(() => expect(told.at(-1)?.name).toBe('reread'));
    await muster.settings.changeSettings({ pausedEverywhere: true });
    expect(await muster.answers.fromPage.read(text, sender(page))).toEqual({ state: 'off' });
    expect((await asked).entities).toEqual([]);
  });

  test('popup and panel together have a page send its text once', async () => {
    const { page, text } = pageWith(NEWS, ['Saab.']);
    const view = () => muster.answers.fromReader.page({ tabId: page.tabId }, reader);
    const asked = [view(), view()];
    await expect.poll(() => told.length).toBe(1);
    await muster.answers.fromPage.read(text, sender(page));
    expect((await Promise.all(asked)).map(({ entities }) => entities.length)).toEqual([1, 1]);
    expect(told).toHaveLength(1);
  });

  test('a frame that was removed takes its mentions with it', async () => {
    const { page, text, view } = await readAndLook(NEWS, ['Saab.']);
    await muster.answers.fromPage.read({ ...text, doc: 'frame', blocks: [{ id: 1, text: 'NATO.' }] }, sender(page, 5));
    expect((await view()).entities.map(({ id }) => id)).toEqual(['Q3', 'Q4']);
    page.gone.add(5);
    expect((await view()).entities.map(({ id }) => id)).toEqual(['Q3']);
    expect(muster.browser.action.setBadgeText).toHaveBeenLastCalledWith({ tabId: page.tabId, text: '1' });
  });

  test('frames that stay while the page changes its address are asked again', async () => {
    const { page, text } = await readAndLook(NEWS, ['Saab.']);
    await muster.answers.fromPage.read({ ...text, doc: 'frame', blocks: [{ id: 1, text: 'NATO.' }] }, sender(page, 5));
    told.length = 0;
    page.url = 'https://www.news.example/b';
    await muster.answers.fromPage.read({ ...text, doc: 'next', url: page.url }, sender(page));
    expect(told).toEqual([{ tabId: page.tabId, name: 'reread', argument: undefined }]);
  });

  test('a tab that was left gets no number on its button for what it showed before', async () => {
    const { page } = await readAndLook(NEWS, TWO);
    page.url = 'https://unread.example/';
    page.reads = false;
    vi.mocked(muster.browser.action.setBadgeText).mockClear();
    await muster.answers.fromReader.judge({ ...NOT_SAAB, scope: 'everywhere' }, reader);
    await muster.answers.fromReader.erase({ what: 'site', host: 'elsewhere.example' }, reader);
    expect(muster.browser.action.setBadgeText).not.toHaveBeenCalled();
    expect(await kept()).toEqual([NEWS]);
  });

  test('what comes late from a tab that was closed leaves nothing', async () => {
    const { forgetTab, tabOf } = await import('../../platform/tabs.ts');
    const { page, text } = await readAndLook(NEWS, ['Saab.']);
    const late = muster.answers.fromPage.read({ ...text, blocks: [{ id: 1, text: 'NATO.' }] }, sender(page));
    forgetTab(page.tabId);
    await late;
    expect(tabOf(page.tabId)).toBeUndefined();
    expect(Object.keys(await muster.browser.storage.session.get())).not.toContain(`tab:${page.tabId}`);
  });

  test('the profile opens from a card that was open for longer than the background was awake', async () => {
    const { page, text } = await readAndLook(NEWS, ['Saab.']);
    muster = await wake();
    Object.assign(muster.browser.runtime, { getURL: (path: string) => `chrome-extension://muster${path}` });
    told.length = 0;
    const asked = muster.answers.fromPage.openProfile({ id: 'Q3' }, sender(page));
    await expect.poll(() => told.map(({ name }) => name)).toEqual(['reread']);
    await muster.answers.fromPage.read(text, sender(page));
    expect(await asked).toBe(true);
    expect(await muster.answers.fromPage.openProfile({ id: 'Q1' }, sender(page))).toBe(false);
  });

  test('a private page is called so before it was looked at', async () => {
    const { page, text } = pageWith(NEWS, ['Saab.'], { incognito: true });
    await muster.answers.fromPage.read(text, sender(page));
    expect((await muster.answers.fromReader.page({ tabId: page.tabId }, reader)).kept).toBe('private-window');
  });

  test('what storage refused is not forgotten with the last private window', async () => {
    vi.spyOn(Dexie.prototype, 'open').mockImplementation((() =>
      Promise.reject(Object.assign(new Error('no'), { name: 'SecurityError' }))) as never);
    const { endOfPrivate } = await import('../../platform/verdicts.ts');
    Object.assign(muster.browser.windows, { getAll: async () => [{ incognito: false }] });
    await muster.answers.fromReader.judge({ ...NOT_SAAB, scope: 'everywhere' }, reader);
    await endOfPrivate();
    expect((await (await readAndLook(NEWS, TWO)).view()).entities.map(({ id }) => id)).toEqual(['Q1', 'Q2']);
  });

  test('a page with an absurd language or name of its document is harmless', async () => {
    const { page, text } = pageWith(NEWS, ['Saab.']);
    await muster.answers.fromPage.read({ ...text, lang: 'x'.repeat(100_000) }, sender(page));
    await muster.pages.look(page.tabId);
    expect((await (await db()).articles.toArray())[0]?.lang).toHaveLength(35);
    expect(await muster.answers.fromPage.read({ ...text, doc: 'd'.repeat(10_000) }, sender(page))).toEqual({ state: 'off' });
  });
});
