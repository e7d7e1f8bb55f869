import type { PageMarks, PageText } from './messages.ts';
import { type Book, type BookChange, createBook, type PageBlock } from './page-book.ts';
import { attribute, clock, listen, quietly, randomId, rootElement, titleOf } from './page-dom.ts';
import { createMoves } from './page-moves.ts';
import { createOutbox } from './page-outbox.ts';
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
  /** Sends all text again: settings, verdicts or profiles changed, or the document came back from the cache of the browser. */
  reread(): void;
  /** Marks look otherwise from now on. */
  look(now: PaintLook): void;
}

export interface SessionNeeds {
  readonly look: PaintLook;
  /** Rejects if nobody answers. */
  read(page: PageText): Promise<PageMarks>;
  /** The background said: not here, not now. */
  off(): void;
  /** Has frames read that the page itself has written. */
  readFrames(): void;
  readonly signal: AbortSignal;
}

/** While a page is being read, text waits for a common question, at most so many ms. */
const LONGEST_GATHERING = 150;
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
  let allRead = false;
  /** When the last question was asked. */
  let asked = Number.NEGATIVE_INFINITY;

  const changed = (change: BookChange): void => {
    for (const block of change.gone) painter.forget(block);
    for (const block of change.moved) painter.renew(block);
    outbox.take(change);
    moves.restless();
  };
  const slice = (done: boolean): void => {
    if (done) for (const block of lifted) if (book.blocks.has(block.id)) painter.renew(block);
    if (done) lifted.clear();
    painter.verify();
    moves.notice();
    allRead = done;
    sendIfDue();
  };
  /** The first slice at once, the rest when all is read or has waited long enough: each question costs the page about a millisecond. */
  const sendIfDue = (): void => {
    if (allRead || clock() - asked > LONGEST_GATHERING) send();
  };
  const send = (): void => {
    if (busy || signal.aborted || moves.underWay()) return;
    asked = clock();
    const packet = outbox.next();
    if (packet === undefined) return;
    busy = true;
    const page: PageText = { doc, url: location.href, title: titleOf(document), lang: languageOf(rootElement(document)), ...packet };
    needs.read(page).then(
      quietly('marks', (answer: PageMarks | undefined) => (answer === undefined ? failed(page) : settle(page, answer))),
      quietly('asking', () => failed(page)),
    );
  };
  const settle = (page: PageText, answer: PageMarks): void => {
    busy = false;
    failures = 0;
    if (signal.aborted) return;
    if (answer.state === 'send-whole') outbox.whole();
    if (answer.state === 'marks' && page.doc === doc) paint(page, answer.blocks);
    if (answer.state === 'off') needs.off();
    else sendIfDue();
  };
  const paint = (page: PageText, blocks: Extract<PageMarks, { state: 'marks' }>['blocks']): void => {
    const marks = new Map(blocks.map((one) => [one.id, one.marks]));
    // A block that was just sent and is not answered has no marks; it may have had some before the text was sent again.
    for (const { id } of page.blocks) if (!marks.has(id)) marks.set(id, []);
    for (const [id, now] of marks) {
      const block = book.blocks.get(id);
      if (block !== undefined) painter.set(block, now);
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

  const reread = (): void => {
    failures = 0;
    outbox.whole();
    send();
  };

  const arrived = (): void => {
    doc = randomId();
    outbox.whole();
    send();
  };
  const moves = createMoves(arrived, signal);
  const stale = (block: PageBlock): void => {
    painter.lift(block);
    lifted.add(block);
  };
  const watch = watchPage(book, { changed, slice, stale, stirred: painter.stir, framed: needs.readFrames }, signal);
  const inSight = scrollY > 0 ? Document.prototype.elementFromPoint.call(document, innerWidth / 2, innerHeight / 2) : null;
  if (inSight !== null) watch.first(inSight);
  listenForPainting(painter.verify, signal);
  return { book, painter, watch, doc: () => doc, reread, look: painter.look };
}

/** The page may clear highlights or replace its list of style sheets; we look when the reader does something. */
function listenForPainting(verify: () => void, signal: AbortSignal): void {
  let last = 0;
  const look = (): void => {
    const now = clock();
    if (now - last < 250) return;
    last = now;
    verify();
  };
  listen('scroll pointermove focus load', look, signal);
}

function languageOf(top: Element | null): string | undefined {
  return (top && (attribute(top, 'lang') || attribute(top, 'xml:lang'))) || undefined;
}
