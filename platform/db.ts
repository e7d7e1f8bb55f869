import { Dexie, type Table } from 'dexie';
import type { Change } from '../core/changes.ts';
import type { FeedCode, Seen } from '../core/feed.ts';
import type { LedgerChunk } from '../core/ledger.ts';
import type { PackHeader } from '../core/pack.ts';
import type { EntityId } from '../core/profile.ts';
import type { Told } from '../core/told.ts';
import type { WordChunk } from '../core/word-index.ts';
import { type Trouble, trouble } from '../locales/told.ts';
import type { AnnotationRow, ArticleRow, ListRow, LookRow, OwnEntity, PairRow, SentenceRow, SightingRow, VerdictRow } from './log-rows.ts';
import type { DotColour } from './messages.ts';
import { isQuota, messageOf } from './report.ts';

/**
 * The one database. Published tables are replaced, derived ones rebuilt, and the reader's own are migrated with care:
 * nothing of the reader's is ever deleted unless the reader asks or the retention time is over.
 */

/** A channel and the set of blocks that holds its records now. Switching this one row switches the pack. */
export interface PackRow {
  /** `core`, or the fingerprint of the feed. */
  readonly channel: string;
  /** Names the rows in `blocks`: channel, version and hash. */
  readonly set: string;
  readonly header: PackHeader;
  /** Of the pack's bytes. */
  readonly sha256: string;
  readonly installed: string;
  /** The version of the extension that last looked into its package for this channel. */
  readonly extension: string;
  readonly from: 'package' | 'feed';
  /** Candidates of names that it has in the fixed text, once they were counted: the next version is held against them. */
  readonly hits?: number;
}

/**
 * About 100 records, sorted by id: a row for each record would take a hundred times as long to store. They are kept as the lines of the
 * pack, so that what is stored can be held against the publisher's hash to the last byte.
 */
export interface BlockRow {
  readonly set: string;
  readonly n: number;
  readonly last: EntityId;
  /** Without line breaks at the ends. */
  readonly lines: string;
}

/** A feed and how things stand with it. What is believed of it (`root`, `seen`) is written before or with what rests on it. */
export interface FeedRow {
  /** `core`, or the fingerprint that the reader gave. */
  readonly id: string;
  /** Ends in a slash. */
  readonly url: string;
  readonly builtIn: boolean;
  readonly on: boolean;
  readonly colour: DotColour;
  /** Place among the feeds that were added. */
  readonly order: number;
  readonly added: string;
  /** The newest root that is trusted, as its payload. */
  readonly root?: string;
  /** The last believed manifest of each set of keys. */
  readonly seen: readonly Seen[];
  /** Of the last believed manifest. */
  readonly title?: string;
  readonly contact?: string;
  readonly licence?: string;
  readonly mirrors: readonly string[];
  readonly issued?: string;
  readonly expires?: string;
  readonly removed: readonly EntityId[];
  readonly signedBy: readonly string[];
  /** ISO date-times. */
  readonly checkedAt?: string;
  readonly confirmedAt?: string;
  /** Milliseconds since 1970. */
  readonly nextAt?: number;
  readonly failures: number;
  readonly code?: FeedCode;
  readonly words?: string;
  readonly held?: HeldPack;
  /** Bytes that wait for the reader's click. */
  readonly waiting?: number;
}

/** A version that waits for consent. It is fetched anew when the reader consents: most do not, and it would only take room. */
export interface HeldPack {
  readonly seq: number;
  readonly sha256: string;
  /** As strings if an earlier version wrote them. */
  readonly reasons: readonly (Told | string)[];
  readonly since: string;
  /** The reader said no: it is not offered again. */
  readonly refused?: true;
}

export interface ChangeRow {
  readonly feed: string;
  readonly seq: number;
  readonly id: EntityId;
  readonly at: string;
  readonly change: Change;
}

/** A piece of a file that is being fetched: a background that is put to sleep goes on where it was. */
export interface PartRow {
  readonly sha256: string;
  readonly n: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly at: string;
}

/** The gazetteer as bytes. Another format or other sources mean: build again, never migrate. */
export interface CompiledRow {
  readonly key: 'gazetteer';
  readonly format: number;
  readonly sources: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Articles with neighbouring ids in columns, derived from the tables above (ledgers.ts). */
export interface LedgerRow {
  readonly chunk: number;
  readonly format: number;
  readonly stamp: string;
  readonly counts: LedgerChunk;
  readonly words: WordChunk;
}

export interface Database extends Dexie {
  readonly packs: Table<PackRow, string>;
  readonly blocks: Table<BlockRow, [string, number]>;
  readonly compiled: Table<CompiledRow, string>;
  readonly articles: Table<ArticleRow, number>;
  readonly sightings: Table<SightingRow, [number, string]>;
  readonly sentences: Table<SentenceRow, [number, number]>;
  readonly pairs: Table<PairRow, [string, string]>;
  readonly ledger: Table<LedgerRow, number>;
  readonly verdicts: Table<VerdictRow, string>;
  readonly own: Table<OwnEntity, string>;
  readonly annotations: Table<AnnotationRow, string>;
  readonly lists: Table<ListRow, string>;
  readonly looks: Table<LookRow, string>;
  readonly feeds: Table<FeedRow, string>;
  readonly changes: Table<ChangeRow, [string, number, string]>;
  readonly parts: Table<PartRow, [string, number]>;
}

export type Opened =
  | { readonly state: 'open'; readonly db: Database }
  /** `later`: the browser has said neither yes nor no so far; what becomes of it in the end. */
  | { readonly state: 'refused'; readonly why: Trouble; readonly later?: Promise<Opened> };

/** Longer than most disks take; a database that never answers must not keep the names from being marked. Milliseconds. */
const LONGEST_OPENING = 8_000;

/**
 * Opens the database. A refusal is a value, a trouble for the reader; nothing is deleted. One that has not answered after
 * `patience` milliseconds is refused for now, and goes on opening.
 */
export async function openDatabase(name = 'muster', patience = LONGEST_OPENING): Promise<Opened> {
  const opening = openedOf(declareDatabase(name));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Opened>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'refused', why: trouble('storage-late'), later: opening }), patience);
  });
  const result = await Promise.race([opening, late]);
  clearTimeout(timer);
  return result;
}

async function openedOf(db: Database): Promise<Opened> {
  try {
    await db.open();
    return { state: 'open', db };
  } catch (error) {
    db.close();
    return { state: 'refused', why: refused(error) };
  }
}

function declareDatabase(name: string): Database {
  const db = new Dexie(name) as Database;
  db.version(1).stores({
    packs: 'channel',
    blocks: '[set+n], [set+last]',
    compiled: 'key',
    articles: '++id, &canonical, host, lastSeen',
    sightings: '[article+entity], [entity+date]',
    sentences: '[article+n]',
    pairs: '[a+b], a, b',
    verdicts: 'key',
    own: 'id',
  });
  // Packs are kept as lines since: the old ones are published rows and come again from the package.
  db.version(2)
    .stores({ feeds: 'id', changes: '[feed+seq+id], at', parts: '[sha256+n]' })
    .upgrade(async (tx) => {
      await tx.table('packs').clear();
      await tx.table('blocks').clear();
    });
  // Articles that were kept before have no fingerprint: they are counted as they were, and get one when they are read again.
  db.version(3).stores({ articles: '++id, &canonical, host, lastSeen, copy.of, *near' });
  db.version(4).stores({ ledger: 'chunk, [chunk+format+stamp]' });
  db.version(5).stores({ annotations: 'id, *lists', lists: 'id', looks: 'id' });
  return db;
}

function refused(error: unknown): Trouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'MissingAPIError' || name === 'SecurityError' || name === 'InvalidStateError') return trouble('storage-refused');
  if (isQuota(error)) return trouble('storage-full');
  return name === 'VersionError' ? trouble('storage-newer') : trouble('storage-broken', messageOf(error));
}
