import type { EntityId } from '../../core/profile.ts';
import { Name } from '../Name.tsx';
import type { ViewProps } from './view.ts';

/** A name as it is marked on pages; pressed, it opens all about it. */
export function EntityName({ log, id, open }: Pick<ViewProps, 'log' | 'open'> & { readonly id: EntityId }) {
  const { name, kind } = log.who(id);
  return (
    <button type="button" class="plain-name" onClick={() => open(id)}>
      <Name name={name} kind={kind} />
    </button>
  );
}
