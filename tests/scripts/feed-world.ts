import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_TYPE, ROOT_TYPE } from '../../core/envelope.ts';
import { type Manifest, manifestToJson } from '../../core/manifest.ts';
import type { Pack } from '../../core/pack.ts';
import { type Root, rootToJson } from '../../core/root.ts';
import { makeDeltas } from '../../scripts/feed/diff.ts';
import { momentOf, writeWhole } from '../../scripts/feed/files.ts';
import { FEED_KEY_FILE, type Key, makeKey, ROOT_KEY_FILES, saveKey, seal } from '../../scripts/feed/keys.ts';
import { fingerprintOf, firstRoot, newestRoot, ROOT_LIFE, readRoots, rootFileOf, writeRoot } from '../../scripts/feed/roots.ts';
import { draftManifest, manifestFileOf, signFeed } from '../../scripts/feed/sign.ts';
import { type Config, type Draft, type Places, writeConfig } from '../../scripts/feed/store.ts';
import { stage } from '../../scripts/feed/versions.ts';

export interface FeedOptions {
  readonly config?: Partial<Config>;
  /** Of the first signature; each further version is signed a day later. */
  readonly now?: number;
  /** How many of the last versions get a delta. */
  readonly deltas?: number;
}

export interface SignOptions {
  readonly now?: number;
  readonly days?: number;
  /** Other keys than the feed's. */
  readonly signers?: readonly Key[];
  /** Any lie: it is signed without being looked at. */
  readonly change?: (manifest: Manifest) => Manifest;
}

export interface RootOptions {
  readonly now?: number;
  /** A new key for the feed. */
  readonly newFeedKey?: boolean;
  readonly newRootKeys?: boolean;
  readonly revoke?: readonly string[];
  /** Any lie, and who signs it: written without being looked at. */
  readonly change?: (root: Root) => Root;
  readonly signers?: readonly Key[];
}

export interface FeedWorld {
  /** The folder to serve. */
  readonly folder: string;
  readonly places: Places;
  /** Of version 1 of the root: forty hexadecimal digits. */
  readonly fingerprint: string;
  /** The keys of now; `root` and `sign` use them. */
  readonly keys: { root: readonly Key[]; feed: Key };
  /** Text of version 1 of the root, as it lies on the server. */
  readonly rootPayload: string;
  /** Builds and signs the next version, or the one with this number. */
  readonly addVersion: (pack: Pack, options?: SignOptions & { readonly seq?: number }) => { readonly draft: Draft; readonly text: string };
  /** Signs the newest version anew. */
  readonly sign: (options?: SignOptions) => Manifest;
  /** Makes the next version of the root. The manifest is not signed anew. */
  readonly root: (options?: RootOptions) => Root;
}

const DAY = 86_400_000;
export const FEED_START = Date.parse('2026-11-01T06:00:00Z');

/** A feed in an empty folder, with a version for each pack, all signed and with deltas. The packs' channel and number are set right. */
export function makeFeed(folder: string, packs: readonly Pack[], options: FeedOptions = {}): FeedWorld {
  const places = { feed: folder, work: `${folder}-work`, keys: `${folder}-keys` };
  const keys = { root: ROOT_KEY_FILES.map(() => makeKey()) as readonly Key[], feed: makeKey() };
  for (const [i, name] of ROOT_KEY_FILES.entries()) saveKey(join(places.keys, name), keys.root[i] as Key);
  saveKey(join(places.keys, FEED_KEY_FILE), keys.feed);
  const config = configOf(options.config);
  writeConfig(places, config);
  let clock = options.now ?? FEED_START;
  writeRoot(folder, firstRoot(config.feed, keys.root, [keys.feed], clock), keys.root);
  const [first] = readRoots(folder);
  if (first === undefined) throw new Error('the first root is not there');

  const sign = ({ now = clock, days, signers = [keys.feed], change }: SignOptions = {}): Manifest => {
    if (change === undefined) return signFeed(places, signers, now, days);
    const manifest = change(draftManifest(places, newestRoot(folder), now, days));
    writeWhole(manifestFileOf(folder), seal(MANIFEST_TYPE, manifestToJson(manifest), signers));
    return manifest;
  };
  const addVersion: FeedWorld['addVersion'] = (pack, { seq, ...rest } = {}) => {
    const staged = stage(places, pack, { force: true, ...(seq === undefined ? {} : { seq }) });
    if (staged.state !== 'built') throw new Error('forced, and not built');
    makeDeltas(places, options.deltas);
    sign(rest);
    clock += DAY;
    return { draft: staged.draft, text: staged.text };
  };
  const root = ({ now = clock, newFeedKey, newRootKeys, revoke = [], change, signers }: RootOptions = {}): Root => {
    const before = newestRoot(folder);
    const old = keys.root;
    if (newFeedKey === true) keys.feed = makeKey();
    if (newRootKeys === true) keys.root = ROOT_KEY_FILES.map(() => makeKey());
    const ids = { rootKeys: keys.root.map(({ id }) => id), feedKeys: [keys.feed.id] };
    const revoked = [...before.revoked, ...revoke];
    const next = { ...before, version: before.version + 1, expires: momentOf(now + ROOT_LIFE), ...ids, revoked };
    const all = newRootKeys === true ? [...old, ...keys.root] : keys.root;
    if (change === undefined && signers === undefined) writeRoot(folder, next, all);
    else writeFileSync(rootFileOf(folder, next.version), seal(ROOT_TYPE, rootToJson(change?.(next) ?? next), signers ?? all));
    return next;
  };
  for (const pack of packs) addVersion(pack);
  return { folder, places, fingerprint: fingerprintOf(first), keys, rootPayload: first.envelope.payload, addVersion, sign, root };
}

function configOf(config: Partial<Config> = {}): Config {
  return {
    feed: 'example',
    title: 'Example feed',
    contact: 'mailto:desk@news.example',
    licence: 'CC0-1.0',
    mirrors: [],
    poll: { every: 86_400, jitter: 43_200 },
    minClient: '0.1.0',
    ...config,
  };
}
