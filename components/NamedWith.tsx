import { ui } from '../locales/ui.ts';
import type { PairView } from '../platform/messages.ts';
import { PairList } from './PairList.tsx';
import type { Named } from './places.ts';

/** Everybody one was named with. Counts only: what is stated about them stands in the profile. */
export function NamedWith(props: {
  readonly of: Named;
  readonly pairs: readonly PairView[];
  readonly onPair: (a: Named, b: Named) => void;
}) {
  return (
    <section>
      <h1 tabIndex={-1}>{ui.profile.namedWithWhom(<bdi>{props.of.name}</bdi>)}</h1>
      <p class="muted">{ui.profile.pairsNote}</p>
      {props.pairs.length === 0 ? (
        <div class="empty">
          <p>{ui.profile.nobodyYet}</p>
          <p class="muted">{ui.profile.nobodyYetNote}</p>
        </div>
      ) : (
        <PairList {...props} />
      )}
    </section>
  );
}
