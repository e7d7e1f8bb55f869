import { inChunks } from './chunks.ts';
import { EDGE_COLUMNS, edgesOf, type GraphEdge, type GraphNode, NODE_COLUMNS, nodesOf } from './graph.ts';
import type { Snapshot } from './snapshot.ts';
import { xmlAttributes, xmlText } from './xml.ts';

/**
 * GEXF 1.3 (https://gexf.net, schema in gephi/gexf, 1.3/gexf.xsd), with days of first and last naming as `start` and `end`.
 *
 * 1.3 and not 1.2draft: Gephi has read and written it since 0.9, and only there an edge has a `kind`, by which Gephi keeps a pair and a
 * relation between the same two apart instead of adding them up. Written by hand: the library's writer makes one string of the whole, wants a
 * graph in memory first, and knows neither `start` nor control characters that XML cannot hold.
 */
export function gexf(snapshot: Snapshot): Generator<string> {
  return inChunks(pieces(snapshot));
}

function* pieces(snapshot: Snapshot): Generator<string> {
  const described = snapshot.filter === undefined ? 'Muster' : `Muster: ${snapshot.filter}`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
  yield `<meta${xmlAttributes({ lastmodifieddate: snapshot.made.slice(0, 10) })}>`;
  yield `<creator>Muster</creator><description>${xmlText(described)}</description></meta>\n`;
  yield '<graph defaultedgetype="undirected" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">\n';
  yield columns('node', NODE_COLUMNS);
  yield columns('edge', EDGE_COLUMNS);
  yield '<nodes>\n';
  for (const node of nodesOf(snapshot)) yield nodeXml(node);
  yield '</nodes>\n<edges>\n';
  for (const edge of edgesOf(snapshot)) yield edgeXml(edge);
  yield '</edges>\n</graph>\n</gexf>\n';
}

type Columns = typeof NODE_COLUMNS | typeof EDGE_COLUMNS;

function columns(of: 'node' | 'edge', all: Columns): string {
  const each = all.map(({ id, type }) => `<attribute${xmlAttributes({ id, title: id, type })}/>`);
  return `<attributes class="${of}">${each.join('')}</attributes>\n`;
}

function nodeXml({ id, label, first, last, values }: GraphNode): string {
  return `<node${xmlAttributes({ id, label, start: first, end: last })}>${valuesXml(NODE_COLUMNS, values)}</node>\n`;
}

function edgeXml({ id, from, to, directed, first, last, values }: GraphEdge): string {
  const attributes = {
    id,
    source: from,
    target: to,
    type: directed ? 'directed' : 'undirected',
    kind: values.relation ?? values.is,
    weight: values.articles,
    start: first,
    end: last,
  };
  return `<edge${xmlAttributes(attributes)}>${valuesXml(EDGE_COLUMNS, values)}</edge>\n`;
}

function valuesXml(all: Columns, values: Readonly<Record<string, string | number | undefined>>): string {
  const each = all.map(({ id }) => (values[id] === undefined ? '' : `<attvalue${xmlAttributes({ for: id, value: values[id] })}/>`));
  return `<attvalues>${each.join('')}</attvalues>`;
}
