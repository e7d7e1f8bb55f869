import { existsSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../core/feed.ts';
import { deltaPath, type Manifest, MOST_DELTAS, packPath } from '../../core/manifest.ts';
import { DAY, gunzip, momentOf, writeWhole } from './files.ts';
import { newestRoot, readRoots } from './roots.ts';
import { manifestFileOf, readManifest } from './sign.ts';
import { LARGEST_PACK, type Places, readHistory, readRemoved, readUnneeded, writeUnneeded } from './store.ts';

/**
 * Copies a feed to where the web server takes it from: first what never changes, then the roots, and the manifest last, so that at every
 * moment all that is named is there. Answers the paths that were written, in that order.
 */
export function publishFeed({ feed }: Places, target: string, now: number): readonly string[] {
  const root = newestRoot(feed);
  const manifest = readManifest(feed, root);
  if (manifest === undefined) throw new Error(`${manifestFileOf(feed)}: there is no such file; run: npm run feed -- sign`);
  const roots = readRoots(feed).map(({ root: { version } }) => `root/${version}.json`);
  refuseOtherRoots(feed, target, roots);
  refuseToGoBack(target, manifest, now);
  const written: string[] = [];
  for (const path of [packPath(manifest.pack), ...manifest.deltas.map(deltaPath), ...roots, 'manifest.json']) {
    const bytes = readFileSync(join(feed, path));
    if (existsSync(join(target, path)) && readFileSync(join(target, path)).equals(bytes)) continue;
    writeWhole(join(target, path), bytes);
    written.push(path);
  }
  return written;
}

/** Somebody else may have published meanwhile; readers would refuse to go back. */
function refuseToGoBack(target: string, manifest: Manifest, now: number): void {
  const theirs = publishedManifest(target);
  if (theirs === undefined) return;
  const { keySet, root, seq, sha256, issued } = theirs;
  const verdict = judge(manifest, root, { keySet, seq, sha256, issued }, { version: manifest.minClient, now });
  if (verdict.state === 'refuse' && (verdict.code === 'behind' || verdict.code === 'equivocation'))
    throw new Error(
      `${manifestFileOf(target)}: what is published is newer than what you publish. ${verdict.words} Get the newer working folder first`,
    );
}

function publishedManifest(target: string) {
  if (!existsSync(manifestFileOf(target))) return undefined;
  try {
    const root = newestRoot(target);
    const manifest = readManifest(target, root);
    if (manifest === undefined) return undefined;
    return { root, keySet: [...root.feedKeys].sort().join(' '), seq: manifest.seq, sha256: manifest.pack.sha256, issued: manifest.issued };
  } catch {
    // What lies there is broken: it is about to be mended.
    return undefined;
  }
}

function refuseOtherRoots(feed: string, target: string, roots: readonly string[]): void {
  for (const path of roots) {
    const there = join(target, path);
    if (existsSync(there) && !readFileSync(there).equals(readFileSync(join(feed, path))))
      throw new Error(
        `${there}: another root of the same version is published; a signed version is never changed. Is this the right folder?`,
      );
  }
  const beyond = existsSync(join(target, 'root'))
    ? readdirSync(join(target, 'root')).filter((name) => !roots.includes(`root/${name}`) && /^\d+\.json$/.test(name))
    : [];
  if (beyond.length > 0)
    throw new Error(`${join(target, 'root', beyond[0] ?? '')}: a newer root is published than you have; get the newer feed folder first`);
}

/** Readers with yesterday's manifest still come for what it names. */
const KEPT = 7 * DAY;

/**
 * Deletes packs and deltas that nobody has needed for a week: neither the manifest nor the last versions name them. Since when is written
 * down, for the dates of files do not survive a checkout. What tells of people who asked to be left out goes at once, whoever names it, but
 * for what the manifest names itself, which was built without them. `folders`: the publisher's own and the public one.
 */
export function prune(places: Places, folders: readonly string[], now: number): readonly string[] {
  const before = readUnneeded(places);
  const after: Record<string, string> = {};
  const removed = readRemoved(places).map(({ id }) => JSON.stringify(id));
  const gone = folders.flatMap((folder) =>
    unnamed(places, folder).filter((path) => {
      const since = before[path] ?? momentOf(now);
      after[path] = since;
      if (now - Date.parse(since) < KEPT && !tellsOf(join(folder, path), removed)) return false;
      unlinkSync(join(folder, path));
      return true;
    }),
  );
  writeUnneeded(places, Object.fromEntries(Object.entries(after).filter(([path]) => !gone.includes(path))));
  return [...new Set(gone)];
}

/** What the manifest does not name; of packs also not the last versions, unless they tell of somebody who was removed. */
function unnamed(places: Places, folder: string): readonly string[] {
  const manifest = readManifest(folder, newestRoot(folder));
  if (manifest === undefined) return [];
  const removed = readRemoved(places).map(({ id }) => JSON.stringify(id));
  const current = new Set([packPath(manifest.pack), ...manifest.deltas.map(deltaPath)]);
  const recent = new Set(
    readHistory(places)
      .slice(-MOST_DELTAS - 1)
      .map(({ sha256 }) => packPath({ sha256, gz: 0, bytes: 0 })),
  );
  return ['packs', 'deltas'].flatMap((sub) => {
    const names = existsSync(join(folder, sub)) ? readdirSync(join(folder, sub)) : [];
    const paths = names.sort().map((name) => `${sub}/${name}`);
    return paths.filter((path) => !current.has(path) && (!recent.has(path) || tellsOf(join(folder, path), removed)));
  });
}

function tellsOf(file: string, removed: readonly string[]): boolean {
  if (removed.length === 0) return false;
  try {
    const text = gunzip(readFileSync(file), LARGEST_PACK);
    return removed.some((id) => text.includes(id));
  } catch {
    // Nobody can read it, and nobody names it.
    return true;
  }
}
