import type { Ledger } from './ledger.ts';
import type { EntityId } from './profile.ts';
import { countsOf, eachAround, strengthIn, type Tally } from './tally.ts';
import type { Level, PairCounts } from './weights.ts';

/** Pairs as a graph: neighbourhoods, and ways from one entity to another. Counted pairs only; relations are never part of it. */

export interface GraphAsk {
  /** Where to start; if nobody is chosen, those named in most articles. */
  readonly chosen: readonly EntityId[];
  readonly depth: 1 | 2;
  readonly level: Level;
  /** Least strength of a pair, at least 1. */
  readonly least: number;
  /** Whether an entity may be shown; those that are chosen always are. */
  readonly keeps: (id: EntityId) => boolean;
  readonly mostNodes: number;
  readonly mostPairs: number;
}

export interface GraphPair extends PairCounts {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly weight: number;
}

export interface Graph {
  readonly nodes: readonly { readonly id: EntityId; readonly articles: number; readonly chosen: boolean }[];
  readonly pairs: readonly GraphPair[];
  /** How many there are without the limits. */
  readonly of: { readonly nodes: number; readonly pairs: number };
}

/** What is nearer to the chosen comes first, then what is stronger; pairs are those between the nodes that are shown, the strongest. */
export function graphOf(ledger: Ledger, tally: Tally, ask: GraphAsk): Graph {
  const chosen = new Set(ask.chosen.flatMap((id) => ledger.numbers.get(id) ?? []));
  const all = chosen.size > 0 ? neighbourhood(ledger, tally, ask, chosen) : mostNamed(ledger, tally, ask);
  const shown = new Set(all.slice(0, Math.max(ask.mostNodes, chosen.size)));
  const pairs = pairsAmong(ledger, tally, ask, shown);
  return {
    nodes: [...shown].map((entity) => ({
      id: ledger.entities[entity] as EntityId,
      articles: tally.named[entity] as number,
      chosen: chosen.has(entity),
    })),
    pairs: pairs.slice(0, ask.mostPairs).map((pair) => pairOf(ledger, tally, pair, ask.level)),
    of: { nodes: all.length, pairs: pairs.length },
  };
}

function weightIn(tally: Tally, pair: number, { level, least }: Pick<GraphAsk, 'level' | 'least'>): number | undefined {
  const weight = strengthIn(tally, pair, level);
  return weight >= Math.max(1, least) ? weight : undefined;
}

function mostNamed(ledger: Ledger, tally: Tally, { keeps }: GraphAsk): readonly number[] {
  const named = (entity: number) => tally.named[entity] as number;
  const all = [...ledger.entities.keys()].filter((entity) => named(entity) > 0 && keeps(ledger.entities[entity] as EntityId));
  return all.sort((x, y) => named(y) - named(x) || x - y);
}

function neighbourhood(ledger: Ledger, tally: Tally, ask: GraphAsk, chosen: ReadonlySet<number>): readonly number[] {
  const { around } = ledger;
  const least = Math.max(1, ask.least);
  const found = new Set(chosen);
  let ring: readonly number[] = [...chosen];
  for (let depth = 0; depth < ask.depth; depth++) {
    const reached = new Float64Array(ledger.entities.length);
    // Whoever is not shown leads to nobody who is.
    for (const entity of ring.slice(0, Math.max(ask.mostNodes, chosen.size))) {
      const end = around.from[entity + 1] as number;
      for (let at = around.from[entity] as number; at < end; at++) {
        const weight = strengthIn(tally, around.pair[at] as number, ask.level);
        const other = around.other[at] as number;
        if (weight >= least) reached[other] = (reached[other] as number) + weight;
      }
    }
    const next = [...reached.keys()].filter((one) => (reached[one] as number) > 0 && !found.has(one));
    ring = next
      .filter((one) => ask.keeps(ledger.entities[one] as EntityId))
      .sort((x, y) => (reached[y] as number) - (reached[x] as number) || x - y);
    for (const entity of ring) found.add(entity);
  }
  return [...found];
}

/** More than there can be. A weight above it has room up to 2^21. */
const PAIRS = 2 ** 32;

/** Numbers of pairs, the strongest first. */
function pairsAmong(ledger: Ledger, tally: Tally, ask: GraphAsk, shown: ReadonlySet<number>): readonly number[] {
  const isShown = new Uint8Array(ledger.entities.length);
  for (const entity of shown) isShown[entity] = 1;
  // Weight and number of the pair in one float, so that the browser sorts without asking us: three times as fast.
  const found: number[] = [];
  for (const entity of shown) {
    eachAround(ledger, entity, (pair, other) => {
      // Each pair is met from both its ends.
      if (other < entity || isShown[other] !== 1) return;
      const weight = weightIn(tally, pair, ask);
      if (weight !== undefined) found.push(weight * PAIRS + (PAIRS - 1 - pair));
    });
  }
  const keys = Float64Array.from(found).sort().reverse();
  return Array.from(keys, (key) => PAIRS - 1 - (key % PAIRS));
}

function pairOf(ledger: Ledger, tally: Tally, pair: number, level: Level): GraphPair {
  const [a, b] = [ledger.pairs.a, ledger.pairs.b].map((end) => ledger.entities[end[pair] as number] as EntityId) as [EntityId, EntityId];
  return { a, b, ...countsOf(tally, pair), weight: strengthIn(tally, pair, level) };
}

/** Longer chains say nothing any more: almost everybody is named with somebody who is named with somebody. */
const LONGEST_WAY = 4;
/** Ways of one length grow with the square; these are compared. */
const MOST_WAYS = 2_000;

export interface Way {
  readonly ids: readonly EntityId[];
  /** Strength of each step. */
  readonly weights: readonly number[];
}

/**
 * The shortest ways between two entities over pairs of at least `least`, those first whose weakest step is strongest. None if there is no way of at
 * most four steps.
 */
export function waysBetween(
  ledger: Ledger,
  tally: Tally,
  [from, to]: readonly [EntityId, EntityId],
  ask: Pick<GraphAsk, 'level' | 'least'>,
  most: number,
): readonly Way[] {
  const [start, end] = [ledger.numbers.get(from), ledger.numbers.get(to)];
  if (start === undefined || end === undefined || start === end) return [];
  const steps = stepsFrom(ledger, tally, ask, start, end);
  if (!steps.has(end)) return [];
  const ways: { readonly entities: readonly number[]; readonly weights: readonly number[] }[] = [];
  const walk = (entities: readonly number[], weights: readonly number[]) => {
    const here = entities[0] as number;
    if (here === start) ways.push({ entities, weights });
    else {
      eachAround(ledger, here, (pair, other) => {
        const weight = weightIn(tally, pair, ask);
        const isNearer = steps.get(other) === (steps.get(here) as number) - 1;
        if (weight !== undefined && isNearer && ways.length < MOST_WAYS) walk([other, ...entities], [weight, ...weights]);
      });
    }
  };
  walk([end], []);
  const total = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);
  return ways
    .sort((x, y) => Math.min(...y.weights) - Math.min(...x.weights) || total(y.weights) - total(x.weights))
    .slice(0, most)
    .map(({ entities, weights }) => ({ ids: entities.map((entity) => ledger.entities[entity] as EntityId), weights }));
}

/** By entity, the least steps from `start`, as far as `end` lies. */
function stepsFrom(
  ledger: Ledger,
  tally: Tally,
  ask: Pick<GraphAsk, 'level' | 'least'>,
  start: number,
  end: number,
): ReadonlyMap<number, number> {
  const steps = new Map([[start, 0]]);
  let ring = [start];
  for (let step = 1; step <= LONGEST_WAY && ring.length > 0 && !steps.has(end); step++) {
    const next: number[] = [];
    for (const entity of ring) {
      eachAround(ledger, entity, (pair, other) => {
        if (steps.has(other) || weightIn(tally, pair, ask) === undefined) return;
        steps.set(other, step);
        next.push(other);
      });
    }
    ring = next;
  }
  return steps;
}
