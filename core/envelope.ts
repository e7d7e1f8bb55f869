/**
 * A signed envelope, DSSE style (https://github.com/secure-systems-lab/dsse): the signature is over the very bytes of the payload and
 * its type, so nothing has to be made canonical before it can be checked, and one file holds both.
 *
 *     {"payloadType":"application/vnd.muster.manifest+json","payload":"<base64>","signatures":[{"keyid":"<64 hex>","sig":"<base64>"}]}
 *
 * Stricter than DSSE, so that a document has one spelling only and each flipped bit tells: the keys in this order, no blanks, base64 in
 * its canonical form, and a keyid is the public key itself, in hex, so that no key can stand under the name of another. A payload is JSON
 * in ASCII (other letters are escaped), which needs no decoder.
 *
 * Whether a signature is right is for the browser's cryptography to say; what that makes of a document, `core/root.ts` says.
 */
export interface Signature {
  /** The Ed25519 public key, 64 hexadecimal digits. */
  readonly keyid: string;
  /** 64 bytes. */
  readonly sig: Uint8Array<ArrayBuffer>;
}

export interface Envelope {
  readonly payloadType: string;
  /** JSON text, ASCII. */
  readonly payload: string;
  readonly signatures: readonly Signature[];
  /** What was signed: the pre-authentication encoding of type and payload. */
  readonly signed: Uint8Array<ArrayBuffer>;
}

export const ROOT_TYPE = 'application/vnd.muster.root+json';
export const MANIFEST_TYPE = 'application/vnd.muster.manifest+json';

/** UTF-16 units of an envelope; a manifest with thirty deltas has about twelve thousand. */
export const LONGEST_ENVELOPE = 65_536;
const MOST_SIGNATURES = 16;
const SIGNATURE_BYTES = 64;
export const KEY = /^[0-9a-f]{64}$/;

/** The envelope in a text. Throws an Error that says what is wrong with it; nothing is verified yet. */
export function openEnvelope(text: string, payloadType: string): Envelope {
  if (text.length > LONGEST_ENVELOPE) throw new Error(`signed document: over ${LONGEST_ENVELOPE} characters`);
  const value = parsed(text) as Partial<Record<'payloadType' | 'payload' | 'signatures', unknown>> | null;
  if (typeof value !== 'object' || value === null) throw new Error('signed document: expected a map');
  const { payload, signatures } = value;
  if (value.payloadType !== payloadType) throw new Error(`signed document: expected the type ${payloadType}`);
  if (typeof payload !== 'string') throw new Error('signed document: payload: expected base64');
  if (!Array.isArray(signatures) || signatures.length === 0) throw new Error('signed document: it is not signed');
  if (signatures.length > MOST_SIGNATURES) throw new Error(`signed document: over ${MOST_SIGNATURES} signatures`);
  const read = signatures.map(readSignature);
  if (new Set(read.map(({ keyid }) => keyid)).size < read.length) throw new Error('signed document: signed twice by the same key');
  const bytes = fromBase64(payload);
  const envelope = { payloadType, payload: asciiOf(bytes), signatures: read, signed: preAuthentication(payloadType, bytes) };
  if (writeEnvelope(envelope) !== text) throw new Error('signed document: not in its one canonical spelling');
  return envelope;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`signed document: not JSON (${error instanceof Error ? error.message.slice(0, 80) : String(error)})`);
  }
}

function readSignature(value: unknown): Signature {
  const { keyid, sig } = (typeof value === 'object' && value !== null ? value : {}) as { keyid?: unknown; sig?: unknown };
  if (typeof keyid !== 'string' || !KEY.test(keyid)) throw new Error('signed document: keyid: expected a public key in hex');
  const bytes = typeof sig === 'string' ? fromBase64(sig) : new Uint8Array();
  if (bytes.length !== SIGNATURE_BYTES) throw new Error(`signed document: sig: expected ${SIGNATURE_BYTES} bytes`);
  return { keyid, sig: bytes };
}

/** The one spelling of an envelope. */
export function writeEnvelope({ payloadType, payload, signatures }: Omit<Envelope, 'signed'>): string {
  return JSON.stringify({
    payloadType,
    payload: toBase64(asciiBytes(payload)),
    signatures: signatures.map(({ keyid, sig }) => ({ keyid, sig: toBase64(sig) })),
  });
}

/** DSSE's PAE: "DSSEv1", the length of the type, the type, the length of the payload, the payload, with single spaces between. */
export function preAuthentication(payloadType: string, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = asciiBytes(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** JSON in ASCII: what lies beyond is escaped. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function asciiBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7e) throw new Error('signed document: a letter that is not ASCII');
    bytes[i] = unit;
  }
  return bytes;
}

function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    if (byte > 0x7e) throw new Error('signed document: a letter that is not ASCII');
    text += String.fromCharCode(byte);
  }
  return text;
}

export function hexBytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

// `atob` is not part of the language, and core has nothing else to decode with.
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => DIGITS.charAt((three >> shift) & 63));
    text += digits.slice(0, bytes.length - i + 1).join('');
  }
  return text.padEnd(Math.ceil(bytes.length / 3) * 4, '=');
}

/** Throws for anything but canonical base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/={1,2}$/, '');
  if (text.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(digits)) throw new Error('signed document: not base64');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const digit of digits) {
    held = ((held << 6) | DIGITS.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}
