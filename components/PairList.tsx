import { date } from '../locales/format.ts';
import { ui } from '../locales/ui.ts';
import type { PairView } from '../platform/messages.ts';
import { Name } from './Name.tsx';
import type { Named } from './places.ts';
import { together } from './words.ts';

/** With whom one was named, strongest first; each opens its evidence. */
export function PairList({
  of,
  pairs,
  onPair,
}: {
  readonly of: Named;
  readonly pairs: readonly PairView[];
  readonly onPair: (a: Named, b: Named) => void;
}) {
  if (pairs.length === 0) return null;
  return (
    <ol class="rows pairs">
      {pairs.map((pair) => (
        <li key={pair.id} class="row">
          <button type="button" class="name whole" onClick={() => onPair(of, { id: pair.id, name: pair.name })}>
            <Name name={pair.name} kind={pair.kind} />{' '}
            <span class="muted block">
              {together(pair)}
              {pair.last === undefined ? '' : `, ${ui.profile.last(date(pair.last))}`}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
