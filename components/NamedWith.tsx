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
      <h1 tabIndex={-1}>
        Named with <bdi>{props.of.name}</bdi>
      </h1>
      <p class="muted">
        Counted in the articles that you read: how many sentences, paragraphs and articles name both. Choose one to read them.
      </p>
      {props.pairs.length === 0 ? (
        <div class="empty">
          <p>Nobody yet.</p>
          <p class="muted">Pairs appear here as you read articles that name both.</p>
        </div>
      ) : (
        <PairList {...props} />
      )}
    </section>
  );
}
