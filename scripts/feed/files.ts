import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

export function sha256Of(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

const OS_BYTE = 9;
const UNKNOWN_OS = 255;

/** The same bytes for the same text: zlib writes no time, and its mark of the operating system is overwritten. */
export function gzip(text: string): Buffer {
  const bytes = gzipSync(text, { level: 9 });
  bytes[OS_BYTE] = UNKNOWN_OS;
  return bytes;
}

/** Unpacks up to the length that was promised, and never more. */
export function gunzip(bytes: Uint8Array, most: number): string {
  return gunzipSync(bytes, { maxOutputLength: Math.max(1, most) }).toString('utf8');
}

/** Whoever reads a file while it is written gets all of the old or all of the new, and so does who reads it after a power cut. */
export function writeWhole(path: string, data: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  const file = openSync(draft, 'w');
  try {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

export function writeJson(path: string, value: unknown): void {
  writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);
}

export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!existsSync(path)) throw error;
    throw new Error(`${path}: not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** A moment as signed documents have it. */
export function momentOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

export const DAY = 86_400_000;
