import type { Pack, PackRecord } from '../core/pack.ts';
import type { EntityId, Source } from '../core/profile.ts';
import type { Database, PackRow } from './db.ts';
import { inOrder, removedBy } from './feed-rows.ts';
import { type Mine, overlaid, packOfMine } from './overlays.ts';
import { OWN, OWN_SOURCE, ownPack } from './own.ts';
import { readPackaged } from './packaged.ts';
import { CORE, clearPacks, readPack, recordReader } from './packs.ts';
import { messageOf } from './report.ts';

/** The stored packs as one: of two that know the same id, the one that counts first has the word. */

/** A stored pack and what its publisher wants shown no more. */
export interface Shelf {
  readonly row: PackRow;
  readonly removed: ReadonlySet<EntityId>;
}

/** The packs that are in use, in the order in which they count. */
export async function shelvesOf(db: Database, rows: readonly PackRow[]): Promise<readonly Shelf[]> {
  const feeds = await db.feeds.toArray();
  return inOrder(rows, feeds).map((row) => ({ row, removed: removedBy(feeds, row.channel) }));
}

/** What a feed's pack is to the recogniser. One that a reader added brings names, and no words that bear on the names of others. */
export async function packOn(db: Database, { row, removed }: Shelf): Promise<Pack> {
  const { header, records } = await readPack(db, row);
  const kept = removed.size === 0 ? records : records.filter(({ profile }) => !removed.has(profile.id));
  return { header: row.channel === CORE ? header : { ...header, fieldWords: [], titles: {}, decoys: [], givenNames: [] }, records: kept };
}

export interface Found {
  readonly record: PackRecord;
  /** `core`, `own`, or the feed. */
  readonly channel: string;
  /** The record without the reader's corrections, if there are any. */
  readonly published?: PackRecord;
  /** What the record's sources are called in its own feed. */
  readonly sources: Readonly<Record<string, Source>>;
  /** Feeds further down that know the id too. */
  alsoIn(): Promise<readonly string[]>;
}

/** What stands on the shelves and what the reader added, by id and all together. `isMarked`: the recogniser knows the id; `lost`: blocks were. */
export function recordsOf(
  db: Database,
  shelves: readonly Shelf[],
  { own, overlays }: Mine,
  isMarked: (id: EntityId) => boolean,
  lost: () => void,
) {
  const mine = ownPack(own).records;
  const readers = shelves.map(({ row, removed }) => ({ row, removed, read: recordReader(db, row) }));
  const spare = once(async () => new Map((await readPackaged()).pack.records.map((record) => [record.profile.id, record])));
  const found = async (id: EntityId): Promise<Found | undefined> => {
    for (const [at, { row, removed, read }] of readers.entries()) {
      const record = removed.has(id) ? undefined : await read(id);
      if (record === undefined) continue;
      const alsoIn = async () => {
        const others = readers.slice(at + 1).map(async (other) => ((await other.read(id)) === undefined ? [] : [other.row.channel]));
        return (await Promise.all(others)).flat();
      };
      return { record, channel: row.channel, sources: row.header.sources, alsoIn };
    }
    return undefined;
  };
  const find = async (id: EntityId): Promise<Found | undefined> => {
    const added = mine.find((one) => one.profile.id === id);
    if (added !== undefined) return { record: added, channel: OWN, sources: { [OWN]: OWN_SOURCE }, alsoIn: async () => [] };
    try {
      const there = await found(id);
      if (there !== undefined || !isMarked(id)) return corrected(there, overlays);
      throw new Error(`${id} is marked, and not stored`);
    } catch (error) {
      console.warn(`Muster: a profile is taken from the package: ${messageOf(error)}`);
      renew(db, shelves, lost);
      const record = (await spare().catch(() => undefined))?.get(id);
      return record === undefined ? undefined : corrected({ record, channel: CORE, sources: {}, alsoIn: async () => [] }, overlays);
    }
  };
  return {
    find,
    record: async (id: EntityId) => (await find(id))?.record,
    // Those that count first come last, for of two records with one id the later wins.
    records: async (): Promise<readonly PackRecord[]> => {
      const packs = await Promise.all([...shelves].reverse().map((shelf) => packOn(db, shelf)));
      return [...packs.flatMap((pack) => pack.records), ...packOfMine({ own, overlays }, packs).records];
    },
  };
}

/** With the reader's corrections laid over it. */
export function corrected(found: Found | undefined, overlays: Mine['overlays']): Found | undefined {
  const overlay = found === undefined ? undefined : overlays.get(found.record.profile.id);
  if (found === undefined || overlay === undefined) return found;
  const sources = { ...found.sources, [OWN]: OWN_SOURCE };
  return { ...found, record: overlaid(found.record, overlay), published: found.record, sources };
}

let renewed = false;

/**
 * Blocks were lost or are of another shape, and only now was one asked for: the next question stores the packaged pack anew, and feeds are
 * fetched again. Unless a newer version took their place in this very moment: then nothing is lost.
 */
function renew(db: Database, shelves: readonly Shelf[], lost: () => void): void {
  if (renewed) return;
  void db
    .transaction('rw', db.packs, db.feeds, async () => {
      const rows = await db.packs.toArray();
      const isOld = shelves.some(({ row }) => !rows.some(({ set }) => set === row.set));
      if (isOld) return;
      renewed = true;
      await clearPacks(db);
    })
    .then(lost, (error: unknown) => console.warn(`Muster: ${messageOf(error)}`));
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
