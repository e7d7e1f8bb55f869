import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '../../core/fold.ts';
import { wordsOf } from '../../core/gate.ts';
import { deltaPath, type Manifest } from '../../core/manifest.ts';
import { parseHeader } from '../../core/pack.ts';
import { type Database, openDatabase, type PackRow } from '../../platform/db.ts';
import type { FeedWorld } from '../../platform/feed-ask.ts';
import { updateFeed } from '../../platform/feed-update.ts';
import { blockOf, PER_BLOCK, setOf } from '../../platform/packs.ts';
import { commonWords } from '../build-packs.ts';
import { DATA_FOLDER } from '../read-data.ts';
import { gunzip, sha256Of } from './files.ts';
import { fingerprintOf, newestRoot, readRoots } from './roots.ts';
import { serveFeed } from './serve.ts';
import { readManifest } from './sign.ts';
import { packFileOf } from './store.ts';

/**
 * The reader's own code, let loose on a feed's folder: from nothing, from the pack in the extension's package, and from each of the last
 * versions. It is the code of platform/, with its database in memory and a real web server on this machine in between.
 */
export interface ClientRun {
  /** "nothing", "package", "version 411". */
  readonly from: string;
  readonly ok: boolean;
  readonly says: string;
}

export interface ClientOptions {
  /** File of the pack in the extension's package, if the feed is the one that keeps it current. */
  readonly packaged?: string;
  readonly last: number;
}

const LONGEST_PACK = 256 * 1_024 * 1_024;

/** Runs the client from each start; a start whose pack is not in the folder any more is left out. Rejects only if there is nothing to run on. */
export async function verifyAsClient(folder: string, { packaged, last }: ClientOptions): Promise<readonly ClientRun[]> {
  const manifest = readManifest(folder, newestRoot(folder));
  if (manifest === undefined) throw new Error(`${join(folder, 'manifest.json')}: there is no such file; run: npm run feed -- sign`);
  const server = await serveFeed(folder);
  try {
    const starts = startsOf(folder, manifest, packaged, last);
    const runs: ClientRun[] = [];
    for (const [i, start] of starts.entries()) runs.push(await runFrom(start, { folder, url: server.url, manifest, name: `client-${i}` }));
    return runs;
  } finally {
    await server.close();
  }
}

interface Start {
  readonly from: string;
  /** The text of the pack that it has; undefined: nothing. */
  readonly text?: string;
  /** The file that it is expected to come by. */
  readonly by?: string;
}

function startsOf(folder: string, manifest: Manifest, packaged: string | undefined, last: number): readonly Start[] {
  const deltas = [...manifest.deltas].sort((a, b) => b.from - a.from).slice(0, last);
  const versions = deltas.flatMap((delta) => {
    const file = packFileOf(folder, delta.base);
    if (!existsSync(file)) return [];
    return [{ from: `version ${delta.from}`, text: gunzip(readFileSync(file), LONGEST_PACK), by: deltaPath(delta) }];
  });
  return [{ from: 'nothing' }, ...(packaged === undefined ? [] : [{ from: 'package', text: readFileSync(packaged, 'utf8') }]), ...versions];
}

interface Place {
  readonly folder: string;
  readonly url: string;
  readonly manifest: Manifest;
  readonly name: string;
}

async function runFrom({ from, text, by }: Start, place: Place): Promise<ClientRun> {
  const id = fingerprintOf(readRoots(place.folder)[0] as Parameters<typeof fingerprintOf>[0]);
  const opened = await openDatabase(place.name);
  if (opened.state === 'refused') return { from, ok: false, says: opened.why.words };
  const { db } = opened;
  try {
    await db.feeds.put({
      ...{ id, url: place.url, builtIn: true, on: true, colour: 'grey', order: 0, added: new Date().toISOString() },
      ...{ seen: [], mirrors: [], removed: [], signedBy: [], failures: 0 },
    });
    if (text !== undefined) await install(db, id, text, from === 'package' ? 'package' : 'feed');
    const asked: string[] = [];
    const code = await updateFeed(worldOf(db, place.manifest, asked), id, { byHand: true, sparing: false });
    return await judged(db, { from, id, code, asked, by }, place.manifest);
  } finally {
    db.close();
    await db.delete();
  }
}

/** Puts a version into the reader's storage as if it had come that way. */
async function install(db: Database, channel: string, text: string, from: PackRow['from']): Promise<void> {
  const [headerLine = '', ...lines] = text.split('\n').slice(0, -1);
  const header = parseHeader(headerLine);
  const sha256 = sha256Of(text);
  const set = setOf(channel, header.version, sha256);
  const blocks = Array.from({ length: Math.ceil(lines.length / PER_BLOCK) }, (_, n) =>
    blockOf(set, n, lines.slice(n * PER_BLOCK, (n + 1) * PER_BLOCK)),
  );
  await db.blocks.bulkPut(blocks);
  await db.packs.put({ channel, set, header, sha256, installed: new Date().toISOString(), extension: '0', from });
}

function worldOf(db: Database, manifest: Manifest, asked: string[]): FeedWorld {
  const text = readFileSync(join(DATA_FOLDER, 'fixed-text.txt'), 'utf8');
  return {
    db,
    fetch: (address, init) => {
      asked.push(String(address));
      return fetch(address, init);
    },
    patience: 8_000,
    now: () => Date.now(),
    random: () => 0.5,
    client: manifest.minClient,
    reaches: async () => true,
    gate: async () => ({ text, words: wordsOf(text), common: new Set(commonWords().map(foldText)) }),
    step: async () => undefined,
    names: async () => undefined,
  };
}

interface Outcome {
  readonly from: string;
  readonly id: string;
  readonly code: string;
  readonly asked: readonly string[];
  readonly by: string | undefined;
}

async function judged(db: Database, { from, id, code, asked, by }: Outcome, manifest: Manifest): Promise<ClientRun> {
  const row = await db.feeds.get(id);
  const pack = await db.packs.get(id);
  if (code === 'held')
    return {
      from,
      ok: true,
      says: `waits for the reader's consent: ${row?.held?.reasons.map((one) => (typeof one === 'string' ? one : one.words)).join(' ')}`,
    };
  if (pack !== undefined && pack.from === 'package' && pack.header.version > manifest.seq)
    return { from, ok: true, says: `keeps its own version ${pack.header.version}, which is newer` };
  if (pack?.sha256 !== manifest.pack.sha256) return { from, ok: false, says: `${code}: ${row?.words ?? 'another version is in use'}` };
  const way = asked.some((address) => address.includes('/packs/'))
    ? 'the whole pack'
    : code === 'current'
      ? 'nothing to fetch'
      : 'the delta';
  if (by !== undefined && way === 'the whole pack') return { from, ok: false, says: `took the whole pack, though there is ${by}` };
  return { from, ok: true, says: `version ${pack.header.version} by ${way}` };
}
