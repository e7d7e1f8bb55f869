import { browser } from 'wxt/browser';
import { isStale } from '../core/feed.ts';
import type { EntityId } from '../core/profile.ts';
import type { Database, FeedRow, PackRow } from './db.ts';
import type { FeedTag, FeedView, Stale } from './messages.ts';
import { CORE } from './packs.ts';
import { messageOf } from './report.ts';

/** What the rows of feeds mean: their order, what they take away, and how they are shown. */

/** The packs in use, in the order in which they count: what came with Muster first, then the feeds that are switched on, as the reader has them. */
export function inOrder(packs: readonly PackRow[], feeds: readonly FeedRow[]): readonly PackRow[] {
  const place = (channel: string) => (channel === CORE ? -1 : (feeds.find(({ id, on }) => id === channel && on)?.order ?? Number.NaN));
  return packs
    .map((row) => ({ row, at: place(row.channel) }))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
}

/** Ids that a feed's publisher wants shown no more, in this feed. */
export function removedBy(feeds: readonly FeedRow[], channel: string): ReadonlySet<EntityId> {
  return new Set(feeds.find(({ id }) => id === channel)?.removed);
}

const REMOVED = 'removed';

/** The same of the feed that came with Muster, kept outside the database: they hold for the package too, when there is no database. */
export async function keptRemoved(): Promise<ReadonlySet<EntityId>> {
  const stored = (await browser.storage.local.get(REMOVED).catch(() => ({}))) as Record<string, unknown>;
  const list = stored[REMOVED];
  return new Set(Array.isArray(list) ? list.filter((id): id is string => typeof id === 'string') : []);
}

export async function keepRemoved(removed: readonly EntityId[]): Promise<void> {
  await browser.storage.local.set({ [REMOVED]: [...removed] });
}

/** The feeds in their order; none where they cannot be read: profiles are shown all the same. */
export async function feedRows(db: Database | undefined): Promise<readonly FeedRow[]> {
  if (db === undefined) return [];
  try {
    return [...(await db.feeds.toArray())].sort((a, b) => Number(b.id === CORE) - Number(a.id === CORE) || a.order - b.order);
  } catch (error) {
    console.warn(`Muster: the feeds could not be read: ${messageOf(error)}`);
    return [];
  }
}

let held: { readonly db: Database | undefined; readonly rows: Promise<readonly FeedRow[]> } | undefined;

/** The same from memory, for what is shown at each look at a page; as of the last time that something about the feeds was told. */
export function heldFeedRows(db: Database | undefined): Promise<readonly FeedRow[]> {
  if (held === undefined || held.db !== db) held = { db, rows: feedRows(db) };
  return held.rows;
}

export function dropFeedRows(): void {
  held = undefined;
}

export function tagOf(row: FeedRow | undefined): FeedTag | undefined {
  return row === undefined || row.id === CORE ? undefined : { id: row.id, title: row.title ?? row.url, colour: row.colour };
}

/** Said of profiles from a feed that nobody vouches for any more. Profiles that only came with Muster are dated, and nothing more is known of them. */
export function staleOf(row: FeedRow | undefined, now: number): Stale | undefined {
  if (row === undefined || row.seen.length === 0 || !isStale(row.expires, row.confirmedAt, now)) return undefined;
  return row.confirmedAt === undefined ? {} : { confirmed: row.confirmedAt };
}

const optional = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

export function viewOf(row: FeedRow, pack: PackRow | undefined, now: number): FeedView {
  const { id, builtIn, url, on, colour, removed, signedBy, held } = row;
  return {
    ...{ id, builtIn, url, on, colour },
    title: row.title ?? (builtIn ? 'Muster' : url),
    ...(builtIn ? {} : { fingerprint: id }),
    ...optional('pack', packOf(pack)),
    ...optional('checked', row.checkedAt),
    ...optional('confirmed', row.confirmedAt),
    ...optional('next', row.nextAt === undefined ? undefined : new Date(row.nextAt).toISOString()),
    ...optional('expires', row.expires),
    ...optional('stale', staleOf(row, now)),
    signedBy: signedBy.map((key) => key.slice(0, 8)),
    ...optional('code', row.code),
    ...optional('trouble', row.words),
    ...optional('contact', row.contact),
    ...optional('licence', row.licence),
    removed,
    ...(held === undefined || held.refused
      ? {}
      : {
          held: {
            version: held.seq,
            reasons: held.reasons.map((one) => (typeof one === 'string' ? { words: one } : one)),
            since: held.since,
          },
        }),
    ...optional('waiting', row.waiting),
  };
}

/** The profiles that came with Muster, where no feed is known that keeps them current. */
export function viewOfPackage(pack: PackRow | undefined): FeedView {
  return {
    id: CORE,
    builtIn: true,
    title: 'Muster',
    on: true,
    colour: 'grey',
    signedBy: [],
    removed: [],
    ...optional('pack', packOf(pack)),
  };
}

function packOf(pack: PackRow | undefined): FeedView['pack'] {
  if (pack === undefined) return undefined;
  const { version, asOf, count } = pack.header;
  return { version, asOf, count, from: pack.from };
}
