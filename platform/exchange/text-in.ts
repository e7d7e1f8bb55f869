import type { BadCode, BadRecord } from './bad.ts';

/** From the bytes of a file to lines of text. */

export interface TextIn {
  readonly text: string;
  /** Some bytes were none of its encoding: in the text stands U+FFFD for them, and lines that have it are not to be believed. */
  readonly damaged: boolean;
}

/** How files begin that people take for text: zip (and with it xlsx, ods, docx), gzip, the old Office, PDF, PNG, JPEG. */
const NO_TEXT: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

/** Longest line in UTF-16 units. The longest that Muster writes, an article with four hundred sentences, has about a million. */
const LONGEST_LINE = 8_000_000;

/** UTF-8, or UTF-16 with its mark; the mark is taken off. A code if there is no text at all. */
export function textOf(bytes: Uint8Array): TextIn | Extract<BadCode, 'empty' | 'not-text'> {
  if (NO_TEXT.some((start) => start.every((byte, i) => bytes[i] === byte))) return 'not-text';
  const encoding = encodingOf(bytes);
  const read = (fatal: boolean) => new TextDecoder(encoding, { fatal }).decode(bytes);
  const text = read(false);
  if (text.trim() === '') return 'empty';
  return { text, damaged: text.includes('\uFFFD') && !succeeds(() => read(true)) };
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function succeeds(read: () => string): boolean {
  try {
    read();
    return true;
  } catch {
    // Bytes that are none of the encoding.
    return false;
  }
}

export interface Line {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

export type Lines = { readonly lines: readonly Line[]; readonly bad: readonly BadRecord[] };

/** The lines of a file that are not blank, however they end, and those that cannot be read. */
export function linesOf(bytes: Uint8Array): Lines {
  const read = textOf(bytes);
  if (typeof read === 'string') return { lines: [], bad: [{ line: 1, code: read }] };
  const lines: Line[] = [];
  const bad: BadRecord[] = [];
  for (const [i, text] of read.text.split(/\r\n|\n|\r/).entries()) {
    if (text.trim() === '') continue;
    const code = lineProblem(text, read.damaged);
    if (code === undefined) lines.push({ line: i + 1, text });
    else bad.push({ line: i + 1, code });
  }
  return { lines, bad };
}

/** A zero byte in text is UTF-16 without its mark, or no text. */
export function lineProblem(text: string, damaged: boolean): BadCode | undefined {
  if (text.includes('\0') || (damaged && text.includes('\uFFFD'))) return 'wrong-encoding';
  return text.length > LONGEST_LINE ? 'too-long' : undefined;
}

/** In the order of the file, for those that were found on several rounds. */
export function inOrder(bad: readonly BadRecord[]): readonly BadRecord[] {
  return [...bad].sort((x, y) => x.line - y.line);
}

/** The object that a line of JSON holds, or what it is instead. Never throws: what nests too deep is no JSON of ours either. */
export function objectOf(text: string): Readonly<Record<string, unknown>> | Extract<BadCode, 'not-json' | 'not-object'> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : 'not-object';
  } catch {
    return 'not-json';
  }
}
