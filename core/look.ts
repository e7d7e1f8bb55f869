import type { Kind } from './profile.ts';

/** How a mark may look, by name: what a reader chooses. What the names mean in colours and lines stands in components/kinds.ts. */

/** `rails` are lines below and above; `tint` is a ground of the colour instead of a line. */
export const LINES = ['solid', 'double', 'dotted', 'dashed', 'wavy', 'rails', 'dotted-rails', 'tint'] as const;
export type Line = (typeof LINES)[number];

/** None that judges (red, green). */
export const COLOURS = ['blue', 'violet', 'teal', 'ochre', 'slate', 'rose', 'ink'] as const;
export type Colour = (typeof COLOURS)[number];

export const STRENGTHS = ['subtle', 'normal', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

export interface KindLook {
  readonly line: Line;
  readonly colour: Colour;
}

/** How the marks of a reader look: by kind, and how much they stand out. */
export interface Looks {
  readonly looks: Readonly<Record<Kind, KindLook>>;
  readonly strength: Strength;
}

/** Kinds are told apart by the line, not by colour alone. */
export const DEFAULT_LOOKS: Looks = {
  looks: {
    company: { line: 'solid', colour: 'blue' },
    official: { line: 'double', colour: 'violet' },
    organisation: { line: 'dotted', colour: 'teal' },
    event: { line: 'rails', colour: 'ochre' },
    programme: { line: 'dotted-rails', colour: 'slate' },
  },
  strength: 'normal',
};
