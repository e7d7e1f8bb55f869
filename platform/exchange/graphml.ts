import { inChunks } from './chunks.ts';
import { EDGE_COLUMNS, edgesOf, type GraphEdge, type GraphNode, NODE_COLUMNS, nodesOf } from './graph.ts';
import type { Snapshot } from './snapshot.ts';
import { xmlAttributes, xmlText } from './xml.ts';

/**
 * GraphML 1.0 with its attributes extension (http://graphml.graphdrawing.org), as yEd, NetworkX, igraph and Gephi read it: flat, without ports
 * and nested graphs. The format has no time of its own; first and last days are plain values. By hand, for there is no writer among the libraries.
 */
export function graphml(snapshot: Snapshot): Generator<string> {
  return inChunks(pieces(snapshot));
}

const DAYS = [
  { id: 'first', type: 'string' },
  { id: 'last', type: 'string' },
] as const;
const NODE_KEYS = [{ id: 'label', type: 'string' } as const, ...NODE_COLUMNS, ...DAYS];
const EDGE_KEYS = [...EDGE_COLUMNS, ...DAYS];

function* pieces(snapshot: Snapshot): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield keys('node', NODE_KEYS);
  yield keys('edge', EDGE_KEYS);
  yield '<graph id="muster" edgedefault="undirected">\n';
  for (const node of nodesOf(snapshot)) yield nodeXml(node);
  for (const edge of edgesOf(snapshot)) yield edgeXml(edge);
  yield '</graph>\n</graphml>\n';
}

type Keys = typeof NODE_KEYS | typeof EDGE_KEYS;
type Of = 'node' | 'edge';

/** Ids of keys are unique in the whole file, so they say of what they are. */
const keyId = (of: Of, id: string) => `${of}-${id}`;

function keys(of: Of, all: Keys): string {
  const types = { string: 'string', integer: 'long' };
  return all
    .map(({ id, type }) => `<key${xmlAttributes({ id: keyId(of, id), for: of, 'attr.name': id, 'attr.type': types[type] })}/>\n`)
    .join('');
}

function nodeXml({ id, label, first, last, values }: GraphNode): string {
  return `<node${xmlAttributes({ id })}>${data('node', NODE_KEYS, { label, ...values, first, last })}</node>\n`;
}

function edgeXml({ id, from, to, directed, first, last, values }: GraphEdge): string {
  const attributes = xmlAttributes({ id, source: from, target: to, directed: String(directed) });
  return `<edge${attributes}>${data('edge', EDGE_KEYS, { ...values, first, last })}</edge>\n`;
}

function data(of: Of, all: Keys, values: Readonly<Record<string, string | number | undefined>>): string {
  const one = (id: string, value: string | number) => `<data${xmlAttributes({ key: keyId(of, id) })}>${xmlText(String(value))}</data>`;
  return all.map(({ id }) => (values[id] === undefined ? '' : one(id, values[id]))).join('');
}
