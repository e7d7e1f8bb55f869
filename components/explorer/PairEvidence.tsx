import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { EntityId } from '../../core/profile.ts';
import { articlesWith } from '../../core/tally.ts';
import { ui } from '../../locales/ui.ts';
import { ArticleList } from './ArticleList.tsx';
import type { ViewProps } from './view.ts';

/** What stands behind a number: the articles under the filter that name both, with their sentences. */
export function PairEvidence(props: ViewProps & { readonly of: readonly [EntityId, EntityId]; readonly close: () => void }) {
  const { log, tally, of, open, close } = props;
  const [a, b] = of;
  const ids = useMemo(() => articlesWith(log.ledger, tally, of), [log, tally, a, b]);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever asked by keyboard goes on reading here.
  useEffect(() => heading.current?.focus(), [a, b]);
  const name = (id: EntityId) => (
    <button type="button" class="plain" onClick={() => open(id)}>
      <bdi>{log.who(id).name}</bdi>
    </button>
  );
  return (
    <aside
      class="evidence-panel"
      aria-labelledby="pair-heading"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <button type="button" class="button close" onClick={close}>
        {ui.explorer.close}
      </button>
      <h2 id="pair-heading" tabIndex={-1} ref={heading}>
        {ui.profile.both(name(a), name(b))}
      </h2>
      <p class="muted">{ids.length === 0 ? ui.profile.noEvidence : ui.profile.together(ids.length)}</p>
      <ArticleList {...props} ids={ids} of={of} />
    </aside>
  );
}
