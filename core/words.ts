import { foldTable, IGNORED, lastWord, readWord, SEPARATOR, wordBuffer } from './fold.ts';

/**
 * What stands between two words of a name, as far as it matters. A name that is written with a comma, a point or a quotation mark may
 * also be found without; the other way round it may not: "Boeing, Airbus" is not one name.
 */
export const JOINED = 0;
export const COMMA = 1;
export const POINT = 2;
export const QUOTE = 3;
/** Anything else: no name goes on across it. */
export const BREAK = 4;

const isSpace = /\s/;
/** Joins two words if nothing else stands between them: hyphens, the dots inside Chinese and Japanese names, Blohm+Voss. */
const isHyphen = /[-‐‑‒–−־·・･‧•+]/;
const isQuote = /["'«»„“”‟‹›‘’‚״]/;
const isApostrophe = /['’‘ʼʹ′`´＇׳]/;

/** The gap that starts at `from`, where a word has just ended: what it is, and where the next word starts (or the text ends). */
export const lastGap = { kind: BREAK as number, end: 0 };

/** Reads the gap at `from` into `lastGap`. */
export function readGap(text: string, from: number): void {
  const fold = foldTable();
  // Nearly all gaps: one space.
  if (text.charCodeAt(from) === 0x20 && from + 1 < text.length && (fold[text.charCodeAt(from + 1)] as number) > IGNORED) {
    lastGap.end = from + 1;
    lastGap.kind = JOINED;
    return;
  }
  let at = from;
  let signs = '';
  let spaces = 0;
  let lines = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const value = fold[code] as number;
    if (value === IGNORED) continue;
    if (value !== SEPARATOR) break;
    if (code === 0x20 || code === 0xa0) spaces++;
    else if (code === 0x0a) lines++;
    else if (isSpace.test(text.charAt(at))) spaces++;
    else if (signs.length < 4) signs += text.charAt(at);
  }
  lastGap.end = at;
  lastGap.kind = at >= text.length ? BREAK : kindOfGap(signs, spaces + lines, lines);
}

function kindOfGap(signs: string, spaces: number, lines: number): number {
  if (lines > 1) return BREAK;
  if (signs === '') return JOINED;
  if (signs.length === 1) {
    if (signs === ',') return COMMA;
    if (signs === '.') return POINT;
    if (spaces === 0 && (isHyphen.test(signs) || isApostrophe.test(signs))) return JOINED;
    // "Sicherheits- und Verteidigungsindustrie"
    if (spaces === 1 && /[-‐‑]/.test(signs)) return JOINED;
    if (isQuote.test(signs)) return QUOTE;
  }
  return BREAK;
}

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** The gap in front of it (of the first word: BREAK). */
  readonly gap: number;
}

/** The words of a text with what stands between them. For building and for looking around a candidate; the scan has its own loop. */
export function readWords(text: string, from = 0, most = Number.POSITIVE_INFINITY): readonly Word[] {
  const words: Word[] = [];
  readGap(text, from);
  let at = lastGap.end;
  let gap = BREAK as number;
  while (at < text.length && words.length < most) {
    readWord(text, at);
    const end = Math.max(lastWord.end, at + 1);
    if (lastWord.length > 0) words.push({ start: at, end, folded: String.fromCharCode(...wordBuffer.subarray(0, lastWord.length)), gap });
    readGap(text, end);
    gap = lastGap.kind;
    at = lastGap.end;
  }
  return words;
}

/** The word that ends in front of `at` in the same run of words, with the kind of gap that separates it; undefined at the start of the text. */
export function wordBefore(text: string, at: number): { readonly start: number; readonly end: number; readonly gap: number } | undefined {
  const fold = foldTable();
  const separates = (index: number) => {
    const value = fold[text.charCodeAt(index)] as number;
    return value === SEPARATOR || value === IGNORED;
  };
  let end = at;
  while (end > 0 && separates(end - 1)) end--;
  if (end === 0) return;
  let start = end;
  while (start > 0 && !separates(start - 1)) start--;
  readGap(text, end);
  return { start, end, gap: lastGap.kind };
}
