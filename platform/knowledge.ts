import { browser } from 'wxt/browser';
import { buildGazetteer, entitiesOf, GAZETTEER_FORMAT, type Gazetteer, gazetteerFromBytes, gazetteerToBytes } from '../core/gazetteer.ts';
import type { Pack, PackRecord } from '../core/pack.ts';
import type { EntityId, Kind, Source } from '../core/profile.ts';
import { type Database, type Opened, openDatabase, type PackRow } from './db.ts';
import type { OwnEntity } from './messages.ts';
import { OWN, OWN_SOURCE, ownPack } from './own.ts';
import { CORE, installPack, readPack, readPackaged, recordReader, storedPacks } from './packs.ts';
import { isQuota, isWell, messageOf, report } from './report.ts';

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
  record(id: EntityId): Promise<PackRecord | undefined>;
  /** Every record there is, for the search index. */
  records(): Promise<readonly PackRecord[]>;
}

let opened: Promise<Opened> | undefined;
let known: Promise<Knowledge | undefined> | undefined;

/** The database, opened once; undefined if the browser refused it, and then the reader is told why. */
export async function database(): Promise<Database | undefined> {
  opened ??= openDatabase();
  const result = await opened;
  if (result.state === 'open') {
    isWell('storage');
    return result.db;
  }
  report('storage', result.why);
  return undefined;
}

export function knowledge(): Promise<Knowledge | undefined> {
  known ??= load().catch((error: unknown) => {
    report('stored-pack', `The profiles could not be loaded (${messageOf(error)}). Nothing is marked. Restart the browser.`);
    return undefined;
  });
  return known;
}

/** Forgets what was loaded; the next question loads again. */
export function dropKnowledge(): void {
  known = undefined;
}

/**
 * Looks into the package and installs its pack if it is another than the stored one and not older.
 * Answers whether the stored pack changed. A broken package leaves what is stored, and is told.
 */
export async function checkPackaged(db: Database): Promise<boolean> {
  const extension = browser.runtime.getManifest().version;
  try {
    const packaged = await readPackaged();
    const stored = await db.packs.get(CORE);
    isWell('packaged-pack');
    if (stored !== undefined && stored.header.version > packaged.pack.header.version) {
      await db.packs.put({ ...stored, extension });
      return false;
    }
    const changed = await installPack(db, packaged, extension);
    isWell('quota');
    return changed;
  } catch (error) {
    if (isQuota(error))
      report(
        'quota',
        'Storage is full: newer profiles could not be stored, the older ones stay in use. Free some space and restart the browser.',
      );
    else
      report(
        'packaged-pack',
        `The profiles that came with the extension are broken (${messageOf(error)}); what was stored before stays in use. Install the extension again.`,
      );
    return false;
  }
}

async function load(): Promise<Knowledge | undefined> {
  const db = await database();
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
    return fromPackage(await db.own.toArray().catch(() => []));
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
  if (rows.length === 0) return fromPackage(await db.own.toArray());
  const own = await db.own.toArray();
  const gazetteer = await compiled(db, rows, own);
  isWell('stored-pack');
  const newest = rows.find((row) => row.channel === CORE) ?? (rows[0] as PackRow);
  const mine = ownPack(own);
  const readers = rows.map((row) => recordReader(db, row));
  return {
    ...shape(gazetteer, own, Object.assign({}, ...rows.map((row) => row.header.sources)) as Record<string, Source>),
    about: {
      count: rows.reduce((sum, row) => sum + row.header.count, own.length),
      asOf: newest.header.asOf,
      version: newest.header.version,
      from: 'storage',
    },
    record: async (id) => {
      const added = mine.records.find((record) => record.profile.id === id);
      if (added !== undefined) return added;
      for (const read of readers) {
        const record = await read(id);
        if (record !== undefined) return record;
      }
      return undefined;
    },
    records: async () => [...(await Promise.all(rows.map((row) => readPack(db, row)))).flatMap((pack) => pack.records), ...mine.records],
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
    record: async (id) => byId.get(id),
    records: async () => records,
  };
}

function shape(gazetteer: Gazetteer, own: readonly OwnEntity[], sources: Readonly<Record<string, Source>>) {
  return {
    gazetteer,
    names: new Map(entitiesOf(gazetteer).map(({ id, name, kind }) => [id, { name, kind }])),
    sources: { ...sources, [OWN]: OWN_SOURCE },
    own: new Map(own.map((entity) => [entity.id, entity])),
  };
}

/** The gazetteer from its bytes, if format and sources agree; else built and stored. Bytes that do not load are built anew. */
async function compiled(db: Database, rows: readonly PackRow[], own: readonly OwnEntity[]): Promise<Gazetteer> {
  const sources = JSON.stringify([rows.map((row) => [row.channel, row.sha256]), own]);
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
  await db.compiled
    .put({ key: 'gazetteer', format: GAZETTEER_FORMAT, sources, bytes: gazetteerToBytes(gazetteer) })
    .catch((error: unknown) => {
      console.warn(`Muster: the compiled names could not be stored: ${messageOf(error)}`);
    });
  return gazetteer;
}
