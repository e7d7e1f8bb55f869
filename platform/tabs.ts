import { browser } from 'wxt/browser';
import type { CountedArticle } from '../core/cooccurrence.ts';
import type { Gazetteer } from '../core/gazetteer.ts';
import type { ReadBlock } from '../core/link.ts';
import type { Mention } from '../core/mention.ts';
import type { EntityId } from '../core/profile.ts';
import { plainUrl } from './addresses.ts';
import { askPage, tellTab } from './ask.ts';
import type { Argument, ArticleInfo, PageView, ToPage } from './messages.ts';

/**
 * What each tab shows at the moment. In memory only: when the background was put to sleep all is forgotten, and the pages
 * are asked to send their text again. Nothing of a page goes to storage from here, only a counter that says "look again".
 */

/** One document in one frame. Only blocks in which something was found are held. */
export interface PageDocument {
  readonly doc: string;
  url: string;
  title: string;
  lang: string | undefined;
  /** The names that the blocks were read with: with others, the candidates mean nothing. */
  readonly gazetteer: Gazetteer;
  readonly blocks: Map<number, ReadBlock>;
  mentions: readonly Mention[];
  /** When it was published, once its article has been read: offices are judged by it. */
  published: string | undefined;
  /** The marks of each block as they were last sent. */
  readonly sent: Map<number, string>;
}

/** What is known of the article in the top document, and what became of it. */
export interface TabArticle {
  readonly doc: string;
  readonly info: ArticleInfo;
  readonly canonical: string;
  readonly counted: CountedArticle;
}

export interface Tab {
  readonly id: number;
  readonly incognito: boolean;
  readonly frames: Map<number, PageDocument>;
  article: TabArticle | undefined;
  kept: PageView['kept'];
  /** Which mention of an entity was shown last. */
  readonly shown: Map<EntityId, number>;
  /** The frame in which the reader was taken to a mention last. */
  reached: number;
}

const tabs = new Map<number, Tab>();
const waiting = new Map<string, (() => void)[]>();
const counters = new Map<number, number>();
/** Numbers of tabs are not given twice: what comes late from a closed one must not bring it back. */
const closed = new Set<number>();

export const TOP = 0;

export function tabOf(tabId: number): Tab | undefined {
  return tabs.get(tabId);
}

export function allTabs(): readonly Tab[] {
  return [...tabs.values()];
}

/** Puts a new document into a frame. A new one in the top frame is a new page: the tab starts over. */
export function openDocument(tabId: number, frameId: number, incognito: boolean, page: PageDocument): Tab {
  const old = tabs.get(tabId);
  const startsOver = old === undefined || (frameId === TOP && old.frames.get(TOP)?.doc !== page.doc);
  const tab: Tab = startsOver
    ? { id: tabId, incognito, frames: new Map(), article: undefined, kept: 'waiting', shown: new Map(), reached: TOP }
    : old;
  // Frames can be heard before the top document is: they are kept if the top was not yet known.
  if (startsOver && old !== undefined && !old.frames.has(TOP)) for (const [id, frame] of old.frames) tab.frames.set(id, frame);
  tab.frames.set(frameId, page);
  if (!closed.has(tabId)) tabs.set(tabId, tab);
  // Frames that stay while the page around them changes its address, or that were heard before it, send their text again.
  if (startsOver && old?.frames.has(TOP)) for (const id of old.frames.keys()) if (id !== TOP) void askPage(tabId, id, 'reread');
  return tab;
}

export function closeDocument(tabId: number, frameId: number): void {
  if (frameId === TOP) tabs.delete(tabId);
  else tabs.get(tabId)?.frames.delete(frameId);
  // Even if nothing was known: the number on the button may be from before the background slept.
  changed(tabId);
}

export function forgetTab(tabId: number): void {
  tabs.delete(tabId);
  counters.delete(tabId);
  closed.add(tabId);
  void browser.storage.session.remove(counterKey(tabId));
}

/** All mentions of a tab in reading order: the top document first, then its frames. */
export function mentionsOf(tab: Tab): readonly { readonly frameId: number; readonly doc: string; readonly mention: Mention }[] {
  const frames = [...tab.frames].sort(([a], [b]) => a - b);
  return frames.flatMap(([frameId, { doc, mentions }]) => mentions.map((mention) => ({ frameId, doc, mention })));
}

function counterKey(tabId: number): string {
  return `tab:${tabId}`;
}

/** Tells popup and side panel that a tab shows something else now, and sets the badge. */
export function changed(tabId: number): void {
  if (closed.has(tabId)) return;
  // Starts from the clock, so that a background that slept does not come up with a number that is there already.
  const next = Math.max((counters.get(tabId) ?? 0) + 1, Date.now());
  counters.set(tabId, next);
  void browser.storage.session.set({ [counterKey(tabId)]: next });
  const tab = tabs.get(tabId);
  const sure = new Set(
    tab === undefined ? [] : mentionsOf(tab).flatMap(({ mention }) => (mention.certainty === 'sure' ? [mention.entity] : [])),
  );
  // The tab may be gone by now; then there is no badge to set.
  browser.action.setBadgeText({ tabId, text: sure.size === 0 ? '' : String(sure.size) }).catch(() => undefined);
}

/** To be called when a message of a document has been taken in. */
export function wasRead(tabId: number, frameId: number): void {
  const key = `${tabId}:${frameId}`;
  const callbacks = waiting.get(key) ?? [];
  waiting.delete(key);
  for (const callback of callbacks) callback();
}

/** The known tabs that still show what is known of them. The others went on to pages that are not read; they are forgotten. */
export async function shownTabs(): Promise<readonly Tab[]> {
  const open = new Map((await browser.tabs.query({})).map(({ id, url }) => [id, plainUrl(url)]));
  for (const tab of tabs.values()) {
    const top = tab.frames.get(TOP);
    // An address that the browser does not tell us is that of a page we may not read.
    if (top !== undefined && open.get(tab.id) !== plainUrl(top.url)) tabs.delete(tab.id);
  }
  return [...tabs.values()];
}

/** Milliseconds that a busy frame may keep the popup waiting; then it is taken to be there. */
const LONGEST_SWEEP = 200;

/** Forgets the frames that are gone from the page. Whoever is still there answers, even to what cannot be. */
export async function sweepFrames(tab: Tab): Promise<void> {
  const nowhere = { doc: '', block: -1, start: 0, end: 0 };
  const gone = await Promise.all(
    [...tab.frames.entries()].map(async ([id, frame]) => {
      if (id === TOP) return false;
      const busy = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), LONGEST_SWEEP));
      const heard = await Promise.race([askPage(tab.id, id, 'show', nowhere), busy]);
      if (heard !== undefined || tab.frames.get(id) !== frame) return false;
      return tab.frames.delete(id);
    }),
  );
  if (gone.includes(true)) changed(tab.id);
}

/** Milliseconds that a page may take to send its text again; the popup waits for it. */
const LONGEST_RECALL = 1_500;

const recalls = new Map<string, Promise<Tab | undefined>>();

/**
 * The tab; if nothing is known of the frame that matters (the background slept), or it shows another address than `url` by
 * now, its page is asked to send its text again, and that is waited for. Undefined if no content script is at work in it.
 */
export function recallTab(tabId: number, frameId = TOP, url?: string): Promise<Tab | undefined> {
  const known = tabs.get(tabId);
  const frame = known?.frames.get(frameId);
  if (frame !== undefined && (url === undefined || plainUrl(frame.url) === plainUrl(url))) return Promise.resolve(known);
  const key = `${tabId}:${frameId}`;
  // Popup and side panel ask at the same time: the page is asked once.
  const recall = recalls.get(key) ?? recallFrame(tabId, frameId, key).finally(() => recalls.delete(key));
  recalls.set(key, recall);
  return recall;
}

async function recallFrame(tabId: number, frameId: number, key: string): Promise<Tab | undefined> {
  const before = tabs.get(tabId)?.frames.get(frameId);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = new Promise<void>((resolve) => {
    waiting.set(key, [...(waiting.get(key) ?? []), resolve]);
    timer = setTimeout(resolve, LONGEST_RECALL);
  });
  const answer = await tellTab(tabId, 'reread');
  // Whichever frame is first answers for all; one that is not at work says nothing about the top.
  const isAtWork = answer === true || (answer === false && (await askPage(tabId, frameId, 'reread')) === true);
  if (isAtWork) await read;
  clearTimeout(timer);
  const tab = tabs.get(tabId);
  // Nobody is at work there, and what is known is of the page before.
  return !isAtWork && before !== undefined && tab?.frames.get(frameId) === before ? undefined : tab;
}

/** Asks every page that is being read to look again: verdicts or profiles changed. */
export function rereadAll(): Promise<void> {
  return tellAll('reread');
}

export async function tellAll<K extends keyof ToPage & string>(name: K, argument?: Argument<ToPage, K>): Promise<void> {
  const open = await browser.tabs.query({});
  await Promise.all(open.map((tab) => (tab.id === undefined ? undefined : tellTab(tab.id, name, argument))));
}
