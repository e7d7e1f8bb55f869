import { browser } from 'wxt/browser';
import { buildGazetteer, GAZETTEER_FORMAT, type Gazetteer, gazetteerFromBytes, gazetteerToBytes, namesOf } from '../core/gazetteer.ts';
import type { Pack, PackRecord } from '../core/pack.ts';
import type { EntityId, Kind, Source } from '../core/profile.ts';
import type { Database, PackRow } from './db.ts';
import type { OwnEntity } from './messages.ts';
import { OWN, OWN_SOURCE, ownPack, wholeOwn } from './own.ts';
import { CORE, installPack, type PackagedPack, readPack, readPackaged, recordReader, storedPacks } from './packs.ts';
import { isQuota, isWell, messageOf, report } from './report.ts';
import { AGAIN_AFTER, database, tellFound } from './storage.ts';

/**
 * All that the background knows of entities, loaded once per life of the background and dropped when packs or own
 * entities change. From storage if there is one; else from the packaged pack, in memory; else nothing is known, nothing
 * is marked, and the reader is told.
 */
export interface Knowledge {
  readonly gazetteer: Gazetteer;
  readonly names: ReadonlyMap<EntityId, { readonly name: string; readonly kind: Kind }>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly about: { readonly count: number; readonly asOf: string; readonly version: number; readonly from: 'storage' | 'package' };
  readonly own: ReadonlyMap<EntityId, OwnEntity>;
  /** Which stored packs it was made of. */
  readonly packs: string;
  record(id: EntityId): Promise<PackRecord | undefined>;
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
    report('stored-pack', `The profiles could not be loaded (${messageOf(error)}). Nothing is marked. Restart the browser.`);
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

/** Forgets what was loaded; the next question loads again. */
export function dropKnowledge(): void {
  known = undefined;
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
  let packaged: PackagedPack;
  try {
    packaged = await readPackaged();
    isWell('packaged-pack');
  } catch (error) {
    report(
      'packaged-pack',
      `The profiles that came with the extension are broken (${messageOf(error)}); what was stored before stays in use. Install the extension again.`,
    );
    return false;
  }
  try {
    const changed = await installIfNewer(db, packaged);
    isWell('newer-pack');
    return changed;
  } catch (error) {
    const full =
      'Storage is full: newer profiles could not be stored, the older ones stay in use. Free some space and restart the browser.';
    report('newer-pack', isQuota(error) ? full : `Newer profiles could not be stored (${messageOf(error)}); the older ones stay in use.`);
    return false;
  }
}

async function installIfNewer(db: Database, packaged: PackagedPack): Promise<boolean> {
  const extension = browser.runtime.getManifest().version;
  // A row that makes no sense stands in nobody's way.
  const stored = (await storedPacks(db).catch(() => [])).find((row) => row.channel === CORE);
  if (stored === undefined) await db.packs.delete(CORE);
  if (stored === undefined || stored.header.version <= packaged.pack.header.version) return installPack(db, packaged, extension);
  await db.packs.put({ ...stored, extension });
  return false;
}

async function load(db: Database | undefined): Promise<Knowledge | undefined> {
  if (db === undefined) return fromPackage([]);
  try {
    return await fromStorage(db);
  } catch (error) {
    console.warn(`Muster: the stored profiles are taken from the package again: ${messageOf(error)}`);
  }
  try {
    // Published rows may be replaced. The row goes first: with it there, the same bytes would not be stored again.
    await db.packs.delete(CORE);
    return await fromStorage(db);
  } catch (error) {
    report(
      'stored-pack',
      `The stored profiles could not be read (${messageOf(error)}). Names are marked from the profiles that came with the extension; your log is untouched.`,
    );
    return fromPackage(await ownNow(db));
  }
}

/** The reader's own names. If they cannot be read the others are marked all the same, and the reader is told. */
async function ownNow(db: Database): Promise<readonly OwnEntity[]> {
  try {
    const rows = await db.own.toArray();
    const own = wholeOwn(rows);
    if (own.length === rows.length) isWell('own');
    else
      report(
        'own',
        `${rows.length - own.length} of the names that you added cannot be read and are not marked. They have not been deleted.`,
      );
    return own;
  } catch (error) {
    report(
      'own',
      `The names that you added could not be read (${messageOf(error)}) and are not marked. They have not been deleted; restart the browser.`,
    );
    return [];
  }
}

async function fromStorage(db: Database): Promise<Knowledge | undefined> {
  let rows = await storedPacks(db);
  const extension = browser.runtime.getManifest().version;
  if (rows.find((row) => row.channel === CORE)?.extension !== extension) {
    await checkPackaged(db);
    rows = await storedPacks(db);
  }
  // Without a stored pack (no room for it, say) the package may still serve, in memory.
  const own = await ownNow(db);
  if (rows.length === 0) return fromPackage(own);
  const gazetteer = await compiled(db, rows, own);
  isWell('stored-pack');
  const newest = rows.find((row) => row.channel === CORE) ?? (rows[0] as PackRow);
  const shaped = shape(gazetteer, own, Object.assign({}, ...rows.map((row) => row.header.sources)) as Record<string, Source>);
  return {
    ...shaped,
    ...recordsOf(db, rows, own, shaped.names),
    about: {
      count: rows.reduce((sum, row) => sum + row.header.count, own.length),
      asOf: newest.header.asOf,
      version: newest.header.version,
      from: 'storage',
    },
    packs: packsKey(rows),
  };
}

function recordsOf(
  db: Database,
  rows: readonly PackRow[],
  own: readonly OwnEntity[],
  names: Knowledge['names'],
): Pick<Knowledge, 'record' | 'records'> {
  const mine = ownPack(own).records;
  const readers = rows.map((row) => recordReader(db, row));
  const spare = once(async () => new Map((await readPackaged()).pack.records.map((record) => [record.profile.id, record])));
  const record = async (id: EntityId): Promise<PackRecord | undefined> => {
    const added = mine.find((one) => one.profile.id === id);
    if (added !== undefined) return added;
    try {
      for (const read of readers) {
        const found = await read(id);
        if (found !== undefined) return found;
      }
      if (!names.has(id)) return undefined;
      throw new Error(`${id} is marked, and not stored`);
    } catch (error) {
      console.warn(`Muster: a profile is taken from the package: ${messageOf(error)}`);
      renew(db);
      return (await spare().catch(() => undefined))?.get(id);
    }
  };
  return {
    record,
    records: async () => [...(await Promise.all(rows.map((row) => readPack(db, row)))).flatMap((pack) => pack.records), ...mine],
  };
}

let renewed = false;

/** Blocks were lost or are of another shape, and only now was one asked for: the next question stores the packaged pack anew. */
function renew(db: Database): void {
  if (renewed) return;
  renewed = true;
  void db.packs.delete(CORE).then(dropKnowledge, (error: unknown) => console.warn(`Muster: ${messageOf(error)}`));
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function fromPackage(own: readonly OwnEntity[]): Promise<Knowledge | undefined> {
  let pack: Pack;
  try {
    pack = (await readPackaged()).pack;
  } catch (error) {
    report(
      'packaged-pack',
      `The profiles that came with the extension are broken (${messageOf(error)}) and none are stored. Nothing is marked. Install the extension again.`,
    );
    return undefined;
  }
  const all = [pack, ownPack(own)];
  const records = all.flatMap((one) => one.records);
  const byId = new Map(records.map((record) => [record.profile.id, record]));
  return {
    ...shape(buildGazetteer(all), own, pack.header.sources),
    about: { count: records.length, asOf: pack.header.asOf, version: pack.header.version, from: 'package' },
    packs: packsKey([]),
    record: async (id) => byId.get(id),
    records: async () => records,
  };
}

function shape(gazetteer: Gazetteer, own: readonly OwnEntity[], sources: Readonly<Record<string, Source>>) {
  return {
    gazetteer,
    names: new Map(namesOf(gazetteer).map(({ id, name, kind }) => [id, { name, kind }])),
    sources: { ...sources, [OWN]: OWN_SOURCE },
    own: new Map(own.map((entity) => [entity.id, entity])),
  };
}

/** The gazetteer from its bytes, if format and sources agree; else built and stored. Bytes that do not load are built anew. */
async function compiled(db: Database, rows: readonly PackRow[], own: readonly OwnEntity[]): Promise<Gazetteer> {
  const sources = JSON.stringify([rows.map((row) => [row.channel, row.sha256, row.extension]), own]);
  const stored = await db.compiled.get('gazetteer').catch(() => undefined);
  if (stored?.format === GAZETTEER_FORMAT && stored.sources === sources) {
    try {
      return gazetteerFromBytes(stored.bytes);
    } catch (error) {
      console.warn(`Muster: the compiled names are built anew: ${messageOf(error)}`);
    }
  }
  const packs = await Promise.all(rows.map((row) => readPack(db, row)));
  const gazetteer = buildGazetteer([...packs, ownPack(own)]);
  // Only a cache: without room for it the names are compiled at each start.
  await db.compiled.put({ key: 'gazetteer', format: GAZETTEER_FORMAT, sources, bytes: gazetteerToBytes(gazetteer) }).then(
    () => isWell('compiled'),
    (error: unknown) =>
      report(
        'compiled',
        `The compiled names could not be stored (${isQuota(error) ? 'storage is full' : messageOf(error)}): Muster works, but starts more slowly.`,
      ),
  );
  return gazetteer;
}
