import { DEFAULT_LOOKS, type Looks } from '../../core/look.ts';
import { KINDS, type Kind } from '../../core/profile.ts';
import { INKS } from '../kinds.ts';
import type { ColouredBy, NetworkData, NetworkNode, NetworkWords } from './network-view.ts';

/**
 * Colours and shapes of the network, and its legend. A canvas knows no custom properties, so the tones of style.css stand here again;
 * the tests hold the two together.
 */
export interface Tones {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly edge: string;
}

export const TONES: { readonly light: Tones; readonly dark: Tones } = {
  light: { paper: '#fcfbf8', ink: '#1c1d1f', muted: '#5a5c60', edge: '#86847c' },
  dark: { paper: '#17191c', ink: '#ebe9e4', muted: '#a9aaac', edge: '#777b81' },
};

export const SHAPES = ['square', 'circle', 'diamond', 'triangle', 'wedge'] as const;
export type Shape = (typeof SHAPES)[number];

/** The kind is told by shape, so that colour is free for groups, and so that colour alone tells nothing. A wedge is a triangle on its point. */
export const SHAPE_OF: Readonly<Record<Kind, Shape>> = {
  company: 'square',
  official: 'circle',
  organisation: 'diamond',
  event: 'triangle',
  programme: 'wedge',
};

/** What relations are drawn in: no kind has it at first, and no group. */
const ASSERTED = INKS.rose;
/** What is over is paler, and still 3 to 1 against the paper. */
const OVER = { light: '#bd6f97', dark: '#8f6579' } as const;
/** The largest groups; colours beyond these few are told apart by nobody. */
const GROUP_INKS = [INKS.blue, INKS.ochre, INKS.teal, INKS.violet, INKS.ink] as const;
/** Two that are named together are a pair; a group has more. */
const GROUP_LEAST = 3;

/** All that decides how a network looks, besides the data. */
export interface Look {
  readonly dark: boolean;
  readonly colouredBy: ColouredBy;
  /** How the reader has kinds marked. */
  readonly looks: Looks;
  /** Number of its group for each node of the data, in order; empty while they are not known. */
  readonly groups: Uint32Array;
}

export const FIRST_LOOK: Look = { dark: false, colouredBy: 'kind', looks: DEFAULT_LOOKS, groups: new Uint32Array() };

export function tonesOf({ dark }: Look): Tones {
  return dark ? TONES.dark : TONES.light;
}

export function assertedColour({ dark }: Look, over = false): string {
  return (over ? OVER : ASSERTED)[dark ? 'dark' : 'light'];
}

/** Colour of each node, in order. */
export function coloursOf(nodes: readonly NetworkNode[], look: Look): readonly string[] {
  const large = largeGroups(look.groups);
  return nodes.map(({ kind }, i) =>
    look.colouredBy === 'kind' ? kindColour(kind, look) : groupColour(large.indexOf(look.groups[i] ?? -1), look),
  );
}

function kindColour(kind: Kind, { looks, dark }: Look): string {
  return INKS[looks.looks[kind].colour][dark ? 'dark' : 'light'];
}

function groupColour(rank: number, look: Look): string {
  return GROUP_INKS[rank]?.[look.dark ? 'dark' : 'light'] ?? tonesOf(look).edge;
}

/** Numbers of the groups that get a colour, largest first. */
function largeGroups(groups: Uint32Array): readonly number[] {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes]
    .filter(([, size]) => size >= GROUP_LEAST)
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, GROUP_INKS.length)
    .map(([group]) => group);
}

/** A row of the legend: a node, or a line. */
export type LegendRow =
  | { readonly of: 'node'; readonly shape: Shape; readonly colour: string; readonly words: string }
  | { readonly of: 'line'; readonly dashed: boolean; readonly colour: string; readonly words: string };

/** Kinds that are there, groups if colour tells them, lines, and what size means, in words. */
export function legendOf(
  { nodes, relations }: Pick<NetworkData, 'nodes' | 'relations'>,
  look: Look,
  words: NetworkWords,
): readonly LegendRow[] {
  const tones = tonesOf(look);
  const byKind = look.colouredBy === 'kind';
  const kinds = KINDS.filter((kind) => nodes.some((node) => node.kind === kind)).map((kind): LegendRow => {
    return { of: 'node', shape: SHAPE_OF[kind], colour: byKind ? kindColour(kind, look) : tones.muted, words: words.kinds[kind] };
  });
  return [
    ...kinds,
    ...(byKind ? [] : groupRows(nodes, look, words)),
    { of: 'line', dashed: false, colour: tones.edge, words: words.legendCounted },
    { of: 'line', dashed: true, colour: assertedColour(look), words: words.legendAsserted },
    ...(relations.some(({ over }) => over)
      ? [{ of: 'line', dashed: true, colour: assertedColour(look, true), words: words.legendOver } as const]
      : []),
  ];
}

function groupRows(nodes: readonly NetworkNode[], look: Look, words: NetworkWords): readonly LegendRow[] {
  const large = largeGroups(look.groups);
  const rows = large.map((group, rank): LegendRow => {
    const members = nodes.filter((_, i) => look.groups[i] === group);
    const first = members.reduce((most, node) => (node.articles > most.articles ? node : most));
    return { of: 'node', shape: 'circle', colour: groupColour(rank, look), words: words.group(first.name, members.length - 1) };
  });
  const rest = [...look.groups].some((group) => !large.includes(group));
  return rest ? [...rows, { of: 'node', shape: 'circle', colour: groupColour(-1, look), words: words.smallGroups }] : rows;
}
