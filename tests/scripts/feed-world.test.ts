import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newestRoot } from '../../scripts/feed/roots.ts';
import { readManifest } from '../../scripts/feed/sign.ts';
import { makeFeed } from './feed-world.ts';
import { inventedPack } from './invented-pack.ts';

test('a feed of five versions: one pack each, four deltas now, all signed', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'muster-feed-')), 'feed');
  const world = makeFeed(
    folder,
    [0, 1, 2, 3, 4].map((turn) => inventedPack(200, { turn })),
  );
  const manifest = readManifest(folder, newestRoot(folder));
  expect(manifest?.seq).toBe(5);
  expect(manifest?.deltas.map(({ from }) => from)).toEqual([1, 2, 3, 4]);
  expect(readdirSync(join(folder, 'packs'))).toHaveLength(5);
  expect(world.fingerprint).toMatch(/^[0-9a-f]{40}$/);
  world.root({ newFeedKey: true });
  expect(() => readManifest(folder, newestRoot(folder))).toThrow('not among the feed');
  expect(world.sign().rootVersion).toBe(2);
  world.sign({ change: (one) => ({ ...one, seq: 99 }) });
  expect(readManifest(folder, newestRoot(folder))?.seq).toBe(99);
  expect(readFileSync(join(folder, 'root', '1.json'), 'utf8')).toContain('vnd.muster.root');
});
