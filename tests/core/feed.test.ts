import { describe, expect, test } from 'vitest';
import { type FeedCode, isDue, isStale, judge, nextAfterFailure, nextAfterSuccess, planUpdate } from '../../core/feed.ts';
import { compareVersions, type Manifest, manifestToJson, parseManifest } from '../../core/manifest.ts';
import { keySetOf, parseRoot, type Root, rootToJson } from '../../core/root.ts';

const key = (digit: string) => digit.repeat(64);
const HASH = key('c');
const ROOT: Root = {
  ...{ feed: 'desk', version: 3, expires: '2027-01-01T00:00:00Z', threshold: 2, feedThreshold: 1 },
  ...{ rootKeys: [key('1'), key('2'), key('3')], feedKeys: [key('4')], revoked: [key('d')] },
};
const MANIFEST: Manifest = {
  ...{
    feed: 'desk',
    title: 'Desk',
    seq: 7,
    issued: '2026-11-20T06:00:00Z',
    expires: '2026-12-04T06:00:00Z',
    minClient: '0.1.0',
    rootVersion: 3,
  },
  pack: { sha256: HASH, gz: 1_000, bytes: 5_000, records: 10 },
  deltas: [{ from: 6, base: key('b'), sha256: key('e'), gz: 100, bytes: 300, ops: 2 }],
  ...{
    removed: ['Q1'],
    poll: { every: 86_400, jitter: 43_200 },
    mirrors: ['https://m.example/'],
    contact: 'mailto:a@b.example',
    licence: 'CC0',
  },
};
const NOW = Date.parse('2026-11-21T00:00:00Z');
const DAY = 86_400_000;
const client = { version: '0.1.0', now: NOW };

describe('documents', () => {
  test('a manifest and a root are read as they were written', () => {
    expect(parseManifest(manifestToJson(MANIFEST))).toEqual(MANIFEST);
    expect(parseRoot(rootToJson(ROOT))).toEqual(ROOT);
  });

  const wrong: readonly (readonly [string, object, RegExp])[] = [
    ['no number', { seq: 0 }, /seq/],
    ['half a number', { seq: 1.5 }, /seq/],
    ['a number beyond all numbers', { seq: 2 ** 53 }, /seq/],
    ['a moment without its zone', { issued: '2026-11-20T06:00:00' }, /issued/],
    ['a hash in capitals', { pack: { ...MANIFEST.pack, sha256: key('C') } }, /pack\.sha256/],
    ['a key that nobody knows', { more: 1 }, /unknown key/],
    ['a mirror in the clear', { mirrors: ['http://m.example/'] }, /mirrors\[0\]/],
    ['a mirror that is a file', { mirrors: ['https://m.example/manifest.json'] }, /mirrors\[0\]/],
    ['a mirror with a password', { mirrors: ['https://a:b@m.example/'] }, /mirrors\[0\]/],
    ['nine mirrors', { mirrors: Array.from({ length: 9 }, (_, i) => `https://m${i}.example/`) }, /at most 8/],
    ['thirty-one deltas', { deltas: Array.from({ length: 31 }, () => MANIFEST.deltas[0]) }, /at most 30/],
    ['a script for a contact', { contact: 'javascript:alert(1)' }, /contact/],
    ['to be asked every minute', { poll: { every: 60, jitter: 0 } }, /poll\.every/],
    ['to be asked every year', { poll: { every: 31_536_000, jitter: 0 } }, /poll\.every/],
    ['an id of the reader’s own among the removed', { removed: ['own:00000000-0000-4000-8000-000000000000'] }, /removed\[0\]/],
    ['letters that cannot be seen', { title: 'De\u202Esk' }, /title/],
  ];
  test.each(wrong)('a manifest with %s is refused, with the field', (_, change, words) => {
    const json = JSON.parse(manifestToJson(MANIFEST)) as object;
    expect(() => parseManifest(JSON.stringify({ ...json, ...change }))).toThrow(words);
  });

  const roots: readonly (readonly [string, object, RegExp])[] = [
    ['fewer keys than must sign', { threshold: 4 }, /threshold/],
    ['no feed key', { 'feed-keys': [] }, /feed-threshold/],
    ['a key twice', { 'root-keys': [key('1'), key('1'), key('2')] }, /twice/],
    ['a root key among the feed keys', { 'feed-keys': [key('1')] }, /lies off line/],
    ['a key of small order', { 'feed-keys': [`01${'00'.repeat(31)}`] }, /feed-keys\[0\]/],
    ['no version', { version: 0 }, /version/],
    ['another format', { 'muster-root': 2 }, /format 1/],
  ];
  test.each(roots)('a root with %s is refused', (_, change, words) => {
    expect(() => parseRoot(JSON.stringify({ ...(JSON.parse(rootToJson(ROOT)) as object), ...change }))).toThrow(words);
  });

  test.each([
    ['1.2.3', '1.2.3', 0],
    ['1.2', '1.2.0', 0],
    ['1.10', '1.9', 1],
    ['0.1.0', '1.0.0', -1],
    ['2', '1.99.99', 1],
  ] as const)('%s and %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});

describe('what is believed', () => {
  const seen = (more: object = {}) => ({ keySet: keySetOf(ROOT), seq: 7, sha256: HASH, issued: '2026-11-20T06:00:00Z', ...more });
  const cases: readonly (readonly [
    string,
    Partial<Manifest>,
    ReturnType<typeof seen> | undefined,
    Partial<typeof client>,
    FeedCode | 'take',
  ])[] = [
    ['the first', {}, undefined, {}, 'take'],
    ['the same again', {}, seen(), {}, 'take'],
    ['a newer one', { seq: 8, pack: { ...MANIFEST.pack, sha256: key('f') } }, seen(), {}, 'take'],
    ['an older one', { seq: 6 }, seen(), {}, 'behind'],
    ['an older one, of other keys', { seq: 6 }, seen({ keySet: 'other' }), {}, 'take'],
    ['another under the same number', { pack: { ...MANIFEST.pack, sha256: key('f') } }, seen(), {}, 'equivocation'],
    ['the same, signed before', { issued: '2026-11-19T06:00:00Z' }, seen(), {}, 'behind'],
    ['of another feed', { feed: 'other' }, undefined, {}, 'wrong-feed'],
    ['under older keys', { rootVersion: 2 }, undefined, {}, 'behind'],
    ['under keys that are not there', { rootVersion: 4 }, undefined, {}, 'not-yet'],
    ['withdrawn', { pack: { ...MANIFEST.pack, sha256: key('d') } }, undefined, {}, 'revoked'],
    ['for a newer Muster', { minClient: '0.2.0' }, undefined, {}, 'needs-update'],
    ['past its own time', {}, undefined, { now: NOW + 30 * DAY }, 'take'],
    ['of tomorrow', {}, undefined, { now: NOW - 400 * DAY }, 'take'],
    ['under keys past their time', {}, undefined, { now: NOW + 400 * DAY }, 'root-expired'],
  ];
  test.each(cases)('%s', (_, change, before, more, code) => {
    const judgement = judge({ ...MANIFEST, ...change }, ROOT, before, { ...client, ...more });
    expect(judgement.state === 'take' ? 'take' : judgement.code).toBe(code);
  });
});

describe('what is fetched', () => {
  const cases = [
    ['all, where there is nothing', undefined, 'pack'],
    ['nothing, where it is there', { version: 7, sha256: HASH }, 'nothing'],
    ['a delta from its very base', { version: 6, sha256: key('b') }, 'delta'],
    ['all, where another pack has the number of the base', { version: 6, sha256: key('a') }, 'pack'],
  ] as const;
  test.each(cases)('%s', (_, base, what) => expect(planUpdate(MANIFEST, base).what).toBe(what));

  test('all, where the delta is more than half of it', () => {
    const deltas = MANIFEST.deltas.map((delta) => ({ ...delta, gz: 501 }));
    expect(planUpdate({ ...MANIFEST, deltas }, { version: 6, sha256: key('b') }).what).toBe('pack');
  });
});

describe('when', () => {
  test('after a success about a day later, spread over half a day', () => {
    const hours = [0, 0.5, 1].map((chance) => (nextAfterSuccess(MANIFEST, NOW, chance) - NOW) / 3_600_000);
    expect(hours).toEqual([18, 24, 30]);
  });

  test('after failures later and later, at most six hours, at least half a minute, and as long as the host wants', () => {
    const wait = (failures: number, chance: number, after = 0) => nextAfterFailure('unreachable', failures, NOW, chance, after) - NOW;
    expect([1, 2, 3, 4].map((n) => wait(n, 1))).toEqual([150_000, 270_000, 510_000, 990_000]);
    expect(wait(50, 1)).toBe(6 * 3_600_000 + 30_000);
    expect(wait(50, 0)).toBe(30_000);
    expect(wait(1, 0, 7_200_000)).toBe(7_200_000);
    expect(wait(1, 0, 400 * DAY)).toBe(DAY);
    expect(nextAfterFailure('not-yet', 9, NOW, 1) - NOW).toBe(3_600_000);
  });

  test('a million readers in thirty days come evenly: at most six times the mean in any five minutes', () => {
    // The same numbers each time; a hundredth of the readers is enough to see it.
    let state = 1;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const slots = Array.from({ length: (30 * DAY) / 300_000 }, () => 0);
    for (let reader = 0; reader < 10_000; reader++) {
      for (let at = random() * DAY; at < 30 * DAY; at = nextAfterSuccess(MANIFEST, at, random())) {
        const slot = Math.floor(at / 300_000);
        slots[slot] = (slots[slot] ?? 0) + 1;
      }
    }
    const mean = slots.reduce((sum, n) => sum + n, 0) / slots.length;
    expect(Math.max(...slots)).toBeLessThan(6 * mean);
  });

  test.each([
    [undefined, true],
    [NOW - 1, true],
    [NOW + 1, false],
    [NOW + 40 * DAY, true],
  ])('due at %s: %s', (nextAt, due) => expect(isDue(nextAt, NOW)).toBe(due));

  const stale = [
    ['vouched for and confirmed', '2026-12-04T06:00:00Z', '2026-11-20T00:00:00Z', false],
    ['vouched for no more', '2026-11-20T06:00:00Z', '2026-11-20T00:00:00Z', true],
    ['not confirmed for a month', '2027-12-04T06:00:00Z', '2026-10-20T00:00:00Z', true],
    ['confirmed in the future: a clock was wrong', '2027-12-04T06:00:00Z', '2027-11-20T00:00:00Z', true],
    ['never fetched', undefined, undefined, false],
  ] as const;
  test.each(stale)('%s', (_, expires, confirmed, is) => expect(isStale(expires, confirmed, NOW)).toBe(is));
});
