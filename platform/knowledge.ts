import { browser } from 'wxt/browser';
import { buildGazetteer, type Gazetteer, namesOf } from '../core/gazetteer.ts';
import type { Pack, PackRecord } from '../core/pack.ts';
import type { EntityId } from '../core/profile.ts';
import { trouble } from '../locales/told.ts';
import { compiled } from './compiled.ts';
import type { Database, PackRow } from './db.ts';
import { keptRemoved } from './feed-rows.ts';
import type { OwnEntity } from './log-rows.ts';
import { createNames, type Names } from './names.ts';
import { type Mine, NOTHING_OF_MINE, packOfMine } from './overlays.ts';
import { OWN, OWN_SOURCE, wholeOwn } from './own.ts';
import { readPackaged } from './packaged.ts';
import { CORE, clearPacks, installPack, isNewer, storedPacks, type WholePack } from './packs.ts';
import { isQuota, isWell, messageOf, report } from './report.ts';
import { pacer } from './rests.ts';
import { type Found, recordsOf, shelvesOf } from './shelves.ts';
import { AGAIN_AFTER, database, tellFound } from './storage.ts';

/**
 * All that the background knows of entities, loaded once per life of the background and dropped when packs or own
 * entities change. From storage if there is one; else from the packaged pack, in memory; else nothing is known, nothing
 * is marked, and the reader is told.
 */
export interface Knowledge {
  readonly gazetteer: Gazetteer;
  readonly names: Names;
  readonly about: { readonly count: number; readonly asOf: string; readonly version: number; readonly from: 'storage' | 'package' };
  readonly own: ReadonlyMap<EntityId, OwnEntity>;
  /** Which stored packs it was made of. */
  readonly packs: string;
  record(id: EntityId): Promise<PackRecord | undefined>;
  /** The record with where it comes from; the first feed that knows the id has the word. */
  find(id: EntityId): Promise<Found | undefined>;
  /** Every record there is, for the search index. */
  records(): Promise<readonly PackRecord[]>;
}

let known: { readonly db: Database | undefined; readonly loading: Promise<Knowledge | undefined> } | undefined;
let loadAgain: number | undefined;

/** What is known, loaded once for each database that there is; undefined if nothing could be loaded. */
export async function knowledge(): Promise<Knowledge | undefined> {
  const db = await database();
  if (loadAgain !== undefined && Date.now() > loadAgain) known = undefined;
  if (known === undefined || known.db !== db) known = { db, loading: loaded(db) };
  return known.loading;
}

async function loaded(db: Database | undefined): Promise<Knowledge | undefined> {
  const failedBefore = loadAgain !== undefined;
  const result = await load(db).catch((error: unknown) => {
    report('stored-pack', trouble('profiles-not-loaded', messageOf(error)));
    return undefined;
  });
  loadAgain = result === undefined ? Date.now() + AGAIN_AFTER : undefined;
  if (failedBefore && result !== undefined) tellFound();
  return result;
}

/** Whether something else was loaded than is stored now; false as long as nothing was loaded. */
export async function isOutdated(db: Database): Promise<boolean> {
  if (known === undefined) return false;
  const now = await known.loading;
  return now?.packs !== packsKey(await storedPacks(db));
}

function packsKey(rows: readonly PackRow[]): string {
  return JSON.stringify(rows.map((row) => [row.channel, row.sha256]));
}

let dropped = 0;

/** Forgets what was loaded; the next question loads again. */
export function dropKnowledge(): void {
  known = undefined;
  dropped++;
}

/**
 * Loads what is stored now beside what is known, with rests in which questions are answered from the old, and puts it in its place.
 * Answers whether it did: what was dropped meanwhile is loaded by the next question anyway.
 */
export async function renewKnowledge(): Promise<boolean> {
  const db = await database();
  const [before, mark] = [known, dropped];
  const next = await load(db, before !== undefined);
  if (mark !== dropped || next === undefined) return false;
  known = { db, loading: Promise.resolve(next) };
  return true;
}

let checking: Promise<boolean> | undefined;

/**
 * Looks into the package and installs its pack if it is another than the stored one and not older.
 * Answers whether the stored pack changed. A broken package leaves what is stored, and is told. The first start and the
 * first page ask at the same time: then it is done once, for both.
 */
export function checkPackaged(db: Database): Promise<boolean> {
  checking ??= check(db).finally(() => {
    checking = undefined;
  });
  return checking;
}

async function check(db: Database): Promise<boolean> {
  let packaged: WholePack;
  try {
    packaged = await readPackaged();
    isWell('packaged-pack');
  } catch (error) {
    report('packaged-pack', trouble('packaged-broken', messageOf(error)));
    return false;
  }
  try {
    const changed = await installIfNewer(db, packaged);
    isWell('newer-pack');
    return changed;
  } catch (error) {
    report('newer-pack', isQuota(error) ? trouble('newer-no-room') : trouble('newer-not-stored', messageOf(error)));
    return false;
  }
}

async function installIfNewer(db: Database, packaged: WholePack): Promise<boolean> {
  const extension = browser.runtime.getManifest().version;
  // A row that makes no sense stands in nobody's way.
  const stored = (await storedPacks(db).catch(() => [])).find((row) => row.channel === CORE);
  if (stored === undefined) await db.packs.delete(CORE);
  if (stored === undefined || !isNewer(stored, packaged.pack.header)) return installPack(db, packaged, extension);
  // Only this: the row may be another by now.
  await db.packs.update(CORE, { extension });
  return false;
}

async function load(db: Database | undefined, unhurried = false): Promise<Knowledge | undefined> {
  if (db === undefined) return fromPackage(NOTHING_OF_MINE);
  for (;;) {
    const before = await inUse(db);
    try {
      return await fromStorage(db, unhurried);
    } catch (error) {
      // An update may have switched to its version and swept out what was being read: nothing is broken, and the new one is to be read.
      if (before !== undefined && before !== (await inUse(db))) continue;
      console.warn(`Muster: the stored profiles are taken from the package again: ${messageOf(error)}`);
      break;
    }
  }
  try {
    // Published rows may be replaced. The row goes first: with it there, the same bytes would not be stored again.
    await clearPacks(db);
    return await fromStorage(db, unhurried);
  } catch (error) {
    report('stored-pack', trouble('stored-unread', messageOf(error)));
    return fromPackage(await mineNow(db));
  }
}

/** Which packs are in use now; undefined if that cannot be told. */
async function inUse(db: Database): Promise<string | undefined> {
  return storedPacks(db).then(packsKey, () => undefined);
}

/** The reader's own names and corrections. If they cannot be read the others are marked all the same, and the reader is told. */
async function mineNow(db: Database): Promise<Mine> {
  try {
    const annotated = await db.annotations.filter(({ overlay }) => overlay !== undefined).toArray();
    const overlays = new Map(
      annotated.flatMap(({ id, overlay, changed }) => (overlay === undefined ? [] : [[id, { overlay, day: changed.slice(0, 10) }]])),
    );
    const rows = await db.own.toArray();
    const own = wholeOwn(rows);
    if (own.length === rows.length) isWell('own');
    else report('own', trouble('own-some-unread', rows.length - own.length));
    return { own, overlays };
  } catch (error) {
    report('own', trouble('own-unread', messageOf(error)));
    return NOTHING_OF_MINE;
  }
}

async function fromStorage(db: Database, unhurried: boolean): Promise<Knowledge | undefined> {
  let rows = await storedPacks(db);
  const extension = browser.runtime.getManifest().version;
  if (rows.find((row) => row.channel === CORE)?.extension !== extension) {
    await checkPackaged(db);
    rows = await storedPacks(db);
  }
  // Without a stored pack (no room for it, say) the package may still serve, in memory.
  const mine = await mineNow(db);
  if (!rows.some((row) => row.channel === CORE)) return fromPackage(mine);
  const shelves = await shelvesOf(db, rows);
  const gazetteer = await compiled(db, shelves, mine, unhurried);
  isWell('stored-pack');
  const core = shelves[0]?.row as PackRow;
  const shaped = await shape(gazetteer, mine.own, unhurried);
  return {
    ...shaped,
    ...recordsOf(db, shelves, mine, (id) => shaped.names.has(id), dropKnowledge),
    about: { count: gazetteer.size.entities, asOf: core.header.asOf, version: core.header.version, from: 'storage' },
    packs: packsKey(rows),
  };
}

async function fromPackage({ own, overlays }: Mine): Promise<Knowledge | undefined> {
  let pack: Pack;
  try {
    pack = (await readPackaged()).pack;
  } catch (error) {
    report('packaged-pack', trouble('packaged-broken-none', messageOf(error)));
    return undefined;
  }
  const removed = await keptRemoved();
  const kept = { ...pack, records: pack.records.filter(({ profile }) => !removed.has(profile.id)) };
  const mine = packOfMine({ own, overlays }, [kept]);
  const published = new Map(kept.records.map((record) => [record.profile.id, record]));
  const byId = new Map([...published, ...mine.records.map((record) => [record.profile.id, record] as const)]);
  const records = [...byId.values()];
  const sources = { ...pack.header.sources, [OWN]: OWN_SOURCE };
  const find = async (id: EntityId): Promise<Found | undefined> => {
    const [record, was] = [byId.get(id), published.get(id)];
    if (record === undefined) return undefined;
    const before = was === undefined || was === record ? {} : { published: was };
    return { record, ...before, channel: was === undefined ? OWN : CORE, sources, alsoIn: async () => [] };
  };
  return {
    ...(await shape(buildGazetteer([kept, mine]), own, false)),
    about: { count: records.length, asOf: pack.header.asOf, version: pack.header.version, from: 'package' },
    packs: packsKey([]),
    find,
    record: async (id) => byId.get(id),
    records: async () => records,
  };
}

/** Names between two rests. */
const PER_REST = 1_000;

async function shape(gazetteer: Gazetteer, own: readonly OwnEntity[], unhurried: boolean) {
  const names = createNames(gazetteer);
  let number = 0;
  const pause = pacer(unhurried ? undefined : Number.POSITIVE_INFINITY);
  for (const { id } of namesOf(gazetteer)) {
    names.add(id, number++);
    const pausing = number % PER_REST === 0 ? pause() : undefined;
    if (pausing !== undefined) await pausing;
  }
  return {
    gazetteer,
    names,
    own: new Map(own.map((entity) => [entity.id, entity])),
  };
}
