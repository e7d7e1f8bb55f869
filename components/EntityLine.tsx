import type { EntityOnPage } from '../platform/messages.ts';
import { AsOf } from './Origin.tsx';
import { capitalised } from './words.ts';

/** What it is, cut short where there is no room, and as of when, which never is. */
export function EntityLine({ of }: { readonly of: EntityOnPage }) {
  return (
    <p class="line muted">
      <span class="line-text" dir="auto">
        {capitalised(of.line)}
      </span>{' '}
      <AsOf day={of.lineAsOf} />
    </p>
  );
}
