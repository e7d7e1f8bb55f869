import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeltaFile, type Manifest, type PackFile, packPath, parseManifest } from '../../core/manifest.ts';
import { gunzip, gzip, readJson, sha256Of, writeJson, writeWhole } from './files.ts';

/** Where a publisher keeps things. Only `feed` is for the public. */
export interface Places {
  /** What the web server gets: roots, manifest, packs, deltas. */
  readonly feed: string;
  /** What the publisher remembers: settings, history, the draft, removals. */
  readonly work: string;
  readonly keys: string;
}

/** What the publisher says about the feed; `feed.json`, edited by hand. */
export type Config = Pick<Manifest, 'feed' | 'title' | 'contact' | 'licence' | 'mirrors' | 'poll' | 'minClient'>;

/** A version that was signed, and so may be known to a reader: its number is never used for anything else. */
export interface Version {
  readonly seq: number;
  readonly sha256: string;
  /** When it was first signed. */
  readonly issued: string;
}

/** What the next signature will be for. */
export interface Draft {
  readonly seq: number;
  readonly pack: PackFile;
  readonly deltas: readonly DeltaFile[];
}

export interface Removal {
  readonly id: string;
  readonly at: string;
}

const FILES = {
  config: 'feed.json',
  history: 'history.json',
  draft: 'draft.json',
  removed: 'removed.json',
  unneeded: 'unneeded.json',
} as const;

/** The settings, checked by the rules of the manifest that they will stand in. */
export function readConfig({ work }: Places): Config {
  const path = join(work, FILES.config);
  if (!existsSync(path)) throw new Error(`${path}: there is no feed here; make one with: npm run feed -- init --name NAME`);
  const config = readJson(path) as Config;
  checkConfig(config, path);
  return config;
}

export function writeConfig({ work }: Places, config: Config): void {
  const path = join(work, FILES.config);
  checkConfig(config, path);
  writeJson(path, config);
}

const NOTHING_YET = {
  'muster-feed': 1,
  seq: 1,
  issued: '2026-01-01T00:00:00Z',
  expires: '2026-01-01T00:00:00Z',
  'root-version': 1,
  pack: { sha256: '0'.repeat(64), gz: 1, bytes: 1, records: 0 },
  deltas: [],
  removed: [],
};

function checkConfig(config: Config, path: string): void {
  const { minClient, ...rest } = config;
  try {
    parseManifest(JSON.stringify({ ...NOTHING_YET, ...rest, 'min-client': minClient }));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message.replace('min-client', 'minClient') : String(error)}`);
  }
}

function readList<T>(path: string): readonly T[] {
  return existsSync(path) ? (readJson(path) as readonly T[]) : [];
}

/** Oldest first. */
export function readHistory({ work }: Places): readonly Version[] {
  return readList(join(work, FILES.history));
}

export function writeHistory({ work }: Places, history: readonly Version[]): void {
  writeJson(join(work, FILES.history), history);
}

export function readRemoved({ work }: Places): readonly Removal[] {
  return readList(join(work, FILES.removed));
}

export function writeRemoved({ work }: Places, removed: readonly Removal[]): void {
  writeJson(join(work, FILES.removed), removed);
}

/** Files that nobody needs, by path, and since when. */
export function readUnneeded({ work }: Places): Readonly<Record<string, string>> {
  const path = join(work, FILES.unneeded);
  return existsSync(path) ? (readJson(path) as Readonly<Record<string, string>>) : {};
}

export function writeUnneeded({ work }: Places, files: Readonly<Record<string, string>>): void {
  writeJson(join(work, FILES.unneeded), files);
}

export function readDraft({ work }: Places): Draft | undefined {
  const path = join(work, FILES.draft);
  return existsSync(path) ? (readJson(path) as Draft) : undefined;
}

export function writeDraft({ work }: Places, draft: Draft): void {
  writeJson(join(work, FILES.draft), draft);
}

export function needDraft(places: Places): Draft {
  const draft = readDraft(places);
  if (draft === undefined) throw new Error(`${places.work}: nothing is built yet; run: npm run feed -- build --from FOLDER`);
  return draft;
}

export const packFileOf = (folder: string, sha256: string): string => join(folder, packPath({ sha256, gz: 0, bytes: 0 }));

/** A text under the name of its hash. A file that is there and right stays as it is: another zlib may pack the same text into other bytes. */
export function storeText(path: string, text: string): { readonly gz: number } {
  if (existsSync(path)) {
    const bytes = readFileSync(path);
    if (unpacked(bytes, Buffer.byteLength(text)) === text) return { gz: bytes.length };
  }
  const bytes = gzip(text);
  writeWhole(path, bytes);
  return { gz: bytes.length };
}

function unpacked(bytes: Uint8Array, most: number): string | undefined {
  try {
    return gunzip(bytes, most);
  } catch {
    // It is broken, and about to be written anew.
    return undefined;
  }
}

/** What is the publisher's own is unpacked up to here; no reader takes half as much. */
export const LARGEST_PACK = 256 * 1_024 * 1_024;

/** The text of a version's pack; undefined if it was pruned. Throws if it is not what its name says. */
export function readPackText({ feed }: Places, sha256: string): string | undefined {
  const path = packFileOf(feed, sha256);
  if (!existsSync(path)) return undefined;
  const text = gunzip(readFileSync(path), LARGEST_PACK);
  const found = sha256Of(text);
  if (found !== sha256) throw new Error(`${path}: its content has the SHA-256 ${found.slice(0, 12)}…; restore the file from a copy`);
  return text;
}
