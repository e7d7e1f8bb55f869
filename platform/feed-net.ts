import type { FeedCode } from '../core/feed.ts';

/**
 * Fetching for feeds: whole files or nothing, never more bytes than were announced by a signature, and every way in which a host can fail
 * under a name of its own. A request carries no cookie, no referrer and no header of ours: any of those would tell readers apart, or make
 * the browser ask the host for leave first, which static hosts do not answer. Nothing is left to the browser's cache: it would send the
 * ETag of what it has along with the next question, and a host that gives each reader another ETag would know them again by it.
 */
export class Stop extends Error {
  readonly code: FeedCode;
  /** Milliseconds that the host wants to be left alone. */
  readonly retryAfter: number;

  constructor(code: FeedCode, words: string, retryAfter = 0) {
    super(words);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export interface Net {
  readonly fetch: typeof fetch;
  /** Milliseconds of silence after which a host is given up; as long after the start it must have reached the least speed. */
  readonly patience: number;
}

/** A host that is slower than this after the first seconds is not waited for. Bytes a second. */
const LEAST_SPEED = 1_024;

export function hostOf(url: string): string {
  return new URL(url).host;
}

/** A small text: a manifest or a root. */
export async function getText(net: Net, url: string, most: number): Promise<string> {
  const { response, abort } = await request(net, url, { cache: 'no-store' });
  try {
    expectOk(response, url);
    expectLength(response, url, most);
    const bytes = await readAll(net, response, url, most);
    if (bytes.length === 0) throw new Stop('empty', `${hostOf(url)} sent an empty file.`);
    const text = decoded(bytes, url);
    if (/^\s*</.test(text))
      throw new Stop('not-a-feed', `${hostOf(url)} sent a web page where the feed should be; is there a sign-in page in between?`);
    return text;
  } finally {
    abort();
  }
}

function decoded(bytes: Uint8Array, url: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Stop('not-a-feed', `${hostOf(url)} sent something that is not text where the feed should be.`);
  }
}

interface Asked {
  readonly response: Response;
  readonly abort: () => void;
}

export async function request(net: Net, url: string, init: RequestInit): Promise<Asked> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), net.patience);
  try {
    const response = await net.fetch(url, {
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      signal: controller.signal,
    });
    if (response.url !== '' && new URL(response.url).origin !== new URL(url).origin)
      throw new Stop('redirected', `${hostOf(url)} sent the question on to ${hostOf(response.url)}; nothing is taken from there.`);
    return { response, abort: () => controller.abort() };
  } catch (error) {
    if (error instanceof Stop) throw error;
    if (controller.signal.aborted) throw new Stop('too-slow', `${hostOf(url)} did not answer.`);
    throw new Stop(
      'unreachable',
      `${hostOf(url)} could not be reached, or does not let its files be read from elsewhere (it must send “Access-Control-Allow-Origin: *”).`,
    );
  } finally {
    clearTimeout(timer);
  }
}

export function expectOk(response: Response, url: string): void {
  const { status } = response;
  const host = hostOf(url);
  const wait = retryAfter(response);
  if (status === 200 || status === 206) return;
  if (status === 404) throw new Stop('not-found', `${host} has no such file (404).`);
  if (status === 410) throw new Stop('gone', `${host} says that the feed is gone for good (410).`);
  if (status === 429 || status === 503) throw new Stop('busy', `${host} is busy (${status}).`, wait);
  if (status === 401 || status === 403 || status === 407 || status === 451)
    throw new Stop('refused', `${host} refuses to give the file (${status}).`);
  throw new Stop('server-error', `${host} answered ${status}.`, wait);
}

/** Seconds or a date; hosts that do not expose the header are asked again in our own time. */
function retryAfter(response: Response): number {
  const value = response.headers.get('retry-after');
  if (value === null) return 0;
  const wait = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}

export function expectLength(response: Response, url: string, most: number): void {
  const length = Number(response.headers.get('content-length') ?? '0');
  if (length > most) throw new Stop('too-big', `${hostOf(url)} announces ${length} bytes; at most ${most} are expected.`);
}

/** Reads a body to its end, at most `most` bytes; `onBytes` is told of each piece. */
export async function readAll(
  net: Net,
  response: Response,
  url: string,
  most: number | ((first: Uint8Array) => number),
  onBytes: (bytes: Uint8Array<ArrayBuffer>) => Promise<void> = async () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const start = performance.now();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  let cap = typeof most === 'number' ? most : 0;
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read(), net.patience, url);
      if (done) break;
      if (total === 0 && typeof most === 'function') cap = most(value);
      total += value.length;
      if (total > cap) throw new Stop('too-big', `${hostOf(url)} sent more than the ${cap} bytes that were announced.`);
      const elapsed = performance.now() - start;
      if (elapsed > net.patience && total < (elapsed / 1_000) * LEAST_SPEED) throw new Stop('too-slow', `${hostOf(url)} is too slow.`);
      pieces.push(value);
      await onBytes(value);
    }
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop('cut-short', `The connection to ${hostOf(url)} broke off after ${total} bytes.`);
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  return joined(pieces, total);
}

async function inTime<T>(work: Promise<T>, patience: number, url: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Stop('too-slow', `${hostOf(url)} stopped sending.`)), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export function joined(pieces: readonly Uint8Array[], total: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
