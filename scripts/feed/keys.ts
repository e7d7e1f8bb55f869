import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Envelope } from '../../core/envelope.ts';
import { openEnvelope, preAuthentication, writeEnvelope } from '../../core/envelope.ts';

/** An Ed25519 key. Its name is its public half in hex; the secret half is never shown. */
export interface Key {
  readonly id: string;
  readonly secret: KeyObject;
}

export const ROOT_KEY_FILES = ['root-a.pem', 'root-b.pem', 'root-c.pem'] as const;
export const FEED_KEY_FILE = 'feed.pem';

export function makeKey(): Key {
  return keyOf(generateKeyPairSync('ed25519').privateKey);
}

function keyOf(secret: KeyObject): Key {
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' });
  return { id: Buffer.from(x, 'base64url').toString('hex'), secret };
}

/** Writes a key that only its owner can read. A key that is there already is never overwritten: nobody could bring it back. */
export function saveKey(path: string, { secret }: Key): void {
  if (existsSync(path)) throw new Error(`${path}: there is a key already; move it away first, or name another folder`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, secret.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
}

export function readKey(path: string): Key {
  if (!existsSync(path)) throw new Error(`${path}: there is no such key; say where it is with --keys FOLDER`);
  let secret: KeyObject;
  try {
    secret = createPrivateKey(readFileSync(path));
  } catch {
    // The library's own words may quote what it read.
    throw new Error(`${path}: this is not a private key in PEM (PKCS #8) without a password`);
  }
  if (secret.asymmetricKeyType !== 'ed25519') throw new Error(`${path}: expected an Ed25519 key, got ${secret.asymmetricKeyType}`);
  return keyOf(secret);
}

/** The root keys in some folders, one for each holder who is there. */
export function readRootKeys(folders: readonly string[]): readonly Key[] {
  const keys = folders.flatMap((folder) => {
    if (!existsSync(folder)) throw new Error(`${folder}: there is no such folder; say where the root keys are with --root-keys FOLDER`);
    const names = readdirSync(folder).filter((name) => /^root-.*\.pem$/.test(name));
    return names.sort().map((name) => readKey(join(folder, name)));
  });
  return [...new Map(keys.map((key) => [key.id, key])).values()];
}

/** A signed document, in its one spelling. The same keys give the same bytes: Ed25519 has no chance in it. */
export function seal(payloadType: string, payload: string, keys: readonly Key[]): string {
  const signed = preAuthentication(payloadType, Buffer.from(payload, 'ascii'));
  const signatures = keys.map(({ id, secret }) => ({ keyid: id, sig: new Uint8Array(sign(null, signed, secret)) }));
  return writeEnvelope({ payloadType, payload, signatures });
}

/** Opens a signed document, and says whose signatures are right. `name`: what to call it in an Error. */
export function unseal(
  text: string,
  payloadType: string,
  name: string,
): { readonly envelope: Envelope; readonly valid: ReadonlySet<string> } {
  try {
    const envelope = openEnvelope(text, payloadType);
    const right = envelope.signatures.filter(({ keyid, sig }) => verify(null, envelope.signed, publicKey(keyid), sig));
    return { envelope, valid: new Set(right.map(({ keyid }) => keyid)) };
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function publicKey(id: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(id, 'hex').toString('base64url') }, format: 'jwk' });
}
