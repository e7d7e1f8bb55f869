import { MultiGraph } from 'graphology';
import type { EntityId } from '../../core/profile.ts';
import type { LayoutTask } from './network-layout.ts';
import { assertedColour, coloursOf, type Look, SHAPE_OF, type Shape, tonesOf } from './network-look.ts';
import { crowding, radiusOf, startOf, widthOf } from './network-scale.ts';
import type { LinesShown, NetworkData, NetworkNode } from './network-view.ts';

/** The network as a graph that can be drawn: every size, place and colour decided. A graph is what is changed in place as the layout goes on. */
export interface NodeLook {
  x: number;
  y: number;
  size: number;
  label: string;
  color: string;
  shape: Shape;
  chosen: boolean;
}

export interface LineLook {
  readonly of: 'pair' | 'relation';
  size: number;
  /** Colour of a solid line, transparent if it is dashed; and the other way round. */
  solid: string;
  dashes: string;
  readonly over: boolean;
  hidden: boolean;
}

export type NetworkGraph = MultiGraph<NodeLook, LineLook>;

const TRANSPARENT = '#00000000';
const RELATION_WIDTH = 2.5;

/** Only what hangs together: ids once, lines between two different nodes that are there. */
export function soundData({ nodes, pairs, relations }: NetworkData): NetworkData {
  const byId = new Map<EntityId, NetworkNode>();
  for (const node of nodes) if (!byId.has(node.id)) byId.set(node.id, node);
  const between = (a: EntityId, b: EntityId) => a !== b && byId.has(a) && byId.has(b);
  return {
    nodes: [...byId.values()],
    pairs: pairs.filter(({ a, b }) => between(a, b)),
    relations: relations.filter(({ from, to }) => between(from, to)),
  };
}

/** From sound data. Pairs are undirected and lie below; relations point, and keep apart. Keys: "p0", "r0", by place in the list. */
export function drawableOf({ nodes, pairs, relations }: NetworkData): NetworkGraph {
  const graph: NetworkGraph = new MultiGraph();
  const most = greatest(nodes.map(({ articles }) => articles));
  const heaviest = greatest(pairs.map(({ weight }) => weight));
  const radius = sheetOf(nodes.length);
  const crowd = crowding(nodes.length);
  const thin = Math.sqrt(crowd);
  for (const { id, name, kind, articles, chosen } of nodes) {
    const size = crowd * radiusOf(articles, most);
    graph.addNode(id, { ...startOf(id, radius), size, label: name, color: '', shape: SHAPE_OF[kind], chosen: chosen ?? false });
  }
  for (const [i, { a, b, weight }] of pairs.entries()) {
    graph.addUndirectedEdgeWithKey(`p${i}`, a, b, line('pair', thin * widthOf(weight, heaviest)));
  }
  for (const [i, { from, to, over }] of relations.entries())
    graph.addDirectedEdgeWithKey(`r${i}`, from, to, line('relation', thin * RELATION_WIDTH, over));
  return graph;
}

function line(of: LineLook['of'], size: number, over = false): LineLook {
  return { of, size, solid: TRANSPARENT, dashes: TRANSPARENT, over, hidden: false };
}

/** Many nodes start on a wider sheet, so that they are not pushed apart at once. */
function sheetOf(order: number): number {
  return 10 * Math.sqrt(Math.max(1, order));
}

function greatest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

/** Gives nodes and lines their colours; places and sizes stay. */
export function paint(graph: NetworkGraph, { nodes }: NetworkData, look: Look): void {
  const colours = coloursOf(nodes, look);
  const { edge } = tonesOf(look);
  const [asserted, formerly] = [assertedColour(look), assertedColour(look, true)];
  let i = 0;
  graph.updateEachNodeAttributes((_, node) => ({ ...node, color: colours[i++] ?? '' }), { attributes: ['color'] });
  graph.updateEachEdgeAttributes(
    (_, old) => ({ ...old, ...(old.of === 'pair' ? { solid: edge } : { dashes: old.over ? formerly : asserted }) }),
    {
      attributes: ['solid', 'dashes'],
    },
  );
}

export function isShown(of: LineLook['of'], shown: LinesShown): boolean {
  return shown === 'both' || (shown === 'counted') === (of === 'pair');
}

export function showLines(graph: NetworkGraph, shown: LinesShown): void {
  graph.updateEachEdgeAttributes((_, old) => ({ ...old, hidden: !isShown(old.of, shown) }), { attributes: ['hidden'] });
}

/** Where `places` has x and y of each node in turn. */
export function place(graph: NetworkGraph, places: Float64Array): void {
  let i = 0;
  graph.updateEachNodeAttributes((_, node) => ({ ...node, x: places[i++] ?? node.x, y: places[i++] ?? node.y }), {
    attributes: ['x', 'y'],
  });
}

/** What the worker is given. */
export function layoutTaskOf(graph: NetworkGraph, { nodes, pairs, relations }: NetworkData): LayoutTask {
  const at = new Map(nodes.map(({ id }, i) => [id, i]));
  const of = (id: EntityId) => at.get(id) ?? 0;
  return {
    start: Float64Array.from(graph.mapNodes((_, { x, y }) => [x, y]).flat()),
    // By their width on the sheet: what looks thick holds more strongly, but not by orders of magnitude.
    pairs: Float64Array.from(pairs.flatMap(({ a, b }, i) => [of(a), of(b), graph.getEdgeAttribute(`p${i}`, 'size')])),
    relations: Float64Array.from(relations.flatMap(({ from, to }) => [of(from), of(to)])),
  };
}

/** The node, its neighbours over lines that are shown, and those lines. */
export function nearOf(graph: NetworkGraph, id: EntityId): { readonly nodes: ReadonlySet<string>; readonly lines: ReadonlySet<string> } {
  const nodes = new Set([id]);
  const lines = new Set<string>();
  graph.forEachEdge(id, (key, { hidden }, source, target) => {
    if (hidden) return;
    lines.add(key);
    nodes.add(source).add(target);
  });
  return { nodes, lines };
}
