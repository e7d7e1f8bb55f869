import type { Certainty } from '../core/mention.ts';
import type { Kind } from '../core/profile.ts';
import { ownDecoration } from './kinds.ts';

/** A name with the line of its kind, as it is marked on pages. */
export function Name({ name, kind, certainty = 'sure' }: { readonly name: string; readonly kind: Kind; readonly certainty?: Certainty }) {
  return (
    <bdi class="marked" style={{ textDecoration: ownDecoration(kind, certainty) }}>
      {name}
    </bdi>
  );
}
