/** All in CSS pixels, from the top left corner of the window. */
export interface Anchor {
  /** Where the pointer rests, or the middle of the mark when opened by keyboard. */
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the mark and the card: near enough to cross without losing the card. */
const GAP = 6;
const MARGIN = 8;

/** Less height than this is no use: rather cover the mark. */
const LEAST_HEIGHT = 160;

/**
 * Where the card goes: below the mark if there is room, else above, else on the side with more room, and no higher than
 * that room (it scrolls). It does not lie over the mark if that can be helped: the reader is reading it.
 */
export function placeCard(
  anchor: Anchor,
  card: Size,
  view: Size,
): { readonly left: number; readonly top: number; readonly maxHeight: number } {
  const below = view.height - anchor.bottom - GAP - MARGIN;
  const above = anchor.top - GAP - MARGIN;
  const isBelow = card.height <= below || below >= above;
  const room = Math.min(Math.max(isBelow ? below : above, LEAST_HEIGHT), view.height - 2 * MARGIN);
  const height = Math.min(card.height, room);
  // A mark may run over several lines; then the card starts near the pointer, not at the far left of the paragraph.
  const start = anchor.right - anchor.left > card.width ? anchor.x - card.width / 4 : anchor.left;
  return {
    left: Math.round(within(start, MARGIN, view.width - card.width - MARGIN)),
    top: Math.round(within(isBelow ? anchor.bottom + GAP : anchor.top - GAP - height, MARGIN, view.height - height - MARGIN)),
    maxHeight: Math.floor(room),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
