import type { EntityId } from '../core/profile.ts';
import type { Argument, CardView, PageMarks, PageOutline, PageText, ToPage } from './messages.ts';
import { closest, complain, listen, quietly } from './page-dom.ts';
import { outlineOf } from './page-outline.ts';
import type { PaintLook } from './page-paint.ts';
import { sightOf } from './page-place.ts';
import { watchPointer } from './page-point.ts';
import type { Reach, StartReach } from './page-reach.ts';
import { type PageSession, startSession } from './page-session.ts';
import type { PageSettings } from './page-settings.ts';

/** Everything the page side needs from outside; the content script gives it messages, tests give it functions. */
export interface ReaderNeeds {
  look(settings: PageSettings): PaintLook;
  read(page: PageText): Promise<PageMarks>;
  card(at: { readonly doc: string; readonly block: number; readonly offset: number }): Promise<CardView | undefined>;
  /** Brings what answers hand and keys into this frame, the card with it. Undefined if that failed. */
  load(): Promise<StartReach | undefined>;
  openProfile(id: EntityId, explore?: boolean): void;
  /** Has the content script put into frames that the page itself has written. */
  readFrames(): void;
  readonly settings: PageSettings;
  /** Whether this is one of the packaged sites. Elsewhere a page that asks for a password is not read. */
  readonly packaged: () => boolean;
  readonly signal: AbortSignal;
}

export interface PageReader {
  show(at: Argument<ToPage, 'show'>): Promise<boolean>;
  step(way: Argument<ToPage, 'step'>): Promise<boolean>;
  cardByKey(): Promise<boolean>;
  settings(now: PageSettings): void;
  reread(): boolean;
  /** Undefined while the page is not read. */
  outline(): Promise<PageOutline | undefined>;
}

interface Running {
  readonly session: PageSession;
  /** What answers hand and keys; undefined if it cannot be had. */
  reach(): Promise<Reach | undefined>;
  readonly stop: AbortController;
}

/** Reads the page while it may be read, and starts again when it may again. */
export function startReader(needs: ReaderNeeds): PageReader {
  let settings = needs.settings;
  let running: Running | undefined;
  let known: boolean | undefined;
  const isPackaged = (): boolean => {
    known ??= needs.packaged();
    return known;
  };

  const stop = (): void => {
    running?.stop.abort();
    running = undefined;
  };
  const guarded = (page: PageText): Promise<PageMarks> =>
    asksForPassword(isPackaged) ? Promise.resolve({ state: 'off' }) : needs.read(page);
  const start = (): void => {
    if (running !== undefined || needs.signal.aborted || settings.pausedEverywhere) return;
    if (asksForPassword(isPackaged)) return;
    const ending = new AbortController();
    const signal = AbortSignal.any([needs.signal, ending.signal]);
    const session = startSession({ look: needs.look(settings), read: guarded, off: stop, readFrames: needs.readFrames, signal });
    running = { session, reach: reachOf(needs, session, () => settings, signal), stop: ending };
  };
  const startWhenShown = (): void => {
    // A page that is made ready in advance may never be seen.
    if (!(document as { readonly prerendering?: boolean }).prerendering) start();
    else listen('prerenderingchange', start, needs.signal, document);
  };
  const again = (): void => {
    if (running === undefined) startWhenShown();
    else running.session.reread();
  };

  needs.signal.addEventListener('abort', quietly('end', stop));
  startWhenShown();
  return {
    settings: (now) => {
      settings = now;
      running?.session.look(needs.look(now));
      if (now.pausedEverywhere) stop();
      else again();
    },
    reread: () => {
      again();
      return running !== undefined;
    },
    // Questions about another document are asked to hear whether this frame is there: nothing is loaded for them.
    show: async (at) => at.doc === running?.session.doc() && ((await running.reach())?.show(at) ?? false),
    step: async (way) => (await running?.reach())?.step(way) ?? false,
    cardByKey: async () => (await running?.reach())?.cardByKey() ?? false,
    outline: async () => running && outlineOf(running.session.book),
  };
}

/** Loads what answers hand and keys, once: when the reader points at a mark, or asks. */
function reachOf(needs: ReaderNeeds, session: PageSession, settings: () => PageSettings, signal: AbortSignal): Running['reach'] {
  const { card, openProfile } = needs;
  const pointing = new AbortController();
  let loading: Promise<Reach | undefined> | undefined;
  const load = async (): Promise<Reach | undefined> => {
    const start = await needs.load().catch(complain('card'));
    // The next time that the reader points or asks, it is tried again.
    if (start === undefined || signal.aborted) loading = undefined;
    if (start === undefined || signal.aborted) return undefined;
    pointing.abort();
    return start({ session, card, openProfile, settings, pointer: pointer(), signal });
  };
  const reach = (): Promise<Reach | undefined> => {
    loading ??= load();
    return loading;
  };
  const pointer = watchPointer(session, () => void reach(), AbortSignal.any([signal, pointing.signal]));
  return reach;
}

/** Which site this is costs a look into the manifest, whether a field is seen may cost the page a layout: neither is asked where there is no field. */
function asksForPassword(isPackaged: () => boolean): boolean {
  const fields = Document.prototype.querySelectorAll.call(document, 'input[type="password" i]');
  return fields.length > 0 && !isPackaged() && [...fields].some(isAskedFor);
}

/** A field that is folded away is not; one that shows when the reader scrolls to it is. */
function isAskedFor(field: Element): boolean {
  const sight = sightOf(field);
  return sight === 'skipped' ? closest(field, 'details:not([open])') === null : sight === 'seen' && field.getClientRects().length > 0;
}
