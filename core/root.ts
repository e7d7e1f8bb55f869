import { checkList, checkMap, type Problems, shown } from './check.ts';
import { asciiJson, type Envelope, KEY } from './envelope.ts';

/**
 * Whom to believe: the keys of a feed, in a document of its own that is signed by keys which lie off line. Each version is signed by
 * enough of its own root keys and by enough of those of the version before it, so that a reader who trusts one can walk to the newest.
 */
export interface Root {
  readonly feed: string;
  readonly version: number;
  /** ISO 8601. Nothing new is accepted on the word of a root that is past it; what was accepted stays in use. */
  readonly expires: string;
  /** How many of `rootKeys` must sign the next root, and this one. */
  readonly threshold: number;
  readonly rootKeys: readonly string[];
  /** How many of `feedKeys` must sign a manifest. */
  readonly feedThreshold: number;
  readonly feedKeys: readonly string[];
  /** SHA-256 of packs that must not be used any more. */
  readonly revoked: readonly string[];
}

const KEYS = ['muster-root', 'feed', 'version', 'expires', 'threshold', 'root-keys', 'feed-threshold', 'feed-keys', 'revoked'];
const MOST_KEYS = 16;
export const MOST_REVOKED = 500;

/** A walk of more versions than this is not walked: thirteen months each, it would be older than the browser. */
export const MOST_ROOTS = 32;

export const FEED_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const SHA256 = /^[0-9a-f]{64}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/**
 * Points of small order: a signature under such a key can be made by anybody, and browsers do not all refuse them
 * (web-platform-tests 43751). The encodings of libsodium's `ge25519_has_small_order`, each with either sign bit.
 */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '0000000000000000000000000000000000000000000000000000000000000000',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** The root in a payload. Throws an Error with all that is wrong. */
export function parseRoot(payload: string): Root {
  const problems: Problems = [];
  const map = checkMap(JSON.parse(payload), 'root', KEYS, problems) ?? {};
  if (map['muster-root'] !== 1) problems.push(`muster-root: expected format 1, got ${shown(map['muster-root'])}`);
  const root: Root = {
    feed: checkFeedName(map.feed, 'feed', problems),
    version: checkWhole(map.version, 'version', problems, 1),
    expires: checkMoment(map.expires, 'expires', problems),
    threshold: checkWhole(map.threshold, 'threshold', problems, 1),
    rootKeys: checkKeys(map['root-keys'], 'root-keys', problems),
    feedThreshold: checkWhole(map['feed-threshold'], 'feed-threshold', problems, 1),
    feedKeys: checkKeys(map['feed-keys'], 'feed-keys', problems),
    revoked: checkHashes(map.revoked, 'revoked', problems, MOST_REVOKED),
  };
  if (root.threshold > root.rootKeys.length) problems.push(`threshold: ${root.threshold} of ${root.rootKeys.length} keys`);
  if (root.feedThreshold > root.feedKeys.length) problems.push(`feed-threshold: ${root.feedThreshold} of ${root.feedKeys.length} keys`);
  if (root.feedKeys.some((key) => root.rootKeys.includes(key))) problems.push('feed-keys: a root key lies off line and signs no feed');
  if (problems.length > 0) throw new Error(`root: ${problems.join('; ')}`);
  return root;
}

export function rootToJson(root: Root): string {
  return asciiJson({
    'muster-root': 1,
    feed: root.feed,
    version: root.version,
    expires: root.expires,
    threshold: root.threshold,
    'root-keys': root.rootKeys,
    'feed-threshold': root.feedThreshold,
    'feed-keys': root.feedKeys,
    revoked: root.revoked,
  });
}

/** The feed keys as one text: numbers of versions are compared among manifests of the same keys only, so that new keys heal a poisoned number. */
export function keySetOf(root: Root): string {
  return [...root.feedKeys].sort().join(' ');
}

/**
 * Why these signatures do not do; undefined if they do. `valid` says which of them the browser verified. All must be right and of a known
 * key: one that is not says that somebody touched the document.
 */
export function lacksSignatures(
  envelope: Envelope,
  valid: ReadonlySet<string>,
  keys: readonly string[],
  threshold: number,
): string | undefined {
  for (const { keyid } of envelope.signatures) {
    if (!keys.includes(keyid)) return `signed by a key that is not among the feed's (${keyid.slice(0, 8)}…)`;
    if (!valid.has(keyid)) return `the signature of key ${keyid.slice(0, 8)}… is wrong`;
  }
  return envelope.signatures.length < threshold ? `signed by ${envelope.signatures.length} of ${threshold} keys` : undefined;
}

/** Why `next` may not follow `root`; undefined if it may. Both sets of root keys must have signed it. */
export function cannotFollow(root: Root, next: Root, envelope: Envelope, valid: ReadonlySet<string>): string | undefined {
  if (next.feed !== root.feed) return `it is of another feed (${next.feed})`;
  if (next.version !== root.version + 1) return `it has version ${next.version}, expected ${root.version + 1}`;
  const unknown = lacksSignatures(envelope, valid, [...root.rootKeys, ...next.rootKeys], 1);
  if (unknown !== undefined) return unknown;
  const signedBy = (keys: readonly string[]) => envelope.signatures.filter(({ keyid }) => keys.includes(keyid)).length;
  if (signedBy(root.rootKeys) < root.threshold)
    return `signed by ${signedBy(root.rootKeys)} of ${root.threshold} keys of version ${root.version}`;
  if (signedBy(next.rootKeys) < next.threshold) return `signed by ${signedBy(next.rootKeys)} of ${next.threshold} of its own keys`;
  return undefined;
}

export function checkFeedName(value: unknown, path: string, problems: Problems): string {
  if (typeof value === 'string' && value.length <= 40 && FEED_NAME.test(value)) return value;
  problems.push(`${path}: expected a name in lower case, got ${shown(value)}`);
  return '';
}

/** A whole number of at most 2^31 − 1: beyond 2^53 a JSON number is no longer the one that was written. */
export function checkWhole(value: unknown, path: string, problems: Problems, least = 0, most = 2_147_483_647): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  problems.push(`${path}: expected a whole number from ${least} to ${most}, got ${shown(value)}`);
  return least;
}

export function checkMoment(value: unknown, path: string, problems: Problems): string {
  if (typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value))) return value;
  problems.push(`${path}: expected a moment such as 2026-11-23T06:00:00Z, got ${shown(value)}`);
  return '1970-01-01T00:00:00Z';
}

export function checkHash(value: unknown, path: string, problems: Problems): string {
  if (typeof value === 'string' && SHA256.test(value)) return value;
  problems.push(`${path}: expected a SHA-256 in hex, got ${shown(value)}`);
  return '';
}

export function checkHashes(value: unknown, path: string, problems: Problems, most: number): readonly string[] {
  return checkList(value, path, problems, (v, p) => checkHash(v, p, problems), most);
}

function checkKeys(value: unknown, path: string, problems: Problems): readonly string[] {
  const keys = checkList(
    value,
    path,
    problems,
    (v, p) => {
      if (typeof v === 'string' && KEY.test(v) && !SMALL_ORDER.has(v)) return v;
      problems.push(`${p}: expected an Ed25519 public key in hex, got ${shown(v)}`);
      return undefined;
    },
    MOST_KEYS,
  );
  if (new Set(keys).size < keys.length) problems.push(`${path}: a key stands there twice`);
  return keys;
}
