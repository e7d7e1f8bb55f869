import { foldTable, IGNORED, LETTER, lastWord, readWord, SEPARATOR, SLOW, wordBuffer } from './fold.ts';
import { BREAK, JOINED, lastGap, readGap } from './words.ts';

/**
 * All forms, compiled: find every one of them in a text in a single pass, whatever their number.
 *
 * Four naive lines: for each word of the text, for each form that begins with this word, compare the rest, report. What is slow about
 * them is finding the forms that begin with a word. So: words, not letters, are the alphabet. A word is hashed while it is read
 * (one multiplication a letter); one bit of a filter says whether any form begins so (for most words none does, and that is all the work
 * there is); only then a table of edges (state, gap, word) → state is asked, the letters compared, and the trie walked forward for as long as it
 * goes. Names are a few words long, so walking again from the next word costs nothing to speak of and failure links are not needed.
 *
 *     forms: "BAE", "BAE Systems"            text: … the BAE Systems plant …
 *     root ─bae→ 1 (BAE) ─systems→ 2 (BAE Systems)
 *
 * All of it is typed arrays in one buffer, so that the compiled names can be kept as bytes and used without unpacking:
 *
 *     edges    open addressing: from | word·4+gap | to (bit 31: nothing follows)      12 bytes a slot, at most ¾ full
 *     filter   two bits per hash of a first word: may begin a form (a Bloom filter)    at least 16 bits a first word
 *     lower    the same for first words that need no capital: most words of a text     at least 16 bits such a word
 *              have none, most forms want one, so this is small and stays in the processor's nearest cache
 *     words    offsets into the pool of folded units                                   each word once
 *     outputs  of each state: value, case bits                                         8 bytes each
 *
 * Invariant: scan(text) is what the four naive lines give (tests/core/automaton.test.ts holds it against them).
 */

export const WORDS_MOST = 31;
export const SEED = 0x811c9dc5;
export const PRIME = 0x01000193;
export const LEAF = 0x80000000;
/** Set in the case bits: every letter must agree. */
export const EXACT = 0x80000000;

export interface Automaton {
  readonly edges: Uint32Array;
  readonly filter: Uint32Array;
  readonly lower: Uint32Array;
  readonly wordAt: Uint32Array;
  readonly pool: Uint16Array;
  readonly outAt: Uint32Array;
  /** Pairs: value, case bits. */
  readonly out: Uint32Array;
}

function hashWord(): number {
  let hash = SEED;
  for (let index = 0; index < lastWord.length; index++) hash = Math.imul(hash ^ (wordBuffer[index] as number), PRIME);
  return hash;
}

export function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  mixed ^= mixed >>> 13;
  return mixed >>> 0;
}

/** The second place of a word in a filter: of the words that pass the first by chance hardly one passes both. */
export function again(mixed: number): number {
  return Math.imul(mixed, 0x9e3779b1) >>> 7;
}

function hasBit(filter: Uint32Array, bit: number): boolean {
  return (((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
}

export function edgeHash(state: number, gap: number, hash: number): number {
  return mix(hash ^ Math.imul(state * 4 + gap + 1, 0x9e3779b1));
}

export function isUpper(character: string): boolean {
  return character.toLowerCase() !== character;
}

/** For `exact`: which of the first 31 letters and digits are capitals. */
export function letterCase(text: string, start: number, end: number): number {
  const fold = foldTable();
  let bits = 0;
  let count = 0;
  for (let at = start; at < end && count < 31; at++) {
    if ((fold[text.charCodeAt(at)] as number) < LETTER && (fold[text.charCodeAt(at)] as number) !== SLOW) continue;
    if (isUpper(text.charAt(at))) bits |= 1 << count;
    count++;
  }
  return (bits | EXACT) >>> 0;
}

const wordStart = new Int32Array(WORDS_MOST + 1);

function caseAgrees(text: string, bits: number, words: number, end: number): boolean {
  if (bits === 0) return true;
  if (bits >= EXACT) return letterCase(text, wordStart[0] as number, end) === bits;
  for (let index = 0; index < words; index++) {
    if ((bits >>> index) & 1 && !isUpper(text.charAt(wordStart[index] as number))) return false;
  }
  return true;
}

/**
 * The word that was read last: its hash, where it ends, and whether it is as long folded as it stands in the text. If so it is compared in
 * place, else (a mark, a soft hyphen or a ligature in it) its folded units are in `wordBuffer`.
 */
const read = { hash: 0, end: 0, plain: true };

function readSlowly(text: string, start: number): void {
  readWord(text, start);
  read.hash = hashWord();
  read.end = Math.max(lastWord.end, start + 1);
  read.plain = false;
}

function readHash(fold: Uint16Array, text: string, start: number): void {
  const length = text.length;
  let at = start;
  let hash = SEED;
  let value = fold[text.charCodeAt(at)] as number;
  while (value >= LETTER) {
    hash = Math.imul(hash ^ value, PRIME);
    at++;
    value = at < length ? (fold[text.charCodeAt(at)] as number) : SEPARATOR;
  }
  if (at === start || value === IGNORED || value === SLOW) {
    readSlowly(text, start);
    return;
  }
  read.hash = hash;
  read.end = at;
  read.plain = true;
}

/** Whether the word that was read last, starting at `start`, is the one that stands in the pool. */
function isWord(fold: Uint16Array, text: string, start: number, pool: Uint16Array, from: number, length: number): boolean {
  if (read.plain) {
    if (length !== read.end - start) return false;
    for (let index = 0; index < length; index++) if (pool[from + index] !== fold[text.charCodeAt(start + index)]) return false;
    return true;
  }
  if (length !== lastWord.length) return false;
  for (let index = 0; index < length; index++) if (pool[from + index] !== wordBuffer[index]) return false;
  return true;
}

/** The state behind the word that was read last, or 0. */
function follow(automaton: Automaton, fold: Uint16Array, state: number, gap: number, text: string, start: number): number {
  const { edges, wordAt, pool } = automaton;
  const last = edges.length / 3 - 1;
  let slot = edgeHash(state, gap, read.hash) & last;
  for (let at = slot * 3; edges[at + 2] !== 0; slot = (slot + 1) & last, at = slot * 3) {
    const key = edges[at + 1] as number;
    if (edges[at] !== state || (key & 3) !== gap) continue;
    const from = wordAt[key >>> 2] as number;
    if (isWord(fold, text, start, pool, from, (wordAt[(key >>> 2) + 1] as number) - from)) return edges[at + 2] as number;
  }
  return 0;
}

/** Follows the forms that begin with the word that was read last. */
function walk(automaton: Automaton, fold: Uint16Array, text: string, start: number, hits: number[]): void {
  const { outAt, out } = automaton;
  let state = 0;
  let at = start;
  let gap = JOINED as number;
  for (let depth = 0; depth < WORDS_MOST; depth++) {
    if (depth > 0) readHash(fold, text, at);
    wordStart[depth] = at;
    const end = read.end;
    const next = follow(automaton, fold, state, gap, text, at);
    if (next === 0) return;
    state = (next & ~LEAF) >>> 0;
    const to = outAt[state + 1] as number;
    for (let each = outAt[state] as number; each < to; each += 2) {
      if (caseAgrees(text, out[each + 1] as number, depth + 1, end)) hits.push(start, end, out[each] as number);
    }
    if (next >= LEAF) return;
    readGap(text, end);
    gap = lastGap.kind;
    if (gap === BREAK) return;
    at = lastGap.end;
  }
}

/**
 * Every form in the text: appends start, end (UTF-16 units, half-open) and value to `hits` for each, overlapping ones included.
 * Boundaries are those of Unicode words; case is checked; longest-wins is the caller's business.
 */
export function scan(automaton: Automaton, text: string, hits: number[]): void {
  const fold = foldTable();
  const { filter, lower } = automaton;
  const places = filter.length * 32 - 1;
  const lowerPlaces = lower.length * 32 - 1;
  const length = text.length;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    let value = fold[unit] as number;
    if (value <= IGNORED) {
      at++;
      continue;
    }
    const start = at;
    // A first letter that folding leaves alone is no capital.
    const isLower = value === unit;
    let hash = SEED;
    while (value >= LETTER) {
      hash = Math.imul(hash ^ value, PRIME);
      at++;
      value = at < length ? (fold[text.charCodeAt(at)] as number) : SEPARATOR;
    }
    const slow = at === start || value === IGNORED || value === SLOW;
    if (slow) {
      readSlowly(text, start);
      hash = read.hash;
      at = read.end;
    }
    const mixed = mix(hash);
    if (isLower && !slow) {
      if (!hasBit(lower, mixed & lowerPlaces) || !hasBit(lower, again(mixed) & lowerPlaces)) continue;
    } else if (!hasBit(filter, mixed & places) || !hasBit(filter, again(mixed) & places)) continue;
    if (!slow) {
      read.hash = hash;
      read.end = at;
      read.plain = true;
    }
    walk(automaton, fold, text, start, hits);
  }
}
