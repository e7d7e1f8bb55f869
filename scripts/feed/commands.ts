import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFolder, MOST_DELTAS } from '../../core/manifest.ts';
import { parsePack, writePack } from '../../core/pack.ts';
import type { Given } from './command.ts';
import { makeDeltas } from './diff.ts';
import { examine } from './doctor.ts';
import { FAULTS, type FaultName } from './faults.ts';
import { initFeed } from './init.ts';
import { FEED_KEY_FILE, readKey } from './keys.ts';
import { prune, publishFeed } from './publish.ts';
import { keepRecord, removeRecord, rollBack } from './removals.ts';
import { renewRoot, revokePack, rotateKeys } from './root-changes.ts';
import { fingerprintOf, inGroups, readRoots } from './roots.ts';
import { serveFeed } from './serve.ts';
import { MANIFEST_DAYS, signFeed } from './sign.ts';
import { readConfig, readHistory, readPackText } from './store.ts';
import { verifyFeed } from './verify.ts';
import { type Staged, stage } from './versions.ts';

const say = (text: string): void => console.log(text);
const PACKAGED = fileURLToPath(new URL('../../public/packs/core.jsonl', import.meta.url));

export function init({ places, now, text, list }: Given): void {
  const [name, contact] = [text('name'), text('contact')];
  if (name === undefined || contact === undefined)
    throw new Error(
      'feed init: --name and --contact are needed. Usage: npm run feed -- init --name NAME --contact mailto:somebody@example.org',
    );
  const fingerprint = initFeed(places, { name, contact, title: text('title'), licence: text('licence'), mirrors: list('mirror') }, now);
  say(`The feed '${name}' has its keys and version 1 of its root.`);
  say(`Fingerprint for your readers: ${inGroups(fingerprint)}`);
  say(
    `Now move root-a.pem, root-b.pem and root-c.pem out of ${places.keys}, each to another stick or person; two of them are needed to change keys. Next: build.`,
  );
}

export async function build({ places, text, number, flag, path }: Given): Promise<void> {
  const from = text('from');
  if (from === undefined) throw new Error('feed build: --from is missing. Usage: npm run feed -- build --from FOLDER|PACK.jsonl');
  const { feed } = readConfig(places);
  // The tables of declension take a while to load, and only who makes forms needs them.
  const { ownNumber, readSource } = await import('./source.ts');
  const source = await readSource(path(from), feed);
  const seq = number('seq') ?? ownNumber(source, feed, readHistory(places).at(-1)?.seq ?? 0);
  tellStaged(stage(places, source.pack, { force: flag('force'), ...(seq === undefined ? {} : { seq }) }));
}

function tellStaged(staged: Staged): void {
  if (staged.state === 'same') {
    say(`Nothing has changed since version ${staged.seq}; sign it anew with: sign. (--force makes a new version all the same.)`);
    return;
  }
  const { seq, pack } = staged.draft;
  say(`Version ${seq}: ${pack.records} records, ${pack.gz} bytes packed, ${pack.bytes} unpacked. Next: diff, sign, verify, publish.`);
}

export function diff({ places, number }: Given): void {
  const { made, tooLarge, gone } = makeDeltas(places, number('last') ?? MOST_DELTAS);
  for (const { from, ops, gz } of made) say(`from version ${from}: ${ops} changes, ${gz} bytes packed`);
  const numbers = (list: typeof gone) => list.map(({ seq }) => seq).join(', ');
  if (tooLarge.length > 0) say(`Left out, larger than half of the pack: from version ${numbers(tooLarge)}.`);
  if (gone.length > 0) say(`Left out, their packs were pruned: version ${numbers(gone)}.`);
  say(`${made.length} deltas.`);
}

export function sign({ places, now, number }: Given): void {
  // Without a feed, a missing key is not what is wrong.
  readConfig(places);
  const { seq, issued, expires } = signFeed(places, [readKey(join(places.keys, FEED_KEY_FILE))], now, number('days') ?? MANIFEST_DAYS);
  say(`Version ${seq}, signed ${issued}, is good until ${expires}. Next: verify, publish.`);
}

/** Whether all is well; tells what is not. */
async function isGood(given: Given, asClient: boolean): Promise<boolean> {
  const { places, now, number, text, path } = given;
  const findings = verifyFeed(places.feed, now);
  const good = findings.every(({ ok }) => ok);
  for (const { what, ok, says } of findings) say(`${ok ? 'ok ' : 'BAD'}  ${what}: ${says}`);
  if (!good || !asClient) return good;
  const packaged = text('packaged');
  const own = packaged !== undefined ? path(packaged) : readConfig(places).feed === 'core' ? PACKAGED : undefined;
  // The reader's own code and a database in memory, which no other command needs.
  const { verifyAsClient } = await import('./as-client.ts');
  const runs = await verifyAsClient(places.feed, { last: number('last') ?? MOST_DELTAS, ...(own === undefined ? {} : { packaged: own }) });
  for (const { from, ok, says } of runs) say(`${ok ? 'ok ' : 'BAD'}  a reader with ${from}: ${says}`);
  return runs.every(({ ok }) => ok);
}

export async function verify(given: Given): Promise<void> {
  if (!(await isGood(given, given.flag('as-client')))) process.exitCode = 1;
}

export async function publish(given: Given): Promise<void> {
  const { places, now, words, path, flag } = given;
  const target = path(words[0] ?? '');
  if (!(await isGood(given, !flag('quick')))) {
    process.exitCode = 1;
    say('Nothing was published: what the verifier refuses, readers would refuse too.');
    return;
  }
  const written = publishFeed(places, target, now);
  for (const file of written) say(`wrote ${file}`);
  if (flag('prune')) for (const file of prune(places, [target, places.feed], now)) say(`deleted ${file}`);
  say(written.length === 0 ? 'All was there already.' : `${written.length} files, the manifest last.`);
}

function rootKeysOf({ list, places, path }: Given): readonly string[] {
  return list('root-keys').length === 0 ? [places.keys] : list('root-keys').map(path);
}

export function rotate(given: Given): void {
  const { places, now, text, path } = given;
  const folder = text('new-root-keys');
  const more = folder === undefined ? {} : { newRootKeys: path(folder) };
  const { root, newRootKeys } = rotateKeys(places, { rootKeys: rootKeysOf(given), now, ...more });
  say(`Root version ${root.version}: the feed has a new key${newRootKeys.length > 0 ? ', and new root keys; move them off line' : ''}.`);
  say('Put the new feed key where the daily job finds it. Next: sign, verify, publish.');
}

export function renew(given: Given): void {
  const root = renewRoot(given.places, { rootKeys: rootKeysOf(given), now: given.now });
  say(`Root version ${root.version}: the same keys, good until ${root.expires}. Next: sign, verify, publish.`);
}

export function revoke(given: Given): void {
  const { root, sha256 } = revokePack(given.places, given.words[0] ?? '', { rootKeys: rootKeysOf(given), now: given.now });
  say(
    `Root version ${root.version}: the pack ${sha256.slice(0, 12)}… is revoked. Next: build or rollback if it was the newest; then diff, sign, verify, publish.`,
  );
}

export function remove({ places, now, words }: Given): void {
  removeRecord(places, words[0] ?? '', now);
  say(`${words[0]} is hidden by the next signature, and left out by the next build. Next: build, diff, sign, publish --prune.`);
}

export function keep({ places, words }: Given): void {
  keepRecord(places, words[0] ?? '');
  say(`${words[0]} is off the list of removed records. Next: build, diff, sign, publish.`);
}

export function rollback({ places, words }: Given): void {
  tellStaged(rollBack(places, Number(words[0])));
}

export async function doctor({ places, now, list, flag }: Given): Promise<void> {
  const mirrors = flag('no-mirrors') ? [] : [...readConfig(places).mirrors, ...list('mirror')];
  const rows = await examine(places, now, mirrors);
  for (const { well, says } of rows) say(`${well ? 'ok ' : 'DO '}  ${says}`);
  if (rows.some((row) => !row.well)) process.exitCode = 1;
}

export async function lint({ places, text, path, number }: Given): Promise<void> {
  const from = text('from');
  if (from === undefined) throw new Error('feed lint: --from is missing. Usage: npm run feed -- lint --from FOLDER|PACK.jsonl');
  const [{ readSource }, { lintPack }] = await Promise.all([import('./source.ts'), import('./lint.ts')]);
  const source = await readSource(path(from), 'lint');
  const against = text('against');
  const older = against === undefined ? undefined : parsePack(against === 'last' ? lastPack(places) : readFileSync(path(against), 'utf8'));
  const found = lintPack(source, Buffer.byteLength(writePack(source.pack)), older);
  const problems = found.filter(({ level }) => level === 'problem');
  const most = number('most') ?? 20;
  for (const kind of new Set(found.map((one) => one.kind))) {
    const all = found.filter((one) => one.kind === kind);
    say(`\n${kind}: ${all.length}`);
    for (const { where, says } of all.slice(0, most)) say(`  ${where}: ${says}`);
    if (all.length > most) say(`  … and ${all.length - most} more (--most ${all.length})`);
  }
  say(`\n${source.pack.records.length} records: ${problems.length} problems, ${found.length - problems.length} notes.`);
  if (problems.length > 0) process.exitCode = 1;
}

function lastPack(places: Given['places']): string {
  const last = readHistory(places).at(-1);
  const pack = last === undefined ? undefined : readPackText(places, last.sha256);
  if (pack === undefined) throw new Error('--against last: no version is signed yet; name a pack, or leave it out');
  return pack;
}

export async function serve({ places, number, text }: Given): Promise<void> {
  const fault = text('fault');
  if (fault !== undefined && !(fault in FAULTS))
    throw new Error(
      `--fault ${fault}: known are\n${Object.entries(FAULTS)
        .map(([name, { says }]) => `  ${name.padEnd(27)}${says}`)
        .join('\n')}`,
    );
  const [only, ms] = [text('only'), number('ms')];
  const pattern = only === undefined ? {} : { only: new RegExp(only) };
  const faults = fault === undefined ? undefined : { fault: fault as FaultName, ...pattern, ...(ms === undefined ? {} : { ms }) };
  const server = await serveFeed(places.feed, { port: number('port') ?? 8_787, faults });
  say(`${server.url} serves ${places.feed}${fault === undefined ? '' : `, and ${FAULTS[fault as FaultName].says}`}. Ctrl+C ends it.`);
}

export function link({ places, words, number, flag }: Given): void {
  const roots = readRoots(places.feed);
  const version = number('root') ?? 1;
  const signed = roots[version - 1];
  if (signed === undefined) throw new Error(`--root ${version}: the feed has ${roots.length} version(s) of its root`);
  const address = words[0] ?? readConfig(places).mirrors[0];
  if (address === undefined || !isFolder(address))
    throw new Error(
      `feed link: ${address ?? 'no address'}: give the https address of the feed, ending in a slash. Usage: npm run feed -- link URL`,
    );
  if (flag('built-in')) say(JSON.stringify({ url: address, root: signed.envelope.payload }));
  else say(`Address:      ${address}\nFingerprint:  ${inGroups(fingerprintOf(signed))}`);
}
