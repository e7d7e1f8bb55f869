import { browser } from 'wxt/browser';
import { foldText } from '../core/fold.ts';
import { wordsOf } from '../core/gate.ts';
import { parsePack } from '../core/pack.ts';
import type { GateWords } from './feed-ask.ts';
import { CORE, sha256, type WholePack } from './packs.ts';

/** What lies in the extension's own package: the pack that is the floor, the feeds that it knows, and what new packs are weighed with. */

async function packagedFile(name: string): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL(`/packs/${name}` as never));
  if (!response.ok) throw new Error(`packs/${name}: the package answered ${response.status}`);
  return response.arrayBuffer();
}

/** The pack in the extension's package. Throws if it cannot be read or is broken, with the line. */
export async function readPackaged(): Promise<WholePack> {
  const bytes = await packagedFile('core.jsonl');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const pack = parsePack(text);
  if (pack.header.channel !== CORE) throw new Error(`packs/core.jsonl: expected channel ${CORE}, got ${pack.header.channel}`);
  return { pack, lines: text.split('\n').slice(1, pack.records.length + 1), sha256: await sha256(bytes) };
}

/** Where the profiles that came with Muster are kept current, and by whose keys; none as long as the project has no host. */
export interface PackagedFeed {
  readonly url: string;
  /** Payload of a root. */
  readonly root: string;
}

export async function readPackagedFeed(): Promise<PackagedFeed | undefined> {
  const value = JSON.parse(new TextDecoder().decode(await packagedFile('feed.json'))) as Partial<PackagedFeed>;
  return typeof value.url === 'string' && typeof value.root === 'string' ? { url: value.url, root: value.root } : undefined;
}

/** The ordinary text and the common words that a new pack is held against before it may go in. */
export async function readGateWords(): Promise<GateWords> {
  const [text, common] = await Promise.all(
    ['fixed-text.txt', 'common-words.txt'].map(async (name) => new TextDecoder().decode(await packagedFile(name))),
  );
  return {
    text: text ?? '',
    words: wordsOf(text ?? ''),
    common: new Set(
      (common ?? '')
        .split('\n')
        .filter((word) => word !== '')
        .map(foldText),
    ),
  };
}
