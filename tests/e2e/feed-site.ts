import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { PackRecord } from '../../core/pack.ts';
import type { FeedView } from '../../platform/messages.ts';
import { askMuster } from '../../scripts/watch.ts';
import { record } from '../core/pack-of.ts';
import { makers, type Publisher } from '../platform/feed-host.ts';
import type { Answerer } from './news-server.ts';
import { builtExtension, type World } from './world.ts';

/** A publisher's files on the web of a test, and a Muster that knows the address from the start. */

export interface FeedSite {
  readonly url: string;
  readonly publisher: Publisher;
  readonly answer: Answerer;
  /** Answers in place of the files as long as it is there; false leaves the question to them. */
  instead: ((path: string, request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
}

/** On this machine, because only there a feed may stand without https. `answer` is to be served under `url`. */
export function feedSite(publisher: Publisher, name = 'feed'): FeedSite {
  const site: FeedSite = {
    url: `http://127.0.0.1:8099/${name}/`,
    publisher,
    instead: undefined,
    answer: (path, request, response) => {
      if (site.instead?.(path, request, response) === true) return;
      const file = publisher.files.get(path);
      if (file === undefined) response.writeHead(404, OPEN).end('Not here.\n');
      else sendFile(Buffer.from(file as Uint8Array), request, response);
    },
  };
  return site;
}

/** What a static host must say, and two things by which it would like to know the reader again: a cookie, and the name of a stored file. */
export const OPEN = {
  'access-control-allow-origin': '*',
  'cache-control': 'no-cache',
  'set-cookie': 'reader=42; Max-Age=86400; Path=/',
  etag: '"reader-42"',
};

/** The file, or the rest of it that is asked for. */
function sendFile(file: Buffer, { headers }: IncomingMessage, response: ServerResponse): void {
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
  const part = file.subarray(from);
  const range = from === 0 ? {} : { 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` };
  response.writeHead(from === 0 ? 200 : 206, { ...OPEN, ...range, 'content-length': part.length }).end(part);
}

/** The release build with a small pack in its package, the publisher's first version, and the address of the feed that keeps it current. */
export function extensionOf({ publisher, url }: FeedSite): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-feed-'));
  cpSync(builtExtension(), folder, { recursive: true });
  writeFileSync(join(folder, 'packs', 'core.jsonl'), publisher.versions[0]?.text ?? '');
  writeFileSync(join(folder, 'packs', 'feed.json'), JSON.stringify({ url, root: publisher.rootPayload }));
  return folder;
}

/** A company that every article here names. */
export const MBDA = company('Q500001', 'MBDA', 'missiles');
export const KNDS = company('Q500002', 'KNDS', 'tanks');

export function company(id: string, name: string, does: string): PackRecord {
  return record(id, 'company', [name], { country: 'FR', facts: [{ key: 'does', value: does, source: 'test' }] });
}

/** So many makers that a record more or less is not held back. */
export const CROWD = makers(300);

/** A new manifest of the newest version, of today: the one of another day would be called stale. */
export async function publishNow(
  publisher: Publisher,
  more: Parameters<Publisher['publish']>[0] = {},
  keys = publisher.feedKeys,
): Promise<void> {
  const at = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19)}Z`;
  await publisher.publish({ issued: at(0), expires: at(14), ...more }, keys);
}

/** Asks all feeds now, or one, and answers how things stand with that one. */
export async function check(own: Page, id = 'core'): Promise<FeedView> {
  return viewIn(await askMuster(own, 'checkFeeds', {}), id);
}

export function viewIn(views: readonly FeedView[], id: string): FeedView {
  const view = views.find((one) => one.id === id);
  if (view === undefined) throw new Error(`no feed ${id}; there are ${views.map((one) => one.id).join(', ')}`);
  return view;
}

/** All rows of one table of Muster's database, read from one of its own pages. */
export function rowsOf<T>(own: Page, table: string): Promise<readonly T[]> {
  return own.evaluate(async (store) => {
    const wait = <R>(request: IDBRequest<R>) =>
      new Promise<R>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await wait(indexedDB.open('muster'));
    const rows = await wait(db.transaction(store).objectStore(store).getAll());
    db.close();
    return rows;
  }, table) as Promise<readonly T[]>;
}

/** The ids in all blocks that are stored for a channel, in use or not. */
export async function storedIds({ own }: Pick<World, 'own'>, channel: string): Promise<readonly string[]> {
  const blocks = await rowsOf<{ readonly set: string; readonly lines: string }>(own, 'blocks');
  return blocks
    .filter(({ set }) => set.startsWith(`${channel}@`))
    .flatMap(({ lines }) => lines.split('\n').map((line) => (JSON.parse(line) as { readonly id: string }).id));
}
