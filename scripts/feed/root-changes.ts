import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_REVOKED, type Root } from '../../core/root.ts';
import { momentOf } from './files.ts';
import { FEED_KEY_FILE, type Key, makeKey, ROOT_KEY_FILES, readKey, readRootKeys, saveKey } from './keys.ts';
import { expectHolders, newestRoot, ROOT_LIFE, writeRoot } from './roots.ts';
import { type Places, readHistory } from './store.ts';

/** What needs the holders of the root keys: each makes the next version of the root, good for another thirteen months. */
interface Ceremony {
  /** Folders of the holders. */
  readonly rootKeys: readonly string[];
  readonly now: number;
}

function nextRoot(root: Root, now: number, change: Partial<Root>): Root {
  return { ...root, version: root.version + 1, expires: momentOf(now + ROOT_LIFE), ...change };
}

/** The same keys for another year. */
export function renewRoot({ feed }: Places, { rootKeys, now }: Ceremony): Root {
  const root = nextRoot(newestRoot(feed), now, {});
  writeRoot(feed, root, readRootKeys(rootKeys));
  return root;
}

export interface Rotated {
  readonly root: Root;
  readonly newRootKeys: readonly string[];
}

/** A new key for the feed, and new root keys if a folder for them is named. The old feed key is kept beside the new one, under another name. */
export function rotateKeys(places: Places, { rootKeys, now, newRootKeys }: Ceremony & { readonly newRootKeys?: string }): Rotated {
  const before = newestRoot(places.feed);
  const holders = readRootKeys(rootKeys);
  // Before any key is made: a ceremony that cannot end must not begin.
  expectHolders(before, holders);
  const current = join(places.keys, FEED_KEY_FILE);
  const next = join(places.keys, 'feed-next.pem');
  // A run that broke off before the root was written leaves this one; it is nobody's key yet and as good as any.
  const feedKey = existsSync(next) ? readKey(next) : saved(next);
  const made = newRootKeys === undefined ? [] : ROOT_KEY_FILES.map((name) => saved(join(newRootKeys, name)));
  const change = { feedKeys: [feedKey.id], ...(made.length > 0 ? { rootKeys: made.map(({ id }) => id) } : {}) };
  const root = nextRoot(before, now, change);
  writeRoot(places.feed, root, [...holders, ...made]);
  if (existsSync(current)) renameSync(current, join(places.keys, `feed-until-root-${root.version}.pem`));
  renameSync(next, current);
  return { root, newRootKeys: made.map(({ id }) => id) };
}

function saved(path: string): Key {
  const key = makeKey();
  saveKey(path, key);
  return key;
}

/** Withdraws a version: nobody takes its pack any more, and who has it drops it. */
export function revokePack(places: Places, which: string, { rootKeys, now }: Ceremony): { readonly root: Root; readonly sha256: string } {
  const before = newestRoot(places.feed);
  const sha256 = hashOf(places, which);
  if (before.revoked.includes(sha256)) throw new Error(`${which}: this version is revoked already`);
  if (before.revoked.length >= MOST_REVOKED) throw new Error(`at most ${MOST_REVOKED} versions can be revoked`);
  const root = nextRoot(before, now, { revoked: [...before.revoked, sha256] });
  writeRoot(places.feed, root, readRootKeys(rootKeys));
  return { root, sha256 };
}

function hashOf(places: Places, which: string): string {
  if (/^[0-9a-f]{64}$/.test(which)) return which;
  const version = readHistory(places).find(({ seq }) => String(seq) === which);
  if (version === undefined)
    throw new Error(`${which}: no version has this number; give a number from the history, or the 64 digits of a pack's SHA-256`);
  return version.sha256;
}
