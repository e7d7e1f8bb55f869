import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Pack, PackRecord } from '../../core/pack.ts';
import { examine } from '../../scripts/feed/doctor.ts';
import { DAY } from '../../scripts/feed/files.ts';
import { lintPack } from '../../scripts/feed/lint.ts';
import { runFeed } from '../../scripts/feed/run-feed.ts';
import { serveFeed } from '../../scripts/feed/serve.ts';
import { stage } from '../../scripts/feed/versions.ts';
import { FEED_START, makeFeed } from './feed-world.ts';
import { inventedPack } from './invented-pack.ts';

const base = mkdtempSync(join(tmpdir(), 'muster-command-'));
afterAll(() => rmSync(base, { recursive: true }));
const RUN = fileURLToPath(new URL('../../scripts/feed/run.ts', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('../../docs/example-feed', import.meta.url));

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** As `npm run feed`, without the second that Node takes to start. */
async function feed(folder: string, ...args: readonly string[]): Promise<Ran> {
  const places = ['feed', 'work', 'keys'].flatMap((name) => [`--${name}`, join(base, folder, name)]);
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  vi.stubEnv('INIT_CWD', base);
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await runFeed(args.length === 0 ? [] : [...args, ...places]);
    return { status: Number(process.exitCode ?? 0), stdout: `${lines.join('\n')}\n`, stderr: '' };
  } catch (error) {
    return { status: 2, stdout: '', stderr: error instanceof Error ? error.message : String(error) };
  } finally {
    process.exitCode = before;
    log.mockRestore();
  }
}

describe('the command line', () => {
  test('from nothing to a public feed', async () => {
    const now = ['--now', '2026-11-25T06:00:00Z'];
    expect((await feed('a')).stdout).toContain('Usage: npm run feed -- COMMAND');
    expect((await feed('a', 'init', '--name', 'desk', '--contact', 'mailto:desk@news.example', ...now)).stdout).toMatch(
      /Fingerprint for your readers: ([0-9a-f]{4} ?){10}\n/,
    );
    cpSync(EXAMPLE, join(base, 'records'), { recursive: true });
    expect((await feed('a', 'build', '--from', 'records')).stdout).toContain('Version 1: 3 records');
    expect((await feed('a', 'sign', ...now)).stdout).toContain('good until 2026-12-09T06:00:00Z');
    expect(await feed('a', 'publish', 'www', '--quick', ...now)).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(join(base, 'www')).sort()).toEqual(['manifest.json', 'packs', 'root']);
    expect((await feed('a', 'link', 'https://news.example/feed/')).stdout).toMatch(
      /^Address: {6}https:\/\/news.example\/feed\/\nFingerprint: {2}([0-9a-f]{4} ?){10}\n$/,
    );

    const manifest = join(base, 'a', 'feed', 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"sig":"', '"sig":"A'));
    const refused = await feed('a', 'publish', 'www', '--quick', ...now);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toMatch(/BAD {2}manifest.json: .*\nNothing was published/);
  });

  test.each([
    ['an unknown command', ['bild'], /^feed: there is no command 'bild'; there are init, lint, build/],
    ['an unknown option', ['build', '--form', 'x'], /^feed build: Unknown option '--form'.*Usage: npm run feed -- build --from/],
    ['no source', ['build'], /^feed build: --from is missing/],
    ['a number that is none', ['diff', '--last', 'many'], /^feed diff: --last many: give a whole number from 1/],
    ['a moment that is none', ['sign', '--now', 'soon'], /^feed sign: --now soon: give a moment/],
    ['no folder', ['publish'], /^feed publish: something is missing/],
    ['a word too many', ['sign', 'now'], /^feed sign: 'now' is one word too many/],
    ['no feed', ['sign'], /feed.json: there is no feed here; make one with: npm run feed -- init/],
    [
      'a name with capitals',
      ['init', '--name', 'Desk', '--contact', 'mailto:a@b.example'],
      /feed.json: manifest: feed: expected a name in lower case, got 'Desk'/,
    ],
    ['a contact that is none', ['init', '--name', 'desk', '--contact', 'me'], /contact: expected mailto:somebody@example.org/],
    ['an unknown fault', ['serve', '--fault', 'fire'], /^--fault fire: known are\n {2}404/],
  ])('told in words, without a stack: %s', async (_, args, expected) => {
    const { status, stderr } = await feed('none', ...args);
    expect(stderr).toMatch(expected);
    expect(status).toBe(2);
  });

  test('run by npm: usage, and exit code 2 without a stack', () => {
    const run = (...args: readonly string[]) => spawnSync(process.execPath, [RUN, ...args], { encoding: 'utf8' });
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage: npm run feed -- COMMAND') });
    const { status, stderr } = run('bild');
    expect(stderr).toMatch(/^feed: there is no command/);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(status).toBe(2);
  });

  test('what is wrong in the records is told with file and line', async () => {
    await feed('b', 'init', '--name', 'desk', '--contact', 'mailto:desk@news.example');
    mkdirSync(join(base, 'wrong', 'companies'), { recursive: true });
    writeFileSync(join(base, 'wrong', 'companies', 'no.yaml'), '- id: Q1\n  name: Acme\n  sources: [nowhere]\n  as-of: 2026\n');
    const { status, stderr } = await feed('b', 'build', '--from', 'wrong');
    expect(stderr).toContain(`${join(base, 'wrong')}/companies/no.yaml:3: sources[0]: 'nowhere' is not in sources.yaml`);
    expect(status).toBe(2);
  });
});

describe('lint', () => {
  const named = (name: string, ...aliases: readonly string[]): PackRecord => {
    const [record] = inventedPack(1).records as [PackRecord];
    const texts = [name, ...aliases];
    const forms = texts.map((text) => ({
      alias: text,
      role: 'strong' as const,
      case: 'capital' as const,
      how: 'given' as const,
      texts: [text],
    }));
    const id = `muster:${name.toLowerCase().replace(/[^a-z]+/g, '-')}`;
    return { profile: { ...record.profile, id, name, aliases: aliases.map((text) => ({ text, role: 'strong' })) }, forms };
  };
  const packOf = (...records: readonly PackRecord[]): Pack => ({ ...inventedPack(0), records });
  const told = (pack: Pack, older?: Pack) => lintPack({ pack }, 1_000, older).map(({ kind, says }) => `${kind}: ${says}`);

  test.each<[string, Pack, RegExp]>([
    ['an ordinary word', packOf(named('Quarvex', 'Should')), /^common word: “Should” \(Quarvex\)/],
    ['two letters', packOf(named('Quarvex', 'Qv')), /^short form: “Qv”/],
    ['a Cyrillic letter in a Latin word', packOf(named('Quаrvex')), /^mixed script: “Quаrvex” .*Qu\[а U\+0430\]rvex/],
    [
      'one name for two',
      packOf(named('Quarvex Works', 'QXW'), named('Quarvex Masts', 'QXW')),
      /^shared name: “QXW” stands alone for Quarvex Works .* and Quarvex Masts/,
    ],
  ])('finds %s, once', (_, pack, expected) => {
    expect(told(pack)).toEqual([expect.stringMatching(expected)]);
  });

  test('finds addresses without https', () => {
    const record = named('Quarvex');
    const facts = [{ key: 'website' as const, value: 'http://quarvex.example', source: 'invented-register' }];
    const sources = { 'invented-register': { title: 'R', url: 'http://register.example/' } };
    const pack = { header: { ...inventedPack(0).header, sources }, records: [{ ...record, profile: { ...record.profile, facts } }] };
    expect(told(pack)).toEqual([
      'address: http://quarvex.example (Quarvex) is not https',
      'address: http://register.example/ is not https',
    ]);
  });

  test('says nothing of two letters in capitals, nor of what readers have already, nor of good records', () => {
    expect(told(packOf({ ...named('QV'), forms: [{ alias: 'QV', role: 'strong', case: 'exact', how: 'given', texts: ['QV'] }] }))).toEqual(
      [],
    );
    const pack = packOf(named('Quarvex', 'Should'));
    expect(told(pack, pack)).toEqual([]);
    expect(told(inventedPack(100))).toEqual([]);
  });
});

describe('doctor', () => {
  const ill = async (world: ReturnType<typeof makeFeed>, now: number, mirrors: readonly string[] = []) =>
    (await examine(world.places, now, mirrors)).filter(({ well }) => !well).map(({ says }) => says);
  const made = (name: string) => {
    const world = makeFeed(join(base, name), [inventedPack(20)]);
    for (const file of readdirSync(world.places.keys).filter((one) => one.startsWith('root-')))
      renameSync(join(world.places.keys, file), join(base, `${name}-${file}`));
    return world;
  };

  test('a feed in order', async () => {
    expect(await ill(made('well'), FEED_START + DAY)).toEqual([]);
  });

  test.each<[string, (world: ReturnType<typeof makeFeed>) => number, RegExp]>([
    ['the manifest runs out', () => FEED_START + 8 * DAY, /is good for 6 days; run: npm run feed -- sign\n.*not signed for two days/],
    [
      'the root runs out',
      ({ sign }) => Date.parse(sign({ now: FEED_START + 340 * DAY }).issued),
      /root version 1 is good for 56 days .* npm run feed -- renew/,
    ],
    [
      'a new root without a new signature',
      ({ root }) => {
        root();
        return FEED_START;
      },
      /signed under version 1 of the keys|signed under root 1; sign again/,
    ],
    [
      'built and not signed',
      ({ places }) => {
        stage(places, inventedPack(30));
        return FEED_START;
      },
      /version 2 is built and not signed/,
    ],
    [
      'a key for all to read',
      ({ places }) => {
        chmodSync(join(places.keys, 'feed.pem'), 0o644);
        return FEED_START;
      },
      /feed.pem can be read by others/,
    ],
    [
      'a root key beside the feed key',
      ({ places }) => {
        writeFileSync(join(places.keys, 'root-a.pem'), '', { mode: 0o600 });
        return FEED_START;
      },
      /root-a.pem lies beside the feed key/,
    ],
  ])('%s', async (name, spoil, expected) => {
    const world = made(name.replaceAll(' ', '-'));
    expect((await ill(world, spoil(world))).join('\n')).toMatch(expected);
  });

  test('mirrors: in step, behind, without CORS, and gone', async () => {
    const world = made('mirrors');
    const folder = join(base, 'mirror');
    cpSync(world.folder, folder, { recursive: true });
    const mirror = await serveFeed(folder);
    expect(await ill(world, FEED_START + DAY, [mirror.url])).toEqual([]);
    mirror.set('no-cors');
    expect((await ill(world, FEED_START + DAY, [mirror.url])).join()).toContain('does not send access-control-allow-origin');
    mirror.set(undefined);
    world.addVersion(inventedPack(21));
    expect((await ill(world, FEED_START + DAY, [mirror.url])).join()).toMatch(/is behind: version 1, 24 hours old; you have 2/);
    await mirror.close();
    expect((await ill(world, FEED_START + DAY, [mirror.url])).join()).toContain('could not be asked');
  });
});
