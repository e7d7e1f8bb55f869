import type { EntityId, Kind } from '../core/profile.ts';
import type { CardView, PageMarks, PageText, ToPage } from './messages.ts';
import type { Book } from './page-book.ts';
import { quietly } from './page-dom.ts';
import { createRects } from './page-hit.ts';
import { type Hover, type HoverCard, startHover } from './page-hover.ts';
import { createJump, type Jump } from './page-jump.ts';
import type { PaintLook } from './page-paint.ts';
import { type PageSession, startSession } from './page-session.ts';

/** What of the reader's settings matters on a page. */
export interface ReaderSettings {
  readonly pausedEverywhere: boolean;
  readonly hover: 'rest' | 'alt' | 'off';
  readonly hoverDelay: number;
  readonly kinds: Readonly<Record<Kind, boolean>>;
}

/** Everything the page side needs from outside; the content script gives it messages, tests give it functions. */
export interface ReaderNeeds {
  readonly look: PaintLook;
  read(page: PageText): Promise<PageMarks>;
  card(at: { readonly doc: string; readonly block: number; readonly offset: number }): Promise<CardView | undefined>;
  load(): Promise<HoverCard | undefined>;
  openProfile(id: EntityId): void;
  readonly settings: ReaderSettings;
  /** One of the packaged sites. Elsewhere a page that asks for a password is not read. */
  readonly packaged: boolean;
  readonly signal: AbortSignal;
}

export interface PageReader extends Pick<Jump, keyof ToPage & keyof Jump> {
  settings(now: ReaderSettings): void;
  reread(): boolean;
  /** The blocks as they are now; undefined while the page is not read. */
  book(): Book | undefined;
}

interface Running {
  readonly session: PageSession;
  readonly hover: Hover;
  readonly jump: Jump;
  readonly stop: AbortController;
}

/** Reads the page while it may be read, and starts again when it may again. */
export function startReader(needs: ReaderNeeds): PageReader {
  let settings = needs.settings;
  let running: Running | undefined;

  const stop = (): void => {
    running?.stop.abort();
    running = undefined;
  };
  const guarded = (page: PageText): Promise<PageMarks> =>
    needs.packaged || !asksForPassword() ? needs.read(page) : Promise.resolve({ state: 'off' });
  const start = (): void => {
    if (running !== undefined || needs.signal.aborted || settings.pausedEverywhere) return;
    if (!needs.packaged && asksForPassword()) return;
    const ending = new AbortController();
    const signal = AbortSignal.any([needs.signal, ending.signal]);
    const session = startSession({ look: needs.look, read: guarded, off: stop, signal });
    const rects = createRects();
    const { load, card, openProfile } = needs;
    const hover = startHover({ session, rects, load, card, openProfile, settings: () => settings, signal });
    session.kinds(settings.kinds);
    running = { session, hover, jump: createJump(session, rects, hover), stop: ending };
  };
  const startWhenShown = (): void => {
    // A page that is made ready in advance may never be seen.
    if (!(document as { readonly prerendering?: boolean }).prerendering) start();
    else
      Document.prototype.addEventListener.call(document, 'prerenderingchange', quietly('start', start), {
        once: true,
        signal: needs.signal,
      });
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
      running?.session.kinds(now.kinds);
      if (now.pausedEverywhere) stop();
      else again();
    },
    reread: () => {
      again();
      return running !== undefined;
    },
    show: (at) => running?.jump.show(at) ?? false,
    cardByKey: () => running?.jump.cardByKey() ?? false,
    book: () => running?.session.book,
  };
}

function asksForPassword(): boolean {
  const fields = Document.prototype.querySelectorAll.call(document, 'input[type="password" i]');
  return [...fields].some((field) => field.checkVisibility({ visibilityProperty: true }) && field.getClientRects().length > 0);
}
