import type { BadCode } from '../../platform/exchange/bad.ts';

/** Broken files by recipe: a file of good records in which one thing is wrong, what has to be said of it, and what has to be there all the same. */
export interface Broken {
  readonly what: string;
  readonly bytes: Uint8Array;
  /** Codes in the order of the file. */
  readonly codes: readonly BadCode[];
  /** Names or addresses of the good records, in order. */
  readonly good: readonly string[];
}

export type Loose = Readonly<Record<string, unknown>>;

export const utf16 = (text: string, bigEndian = false, mark = true): Uint8Array => {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};
export const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
export const json = (value: unknown) => JSON.stringify(value);
