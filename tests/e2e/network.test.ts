import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makers, Publisher } from '../platform/feed-host.ts';
import { CROWD, check, extensionOf, feedSite, MBDA, publishNow } from './feed-site.ts';
import { article, BROWSER, BROWSERS_OWN, useWorld, type World } from './world.ts';

/**
 * The network promise: nothing leaves the browser but questions to the hosts of feeds, and these say nothing of the reader or of what is
 * read. Two readers open two hundred pages each; the pages of one name nobody, those of the other fifty names each. All that their
 * browsers send besides the pages' own requests must be the same to the last header.
 */
const PAGES = 200;
const NAMES = 50;
const HOSTS = ['unn.ua', 'apnews.com', 'army.mil', 'aljazeera.com'];

const site = feedSite(await new Publisher().init(), 'network');
const { publisher } = site;
await publisher.addVersion([...CROWD, MBDA]);
const extension = extensionOf(site);
if (BROWSER === 'firefox') mayReach(site.url);
afterAll(() => rmSync(extension, { recursive: true, force: true }));
await publisher.addVersion([...makers(299), MBDA]);
await publishNow(publisher);
const atStart = publisher.files.get('manifest.json');
await publisher.addVersion([...makers(298), MBDA]);
await publishNow(publisher);
const atEnd = publisher.files.get('manifest.json');

interface Asked {
  readonly request: string;
  readonly headers: IncomingHttpHeaders;
}

/** What each reader's browser sent, the pages' own requests and the browser's own left out. */
const sent = new Map<string, readonly Asked[]>();

describe.each([
  ['nobody', 0],
  ['fifty names', NAMES],
] as const)(`a session of ${PAGES} pages that name %s each, in ${BROWSER}`, (which, names) => {
  const world = useWorld({ extension });
  beforeAll(() => world.news.serve(site.url, site.answer));

  test('asks the host of the feed, and nobody else', async () => {
    publisher.files.set('manifest.json', atStart ?? '');
    expect(await check(world.own)).toMatchObject({ code: 'updated', pack: { version: 2 } });
    await readPages(world, names);
    publisher.files.set('manifest.json', atEnd ?? '');
    expect(await check(world.own)).toMatchObject({ code: 'updated', pack: { version: 3 } });
    const { requests, heard } = world.news;
    // A connection that is asked for (CONNECT) is told by its address only; there must be none but the browser's own.
    expect(requests.filter((request) => request.startsWith('CONNECT') && !BROWSERS_OWN.test(request))).toEqual([]);
    const ours = heard.filter(({ request }) => !isPage(request) && !BROWSERS_OWN.test(request));
    expect(ours.filter(({ request }) => !request.startsWith(`GET ${site.url}`))).toEqual([]);
    expect(ours.length).toBeGreaterThanOrEqual(6);
    sent.set(which, ours);
  }, 300_000);
});

/** As a build that knows its feed's host has it (wxt.config.ts): Firefox names the installation to hosts that may not be reached. */
function mayReach(url: string): void {
  const file = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { readonly host_permissions: readonly string[] };
  const pattern = `http://${new URL(url).hostname}/*`;
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: [...manifest.host_permissions, pattern] }));
}

const isPage = (request: string): boolean => HOSTS.some((host) => request.startsWith(`GET http://${host}/`));

/** Opens the pages one after the other in one tab, and waits on each until its names are marked. */
async function readPages(world: World, names: number): Promise<void> {
  const words = CROWD.slice(0, names).map(({ profile }) => `${profile.name} came to the fair.`);
  const body = article(`<p>${words.join('</p><p>')}</p><p>The visitors walked from hall to hall.</p>`);
  const addressOf = (i: number) => `http://${HOSTS[i % HOSTS.length]}/network/${i}`;
  let hits = 0;
  const tab = await world.open(addressOf(0), body);
  for (let i = 0; i < PAGES; i++) {
    if (i > 0) {
      world.news.put(addressOf(i), body);
      await tab.page.goto(addressOf(i));
    }
    if (names === 0) continue;
    const { entities } = await tab.hasNames([CROWD[names - 1]?.profile.name ?? '']);
    hits += entities.reduce((sum, { times }) => sum + times, 0);
  }
  expect(hits).toBe(PAGES * names);
  // What the extension does a moment after a page has been read is waited for as well.
  await tab.settled();
}

describe(`what the readers' browsers sent, in ${BROWSER}`, () => {
  const all = () => [...sent.values()].flat();
  /** What every request of this browser has, whoever asks, and how it keeps or does not keep what it fetches. */
  const ORDINARY = [
    ...['host', 'connection', 'proxy-connection', 'user-agent', 'accept', 'accept-encoding', 'accept-language', 'priority'],
    ...['sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site', 'cache-control', 'pragma'],
  ];

  test('is the same whoever was named, request by request and header by header', () => {
    const [quiet, loud] = [...sent.values()];
    expect(loud?.map(({ request }) => request)).toEqual(quiet?.map(({ request }) => request));
    expect(loud).toEqual(quiet);
  });

  test('has no query, no cookie, no referrer, nothing that the host gave to be recognised by, and no header of ours', () => {
    expect(all().filter(({ request }) => /[?#]/.test(request))).toEqual([]);
    const more = new Set(all().flatMap(({ headers }) => Object.keys(headers).filter((name) => !ORDINARY.includes(name))));
    more.delete('origin');
    expect([...more]).toEqual([]);
  });

  // The id of the extension is the same for all readers of Chromium. Firefox draws an address for each reader and tells it to every host
  // that the extension may not reach by permission, so there a feed is asked only with one (platform/feed-access.ts).
  test('tells no origin that is drawn for this reader', () => {
    const origins = new Set(all().flatMap(({ headers }) => headers.origin ?? []));
    expect([...origins].filter((origin) => !/^(?:null|chrome-extension:.*)$/.test(origin))).toEqual([]);
  });
});
