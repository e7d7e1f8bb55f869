import { isolated, number } from '../locales/format.ts';
import { say } from '../locales/say.ts';
import type { CardView } from '../platform/messages.ts';
import { kindName } from './words.ts';

/** What is said, and not shown, when the reader is taken to a name: "BAE Systems, company, 3 of 12"; that the names begin again; that there is none. */
export function reachedSentence(
  view: Pick<CardView, 'name' | 'kind' | 'certainty'> | undefined,
  place: { readonly index: number; readonly of: number; readonly turned: 1 | -1 | undefined; readonly framed: boolean },
): string {
  const words = say.reached;
  if (view === undefined) return words.none;
  const count = (place.framed ? words.placeInFrame : words.place)(number(place.index + 1), number(place.of));
  const sentence = (view.certainty === 'sure' ? words.sure : words.uncertain)(isolated(view.name), kindName(view.kind), count);
  if (place.turned === undefined) return sentence;
  return place.turned === 1 ? words.fromStart(sentence) : words.fromEnd(sentence);
}
