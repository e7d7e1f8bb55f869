import { asciiBytes, type Envelope, hexBytes, LONGEST_ENVELOPE, MANIFEST_TYPE, openEnvelope, ROOT_TYPE } from '../core/envelope.ts';
import type { FeedCode } from '../core/feed.ts';
import { type Manifest, parseManifest } from '../core/manifest.ts';
import { cannotFollow, lacksSignatures, MOST_ROOTS, parseRoot, type Root } from '../core/root.ts';
import { getText, type Net, Stop } from './feed-net.ts';
import { sha256 } from './packs.ts';

/** Whether a feed's documents are by whom they claim to be. All cryptography is the browser's (Ed25519 in WebCrypto). */

const FINGERPRINT_DIGITS = 40;

/** What a reader compares: the beginning of the hash of a root's payload. */
export async function fingerprintOf(payload: string): Promise<string> {
  return (await sha256(asciiBytes(payload))).slice(0, FINGERPRINT_DIGITS);
}

/** The fingerprint in whatever groups and case it was pasted; undefined if it is none. */
export function readFingerprint(text: string): string | undefined {
  const digits = text.replace(/[\s:\u2009\u202f-]/g, '').toLowerCase();
  return /^[0-9a-f]{40}$/.test(digits) ? digits : undefined;
}

/** The keys of an envelope whose signatures are right. */
async function verified({ signatures, signed }: Envelope): Promise<ReadonlySet<string>> {
  const valid = await Promise.all(
    signatures.map(async ({ keyid, sig }) => {
      // A key that is no point of the curve is refused when it is imported.
      const key = await crypto.subtle.importKey('raw', hexBytes(keyid), 'Ed25519', false, ['verify']).catch(() => undefined);
      return key !== undefined && (await crypto.subtle.verify('Ed25519', key, sig, signed));
    }),
  );
  return new Set(signatures.flatMap(({ keyid }, i) => (valid[i] ? [keyid] : [])));
}

/** The manifest in a signed text. Throws a Stop if it is not signed by enough of the root's feed keys, or makes no sense. */
export async function openManifest(
  text: string,
  root: Root,
): Promise<{ readonly manifest: Manifest; readonly signedBy: readonly string[] }> {
  const envelope = opened(text, MANIFEST_TYPE);
  const lack = lacksSignatures(envelope, await verified(envelope), root.feedKeys, root.feedThreshold);
  if (lack !== undefined) throw new Stop('bad-signature', `The feed's manifest cannot be believed: ${lack}.`);
  try {
    return { manifest: parseManifest(envelope.payload), signedBy: envelope.signatures.map(({ keyid }) => keyid) };
  } catch (error) {
    throw new Stop('bad-manifest', `The feed's manifest makes no sense (${wordsOf(error)}).`);
  }
}

function opened(text: string, type: string): Envelope {
  try {
    return openEnvelope(text, type);
  } catch (error) {
    throw new Stop('bad-signature', `The feed's ${type === ROOT_TYPE ? 'keys' : 'manifest'} cannot be believed (${wordsOf(error)}).`);
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 300) : String(error));

/** What a feed is trusted by: a root that is known already, or the fingerprint of one that is to be found. */
export type Anchor = { readonly root: string } | { readonly fingerprint: string };

/** How hosts say that there is no such file. Some refuse it, and one that forgets its CORS header on a 404 seems not to be there. */
const NO_FURTHER: readonly FeedCode[] = ['not-found', 'gone', 'refused', 'unreachable'];

/**
 * The newest root that can be reached from the anchor, as its payload. Each step is signed by the keys of both versions. The walk ends
 * where the host has no further version; a version that is there and wrong ends it with a Stop.
 */
export async function walkRoots(net: Net, place: string, anchor: Anchor): Promise<string> {
  let payload = 'root' in anchor ? anchor.root : undefined;
  let version = payload === undefined ? 0 : parseRoot(payload).version;
  for (let steps = 0; ; steps++) {
    if (steps > MOST_ROOTS) throw new Stop('bad-root', `The feed has more than ${MOST_ROOTS} versions of its keys beyond the known one.`);
    const text = await getText(net, `${place}root/${version + 1}.json`, LONGEST_ENVELOPE).catch((error: unknown) => {
      if (error instanceof Stop && version > 0 && NO_FURTHER.includes(error.code)) return undefined;
      throw error;
    });
    if (text === undefined) break;
    version++;
    payload = await stepTo(text, version, payload, anchor);
  }
  if (payload === undefined)
    throw new Stop('wrong-fingerprint', 'No keys with this fingerprint stand at this address. Compare it with what the publisher says.');
  return payload;
}

async function stepTo(text: string, version: number, known: string | undefined, anchor: Anchor): Promise<string | undefined> {
  const envelope = opened(text, ROOT_TYPE);
  const next = rootIn(envelope.payload);
  const valid = await verified(envelope);
  if (known !== undefined) {
    const why = cannotFollow(parseRoot(known), next, envelope, valid);
    if (why !== undefined) throw new Stop('bad-root', `Version ${version} of the feed's keys cannot be believed: ${why}.`);
    return envelope.payload;
  }
  if ('root' in anchor || (await fingerprintOf(envelope.payload)) !== anchor.fingerprint) return undefined;
  const lack = lacksSignatures(envelope, valid, next.rootKeys, next.threshold);
  // A root of a later version is signed by the keys before it too; it is known by its fingerprint, those are not.
  if (lack !== undefined && next.version === 1) throw new Stop('bad-root', `The feed's keys cannot be believed: ${lack}.`);
  if (next.version !== version)
    throw new Stop('bad-root', `The feed's keys say that they are version ${next.version}, expected ${version}.`);
  return envelope.payload;
}

function rootIn(payload: string): Root {
  try {
    return parseRoot(payload);
  } catch (error) {
    throw new Stop('bad-root', `The feed's keys make no sense (${wordsOf(error)}).`);
  }
}
