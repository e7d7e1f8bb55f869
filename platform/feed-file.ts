import type { FeedFile } from '../core/manifest.ts';
import type { Database } from './db.ts';
import { expectLength, expectOk, hostOf, joined, type Net, readAll, request, Stop } from './feed-net.ts';
import { sha256 } from './packs.ts';

/** Packs and deltas: fetched from wherever they are to be had, gone on with where an earlier try broke off, unpacked, and held against the signed length and hash. */

/** What goes into the unpacker at once: at gzip's worst a thousand times as much comes out before it can be counted. */
const GULP = 16_384;
/** Bytes of a piece that is kept while a larger file is on its way. */
const PART = 262_144;
const GZIP = [0x1f, 0x8b] as const;
/** A pack or a delta from the first place that has it whole: unpacked, and of the length and hash that were signed. */
export async function getFile(
  net: Net,
  db: Database,
  places: readonly string[],
  path: string,
  file: FeedFile,
  tell: (part: number) => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const stops: Stop[] = [];
  for (const place of places) {
    try {
      const packed = await getPacked(net, db, `${place}${path}`, file, tell);
      const bytes = isGzip(packed) ? await unpacked(packed, file.bytes) : packed;
      await expectHash(bytes, file, place);
      await dropParts(db, file.sha256);
      return bytes;
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      stops.push(error);
      // What came was not it: the next place must not go on from there. What broke off was the right thing so far, as far as one can know.
      if (error.code !== 'cut-short' && error.code !== 'too-slow') await dropParts(db, file.sha256);
    }
  }
  const [first] = stops;
  // A manifest that runs ahead of its files: they are on their way to the mirrors.
  if (stops.every(({ code }) => code === 'not-found')) throw new Stop('not-yet', 'The newest version is announced, but not there yet.');
  throw first ?? new Stop('unreachable', 'No place is known to fetch the profiles from.');
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === GZIP[0] && bytes[1] === GZIP[1];

async function getPacked(
  net: Net,
  db: Database,
  url: string,
  file: FeedFile,
  tell: (part: number) => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept = await keptParts(db, file.sha256);
  const from = kept.reduce((sum, part) => sum + part.length, 0);
  if (from > 0 && from === file.gz) return joined(kept, from);
  const range = from === 0 ? {} : { headers: { range: `bytes=${from}-` } };
  const { response, abort } = await request(net, url, { cache: 'no-store', ...range });
  try {
    expectOk(response, url);
    expectLength(response, url, Math.max(file.gz, file.bytes));
    const goesOn = response.status === 206 && from > 0 && startOf(response, from) === from;
    if (response.status === 206 && !goesOn)
      throw new Stop('server-error', `${hostOf(url)} sent another part of the file than was asked for.`);
    if (!goesOn && kept.length > 0) await dropParts(db, file.sha256);
    const done = goesOn ? from : 0;
    const keeper = partKeeper(db, file, goesOn ? kept.length : 0);
    let read = done;
    // A host that unpacks by itself sends the text.
    const cap = (first: Uint8Array) => (goesOn || isGzip(first) ? file.gz - done : file.bytes);
    const bytes = await readAll(net, response, url, cap, async (piece) => {
      read += piece.length;
      await keeper(piece);
      await tell(Math.min(1, read / file.gz));
    });
    const whole = goesOn ? joined([...kept, bytes], done + bytes.length) : bytes;
    if (whole.length === 0) throw new Stop('empty', `${hostOf(url)} sent an empty file.`);
    if (isGzip(whole) ? whole.length < file.gz : whole.length < file.bytes)
      throw new Stop(looksLikePage(whole) ? 'not-a-feed' : 'cut-short', `${hostOf(url)} sent ${whole.length} of ${file.gz} bytes.`);
    return whole;
  } finally {
    abort();
  }
}

const looksLikePage = (bytes: Uint8Array): boolean => /^\s*<(?:!doctype|html)/i.test(new TextDecoder().decode(bytes.subarray(0, 100)));

/** Where a part begins, if the host lets us see; else it is taken for what was asked, and the hash has the last word. */
function startOf(response: Response, asked: number): number {
  const range = response.headers.get('content-range');
  return range === null ? asked : Number(/^bytes (\d+)-/.exec(range)?.[1] ?? -1);
}

/** Keeps what arrives in pieces, so that a background that is put to sleep goes on where it was. Small files are not worth it. */
function partKeeper(db: Database, file: FeedFile, first: number): (bytes: Uint8Array) => Promise<void> {
  let n = first;
  let held: Uint8Array[] = [];
  let size = 0;
  return async (bytes) => {
    if (file.gz < PART || (n === 0 && size === 0 && !isGzip(bytes))) return;
    held.push(bytes);
    size += bytes.length;
    if (size < PART) return;
    await db.parts.put({ sha256: file.sha256, n, bytes: joined(held, size), at: new Date().toISOString() });
    n++;
    held = [];
    size = 0;
  };
}

async function keptParts(db: Database, hash: string): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const rows = await db.parts.where('[sha256+n]').between([hash, 0], [hash, Number.MAX_SAFE_INTEGER]).toArray();
  return rows.every(({ n }, i) => n === i) ? rows.map(({ bytes }) => bytes) : [];
}

async function dropParts(db: Database, hash: string): Promise<void> {
  await db.parts.where('[sha256+n]').between([hash, 0], [hash, Number.MAX_SAFE_INTEGER]).delete();
}

/** Unpacks, and stops at the first byte beyond `length`. */
async function unpacked(packed: Uint8Array<ArrayBuffer>, length: number): Promise<Uint8Array<ArrayBuffer>> {
  let at = 0;
  const gulps = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: (controller) => {
        if (at >= packed.length) controller.close();
        else controller.enqueue(packed.subarray(at, at + GULP));
        at += GULP;
      },
    },
    { highWaterMark: 0 },
  );
  const reader = gulps.pipeThrough(new DecompressionStream('gzip')).getReader();
  const bytes = new Uint8Array(length);
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (total + value.length > length)
        throw new Stop('too-big', `The file unpacks to more than the ${length} bytes that were announced.`);
      bytes.set(value, total);
      total += value.length;
    }
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop('bad-gzip', 'The file cannot be unpacked.');
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  if (total < length) throw new Stop('bad-hash', `The file unpacks to ${total} bytes, expected ${length}.`);
  return bytes;
}

async function expectHash(bytes: Uint8Array<ArrayBuffer>, file: FeedFile, place: string): Promise<void> {
  const hash = await sha256(bytes);
  if (hash !== file.sha256)
    throw new Stop('bad-hash', `${hostOf(place)} sent another file: expected ${file.sha256.slice(0, 8)}…, got ${hash.slice(0, 8)}….`);
}
