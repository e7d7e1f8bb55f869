import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { DeltaWalk, parseDelta, patchHeader } from '../../core/delta.ts';
import { deltaPath, packPath } from '../../core/manifest.ts';
import { type Pack, parsePack } from '../../core/pack.ts';
import { deltaOf, linesOf, makeDeltas } from '../../scripts/feed/diff.ts';
import { DAY, gunzip, sha256Of } from '../../scripts/feed/files.ts';
import { initFeed } from '../../scripts/feed/init.ts';
import { FEED_KEY_FILE, makeKey, ROOT_KEY_FILES, readKey, saveKey } from '../../scripts/feed/keys.ts';
import { prune, publishFeed } from '../../scripts/feed/publish.ts';
import { keepRecord, removeRecord, rollBack } from '../../scripts/feed/removals.ts';
import { renewRoot, revokePack, rotateKeys } from '../../scripts/feed/root-changes.ts';
import { newestRoot } from '../../scripts/feed/roots.ts';
import { readManifest, signFeed } from '../../scripts/feed/sign.ts';
import { ownNumber, readSource } from '../../scripts/feed/source.ts';
import { type Draft, type Places, packFileOf, readDraft, readHistory } from '../../scripts/feed/store.ts';
import { verifyFeed } from '../../scripts/feed/verify.ts';
import { splitPack, stage } from '../../scripts/feed/versions.ts';
import { FEED_START, makeFeed } from './feed-world.ts';
import { inventedId, inventedPack } from './invented-pack.ts';

const base = mkdtempSync(join(tmpdir(), 'muster-feed-'));
let folder = '';
let count = 0;
beforeEach(() => {
  folder = join(base, `feed${count++}`);
});
afterAll(() => rmSync(base, { recursive: true }));

const turns = (n: number, size = 210): readonly Pack[] => Array.from({ length: n }, (_, turn) => inventedPack(size, { turn }));
const bad = (where: string, now = FEED_START) => verifyFeed(where, now).filter(({ ok }) => !ok);
const textOf = (path: string): string => gunzip(readFileSync(path), 1e8);
/** What is in a folder, by path. */
const files = (where: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(where, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(where, name)).isFile())
      .sort()
      .map((name) => [name, sha256Of(readFileSync(join(where, name)))]),
  );

function drafted(places: Places): Draft {
  return readDraft(places) ?? expect.fail('there is no draft');
}

describe('from nothing to a public feed', () => {
  test('init, build, diff, sign, verify, publish', async () => {
    const places = { feed: folder, work: `${folder}-work`, keys: `${folder}-keys` };
    const made = { name: 'desk', title: undefined, contact: 'mailto:desk@news.example', licence: undefined, mirrors: [] };
    const fingerprint = initFeed(places, made, FEED_START);
    expect(fingerprint).toMatch(/^[0-9a-f]{40}$/);
    expect(() => initFeed(places, made, FEED_START)).toThrow('there is a feed already');
    for (const name of [...ROOT_KEY_FILES, FEED_KEY_FILE]) expect(statSync(join(places.keys, name)).mode & 0o777).toBe(0o600);
    const { pack } = await readSource('docs/example-feed', 'desk');
    expect(stage(places, pack).state).toBe('built');
    expect(makeDeltas(places).made).toEqual([]);
    signFeed(places, [readKey(join(places.keys, FEED_KEY_FILE))], FEED_START);
    expect(bad(folder)).toEqual([]);
    expect(publishFeed(places, `${folder}-www`, FEED_START).at(-1)).toBe('manifest.json');
    expect(files(`${folder}-www`)).toEqual(files(folder));
    const { header, records } = parsePack(textOf(packFileOf(folder, drafted(places).pack.sha256)));
    expect([header.channel, header.version, records.length]).toEqual(['desk', 1, 3]);
  });

  test('twice gives the same bytes, packed too', () => {
    const [one, two] = [makeFeed(folder, turns(3)), makeFeed(`${folder}b`, turns(3))];
    const unsigned = (where: string) => Object.entries(files(where)).filter(([path]) => path.endsWith('.gz'));
    expect(unsigned(one.folder)).toEqual(unsigned(two.folder));
    expect(unsigned(one.folder)).toHaveLength(3 + 3);
    expect([...readFileSync(packFileOf(folder, drafted(one.places).pack.sha256)).subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255]);
  });

  test('no change gives no new version, and a forced one has another number', () => {
    const { places, sign } = makeFeed(folder, turns(2));
    expect(stage(places, inventedPack(210, { turn: 1 }))).toEqual({ state: 'same', seq: 2 });
    const later = sign({ now: FEED_START + 9 * DAY });
    expect([later.seq, later.issued]).toEqual([2, '2026-11-10T06:00:00Z']);
    expect(readHistory(places).map(({ seq }) => seq)).toEqual([1, 2]);
    const forced = stage(places, inventedPack(210, { turn: 1 }), { force: true });
    expect(forced).toMatchObject({ state: 'built', draft: { seq: 3 } });
    // Built, thought better of, built again from what is out already: the forced draft must not be what is signed.
    expect(stage(places, inventedPack(210, { turn: 1 })).state).toBe('same');
    expect(sign({ now: FEED_START + 10 * DAY }).seq).toBe(2);
    expect(bad(folder, FEED_START + 10 * DAY)).toEqual([]);
  });

  test('a number that was signed is never used again', () => {
    const { places, keys } = makeFeed(folder, turns(3));
    expect(() => stage(places, inventedPack(5), { seq: 3 })).toThrow('--seq 3: version 3 is signed already');
    stage(places, inventedPack(5), { seq: 9 });
    signFeed(places, [keys.feed], FEED_START + 9 * DAY);
    expect(readHistory(places).at(-1)?.seq).toBe(9);
    expect(() => signFeed(places, [keys.feed], FEED_START + 8 * DAY)).toThrow('check the clock');
  });

  test('a ready pack keeps its number if that is ahead', async () => {
    const { text } = makeFeed(folder, []).addVersion(inventedPack(5), { seq: 7 });
    writeFileSync(join(base, 'ready.jsonl'), text);
    const ready = await readSource(join(base, 'ready.jsonl'), 'example');
    expect([ownNumber(ready, 'example', 6), ownNumber(ready, 'example', 7), ownNumber(ready, 'other', 0)]).toEqual([
      7,
      undefined,
      undefined,
    ]);
    const other = makeFeed(`${folder}b`, []).addVersion(ready.pack, { seq: 7 });
    expect(other.text).toBe(text);
  });
});

describe('deltas', () => {
  test('from each of the last thirty versions straight to now, each giving the pack byte for byte', () => {
    const { places, sign } = makeFeed(folder, [...turns(31), inventedPack(210, { turn: 31, without: [3, 60] })], { deltas: 1 });
    makeDeltas(places, 30);
    sign();
    const manifest = readManifest(folder, newestRoot(folder));
    const bases = readHistory(places).slice(1, 31);
    expect(manifest?.deltas.map(({ from }) => from)).toEqual(bases.map(({ seq }) => seq));
    const after = textOf(packFileOf(folder, manifest?.pack.sha256 ?? ''));
    for (const delta of manifest?.deltas ?? []) {
      const { header, ops } = parseDelta(textOf(join(folder, deltaPath(delta))));
      const walk = new DeltaWalk(ops);
      const base = splitPack(textOf(packFileOf(folder, delta.base)));
      const before = linesOf(base.body);
      const lines = [patchHeader(base.header, header), ...before.flatMap((line) => walk.take(line)), ...walk.rest()];
      expect(`${lines.join('\n')}\n`).toBe(after);
      expect(delta.gz).toBeLessThan((manifest?.pack.gz ?? 0) / 2);
    }
    expect(bad(folder, FEED_START + 31 * DAY)).toEqual([]);
  });

  test('one that is larger than half of the pack is left out, and so is one whose base was pruned', () => {
    const { places, addVersion } = makeFeed(folder, [inventedPack(20), ...turns(2)]);
    expect(readManifest(folder, newestRoot(folder))?.deltas.map(({ from }) => from)).toEqual([2]);
    rmSync(packFileOf(folder, readHistory(places)[1]?.sha256 ?? ''));
    addVersion(inventedPack(210, { turn: 2 }));
    const { tooLarge, gone } = makeDeltas(places);
    expect([tooLarge.map(({ seq }) => seq), gone.map(({ seq }) => seq)]).toEqual([[1], [2]]);
  });

  test('from a version three times as large', () => {
    const without = Array.from({ length: 4_000 }, (_, i) => i + 2_000);
    makeFeed(folder, [inventedPack(6_000), inventedPack(6_000, { without })]);
    expect(readManifest(folder, newestRoot(folder))?.deltas.map(({ ops }) => ops)).toEqual([4_000]);
    expect(bad(folder)).toEqual([]);
  });

  test('no records, or none in common', () => {
    const [none, some] = [makeFeed(folder, [inventedPack(0)]), makeFeed(`${folder}b`, [inventedPack(2)])];
    const texts = [none, some].map(({ places, folder: where }) => textOf(packFileOf(where, drafted(places).pack.sha256)));
    expect(deltaOf(texts[0] ?? '', texts[1] ?? '').ops).toBe(2);
    expect(deltaOf(texts[1] ?? '', texts[0] ?? '').ops).toBe(2);
  });
});

describe('publishing', () => {
  test('what never changes first, then the roots, the manifest last; a second time nothing', () => {
    const { places } = makeFeed(folder, turns(3));
    const www = `${folder}-www`;
    const written = publishFeed(places, www, FEED_START);
    expect(written.map((path) => path.split('/')[0])).toEqual(['packs', 'deltas', 'deltas', 'root', 'manifest.json']);
    expect(bad(www)).toEqual([]);
    expect(publishFeed(places, www, FEED_START)).toEqual([]);
  });

  test('never back, and never another root', () => {
    const { places, addVersion } = makeFeed(folder, turns(2));
    const www = `${folder}-www`;
    publishFeed(places, www, FEED_START);
    const older = readFileSync(join(folder, 'manifest.json'));
    addVersion(inventedPack(210, { turn: 5 }));
    publishFeed(places, www, FEED_START);
    writeFileSync(join(folder, 'manifest.json'), older);
    expect(() => publishFeed(places, www, FEED_START)).toThrow('what is published is newer');
    const other = makeFeed(`${folder}b`, turns(1));
    expect(() => publishFeed(other.places, www, FEED_START)).toThrow('another root of the same version');
  });

  test('what nobody needs goes a week later; what tells of somebody who asked goes at once', () => {
    const { places, addVersion } = makeFeed(folder, turns(2), { deltas: 2 });
    const www = `${folder}-www`;
    publishFeed(places, www, FEED_START);
    expect(prune(places, [www, folder], FEED_START)).toEqual([]);
    for (let turn = 2; turn < 34; turn++) addVersion(inventedPack(210, { turn }));
    publishFeed(places, www, FEED_START);
    expect(prune(places, [www, folder], FEED_START)).toEqual([]);
    expect(prune(places, [www, folder], FEED_START + 6 * DAY)).toEqual([]);
    const gone = prune(places, [www, folder], FEED_START + 8 * DAY);
    const history = readHistory(places);
    const [first, fourth] = [history[0], history[3]].map((one) => packPath({ sha256: one?.sha256 ?? '', gz: 0, bytes: 0 }));
    expect(gone).toContain(first);
    expect(gone).not.toContain(fourth);
    expect(bad(www, FEED_START + 34 * DAY)).toEqual([]);

    removeRecord(places, inventedId(5), FEED_START);
    const { text } = addVersion(inventedPack(210, { turn: 34 }));
    expect(text).not.toContain(inventedId(5));
    publishFeed(places, www, FEED_START);
    prune(places, [www, folder], FEED_START + 9 * DAY);
    const left = [www, folder].flatMap((where) =>
      Object.keys(files(where)).filter((path) => path.endsWith('.gz') && textOf(join(where, path)).includes(`"${inventedId(5)}"`)),
    );
    expect(left).toEqual([]);
    expect(existsSync(join(www, 'manifest.json'))).toBe(true);
    expect(bad(www, FEED_START + 34 * DAY)).toEqual([]);
  });
});

describe('changes of mind', () => {
  test('rollback: the old records under a new number', () => {
    const { places, sign } = makeFeed(folder, turns(3));
    expect(rollBack(places, 1)).toMatchObject({ state: 'built', draft: { seq: 4 } });
    makeDeltas(places);
    sign();
    const [old, now] = [readHistory(places)[0], readHistory(places)[3]].map((one) => textOf(packFileOf(folder, one?.sha256 ?? '')));
    expect(splitPack(now ?? '').body).toBe(splitPack(old ?? '').body);
    expect(parsePack(now ?? '').header.version).toBe(4);
    expect(bad(folder)).toEqual([]);
    expect(() => rollBack(places, 99)).toThrow('99: no version has this number');
  });

  test('remove: hidden by the next signature, left out by the next build, and by a rollback', () => {
    const pack = inventedPack(30);
    const [first, second, ...rest] = pack.records;
    if (first === undefined || second === undefined) throw new Error('no records');
    const relations = [{ type: 'owns' as const, to: inventedId(1), source: 'invented-register' }];
    const records = [{ ...first, profile: { ...first.profile, relations } }, second, ...rest];
    const { places, sign } = makeFeed(folder, [{ ...pack, records }]);
    removeRecord(places, inventedId(1), FEED_START);
    expect(() => removeRecord(places, inventedId(1), FEED_START)).toThrow('already');
    expect(() => removeRecord(places, 'x y', FEED_START)).toThrow("got 'x y'");
    expect(sign().removed).toEqual([inventedId(1)]);
    const staged = rollBack(places, 1);
    expect(staged.state === 'built' && staged.text.includes(inventedId(1))).toBe(false);
    expect(staged).toMatchObject({ state: 'built', draft: { seq: 2, pack: { records: 29 } } });
    keepRecord(places, inventedId(1));
    expect(() => keepRecord(places, inventedId(1))).toThrow('not on the list');
    expect(sign().removed).toEqual([]);
  });

  test('revoke: the version is refused, and cannot be signed or rolled back to', () => {
    const { places, addVersion, sign } = makeFeed(folder, turns(2));
    const ceremony = { rootKeys: [places.keys], now: FEED_START };
    const { root } = revokePack(places, '2', ceremony);
    expect(root.revoked).toEqual([readHistory(places)[1]?.sha256]);
    expect(
      bad(folder)
        .map(({ says }) => says)
        .join(),
    ).toContain('signed under version 1 of the keys');
    expect(() => sign()).toThrow('version 2 is revoked');
    expect(() => rollBack(places, 2)).toThrow('version 2 is revoked');
    expect(() => revokePack(places, '2', ceremony)).toThrow('revoked already');
    expect(() => revokePack(places, '77', ceremony)).toThrow('77: no version has this number');
    addVersion(inventedPack(210, { turn: 5 }));
    expect(readManifest(folder, newestRoot(folder))?.deltas.map(({ from }) => from)).toEqual([1]);
    expect(bad(folder)).toEqual([]);
  });

  test('rotate: a new feed key, and new root keys; the old keys sign no more', () => {
    const { places, keys, sign } = makeFeed(folder, turns(1));
    const old = keys.feed;
    const fresh = `${folder}-fresh`;
    const { root } = rotateKeys(places, { rootKeys: [places.keys], now: FEED_START, newRootKeys: fresh });
    expect(readdirSync(places.keys)).toContain('feed-until-root-2.pem');
    expect(() => sign()).toThrow('is not in version 2 of the root');
    const key = readKey(join(places.keys, FEED_KEY_FILE));
    expect([root.feedKeys, key.id === old.id]).toEqual([[key.id], false]);
    signFeed(places, [key], FEED_START);
    expect(bad(folder)).toEqual([]);
    // The old holders have nothing to say any more.
    expect(() => renewRoot(places, { rootKeys: [places.keys], now: FEED_START })).toThrow('needs 2 of the root keys of version 2, found 0');
    rmSync(join(fresh, 'root-b.pem'));
    expect(renewRoot(places, { rootKeys: [fresh], now: FEED_START + DAY }).version).toBe(3);
    rmSync(join(fresh, 'root-a.pem'));
    expect(() => rotateKeys(places, { rootKeys: [fresh], now: FEED_START })).toThrow('needs 2 of the root keys of version 3, found 1');
    expect(readKey(join(places.keys, FEED_KEY_FILE)).id).toBe(key.id);
  });

  test('a key is never overwritten, and never told', () => {
    const path = join(base, 'one.pem');
    saveKey(path, makeKey());
    expect(() => saveKey(path, makeKey())).toThrow('there is a key already');
    writeFileSync(join(base, 'broken.pem'), 'MC4CAQAwBQYDK2VwBCIEIsecret');
    expect(() => readKey(join(base, 'broken.pem'))).toThrow(/^(?!.*secret).*not a private key/);
  });
});
