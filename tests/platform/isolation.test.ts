// First: Dexie, which comes with the tables of answers, looks for a database when it is loaded.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fromPage, fromReader } from '../../platform/answers.ts';
import type { Argument, FromPage, FromReader } from '../../platform/messages.ts';
import { freshBackground, pages, pageWith, panelsOpened, readAndLook, reader, told } from './background.ts';
import { bodies, NASTY_NAMES } from './bodies.ts';
import { type Arrive, type Muster, startListening } from './listener.ts';
import { rowsOutOfShape } from './row-shapes.ts';
import { NEWS, PRIVATE_TAB, SENDERS, TAB } from './senders.ts';

/**
 * Law: what arrives from a page changes nothing that is kept for the reader. One exception, and it is what Muster is for: an
 * article that was read is put into the log, under the address that the browser tells of its tab.
 */

const PAGE_NAMES = Object.keys(fromPage);
const READER_NAMES = Object.keys(fromReader);

type Bodies = { readonly [K in keyof FromPage]?: Argument<FromPage, K> } & { readonly [K in keyof FromReader]?: Argument<FromReader, K> };

/** What a caller who knows the contract would send. A message that is not here is sent with an empty body. */
const BODIES: Bodies = {
  read: {
    doc: 'doc-m',
    url: NEWS,
    title: 'A title',
    lang: 'en',
    whole: true,
    blocks: [{ id: 1, text: 'Saab met Rheinmetall. Рейнметалл.' }],
    gone: [2],
  },
  card: { doc: 'doc-m', block: 1, offset: 1 },
  openProfile: { id: 'Q3' },
  page: { tabId: TAB },
  profile: { id: 'Q1' },
  namedWith: { id: 'Q1', limit: 10 },
  evidence: { a: 'Q1', b: 'Q3', limit: 10 },
  search: { text: 'Saab', limit: 5 },
  goTo: { tabId: TAB, id: 'Q3', step: 1 },
  judge: { entity: 'Q1', surface: 'rheinmetall', says: 'not-this', scope: 'everywhere' },
  takeBack: { entity: 'Q3', says: 'not-this', scope: 'everywhere' },
  readOnce: { tabId: TAB },
  readAlways: { tabId: TAB, origin: '*://*/*' },
  addOwn: { name: 'Acme Missiles', kind: 'company', aliases: ['AcM'], note: 'a note' },
  removeOwn: { id: 'own:x' },
  erase: { what: 'all' },
  addFeed: { address: 'https://feed.example/', fingerprint: 'ab'.repeat(20) },
  changeFeed: { id: 'core', on: false },
  removeFeed: { id: 'ab'.repeat(20) },
  checkFeeds: {},
  consent: { id: 'core', take: true },
  changes: { text: '', limit: 10 },
  logRows: { ids: [1] },
  logFacts: { ids: ['Q1'] },
  ledgerChunk: { chunk: 0 },
  wordChunk: { chunk: 0 },
  briefs: { ids: ['Q1', 'Q3'] },
  articles: { ids: [1], of: ['Q1'], text: 'Saab' },
  relations: { ids: ['Q1', 'Q3'] },
  setUpdateMode: { mode: 'manual' },
  writeNote: { id: 'Q1', was: '', now: 'a *note*' },
  correct: { id: 'Q1', was: {}, now: { name: 'Rheinmetall AG', aliases: [{ text: 'RhM', lang: 'de' }] } },
  putOnList: { id: 'Q1', list: 'list:x', on: true },
  keepList: { name: 'Watched', colour: 'red', notify: true },
  removeList: { id: 'list:x' },
  restoreList: { list: { id: 'list:y', name: 'Back', colour: 'blue', changed: '2026-11-01T08:00:00.000Z' }, members: ['Q1'] },
  keepOwn: { now: { id: 'own:z', name: 'Acme Rockets', kind: 'company', aliases: [], added: '2026-11-01T08:00:00.000Z' } },
  lookedAt: { id: 'Q1' },
};
const bodyOf = (name: string): unknown => (BODIES as Readonly<Record<string, unknown>>)[name];

let muster: Muster;
let arrive: Arrive;

/** A background that has something to lose: an article with its sentences and pairs, a verdict, a name of the reader's own, settings. */
async function openWorld(): Promise<void> {
  muster = await freshBackground();
  arrive = await startListening(muster);
  await muster.settings.changeSettings({ pausedHosts: ['paused.example'] });
  await muster.answers.fromReader.addOwn({ name: 'Acme Rockets', kind: 'company', aliases: [] }, reader);
  await muster.answers.fromReader.judge({ entity: 'Q4', says: 'not-this', scope: 'everywhere' }, reader);
  await readAndLook(muster, 'https://www.news.example/kept', ['Saab met Rheinmetall.']);
  // Without an article in them there is nothing to put into the log; and no script in them keeps those waiting who ask for them.
  const page = { url: NEWS, article: undefined, reads: false, gone: new Set<number>() };
  pages.set(TAB, { ...page, tabId: TAB, incognito: false });
  pages.set(PRIVATE_TAB, { ...page, tabId: PRIVATE_TAB, incognito: true });
}

/** All that is kept for the reader: every table, and the settings. */
async function state(): Promise<Readonly<Record<string, unknown>>> {
  const db = await muster.knowledge.database();
  if (db === undefined) throw new Error('there is no database');
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return { ...Object.fromEntries(tables), local: await muster.browser.storage.local.get(null) };
}

/** Time goes by quickly, so that nobody asks too often. */
function hurry(): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1_000));
}

describe('the matrix is the whole matrix', () => {
  test('every message that is answered has a row, by itself', () => {
    expect(PAGE_NAMES.length).toBeGreaterThanOrEqual(4);
    expect(READER_NAMES.length).toBeGreaterThanOrEqual(16);
    expect(PAGE_NAMES.filter((name) => READER_NAMES.includes(name))).toEqual([]);
  });

  test('nothing listens to other extensions or to web pages', async () => {
    muster = await freshBackground();
    const events = ['onMessageExternal', 'onConnect', 'onConnectExternal', 'onUserScriptMessage', 'onUserScriptConnect'];
    const addListener = vi.fn();
    Object.assign(muster.browser.runtime, Object.fromEntries(events.map((event) => [event, { addListener }])));
    await startListening(muster);
    expect(addListener).not.toHaveBeenCalled();
  });
});

describe.each(SENDERS)('$who', ({ from, page, reader: ours }) => {
  beforeAll(openWorld);

  test.each(PAGE_NAMES)(`${page ? 'may ask' : 'is refused'} %s, and nothing that is kept changes`, async (name) => {
    const [before, opened] = [await state(), panelsOpened.length];
    const reply = await arrive({ muster: name, argument: bodyOf(name) }, from);
    if (page) expect(reply?.error ?? '').not.toMatch(/not allowed/);
    else expect(reply).toEqual({ error: `${name}: not allowed from here` });
    expect(await state()).toEqual(before);
    if (!page) expect(panelsOpened).toHaveLength(opened);
  });

  test.each(READER_NAMES)(`${ours ? 'may ask' : 'is refused'} %s${ours ? '' : ', and nothing that is kept changes'}`, async (name) => {
    const [before, heard] = [await state(), told.length];
    const reply = await arrive({ muster: name, argument: bodyOf(name) }, from);
    if (ours) return expect(reply?.error ?? '').not.toMatch(/not allowed|^\w+(?:: \w+)*: expected/);
    expect(reply).toEqual({ error: `${name}: not allowed from here` });
    expect(await state()).toEqual(before);
    expect(told).toHaveLength(heard);
  });
});

describe('what a page says of itself', () => {
  beforeEach(openWorld);

  const text = (url: string) => ({ ...BODIES.read, doc: `doc-${url.slice(0, 50)}`, url });
  const from = (tabId: number, url = NEWS) => ({ url, tab: { id: tabId, incognito: false }, frameId: 0 });

  const claims: readonly (readonly [string, string, string])[] = [
    ['another page of its own site', 'https://www.news.example/b', 'https://www.news.example/b'],
    ['another site', 'https://arms.example/x', NEWS],
    ['a site that begins like its own', 'https://www.news.example.evil.example/a', NEWS],
    ['its own site without www', 'https://news.example/a', NEWS],
    ['its own site by another port', 'https://www.news.example:8443/a', NEWS],
    ['its own site in the clear', 'http://www.news.example/a', NEWS],
    ['our own page', 'chrome-extension://test-extension-id/options.html', NEWS],
    ['no address', 'nonsense', NEWS],
    ['a name before the host', 'https://www.news.example@evil.example/a', NEWS],
    ['200,000 characters', `https://evil.example/${'a'.repeat(200_000)}`, NEWS],
  ];
  test.each(claims)('%s: it is filed where the browser says', async (_, url, filed) => {
    const { page } = pageWith(NEWS, ['Saab met Rheinmetall.']);
    page.article = { canonical: '', title: 'x', body: [1] };
    // The tab shows what the page has claimed, if the browser would have let it go there.
    page.url = filed;
    await arrive({ muster: 'read', argument: text(url) }, from(page.tabId));
    await muster.pages.look(page.tabId);
    const urls = ((await state()).articles as readonly { url: string; canonical: string }[]).flatMap((row) => [row.url, row.canonical]);
    expect(new Set(urls)).toEqual(new Set(['https://www.news.example/kept', filed]));
  });

  test('a private tab that is read leaves nothing, whatever its message says', async () => {
    const { page } = pageWith(NEWS, ['Saab met Rheinmetall.'], { incognito: true });
    const before = await state();
    const argument = { ...text(NEWS), incognito: false, tabId: TAB, sender: { incognito: false }, private: false };
    const reply = await arrive(
      { muster: 'read', argument, incognito: false },
      { ...from(page.tabId), tab: { id: page.tabId, incognito: true } },
    );
    expect(reply).toMatchObject({ value: { state: 'marks', blocks: [{ id: 1 }] } });
    await muster.pages.look(page.tabId);
    expect(await state()).toEqual(before);
  });

  test('who asks too often waits, and is refused in the end; another frame is not', async () => {
    const flood = (frameId: number, times: number) =>
      Promise.all(Array.from({ length: times }, () => arrive({ muster: 'card', argument: BODIES.card }, { ...from(TAB), frameId })));
    const replies = await flood(4, 400);
    const refused = replies.filter((reply) => reply?.error !== undefined);
    expect(refused.length).toBeGreaterThan(100);
    expect(refused[0]?.error).toBe('card: this page asks too often; try again in a few seconds');
    expect(replies.length - refused.length).toBeGreaterThanOrEqual(200);
    expect((await flood(5, 100)).filter((reply) => reply?.error !== undefined)).toEqual([]);
  });
});

test('a page cannot open one profile after the other, from however many frames', async () => {
  await openWorld();
  const opened = panelsOpened.length;
  const frames = Array.from({ length: 30 }, (_, frameId) => ({ url: NEWS, tab: { id: TAB, incognito: false }, frameId }));
  await Promise.all(frames.map((from) => arrive({ muster: 'read', argument: BODIES.read }, from)));
  const replies = await Promise.all(frames.map((from) => arrive({ muster: 'openProfile', argument: BODIES.openProfile }, from)));
  expect(replies.filter((reply) => reply?.value === true)).toHaveLength(5);
  expect(panelsOpened.length - opened).toBe(5);
});

describe('bodies that nobody would send', () => {
  const RUNS = 5_000;
  const insides = SENDERS.filter((kind) => kind.page);
  const outsides = SENDERS.filter((kind) => !kind.page && !kind.reader);
  const ours = SENDERS.filter((kind) => kind.reader);
  const unhandled: unknown[] = [];

  beforeEach(async () => {
    await openWorld();
    hurry();
    unhandled.length = 0;
    const note = (reason: unknown) => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    return () => void process.off('unhandledRejection', note);
  });

  test(`${RUNS} bodies from outside, each under every name: always an answer, never a change`, async () => {
    const before = await state();
    const outsider = fc.oneof(fc.constantFrom(...insides), fc.constantFrom(...outsides));
    const property = fc.asyncProperty(bodies(BODIES), outsider, async (body, { from, page }) => {
      for (const name of PAGE_NAMES) {
        const reply = await arrive({ muster: name, argument: body(name) }, from);
        if (!page) expect(reply).toEqual({ error: `${name}: not allowed from here` });
        else if (reply === undefined || !('value' in reply)) expect(reply?.error).toMatch(/expected/);
      }
      for (const name of READER_NAMES)
        expect(await arrive({ muster: name, argument: body(name) }, from)).toEqual({ error: `${name}: not allowed from here` });
      for (const name of NASTY_NAMES) expect(await arrive({ muster: name, argument: body('read') }, from)).toBeUndefined();
      expect(await arrive(body('read'), from)).toBeUndefined();
    });
    await fc.assert(property, { numRuns: RUNS });
    expect(await state()).toEqual(before);
    expect(unhandled).toEqual([]);
  }, 240_000);

  test(`${RUNS} bodies from our own pages: always an answer, and every row keeps its shape`, async () => {
    const before = await state();
    const names = fc.constantFrom(...READER_NAMES);
    // Not all at once: the longer there is a log, the more there is to harm.
    const right = { ...BODIES, erase: { what: 'span', from: '2020-01-01', to: '2020-01-02' } };
    const property = fc.asyncProperty(bodies(right), names, fc.constantFrom(...ours), async (body, name, { from }) => {
      const reply = await arrive({ muster: name, argument: body(name) }, from);
      if (reply === undefined || !('value' in reply)) expect(reply?.error).toMatch(/./);
    });
    await fc.assert(property, { numRuns: RUNS });
    expect(rowsOutOfShape(await state(), before)).toEqual([]);
    const settings = (await muster.browser.storage.local.get('settings')).settings;
    expect(muster.settings.settingsFrom(settings)).toEqual(settings);
    expect(unhandled).toEqual([]);
  }, 240_000);
});
