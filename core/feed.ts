import { compareVersions, type DeltaFile, type Manifest } from './manifest.ts';
import { keySetOf, type Root } from './root.ts';

/**
 * What a reader's browser makes of a feed: whether a manifest may be believed, what to fetch, when to ask again. All of it is decided
 * before anything is stored. Nothing here touches network, storage or clock; `platform/feed-update.ts` does.
 *
 * The invariant: among manifests that are signed by the same keys, the number never goes back, and one number never means two things.
 */

/** How an update, or the try, ended. One word each, kept with the feed; the reader is told in sentences. */
export const FEED_CODES = [
  // Well
  'updated',
  'current',
  'held',
  'waiting',
  // The network
  'unreachable',
  'not-found',
  'gone',
  'busy',
  'refused',
  'server-error',
  'redirected',
  'empty',
  'not-a-feed',
  'too-big',
  'too-slow',
  'cut-short',
  'bad-gzip',
  'bad-hash',
  'not-yet',
  // Trust
  'bad-root',
  'wrong-fingerprint',
  'root-expired',
  'bad-signature',
  'bad-manifest',
  'wrong-feed',
  'behind',
  'equivocation',
  'revoked',
  'needs-update',
  // Here
  'bad-records',
  'no-space',
  'storage',
  'not-allowed',
] as const;
export type FeedCode = (typeof FEED_CODES)[number];

/** The last manifest that was believed, of one set of keys. */
export interface Seen {
  readonly keySet: string;
  readonly seq: number;
  readonly sha256: string;
  readonly issued: string;
}

export interface Client {
  /** Version of the extension. */
  readonly version: string;
  /** Milliseconds since 1970, as this machine has it, which may be wrong by years. */
  readonly now: number;
}

export type Judgement = { readonly state: 'take' } | { readonly state: 'refuse'; readonly code: FeedCode; readonly words: string };

const refuse = (code: FeedCode, words: string): Judgement => ({ state: 'refuse', code, words });

/** A manifest whose signatures are right: may it be believed? A wrong clock refuses nothing: only a root that is past its time does. */
export function judge(manifest: Manifest, root: Root, seen: Seen | undefined, client: Client): Judgement {
  const { seq, pack, issued } = manifest;
  if (manifest.feed !== root.feed) return refuse('wrong-feed', `It is the feed “${manifest.feed}”, expected “${root.feed}”.`);
  if (manifest.rootVersion > root.version)
    return refuse('not-yet', `It was signed under version ${manifest.rootVersion} of the keys, which is not to be had yet.`);
  if (manifest.rootVersion < root.version)
    return refuse('behind', `It was signed under version ${manifest.rootVersion} of the keys; the keys are at version ${root.version}.`);
  if (Date.parse(root.expires) < client.now) return refuse('root-expired', `The keys of the feed were good until ${root.expires}.`);
  if (root.revoked.includes(pack.sha256)) return refuse('revoked', `Version ${seq} was withdrawn by its publisher.`);
  if (seen !== undefined && seen.keySet === keySetOf(root)) {
    if (seq < seen.seq) return refuse('behind', `It offers version ${seq}; version ${seen.seq} was seen before.`);
    if (seq === seen.seq && pack.sha256 !== seen.sha256)
      return refuse(
        'equivocation',
        `Two different packs call themselves version ${seq} (${seen.sha256.slice(0, 8)}…, ${pack.sha256.slice(0, 8)}…).`,
      );
    if (seq === seen.seq && issued < seen.issued)
      return refuse('behind', `It was signed at ${issued}; one of ${seen.issued} was seen before.`);
  }
  if (compareVersions(client.version, manifest.minClient) < 0)
    return refuse('needs-update', `Version ${seq} needs Muster ${manifest.minClient} or newer; this is ${client.version}.`);
  return { state: 'take' };
}

/** What is in use now: number and hash of the pack, if there is one. */
export interface Base {
  readonly version: number;
  readonly sha256: string;
}

export type Plan = { readonly what: 'nothing' } | { readonly what: 'pack' } | { readonly what: 'delta'; readonly delta: DeltaFile };

/** A delta that is larger than this part of the whole pack is not worth its two ways of going wrong. */
const WORTH = 0.5;

/** What to fetch to get from `base` to the manifest's pack: a delta from exactly this base, or all of it. */
export function planUpdate(manifest: Manifest, base: Base | undefined): Plan {
  if (base === undefined) return { what: 'pack' };
  if (base.sha256 === manifest.pack.sha256) return { what: 'nothing' };
  const delta = manifest.deltas.find((one) => one.base === base.sha256 && one.gz <= manifest.pack.gz * WORTH);
  return delta === undefined ? { what: 'pack' } : { what: 'delta', delta };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONGEST_BACK_OFF = 6 * HOUR;
/** What the mirrors do not have yet they may have in an hour. */
const NOT_YET = HOUR;

/** When to ask again after a success, milliseconds since 1970. `chance` is a random number from 0 to 1: readers must not all come at once. */
export function nextAfterSuccess({ poll }: Pick<Manifest, 'poll'>, now: number, chance: number): number {
  return now + poll.every * 1_000 + Math.round((chance - 0.5) * poll.jitter * 1_000);
}

/** When to ask again after the n-th failure in a row (1, 2, …): full jitter under a doubling bound, and never before the host allows it. */
export function nextAfterFailure(code: FeedCode, failures: number, now: number, chance: number, retryAfter = 0): number {
  if (code === 'not-yet') return now + NOT_YET;
  const bound = Math.min(LONGEST_BACK_OFF, MINUTE * 2 ** Math.min(failures, 20));
  return now + Math.max(MINUTE / 2 + chance * bound, Math.min(retryAfter, DAY));
}

/** Whether it is time. A clock that was set back by more than the longest pause must not stop the updates for years. */
export function isDue(nextAt: number | undefined, now: number): boolean {
  return nextAt === undefined || now >= nextAt || nextAt - now > 30 * DAY;
}

/** Profiles that nobody has confirmed for this long are called stale, whatever the manifest says. */
const STALE_AFTER = 30 * DAY;

/** Whether the reader must be told that the profiles may be out of date: past the publisher's own date, or not confirmed for a month. */
export function isStale(expires: string | undefined, confirmed: string | undefined, now: number): boolean {
  if (expires !== undefined && Date.parse(expires) < now) return true;
  if (confirmed === undefined) return false;
  const since = now - Date.parse(confirmed);
  // Confirmed in the future: the clock was wrong then or is wrong now, and neither can be trusted to say that all is fresh.
  return since > STALE_AFTER || since < -DAY;
}

/** How much of a feed is let in. The one that came with Muster may be larger than one that a reader added. */
export interface Limits {
  readonly records: number;
  /** Of the pack, unpacked. */
  readonly bytes: number;
}
export const OWN_LIMITS: Limits = { records: 200_000, bytes: 128 * 1_024 * 1_024 };
export const ADDED_LIMITS: Limits = { records: 20_000, bytes: 16 * 1_024 * 1_024 };
export const MOST_FEEDS = 8;
