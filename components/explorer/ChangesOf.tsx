import type { EntityId } from '../../core/profile.ts';
import { ui } from '../../locales/ui.ts';
import type { ReaderApi } from '../api.ts';
import { useAsked } from '../asked.ts';
import { ChangeGroups } from '../options/ChangeGroups.tsx';

const MOST = 100;

/** What updates changed in one profile. Nothing is drawn if that is nothing, or cannot be had: the profile stands above. */
export function ChangesOf({ api, id }: { readonly api: ReaderApi; readonly id: EntityId }) {
  const [asked] = useAsked(async () => Promise.all([api.changes({ text: id, limit: MOST }), api.feeds()]), id);
  if (asked.state !== 'ready') return null;
  const [{ changes }, feeds] = asked.value;
  const own = changes.filter((change) => change.id === id);
  if (own.length === 0) return null;
  return (
    <section class="changes" aria-labelledby="changes-of">
      <h2 id="changes-of">{ui.feeds.whatChanged}</h2>
      <ChangeGroups changes={own} feeds={feeds} />
    </section>
  );
}
