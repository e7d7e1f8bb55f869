import type { Kind } from '../core/profile.ts';
import type { PageMarks, PageText } from './messages.ts';
import { type Book, type BookChange, createBook, type PageBlock } from './page-book.ts';
import { attribute, listen, quietly, randomId, rootElement, titleOf } from './page-dom.ts';
import { createPainter, type Painter, type PaintLook } from './page-paint.ts';
import { type Watch, watchPage } from './page-watch.ts';

/**
 * One document's conversation with the background: text out, marks in.
 *
 * One question is under way at a time, so answers cannot overtake one another. What changes meanwhile waits in `unsent`; an answer for a
 * block that is gone by then is dropped. A new address means a new document to the background, even if the page keeps its tree.
 */
export interface PageSession {
  readonly book: Book;
  readonly painter: Painter;
  readonly watch: Watch;
  /** Random, as the background knows this document; another after each navigation within the page. */
  doc(): string;
  /** Sends all text again: settings, verdicts or profiles changed, or the document came back from the cache. */
  reread(): void;
  kinds(on: Readonly<Record<Kind, boolean>>): void;
}

export interface SessionNeeds {
  readonly look: PaintLook;
  /** Rejects if nobody answers. */
  read(page: PageText): Promise<PageMarks>;
  /** The background said: not here, not now. */
  off(): void;
  readonly signal: AbortSignal;
}

/** Most text in one question, in UTF-16 units. */
const MOST_TEXT = 200_000;
/** After a new address the page needs time to bring its new text: this long without changes, or the second at most. In ms. */
const SETTLED = 300;
const SETTLED_AT_LATEST = 1_500;
/** Waits after failed questions, in ms; after the last one we wait for the page to change. */
const RETRIES = [500, 2_000, 8_000];

export function startSession(needs: SessionNeeds): PageSession {
  const { signal } = needs;
  const book = createBook();
  const painter = createPainter(needs.look, signal);
  const outbox = createOutbox(book);
  const lifted = new Set<PageBlock>();
  let doc = randomId();
  let busy = false;
  let failures = 0;
  let moving: Moving | undefined;

  const changed = (change: BookChange): void => {
    for (const block of change.gone) painter.forget(block);
    for (const block of change.moved) painter.renew(block);
    outbox.take(change);
    if (moving !== undefined) moving.quietSince = performance.now();
  };
  const slice = (done: boolean): void => {
    if (done) for (const block of lifted) if (book.blocks.has(block.id)) painter.renew(block);
    if (done) lifted.clear();
    painter.verify();
    noticeAddress();
    send();
  };
  const send = (): void => {
    if (busy || signal.aborted || moving !== undefined) return;
    const packet = outbox.next();
    if (packet === undefined) return;
    busy = true;
    const page: PageText = { doc, url: location.href, title: titleOf(document), lang: languageOf(rootElement(document)), ...packet };
    needs.read(page).then(
      quietly('marks', (answer) => settle(page, answer)),
      quietly('asking', () => failed(page)),
    );
  };
  const settle = (page: PageText, answer: PageMarks | undefined): void => {
    if (answer === undefined) return failed(page);
    busy = false;
    failures = 0;
    if (signal.aborted) return;
    if (answer.state === 'off') return needs.off();
    if (page.doc !== doc) return send();
    if (answer.state === 'send-whole') outbox.whole();
    else paint(page, answer.blocks);
    send();
  };
  const paint = (page: PageText, blocks: Extract<PageMarks, { state: 'marks' }>['blocks']): void => {
    // A block that was just sent and is not answered has no marks; it may have had some before the text was sent again.
    const bare = new Set(page.blocks.map(({ id }) => id));
    for (const { id } of blocks) bare.delete(id);
    for (const id of bare) {
      const block = book.blocks.get(id);
      if (block !== undefined) painter.forget(block);
    }
    for (const { id, marks } of blocks) {
      const block = book.blocks.get(id);
      if (block !== undefined) painter.set(block, marks);
    }
  };
  /** The background may have died in the middle: what it knows is uncertain, so all is sent again. */
  const failed = (page: PageText): void => {
    const wait = RETRIES[failures];
    failures += 1;
    outbox.whole();
    const again = (): void => {
      busy = false;
      if (wait !== undefined || page.doc !== doc) send();
    };
    setTimeout(quietly('asking again', again), wait ?? 1_000);
  };

  let address = addressOf();
  const noticeAddress = (): void => {
    if (addressOf() === address) return;
    address = addressOf();
    const now = performance.now();
    moving ??= { since: now, quietSince: now };
    moving.quietSince = now;
    arrive();
  };
  const arrive = (): void => {
    if (moving === undefined) return;
    const now = performance.now();
    const wait = Math.min(moving.quietSince + SETTLED, moving.since + SETTLED_AT_LATEST) - now;
    clearTimeout(moving.timer);
    if (wait > 0) moving.timer = setTimeout(quietly('navigation', arrive), wait);
    else {
      moving = undefined;
      doc = randomId();
      outbox.whole();
      send();
    }
  };
  const reread = (): void => {
    failures = 0;
    outbox.whole();
    send();
  };

  const watch = watchPage(
    book,
    {
      changed,
      slice,
      stale: (block) => {
        painter.lift(block);
        lifted.add(block);
      },
    },
    signal,
  );
  listenForMoves(noticeAddress, reread, signal);
  listenForPainting(painter.verify, signal);
  return { book, painter, watch, doc: () => doc, reread, kinds: (on) => painter.kinds(on) };
}

interface Moving {
  readonly since: number;
  quietSince: number;
  timer?: ReturnType<typeof setTimeout>;
}

interface Outbox {
  take(change: BookChange): void;
  whole(): void;
  /** The next part of what is not sent yet. */
  next(): Pick<PageText, 'whole' | 'blocks' | 'gone'> | undefined;
}

function createOutbox(book: Book): Outbox {
  const unsent = new Map<number, PageBlock>();
  const sent = new Set<number>();
  const gone = new Set<number>();
  let whole = true;
  let ever = false;
  return {
    take: (change) => {
      for (const block of change.added) unsent.set(block.id, block);
      for (const { id } of change.gone) {
        unsent.delete(id);
        if (sent.delete(id)) gone.add(id);
      }
    },
    whole: () => {
      whole = true;
      sent.clear();
      gone.clear();
      unsent.clear();
      for (const [id, block] of book.blocks) unsent.set(id, block);
    },
    next: () => {
      if (unsent.size === 0 && gone.size === 0 && !(whole && ever)) return undefined;
      const blocks: { readonly id: number; readonly text: string }[] = [];
      let size = 0;
      for (const [id, { text }] of unsent) {
        if (size > 0 && size + text.length > MOST_TEXT) break;
        size += text.length;
        blocks.push({ id, text });
        unsent.delete(id);
        sent.add(id);
      }
      const packet = { whole, blocks, gone: [...gone] };
      whole = false;
      ever = true;
      gone.clear();
      return packet;
    },
  };
}

function listenForMoves(moved: () => void, returned: () => void, signal: AbortSignal): void {
  listen('popstate hashchange', moved, signal);
  const navigation = (globalThis as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener('navigatesuccess', quietly('navigation', moved), { signal });
  listen<PageTransitionEvent>('pageshow', (event) => event.persisted && returned(), signal);
}

/** The page may clear highlights or replace its list of style sheets; we look when the reader does something. */
function listenForPainting(verify: () => void, signal: AbortSignal): void {
  let last = 0;
  const look = (): void => {
    const now = performance.now();
    if (now - last < 250) return;
    last = now;
    verify();
  };
  listen('scroll pointermove focus load', look, signal);
}

/** The address as far as it says which document this is: a plain fragment does not. */
function addressOf(): string {
  const { href, hash } = location;
  return /^#[!/]/.test(hash) ? href : href.slice(0, href.length - hash.length);
}

function languageOf(top: Element | null): string | undefined {
  return (top && (attribute(top, 'lang') || attribute(top, 'xml:lang'))) || undefined;
}
