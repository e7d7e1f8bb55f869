import type { PairView } from '../platform/messages.ts';
import { Name } from './Name.tsx';
import type { Named } from './places.ts';
import { date, together } from './words.ts';

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
              {pair.last === undefined ? '' : `, last\u00a0${date(pair.last)}`}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
