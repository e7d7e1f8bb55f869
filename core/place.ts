/**
 * Finds texts again in a tree that was written down and read back: a page's blocks in the parse of its own HTML.
 *
 * What the browser reads back is not what it wrote: neighbouring text nodes are one, a `<div>` in a `<p>` stands behind it, text in a table before
 * it; and much stands there that was never read, hidden copies of the same words among it. Paths do not survive that, words do. White space counts
 * for nothing, since browsers and pages treat it as they like.
 *
 * A text *fits* at a node if it is made of whole nodes from there on; nodes between that are no part of it (unread code, a hidden word) are passed
 * over. Then as in a patience diff:
 *
 *   texts   Home · By A. Writer · The ministry signed … · More · Deliveries will …
 *   nodes   Home · More · By A. Writer · The ministry signed … · More · Deliveries will …
 *                                        └─ anchor: long, fits best at one node only    └─ anchor
 *   then each of the rest, in order, between its neighbours: "More" is the second one.
 *
 * Anchors that do not stand in one order with most of the others are none. What fits nowhere between its neighbours is not placed.
 * Invariant, under test: nodes are given in order, and those given for a text hold it.
 */

/** A text node of the tree. */
export interface TreeText {
  readonly text: string;
  /** The tree itself says that it is not shown. */
  readonly hidden: boolean;
  /** Whether it stands in an element of this name. */
  isIn(name: string): boolean;
}

export interface SoughtText {
  readonly text: string;
  /** Of the element whose text it is. */
  readonly name: string;
}

/** The nodes in which a text begins and ends, by their places in the list. */
export interface Placed {
  readonly first: number;
  readonly last: number;
}

interface Fit extends Placed {
  /** Where in the last node, in units without white space, what follows would begin. */
  readonly end: number;
  /** How ill it suits: 0 is best. */
  readonly ill: number;
}

/** So many units (without white space) tell a text from others. */
const TELLING = 24;
/** With more places that begin alike, none of them is an anchor. */
const MOST_ALIKE = 8;
/** Nodes that are passed over within a text. */
const MOST_PASSED = 30;
/** Nodes that are looked at for one text: a page that has been made to be slow shall not be. */
const MOST_AHEAD = 2_000;

/** Of each text in order: where it stands. */
export function placeTexts(nodes: readonly TreeText[], texts: readonly SoughtText[]): readonly (Placed | undefined)[] {
  const bare = nodes.map(({ text }) => squeezed(text));
  const sought = texts.map(({ text, name }) => ({ text: squeezed(text), name }));
  const fitting = (node: number, from: number, at: number): Fit | undefined => {
    const { text, name } = sought[at] as SoughtText;
    const found = fitAt(bare, node, from, text);
    const { hidden, isIn } = nodes[node] as TreeText;
    return found && { ...found, ill: found.ill + (hidden ? 2 : 0) + (isIn(name) ? 0 : 4) };
  };
  const anchors = longestRise(anchorsOf(bare, sought, fitting));
  const limits = limitsOf(anchors, bare.length);
  let [node, from] = [0, 0];
  return sought.map(({ text }, at) => {
    const gap = { node, from, limit: limits[at] as number };
    const found = anchors[at] ?? between(bare, text, gap, (one, start) => fitting(one, start, at));
    if (found === undefined) return undefined;
    [node, from] = found.end < (bare[found.last] as string).length ? [found.last, found.end] : [found.last + 1, 0];
    return { first: found.first, last: found.last };
  });
}

type FitOf = (node: number, from: number, at: number) => Fit | undefined;

/** White space is no part of a text here. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** How `text` is made of nodes from a place on: whole ones, but for a first and a last in which other texts stand too. */
function fitAt(bare: readonly string[], first: number, from: number, text: string): Fit | undefined {
  let at = 0;
  let passed = 0;
  for (let node = first; node < bare.length && passed <= MOST_PASSED; node += 1) {
    const whole = bare[node] as string;
    const own = node === first ? whole.slice(from) : whole;
    if (own === '') continue;
    const left = text.length - at;
    if (text.startsWith(own, at)) at += own.length;
    else if (own.length > left && own.startsWith(text.slice(at)))
      return { first, last: node, end: whole.length - own.length + left, ill: 1 };
    else if (at === 0) return undefined;
    else passed += 1;
    if (at === text.length) return { first, last: node, end: whole.length, ill: passed > 0 ? 1 : 0 };
  }
  return undefined;
}

/** For each text that is long enough: the one node at which it fits best. */
function anchorsOf(bare: readonly string[], sought: readonly SoughtText[], fitting: FitOf): (Fit | undefined)[] {
  const beginnings = new Map<string, number[]>();
  for (let node = 0; node < bare.length; node += 1) {
    const key = beginning(bare, node);
    if (bare[node] === '' || key.length < TELLING) continue;
    const alike = beginnings.get(key);
    if (alike === undefined) beginnings.set(key, [node]);
    else alike.push(node);
  }
  return sought.map(({ text }, at) => {
    const alike = beginnings.get(text.slice(0, TELLING)) ?? [];
    if (alike.length > MOST_ALIKE) return undefined;
    const fits = alike.flatMap((node) => fitting(node, 0, at) ?? []);
    const least = Math.min(...fits.map(({ ill }) => ill));
    const best = fits.filter(({ ill }) => ill === least);
    return best.length === 1 ? best[0] : undefined;
  });
}

/** The first units that are read from a node on. */
function beginning(bare: readonly string[], first: number): string {
  let text = bare[first] as string;
  for (let node = first + 1; text.length < TELLING && node < bare.length; node += 1) text += bare[node];
  return text.slice(0, TELLING);
}

/** The most of them that stand in one order, as a list with gaps (patience sorting). */
function longestRise(all: readonly (Fit | undefined)[]): readonly (Fit | undefined)[] {
  /** At each length, the row that ends in the smallest node; each knows the one before. */
  const rows: { readonly at: number; readonly fit: Fit; readonly before: number }[] = [];
  const ends: number[] = [];
  for (const [at, fit] of all.entries()) {
    if (fit === undefined) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[ends[middle] as number]?.fit.last ?? 0) < fit.first) low = middle + 1;
      else high = middle;
    }
    const beaten = ends[low];
    rows.push({ at, fit, before: ends[low - 1] ?? -1 });
    if (beaten === undefined || (rows[beaten]?.fit.last ?? 0) > fit.last) ends[low] = rows.length - 1;
  }
  const rise: (Fit | undefined)[] = all.map(() => undefined);
  for (let row = rows[ends.at(-1) ?? -1]; row !== undefined; row = rows[row.before]) rise[row.at] = row.fit;
  return rise;
}

/** Of each text: the node of the next anchor after it, which it has to stand before. */
function limitsOf(anchors: readonly (Fit | undefined)[], end: number): readonly number[] {
  const limits: number[] = [];
  let limit = end;
  for (let at = anchors.length - 1; at >= 0; at -= 1) {
    limits[at] = limit;
    limit = anchors[at]?.first ?? limit;
  }
  return limits;
}

interface Gap {
  readonly node: number;
  readonly from: number;
  readonly limit: number;
}

/** The best place in a gap, the first of those that are as good. */
function between(
  bare: readonly string[],
  text: string,
  { node, from, limit }: Gap,
  fitting: (node: number, from: number) => Fit | undefined,
): Fit | undefined {
  let best: Fit | undefined;
  const take = (found: Fit | undefined): void => {
    if (found !== undefined && found.last < limit && found.ill < (best?.ill ?? Number.POSITIVE_INFINITY)) best = found;
  };
  // The last text was cut out of a node: this one may be the next piece of it.
  const next = from === 0 ? -1 : (bare[node] as string).indexOf(text.slice(0, TELLING), from);
  if (next >= 0) take(fitting(node, next));
  const end = Math.min(limit, node + MOST_AHEAD);
  for (let one = from === 0 ? node : node + 1; one < end && best?.ill !== 0; one += 1) if (bare[one] !== '') take(fitting(one, 0));
  return best;
}
