import { listen, quietly } from './page-dom.ts';
import type { PageSession } from './page-session.ts';

/**
 * Calls back when the reader points at a mark, until the signal ends; looks once a frame at most. The caret that the browser tells may lie
 * beside the letters: whoever is called looks more closely. Answers how the pointer moved last.
 */
export function watchPointer({ book, painter, watch }: PageSession, met: () => void, signal: AbortSignal): () => PointerEvent | undefined {
  let last: PointerEvent | undefined;
  let planned = false;
  const look = quietly('pointing', () => {
    planned = false;
    if (last === undefined || signal.aborted) return;
    const { clientX, clientY } = last;
    const caret = Document.prototype.caretPositionFromPoint.call(document, clientX, clientY, { shadowRoots: [...watch.roots] });
    const place = caret === null ? undefined : book.find(caret.offsetNode, caret.offset);
    if (place !== undefined && painter.marksOf(place.block).some(({ start, end }) => start <= place.offset && place.offset <= end)) met();
  });
  const moved = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    last = event;
    if (!planned) requestAnimationFrame(look);
    planned = true;
  };
  listen('pointermove', moved, signal);
  return () => last;
}
