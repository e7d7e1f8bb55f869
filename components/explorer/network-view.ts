import type { EntityId, Kind } from '../../core/profile.ts';

/** What the network view is given, and every word that it says. Pairs are counted, relations are asserted by a source: nothing here adds the two up. */

export interface NetworkNode {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: Kind;
  readonly country?: string;
  /** Articles that name it, under the filter. */
  readonly articles: number;
  /** Asked for: the reader started here. */
  readonly chosen?: boolean;
}

export interface NetworkPair {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly articles: number;
  readonly sentences: number;
  readonly paragraphs: number;
  /** What thickness shows. */
  readonly weight: number;
}

export interface NetworkRelation {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly type: string;
  readonly label: string;
  /** It held, and holds no more. */
  readonly over?: boolean;
}

export interface NetworkData {
  readonly nodes: readonly NetworkNode[];
  readonly pairs: readonly NetworkPair[];
  readonly relations: readonly NetworkRelation[];
}

/** Which lines are drawn and listed. */
export const LINES_SHOWN = ['both', 'counted', 'asserted'] as const;
export type LinesShown = (typeof LINES_SHOWN)[number];

/** What the colour of a node tells; its shape always tells the kind. */
export const COLOURED_BY = ['kind', 'group'] as const;
export type ColouredBy = (typeof COLOURED_BY)[number];

/** All that the view says; numbers come in as numbers, so that the language counts and writes them. */
export interface NetworkWords {
  /** Name of the picture to those who do not see it; says that the tables hold the same. */
  readonly picture: (names: number, pairs: number, relations: number) => string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly lines: string;
  readonly linesShown: Readonly<Record<LinesShown, string>>;
  readonly colour: string;
  readonly colouredBy: Readonly<Record<ColouredBy, string>>;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly reset: string;
  readonly savePng: string;
  readonly saveSvg: string;
  readonly showTable: string;
  readonly settling: string;
  /** Why there are only tables here. */
  readonly noPicture: string;
  readonly forcedColours: string;
  readonly empty: string;
  readonly legend: string;
  readonly legendSize: string;
  readonly legendCounted: string;
  readonly legendAsserted: string;
  readonly legendOver: string;
  readonly legendChosen: string;
  /** A group by its most named member, and how many more there are. */
  readonly group: (name: string, others: number) => string;
  readonly smallGroups: string;
  readonly names: string;
  readonly pairs: string;
  readonly relations: string;
  readonly name: string;
  readonly kind: string;
  readonly articles: string;
  readonly sentences: string;
  readonly paragraphs: string;
  readonly from: string;
  readonly relation: string;
  readonly to: string;
  /** Of the button in a row of pairs, after the two names: opens the sentences. */
  readonly evidence: string;
  readonly evidenceOf: (a: string, b: string) => string;
  readonly more: (count: number) => string;
  readonly number: (count: number) => string;
  /** Without extension. */
  readonly fileName: string;
  /** BCP 47 tag, by which names are sorted. */
  readonly language: string;
}
