/**
 * Whether two texts are the same but for small edits: an agency's report on two sites, a print or AMP edition.
 *
 * A text is taken as the set of its runs of four words; of their hashes the smallest are kept. How many of the smallest of both together lie in both
 * estimates what share of all runs the texts have in common (A. Broder, "On the resemblance and containment of documents", 1997; here with
 * one hash and its k smallest values, "bottom-k"). A third cut away leaves 0.67, a paragraph added 0.8 or more, one shared quote among two
 * reports about 0.1.
 */
export type Fingerprint = readonly number[];

const RUN = 4;
/** Standard error of the estimate at the threshold: 0.05. */
const KEPT = 96;
/** Among so many of the smallest, two texts that are the same share one, but once in ten thousand times. */
const NEAR = 16;
const SAME = 0.45;
/** Texts of fewer runs are too short to be told from a phrase. */
const FEWEST = 40;

/** 32-bit hashes, the smallest first; undefined if the text is too short to be known again. */
export function fingerprintOf(texts: readonly string[]): Fingerprint | undefined {
  const words = texts.flatMap(wordsOf);
  const hashes = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at++) hashes.add(hashOf(words.slice(at, at + RUN).join(' ')));
  return hashes.size < FEWEST ? undefined : [...hashes].sort((a, b) => a - b).slice(0, KEPT);
}

/** Whether what comes from outside is one. */
export function isFingerprint(value: unknown): value is Fingerprint {
  return (
    Array.isArray(value) &&
    value.length <= KEPT &&
    value.length >= FEWEST &&
    value.every((one) => Number.isInteger(one) && one >= 0 && one < 2 ** 32)
  );
}

/** Those of its values by which texts that may be the same are looked up. */
export function nearOf(print: Fingerprint): readonly number[] {
  return print.slice(0, NEAR);
}

/** Estimated share of common runs, 0 to 1. */
export function likeness(a: Fingerprint, b: Fingerprint): number {
  const [inA, inB] = [new Set(a), new Set(b)];
  const smallest = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, KEPT);
  return smallest.filter((hash) => inA.has(hash) && inB.has(hash)).length / smallest.length;
}

export function isCopy(a: Fingerprint, b: Fingerprint): boolean {
  return likeness(a, b) >= SAME;
}

/** Small letters without what is typed differently; where words are not divided, each character is one. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{Cf}'’ʼ]/gu, '')
      .match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** FNV-1a with a last mixing (murmur3's), for the smallest of plain FNV are not spread evenly. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
