import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FEED_KEY_FILE, makeKey, ROOT_KEY_FILES, saveKey } from './keys.ts';
import { fingerprintOf, firstRoot, readRoots, rootFileOf, type SignedRoot, writeRoot } from './roots.ts';
import { type Config, type Places, writeConfig } from './store.ts';

const DAILY = 86_400;
/** Readers come spread over half a day. */
const JITTER = 43_200;

export interface NewFeed {
  readonly name: string;
  readonly title: string | undefined;
  readonly contact: string;
  readonly licence: string | undefined;
  readonly mirrors: readonly string[];
}

/** Makes the keys, the settings and version 1 of the root of a new feed. Answers its fingerprint. */
export function initFeed(places: Places, { name, title, contact, licence, mirrors }: NewFeed, now: number): string {
  for (const path of [join(places.work, 'feed.json'), rootFileOf(places.feed, 1)])
    if (existsSync(path)) throw new Error(`${path}: there is a feed already; name other folders with --feed, --work and --keys`);
  const files = [...ROOT_KEY_FILES, FEED_KEY_FILE].map((file) => join(places.keys, file));
  const taken = files.find((file) => existsSync(file));
  if (taken !== undefined) throw new Error(`${taken}: there is a key already; name another folder with --keys`);
  const config: Config = {
    feed: name,
    title: title ?? name,
    contact,
    licence: licence ?? 'All rights reserved',
    mirrors,
    poll: { every: DAILY, jitter: JITTER },
    minClient: '0.1.0',
  };
  writeConfig(places, config);
  const keys = files.map((file) => {
    const key = makeKey();
    saveKey(file, key);
    return key;
  });
  const rootKeys = keys.slice(0, ROOT_KEY_FILES.length);
  writeRoot(places.feed, firstRoot(name, rootKeys, keys.slice(ROOT_KEY_FILES.length), now), rootKeys);
  return fingerprintOf(readRoots(places.feed)[0] as SignedRoot);
}
