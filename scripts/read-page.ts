import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { textOfHtml } from './html-text.ts';

const BYTES_WITH_CHARSET = 2048;

/** The encoding that an HTML page declares in its first two kilobytes; UTF-8 if it declares none, or one that nobody knows. */
function decoderFor(bytes: Uint8Array): TextDecoder {
  const head = Buffer.from(bytes.subarray(0, BYTES_WITH_CHARSET)).toString('latin1');
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder();
    throw error;
  }
}

export interface SavedPage {
  readonly text: string;
  readonly lang: string | undefined;
}

/** The pages in a folder and in those below it, by name: `.html`, `.xhtml`, each perhaps with `.gz`. Throws if there are none. */
export function pageFiles(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.x?html?(?:\.gz)?$/i.test(name))
    .sort();
  if (files.length === 0) throw new Error(`no .html or .html.gz in ${folder}`);
  return files;
}

/** The bytes of a page as they were served. */
export function pageBytes(file: string): Buffer {
  const raw = readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(raw) : raw;
}

/** A page as it was served: its readable text, and the language that it says it is in. */
export function readPage(file: string): SavedPage {
  const bytes = pageBytes(file);
  const html = decoderFor(bytes).decode(bytes);
  const lang = /<html[^>]*\slang\s*=\s*["']?([\w-]+)/i.exec(html)?.[1];
  return { text: textOfHtml(html), lang };
}
