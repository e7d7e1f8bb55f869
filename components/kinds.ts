import { type Colour, DEFAULT_LOOKS, type Line, type Looks, type Strength } from '../core/look.ts';
import type { Certainty } from '../core/mention.ts';
import type { Kind } from '../core/profile.ts';

/**
 * How each kind looks, as data: the painter of the page and our own views read the same table.
 *
 * A kind is told by the line, not by colour alone. No colour here is one that judges (red, green). Contrast with white
 * (light) and with #17191c (dark): blue 6.9 and 8.9, violet 7.4 and 9.1, teal 6.8 and 9.4, ochre 6.6 and 9.5,
 * slate 7.7 and 9.8, rose 7.6 and 9.6, ink 16.9 and 14.5;
 * `tests/components/contrast.test.ts` computes them again.
 */
export const INKS: Readonly<Record<Colour, { readonly light: string; readonly dark: string }>> = {
  blue: { light: '#1a5aa6', dark: '#8fbcf2' },
  violet: { light: '#7c3a8c', dark: '#d6abe6' },
  teal: { light: '#0c665f', dark: '#7accbf' },
  ochre: { light: '#80540a', dark: '#e2b86c' },
  slate: { light: '#44546a', dark: '#b3c2d9' },
  rose: { light: '#9c1f5c', dark: '#f0a8cb' },
  ink: { light: '#1c1d1f', dark: '#ebe9e4' },
};

/** Line, style, and thickness in em: it grows with the text of the page. A tint has none. */
const LINE: Readonly<Record<Line, readonly [line: string, thickness: number]>> = {
  solid: ['underline solid', 0.1],
  double: ['underline double', 0.07],
  dotted: ['underline dotted', 0.14],
  dashed: ['underline dashed', 0.1],
  wavy: ['underline wavy', 0.07],
  rails: ['underline overline solid', 0.06],
  'dotted-rails': ['underline overline dotted', 0.1],
  tint: ['none', 0.1],
};

/** How thick a line is against the usual; how much of the colour is in it, and in a tint (the rest is what lies below). */
const STRENGTH: Readonly<Record<Strength, readonly [thickness: number, line: number, tint: number]>> = {
  subtle: [0.7, 80, 12],
  normal: [1, 100, 20],
  strong: [1.7, 100, 32],
};

/** Uncertain mentions of every kind: pale, and dashed (dotted, where what is sure is dashed). */
export const UNCERTAIN = 70;

/** A part of a colour over what lies below, in percent. */
function pale(colour: string, share: number): string {
  return share === 100 ? colour : `color-mix(in srgb,${colour} ${share}%,transparent)`;
}

/** The declarations of a mark in a given colour. */
function declarations({ looks, strength }: Looks, kind: Kind, certainty: Certainty, colour: string): string {
  const { line } = looks[kind];
  const [thicker, share, ground] = STRENGTH[strength];
  const sure = certainty === 'sure';
  if (sure && line === 'tint') return `background-color:${pale(colour, ground)}`;
  const [words, thickness] = sure ? LINE[line] : [`underline ${line === 'dashed' ? 'dotted' : 'dashed'}`, LINE[line][1]];
  const em = Number((thickness * thicker).toFixed(3));
  return `text-decoration:${words} ${em}em ${pale(colour, sure ? share : UNCERTAIN)}`;
}

/**
 * The declarations of a mark on a page, and after a "|" those that take their place where the reader forces colours: lines take the
 * colour of the text, a tint that of marked text.
 */
export function markRule(looks: Looks, kind: Kind, certainty: Certainty, dark: boolean): string {
  const { light, dark: onDark } = INKS[looks.looks[kind].colour];
  const usual = declarations(looks, kind, certainty, dark ? onDark : light);
  return `${usual}|${usual.startsWith('b') ? 'background-color:Mark;color:MarkText' : 'text-decoration-color:currentColor'}`;
}

/** The same for our own views, which follow the reader's colour scheme by themselves and are forced by the browser. */
export function ownMark(kind: Kind, certainty: Certainty, looks = DEFAULT_LOOKS): string {
  const { light, dark } = INKS[looks.looks[kind].colour];
  return declarations(looks, kind, certainty, `light-dark(${light}, ${dark})`);
}
