import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Op, parseDelta, writeDelta } from '../../core/delta.ts';
import { MANIFEST_TYPE } from '../../core/envelope.ts';
import type { FeedCode } from '../../core/feed.ts';
import { deltaPath, manifestToJson, packPath } from '../../core/manifest.ts';
import { updateFeed } from '../../platform/feed-update.ts';
import { sha256 } from '../../platform/packs.ts';
import { type Answer, HOST, maker, makers, Publisher, type Reader, readerOf, signed } from './feed-host.ts';

/** Hosts that send what is wrong, too much, or without end; and publishers whose signed files are wrong. */

const auto = { byHand: false, sparing: false };
const update = (reader: Reader) => updateFeed(reader.world, 'core', auto);

let feed: Publisher;
beforeAll(async () => {
  feed = await new Publisher().init();
  await feed.addVersion(makers(120));
  await feed.publish();
  await feed.addVersion([...makers(119).map((one, i) => (i % 9 === 0 ? maker(i, `Renamed ${i} Works`) : one)), maker(500), maker(501)]);
});

/** A reader with version 1. */
async function readerOfFirst(): Promise<Reader> {
  const first = feed.versions.splice(1);
  await feed.publish();
  const reader = await readerOf(feed);
  expect(await update(reader)).toBe('updated');
  feed.versions.push(...first);
  await feed.publish();
  return reader;
}

describe('deltas that are signed and wrong', () => {
  const replace = (ops: readonly Op[], at: number, ...by: readonly Op[]) => [...ops.slice(0, at), ...by, ...ops.slice(at + 1)];
  const letter = (text: string, n: number) => `${text.slice(0, n)}${text.charAt(n) === 'x' ? 'y' : 'x'}${text.slice(n + 1)}`;
  /** One operation of a delta, made wrong in its own way. */
  const MUTATIONS: readonly ((ops: readonly Op[], at: number, n: number) => readonly Op[])[] = [
    (ops, at) => replace(ops, at),
    (ops, at) => replace(ops, at, ops[at] as Op, ops[at] as Op),
    (ops, at) => replace(ops, at, { ...(ops[at] as Op), type: (ops[at] as Op).type === '+' ? '~' : '+' }),
    (ops, at) => replace(ops, at, { type: '-', id: (ops[at] as Op).id, line: '' }),
    (ops, at, n) =>
      replace(ops, at, { ...(ops[at] as Op), line: letter((ops[at] as Op).line, n % Math.max(1, (ops[at] as Op).line.length)) }),
    (ops, at, n) => replace(ops, at, { ...(ops[at] as Op), id: `Q${n}`, line: (ops[at] as Op).line.replace(/Q\d+/, `Q${n}`) }),
    (ops, at) => [...replace(ops, at), ops[at] as Op],
    (ops, at, n) => [...ops.slice(0, at), { type: '+', id: `Q1${n}`, line: JSON.stringify({ id: `Q1${n}` }) }, ...ops.slice(at)],
  ];

  test('five hundred mutants: none is taken, and each ends with the right state by the whole pack', async () => {
    const reader = await readerOfFirst();
    const [feeds, packs, blocks] = await Promise.all([reader.db.feeds.toArray(), reader.db.packs.toArray(), reader.db.blocks.toArray()]);
    const manifest = await feed.manifest();
    const [from, to] = feed.versions;
    if (from === undefined || to === undefined) throw new Error('two versions');
    const original = new DecompressedDelta(await inflated(feed, deltaPath(manifest.deltas[0] as never)));
    let mutants = 0;
    for (let n = 0; mutants < 500; n++) {
      const at = n % original.ops.length;
      const mutate = MUTATIONS[n % MUTATIONS.length] as (typeof MUTATIONS)[number];
      const text = writeDelta({
        header: n % 50 === 49 ? original.header.replace('2', '3') : original.header,
        ops: mutate(original.ops, at, n * 31),
      });
      if (text === original.text) continue;
      mutants++;
      const files = new Map(feed.files);
      const bytes = new TextEncoder().encode(text);
      const packed = new Uint8Array(gzipSync(bytes));
      const delta = {
        from: 1,
        base: from.sha256,
        sha256: await sha256(bytes),
        gz: packed.length,
        bytes: bytes.length,
        ops: original.ops.length,
      };
      files.set(deltaPath(delta), packed);
      // As if the whole pack were large: a mutant must be tried before it can be refused.
      files.set('manifest.json', await signed(MANIFEST_TYPE, manifestToJson({ ...manifest, deltas: [{ ...delta }] }), feed.feedKeys));
      reader.hosts.set(HOST, files);
      reader.asked.length = 0;
      expect(await update(reader)).toBe('updated');
      expect(reader.asked.filter((url) => /(packs|deltas)\//.test(url)).map((url) => url.split('/')[3])).toEqual(['deltas', 'packs']);
      expect(await reader.inUse()).toMatchObject({ version: 2, sha256: to.sha256, lines: to.text.split('\n').slice(1, -1) });
      await reader.db.blocks.clear();
      await Promise.all([reader.db.feeds.bulkPut(feeds), reader.db.packs.bulkPut(packs), reader.db.blocks.bulkPut(blocks)]);
    }
  }, 120_000);
});

class DecompressedDelta {
  readonly text: string;
  readonly header: string;
  readonly ops: readonly Op[];

  constructor(text: string) {
    this.text = text;
    const { header, ops } = parseDelta(text);
    this.header = header;
    this.ops = ops;
  }
}

async function inflated(publisher: Publisher, path: string): Promise<string> {
  const stream = new Blob([publisher.files.get(path) as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}

describe('packs that are signed and wrong', () => {
  const line = (i: number, more: object) =>
    `${JSON.stringify({ id: `Q${i}`, kind: 'company', name: `Maker ${i}`, ...more, sources: ['test'], 'as-of': '2026', forms: [] })}\n`;
  const cases: readonly (readonly [string, (header: string) => string, FeedCode, RegExp])[] = [
    ['a record that is not JSON', (h) => `${h}{"id":"Q1",\n`, 'bad-records', /not JSON/],
    [
      'a record with a script for a website',
      (h) => `${h}${line(1, { facts: [{ key: 'website', value: 'javascript:alert(1)', source: 'test' }] })}`,
      'bad-records',
      /web address/,
    ],
    ['a line that does not begin with its id', (h) => `${h}{"kind":"company","id":"Q1"}\n`, 'bad-records', /begin with its id/],
    ['two ids in one record', (h) => `${h}${line(1, {}).replace('"kind"', '"id":"Q2","kind"')}`, 'bad-records', /two ids/],
    ['the same record twice', (h) => `${h}${line(1, {})}${line(1, {})}`, 'bad-records', /come after/],
    ['records out of order', (h) => `${h}${line(2, {})}${line(1, {})}`, 'bad-records', /come after/],
    [
      'an id of the reader’s own',
      (h) => `${h}${line(1, {}).replace('"Q1"', '"own:00000000-0000-4000-8000-000000000000"')}`,
      'bad-records',
      /id: expected an id/,
    ],
    ['a line of 40 MB', (h) => `${h}${line(1, { note: 'a'.repeat(40_000_000) })}`, 'too-big', /at most/],
    [
      'a million levels of nesting',
      (h) => `${h}{"id":"Q1","x":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}\n`,
      'bad-records',
      /line 2/,
    ],
    ['no header', () => line(1, {}), 'bad-records', /line 1/],
    ['another channel', (h) => `${h.replace('"core"', '"other"')}${line(1, {})}`, 'bad-records', /calls itself/],
    ['another number', (h) => `${h.replace('"version":1', '"version":7')}${line(1, {})}`, 'bad-records', /calls itself/],
    ['fewer records than it says', (h) => `${h}`, 'bad-records', /holds 0 records/],
    ['half a line at the end', (h) => `${h}${line(1, {}).slice(0, -1)}`, 'bad-records', /middle of a line/],
  ];
  test.each(cases)('%s: refused in words, and nothing is stored', async (_, make, code, words) => {
    const own = await new Publisher().init();
    await own.addVersion(makers(1));
    const [header = ''] = (own.versions[0]?.text ?? '').split('\n');
    const bytes = new TextEncoder().encode(make(`${header}\n`));
    const packed = new Uint8Array(gzipSync(bytes));
    const pack = { sha256: await sha256(bytes), gz: packed.length, bytes: bytes.length, records: 1 };
    own.files.set(packPath(pack), packed);
    await own.publish({ pack });
    const reader = await readerOf(own, own.fingerprint);
    expect(await updateFeed(reader.world, own.fingerprint, auto)).toBe(code);
    expect((await reader.row(own.fingerprint)).words).toMatch(words);
    expect(await reader.db.packs.count()).toBe(0);
    expect(await reader.db.blocks.count()).toBe(0);
  });

  test('a pack that is not UTF-8 is refused', async () => {
    const own = await new Publisher().init();
    await own.addVersion(makers(1));
    const bytes = new TextEncoder().encode(own.versions[0]?.text ?? '').map((byte) => (byte === 0x4d ? 0xff : byte));
    const packed = new Uint8Array(gzipSync(bytes));
    const pack = { sha256: await sha256(bytes), gz: packed.length, bytes: bytes.length, records: 1 };
    own.files.set(packPath(pack), packed);
    await own.publish({ pack });
    const reader = await readerOf(own);
    expect(await update(reader)).toBe('bad-records');
    expect((await reader.row()).words).toMatch(/UTF-8/);
  });
});

describe('bombs and floods: stopped at the cap', () => {
  /** As fast as it is read, for ever. */
  const endless = (chunk: Uint8Array, wait = 0) =>
    new Response(
      new ReadableStream({
        pull: async (controller) => {
          if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
          controller.enqueue(chunk.slice());
        },
      }),
    );
  const zeros = new Uint8Array(65_536);
  const bomb = new Uint8Array(gzipSync(new Uint8Array(200_000_000), { level: 9 }));
  const isPack = (path: string) => /^(packs|deltas)\//.test(path);
  const cases: readonly (readonly [string, (path: string) => Answer | undefined, FeedCode])[] = [
    ['a manifest without end', (path) => (path === 'manifest.json' ? endless(zeros) : undefined), 'too-big'],
    [
      'a manifest of a byte a second',
      (path) => (path === 'manifest.json' ? endless(new Uint8Array([0x7b]), 1_000) : undefined),
      'too-slow',
    ],
    [
      'a manifest that never comes',
      (path) => (path === 'manifest.json' ? () => new Promise<Response>(() => undefined) : undefined),
      'too-slow',
    ],
    ['a manifest of ten gigabytes', (path) => (path === 'manifest.json' ? sized(10_000_000_000) : undefined), 'too-big'],
    [
      'a manifest with a million levels of nesting',
      (path) => (path === 'manifest.json' ? new Response('['.repeat(65_000)) : undefined),
      'bad-signature',
    ],
    ['a root without end', (path) => (path === 'root/2.json' ? endless(zeros) : undefined), 'too-big'],
    ['a pack without end', (path) => (isPack(path) ? endless(zeros) : undefined), 'too-big'],
    ['a pack without end that begins like gzip', (path) => (isPack(path) ? endless(bomb.subarray(0, 65_536)) : undefined), 'too-big'],
    ['a pack of a byte a second', (path) => (isPack(path) ? endless(new Uint8Array([0x1f]), 1_000) : undefined), 'too-slow'],
    ['a bomb of 1 to 1,000 in place of the pack', (path) => (isPack(path) ? new Response(bomb.slice()) : undefined), 'too-big'],
    ['a bomb no longer than the pack', (path) => (isPack(path) ? new Response(smallBomb()) : undefined), 'too-big'],
  ];
  const sized = (length: number) => () => {
    const response = endless(zeros);
    Object.defineProperty(response, 'headers', { value: new Headers({ 'content-length': String(length) }) });
    return response;
  };
  /** Exactly as long as the real file, and unpacking to a hundred times as much as was signed. */
  function smallBomb(): Uint8Array<ArrayBuffer> {
    const real = feed.files.get(`packs/${feed.versions[1]?.sha256}.jsonl.gz`) as Uint8Array;
    const made = new Uint8Array(gzipSync(new Uint8Array(real.length * 800), { level: 9 }));
    const padded = new Uint8Array(real.length);
    padded.set(made.subarray(0, real.length));
    return padded;
  }

  test.each(cases)(
    '%s',
    async (_, answer, code) => {
      await feed.publish({ deltas: [] });
      const reader = await readerOf(feed);
      reader.hosts.set(HOST, (path) => {
        const own = answer(path);
        const file = feed.files.get(path);
        return own ?? (file === undefined ? new Response('', { status: 404 }) : new Response(file));
      });
      const heap = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
      expect(await update(reader)).toBe(code);
      expect(await reader.inUse()).toBeUndefined();
      expect((process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - heap) / 1e6).toBeLessThan(150);
      // And the honest host afterwards.
      reader.hosts.set(HOST, feed.files);
      expect(await update(reader)).toBe('updated');
    },
    10_000,
  );
});
