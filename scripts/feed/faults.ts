import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/**
 * What a web server, or what stands between it and a reader, has been seen to do to a feed. Each fault takes the honest answer and
 * spoils it; all can be switched while the server runs.
 */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Uint8Array;
}

export interface Asked {
  readonly path: string;
  /** The whole file, whatever part of it was asked for. */
  readonly whole: Uint8Array;
}

interface FaultKind {
  readonly says: string;
  /** Another answer. */
  readonly answer?: (answer: Answer, asked: Asked) => Answer;
  /** Another way of sending it; answers what stops it. */
  readonly send?: (response: ServerResponse, answer: Answer, ms: number) => () => void;
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

function only(status: number, says: string, headers: Answer['headers'] = {}): FaultKind {
  return { says, answer: () => ({ status, headers: { ...TEXT, ...headers }, body: Buffer.from(`${says}\n`) }) };
}

const RETRY = { 'retry-after': 120 };
const isGz = ({ path }: Asked): boolean => path.endsWith('.gz');

/** The table of faults; `npm run feed -- serve --fault NAME`. */
export const FAULTS = {
  'gzip-encoded': {
    says: 'sends .gz with content-encoding: gzip, so that the browser unpacks it by itself',
    answer: (answer, asked) => (isGz(asked) ? { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' } } : answer),
  },
  'wrong-mime': {
    says: 'calls every file text/html',
    answer: (answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': 'text/html' } }),
  },
  'range-wrong': { says: 'answers 206 with another part than was asked for', answer: wrongRange },
  'range-ignored': {
    says: 'answers 200 and the whole file when a part was asked for',
    answer: (answer, asked) => (answer.status === 206 ? { status: 200, headers: plain(answer), body: asked.whole } : answer),
  },
  'redirect-http': only(302, 'redirects to a host that does not use https', { location: 'http://mirror.invalid/feed/' }),
  redirect: {
    says: 'redirects to /moved/… on the same host, which answers',
    answer: (answer, { path }) =>
      path.startsWith('moved/') ? answer : { status: 302, headers: { location: `/moved/${path}` }, body: new Uint8Array() },
  },
  'captive-portal': {
    says: 'answers every request with a sign-in page',
    answer: () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: Buffer.from('<!doctype html><title>Welcome</title><p>Sign in to use this network.\n'),
    }),
  },
  'not-modified-without-cache': {
    says: 'answers 304 to who has nothing',
    answer: () => ({ status: 304, headers: {}, body: new Uint8Array() }),
  },
  '404': only(404, 'has no such file'),
  '410': only(410, 'says that the file is gone for good'),
  '429': only(429, 'wants to be left alone for two minutes', RETRY),
  '500': only(500, 'is broken'),
  '503': only(503, 'is being mended for two minutes', RETRY),
  reset: {
    says: 'breaks off the connection without an answer',
    send: (response) => {
      response.destroy();
      return () => undefined;
    },
  },
  empty: { says: 'sends no bytes', answer: (answer) => ({ ...answer, headers: plain(answer), body: new Uint8Array() }) },
  'cut-short': {
    says: 'sends half of the bytes and calls that all',
    answer: (answer) => ({ ...answer, headers: plain(answer), body: answer.body.subarray(0, answer.body.length >> 1) }),
  },
  'truncated-length': {
    says: 'announces all bytes, sends half of them and breaks off',
    send: (response, { status, headers, body }) => {
      response.writeHead(status, { ...headers, 'content-length': body.length });
      response.write(body.subarray(0, body.length >> 1), () => response.destroy());
      return () => undefined;
    },
  },
  'wrong-bytes': {
    says: 'changes one bit in the middle',
    answer: (answer) => {
      const body = Uint8Array.from(answer.body);
      const middle = body.length >> 1;
      body.set([(body[middle] ?? 0) ^ 1], middle);
      return { ...answer, body };
    },
  },
  bomb: { says: 'sends as many bytes as were announced, which unpack to a thousand times as many', answer: bomb },
  drip: { says: 'sends one byte a second', send: (response, answer, ms) => pour(response, answer, Buffer.from('{'), ms || 1_000) },
  endless: { says: 'sends without end', send: (response, answer) => pour(response, answer, Buffer.alloc(65_536, '{'), 0) },
  'ten-gigabytes': {
    says: 'announces ten gigabytes',
    send: (response, { status, headers, body }) => {
      response.writeHead(status, { ...headers, 'content-length': 10 * 2 ** 30 });
      response.write(body);
      return () => undefined;
    },
  },
  slow: {
    says: 'waits three seconds (or ms) before it answers',
    send: (response, answer, ms) => {
      const timer = setTimeout(() => sendWhole(response, answer), ms || 3_000);
      return () => clearTimeout(timer);
    },
  },
  'no-cors': {
    says: 'does not let its files be read from elsewhere',
    answer: ({ headers, ...rest }) => ({
      ...rest,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('access-control-'))),
    }),
  },
  'late-manifest': {
    says: 'has the new manifest, but not yet the packs and deltas that it names',
    answer: (answer, { path }) =>
      /^(?:packs|deltas)\//.test(path) ? { status: 404, headers: TEXT, body: Buffer.from('Not here yet.\n') } : answer,
  },
} as const satisfies Readonly<Record<string, FaultKind>>;
export type FaultName = keyof typeof FAULTS;

export function faultKind(name: FaultName): FaultKind {
  return FAULTS[name];
}

/** The headers without those that go with a part of the file. */
function plain({ headers }: Answer): Answer['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-range'));
}

function wrongRange(answer: Answer, { whole }: Asked): Answer {
  if (answer.status !== 206) return answer;
  const end = Math.max(0, (whole.length >> 1) - 1);
  const headers = { ...answer.headers, 'content-range': `bytes 0-${end}/${whole.length}` };
  return { ...answer, headers, body: whole.subarray(0, end + 1) };
}

const BOMB_TIMES = 1_000;
const LARGEST_BOMB = 256 * 1_024 * 1_024;
const COMMENT_FLAG = 0x10;
const GZIP_HEADER = 10;

/** Zeros, packed; a comment in gzip's own header makes up for the rest of the promised length, so that the length gives nothing away. */
function bomb(answer: Answer, asked: Asked): Answer {
  const length = asked.whole.length;
  const packed = gzipSync(Buffer.alloc(Math.min(length * BOMB_TIMES, LARGEST_BOMB)), { level: 9 });
  const missing = length - packed.length;
  const comment = Buffer.alloc(Math.max(0, missing), 'x');
  if (missing > 0) {
    packed[3] = COMMENT_FLAG;
    comment[missing - 1] = 0;
  }
  const body = Buffer.concat([packed.subarray(0, GZIP_HEADER), comment, packed.subarray(GZIP_HEADER)]);
  const headers = isGz(asked) ? plain(answer) : { ...plain(answer), 'content-encoding': 'gzip' };
  return { status: 200, headers, body };
}

/** The same piece again and again, as fast as it is taken or once in `ms`. */
function pour(response: ServerResponse, { status, headers }: Answer, piece: Uint8Array, ms: number): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  response.writeHead(status, headers);
  const next = (): void => {
    if (stopped) return;
    response.write(piece, () => {
      timer = setTimeout(next, ms);
    });
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

export function sendWhole(response: ServerResponse, { status, headers, body }: Answer): () => void {
  response.writeHead(status, status === 304 ? headers : { ...headers, 'content-length': body.length });
  response.end(status === 304 ? undefined : body);
  return () => undefined;
}
