import type { PageText } from './messages.ts';
import type { Book, BookChange, PageBlock } from './page-book.ts';

/** Most text in one question, in UTF-16 units. */
const MOST_TEXT = 200_000;

/** What the background has not been told yet. */
export interface Outbox {
  take(change: BookChange): void;
  whole(): void;
  /** The next part of what is not sent yet. */
  next(): Pick<PageText, 'whole' | 'blocks' | 'gone'> | undefined;
}

export function createOutbox(book: Book): Outbox {
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
