import { readFileSync } from 'node:fs';
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

/** A page as it was served (`.html`, or `.html.gz`): its readable text, and the language that it says it is in. */
export function readPage(file: string): SavedPage {
  const raw = readFileSync(file);
  const bytes = file.endsWith('.gz') ? gunzipSync(raw) : raw;
  const html = decoderFor(bytes).decode(bytes);
  const lang = /<html[^>]*\slang\s*=\s*["']?([\w-]+)/i.exec(html)?.[1];
  return { text: textOfHtml(html), lang };
}
