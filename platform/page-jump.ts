import type { Span } from '../core/mention.ts';
import type { Mark } from './messages.ts';
import { elementAt, type PageBlock } from './page-book.ts';
import { attribute, isElement, localName, parentAcrossShadow, quietly, rectOf } from './page-dom.ts';
import { firstRect, type Rects } from './page-hit.ts';
import type { Hover } from './page-hover.ts';
import type { PageSession } from './page-session.ts';

/** Ways to a mark without the pointer: from the popup ("next mention"), and by the keyboard command. */
export interface Jump {
  /** Brings a span into view and shows it more strongly for a moment. False if it is not there (any more). */
  show(at: { readonly doc: string; readonly block: number; readonly start: number; readonly end: number }): boolean;
  /** Opens the card of the mark nearest to the middle of the window; if it is open, that of the next mark. */
  cardByKey(): boolean;
}

/** Marks that are measured for one key press at most. */
const MOST_MEASURED = 2_000;

export function createJump(session: PageSession, rects: Rects, hover: Hover): Jump {
  const show: Jump['show'] = ({ doc, block: id, start, end }) => {
    const block = doc === session.doc() ? session.book.blocks.get(id) : undefined;
    if (block === undefined) return false;
    unfold(block);
    intoView(block, { start, end }, rects);
    session.painter.flash(block, { start, end });
    return true;
  };
  const cardByKey = (): boolean => {
    const all = measured(session, rects);
    const shown = hover.shown();
    const last = all.findIndex(({ block, mark }) => block.id === shown?.block.id && mark.start === shown.mark.start);
    const next = last < 0 ? nearestToMiddle(all) : all[(last + 1) % all.length];
    if (next === undefined) return false;
    intoView(next.block, next.mark, rects, true);
    const open = quietly('card', () => {
      const rect = firstRect(rects, next.block, next.mark) ?? next.rect;
      void hover.open({ ...next, rect }, { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 }, true).catch(() => false);
    });
    // Scrolling closes the card, and its event comes with the next frame.
    requestAnimationFrame(() => requestAnimationFrame(open));
    return true;
  };
  return { show, cardByKey };
}

interface Measured {
  readonly block: PageBlock;
  readonly mark: Mark;
  readonly rect: DOMRect;
}

/** The marks that are laid out, from top to bottom. */
function measured(session: PageSession, rects: Rects): readonly Measured[] {
  const found: Measured[] = [];
  for (const block of session.painter.marked()) {
    for (const mark of session.painter.marksOf(block)) {
      const rect = firstRect(rects, block, mark);
      if (rect !== undefined) found.push({ block, mark, rect });
      if (found.length >= MOST_MEASURED) return found;
    }
  }
  return found.sort((one, other) => one.rect.top - other.rect.top || one.rect.left - other.rect.left);
}

function nearestToMiddle(all: readonly Measured[]): Measured | undefined {
  const middle = innerHeight / 2;
  const distance = ({ rect }: Measured): number => Math.abs(rect.top + rect.height / 2 - middle);
  return all.reduce<Measured | undefined>((best, one) => (best === undefined || distance(one) < distance(best) ? one : best), undefined);
}

/** Opens the <details> around a block. The one change of the page's tree that we make, because the reader asked to see this place. */
function unfold(block: PageBlock): void {
  for (let at: Node | undefined = block.owner; at !== undefined; at = parentAcrossShadow(at)) {
    if (isElement(at) && localName(at) === 'details' && attribute(at, 'open') === null) Element.prototype.setAttribute.call(at, 'open', '');
  }
}

function intoView(block: PageBlock, span: Span, rects: Rects, atOnce = false): void {
  const before = firstRect(rects, block, span);
  if (before !== undefined && before.top >= 0 && before.bottom <= innerHeight) return;
  const calm = atOnce || document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const element = elementAt(block, span.start);
  if (element === undefined) return;
  const small = rectOf(element).height < innerHeight * 0.8;
  Element.prototype.scrollIntoView.call(element, { block: small ? 'center' : 'nearest', behavior: small && !calm ? 'smooth' : 'instant' });
  if (small) return;
  const rect = firstRect(rects, block, span);
  if (rect !== undefined && (rect.top < 0 || rect.bottom > innerHeight))
    scrollBy({ top: rect.top - innerHeight / 2, behavior: calm ? 'instant' : 'smooth' });
}
