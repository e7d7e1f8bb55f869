import { browser } from 'wxt/browser';
import type { Verdict } from '../core/mention.ts';
import { Refusal, refusal } from '../locales/told.ts';
import { askPage, tellTab } from './ask.ts';
import { inLog, isPrivate, namesChanged } from './asking.ts';
import { changeSettings } from './change-settings.ts';
import { articleViews, briefs } from './explorer-views.ts';
import { readUpdateMode, setUpdateMode } from './feed-turns.ts';
import { addFeed, changeFeed, checkFeeds, consentTo, feedChanges, feedViews, removeFeed, tidyFeeds } from './feeds.ts';
import { healthNow } from './health.ts';
import { checkPackaged, isOutdated, knowledge } from './knowledge.ts';
import { chunkStamps, ledgerChunk, wordChunk } from './ledgers.ts';
import { evidence, namedWith } from './log-views.ts';
import type { Answers, Argument, FromPage, FromReader, Sender, SiteState } from './messages.ts';
import { ownAnswers } from './own-answers.ts';
import { forPages } from './page-settings.ts';
import { cancelLook, erase, eraseOverdue, planLook } from './pages.ts';
import { openExplorer, openPanel } from './panel.ts';
import { allowOnce, dropAccess, dropVerdicts, mayRead, stateOfTab } from './permission.ts';
import { readPage, relinkAll } from './reading.ts';
import { injectReader, syncRegistrations } from './registration.ts';
import { isWell, messageOf, report } from './report.ts';
import { prepareSearch, search } from './search.ts';
import { readSettings } from './settings.ts';
import { isBroad } from './sites.ts';
import { logFacts, logRows, ownRows, relationsAmong } from './snapshots.ts';
import { speech } from './speech.ts';
import { database } from './storage.ts';
import { closeDocument, mentionsOf, recallTab, rereadAll, type Tab, TOP, tabOf } from './tabs.ts';
import { touched } from './touched.ts';
import { tidyVerdict } from './verdict-form.ts';
import { dropVerdict, keepVerdict, keptVerdicts } from './verdicts.ts';
import { cardView, pageView, profileView } from './views.ts';

/** The answers to every message, by name. What stands in `fromPage` may be asked by a page; it tells of no other page and changes nothing that is kept for the reader. */

export const fromPage: Answers<FromPage> = {
  settings: settingsOfPage,
  read: (page, sender) => readPage(page, sender, planLook),
  card: (at, sender) => cardView(at, sender),
  loadCard,
  readFrames,
  openProfile,
};

/** Only for our own pages. */
export const fromReader: Answers<FromReader> = {
  page: async ({ tabId }) => {
    const view = await pageView(tabId);
    const known = await knowledge();
    if (known !== undefined) prepareSearch(known);
    return view;
  },
  profile: ({ id }) => profileView(id),
  namedWith: async ({ id, limit }) => (await inLog(async (db) => namedWith(db, await knowledge(), id, limit))) ?? [],
  evidence: async ({ a, b, limit }) => (await inLog((db) => evidence(db, a, b, limit))) ?? [],
  search: async ({ text, limit }) => {
    const [known] = await Promise.all([knowledge(), speech()]);
    return known === undefined ? [] : search(known, text, limit);
  },
  goTo,
  judge: (verdict, sender) => judge(verdict, sender),
  takeBack: (verdict, sender) => takeBack(verdict, sender),
  verdicts: async () => keptVerdicts(await database()),
  readOnce,
  readAlways,
  ...ownAnswers,
  health: healthNow,
  erase: (scope) => erase(scope),
  feeds: () => feedViews(),
  addFeed: async ({ address, fingerprint }, sender) => {
    if (await isPrivate(sender)) throw refusal('feed-private');
    return addFeed(address, fingerprint);
  },
  changeFeed: (change) => changeFeed(change),
  removeFeed: ({ id }) => removeFeed(id),
  checkFeeds: ({ id }) => checkFeeds(id),
  consent: ({ id, take }) => consentTo(id, take),
  changes: ({ feed, text, limit }) => feedChanges(feed, text, limit),
  ledgerChunks: async () => (await inLog(chunkStamps)) ?? [],
  ledgerChunk: ({ chunk }) => inLog((db) => ledgerChunk(db, chunk)),
  wordChunk: ({ chunk }) => inLog((db) => wordChunk(db, chunk)),
  briefs: async ({ ids }) => {
    const [known] = await Promise.all([knowledge(), speech()]);
    return briefs(known, ids);
  },
  articles: async (asked) => (await inLog((db) => articleViews(db, asked))) ?? [],
  relations: async ({ ids }) => relationsAmong(await knowledge(), ids),
  logRows: async ({ ids }) => (await inLog((db) => logRows(db, ids))) ?? { articles: [], sightings: [], sentences: [] },
  logFacts: async ({ ids }) => logFacts(await knowledge(), ids),
  logOwn: async () => (await inLog(ownRows)) ?? { own: [], verdicts: [], annotations: [], lists: [] },
  updateMode: () => readUpdateMode(),
  setUpdateMode: ({ mode }) => setUpdateMode(mode),
};

async function settingsOfPage(_: unknown, sender: Sender) {
  const settings = forPages(await readSettings());
  // The page still loads; its text comes next, and by then the names should be there, and whether they may be looked for.
  if (!settings.pausedEverywhere) for (const soon of [knowledge(), mayRead(sender)]) soon.catch(() => undefined);
  return settings;
}

/** Frames that the page has written itself; each asks for itself whether it may be read. */
async function readFrames(_: unknown, sender: Sender): Promise<boolean> {
  if (sender.tabId === undefined || !(await mayRead(sender))) return false;
  await injectReader(sender.tabId);
  return true;
}

async function loadCard(_: unknown, { tabId, frameId }: Sender): Promise<boolean> {
  if (tabId === undefined || frameId === undefined) return false;
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/card.js' as never] });
  return true;
}

/** Only an entity that is marked in the asking frame: a page must not be able to open whatever it likes. */
function openProfile({ id, explore }: Argument<FromPage, 'openProfile'>, { tabId, frameId }: Sender): boolean | Promise<boolean> {
  if (tabId === undefined || frameId === undefined) return false;
  const open = (tab: Tab | undefined) => {
    const mentions = tab?.frames.get(frameId)?.mentions ?? [];
    if (!mentions.some((mention) => mention.entity === id || mention.also.includes(id))) return false;
    return explore ? openExplorer(`?e=${encodeURIComponent(id)}`, tabId) : openPanel(tabId, `?id=${encodeURIComponent(id)}`);
  };
  const tab = tabOf(tabId);
  // Straight from the click if it can be: the panel opens only then. A card may have been open for longer than we were awake.
  return tab?.frames.has(frameId) ? open(tab) : recallTab(tabId, frameId).then(open);
}

async function goTo({ tabId, id, step }: { readonly tabId: number; readonly id: string; readonly step: 1 | -1 }) {
  const tab = await recallTab(tabId);
  if (tab === undefined) return undefined;
  const all = inOrder(mentionsOf(tab).filter(({ mention }) => mention.entity === id));
  const from = tab.shown.get(id);
  let index = from === undefined ? (step === 1 ? 0 : all.length - 1) : from + step;
  // A mention may have gone from the page since; then the next one is shown.
  for (let tries = 0; tries < all.length; tries++, index += step) {
    const at = ((index % all.length) + all.length) % all.length;
    const target = all[at];
    if (target === undefined) return undefined;
    const { block, start, end } = target.mention;
    if ((await askPage(tabId, target.frameId, 'show', { doc: target.doc, block, start, end })) !== true) continue;
    tab.shown.set(id, at);
    tab.reached = target.frameId;
    return { index: at, of: all.length };
  }
  return undefined;
}

function inOrder<T extends { readonly frameId: number; readonly mention: { readonly block: number; readonly start: number } }>(
  all: readonly T[],
): readonly T[] {
  return [...all].sort((x, y) => x.frameId - y.frameId || x.mention.block - y.mention.block || x.mention.start - y.mention.start);
}

async function judge(given: Verdict, sender: Sender): Promise<boolean> {
  const verdict = tidyVerdict(given);
  if (verdict === undefined) return false;
  const hidden = await isPrivate(sender);
  await keepVerdict(await database(), verdict, hidden);
  await afterVerdict();
  return true;
}

async function takeBack(given: Verdict, sender: Sender): Promise<boolean> {
  const verdict = tidyVerdict(given);
  if (verdict === undefined) return false;
  const hidden = await isPrivate(sender);
  const was = await dropVerdict(await database(), verdict, hidden);
  await afterVerdict();
  return was;
}

async function afterVerdict(): Promise<void> {
  dropVerdicts();
  await relinkAll(planLook);
  // The pages need not be waited for: what the popup shows is right already.
  void rereadAll();
  await touched();
}

async function readOnce({ tabId }: { readonly tabId: number }): Promise<SiteState> {
  const url = (await browser.tabs.get(tabId)).url;
  const state = await stateOfTab(tabId, url);
  if (state.state !== 'not-read') return state;
  await allowOnce(tabId);
  return startReading(tabId, url);
}

/** A page that has a content script looks again; another gets one. */
async function startReading(tabId: number, url: string | undefined): Promise<SiteState> {
  if ((await tellTab(tabId, 'reread')) === undefined) await injectReader(tabId);
  return stateOfTab(tabId, url);
}

async function readAlways({ tabId, origin }: { readonly tabId: number; readonly origin: string }): Promise<SiteState> {
  dropAccess();
  await syncRegistrations();
  if (isBroad(origin)) await changeAndTell({ everyPage: true });
  const url = (await browser.tabs.get(tabId)).url;
  const state = await stateOfTab(tabId, url);
  return state.state === 'reading' ? startReading(tabId, url) : state;
}

/** At installation: pages that are open already are read without being loaded again. */
export async function readOpenTabs(): Promise<void> {
  for (const { id, url } of await browser.tabs.query({})) {
    if (id === undefined || (await stateOfTab(id, url)).state !== 'reading') continue;
    // A tab that cannot be reached (discarded, an error page) is read when it is loaded.
    await startReading(id, url).catch(() => undefined);
  }
}

/** After a pause: what is read no more is forgotten, and its number leaves the button. */
export async function forgetUnread(): Promise<void> {
  for (const { id, url } of await browser.tabs.query({})) {
    if (id === undefined || (await stateOfTab(id, url)).state === 'reading') continue;
    cancelLook(id);
    closeDocument(id, TOP);
  }
}

/** At installation and update: looks whether the package brought other profiles. */
export async function takePackaged(): Promise<void> {
  const db = await database();
  if (db === undefined) return;
  await checkPackaged(db);
  if (await isOutdated(db)) namesChanged();
}

/** Changes settings where nobody waits for the answer: a failure is told with what else is wrong. */
export async function changeAndTell(change: Parameters<typeof changeSettings>[0]): Promise<void> {
  await changeSettings(change).then(
    () => isWell('settings'),
    (error: unknown) => report('settings', error instanceof Refusal ? error.told : { words: messageOf(error) }),
  );
}

export async function housekeeping(): Promise<void> {
  await eraseOverdue();
  await tidyFeeds();
}
