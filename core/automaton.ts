import { foldTable, IGNORED, LETTER, lastWord, SEPARATOR, SIGN, SINGLE, SLOW } from './fold.ts';
import { CAPITAL, capitalBits, ends, keys as hashes, isCapital, letterBits, PART, readPart, UNKNOWN, unitOf, units } from './units.ts';
import { read, readSlowly, slotOf, takeWord, WORDS_IN_ALL, type Words } from './word-slots.ts';
import { BREAK, JOINED, lastGap, readGap } from './words.ts';

/**
 * All forms, compiled: find every one of them in a text in a single pass, whatever their number.
 *
 * Four naive lines: for each word of the text, for each form that begins with this word, compare the rest, report. What is slow about
 * them is finding the forms that begin with a word. So: words, not letters, are the alphabet, and a text is read a part at a time, twice.
 * First a loop over all units, without a branch that a processor could guess wrongly, notes where words end and what their hash is (core/units.ts).
 * Then for each word a filter is asked: does any form begin with it, and with such a first letter (capital or not)? For most words none does, and that is
 * all the work there is. Only then the word is looked up, its letters compared (core/word-slots.ts), and the trie walked forward for as long as it goes.
 * Names are a few words long, so walking again from the next word costs nothing to speak of and failure links are not needed.
 *
 *     forms: "BAE", "BAE Systems"            text: … the BAE Systems plant …
 *     root ─bae→ 1 (BAE) ─systems→ 2 (BAE Systems)
 *
 *     unit      t   h   e  ' '  B   A   E  ' '       a soft hyphen, a mark, a Han sign … ends the part: it is read with care, from its word's start
 *     letter?   1   1   1   0   1   1   1   0
 *     hash      ── the ───→ 0   ── BAE ───→ 0        where `letter?` goes from 1 to 0, a word has ended
 *
 * All of it is typed arrays in one buffer, so that the compiled names can be kept as bytes and used without unpacking:
 *
 *     filter   two bits, in one word, per first word and kind of its first letter      at least 16 bits a key
 *     slots    open addressing: 8 bits of the hash | number of the word + 1            4 bytes a slot, three in five full
 *     wordAt   offsets into the pool of folded units; first words of forms come first  4 bytes a word
 *     pool     the words themselves, each once                                         2 bytes a unit
 *     keys     of each state: word·4 + gap by which it is reached                      4 bytes a state
 *     states   of each state: first child (bit 31: some may go on without a capital),
 *              first output                                                            8 bytes a state
 *     out      value, case bits                                                        8 bytes each
 *
 * A state's children have successive numbers, sorted by their keys; those of the root (state 0) are the first words, so word w leads to state w + 1.
 *
 * Invariant: scan(text) is what the four naive lines give (tests/core/automaton.test.ts holds it against them).
 */

export const WORDS_MOST = 31;
/** Set in the case bits: every letter must agree. */
export const EXACT = 0x80000000;
/** Set in the number of a state's first child: some form goes on from there with a word that needs no capital. */
export const LOOSE = 0x80000000;

export interface Automaton extends Words {
  readonly filter: Uint32Array;
  readonly keys: Uint32Array;
  /** Pairs: first child (and `LOOSE`), first output; one pair more than there are states. */
  readonly states: Uint32Array;
  /** Pairs: value, case bits. */
  readonly out: Uint32Array;
}

const SPREAD = 0x9e3779b1;

/** By how much a spread key is shifted to be the index of a word of the filter. */
function filterShift(filter: Uint32Array): number {
  return Math.clz32(filter.length - 1);
}

/** A key has two bits in one word of the filter; both are asked at once, so that of the words that begin no form hardly one passes. */
export function setBits(filter: Uint32Array, key: number): void {
  const index = Math.imul(key, SPREAD) >>> filterShift(filter);
  filter[index] = (filter[index] as number) | (1 << (key & 31)) | (1 << ((key >>> 5) & 31));
}

function mayBegin(filter: Uint32Array, shift: number, key: number): boolean {
  const bits = filter[Math.imul(key, SPREAD) >>> shift] as number;
  return ((bits >>> key) & (bits >>> (key >>> 5)) & 1) === 1;
}

/** For `exact`: which of the first 31 letters and digits are capitals. */
export function letterCase(text: string, start: number, end: number): number {
  const fold = foldTable();
  let bits = 0;
  let count = 0;
  for (let at = start; at < end && count < 31; at++) {
    if ((fold[text.charCodeAt(at)] as number) < LETTER && (fold[text.charCodeAt(at)] as number) !== SLOW) continue;
    if (isCapital(text.charCodeAt(at))) bits |= 1 << count;
    count++;
  }
  return (bits | EXACT) >>> 0;
}

const wordStart = new Int32Array(WORDS_MOST + 1);

function caseAgrees(text: string, bits: number, words: number, end: number): boolean {
  if (bits === 0) return true;
  if (bits >= EXACT) return letterCase(text, wordStart[0] as number, end) === bits;
  for (let index = 0; index < words; index++) {
    if ((bits >>> index) & 1 && !isCapital(text.charCodeAt(wordStart[index] as number))) return false;
  }
  return true;
}

/** The state behind a word, or 0. */
function follow({ keys, states }: Automaton, state: number, gap: number, word: number): number {
  let low = (states[state * 2] as number) & ~LOOSE;
  let high = (states[state * 2 + 2] as number) & ~LOOSE;
  if (state === 0) return low + word < high ? low + word : 0;
  const key = word * 4 + gap;
  const end = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low < end && keys[low] === key ? low : 0;
}

/**
 * Follows the forms that begin with the word that was read last. If it is one of the `count` words of the part that was read last, `word` says which,
 * and the words behind it need not be read again.
 */
function walk(automaton: Automaton, text: string, start: number, word: number, count: number, hits: number[]): void {
  const { slots, states, out } = automaton;
  let state = 0;
  let at = start;
  let gap = JOINED as number;
  for (let depth = 0; depth < WORDS_MOST; depth++) {
    if (depth > 0) takeWord(text, at, word + depth, count);
    wordStart[depth] = at;
    const end = read.end;
    const entry = slots[slotOf(automaton, text, at)] as number;
    if (entry === 0) return;
    state = follow(automaton, state, gap, (entry & WORDS_IN_ALL) - 1);
    if (state === 0) return;
    const to = states[state * 2 + 3] as number;
    for (let each = states[state * 2 + 1] as number; each < to; each += 2) {
      if (caseAgrees(text, out[each + 1] as number, depth + 1, end)) hits.push(start, end, out[each] as number);
    }
    const first = states[state * 2] as number;
    if ((first & ~LOOSE) === ((states[state * 2 + 2] as number) & ~LOOSE)) return;
    readGap(text, end);
    gap = lastGap.kind;
    if (gap === BREAK) return;
    at = lastGap.end;
    // Most words behind a name have no capital, and most names go on with one.
    if (first < LOOSE && !isCapital(text.charCodeAt(at))) return;
  }
}

/** Where the word of letters starts that ends in front of `end`. */
function startOf(text: string, end: number): number {
  let start = end - 1;
  while (start > 0 && (units[text.charCodeAt(start - 1)] as number) < 0) start--;
  return start;
}

/** A word with a mark, a soft hyphen or a ligature in it, or a sign that is a word of its own. Answers where it ends. */
function readCarefully(automaton: Automaton, text: string, start: number, hits: number[]): number {
  readSlowly(text, start);
  const { end } = read;
  // What its first letter is like nobody has looked at: as a capital it passes with every form.
  if (mayBegin(automaton.filter, filterShift(automaton.filter), read.hash ^ capitalBits(lastWord.length)))
    walk(automaton, text, start, 0, 0, hits);
  return end;
}

/** Signs that are words of their own, from `start` on, as far as they go. Answers where they end. */
function readSigns(automaton: Automaton, text: string, start: number, hits: number[]): number {
  const { filter } = automaton;
  const shift = filterShift(filter);
  const fold = foldTable();
  const length = text.length;
  let at = start;
  for (let value = fold[text.charCodeAt(at)] as number; value === SINGLE || value === SIGN; ) {
    const next = at + 1 < length ? (fold[text.charCodeAt(at + 1)] as number) : 0;
    const isMarked = next === SLOW || next === IGNORED;
    if (isMarked || value === SIGN || mayBegin(filter, shift, letterBits(text.charCodeAt(at)) ^ CAPITAL))
      at = readCarefully(automaton, text, at, hits);
    else at++;
    if (at >= length) break;
    value = isMarked ? (fold[text.charCodeAt(at)] as number) : next;
  }
  return at;
}

/** Reads what is neither letter nor separator, at `at`. Answers where to go on. */
function readSpecial(automaton: Automaton, text: string, at: number, isWithin: boolean, hits: number[]): number {
  const unit = units[text.charCodeAt(at)] as number;
  if (unit === SIGN || unit === SINGLE) return readSigns(automaton, text, at, hits);
  const start = isWithin ? startOf(text, at) : at;
  if (unit === UNKNOWN) unitOf(text.charCodeAt(at));
  else if (unit === IGNORED && !isWithin) return at + 1;
  else return readCarefully(automaton, text, start, hits);
  return start;
}

/** Looks for the words of the part that was read last, which began at `from`. */
function lookUp(automaton: Automaton, text: string, from: number, count: number, hits: number[]): void {
  const { filter } = automaton;
  const shift = filterShift(filter);
  for (let word = 0; word < count; word++) {
    if (!mayBegin(filter, shift, hashes[word] as number)) continue;
    let start = word === 0 ? from : (ends[word - 1] as number);
    while (units[text.charCodeAt(start)] === SEPARATOR) start++;
    takeWord(text, start, word, count);
    walk(automaton, text, start, word, count, hits);
  }
}

/** The first separator that is at least a part away; words never go on across it. */
function partEnd(text: string, from: number): number {
  let end = Math.min(from + PART, text.length);
  while (end < text.length && units[text.charCodeAt(end)] !== SEPARATOR) end++;
  return end;
}

/**
 * Every form in the text: appends start, end (UTF-16 units, half-open) and value to `hits` for each, overlapping ones included.
 * Boundaries are those of Unicode words; case is checked; longest-wins is the caller's business.
 */
export function scan(automaton: Automaton, text: string, hits: number[]): void {
  let until = 0;
  for (let at = 0; at < text.length; ) {
    if (at >= until) until = partEnd(text, at);
    const count = readPart(text, at, until);
    const stop = ends[count] as number;
    const isWithin = stop > at && (units[text.charCodeAt(stop - 1)] as number) < 0;
    const unit = stop < until ? (units[text.charCodeAt(stop)] as number) : SEPARATOR;
    const isEnd = isWithin && (unit === SEPARATOR || unit === SIGN || unit === SINGLE);
    lookUp(automaton, text, at, isEnd ? count + 1 : count, hits);
    at = unit === SEPARATOR ? stop : readSpecial(automaton, text, stop, isWithin, hits);
  }
}
