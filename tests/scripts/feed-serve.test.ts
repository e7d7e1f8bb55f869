import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../../scripts/feed/faults.ts';
import { type Faults, type FeedServer, serveFeed } from '../../scripts/feed/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-serve-'));
const TEXT = 'a line of a pack, invented\n'.repeat(4_000);
// Not to be packed into next to nothing: a fault that halves it should have something to halve.
const NOISE = Array.from({ length: 3_000 }, (_, i) => ((i * 7_919) % 104_729).toString(36)).join(' ');
const PACK = gzipSync(TEXT + NOISE);
let server: FeedServer;

beforeAll(async () => {
  for (const sub of ['packs', 'deltas', 'root']) mkdirSync(join(folder, sub));
  writeFileSync(join(folder, 'manifest.json'), '{"payloadType":"x"}');
  writeFileSync(join(folder, 'packs', 'a.jsonl.gz'), PACK);
  writeFileSync(join(folder, 'deltas', 'b.jsonl.gz'), PACK);
  server = await serveFeed(folder);
});
afterEach(() => server.set(undefined));
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** As the bytes come, nothing unpacked or followed. Rejects if the connection breaks; stops after `most` bytes. */
function get(path: string, headers: Record<string, string> = {}, most = 1e9): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.url}${path}`, { headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      const done = () => resolve({ status: response.statusCode ?? 0, headers: response.headers as never, body: Buffer.concat(pieces) });
      response.on('data', (piece: Buffer) => {
        pieces.push(piece);
        if (Buffer.concat(pieces).length < most) return;
        done();
        asked.destroy();
      });
      response.on('end', done).on('error', reject);
    });
    asked.on('error', reject).end();
  });
}

describe('without faults it is a good static host', () => {
  test('files, with what browsers need to read them from elsewhere', async () => {
    const { status, headers, body } = await get('packs/a.jsonl.gz');
    expect([status, headers['access-control-allow-origin'], headers['access-control-expose-headers']]).toEqual([
      200,
      '*',
      'etag, retry-after, content-range',
    ]);
    expect([headers['content-type'], headers['content-encoding']]).toEqual(['application/gzip', undefined]);
    expect(body.equals(PACK)).toBe(true);
  });

  test('304 to who has it, 206 for a part, 416 for none', async () => {
    const { headers } = await get('manifest.json');
    expect((await get('manifest.json', { 'if-none-match': headers.etag ?? '' })).status).toBe(304);
    const part = await get('packs/a.jsonl.gz', { range: 'bytes=100-' });
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 100-${PACK.length - 1}/${PACK.length}`]);
    expect(part.body.equals(PACK.subarray(100))).toBe(true);
    expect((await get('packs/a.jsonl.gz', { range: 'bytes=999999999-' })).status).toBe(416);
  });

  test('nothing outside of its folder', async () => {
    for (const path of ['nothing', '..%2f..%2fetc%2fpasswd', '%', 'packs', '']) expect((await get(path)).status, path).toBe(404);
  });

  test('it remembers who asked for what', async () => {
    server.requests.length = 0;
    await get('manifest.json', { range: 'bytes=1-2' });
    expect(server.requests).toMatchObject([{ method: 'GET', path: 'manifest.json', headers: { range: 'bytes=1-2' } }]);
  });
});

describe('faults', () => {
  const half = PACK.length >> 1;
  const RANGE = { range: 'bytes=100-' };
  const rows: readonly (readonly [keyof typeof FAULTS, (got: Got) => void, Record<string, string>?])[] = [
    ['gzip-encoded', ({ headers, body }) => expect([headers['content-encoding'], body.equals(PACK)]).toEqual(['gzip', true])],
    ['wrong-mime', ({ headers }) => expect(headers['content-type']).toBe('text/html')],
    [
      'range-wrong',
      ({ status, headers }) => expect([status, headers['content-range']]).toEqual([206, `bytes 0-${half - 1}/${PACK.length}`]),
      RANGE,
    ],
    [
      'range-ignored',
      ({ status, headers, body }) => expect([status, headers['content-range'], body.length]).toEqual([200, undefined, PACK.length]),
      RANGE,
    ],
    ['redirect-http', ({ status, headers }) => expect([status, headers.location]).toEqual([302, 'http://mirror.invalid/feed/'])],
    ['redirect', ({ status, headers }) => expect([status, headers.location]).toEqual([302, '/moved/packs/a.jsonl.gz'])],
    ['captive-portal', ({ status, body }) => expect([status, body.toString()]).toEqual([200, expect.stringContaining('<!doctype html>')])],
    ['not-modified-without-cache', ({ status, body }) => expect([status, body.length]).toEqual([304, 0])],
    ['404', ({ status }) => expect(status).toBe(404)],
    ['410', ({ status }) => expect(status).toBe(410)],
    ['429', ({ status, headers }) => expect([status, headers['retry-after']]).toEqual([429, '120'])],
    ['500', ({ status }) => expect(status).toBe(500)],
    ['503', ({ status, headers }) => expect([status, headers['retry-after']]).toEqual([503, '120'])],
    ['empty', ({ status, body }) => expect([status, body.length]).toEqual([200, 0])],
    ['cut-short', ({ status, body }) => expect([status, body.length]).toEqual([200, half])],
    ['wrong-bytes', ({ body }) => expect([body.length, body.equals(PACK)]).toEqual([PACK.length, false])],
    ['no-cors', ({ status, headers }) => expect([status, headers['access-control-allow-origin']]).toEqual([200, undefined])],
    ['late-manifest', ({ status }) => expect(status).toBe(404)],
    ['bomb', ({ body }) => expect([body.length, gunzipSync(body).length]).toEqual([PACK.length, PACK.length * 1_000])],
  ];

  test.each(rows.map((row) => [row[0], row] as const))('%s', async (_, [fault, check, headers = {}]) => {
    server.set(fault);
    const got = await get('packs/a.jsonl.gz', headers);
    check(got);
    if (fault !== 'no-cors') expect(got.headers['access-control-allow-origin']).toBe('*');
  });

  test('redirect leads to the file', async () => {
    server.set('redirect');
    const response = await fetch(`${server.url}packs/a.jsonl.gz`);
    expect([response.status, response.redirected, (await response.arrayBuffer()).byteLength]).toEqual([200, true, PACK.length]);
  });

  test('a browser unpacks by itself what is said to be gzip-encoded', async () => {
    server.set('gzip-encoded');
    expect(await (await fetch(`${server.url}packs/a.jsonl.gz`)).text()).toBe(TEXT + NOISE);
  });

  test('late-manifest has the manifest', async () => {
    server.set('late-manifest');
    expect((await get('manifest.json')).status).toBe(200);
    expect((await get('deltas/b.jsonl.gz')).status).toBe(404);
  });

  test('a bomb in place of the manifest', async () => {
    server.set('bomb');
    const { headers, body } = await get('manifest.json');
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).length).toBe(19_000);
  });

  test.each(['reset', 'truncated-length'] as const)('%s', async (fault) => {
    server.set(fault);
    await expect(get('packs/a.jsonl.gz')).rejects.toThrow();
  });

  test('ten-gigabytes', async () => {
    server.set('ten-gigabytes');
    expect((await get('packs/a.jsonl.gz', {}, 100)).headers['content-length']).toBe(String(10 * 2 ** 30));
  });

  test('endless', async () => {
    server.set('endless');
    const { body, headers } = await get('packs/a.jsonl.gz', {}, 20 * PACK.length);
    expect(headers['content-length']).toBeUndefined();
    expect(body.length).toBeGreaterThan(19 * PACK.length);
  });

  test.each(['drip', 'slow'] as const)('%s', async (fault) => {
    server.set({ fault, ms: 50 });
    const start = performance.now();
    await get('packs/a.jsonl.gz', {}, 3);
    expect(performance.now() - start).toBeGreaterThan(45);
  });

  test('for some paths, for a number of times, and several at once', async () => {
    const faults: Faults = [
      { fault: '404', only: /^deltas\// },
      { fault: '503', times: 2 },
    ];
    server.set(faults);
    const statuses: number[] = [];
    for (const path of ['deltas/b.jsonl.gz', 'manifest.json', 'manifest.json', 'manifest.json']) statuses.push((await get(path)).status);
    expect(statuses).toEqual([404, 503, 503, 200]);
  });

  test('every fault has a row here', () => {
    const tried = [...rows.map(([name]) => name), 'reset', 'truncated-length', 'ten-gigabytes', 'endless', 'drip', 'slow'];
    expect(tried.sort()).toEqual(Object.keys(FAULTS).sort());
  });
});
