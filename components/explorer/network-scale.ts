import type { EntityId } from '../../core/profile.ts';

/** How numbers become sizes and first places on the sheet. */

/** Radius of a node in CSS pixels, from the least to the most named. */
export const RADIUS = [4, 18] as const;
/** Width of a line in CSS pixels, from the lightest to the heaviest pair. */
export const WIDTH = [0.75, 6] as const;

/** Area grows with the number, so that twice as often named looks twice as large. `most` is the largest value there is. */
export function radiusOf(value: number, most: number): number {
  return between(RADIUS, most > 0 ? Math.sqrt(clamped(value / most)) : 0);
}

/** Weights of pairs reach over orders of magnitude; on a logarithm the light ones stay apart too. */
export function widthOf(weight: number, most: number): number {
  return between(WIDTH, most > 0 ? Math.log1p(Math.max(0, weight)) / Math.log1p(Math.max(weight, most)) : 0);
}

function between([least, most]: readonly [number, number], share: number): number {
  return least + (most - least) * share;
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** By how much all is drawn smaller where there are many nodes: 1 up to sixty, 0.48 for 500, 0.21 for 5,000. Sigma lets sizes grow with the zoom. */
export function crowding(order: number): number {
  return Math.min(1, (60 / Math.max(1, order)) ** 0.35);
}

/** FNV-1a, 32 bits (RFC 9923), over UTF-16 units: short, and it spreads ids that differ in one digit. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Numbers in [0, 1) that are the same at each start: mulberry32 (Tommy Ettinger, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Where a node starts, inside a circle of this radius: told by its id alone, so that the same network looks the same again. */
export function startOf(id: EntityId, radius: number): { readonly x: number; readonly y: number } {
  const random = randomFrom(seedOf(id));
  const angle = 2 * Math.PI * random();
  const distance = radius * Math.sqrt(random());
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}
