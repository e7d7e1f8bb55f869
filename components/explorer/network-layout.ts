import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { randomFrom } from './network-scale.ts';

/**
 * Places and groups, as bare numbers: this runs in a worker, to which nodes are known by their place in the list.
 *
 * Places: ForceAtlas2 (Jacomy et al., PLoS ONE 9(6), 2014) begun with each group together, which
 * saves large networks most of the rounds. Groups: Louvain
 * (Blondel et al., J. Stat. Mech. P10008, 2008) over counted pairs only.
 */
export interface LayoutTask {
  /** x and y of each node in turn. */
  readonly start: Float64Array;
  /** Two places in the list and a weight above 0, for each counted pair. */
  readonly pairs: Float64Array;
  /** Two places in the list, for each relation: they hold together where nothing is counted, and make no groups. */
  readonly relations: Float64Array;
}

export interface LayoutStep {
  readonly places: Float64Array;
  readonly done: boolean;
}

/** Rounds between two pictures. Each chunk starts from rest, so this number is part of the result. */
const CHUNK = 20;
/** When nodes move less than this share of the sheet in a chunk, on average, it has settled. */
const SETTLED = 0.0015;
/** Heavier than the lightest pair, lighter than a usual one. */
const RELATION_WEIGHT = 1;

/** Rounds at most: large networks take longer for each, and look settled earlier. */
export function roundsFor(order: number): number {
  return order <= 500 ? 400 : order <= 2_000 ? 240 : 100;
}

/** A step after each chunk; the last is `done`. `groups`: as `groupsOf` tells them. */
export function* settle(task: LayoutTask, groups: Uint32Array): Generator<LayoutStep, void, void> {
  const start = gathered(task.start, groups);
  const graph = layoutGraph({ ...task, start });
  const { order } = graph;
  const settings = { ...forceAtlas2.inferSettings(Math.max(2, order)), barnesHutOptimize: order > 400, edgeWeightInfluence: 0.7 };
  let places = start;
  const rounds = order < 2 ? 0 : roundsFor(order);
  for (let round = 0; round < rounds; round += CHUNK) {
    forceAtlas2.assign(graph, { iterations: CHUNK, settings });
    const before = places;
    places = placesOf(graph);
    const done = round + CHUNK >= rounds || movedShare(before, places) < SETTLED;
    yield { places, done };
    if (done) return;
  }
  yield { places, done: true };
}

/** Each group in a disc of its own, the discs side by side on a spiral (Vogel, Math. Biosci. 44, 1979), the largest in the middle. */
function gathered(start: Float64Array, groups: Uint32Array): Float64Array {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 1);
  const radius = start.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return start.map((value, i) => {
    const group = groups[i >> 1] ?? 0;
    const angle = 2.399963 * group;
    const centre = radius * Math.sqrt(group / count) * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
    return centre + value / Math.sqrt(count);
  });
}

/** How far nodes went on average, as a share of the width of the sheet. */
export function movedShare(before: Float64Array, after: Float64Array): number {
  let moved = 0;
  let extent = 0;
  for (let i = 0; i + 1 < after.length; i += 2) {
    const x = after[i] ?? 0;
    const y = after[i + 1] ?? 0;
    moved += Math.hypot(x - (before[i] ?? 0), y - (before[i + 1] ?? 0));
    extent = Math.max(extent, Math.abs(x), Math.abs(y));
  }
  return extent === 0 ? 0 : moved / (after.length / 2) / (2 * extent);
}

/** Number of its group for each node, from 0; groups by size, largest first. A node without counted pairs is in a group of its own. */
export function groupsOf(order: number, pairs: Float64Array): Uint32Array {
  const graph = layoutGraph({ start: new Float64Array(2 * order), pairs, relations: new Float64Array() });
  const found = louvain(graph, { getEdgeWeight: 'weight', rng: randomFrom(1) });
  const sizes = new Map<number, number>();
  const of = Array.from({ length: order }, (_, i) => found[i] ?? i);
  for (const group of of) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const ranked = [...sizes.keys()].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || a - b);
  const rank = new Map(ranked.map((group, i) => [group, i]));
  return Uint32Array.from(of, (group) => rank.get(group) ?? 0);
}

function layoutGraph({ start, pairs, relations }: LayoutTask): Graph {
  const graph = new Graph({ type: 'undirected', multi: false });
  for (let i = 0; 2 * i < start.length; i++) graph.addNode(i, { x: start[2 * i] ?? 0, y: start[2 * i + 1] ?? 0 });
  for (let i = 0; i < pairs.length; i += 3) addLine(graph, pairs[i] ?? 0, pairs[i + 1] ?? 0, pairs[i + 2] ?? 0);
  for (let i = 0; i < relations.length; i += 2) addLine(graph, relations[i] ?? 0, relations[i + 1] ?? 0, RELATION_WEIGHT);
  return graph;
}

function addLine(graph: Graph, a: number, b: number, weight: number): void {
  if (a === b) return;
  graph.mergeEdge(a, b);
  graph.updateEdgeAttribute(a, b, 'weight', (sofar) => (sofar ?? 0) + weight);
}

function placesOf(graph: Graph): Float64Array<ArrayBuffer> {
  const places = new Float64Array(2 * graph.order);
  let at = 0;
  graph.forEachNode((_, { x, y }) => {
    places[at++] = x;
    places[at++] = y;
  });
  return places;
}
