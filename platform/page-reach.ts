import type { EntityId } from '../core/profile.ts';
import type { CardView } from './messages.ts';
import { createRects } from './page-hit.ts';
import { type HoverCard, type HoverSettings, startHover } from './page-hover.ts';
import { createJump, type Jump } from './page-jump.ts';
import type { PageSession } from './page-session.ts';

/**
 * What answers the reader's hand and keys on a page: the card, and the ways to a mark.
 *
 * Most pages are read without any of it, so it comes into a frame with the card's code (entrypoints/card.ts) when the reader first points at a
 * mark or asks for one. It stands on the session that runs in the content script; only types go the other way.
 */
export interface ReachNeeds {
  readonly session: PageSession;
  card(at: { readonly doc: string; readonly block: number; readonly offset: number }): Promise<CardView | undefined>;
  openProfile(id: EntityId, explore?: boolean): void;
  settings(): HoverSettings;
  /** How the pointer moved last, if it did. */
  readonly pointer: PointerEvent | undefined;
  readonly signal: AbortSignal;
}

export type Reach = Jump;
export type StartReach = (needs: ReachNeeds) => Reach;

export function startReach(needs: ReachNeeds, card: HoverCard): Reach {
  const rects = createRects();
  return createJump(needs, rects, startHover(needs, rects, card), card.say);
}
