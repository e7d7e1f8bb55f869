import { number } from '../locales/format.ts';
import { say } from '../locales/say.ts';
import type { CardView } from '../platform/messages.ts';
import { kindName } from './words.ts';

/** What is said, and not shown, when the reader is taken to a name: "BAE Systems, company, 3 of 12"; that the names begin again; that there is none. */
export function reachedSentence(
  view: Pick<CardView, 'name' | 'kind' | 'certainty'> | undefined,
  place: { readonly index: number; readonly of: number; readonly turned: 1 | -1 | undefined; readonly framed: boolean },
): string {
  if (view === undefined) return say.noneReached;
  return say.reached({
    name: view.name,
    kind: kindName(view.kind),
    uncertain: view.certainty !== 'sure',
    n: number(place.index + 1),
    of: number(place.of),
    inFrame: place.framed,
    again: place.turned === undefined ? undefined : place.turned === 1 ? 'start' : 'end',
  });
}
