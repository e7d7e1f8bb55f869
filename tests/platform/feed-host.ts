import 'fake-indexeddb/auto';
import { webcrypto } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Dexie } from 'dexie';
import { diffLines, headerPatch, writeDelta } from '../../core/delta.ts';
import { asciiBytes, MANIFEST_TYPE, preAuthentication, ROOT_TYPE, toHex, writeEnvelope } from '../../core/envelope.ts';
import { wordsOf } from '../../core/gate.ts';
import { deltaPath, type Manifest, manifestToJson, packPath } from '../../core/manifest.ts';
import { type Pack, type PackRecord, writePack } from '../../core/pack.ts';
import { type Root, rootToJson } from '../../core/root.ts';
import { type Database, type FeedRow, openDatabase } from '../../platform/db.ts';
import type { FeedWorld } from '../../platform/feed-ask.ts';
import { fingerprintOf } from '../../platform/feed-trust.ts';
import { sha256 } from '../../platform/packs.ts';
import { packOf, record } from '../core/pack-of.ts';

/** A feed in memory: its publisher, its hosts, and a browser that takes it. Real signatures, real gzip, no socket. */

export interface Key {
  readonly id: string;
  readonly sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
}

export async function newKey(): Promise<Key> {
  const pair = (await webcrypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const raw = new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey));
  return { id: toHex(raw), sign: async (bytes) => new Uint8Array(await webcrypto.subtle.sign('Ed25519', pair.privateKey, bytes)) };
}

export async function signed(payloadType: string, payload: string, keys: readonly Key[]): Promise<string> {
  const bytes = preAuthentication(payloadType, asciiBytes(payload));
  const signatures = await Promise.all(keys.map(async ({ id, sign }) => ({ keyid: id, sig: await sign(bytes) })));
  return writeEnvelope({ payloadType, payload, signatures });
}

/** What a host answers instead of a file. */
export type Answer = Response | Error | (() => Response | Error | Promise<Response>);

export const HOST = 'https://feed.example/';

export interface Version {
  readonly seq: number;
  readonly text: string;
  readonly sha256: string;
  readonly records: number;
}

export class Publisher {
  readonly files = new Map<string, Uint8Array<ArrayBuffer> | string>();
  readonly versions: Version[] = [];
  readonly feedName: string;
  rootKeys: readonly Key[] = [];
  feedKeys: readonly Key[] = [];
  root: Root | undefined;
  /** Of the first root. */
  fingerprint = '';
  rootPayload = '';

  constructor(feedName = 'core') {
    this.feedName = feedName;
  }

  async init(): Promise<this> {
    this.rootKeys = await Promise.all([newKey(), newKey(), newKey()]);
    this.feedKeys = [await newKey()];
    await this.putRoot({}, this.rootKeys.slice(0, 2));
    this.fingerprint = await fingerprintOf(this.rootPayload);
    return this;
  }

  async putRoot(more: Partial<Root>, signers: readonly Key[]): Promise<Root> {
    const root: Root = {
      ...{ feed: this.feedName, version: (this.root?.version ?? 0) + 1, expires: '2036-01-01T00:00:00Z', threshold: 2, feedThreshold: 1 },
      ...{ rootKeys: this.rootKeys.map(({ id }) => id), feedKeys: this.feedKeys.map(({ id }) => id), revoked: this.root?.revoked ?? [] },
      ...more,
    };
    this.root = root;
    this.rootPayload = rootToJson(root);
    this.files.set(`root/${root.version}.json`, await signed(ROOT_TYPE, this.rootPayload, signers));
    return root;
  }

  async addVersion(
    records: readonly PackRecord[],
    seq = (this.versions.at(-1)?.seq ?? 0) + 1,
    header: Partial<Pack['header']> = {},
  ): Promise<Version> {
    const text = writePack(packOf(records, { channel: this.feedName, version: seq, count: records.length, ...header }));
    const bytes = new TextEncoder().encode(text);
    const version = { seq, text, sha256: await sha256(bytes), records: records.length };
    this.versions.push(version);
    this.files.set(packPath({ sha256: version.sha256, gz: 0, bytes: 0 }), gzip(bytes));
    return version;
  }

  /** The manifest of the newest version, with a delta from each of the others. */
  async manifest(more: Partial<Manifest> = {}, of = this.versions.length - 1): Promise<Manifest> {
    const version = this.versions[of] as Version;
    const deltas = await Promise.all(this.versions.slice(Math.max(0, of - 30), of).map((from) => this.delta(from, version)));
    const gz = (this.files.get(`packs/${version.sha256}.jsonl.gz`) as Uint8Array).length;
    return {
      ...{ feed: this.feedName, title: 'A feed of the tests', seq: version.seq, minClient: '0.1.0', rootVersion: this.root?.version ?? 1 },
      ...{ issued: '2026-11-20T06:00:00Z', expires: '2026-12-04T06:00:00Z' },
      pack: { sha256: version.sha256, gz, bytes: new TextEncoder().encode(version.text).length, records: version.records },
      deltas,
      ...{ removed: [], poll: { every: 86_400, jitter: 43_200 }, mirrors: [], contact: 'mailto:desk@feed.example', licence: 'CC0-1.0' },
      ...more,
    };
  }

  async delta(from: Version, to: Version) {
    const lines = (text: string) => text.split('\n').slice(1, -1);
    const ops = [...diffLines(lines(from.text), lines(to.text))];
    return this.putDelta(
      from,
      writeDelta({ header: headerPatch(from.text.split('\n')[0] ?? '', to.text.split('\n')[0] ?? ''), ops }),
      ops.length,
    );
  }

  async putDelta(from: Version, text: string, ops: number) {
    const bytes = new TextEncoder().encode(text);
    const packed = gzip(bytes);
    const file = { sha256: await sha256(bytes), gz: packed.length, bytes: bytes.length };
    this.files.set(deltaPath(file), packed);
    return { from: from.seq, base: from.sha256, ...file, ops };
  }

  async publish(more: Partial<Manifest> = {}, keys: readonly Key[] = this.feedKeys): Promise<string> {
    const text = await signed(MANIFEST_TYPE, manifestToJson(await this.manifest(more)), keys);
    this.files.set('manifest.json', text);
    return text;
  }
}

function gzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(bytes, { level: 9 }));
}

/** Records with made-up names, the same for the same numbers. */
export function makers(count: number, from = 0): readonly PackRecord[] {
  return Array.from({ length: count }, (_, i) => maker(from + i));
}

export function maker(i: number, name = `Maker ${i} Works`): PackRecord {
  return record(`Q${100_000 + i}`, 'company', [name]);
}

/** A browser with a database of its own that can reach the hosts in `hosts`, each a publisher's files or an answer of its own. */
export class Reader {
  readonly hosts = new Map<string, Map<string, Uint8Array<ArrayBuffer> | string> | ((path: string, init: RequestInit) => Answer)>();
  readonly asked: string[] = [];
  readonly steps: string[] = [];
  readonly world: FeedWorld;
  readonly db: Database;
  now = Date.parse('2026-11-21T12:00:00Z');
  names = 0;
  /** Places that the browser is not allowed to reach. */
  unreached: readonly string[] = [];
  gateText = 'An ordinary text about nothing much.';
  common: readonly string[] = ['the'];
  /** Called before each step; may throw or never end. */
  onStep: (step: string, part?: number) => Promise<void> = async () => undefined;

  constructor(db: Database) {
    this.db = db;
    this.world = {
      db,
      fetch: ((address: string, init: RequestInit) => this.fetch(address, init)) as typeof fetch,
      patience: 2_000,
      now: () => this.now,
      random: () => 0.5,
      client: '1.0.0',
      reaches: async (place) => !this.unreached.includes(place),
      gate: async () => ({ text: this.gateText, words: wordsOf(this.gateText), common: new Set(this.common) }),
      names: async () => {
        this.names++;
      },
      step: async (step, part) => {
        if (this.steps.at(-1) !== step) this.steps.push(step);
        await this.onStep(step, part);
      },
    };
  }

  private async fetch(address: string, init: RequestInit): Promise<Response> {
    this.asked.push(address);
    const url = new URL(address);
    const host = this.hosts.get(`${url.origin}/`);
    if (host === undefined) throw new TypeError('Failed to fetch');
    const path = url.pathname.slice(1);
    let answer = host instanceof Map ? fileAnswer(host.get(path)) : host(path, init);
    if (typeof answer === 'function') answer = await Promise.race([answer(), aborted(init.signal)]);
    if (answer instanceof Error) throw answer;
    return answer;
  }

  async row(id = 'core'): Promise<FeedRow> {
    return (await this.db.feeds.get(id)) as FeedRow;
  }

  /** The text of the pack in use. */
  async inUse(id = 'core'): Promise<{ readonly version: number; readonly sha256: string; readonly lines: readonly string[] } | undefined> {
    const pack = await this.db.packs.get(id);
    if (pack === undefined) return undefined;
    const blocks = await this.db.blocks.where('[set+n]').between([pack.set, 0], [pack.set, Number.MAX_SAFE_INTEGER]).toArray();
    return { version: pack.header.version, sha256: pack.sha256, lines: blocks.flatMap(({ lines }) => lines.split('\n')) };
  }
}

/** A browser's fetch gives up when it is told to. */
function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}

export function fileAnswer(file: Uint8Array<ArrayBuffer> | string | undefined): Response {
  return file === undefined ? new Response('Not here.', { status: 404 }) : new Response(file);
}

let databases = 0;

/** A reader who knows the publisher's feed and has nothing of it yet. */
export async function readerOf(publisher: Publisher, id = 'core', more: Partial<FeedRow> = {}): Promise<Reader> {
  const name = `reader-${databases++}`;
  await Dexie.delete(name);
  const opened = await openDatabase(name);
  if (opened.state === 'refused') throw new Error(opened.why.words);
  const reader = new Reader(opened.db);
  reader.hosts.set(HOST, publisher.files);
  await reader.db.feeds.put({
    ...{ id, url: HOST, builtIn: id === 'core', on: true, colour: 'grey', order: 0, added: '2026-11-01T00:00:00Z' },
    ...{ seen: [], mirrors: [], removed: [], signedBy: [], failures: 0 },
    ...(id === 'core' ? { root: publisher.rootPayload } : {}),
    ...more,
  });
  return reader;
}
