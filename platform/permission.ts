import { browser } from 'wxt/browser';
import type { Verdict } from '../core/mention.ts';
import { trouble } from '../locales/told.ts';
import { plainUrl } from './addresses.ts';
import type { Database } from './db.ts';
import type { Sender, SiteState } from './messages.ts';
import { messageOf, report } from './report.ts';
import { onSettings, readSettings, type Settings } from './settings.ts';
import { readAccess, siteState } from './sites.ts';
import { database } from './storage.ts';
import { keptVerdicts, verdictsFor } from './verdicts.ts';

/** What holds for a page right now: may it be read, and what has the reader said. Asked at each read, so kept at hand. */

const ONCE = 'once';

/**
 * Read once, and kept until it is dropped: each question to the browser takes 2 to 10 ms, for which marks would wait. What fails, or is not there, is
 * asked for again.
 */
function atHand<T>(read: () => Promise<T>): { now(): Promise<T>; drop(): void } {
  let held: Promise<T> | undefined;
  const drop = (): void => {
    held = undefined;
  };
  return {
    drop,
    now: () => {
      if (held !== undefined) return held;
      const asked = read();
      held = asked;
      const ifNothing = (value?: T) => value === undefined && held === asked && drop();
      asked.then(ifNothing, () => ifNothing());
      return asked;
    },
  };
}

const access = atHand(readAccess);
const settings = atHand(readSettings);
const once = atHand(onceTabs);
// From the start, so that no change is missed; and before the listener by which pages are told of it and ask again.
onSettings(settings.drop);
let verdicts: { readonly db: Database | undefined; readonly all: Promise<readonly Verdict[]> } | undefined;

export const dropAccess = access.drop;

export function dropVerdicts(): void {
  verdicts = undefined;
}

/** The state of the page that a tab shows, `url` as the browser tells it. A view must see the settings that it has just changed: they are read anew. */
export async function stateOfTab(tabId: number, url: string | undefined, asked: Promise<Settings> = readSettings()): Promise<SiteState> {
  const granted = access.now().catch((error: unknown) => {
    console.warn(`Muster: what the browser has granted is not known: ${messageOf(error)}`);
    return undefined;
  });
  const [now, then, tabs] = await Promise.all([granted, asked, once.now()]);
  return siteState(url, now, then, tabs.includes(tabId));
}

/** No content script is at work in the tab. If it was to be read just once, the reader has left the page since: once is over. */
export async function stateWithoutReader(tabId: number, url: string | undefined): Promise<SiteState> {
  await endOnce(tabId);
  return stateOfTab(tabId, url);
}

/**
 * Whether the sender may be read. A frame is read only if its own address and that of the page around it may be: a news
 * frame in a bank's page is part of the bank's page.
 */
export async function mayRead(sender: Sender): Promise<boolean> {
  if (sender.tabId === undefined) return false;
  const own = plainUrl(sender.url) === undefined ? undefined : sender.url;
  const { tabId } = sender;
  const stateOf = (url: string | undefined) => stateOfTab(tabId, url, settings.now());
  if (sender.frameId === 0) return (await stateOf(own)).state === 'reading';
  const around = (await browser.tabs.get(tabId).catch(() => undefined))?.url;
  const states = await Promise.all([stateOf(around), own === undefined ? undefined : stateOf(own)]);
  return states.every((state) => state === undefined || state.state === 'reading');
}

/** The tabs that the reader asked to be read just once. Their numbers only, and in memory only. */
async function onceTabs(): Promise<readonly number[]> {
  const stored = (await browser.storage.session.get(ONCE))[ONCE];
  return Array.isArray(stored) ? stored : [];
}

export function allowOnce(tabId: number): Promise<void> {
  return changeOnce((now) => [...now.filter((id) => id !== tabId), tabId]);
}

export function endOnce(tabId: number): Promise<void> {
  return changeOnce((now) => now.filter((id) => id !== tabId));
}

let changingOnce: Promise<void> = Promise.resolve();

/** One change at a time: the second would write over the first. */
function changeOnce(change: (now: readonly number[]) => readonly number[]): Promise<void> {
  const next = changingOnce.then(async () => {
    const now = await once.now();
    const then = change(now);
    if (then.join() === now.join()) return;
    await browser.storage.session.set({ [ONCE]: then }).finally(once.drop);
  });
  changingOnce = next.catch(() => undefined);
  return next;
}

/** The reader's verdicts that apply to a page. If they cannot be read the page is marked without them, and the reader is told. */
export async function verdictsNow(page: {
  readonly urls: readonly string[];
  readonly host: string;
  readonly incognito: boolean;
}): Promise<readonly Verdict[]> {
  const db = await database();
  if (verdicts?.db !== db || verdicts === undefined) verdicts = { db, all: keptVerdicts(db) };
  const asked = verdicts;
  try {
    return verdictsFor(await asked.all, page);
  } catch (error) {
    // The next page asks again.
    if (verdicts === asked) verdicts = undefined;
    report('verdicts', trouble('verdicts-unread', messageOf(error)));
    return verdictsFor([], page);
  }
}
