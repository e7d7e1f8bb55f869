import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../platform/db.ts';
import { freshBackground, pageWith, readAndLook as readAs, reader, sender, told, wake } from './background.ts';

/** Tabs that move on, frames that go, and two that ask at once. */

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
const db = async () => (await muster.knowledge.database()) as Database;
const kept = async () => (await (await db()).articles.toArray()).map((row) => row.canonical);
const NOT_SAAB = { entity: 'Q3', surface: 'Saab', says: 'not-this' } as const;

describe('two contexts at once', () => {
  test('change two settings, and neither is lost', async () => {
    const { changeSettings } = muster.settings;
    vi.resetModules();
    const popup = await import('../../platform/change-settings.ts');
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
});
