import type { Certainty } from '../core/mention.ts';
import type { Kind } from '../core/profile.ts';

/**
 * How each kind looks, as data: the painter of the page and our own views read the same table.
 *
 * A kind is told by the line, not by colour alone. No colour here is one that judges (red, green). Contrast with white
 * (light) and with #17191c (dark): company 6.9 and 8.9, official 7.4 and 9.1, organisation 6.8 and 9.4, event 6.6 and 9.5,
 * programme 7.7 and 9.8;
 * `tests/components/contrast.test.ts` computes them again.
 */
export interface KindLook {
  /** Accent on light ground. */
  readonly light: string;
  /** Accent on dark ground. */
  readonly dark: string;
  /** Left out: an underline. */
  readonly line?: 'underline overline';
  readonly style: 'solid' | 'double' | 'dotted';
  /** In em: it grows with the text of the page. */
  readonly thickness: number;
}

export const LOOKS: Readonly<Record<Kind, KindLook>> = {
  company: { light: '#1a5aa6', dark: '#8fbcf2', style: 'solid', thickness: 0.1 },
  official: { light: '#7c3a8c', dark: '#d6abe6', style: 'double', thickness: 0.07 },
  organisation: { light: '#0c665f', dark: '#7accbf', style: 'dotted', thickness: 0.14 },
  event: { light: '#80540a', dark: '#e2b86c', line: 'underline overline', style: 'solid', thickness: 0.06 },
  programme: { light: '#44546a', dark: '#b3c2d9', line: 'underline overline', style: 'dotted', thickness: 0.1 },
};

/** Uncertain mentions of every kind: dashed, and this much of the accent (the rest is what lies below). */
export const UNCERTAIN = { style: 'dashed', share: 0.7 } as const;

/** The accent as a CSS colour; pale if uncertain. */
export function accent(kind: Kind, certainty: Certainty, dark: boolean): string {
  const colour = dark ? LOOKS[kind].dark : LOOKS[kind].light;
  return certainty === 'sure' ? colour : `color-mix(in srgb, ${colour} ${UNCERTAIN.share * 100}%, transparent)`;
}

/** The value of `text-decoration` for a mark: line, style, thickness, colour. */
export function decoration(kind: Kind, certainty: Certainty, dark: boolean): string {
  return decorationIn(kind, certainty, accent(kind, certainty, dark));
}

/** The same for our own views, which follow the reader's colour scheme by themselves. */
export function ownDecoration(kind: Kind, certainty: Certainty): string {
  return decorationIn(kind, certainty, `light-dark(${accent(kind, certainty, false)}, ${accent(kind, certainty, true)})`);
}

function decorationIn(kind: Kind, certainty: Certainty, colour: string): string {
  const look = LOOKS[kind];
  const [line, style] = certainty === 'sure' ? [look.line ?? 'underline', look.style] : ['underline', UNCERTAIN.style];
  return `${line} ${style} ${look.thickness}em ${colour}`;
}
