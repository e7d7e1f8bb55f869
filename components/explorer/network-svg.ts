import type { NetworkGraph } from './network-graph.ts';
import { chooseLabels, LABEL_GAP, type Labelled } from './network-labels.ts';
import type { LegendRow, Shape, Tones } from './network-look.ts';
import { tenths as n, shapePath } from './network-shape.ts';

/** The whole network as an SVG file that stands alone: lines, nodes, names, legend; no script, no font, nothing from elsewhere. */
export interface SvgOrder {
  readonly title: string;
  readonly legend: readonly LegendRow[];
  /** Heading of the legend, and what size means, under its rows. */
  readonly heading: string;
  readonly note: string;
  readonly tones: Tones;
}

export const SVG_WIDTH = 1600;
const HEIGHT = 1200;
const MARGIN = 60;
/** Names stand to the right of their nodes: there they need room. */
const NAME_ROOM = 160;
const LETTERS = 14;
const ROW = 24;

export function networkSvg(graph: NetworkGraph, order: SvgOrder): string {
  const nodes = placed(graph);
  const { tones, legend } = order;
  const labelled = chooseLabels([...nodes.values()], { width: SVG_WIDTH, height: HEIGHT, letters: LETTERS }, 1_000);
  const height = HEIGHT + (legend.length + 3) * ROW;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SVG_WIDTH}" height="${height}" viewBox="0 0 ${SVG_WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="${LETTERS}">`,
    `<title>${escaped(order.title)}</title>`,
    `<rect width="100%" height="100%" fill="${tones.paper}"/>`,
    ...linesOf(graph, nodes),
    ...graph.mapNodes((id, { shape, color, chosen }) => {
      const node = nodes.get(id);
      return node ? (chosen ? ring(node, tones.ink) : '') + shapeSvg(shape, node.x, node.y, node.size, color) : '';
    }),
    ...[...nodes.values()].filter(({ id }) => labelled.has(id)).map((node) => nameSvg(node, tones)),
    ...legendSvg(order),
    '</svg>',
  ].join('\n');
}

/** Nodes in pixels, the whole network fitted into the sheet. Graphs have y upwards, pictures downwards. */
function placed(graph: NetworkGraph): ReadonlyMap<string, Labelled> {
  const all = graph.mapNodes((id, node) => ({ id, ...node }));
  const low = (of: 'x' | 'y') => all.reduce((least, node) => Math.min(least, node[of]), Number.POSITIVE_INFINITY);
  const high = (of: 'x' | 'y') => all.reduce((most, node) => Math.max(most, node[of]), Number.NEGATIVE_INFINITY);
  const [left, right, bottom, top] = [low('x'), high('x'), low('y'), high('y')];
  const [width, height] = [SVG_WIDTH - 2 * MARGIN - NAME_ROOM, HEIGHT - 2 * MARGIN];
  const scale = Math.min(width / (right - left || 1), height / (top - bottom || 1));
  const at = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: MARGIN + width / 2 + scale * (x - (left + right) / 2),
    y: MARGIN + height / 2 - scale * (y - (bottom + top) / 2),
  });
  return new Map(
    all.map(({ id, x, y, size, label, chosen }) => [id, { id, label, size, ...at({ x, y }), rank: size + (chosen ? 100 : 0) }]),
  );
}

function linesOf(graph: NetworkGraph, nodes: ReadonlyMap<string, Labelled>): readonly string[] {
  return graph.mapEdges((_, { of, hidden, size, solid, dashes }, source, target) => {
    const a = nodes.get(source);
    const b = nodes.get(target);
    if (hidden || !a || !b) return '';
    if (of === 'pair')
      return `<path d="M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}" stroke="${solid}" stroke-width="${n(size)}" stroke-opacity=".6"/>`;
    return relationSvg(a, b, dashes, size);
  });
}

/** Bent, so that a counted line between the same two stays to be seen; the point touches the node. */
function relationSvg(a: Labelled, b: Labelled, colour: string, width: number): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const bend = { x: (a.x + b.x) / 2 - 0.2 * dy, y: (a.y + b.y) / 2 + 0.2 * dx };
  const length = Math.hypot(b.x - bend.x, b.y - bend.y) || 1;
  const [ux, uy] = [(b.x - bend.x) / length, (b.y - bend.y) / length];
  const tip = { x: b.x - ux * b.size, y: b.y - uy * b.size };
  const base = { x: tip.x - ux * 9, y: tip.y - uy * 9 };
  const path = `<path d="M${n(a.x)} ${n(a.y)}Q${n(bend.x)} ${n(bend.y)} ${n(base.x)} ${n(base.y)}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-dasharray="7 5"/>`;
  const side = { x: -uy * 4, y: ux * 4 };
  return `${path}<path d="M${n(tip.x)} ${n(tip.y)}L${n(base.x + side.x)} ${n(base.y + side.y)}L${n(base.x - side.x)} ${n(base.y - side.y)}Z" fill="${colour}"/>`;
}

function shapeSvg(shape: Shape, x: number, y: number, radius: number, colour: string): string {
  return `<path d="${shapePath(shape, x, y, radius)}" fill="${colour}"/>`;
}

function ring({ x, y, size }: Labelled, colour: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(1.25 * size + 3)}" fill="none" stroke="${colour}" stroke-width="2"/>`;
}

function nameSvg({ x, y, size, label }: Labelled, { ink, paper }: Tones): string {
  const at = `x="${n(x + size + LABEL_GAP)}" y="${n(y + 0.35 * LETTERS)}"`;
  return `<text ${at} fill="${ink}" stroke="${paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${escaped(label)}</text>`;
}

function legendSvg({ legend, heading, note, tones }: SvgOrder): readonly string[] {
  const text = (row: number, x: number, words: string, more = '') =>
    `<text x="${x}" y="${HEIGHT + row * ROW + 5}" fill="${tones.ink}"${more}>${escaped(words)}</text>`;
  return [
    text(0, MARGIN, heading, ' font-weight="600"'),
    ...legend.flatMap((row, i) => {
      const y = HEIGHT + (i + 1) * ROW;
      const line = `<path d="M${MARGIN} ${y}h32" stroke-width="2" ${row.of === 'line' && row.dashed ? 'stroke-dasharray="7 5" ' : ''}stroke="${row.colour}"/>`;
      return [row.of === 'node' ? shapeSvg(row.shape, MARGIN + 16, y, 7, row.colour) : line, text(i + 1, MARGIN + 44, row.words)];
    }),
    text(legend.length + 1, MARGIN, note),
  ];
}

/** Names come from pages and packs. What XML cannot hold at all is left out; lone halves of characters are replaced. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
