import type { EntityId } from '../../core/profile.ts';
import { date } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { ChangeView, FeedView } from '../../platform/messages.ts';
import type { ReaderApi } from '../api.ts';
import { useAsked } from '../asked.ts';
import { ChangeGroups } from '../options/ChangeGroups.tsx';

const MOST = 100;

/**
 * What updates changed in one profile, since the reader last looked and before. Nothing is drawn if that is nothing, or cannot be had: the profile
 * stands above. The first look, and a private window, know of no earlier one.
 */
export function ChangesOf({ api, id }: { readonly api: ReaderApi; readonly id: EntityId }) {
  const [asked] = useAsked(() => Promise.all([api.changes({ text: id, limit: MOST }), api.feeds(), api.lookedAt({ id })]), id);
  if (asked.state !== 'ready') return null;
  const [{ changes }, feeds, looked] = asked.value;
  const own = changes.filter((change) => change.id === id);
  if (own.length === 0) return null;
  if (looked === undefined) return <Group id="changes-of" title={ui.feeds.whatChanged} changes={own} feeds={feeds} />;
  const since = own.filter(({ at }) => at > looked);
  const before = own.filter(({ at }) => at <= looked);
  return (
    <>
      {since.length === 0 ? <p class="muted">{ui.annotations.nothingSince(date(looked))}</p> : undefined}
      <Group id="changes-since" title={ui.annotations.sinceLooked(date(looked))} changes={since} feeds={feeds} />
      <Group id="changes-before" title={ui.annotations.changedBefore} changes={before} feeds={feeds} />
    </>
  );
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly ChangeView[];
  readonly feeds: readonly FeedView[];
}

function Group({ id, title, changes, feeds }: GroupProps) {
  if (changes.length === 0) return null;
  return (
    <section class="changes" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ChangeGroups changes={changes} feeds={feeds} />
    </section>
  );
}
