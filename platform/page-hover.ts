import type { Looks } from '../core/look.ts';
import type { EntityId } from '../core/profile.ts';
import type { CardView } from './messages.ts';
import { complain, listen, quietly } from './page-dom.ts';
import { type Hit, markAt, type Rects } from './page-hit.ts';
import type { SayReached } from './page-jump.ts';
import type { ReachNeeds } from './page-reach.ts';
import type { PageSettings } from './page-settings.ts';

/** The card as we need it. */
export interface HoverCard {
  show(
    view: CardView,
    anchor: {
      readonly x: number;
      readonly y: number;
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    },
    on: { openProfile(id: EntityId, explore?: boolean): void; close(): void; enter(): void; leave(): void },
    options: { readonly focus: boolean; readonly looks: Looks },
  ): void;
  hide(): void;
  readonly say: SayReached;
  element(): Element | undefined;
}

/** When the card opens, and how it draws marks. */
export type HoverSettings = Pick<PageSettings, 'hover' | 'hoverDelay' | 'modifier' | 'looks' | 'strength'>;

export interface Hover {
  /** Opens the card of a mark. With `focus` it takes the focus. Answers whether there is a card. */
  open(hit: Hit, at: Point, focus: boolean): Promise<boolean>;
  /** The mark whose card is open. */
  shown(): Hit | undefined;
  close(): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Time to get from the mark to the card before it closes, in ms. */
const GRACE = 250;
/** A hand is never quite still: moving less than this counts as resting, in CSS pixels. */
const STILL = 4;

/** The pointer's side of the card: it opens after a rest, stays while the pointer is on mark or card, and never takes the focus. */
export function startHover(needs: ReachNeeds, rects: Rects, card: HoverCard): Hover {
  const { session, signal } = needs;
  const shown = createShown(needs, card);
  const rest = createTimer('card');
  const pointer: Pointer = { x: -1, y: -1, held: false, onCard: false };
  let tinted: Hit | undefined;
  let resting: (Point & { readonly hit: Hit }) | undefined;

  const unrest = (): void => {
    resting = undefined;
    rest.stop();
  };
  const close = (): void => {
    unrest();
    shown.close();
  };
  const restOn = (hit: Hit): void => {
    const { x, y } = pointer;
    if (resting !== undefined && same(resting.hit, hit) && Math.hypot(x - resting.x, y - resting.y) < STILL) return;
    resting = { hit, x, y };
    rest.start(needs.settings().hoverDelay, () => open(hit, { x, y }, false));
  };
  const open: Hover['open'] = (hit, at, focus) => {
    unrest();
    return shown.open(hit, at, focus);
  };
  const look = (): void => {
    const { x, y, onCard } = pointer;
    const hit = onCard || x < 0 ? undefined : markAt(x, y, session.book, session.painter, rects, session.watch.roots);
    if (!same(hit, tinted)) session.painter.tint(hit?.block, hit?.mark);
    tinted = hit;
    const stays = onCard || (hit !== undefined && same(hit, shown.hit()));
    if (stays) shown.stay();
    else shown.leave();
    const { hover } = needs.settings();
    if (stays || hit === undefined || hover === 'off' || hover === 'click' || (hover === 'key' && !pointer.held)) unrest();
    else restOn(hit);
  };
  const clicked = (event: MouseEvent): void => {
    if (needs.settings().hover !== 'click' || !isPlainClick(event)) return;
    const at = { x: event.clientX, y: event.clientY };
    const hit = markAt(at.x, at.y, session.book, session.painter, rects, session.watch.roots);
    if (hit !== undefined) void open(hit, at, false).catch(complain('card'));
  };
  followPointer(pointer, { look, close, element: () => shown.element() }, needs);
  listen('click', clicked, signal);
  signal.addEventListener('abort', quietly('card', close));
  return { open, shown: () => shown.hit(), close };
}

interface Pointer {
  x: number;
  y: number;
  /** The key that opens the card is down. */
  held: boolean;
  onCard: boolean;
}

interface Shown {
  open(hit: Hit, at: Point, focus: boolean): Promise<boolean>;
  close(): void;
  /** The pointer is where the card may stay for. */
  stay(): void;
  /** The pointer is elsewhere: the card goes, after some grace. */
  leave(): void;
  hit(): Hit | undefined;
  element(): Element | undefined;
}

/** The one card that may be open. */
function createShown(needs: ReachNeeds, card: HoverCard): Shown {
  const grace = createTimer('card');
  let now: { readonly hit: Hit; readonly byKey: boolean } | undefined;
  // Counts what was asked for: an answer that was overtaken is dropped.
  let asked = 0;

  const close = (): void => {
    asked += 1;
    grace.stop();
    if (now === undefined) return;
    now = undefined;
    card.hide();
  };
  const leave = (): void => {
    if (now !== undefined && !now.byKey && !grace.runs()) grace.start(GRACE, close);
  };
  return {
    close,
    leave,
    stay: () => grace.stop(),
    hit: () => now?.hit,
    element: () => (now === undefined ? undefined : card.element()),
    open: async (hit, at, focus) => {
      asked += 1;
      const mine = asked;
      const place = { doc: needs.session.doc(), block: hit.block.id, offset: hit.mark.start };
      const view = await needs.card(place);
      if (mine !== asked || needs.signal.aborted || view === undefined) return false;
      grace.stop();
      const { left, top, right, bottom } = hit.rect;
      const events = { openProfile: needs.openProfile, close, enter: () => grace.stop(), leave };
      card.show(view, { ...at, left, top, right, bottom }, events, { focus, looks: needs.settings() });
      now = { hit, byKey: focus };
      return true;
    },
  };
}

const HELD: Readonly<Record<HoverSettings['modifier'], (event: KeyboardEvent | PointerEvent) => boolean>> = {
  alt: (event) => event.altKey,
  ctrl: (event) => event.ctrlKey || event.metaKey,
  shift: (event) => event.shiftKey,
};

/** What a click does something with already; the card leaves it alone. */
const PRESSABLE = 'a[href],area[href],button,input,select,textarea,label,summary,audio,video,[role=button],[role=link],[onclick]';

/** A click of the reader's own that nothing on the page is made for, and that does not end a selection. */
function isPlainClick(event: MouseEvent): boolean {
  if (!event.isTrusted || event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  if (getSelection()?.type === 'Range') return false;
  return !event.composedPath().some((one) => one instanceof Element && Element.prototype.matches.call(one, PRESSABLE));
}

interface Listeners {
  look(): void;
  close(): void;
  element(): Element | undefined;
}

function followPointer(pointer: Pointer, on: Listeners, { pointer: before, settings, signal }: ReachNeeds): void {
  let planned = false;
  const look = quietly('pointer', () => {
    planned = false;
    on.look();
  });
  const lookSoon = (): void => {
    if (!planned) requestAnimationFrame(look);
    planned = true;
  };
  const onCard = (event: Event): boolean => event.target !== null && event.target === on.element();
  const held = (event: KeyboardEvent | PointerEvent): boolean => HELD[settings().modifier](event);
  const moved = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    Object.assign(pointer, { x: event.clientX, y: event.clientY, held: held(event), onCard: onCard(event) });
    lookSoon();
  };
  const left = (event: PointerEvent): void => {
    if (event.relatedTarget !== null) return;
    Object.assign(pointer, { x: -1, y: -1, onCard: false });
    lookSoon();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && event.type === 'keydown') on.close();
    if (pointer.held === held(event)) return;
    pointer.held = held(event);
    lookSoon();
  };
  listen('pointermove', moved, signal);
  listen('pointerout', left, signal);
  listen('keydown keyup', key, signal);
  listen('pointerdown scroll', (event) => onCard(event) || on.close(), signal);
  // Only when the window itself loses the focus: a field of the page that does is none of our business.
  listen('blur', (event) => event.target === globalThis.window && on.close(), signal);
  if (before !== undefined) moved(before);
}

function same(one: Hit | undefined, other: Hit | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.block.id === other.block.id && one.mark.start === other.mark.start;
}

interface Timer {
  start(wait: number, run: () => unknown): void;
  stop(): void;
  runs(): boolean;
}

function createTimer(what: string): Timer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    stop,
    runs: () => timer !== undefined,
    start: (wait, run) => {
      stop();
      timer = setTimeout(() => {
        timer = undefined;
        // What fails here (the background is away) leaves the page as it is; the next rest asks again.
        Promise.resolve().then(run).catch(complain(what));
      }, wait);
    },
  };
}
