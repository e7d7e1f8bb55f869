import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LONGEST_ENVELOPE, MANIFEST_TYPE } from '../../core/envelope.ts';
import { type Manifest, MOST_REMOVED } from '../../core/manifest.ts';
import { lacksSignatures, MOST_REVOKED, MOST_ROOTS, type Root } from '../../core/root.ts';
import { DAY } from './files.ts';
import { unseal } from './keys.ts';
import { newestRoot } from './roots.ts';
import { manifestFileOf, readManifest } from './sign.ts';
import { type Places, readConfig, readDraft, readRemoved } from './store.ts';
import { fitsAdded } from './versions.ts';

export interface Checkup {
  readonly well: boolean;
  readonly says: string;
}

/** Two months: holders of keys travel. */
const ROOT_NOTICE = 60 * DAY;
const MANIFEST_NOTICE = 7 * DAY;
/** Signed daily; two days say that the job which does it has failed. */
const SIGNED_WITHIN = 2 * DAY;

const well = (says: string): Checkup => ({ well: true, says });
const ill = (says: string): Checkup => ({ well: false, says });

/** What a publisher should know each morning. `mirrors`: where else the feed is published. */
export async function examine(places: Places, now: number, mirrors: readonly string[]): Promise<readonly Checkup[]> {
  const root = newestRoot(places.feed);
  const rows: Checkup[] = [...rootRows(root, now)];
  let manifest: Manifest | undefined;
  try {
    manifest = readManifest(places.feed, root);
    rows.push(
      ...(manifest === undefined ? [ill('nothing is signed yet; run: npm run feed -- sign')] : manifestRows(places, manifest, root, now)),
    );
  } catch (error) {
    rows.push(ill(error instanceof Error ? error.message : String(error)));
  }
  rows.push(...keyRows(places));
  for (const mirror of mirrors) rows.push(await mirrorRow(mirror, root, manifest, now));
  return rows;
}

function daysTo(moment: string, now: number): number {
  return Math.floor((Date.parse(moment) - now) / DAY);
}

function rootRows(root: Root, now: number): readonly Checkup[] {
  const left = daysTo(root.expires, now);
  const expiry = `root version ${root.version} is good for ${left} days (until ${root.expires})`;
  return [
    Date.parse(root.expires) - now > ROOT_NOTICE ? well(expiry) : ill(`${expiry}; get the holders together and run: npm run feed -- renew`),
    root.version <= MOST_ROOTS - 4
      ? well(`${root.version} of ${MOST_ROOTS} versions of the root that a reader walks`)
      : ill(
          `${root.version} versions of the root, a reader walks ${MOST_ROOTS}; hand out the fingerprint of a later one, and ship it with the extension`,
        ),
    capRow('revoked versions', root.revoked.length, MOST_REVOKED),
  ];
}

function manifestRows(places: Places, manifest: Manifest, root: Root, now: number): readonly Checkup[] {
  const { pack, deltas, seq, issued, expires } = manifest;
  const validity = `version ${seq}, signed ${issued}, is good for ${daysTo(expires, now)} days`;
  const config = readConfig(places);
  const draft = readDraft(places);
  const size = `pack: ${pack.records} records, ${pack.gz} bytes packed, ${pack.bytes} unpacked`;
  const largest = Math.max(0, ...deltas.map(({ gz }) => gz));
  const rows = [
    Date.parse(expires) - now > MANIFEST_NOTICE ? well(validity) : ill(`${validity}; run: npm run feed -- sign`),
    now - Date.parse(issued) < SIGNED_WITHIN ? well('signed within two days') : ill('not signed for two days; does the daily job run?'),
    manifest.rootVersion === root.version
      ? well('signed under the newest root')
      : ill(`signed under root ${manifest.rootVersion}; sign again`),
    fitsAdded(pack) ? well(size) : well(`${size}: too large to be added by hand, only good as the feed that ships with Muster`),
    well(`${deltas.length} deltas, the largest ${largest} bytes`),
    capRow('removed records', manifest.removed.length, MOST_REMOVED),
    capRow('characters of the manifest', statSync(manifestFileOf(places.feed)).size, LONGEST_ENVELOPE),
  ];
  if (draft !== undefined && draft.seq > seq) rows.push(ill(`version ${draft.seq} is built and not signed; run: npm run feed -- sign`));
  if (readRemoved(places).some(({ id }) => !manifest.removed.includes(id)))
    rows.push(ill('the list of removed records has grown; build and sign'));
  if (config.title !== manifest.title || config.contact !== manifest.contact) rows.push(ill('feed.json was changed; sign'));
  return rows;
}

function capRow(what: string, count: number, most: number): Checkup {
  return count > most * 0.9 ? ill(`${what}: ${count}, readers take ${most}`) : well(`${what}: ${count} of ${most}`);
}

function keyRows({ keys }: Places): readonly Checkup[] {
  const names = existsSync(keys) ? readdirSync(keys).filter((name) => name.endsWith('.pem')) : [];
  const roots = names.filter((name) => name.startsWith('root-'));
  // Windows has no such modes.
  const open = process.platform === 'win32' ? [] : names.filter((name) => (statSync(join(keys, name)).mode & 0o077) !== 0);
  return [
    roots.length === 0
      ? well('no root key lies beside the feed key')
      : ill(`${roots.join(', ')} lie${roots.length === 1 ? 's' : ''} beside the feed key; take root keys off line`),
    ...(open.length === 0 ? [] : [ill(`${open.join(', ')} can be read by others on this machine; run: chmod 600`)]),
  ];
}

const PATIENCE = 15_000;

async function mirrorRow(mirror: string, root: Root, own: Manifest | undefined, now: number): Promise<Checkup> {
  try {
    const response = await fetch(`${mirror}manifest.json`, { signal: AbortSignal.timeout(PATIENCE), cache: 'no-store' });
    if (!response.ok) return ill(`${mirror} answers ${response.status}`);
    if (response.headers.get('access-control-allow-origin') !== '*')
      return ill(`${mirror} does not send access-control-allow-origin: *; browsers cannot read it`);
    const { envelope, valid } = unseal(await response.text(), MANIFEST_TYPE, mirror);
    const problem = lacksSignatures(envelope, valid, root.feedKeys, root.feedThreshold);
    if (problem !== undefined) return ill(`${mirror}: ${problem}`);
    const { seq, issued } = JSON.parse(envelope.payload) as { readonly seq: number; readonly issued: string };
    const age = `${Math.round((now - Date.parse(issued)) / 3_600_000)} hours old`;
    if (own !== undefined && (seq < own.seq || issued < own.issued))
      return ill(`${mirror} is behind: version ${seq}, ${age}; you have ${own.seq}, signed ${own.issued}`);
    return well(`${mirror} has version ${seq}, ${age}`);
  } catch (error) {
    return ill(
      `${mirror} could not be asked: ${error instanceof Error ? `${error.message}${error.cause instanceof Error ? ` (${error.cause.message})` : ''}` : String(error)}`,
    );
  }
}
