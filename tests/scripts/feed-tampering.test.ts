import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { deltaPath, packPath } from '../../core/manifest.ts';
import type { Pack } from '../../core/pack.ts';
import { DAY } from '../../scripts/feed/files.ts';
import { makeKey } from '../../scripts/feed/keys.ts';
import { verifyFeed } from '../../scripts/feed/verify.ts';
import { FEED_START, makeFeed } from './feed-world.ts';
import { inventedPack } from './invented-pack.ts';

const base = mkdtempSync(join(tmpdir(), 'muster-tampering-'));
let folder = '';
let count = 0;
beforeEach(() => {
  folder = join(base, `feed${count++}`);
});
afterAll(() => rmSync(base, { recursive: true }));

const turns = (n: number, size: number): readonly Pack[] => Array.from({ length: n }, (_, turn) => inventedPack(size, { turn }));
const bad = (where: string) => verifyFeed(where, FEED_START).filter(({ ok }) => !ok);

describe('what somebody tampered with is found', () => {
  const flip = (path: string, at = 0.5): void => {
    const bytes = readFileSync(path);
    const place = Math.floor(bytes.length * at);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };

  test.each(['manifest.json', 'root/1.json', 'root/2.json', 'packs', 'deltas'])('a bit in %s, at any of forty places', (kind) => {
    const world = makeFeed(folder, turns(2, 60));
    world.root();
    const { pack, deltas } = world.sign();
    const path = join(
      folder,
      kind === 'packs' ? packPath(pack) : kind === 'deltas' ? deltaPath(deltas[0] ?? expect.fail('no delta')) : kind,
    );
    const whole = readFileSync(path);
    for (let i = 0; i < 40; i++) {
      flip(path, i / 40);
      // The gzip header's time and system are nobody's business; what is in the file is.
      const inHeader = path.endsWith('.gz') && Math.floor((whole.length * i) / 40) < 10;
      if (!inHeader) expect(bad(folder), `place ${i} of 40`).not.toEqual([]);
      writeFileSync(path, whole);
    }
    expect(bad(folder)).toEqual([]);
  });

  test.each<[string, (world: ReturnType<typeof makeFeed>) => void, RegExp]>([
    ['signed by somebody else', ({ sign }) => sign({ change: (one) => one, signers: [makeKey()] }), /not among the feed's/],
    ['of another feed', ({ sign }) => sign({ change: (one) => ({ ...one, feed: 'other' }) }), /wrong-feed/],
    [
      'another number than the pack',
      ({ sign }) => sign({ change: (one) => ({ ...one, seq: 77 }) }),
      /it calls itself example@3; expected example@77/,
    ],
    [
      'another count',
      ({ sign }) => sign({ change: (one) => ({ ...one, pack: { ...one.pack, records: 4 } }) }),
      /holds 60 records; the manifest says 4/,
    ],
    [
      'a delta from the wrong base',
      ({ sign }) =>
        sign({ change: (one) => ({ ...one, deltas: one.deltas.map((delta, i) => ({ ...delta, base: one.deltas[1 - i]?.base ?? '' })) }) }),
      /deltas\/.*: delta: .* is said to have changed, and has not/,
    ],
    ['expired', ({ sign }) => sign({ now: FEED_START - 30 * DAY, change: (one) => one }), /it expired at/],
    [
      'an expired root',
      ({ root, sign }) => {
        root({ now: FEED_START - 400 * DAY });
        sign({ change: (one) => one });
      },
      /root-expired/,
    ],
    ['a root signed by one', ({ root, keys }) => root({ signers: keys.root.slice(0, 1) }), /signed by 1 of 2/],
    [
      'a gap in the roots',
      ({ folder: where, root }) => {
        root();
        root();
        rmSync(join(where, 'root', '2.json'));
      },
      /root\/2.json is missing/,
    ],
    ['a private key among the files', ({ folder: where }) => writeFileSync(join(where, 'feed.pem'), ''), /looks like a private key/],
    ['a pack that is not there', ({ folder: where, sign }) => rmSync(join(where, packPath(sign().pack))), /there is no such file/],
  ])('%s', (_, spoil, expected) => {
    const world = makeFeed(folder, turns(3, 60));
    spoil(world);
    expect(
      bad(folder)
        .map(({ says }) => says)
        .join('\n'),
    ).toMatch(expected);
  });
});
