import { LONGEST_ENVELOPE } from '../core/envelope.ts';
import { type FeedCode, judge } from '../core/feed.ts';
import { isLoopback, type Manifest } from '../core/manifest.ts';
import { keySetOf, parseRoot, type Root } from '../core/root.ts';
import type { Database, FeedRow } from './db.ts';
import { getText, type Net, Stop } from './feed-net.ts';
import { openManifest, walkRoots } from './feed-trust.ts';
import type { FeedStep } from './messages.ts';

/** Asking a feed's hosts what is new, and whom of them to believe. Nothing is stored here; new keys are handed on at once. */

export interface FeedWorld extends Net {
  readonly db: Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Version of the extension. */
  readonly client: string;
  /** Whether the browser may ask this place without telling more of the reader than is needed. */
  readonly reaches: (place: string) => Promise<boolean>;
  readonly gate: () => Promise<GateWords>;
  readonly step: (step: FeedStep, part?: number) => Promise<void>;
  /** Takes the new names in: the old ones serve until it is done. */
  readonly names: () => Promise<void>;
}

export interface GateWords {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
}

export interface How {
  /** The reader asked: the origin is asked first, and large files need no further word. */
  readonly byHand: boolean;
  /** Large files wait for the reader's click. */
  readonly sparing: boolean;
  /** Hash of a pack that the reader consented to. */
  readonly allow?: string;
}

export interface Offer {
  readonly root: Root;
  readonly manifest: Manifest;
  readonly signedBy: readonly string[];
  /** Where to fetch from, the one that answered first. */
  readonly places: readonly string[];
}

/** The places of a feed in the order in which they are asked. A publisher's mirrors are on the web; only one who tries it out has them on this machine. */
function placesOf({ url, mirrors }: Pick<FeedRow, 'url' | 'mirrors'>, random: () => number, byHand: boolean): readonly string[] {
  const others = mirrors.filter((mirror) => mirror !== url && (isLoopback(url) || !isLoopback(mirror)));
  const shuffled = [...(byHand ? [] : [url]), ...others].map((place) => ({ place, at: random() })).sort((a, b) => a.at - b.at);
  return [...(byHand ? [url] : []), ...shuffled.map(({ place }) => place)];
}

/** Takes a newer root in, whatever becomes of the manifest: it may withdraw the very pack that is in use. */
export type Adopt = (rootPayload: string, root: Root) => Promise<void>;

/** The first place with a manifest that may be believed. A mirror that lags, lies or fails does not keep the others from being asked. */
export async function ask(world: FeedWorld, row: FeedRow, how: How, adopt: Adopt): Promise<Offer> {
  const stops: Stop[] = [];
  const all = placesOf(row, world.random, how.byHand);
  const allowed = await Promise.all(all.map(world.reaches));
  const places = all.filter((_, i) => allowed[i]);
  if (places.length === 0) throw new Stop('not-allowed', NOT_ALLOWED);
  for (const [i, place] of places.entries()) {
    try {
      return await offerAt(world, row, [place, ...places.slice(i + 1), ...places.slice(0, i)], adopt);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      stops.push(error);
    }
  }
  // That somebody lies is worth more to know than that somebody is away.
  throw stops.find(({ code }) => TRUST.includes(code)) ?? stops[0] ?? new Stop('unreachable', 'No address is known for this feed.');
}

const NOT_ALLOWED =
  'This browser would tell the host which installation asks, unless Muster is allowed to reach it. Press “Check now” and allow it; no page there is read for it.';

const TRUST: readonly FeedCode[] = [
  'equivocation',
  'bad-signature',
  'bad-root',
  'wrong-feed',
  'bad-manifest',
  'revoked',
  'needs-update',
  'behind',
];

async function offerAt(world: FeedWorld, row: FeedRow, places: readonly string[], adopt: Adopt): Promise<Offer> {
  const [place = row.url] = places;
  const rootPayload = await walkRoots(world, place, row.root === undefined ? { fingerprint: row.id } : { root: row.root });
  const root = parseRoot(rootPayload);
  if (rootPayload !== row.root) await adopt(rootPayload, root);
  const { manifest, signedBy } = await openManifest(await getText(world, `${place}manifest.json`, LONGEST_ENVELOPE), root);
  const seen = row.seen.find(({ keySet }) => keySet === keySetOf(root));
  const judgement = judge(manifest, root, seen, { version: world.client, now: world.now() });
  if (judgement.state === 'refuse') throw new Stop(judgement.code, judgement.words);
  return { root, manifest, signedBy, places };
}
