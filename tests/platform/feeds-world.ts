import type { FeedView } from '../../platform/messages.ts';
import { freshBackground, packaged, pageWith, reader, sender, wake } from './background.ts';
import { fileAnswer, Publisher } from './feed-host.ts';

/** A background with feeds on its web, through the messages of our own pages. */

const NEWS = 'https://www.news.example/a';
export let muster: Awaited<ReturnType<typeof freshBackground>>;
let hosts = new Map<string, Publisher>();
/** Every address of the web that was asked. */
export let asked: string[] = [];

export async function freshFeeds(): Promise<void> {
  muster = await freshBackground();
  hosts = new Map();
  asked = [];
  reach();
}

/** The feeds' hosts beside the extension's own package. */
function reach(): void {
  const own = globalThis.fetch;
  globalThis.fetch = (async (address: string) => {
    const [host, publisher] = [...hosts].find(([url]) => address.startsWith(url)) ?? [];
    if (!address.startsWith('https://')) return own(address);
    asked.push(address);
    if (host === undefined || publisher === undefined) throw new TypeError('Failed to fetch');
    return fileAnswer(publisher.files.get(address.slice(host.length)));
  }) as typeof fetch;
}

/** A new life of the background. */
export async function again(): Promise<void> {
  muster = await wake();
  reach();
}

/** Takes every feed off the web. */
export function unplug(): void {
  hosts.clear();
}

export function host(url: string, publisher: Publisher): void {
  hosts.set(url, publisher);
}

export async function publisherAt(
  url: string,
  name: string,
  records: Parameters<Publisher['addVersion']>[0],
  more = {},
): Promise<Publisher> {
  const publisher = await new Publisher(name).init();
  await publisher.addVersion(records);
  await publisher.publish({ title: `The feed ${name}`, ...more });
  host(url, publisher);
  return publisher;
}

/** A publisher at `url` whose feed Muster knows from the start. */
export function buildIn(url: string, publisher: Publisher): void {
  packaged.feed = JSON.stringify({ url, root: publisher.rootPayload });
}

export const answers = () => muster.answers.fromReader;
export const add = (address: string, fingerprint: string) =>
  answers().addFeed({ address, fingerprint }, reader) as Promise<readonly FeedView[]>;
export const db = async () => (await muster.knowledge.database()) as NonNullable<Awaited<ReturnType<typeof muster.knowledge.database>>>;

/** The names that are marked in a text. */
export async function marked(text: string): Promise<readonly string[]> {
  const { page, text: read } = pageWith(NEWS, [text]);
  const marks = await muster.answers.fromPage.read(read, sender(page));
  if (marks.state !== 'marks') return [marks.state];
  return marks.blocks.flatMap((block) => block.marks.map(({ start, end }) => text.slice(start, end)));
}
