import { admitBackground } from './admit.ts';
import { readArticle } from './article/read-article.ts';
import { answer } from './ask.ts';
import type { ToOffscreen } from './messages.ts';

/** Milliseconds without work after which the offscreen document is not kept any longer. */
export const IDLE = 60_000;

/** Answers the background in the offscreen document, and closes it when there was nothing to do for a while. What it was given is forgotten with each answer. */
export function serveOffscreen(close: () => void): void {
  let closing = setTimeout(close, IDLE);
  answer<ToOffscreen>(
    {
      article: async ({ outline, address }) => {
        clearTimeout(closing);
        try {
          return await readArticle(outline, address);
        } finally {
          clearTimeout(closing);
          closing = setTimeout(close, IDLE);
        }
      },
    },
    admitBackground,
  );
}
