import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeltaWalk, parseDelta, patchHeader } from '../../core/delta.ts';
import { judge, planUpdate } from '../../core/feed.ts';
import { type DeltaFile, deltaPath, type FeedFile, type Manifest, packPath } from '../../core/manifest.ts';
import { parsePack } from '../../core/pack.ts';
import type { Root } from '../../core/root.ts';
import { linesOf } from './diff.ts';
import { gunzip, sha256Of } from './files.ts';
import { readRoots } from './roots.ts';
import { manifestFileOf, readManifest } from './sign.ts';
import { LARGEST_PACK, packFileOf } from './store.ts';
import { splitPack } from './versions.ts';

/** What was looked at, and what was found. */
export interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly says: string;
}

/**
 * Everything in a feed's folder that a reader's browser will look at, looked at. Each finding is about one file; one that is wrong does not
 * keep the others from being looked at, unless they rest on it.
 */
export function verifyFeed(folder: string, now: number): readonly Finding[] {
  const findings: Finding[] = [];
  const look = <T>(what: string, find: () => readonly [says: string, value: T]): T | undefined => {
    try {
      const [says, value] = find();
      findings.push({ what, ok: true, says });
      return value;
    } catch (error) {
      findings.push({ what, ok: false, says: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  };
  look('folder', () => [lookForKeys(folder), undefined]);
  const root = look('root', () => lookAtRoots(folder));
  const manifest = root && look('manifest.json', () => lookAtManifest(folder, root, now));
  if (manifest === undefined) return findings;
  const text = look('pack', () => lookAtPack(folder, manifest));
  for (const delta of manifest.deltas) look(`delta from ${delta.from}`, () => [lookAtDelta(folder, manifest, delta, text), undefined]);
  return findings;
}

/** Everything in this folder is about to be public. */
function lookForKeys(folder: string): string {
  if (!existsSync(folder)) throw new Error(`${folder}: there is no such folder`);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const key = names.find((name) => /\.(?:pem|key)$/.test(name));
  if (key !== undefined)
    throw new Error(
      `${join(folder, key)}: this looks like a private key, in a folder for the public; take it away, and if it was public already: rotate`,
    );
  return 'no private keys';
}

function lookAtRoots(folder: string): readonly [string, Root] {
  const newest = readRoots(folder).at(-1)?.root;
  if (newest === undefined) throw new Error(`${join(folder, 'root', '1.json')}: there is no such file`);
  const beyond = readdirSync(join(folder, 'root')).filter((name) => Number(name.replace(/\.json$/, '')) > newest.version);
  if (beyond.length > 0)
    throw new Error(`root/${newest.version + 1}.json is missing, root/${beyond[0]} is there; readers cannot step over a gap`);
  return [
    `${newest.version} version${newest.version === 1 ? '' : 's'}, each signed by the one before; good until ${newest.expires}`,
    newest,
  ];
}

function lookAtManifest(folder: string, root: Root, now: number): readonly [string, Manifest] {
  const path = manifestFileOf(folder);
  const manifest = readManifest(folder, root);
  if (manifest === undefined) throw new Error(`${path}: there is no such file; run: npm run feed -- sign`);
  const verdict = judge(manifest, root, undefined, { version: manifest.minClient, now });
  if (verdict.state === 'refuse') throw new Error(`${path}: readers refuse it (${verdict.code}). ${verdict.words}`);
  if (Date.parse(manifest.expires) < now) throw new Error(`${path}: it expired at ${manifest.expires}; sign again`);
  return [`version ${manifest.seq}, signed ${manifest.issued}, good until ${manifest.expires}`, manifest];
}

function lookAtPack(folder: string, { feed, seq, pack }: Manifest): readonly [string, string] {
  const text = readFeedFile(folder, packPath(pack), pack);
  const { header, records } = parsePack(text);
  if (header.channel !== feed || header.version !== seq)
    throw new Error(`${packPath(pack)}: it calls itself ${header.channel}@${header.version}; expected ${feed}@${seq}`);
  if (records.length !== pack.records)
    throw new Error(`${packPath(pack)}: it holds ${records.length} records; the manifest says ${pack.records}`);
  return [`${records.length} records, ${pack.gz} bytes, ${pack.bytes} unpacked`, text];
}

/** The text of a file, if its length, the length of what is in it and its hash are those of the manifest. */
function readFeedFile(folder: string, path: string, file: FeedFile): string {
  if (!existsSync(join(folder, path))) throw new Error(`${path}: there is no such file`);
  const packed = readFileSync(join(folder, path));
  if (packed.length !== file.gz) throw new Error(`${path}: it has ${packed.length} bytes; the manifest says ${file.gz}`);
  let text: string;
  try {
    text = gunzip(packed, file.bytes);
  } catch (error) {
    throw new Error(`${path}: it cannot be unpacked (${error instanceof Error ? error.message : String(error)})`);
  }
  const hash = sha256Of(text);
  if (hash !== file.sha256) throw new Error(`${path}: expected SHA-256 ${file.sha256.slice(0, 12)}…, got ${hash.slice(0, 12)}…`);
  if (Buffer.byteLength(text) !== file.bytes)
    throw new Error(`${path}: it unpacks to ${Buffer.byteLength(text)} bytes; the manifest says ${file.bytes}`);
  return text;
}

function lookAtDelta(folder: string, manifest: Manifest, delta: DeltaFile, after: string | undefined): string {
  const path = deltaPath(delta);
  const parsed = named(path, () => parseDelta(readFeedFile(folder, path, delta)));
  if (parsed.ops.length !== delta.ops) throw new Error(`${path}: it has ${parsed.ops.length} changes; the manifest says ${delta.ops}`);
  if (delta.from >= manifest.seq) throw new Error(`${path}: it leads from version ${delta.from} to ${manifest.seq}`);
  if (planUpdate(manifest, { version: delta.from, sha256: delta.base }).what !== 'delta')
    throw new Error(`${path}: no reader would take it: too large, or another delta has the same base`);
  const size = `${delta.ops} changes, ${delta.gz} bytes`;
  const basePath = packFileOf(folder, delta.base);
  if (!existsSync(basePath)) return `${size}; the pack of version ${delta.from} is not here to try it on`;
  if (after === undefined) throw new Error(`${path}: there is no good pack to compare its result with`);
  const before = gunzip(readFileSync(basePath), LARGEST_PACK);
  if (sha256Of(before) !== delta.base) throw new Error(`${basePath}: it is not the pack that its name says`);
  if (named(path, () => applied(before, parsed)) !== after)
    throw new Error(`${path}: version ${delta.from} and its changes do not give version ${manifest.seq}`);
  return `${size}; gives the pack, byte for byte`;
}

/** Core speaks of "delta"; which one, it does not know. */
function named<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    throw new Error(says.startsWith(path) ? says : `${path}: ${says}`);
  }
}

function applied(before: string, { header, ops }: ReturnType<typeof parseDelta>): string {
  const walk = new DeltaWalk(ops);
  const lines = linesOf(splitPack(before).body).flatMap((line) => walk.take(line));
  return [patchHeader(splitPack(before).header, header), ...lines, ...walk.rest()].map((line) => `${line}\n`).join('');
}
