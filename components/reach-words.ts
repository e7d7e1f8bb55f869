import type { CardView } from '../platform/messages.ts';
import { isolated, kindName, number } from './words.ts';

/** What is said, and not shown, when the reader is taken to a name; and how the commands are called. */

/** "BAE Systems, company, 3 of 12"; that the names begin again; that there is none. */
export function reachedSentence(
  view: Pick<CardView, 'name' | 'kind' | 'certainty'> | undefined,
  place: { readonly index: number; readonly of: number; readonly turned: 1 | -1 | undefined; readonly framed: boolean },
): string {
  if (view === undefined) return 'No name is marked on this page.';
  const again = place.turned === undefined ? '' : place.turned === 1 ? 'From the start again: ' : 'From the end again: ';
  const unsure = view.certainty === 'sure' ? '' : ', uncertain';
  const count = `${number(place.index + 1)} of ${number(place.of)}${place.framed ? ' in this frame' : ''}`;
  return `${again}${isolated(view.name)}, ${kindName(view.kind)}${unsure}, ${count}`;
}
