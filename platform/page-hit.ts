import type { Span } from '../core/mention.ts';
import type { Mark } from './messages.ts';
import { type Book, type PageBlock, stretches } from './page-book.ts';
import type { Painter } from './page-paint.ts';

/** A mark on the page, and one of its rectangles in window coordinates (CSS pixels). */
export interface Hit {
  readonly block: PageBlock;
  readonly mark: Mark;
  readonly rect: DOMRect;
}

export interface Rects {
  /** Rectangles of a span as it is laid out now. */
  of(block: PageBlock, span: Span): readonly DOMRect[];
}

/** Asks for rectangles by one live range that is put away at once: a live range left behind would tax each change of the page. */
export function createRects(): Rects {
  const probe = document.createRange();
  return {
    of: (block, span) => {
      const found: DOMRect[] = [];
      for (const { startContainer, startOffset, endContainer, endOffset } of stretches(block, span)) {
        probe.setStart(startContainer, startOffset);
        probe.setEnd(endContainer, endOffset);
        found.push(...probe.getClientRects());
      }
      probe.setStart(document, 0);
      probe.collapse(true);
      return found;
    },
  };
}

/** Rounding, and the underline below the letters, in CSS pixels. */
const SLACK = 2;

/**
 * The mark under a point. The browser tells the caret position nearest to the point, which may lie far from it; so the point must
 * also be within the rectangles of the mark.
 */
export function markAt(x: number, y: number, book: Book, painter: Painter, rects: Rects, roots: Iterable<ShadowRoot>): Hit | undefined {
  const caret = Document.prototype.caretPositionFromPoint.call(document, x, y, { shadowRoots: [...roots] });
  const place = caret === null ? undefined : book.find(caret.offsetNode, caret.offset);
  if (place === undefined) return undefined;
  const { block, offset } = place;
  for (const mark of painter.marksOf(block)) {
    if (offset < mark.start || offset > mark.end) continue;
    const rect = rects.of(block, mark).find((one) => within(one, x, y));
    if (rect !== undefined) return { block, mark, rect };
  }
  return undefined;
}

function within(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left - SLACK && x <= rect.right + SLACK && y >= rect.top - SLACK && y <= rect.bottom + SLACK;
}

/** The first line of a span as it is laid out; undefined if it is not. */
export function firstRect(rects: Rects, block: PageBlock, span: Span): DOMRect | undefined {
  return rects.of(block, span).find((rect) => rect.width > 0);
}
