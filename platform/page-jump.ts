import type { Span } from '../core/mention.ts';
import type { Spoken } from '../locales/language.ts';
import type { Argument, CardView, ToPage } from './messages.ts';
import { elementAt, type PageBlock } from './page-book.ts';
import { complain, listen, quietly, rectOf } from './page-dom.ts';
import { firstRect, type Rects } from './page-hit.ts';
import type { Hover } from './page-hover.ts';
import { folds, type Reachable, reachable } from './page-order.ts';
import type { ReachNeeds } from './page-reach.ts';

/** Ways to a mark without the pointer: from the popup ("next mention"), and by the keyboard commands. */
export interface Jump {
  /** Brings a span into view and shows it more strongly for a moment. False if it is not there (any more). */
  show(at: Argument<ToPage, 'show'>): boolean;
  /** Brings the next or previous mark into view, shows it and says it. False if there is none (any more) in this frame. */
  step(way: Argument<ToPage, 'step'>): boolean;
  /** Opens the card of the mark that was reached, else of the one nearest to the middle of the window; if it is open, that of the next. */
  cardByKey(): boolean;
}

/** Where the reader got to, as it is said: `index` counts from 0. */
export interface Reached {
  readonly index: number;
  readonly of: number;
  /** Which way the marks began again, if they did. */
  readonly turned: 1 | -1 | undefined;
  /** Marks are counted in one of several frames. */
  readonly framed: boolean;
  /** What to say it in, where no card tells. */
  readonly spoken?: Spoken | undefined;
}

/** Says politely where the reader got to; that there is nothing to get to, if there is nothing. */
export type SayReached = (view: CardView | undefined, place: Reached) => void;

export function createJump(needs: ReachNeeds, rects: Rects, hover: Hover, say: SayReached): Jump {
  const { session } = needs;
  const place = createPlace(rects, needs.signal);

  const goTo = (block: PageBlock, span: Span): void => {
    for (const fold of folds(block)) Element.prototype.setAttribute.call(fold, 'open', '');
    place.take(block, span);
    intoView(block, span, rects);
    session.painter.flash(block, span);
  };
  const tell = async ({ block, mark }: Reachable, reached: Reached): Promise<void> => {
    const view = await needs.card({ doc: session.doc(), block: block.id, offset: mark.start });
    if (view !== undefined && place.isAt(block, mark) && !needs.signal.aborted) say(view, reached);
  };
  const step: Jump['step'] = ({ step: way, from, turned, framed, spoken }) => {
    const all = reachable(session, rects);
    const index = from === 'edge' ? edge(all, way) : from === 'here' ? after(all, way, place) : -1;
    const next = all[index];
    if (from === 'nowhere') say(undefined, { index: 0, of: 0, turned: undefined, framed, spoken });
    if (next === undefined) return false;
    hover.close();
    goTo(next.block, next.mark);
    void tell(next, { index, of: all.length, turned: turned ? way : undefined, framed }).catch(complain('saying'));
    return true;
  };
  const cardByKey = (): boolean => {
    const all = reachable(session, rects).filter(({ rect }) => rect !== undefined);
    const shown = hover.shown();
    const last = all.findIndex(({ block, mark }) => block.id === shown?.block.id && mark.start === shown.mark.start);
    const next = last < 0 ? (place.find(all) ?? nearestToMiddle(all)) : all[(last + 1) % all.length];
    if (next === undefined) return false;
    place.take(next.block, next.mark);
    intoView(next.block, next.mark, rects, true);
    const open = quietly('card', () => {
      const rect = firstRect(rects, next.block, next.mark) ?? next.rect;
      if (rect === undefined) return;
      void hover.open({ ...next, rect }, { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 }, true).catch(() => false);
    });
    // Scrolling closes the card.
    whenStill(open, needs.signal);
    return true;
  };
  return {
    step,
    cardByKey,
    // The one change of the page's tree that we make is to open a <details>, because the reader asked to see this place.
    show: ({ doc, block: id, start, end }) => {
      const block = doc === session.doc() ? session.book.blocks.get(id) : undefined;
      if (block !== undefined) goTo(block, { start, end });
      return block !== undefined;
    },
  };
}

/** Frames after which a page that never comes to rest is taken as it is. */
const MOST_FRAMES = 90;

/** Runs once the page has not scrolled for a frame; its event comes with the next one. */
function whenStill(run: () => void, ended: AbortSignal): void {
  const stop = new AbortController();
  let frames = 0;
  let scrolled = true;
  listen(
    'scroll',
    () => {
      scrolled = true;
    },
    AbortSignal.any([ended, stop.signal]),
  );
  const look = (): void => {
    frames += 1;
    if (scrolled && frames < MOST_FRAMES) {
      scrolled = false;
      requestAnimationFrame(look);
      return;
    }
    stop.abort();
    run();
  };
  requestAnimationFrame(look);
}

interface Place {
  take(block: PageBlock, span: Span): void;
  isAt(block: PageBlock, span: Span): boolean;
  /** The mark that was reached, unless the reader has gone elsewhere since. */
  find(all: readonly Reachable[]): Reachable | undefined;
}

/** Where the reader was taken. It holds while the page is still on its way there, and then as long as it is in sight. */
function createPlace(rects: Rects, signal: AbortSignal): Place {
  let at: { readonly block: PageBlock; readonly start: number } | undefined;
  let underWay = false;
  const arrived = (): void => {
    underWay = false;
  };
  listen('scrollend wheel touchmove', arrived, signal);
  const isAt: Place['isAt'] = (block, { start }) => at?.block.id === block.id && at.start === start;
  return {
    isAt,
    take: (block, { start, end }) => {
      at = { block, start };
      underWay = !isInSight(firstRect(rects, block, { start, end }));
    },
    find: (all) => all.find(({ block, mark, rect }) => isAt(block, mark) && (underWay || isInSight(rect))),
  };
}

function isInSight(rect: DOMRect | undefined): boolean {
  return rect !== undefined && rect.top >= 0 && rect.bottom <= innerHeight;
}

function edge(all: readonly Reachable[], way: 1 | -1): number {
  return way === 1 ? 0 : all.length - 1;
}

/** The mark after (or before) the one that was reached; else the first (or last) one in sight or beyond. */
function after(all: readonly Reachable[], way: 1 | -1, place: Place): number {
  const here = place.find(all);
  if (here !== undefined) return all.indexOf(here) + way;
  return way === 1
    ? all.findIndex(({ rect }) => rect !== undefined && rect.bottom > 0)
    : all.findLastIndex(({ rect }) => rect !== undefined && rect.top < innerHeight);
}

function nearestToMiddle(all: readonly Reachable[]): Reachable | undefined {
  const middle = innerHeight / 2;
  const distance = ({ rect }: Reachable): number =>
    rect === undefined ? Number.POSITIVE_INFINITY : Math.abs(rect.top + rect.height / 2 - middle);
  return all.reduce<Reachable | undefined>((best, one) => (best === undefined || distance(one) < distance(best) ? one : best), undefined);
}

function intoView(block: PageBlock, span: Span, rects: Rects, atOnce = false): void {
  const before = firstRect(rects, block, span);
  if (isInSight(before)) return;
  const calm = atOnce || document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const element = elementAt(block, span.start);
  if (element === undefined) return;
  const small = rectOf(element).height < innerHeight * 0.8;
  Element.prototype.scrollIntoView.call(element, { block: small ? 'center' : 'nearest', behavior: small && !calm ? 'smooth' : 'instant' });
  if (small) return;
  const rect = firstRect(rects, block, span);
  if (rect !== undefined && !isInSight(rect)) scrollBy({ top: rect.top - innerHeight / 2, behavior: calm ? 'instant' : 'smooth' });
}
