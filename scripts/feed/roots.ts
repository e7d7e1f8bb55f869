import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Envelope, ROOT_TYPE } from '../../core/envelope.ts';
import { cannotFollow, lacksSignatures, parseRoot, type Root, rootToJson } from '../../core/root.ts';
import { DAY, momentOf, sha256Of, writeWhole } from './files.ts';
import { type Key, seal, unseal } from './keys.ts';

/** A root as it lies on the server, found good. */
export interface SignedRoot {
  readonly root: Root;
  readonly envelope: Envelope;
}

/** Thirteen months: a yearly ceremony that is a month late still is in time. */
export const ROOT_LIFE = 396 * DAY;
const THRESHOLD = 2;

export const rootFileOf = (folder: string, version: number): string => join(folder, 'root', `${version}.json`);

export function firstRoot(feed: string, rootKeys: readonly Key[], feedKeys: readonly Key[], now: number): Root {
  const ids = (keys: readonly Key[]) => keys.map(({ id }) => id);
  const keys = { threshold: THRESHOLD, rootKeys: ids(rootKeys), feedThreshold: 1, feedKeys: ids(feedKeys) };
  return { feed, version: 1, expires: momentOf(now + ROOT_LIFE), ...keys, revoked: [] };
}

/** All versions of the root in a folder, oldest first, each found to be signed by its own keys and by those of the one before it. */
export function readRoots(folder: string): readonly SignedRoot[] {
  const roots: SignedRoot[] = [];
  for (let version = 1; existsSync(rootFileOf(folder, version)); version++) {
    const path = rootFileOf(folder, version);
    const { envelope, valid } = unseal(readFileSync(path, 'utf8'), ROOT_TYPE, path);
    const root = parseRoot(envelope.payload);
    const before = roots.at(-1)?.root;
    const problem =
      before === undefined ? lacksSignatures(envelope, valid, root.rootKeys, root.threshold) : cannotFollow(before, root, envelope, valid);
    if (problem !== undefined) throw new Error(`${path}: ${problem}`);
    if (root.version !== version) throw new Error(`${path}: it says that it is version ${root.version}`);
    roots.push({ root, envelope });
  }
  return roots;
}

export function newestRoot(folder: string): Root {
  const newest = readRoots(folder).at(-1);
  if (newest === undefined)
    throw new Error(`${rootFileOf(folder, 1)}: there is no such file; make a feed with: npm run feed -- init --name NAME`);
  return newest.root;
}

/** Signs a root and puts it into its folder, if readers will take it. `signers` are the keys at hand: those the root does not know are left out. */
export function writeRoot(folder: string, root: Root, signers: readonly Key[]): void {
  const before = readRoots(folder).at(-1)?.root;
  const known = new Set([...root.rootKeys, ...(before?.rootKeys ?? [])]);
  const keys = signers.filter(({ id }) => known.has(id));
  if (before !== undefined) expectHolders(before, keys);
  expectHolders(root, keys);
  const path = rootFileOf(folder, root.version);
  if (existsSync(path)) throw new Error(`${path}: there is this version of the root already; a signed version is never changed`);
  const text = seal(ROOT_TYPE, rootToJson(root), keys);
  parseRoot(unseal(text, ROOT_TYPE, path).envelope.payload);
  writeWhole(path, text);
}

/** Throws if too few of the holders are there. */
export function expectHolders({ version, threshold, rootKeys }: Root, keys: readonly Key[]): void {
  const have = keys.filter(({ id }) => rootKeys.includes(id)).length;
  if (have < threshold)
    throw new Error(
      `needs ${threshold} of the root keys of version ${version}, found ${have}; name the folder of each holder: --root-keys FOLDER --root-keys FOLDER`,
    );
}

/** What a publisher hands to readers, and a reader's browser compares. */
export function fingerprintOf({ envelope }: SignedRoot): string {
  return sha256Of(envelope.payload).slice(0, 40);
}

export function inGroups(fingerprint: string): string {
  return fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
}
