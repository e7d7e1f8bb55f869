import { MOST_FEEDS } from '../core/feed.ts';
import { isFolder } from '../core/manifest.ts';
import { Refusal, refusal } from '../locales/told.ts';
import type { Database, FeedRow } from './db.ts';
import { giveUpReach } from './feed-access.ts';
import { feedRows, viewOf, viewOfPackage } from './feed-rows.ts';
import { readFingerprint } from './feed-trust.ts';
import { inTurn, newRow, planFirstLook, planNextLook, syncBuiltIn, takeNames, tellFeeds, update } from './feed-turns.ts';
import { sweepFeeds } from './feed-update.ts';
import { type ChangeView, DOT_COLOURS, type DotColour, type FeedView } from './messages.ts';
import { CORE, deleteSet } from './packs.ts';
import { database } from './storage.ts';

/** The reader's feeds: which there are, and what the reader says about them. */

export async function feedViews(): Promise<readonly FeedView[]> {
  const db = await database();
  if (db === undefined) return [viewOfPackage(undefined)];
  await syncBuiltIn(db);
  const rows = await feedRows(db);
  const views = await Promise.all(rows.map(async (row) => viewOf(row, await db.packs.get(row.id), Date.now())));
  return rows.some(({ id }) => id === CORE) ? views : [viewOfPackage(await db.packs.get(CORE)), ...views];
}

/** The database, or words for the reader. */
async function writable(): Promise<Database> {
  const db = await database();
  if (db === undefined) throw refusal('feed-no-storage');
  return db;
}

/** Adds a feed and fetches it. One that cannot be had, or is another than the reader means, is not kept. */
export async function addFeed(address: string, typed: string): Promise<readonly FeedView[]> {
  const url = folderOf(address);
  const fingerprint = readFingerprint(typed);
  if (fingerprint === undefined) throw refusal('feed-fingerprint');
  const db = await writable();
  return inTurn(async () => {
    const rows = (await feedRows(db)).filter(({ id }) => id !== CORE);
    if (rows.some(({ id }) => id === fingerprint)) throw refusal('feed-known');
    if (rows.length >= MOST_FEEDS) throw refusal('feed-most', MOST_FEEDS);
    const order = Math.max(-1, ...rows.map((row) => row.order)) + 1;
    await db.feeds.put(newRow(fingerprint, url, order, false));
    await update(db, fingerprint, { byHand: true, sparing: false });
    const row = await db.feeds.get(fingerprint);
    // Keys that were never found cannot be told from a slip of the pen; a feed that is known and only not to be had now is kept.
    if (row?.root === undefined) {
      await db.feeds.delete(fingerprint);
      await tellFeeds(db);
      throw row?.words === undefined ? refusal('feed-not-added') : new Refusal({ words: row.words, code: row.code });
    }
    await planNextLook(db);
    return feedViews();
  });
}

function folderOf(address: string): string {
  const text = address
    .trim()
    .replace(/#.*$/s, '')
    .replace(/manifest\.json$/, '');
  const folder = text.endsWith('/') ? text : `${text}/`;
  if (!isFolder(folder)) throw refusal('feed-address');
  return folder;
}

async function changeRow(id: string, change: (row: FeedRow) => FeedRow): Promise<FeedRow> {
  const db = await writable();
  return db.transaction('rw', db.feeds, async () => {
    const row = await db.feeds.get(id);
    if (row === undefined) throw refusal('feed-unknown');
    const changed = change(row);
    await db.feeds.put(changed);
    return changed;
  });
}

export async function changeFeed(change: {
  readonly id: string;
  readonly on?: boolean;
  readonly colour?: DotColour;
  readonly move?: 1 | -1;
}): Promise<readonly FeedView[]> {
  const { id, on, move } = change;
  const colour = DOT_COLOURS.find((one) => one === change.colour);
  if (typeof on === 'boolean' || colour !== undefined)
    await changeRow(id, (row) => ({ ...row, ...(typeof on === 'boolean' ? { on } : {}), ...(colour === undefined ? {} : { colour }) }));
  if (move === 1 || move === -1) await moveFeed(id, move);
  // Names come and go with an added feed; that which came with Muster is only asked no more.
  if ((typeof on === 'boolean' && id !== CORE) || move !== undefined) await takeNames();
  if (on === true) void planFirstLook();
  await tellFeeds(await writable());
  return feedViews();
}

/** Up (−1) or down (1) among the feeds that were added. */
async function moveFeed(id: string, move: 1 | -1): Promise<void> {
  const db = await writable();
  await db.transaction('rw', db.feeds, async () => {
    const rows = (await feedRows(db)).filter((row) => row.id !== CORE);
    const at = rows.findIndex((row) => row.id === id);
    const other = rows[at + move];
    const row = rows[at];
    if (row === undefined || other === undefined) return;
    await db.feeds.bulkPut([
      { ...row, order: other.order },
      { ...other, order: row.order },
    ]);
  });
}

/** Takes a feed, its profiles and all that is kept of it away. */
export async function removeFeed(id: string): Promise<readonly FeedView[]> {
  const db = await writable();
  if (id === CORE) throw refusal('feed-stays');
  await inTurn(async () => {
    const set = (await db.packs.get(id))?.set;
    const url = (await db.feeds.get(id))?.url;
    await db.transaction('rw', db.feeds, db.packs, db.changes, async () => {
      await db.feeds.delete(id);
      await db.packs.delete(id);
      await db.changes.where('[feed+seq+id]').between([id, 0, ''], [id, Number.MAX_SAFE_INTEGER, '\uffff']).delete();
    });
    await takeNames();
    if (set !== undefined) await deleteSet(db, set);
    const left = await db.feeds.toArray();
    if (url !== undefined && !left.some((row) => new URL(row.url).host === new URL(url).host)) await giveUpReach(url);
  });
  await tellFeeds(await writable());
  return feedViews();
}

/** Asks one feed, or all, now. */
export async function checkFeeds(id: string | undefined): Promise<readonly FeedView[]> {
  const db = await writable();
  await inTurn(async () => {
    await syncBuiltIn(db);
    for (const row of await feedRows(db))
      if (row.id === id || (id === undefined && row.on)) await update(db, row.id, { byHand: true, sparing: false });
  });
  await planNextLook(db);
  return feedViews();
}

/** The reader's word on a version that was held back. It holds for this very version. */
export async function consentTo(id: string, take: boolean): Promise<readonly FeedView[]> {
  const db = await writable();
  const held = (await db.feeds.get(id))?.held;
  if (held === undefined) return feedViews();
  if (take) await inTurn(() => update(db, id, { byHand: true, sparing: false, allow: held.sha256 }));
  else await changeRow(id, (row) => ({ ...row, held: { ...held, refused: true } }));
  await tellFeeds(await writable());
  return feedViews();
}

const MOST_SHOWN = 1_000;

/** What updates changed, newest first. The text is looked for in names and in what the fields said and say. */
export async function feedChanges(
  feed: string | undefined,
  text: string,
  limit: number,
): Promise<{ readonly changes: readonly ChangeView[]; readonly of: number }> {
  const db = await database();
  if (db === undefined) return { changes: [], of: 0 };
  const wanted = text.trim().toLowerCase();
  const rows = await db.changes.orderBy('at').reverse().toArray();
  const found = rows.filter((row) => {
    if (feed !== undefined && row.feed !== feed) return false;
    if (wanted === '') return true;
    const fields = row.change.fields.flatMap(({ field, before, after }) => [field, before ?? '', after ?? '']);
    return [row.change.name, row.change.id, ...fields].some((words) => words.toLowerCase().includes(wanted));
  });
  const changes = found
    .slice(0, Math.min(Math.max(limit, 0), MOST_SHOWN))
    .map(({ change, feed: of, seq, at }) => ({ ...change, feed: of, version: seq, at }));
  return { changes, of: found.length };
}

/** Daily, and whatever became of the updates: what is written down of people who were removed has its time. */
export async function tidyFeeds(): Promise<void> {
  const db = await database();
  if (db === undefined) return;
  await inTurn(() => sweepFeeds(db, Date.now()));
}
