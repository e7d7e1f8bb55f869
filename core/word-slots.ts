import { IGNORED, lastWord, readWord, SLOW, wordBuffer } from './fold.ts';
import { CAPITAL, capitalBits, ends, isCapital, keys, letterBits, sameLetters, turn, unitOf } from './units.ts';

/** Words of a text, and how they are found among the words of the forms. */

/** Words of a text and words of the forms, as they are compared. */
export interface Words {
  readonly slots: Uint32Array;
  readonly wordAt: Uint32Array;
  readonly pool: Uint16Array;
}

function hashWord(): number {
  let hash = 0;
  for (let index = 0; index < lastWord.length; index++) hash = turn(hash, 1) ^ letterBits(wordBuffer[index] as number);
  return hash;
}

/**
 * The word that was read last: its hash, where it ends, and whether it is as long folded as it stands in the text. If so it is compared in
 * place, else (a mark, a soft hyphen or a ligature in it) its folded units are in `wordBuffer`.
 */
export const read = { hash: 0, end: 0, plain: true };

export function readSlowly(text: string, start: number): void {
  readWord(text, start);
  read.hash = hashWord();
  read.end = Math.max(lastWord.end, start + 1);
  read.plain = false;
}

/** Reads the word that starts at `start` (which must not be a separator) into `read`. */
export function readHash(text: string, start: number): void {
  const length = text.length;
  let at = start;
  let hash = 0;
  let unit = unitOf(text.charCodeAt(at));
  while (unit < 0) {
    hash = turn(hash, 1) ^ (unit & ~CAPITAL);
    at++;
    unit = at < length ? unitOf(text.charCodeAt(at)) : 0;
  }
  if (at === start || unit === IGNORED || unit === SLOW) {
    readSlowly(text, start);
    return;
  }
  read.hash = hash;
  read.end = at;
  read.plain = true;
}

/** Whether the word that was read last, starting at `start`, is the one that stands in the pool. */
function isWord(text: string, start: number, pool: Uint16Array, from: number, length: number): boolean {
  if (read.plain) return length === read.end - start && sameLetters(text, start, pool, from, length);
  if (length !== lastWord.length) return false;
  for (let index = 0; index < length; index++) if (pool[from + index] !== wordBuffer[index]) return false;
  return true;
}

export function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** Where among so many slots a mixed hash is looked for first; multiplied, not divided, for that would be the slowest step of all. */
export function firstSlot(mixed: number, slots: number): number {
  return (mixed * slots * 2 ** -32) >>> 0;
}
export const WORDS_IN_ALL = 0xffffff;

/** The slot of the word that was read last, starting at `start`, or the free one in which it would stand. */
export function slotOf({ slots, wordAt, pool }: Words, text: string, start: number): number {
  const mixed = mix(read.hash);
  let slot = firstSlot(mixed, slots.length);
  for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
    if (entry >>> 24 === (mixed & 0xff)) {
      const word = (entry & WORDS_IN_ALL) - 1;
      const from = wordAt[word] as number;
      if (isWord(text, start, pool, from, (wordAt[word + 1] as number) - from)) return slot;
    }
    slot = slot + 1 === slots.length ? 0 : slot + 1;
  }
  return slot;
}

/** Takes a word of letters only from the part that was read last, if it is one of its `count` words; else reads it. */
export function takeWord(text: string, start: number, word: number, count: number): void {
  if (word >= count) {
    readHash(text, start);
    return;
  }
  const end = ends[word] as number;
  const key = keys[word] as number;
  read.hash = isCapital(text.charCodeAt(start)) ? key ^ capitalBits(end - start) : key;
  read.end = end;
  read.plain = true;
}
