import type { Looks } from '../core/look.ts';
import type { Kind } from '../core/profile.ts';

/** What of the reader's settings a page's content script is told: how marks look, and when a card opens. */
export interface PageSettings extends Looks {
  readonly pausedEverywhere: boolean;
  /** When the card opens: after a rest of the pointer, on a mark while a key is held, after a click on a mark, or by keyboard only. */
  readonly hover: (typeof HOVER)[number];
  /** The key to hold; `ctrl` is ⌘ too. */
  readonly modifier: (typeof MODIFIERS)[number];
  /** How long the pointer must rest, in milliseconds. */
  readonly hoverDelay: number;
  /** Which kinds are marked on pages. */
  readonly kinds: Readonly<Record<Kind, boolean>>;
}

export const HOVER = ['rest', 'key', 'click', 'off'] as const;
export const MODIFIERS = ['alt', 'ctrl', 'shift'] as const;

/** These and no others. */
export function forPages({ pausedEverywhere, hover, modifier, hoverDelay, kinds, looks, strength }: PageSettings): PageSettings {
  return { pausedEverywhere, hover, modifier, hoverDelay, kinds, looks, strength };
}
