import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_TYPE } from '../../core/envelope.ts';
import { type Manifest, manifestToJson, parseManifest } from '../../core/manifest.ts';
import { lacksSignatures, type Root } from '../../core/root.ts';
import { DAY, momentOf, writeWhole } from './files.ts';
import { type Key, seal, unseal } from './keys.ts';
import { newestRoot } from './roots.ts';
import { needDraft, type Places, readConfig, readHistory, readRemoved, writeHistory } from './store.ts';

/** Two weeks: the daily signature may fail for many days before readers are told that the feed is stale. */
export const MANIFEST_DAYS = 14;

export const manifestFileOf = (folder: string): string => join(folder, 'manifest.json');

/** The manifest in a folder, found to be signed by keys of the root; undefined if there is none. */
export function readManifest(folder: string, root: Root): Manifest | undefined {
  const path = manifestFileOf(folder);
  if (!existsSync(path)) return undefined;
  const { envelope, valid } = unseal(readFileSync(path, 'utf8'), MANIFEST_TYPE, path);
  const problem = lacksSignatures(envelope, valid, root.feedKeys, root.feedThreshold);
  if (problem !== undefined) throw new Error(`${path}: ${problem}`);
  return parseManifest(envelope.payload);
}

/** What the manifest would say at this moment. */
export function draftManifest(places: Places, root: Root, now: number, days = MANIFEST_DAYS): Manifest {
  const { seq, pack, deltas } = needDraft(places);
  const removed = readRemoved(places)
    .map(({ id }) => id)
    .sort();
  const dates = { issued: momentOf(now), expires: momentOf(now + days * DAY) };
  return { ...readConfig(places), seq, ...dates, rootVersion: root.version, pack, deltas, removed };
}

/** Signs the draft, or signs the same version anew, and puts the manifest into the feed's folder. */
export function signFeed(places: Places, keys: readonly Key[], now: number, days = MANIFEST_DAYS): Manifest {
  const root = newestRoot(places.feed);
  const manifest = draftManifest(places, root, now, days);
  const { seq, pack, issued } = manifest;
  if (manifest.feed !== root.feed)
    throw new Error(`feed.json calls the feed '${manifest.feed}', its root '${root.feed}'; a feed keeps its name`);
  for (const { id } of keys)
    if (!root.feedKeys.includes(id))
      throw new Error(
        `feed key ${id.slice(0, 8)}… is not in version ${root.version} of the root; sign with its key, or run: npm run feed -- rotate`,
      );
  if (keys.length < root.feedThreshold) throw new Error(`the root asks for ${root.feedThreshold} feed keys, ${keys.length} given`);
  if (Date.parse(root.expires) < now) throw new Error(`the root expired at ${root.expires}; run: npm run feed -- renew`);
  if (root.revoked.includes(pack.sha256)) throw new Error(`version ${seq} is revoked; build or roll back to another first`);
  const history = readHistory(places);
  const last = history.at(-1);
  if (last !== undefined && (seq < last.seq || (seq === last.seq && pack.sha256 !== last.sha256)))
    throw new Error(`version ${seq} of the draft is not the version ${last.seq} that was signed at ${last.issued}; build again`);
  const signedAt = lastIssued(places, root);
  if (signedAt !== undefined && issued < signedAt)
    throw new Error(
      `the manifest was signed at ${signedAt}, and now it is ${issued}; readers would refuse the older date: check the clock`,
    );
  // Before the manifest: a number that is out must be remembered, even if the power goes between the two.
  if (last === undefined || seq > last.seq) writeHistory(places, [...history, { seq, sha256: pack.sha256, issued }]);
  parseManifest(manifestToJson(manifest));
  writeWhole(manifestFileOf(places.feed), seal(MANIFEST_TYPE, manifestToJson(manifest), keys));
  return manifest;
}

function lastIssued({ feed }: Places, root: Root): string | undefined {
  try {
    return readManifest(feed, root)?.issued;
  } catch {
    // Of keys before a rotation, or broken: readers do not compare with it.
    return undefined;
  }
}
