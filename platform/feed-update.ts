import { parseDelta } from '../core/delta.ts';
import {
  ADDED_LIMITS,
  type Base,
  type FeedCode,
  nextAfterFailure,
  nextAfterSuccess,
  OWN_LIMITS,
  type Plan,
  planUpdate,
  type Seen,
} from '../core/feed.ts';
import { holdReasons } from '../core/gate.ts';
import { deltaPath, type Manifest, packPath } from '../core/manifest.ts';
import { keySetOf, parseRoot, type Root } from '../core/root.ts';
import type { Database, FeedRow, PackRow } from './db.ts';
import { ask, type FeedWorld, type How, type Offer } from './feed-ask.ts';
import { getFile } from './feed-file.ts';
import { Stop } from './feed-net.ts';
import { type Staged, type StageJob, stageDelta, stagePack, verifyStaged } from './feed-stage.ts';
import { deleteSet, setOf, sweepBlocks } from './packs.ts';
import { isQuota, messageOf } from './report.ts';

/**
 * One feed brought up to date: ask, trust, plan, fetch, stage, verify, weigh, switch; then others take the new names in and tidy up.
 *
 * All that decides whom to believe is checked before anything is stored. What is stored before the switch is beside what is in use; the
 * switch is one small transaction. So the program may be ended after any line: what is in use stays whole, numbers never go back, and the
 * next run begins again and uses what it finds. Every failure is a code and a sentence in the feed's row.
 *
 * No part of the extension's API is needed here: the publisher's `verify --as-client` runs this very code in Node.
 */
/** Larger than this is large on a metered line. Bytes. */
const LARGE = 1_000_000;
/** Changes that are written down together: more would keep the background from answering for a while. */
const PER_PUT = 250;
const DAY = 24 * 60 * 60 * 1_000;
/** What is written down of removed records goes with this; of other changes later. */
const KEEP_REMOVED = 7 * DAY;
const KEEP_CHANGES = 90 * DAY;

/** Brings a feed up to date, or says in its row why not. Answers the code. Rejects only if not even that can be stored. */
export async function updateFeed(world: FeedWorld, id: string, how: How): Promise<FeedCode> {
  const before = await world.db.feeds.get(id);
  if (before === undefined) return 'storage';
  try {
    const code = await attempt(world, before, how);
    await tidy(world);
    return code;
  } catch (error) {
    const stop = stopOf(error);
    await noteFailure(world, id, stop);
    return stop.code;
  }
}

function stopOf(error: unknown): Stop {
  if (error instanceof Stop) return error;
  if (isQuota(error)) return new Stop('no-space', 'There is no room to store the new version; the one in use stays. Free some space.');
  return new Stop('storage', `The new version could not be stored (${messageOf(error)}); the one in use stays.`);
}

async function noteFailure({ db, now, random }: FeedWorld, id: string, { code, message, retryAfter }: Stop): Promise<void> {
  await db.transaction('rw', db.feeds, async () => {
    const row = await db.feeds.get(id);
    if (row === undefined) return;
    const failures = row.failures + 1;
    const nextAt = nextAfterFailure(code, failures, now(), random(), retryAfter);
    await db.feeds.put({ ...row, failures, nextAt, checkedAt: isoOf(now()), code, words: message });
  });
}

const isoOf = (time: number): string => new Date(time).toISOString();

async function attempt(world: FeedWorld, before: FeedRow, how: How): Promise<FeedCode> {
  await world.step('ask');
  const offer = await ask(world, before, how, (payload, root) => adopt(world, before, payload, root));
  await world.step('trust');
  const row = await believe(world, before, offer);
  await world.step('plan');
  const old = await world.db.packs.get(row.id);
  const { manifest } = offer;
  const base: Base | undefined = old === undefined ? undefined : { version: old.header.version, sha256: old.sha256 };
  // A newer Muster may have brought a newer pack than the feed has.
  if (old !== undefined && old.from === 'package' && old.header.version > manifest.seq) return settle(world, row, offer, 'current');
  const plan = planUpdate(manifest, base);
  if (plan.what === 'nothing') return settle(world, row, offer, 'current');
  if (row.held?.sha256 === manifest.pack.sha256 && how.allow !== manifest.pack.sha256)
    return settle(world, row, offer, row.held.refused ? 'current' : 'held', { held: row.held });
  await expectRoom(row, manifest);
  const size = plan.what === 'delta' ? plan.delta.gz : manifest.pack.gz;
  if (how.sparing && !how.byHand && size > LARGE) return settle(world, row, offer, 'waiting', { waiting: size });
  const staged = await install(world, row, offer, old, plan);
  await world.step('gate');
  const reasons = how.allow === manifest.pack.sha256 ? [] : holdReasons(staged.blast);
  if (reasons.length > 0) {
    await deleteSet(world.db, staged.set);
    const held = { seq: manifest.seq, sha256: manifest.pack.sha256, reasons, since: isoOf(world.now()) };
    return settle(world, row, offer, 'held', { held });
  }
  await flip(world, row, offer, staged);
  await world.step('names');
  await world.names();
  return 'updated';
}

/** Writes down what is believed from now on, before anything that rests on it: an older manifest is not believed after this. */
async function believe({ db, now }: FeedWorld, before: FeedRow, { root, manifest, signedBy }: Offer): Promise<FeedRow> {
  return db.transaction('rw', db.feeds, async () => {
    const row = await db.feeds.get(before.id);
    // Removed by the reader meanwhile.
    if (row === undefined) throw new Stop('storage', 'The feed was removed.');
    const seen: Seen = { keySet: keySetOf(root), seq: manifest.seq, sha256: manifest.pack.sha256, issued: manifest.issued };
    const { title, contact, licence, mirrors, issued, expires, removed } = manifest;
    const believed: FeedRow = {
      ...row,
      seen: [...row.seen.filter(({ keySet }) => keySet !== seen.keySet), seen],
      ...{ title, contact, licence, mirrors, issued, expires, removed, signedBy },
      checkedAt: isoOf(now()),
    };
    await db.feeds.put(believed);
    return believed;
  });
}

/** Newer keys hold from now on, and a pack that its publisher has withdrawn is used no more, even if there is none in its place. */
async function adopt({ db, names }: FeedWorld, { id }: FeedRow, payload: string, root: Root): Promise<void> {
  const dropped = await db.transaction('rw', db.feeds, db.packs, async () => {
    const row = await db.feeds.get(id);
    if (row === undefined || (row.root !== undefined && parseRoot(row.root).version >= root.version)) return false;
    await db.feeds.put({ ...row, root: payload });
    const old = await db.packs.get(id);
    if (old === undefined || !root.revoked.includes(old.sha256)) return false;
    await db.packs.delete(id);
    return true;
  });
  if (dropped) await names();
}

/** A good end: the clock for the next question starts anew. */
async function settle(
  { db, now, random }: FeedWorld,
  { id }: FeedRow,
  { manifest }: Offer,
  code: FeedCode,
  more: Pick<Partial<FeedRow>, 'held' | 'waiting'> = {},
): Promise<FeedCode> {
  await db.transaction('rw', db.feeds, async () => {
    const row = await db.feeds.get(id);
    if (row !== undefined) await db.feeds.put(settled(row, manifest, now(), random(), code, more));
  });
  return code;
}

function settled(row: FeedRow, manifest: Manifest, now: number, chance: number, code: FeedCode, more: Partial<FeedRow> = {}): FeedRow {
  const { words: _words, held: _held, waiting: _waiting, ...rest } = row;
  const confirmed = code === 'held' || code === 'waiting' ? {} : { confirmedAt: isoOf(now) };
  return { ...rest, ...confirmed, ...more, code, failures: 0, nextAt: nextAfterSuccess(manifest, now, chance), checkedAt: isoOf(now) };
}

async function expectRoom(row: FeedRow, { pack }: Manifest): Promise<void> {
  const limits = row.builtIn ? OWN_LIMITS : ADDED_LIMITS;
  if (pack.bytes > limits.bytes || pack.records > limits.records)
    throw new Stop(
      'too-big',
      `It holds ${pack.records} records in ${pack.bytes} bytes; at most ${limits.records} in ${limits.bytes} are taken.`,
    );
  const estimate = await globalThis.navigator?.storage?.estimate?.().catch(() => undefined);
  if (estimate?.quota === undefined || estimate.usage === undefined) return;
  // Old and new lie side by side for a moment, and the file that they come from.
  if (pack.bytes * 1.5 > (estimate.quota - estimate.usage) * 0.8)
    throw new Stop('no-space', 'There is no room to store the new version; the one in use stays. Free some space.');
}

/** Fetches, stages and verifies, by the delta if there is one; whatever is wrong with that, the whole pack is the second try. */
async function install(world: FeedWorld, row: FeedRow, offer: Offer, old: PackRow | undefined, plan: Plan): Promise<Staged> {
  const { pack, seq } = offer.manifest;
  const set = setOf(row.id, seq, pack.sha256);
  const job: StageJob = {
    ...{ db: world.db, feed: offer.manifest.feed, set, old, expected: pack },
    gate: await world.gate(),
    breathe: (part) => world.step('stage', part),
  };
  const tell = (part: number) => world.step('fetch', part);
  const byDelta = async () => {
    if (plan.what !== 'delta') throw new Stop('not-yet', 'There is no delta.');
    const bytes = await getFile(world, world.db, offer.places, deltaPath(plan.delta), plan.delta, tell);
    return stageDelta(job, readDelta(bytes));
  };
  const byPack = async () => stagePack(job, await getFile(world, world.db, offer.places, packPath(pack), pack, tell));
  const tries = plan.what === 'delta' ? [byDelta, byPack] : [byPack, byPack];
  for (const [i, make] of tries.entries()) {
    try {
      await world.step('fetch');
      const staged = await make();
      expectHeader(staged, offer);
      await world.step('verify');
      await verifyStaged(world.db, set, staged.headerLine, pack);
      return staged;
    } catch (error) {
      await deleteSet(world.db, set);
      // A whole pack is tried a second time only if what was found in storage did not fit: an interrupted try may have left it there.
      const again = i === 0 && (plan.what === 'delta' || (error instanceof Stop && error.code === 'bad-hash'));
      if (!again || isQuota(error)) throw error;
    }
  }
  throw new Stop('bad-hash', 'The new version could not be verified.');
}

function readDelta(bytes: Uint8Array) {
  try {
    return parseDelta(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw new Stop('bad-records', `The delta is not taken: ${messageOf(error).slice(0, 300)}`);
  }
}

function expectHeader({ header }: Staged, { manifest }: Offer): void {
  if (header.channel !== manifest.feed || header.version !== manifest.seq)
    throw new Stop('bad-records', `The pack calls itself ${header.channel}@${header.version}; expected ${manifest.feed}@${manifest.seq}.`);
}

/** The one moment at which the new version becomes the one in use. */
async function flip({ db, now, random, step, client }: FeedWorld, { id }: FeedRow, { manifest }: Offer, staged: Staged): Promise<void> {
  await step('switch');
  const { header, set, blast, changes } = staged;
  const at = isoOf(now());
  for (let from = 0; from < changes.length; from += PER_PUT) {
    await db.changes.bulkPut(changes.slice(from, from + PER_PUT).map((change) => ({ ...change, feed: id, seq: manifest.seq, at })));
    await step('switch', from / changes.length);
  }
  const pack: PackRow = {
    ...{ channel: id, set, header, sha256: manifest.pack.sha256, installed: at, extension: client },
    from: 'feed',
    hits: blast.after.hits,
  };
  await db.transaction('rw', db.packs, db.feeds, async () => {
    const row = await db.feeds.get(id);
    if (row === undefined) throw new Stop('storage', 'The feed was removed.');
    await db.packs.put(pack);
    await db.feeds.put(settled(row, manifest, now(), random(), 'updated'));
  });
}

/** What nobody uses any more goes: blocks of older versions, pieces of files, what is written down of people who were removed. */
async function tidy({ db, now, step }: FeedWorld): Promise<void> {
  await step('tidy');
  await sweepFeeds(db, now());
}

/** Not while a version is being staged. */
export async function sweepFeeds(db: Database, now: number): Promise<void> {
  await sweepBlocks(db);
  const day = isoOf(now - DAY);
  await db.parts.filter(({ at }) => at < day).delete();
  await db.changes
    .where('at')
    .below(isoOf(now - KEEP_CHANGES))
    .delete();
  await db.changes
    .where('at')
    .below(isoOf(now - KEEP_REMOVED))
    .filter(({ change }) => change.what === 'removed')
    .delete();
}
