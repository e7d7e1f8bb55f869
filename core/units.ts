import { foldTable, LETTER } from './fold.ts';

/**
 * What the scan sees of each UTF-16 unit: one number that says what it is, and what it adds to the hash of its word.
 *
 *     letter        bit 31 set, bit 30: it is a capital, below: bits that look random, the same for letters that fold alike
 *     separator     0
 *     all others    positive: IGNORED, SLOW, SIGN, SINGLE as in fold.ts; UNKNOWN: its page of 256 units was not made yet
 *
 * A word's hash: turned by five bits for each further letter, then the letter's bits mixed in by exclusive or. It needs no branch, and as exclusive or knows no
 * order of its operands, what a capital at the start does to it (`CAPITAL`, turned as often as letters follow) can be taken out again, or put in.
 */

export const CAPITAL = 0x40000000;
const IS_LETTER = 0x80000000;
export const UNKNOWN = LETTER;
const PAGE = 256;

/** 256 kB, of which only pages that texts have needed are ever written: what is `UNKNOWN` in it, `unitOf` makes known. */
const UNITS = 65536;
/** Units that are read in one go. */
export const PART = 1024;
/** One buffer for all that the loop below touches: that it is still there is then asked once a unit. */
const memory = new ArrayBuffer((UNITS + 2 * PART) * 4 + UNITS * 2);
const table = new Int32Array(memory, 0, UNITS).fill(UNKNOWN);
export const units = table;

function scatter(folded: number): number {
  let bits = Math.imul(folded, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  return (bits ^ (bits >>> 13)) & ~CAPITAL;
}

/** What a folded unit adds to its word's hash. */
export function letterBits(folded: number): number {
  return scatter(folded) | IS_LETTER;
}

function isUpper(character: string): boolean {
  return character.toLowerCase() !== character;
}

function makePage(first: number): void {
  const fold = foldTable();
  for (let unit = first; unit < first + PAGE; unit++) {
    const value = fold[unit] as number;
    folded[unit] = value;
    table[unit] = value < LETTER ? value : letterBits(value) | (isUpper(String.fromCharCode(unit)) ? CAPITAL : 0);
  }
}

/** The same as the table says, its page made if need be. */
export function unitOf(unit: number): number {
  if (table[unit] === UNKNOWN) makePage(unit & ~(PAGE - 1));
  return table[unit] as number;
}

export function turn(hash: number, times: number): number {
  const by = (times * 5) & 31;
  return (hash << by) | (hash >>> (32 - by));
}

/** Whether it is a capital. */
export function isCapital(unit: number): boolean {
  const known = unitOf(unit);
  return known < 0 ? (known & CAPITAL) !== 0 : isUpper(String.fromCharCode(unit));
}

/** What a capital as first letter does to the hash of a word of so many letters. */
export function capitalBits(length: number): number {
  return turn(CAPITAL, length - 1);
}

/** Folded letters; only what `table` says to be letters was filled in. */
const folded = new Uint16Array(memory, (UNITS + 2 * PART) * 4, UNITS);

/** Whether the letters from `start` on are, folded, the `length` ones that stand in the pool; all of them are known. */
export function sameLetters(text: string, start: number, pool: Uint16Array, from: number, length: number): boolean {
  const end = (from + length) | 0;
  for (let at = from | 0, unit = start | 0; at < end; at++, unit++) if (pool[at] !== folded[text.charCodeAt(unit)]) return false;
  return true;
}

/** The words of the part that was read last: where each ends, and its hash, with what its first letter did to it. */
const endOf = new Int32Array(memory, UNITS * 4, PART);
const keyOf = new Int32Array(memory, (UNITS + PART) * 4, PART);
export const ends = endOf;
export const keys = keyOf;

/**
 * Reads on from `from`, which is no place within a word, to the first unit that is neither letter nor separator, or to `until`. Answers how many words
 * have ended; behind them in `ends` stands where it stopped, and in `keys` what a word has come to that goes on to there.
 *
 * Nothing is called from this loop, its arrays are constants of this very file and it ends soon and often: only so do compilers keep its few variables in registers.
 */
export function readPart(text: string, from: number, until: number): number {
  const end = until | 0;
  let at = from | 0;
  let count = 0;
  let state = 0;
  // All bits set while in a word.
  let within = 0;
  for (; at < end; at++) {
    const unit = table[text.charCodeAt(at)] as number;
    if (unit > 0) break;
    const letter = unit >> 31;
    endOf[count & (PART - 1)] = at;
    keyOf[count & (PART - 1)] = state;
    count = (count - (within & ~letter)) | 0;
    state = (((state << 5) | (state >>> 27)) ^ (unit & ~(within & CAPITAL))) & letter;
    within = letter;
  }
  endOf[count & (PART - 1)] = at;
  keyOf[count & (PART - 1)] = state;
  return count;
}
