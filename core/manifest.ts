import { checkEntityId, checkList, checkMap, checkText, type Loose, type Problems, shown } from './check.ts';
import { asciiJson } from './envelope.ts';
import type { EntityId } from './profile.ts';
import { checkFeedName, checkHash, checkMoment, checkWhole } from './root.ts';

/**
 * What a feed is now: the payload of `manifest.json`, the only file of a feed that changes. Everything else is named by the hash of its
 * content and never changes, so that no mirror, however late, can serve a mixture.
 */
export interface Manifest {
  readonly feed: string;
  /** As the reader is told: "Defence core". */
  readonly title: string;
  /** Number of the version; the pack's header has the same. */
  readonly seq: number;
  /** ISO 8601. A manifest is signed anew every day even if nothing changed; past `expires` it is still used, and called stale. */
  readonly issued: string;
  readonly expires: string;
  /** Oldest version of the extension that understands the pack. */
  readonly minClient: string;
  readonly rootVersion: number;
  readonly pack: PackFile;
  readonly deltas: readonly DeltaFile[];
  /** Records that must not be shown any more, not even from an older pack or from the extension's package: people who asked. */
  readonly removed: readonly EntityId[];
  readonly poll: { readonly every: number; readonly jitter: number };
  /** Other places with the same files, each address ending in a slash. */
  readonly mirrors: readonly string[];
  /** Where to ask for a correction: a mail address or a web page. */
  readonly contact: string;
  readonly licence: string;
}

/** A file as it must come out: its length when fetched (gzip), and length and hash when unpacked. */
export interface FeedFile {
  readonly sha256: string;
  readonly gz: number;
  readonly bytes: number;
}
export interface PackFile extends FeedFile {
  readonly records: number;
}
/** From one earlier version straight to this one. */
export interface DeltaFile extends FeedFile {
  readonly from: number;
  /** SHA-256 of the pack that it applies to, so that it cannot be applied to any other. */
  readonly base: string;
  readonly ops: number;
}

export const packPath = ({ sha256 }: FeedFile): string => `packs/${sha256}.jsonl.gz`;
export const deltaPath = ({ sha256 }: FeedFile): string => `deltas/${sha256}.jsonl.gz`;

const KEYS = [
  'muster-feed',
  'feed',
  'title',
  'seq',
  'issued',
  'expires',
  'min-client',
  'root-version',
  'pack',
  'deltas',
  'removed',
  'poll',
  'mirrors',
  'contact',
  'licence',
];
export const MOST_DELTAS = 30;
export const MOST_REMOVED = 1_000;
const MOST_MIRRORS = 8;
const HOUR = 3_600;
/** A publisher cannot make every reader ask every minute, nor keep them from asking for a month. Seconds. */
const EVERY = { least: 4 * HOUR, most: 14 * 24 * HOUR };

/** The manifest in a payload. Throws an Error with all that is wrong. */
export function parseManifest(payload: string): Manifest {
  const problems: Problems = [];
  const map = checkMap(JSON.parse(payload), 'manifest', KEYS, problems) ?? {};
  if (map['muster-feed'] !== 1) problems.push(`muster-feed: expected format 1, got ${shown(map['muster-feed'])}; update Muster`);
  const poll = checkMap(map.poll, 'poll', ['every', 'jitter'], problems) ?? {};
  const manifest: Manifest = {
    feed: checkFeedName(map.feed, 'feed', problems),
    title: checkText(map.title, 'title', problems, 80) ?? '',
    seq: checkWhole(map.seq, 'seq', problems, 1),
    issued: checkMoment(map.issued, 'issued', problems),
    expires: checkMoment(map.expires, 'expires', problems),
    minClient: checkVersion(map['min-client'], 'min-client', problems),
    rootVersion: checkWhole(map['root-version'], 'root-version', problems, 1),
    pack: parsePackFile(map.pack, problems),
    deltas: checkList(map.deltas, 'deltas', problems, (v, path) => parseDelta(v, path, problems), MOST_DELTAS),
    removed: checkList(map.removed, 'removed', problems, (v, path) => checkEntityId(v, path, problems), MOST_REMOVED),
    poll: {
      every: checkWhole(poll.every, 'poll.every', problems, EVERY.least, EVERY.most),
      jitter: checkWhole(poll.jitter, 'poll.jitter', problems, 0, EVERY.most),
    },
    mirrors: checkList(map.mirrors, 'mirrors', problems, (v, path) => checkFolder(v, path, problems), MOST_MIRRORS),
    contact: checkContact(map.contact, 'contact', problems),
    licence: checkText(map.licence, 'licence', problems) ?? '',
  };
  if (problems.length > 0) throw new Error(`manifest: ${problems.join('; ')}`);
  return manifest;
}

export function manifestToJson(manifest: Manifest): string {
  const { feed, title, seq, issued, expires, pack, deltas, removed, poll, mirrors, contact, licence } = manifest;
  return asciiJson({
    'muster-feed': 1,
    feed,
    title,
    seq,
    issued,
    expires,
    'min-client': manifest.minClient,
    'root-version': manifest.rootVersion,
    pack: { sha256: pack.sha256, gz: pack.gz, bytes: pack.bytes, records: pack.records },
    deltas: deltas.map(({ from, base, sha256, gz, bytes, ops }) => ({ from, base, sha256, gz, bytes, ops })),
    removed,
    poll: { every: poll.every, jitter: poll.jitter },
    mirrors,
    contact,
    licence,
  });
}

function parseFile(map: Loose, path: string, problems: Problems): FeedFile {
  return {
    sha256: checkHash(map.sha256, `${path}.sha256`, problems),
    gz: checkWhole(map.gz, `${path}.gz`, problems, 1),
    bytes: checkWhole(map.bytes, `${path}.bytes`, problems, 1),
  };
}

function parsePackFile(value: unknown, problems: Problems): PackFile {
  const map = checkMap(value, 'pack', ['sha256', 'gz', 'bytes', 'records'], problems) ?? {};
  return { ...parseFile(map, 'pack', problems), records: checkWhole(map.records, 'pack.records', problems) };
}

function parseDelta(value: unknown, path: string, problems: Problems): DeltaFile | undefined {
  const map = checkMap(value, path, ['from', 'base', 'sha256', 'gz', 'bytes', 'ops'], problems);
  if (map === undefined) return undefined;
  return {
    from: checkWhole(map.from, `${path}.from`, problems, 1),
    base: checkHash(map.base, `${path}.base`, problems),
    ...parseFile(map, path, problems),
    ops: checkWhole(map.ops, `${path}.ops`, problems),
  };
}

const VERSION = /^\d{1,5}(?:\.\d{1,5}){0,3}$/;

function checkVersion(value: unknown, path: string, problems: Problems): string {
  if (typeof value === 'string' && VERSION.test(value)) return value;
  problems.push(`${path}: expected a version such as 1.4.0, got ${shown(value)}`);
  return '0';
}

/** https, or this machine for a publisher who tries it out; no name or password in it, no query. */
const FOLDER =
  /^https:\/\/[^\s/@:?#]+(?::\d+)?\/(?:[^\s?#<>"`\\]*\/)?$|^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?\/(?:[^\s?#<>"`\\]*\/)?$/;

/** Whether an address is one under which a feed can stand: it ends in a slash. */
export function isFolder(address: string): boolean {
  return address.length <= 500 && FOLDER.test(address);
}

/** Whether an address means this machine. */
export function isLoopback(address: string): boolean {
  return /^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/.test(address);
}

function checkFolder(value: unknown, path: string, problems: Problems): string | undefined {
  if (typeof value === 'string' && isFolder(value)) return value;
  problems.push(`${path}: expected an https address that ends in a slash, got ${shown(value)}`);
  return undefined;
}

const CONTACT = /^(?:mailto:[^\s<>"`@]+@[^\s<>"`@]+\.[^\s<>"`@]+|https:\/\/[^\s/@<>"`]+\.[^\s@<>"`]+)$/;

function checkContact(value: unknown, path: string, problems: Problems): string {
  if (typeof value === 'string' && value.length <= 200 && CONTACT.test(value)) return value;
  problems.push(`${path}: expected mailto:somebody@example.org or an https address, got ${shown(value)}`);
  return '';
}

/** Negative if `a` is the older of two versions of the extension. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
