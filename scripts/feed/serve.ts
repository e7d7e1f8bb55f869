import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize, resolve, sep } from 'node:path';
import { type Answer, type FaultName, faultKind, sendWhole } from './faults.ts';
import { sha256Of } from './files.ts';

/** A fault, for some paths only ("packs/…", without a leading slash) or for a number of requests. */
export interface Fault {
  readonly fault: FaultName;
  readonly only?: RegExp;
  readonly times?: number;
  /** For `slow` and `drip`. */
  readonly ms?: number;
}

export type Faults = Fault | FaultName | readonly Fault[] | undefined;

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface FeedServer {
  /** Ends in a slash. */
  readonly url: string;
  readonly requests: Request[];
  /** From now on; undefined: no faults. */
  readonly set: (faults: Faults) => void;
  readonly close: () => Promise<void>;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after, content-range',
};
const NOT_HERE = Buffer.from('Not here.\n');

/** Serves a feed's folder as a good static host does, on this machine only, and as badly as it is told to. */
export async function serveFeed(folder: string, { port = 0, faults }: { port?: number; faults?: Faults } = {}): Promise<FeedServer> {
  const requests: Request[] = [];
  const stops = new Set<() => void>();
  let active = counted(faults);
  const server = createServer((request, response) => {
    const path = decodedPath(request.url ?? '/');
    requests.push({ method: request.method ?? '', path, headers: request.headers });
    const { range, 'if-none-match': known } = request.headers;
    const file = path === undefined ? undefined : fileIn(folder, path.replace(/^moved\//, ''));
    const honest = file === undefined ? missing() : answerOf(path, file, range, known, request.method === 'HEAD');
    const asked = { path, whole: file ?? NOT_HERE };
    const fault = take(active, path);
    const kind = fault === undefined ? undefined : faultKind(fault.fault);
    const answer = kind?.answer?.(honest, asked) ?? honest;
    // A fault that is about something else must not look like a host without CORS.
    const open = fault?.fault === 'no-cors' ? answer : { ...answer, headers: { ...CORS, ...answer.headers } };
    const stop = kind?.send?.(response, open, fault?.ms ?? 0) ?? sendWhole(response, open);
    stops.add(stop);
    response.on('close', () => {
      stop();
      stops.delete(stop);
    });
  });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    set: (next) => {
      active = counted(next);
    },
    close: async () => {
      for (const stop of stops) stop();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

interface Counted extends Fault {
  left: number;
}

function counted(faults: Faults): Counted[] {
  const list = faults === undefined ? [] : typeof faults === 'string' ? [{ fault: faults }] : Array.isArray(faults) ? faults : [faults];
  return (list as readonly Fault[]).map((fault) => ({ ...fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
}

function take(active: Counted[], path: string): Fault | undefined {
  const fault = active.find(({ left, only }) => left > 0 && (only === undefined || only.test(path)));
  if (fault !== undefined) fault.left--;
  return fault;
}

function decodedPath(url: string): string {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] ?? '').slice(1);
  } catch {
    return '';
  }
}

/** Only what lies in the folder itself. */
function fileIn(folder: string, path: string): Uint8Array | undefined {
  const root = resolve(folder);
  const file = join(root, normalize(`/${path}`));
  return file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
}

function missing(): Answer {
  return { status: 404, headers: { ...CORS, 'content-type': 'text/plain' }, body: NOT_HERE };
}

function answerOf(path: string, whole: Uint8Array, range: string | undefined, known: string | undefined, head: boolean): Answer {
  const etag = `"${sha256Of(whole).slice(0, 16)}"`;
  const lasting = /^(?:packs|deltas|root)\//.test(path);
  const headers = {
    ...CORS,
    etag,
    'accept-ranges': 'bytes',
    'content-type': path.endsWith('.gz') ? 'application/gzip' : 'application/json',
    'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (known === etag) return { status: 304, headers, body: new Uint8Array() };
  const part = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (part === null) return { status: 200, headers, body: head ? new Uint8Array() : whole };
  const from = Number(part[1]);
  const to = part[2] === '' ? whole.length - 1 : Math.min(Number(part[2]), whole.length - 1);
  if (from > to) return { status: 416, headers: { ...headers, 'content-range': `bytes */${whole.length}` }, body: new Uint8Array() };
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${to}/${whole.length}` },
    body: whole.subarray(from, to + 1),
  };
}
