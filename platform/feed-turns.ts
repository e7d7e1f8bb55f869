import { browser } from 'wxt/browser';
import { type FeedCode, isDue } from '../core/feed.ts';
import { parseRoot } from '../core/root.ts';
import { trouble } from '../locales/told.ts';
import type { Database, FeedRow } from './db.ts';
import { mayReach } from './feed-access.ts';
import type { FeedWorld, How } from './feed-ask.ts';
import { keepFeeds, restoreFeeds } from './feed-kept.ts';
import { dropFeedRows, feedRows, keepRemoved } from './feed-rows.ts';
import { updateFeed } from './feed-update.ts';
import { knowledge, renewKnowledge } from './knowledge.ts';
import { DOT_COLOURS, type DotColour, type FeedProgress, type FeedStep, UPDATE_MODES, type UpdateMode } from './messages.ts';
import { readGateWords, readPackagedFeed } from './packaged.ts';
import { CORE } from './packs.ts';
import { isWell, messageOf, report } from './report.ts';
import { pacer } from './rests.ts';
import { database } from './storage.ts';
import { rereadAll } from './tabs.ts';

/** When feeds are asked, and an update as the browser runs it. One at a time. */

const ALARM = 'feeds';
const MODE = 'updates';
/** Minutes. While an update is on its way, the alarm wakes a background that was put to sleep in the middle of it. */
const RESUME_AFTER = 2;
const LOOK_EVERY = 6 * 60;
const MINUTE = 60_000;
/** Milliseconds of silence after which a host is given up. */
const PATIENCE = 8_000;

/* When */

export function isFeedAlarm(name: string): boolean {
  return name === ALARM;
}

/** At the start of the browser and at installation: a machine that is rarely on must not wait for its turn. */
export async function planFirstLook(): Promise<void> {
  await browser.alarms.create(ALARM, { delayInMinutes: 0.5, periodInMinutes: LOOK_EVERY });
}

export async function planNextLook(db: Database): Promise<void> {
  // By hand only: nothing is due, however long ago it was asked.
  const isManual = (await readUpdateMode()) === 'manual';
  const due = (await db.feeds.toArray()).flatMap(({ on, nextAt }) => (on && !isManual ? [nextAt ?? 0] : []));
  const next = Math.min(...due, Date.now() + LOOK_EVERY * MINUTE);
  await browser.alarms.create(ALARM, { delayInMinutes: Math.max(1, (next - Date.now()) / MINUTE), periodInMinutes: LOOK_EVERY });
}

export async function readUpdateMode(): Promise<UpdateMode> {
  const stored = (await browser.storage.local.get(MODE)) as Record<string, unknown>;
  return UPDATE_MODES.find((mode) => mode === stored[MODE]) ?? 'auto';
}

export async function setUpdateMode(mode: UpdateMode): Promise<UpdateMode> {
  const known = UPDATE_MODES.find((one) => one === mode);
  if (known === undefined) throw new Error(`Not a way to update: ${String(mode)}.`);
  await browser.storage.local.set({ [MODE]: known });
  return known;
}

/** The alarm: asks every feed whose time has come. */
export async function lookAtFeeds(): Promise<void> {
  const db = await database();
  if (db === undefined) return;
  const mode = await readUpdateMode();
  await inTurn(async () => {
    await syncBuiltIn(db);
    if (mode === 'manual') return;
    const saves = (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
    for (const row of await feedRows(db))
      if (row.on && isDue(row.nextAt, Date.now())) await update(db, row.id, { byHand: false, sparing: mode === 'sparing' || saves });
  });
  await planNextLook(db);
}

let turn: Promise<unknown> = Promise.resolve();

/** One update after the other, in all contexts: they stage into the same tables. */
export function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator as { readonly locks?: LockManager };
  if (locks !== undefined) return locks.request('muster-feeds', run) as Promise<T>;
  const next = turn.catch(() => undefined).then(run);
  turn = next;
  return next;
}

/* One update */

export async function update(db: Database, id: string, how: How): Promise<FeedCode> {
  const before = (await db.feeds.get(id))?.removed.join() ?? '';
  await browser.alarms.create(ALARM, { delayInMinutes: RESUME_AFTER, periodInMinutes: LOOK_EVERY });
  // The floor first: a new version is weighed against it.
  await knowledge();
  try {
    const code = await updateFeed(worldOf(db, id), id, how);
    isWell('feeds');
    const removed = (await db.feeds.get(id))?.removed ?? [];
    if (id === CORE) await keepRemoved(removed);
    // Who is to be shown no more goes at once, whatever became of the version.
    if (code !== 'updated' && removed.join() !== before) await takeNames();
    return code;
  } catch (error) {
    report('feeds', trouble('feeds-not-updated', messageOf(error)));
    return 'storage';
  } finally {
    await browser.storage.session.remove(`feed:${id}`);
    await tellFeeds(db);
  }
}

function worldOf(db: Database, id: string): FeedWorld {
  return {
    db,
    fetch: (...request) => fetch(...request),
    patience: PATIENCE,
    now: () => Date.now(),
    random: () => Math.random(),
    client: browser.runtime.getManifest().version,
    reaches: mayReach,
    gate: readGateWords,
    names: takeNames,
    step: (step, part) => tellProgress(id, step, part),
  };
}

export async function takeNames(): Promise<void> {
  await renewKnowledge();
  await rereadAll();
}

let told = { step: '', at: 0 };
const pause = pacer();

/** Each new step is told, and of one step not more than a few pictures a second. Telling keeps the background awake. */
async function tellProgress(id: string, step: FeedStep, part?: number): Promise<void> {
  const now = performance.now();
  if (told.step === `${id} ${step}` && now - told.at < 250) return pause();
  told = { step: `${id} ${step}`, at: now };
  const progress: FeedProgress = { step, ...(part === undefined ? {} : { part }) };
  await browser.storage.session.set({ [`feed:${id}`]: progress });
}

/** Something about the feeds is other than it was: it is kept a second time, and own pages look again. */
export async function tellFeeds(db: Database): Promise<void> {
  dropFeedRows();
  await keepFeeds(db).catch((error: unknown) => console.warn(`Muster: the list of feeds was not kept a second time: ${messageOf(error)}`));
  await browser.storage.session.set({ feeds: Date.now() });
}

/* The feed that came with Muster */

/** Puts the feed that Muster knows by itself into the list, or what a newer Muster knows of it; and the whole list, if the browser has lost it. */
export async function syncBuiltIn(db: Database): Promise<void> {
  await restoreFeeds(db);
  const packaged = await readPackagedFeed().catch(() => undefined);
  if (packaged === undefined) return;
  await db.transaction('rw', db.feeds, async () => {
    const row = await db.feeds.get(CORE);
    const isNewer = row?.root === undefined || parseRoot(row.root).version < parseRoot(packaged.root).version;
    if (row !== undefined && row.url === packaged.url && !isNewer) return;
    const root = isNewer ? packaged.root : row.root;
    await db.feeds.put({ ...(row ?? newRow(CORE, packaged.url, 0, true)), url: packaged.url, ...(root === undefined ? {} : { root }) });
  });
}

export function newRow(id: string, url: string, order: number, builtIn: boolean): FeedRow {
  return {
    ...{
      id,
      url,
      builtIn,
      order,
      on: true,
      colour: builtIn ? 'grey' : (DOT_COLOURS[1 + (order % (DOT_COLOURS.length - 1))] as DotColour),
    },
    ...{ added: new Date().toISOString(), seen: [], mirrors: [], removed: [], signedBy: [], failures: 0 },
  };
}
