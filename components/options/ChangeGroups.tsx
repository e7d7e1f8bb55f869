import type { FieldChange } from '../../core/changes.ts';
import { date, number } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { ChangeView, FeedView } from '../../platform/messages.ts';
import { FeedMark } from '../Origin.tsx';
import { country, kindName } from '../words.ts';

interface Group {
  readonly feed: string;
  readonly version: number;
  readonly day: string;
  readonly changes: readonly ChangeView[];
}

/** Changes of one feed, version and day under one heading, in the order in which they come. */
export function grouped(changes: readonly ChangeView[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const change of changes) {
    const { feed, version, at } = change;
    const day = date(at);
    const key = JSON.stringify([feed, version, day]);
    groups.set(key, { feed, version, day, changes: [...(groups.get(key)?.changes ?? []), change] });
  }
  return [...groups.values()];
}

export function ChangeGroups({ changes, feeds }: { readonly changes: readonly ChangeView[]; readonly feeds: readonly FeedView[] }) {
  return (
    <>
      {grouped(changes).map((group) => (
        <section key={`${group.feed} ${group.version} ${group.day}`} class="change-group">
          <h4>
            <FeedName id={group.feed} feeds={feeds} /> · {ui.feeds.version(number(group.version))} · {group.day}
          </h4>
          <ul>
            {group.changes.map((change) => (
              <ChangeItem key={`${change.id} ${change.at}`} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** A feed that is gone left its changes behind: it is known by its fingerprint only. */
function FeedName({ id, feeds }: { readonly id: string; readonly feeds: readonly FeedView[] }) {
  const feed = feeds.find((one) => one.id === id);
  if (feed === undefined) return <bdi>{id.slice(0, 8)}</bdi>;
  return feed.builtIn ? <bdi>{feed.title}</bdi> : <FeedMark feed={feed} />;
}

/** Of a removed record the name only: its publisher may have had to take back what it said. */
function ChangeItem({ change }: { readonly change: ChangeView }) {
  const gone = change.what === 'removed';
  return (
    <li class="change">
      <p>
        <span class={`what ${change.what}`}>{ui.feeds.what[change.what]}</span>{' '}
        {gone ? (
          <bdi>{change.name}</bdi>
        ) : (
          <a href={`/sidepanel.html?id=${encodeURIComponent(change.id)}`} target="_blank" rel="noopener">
            <bdi>{change.name}</bdi>
          </a>
        )}
        {gone ? undefined : <span class="muted">, {kindName(change.kind)}</span>}
      </p>
      {gone || change.fields.length === 0 ? undefined : (
        <ul class="fields">
          {change.fields.map((field) => (
            <FieldItem key={JSON.stringify(field)} change={field} />
          ))}
        </ul>
      )}
    </li>
  );
}

function FieldItem({ change }: { readonly change: FieldChange }) {
  const { field, before, after } = change;
  const words = (text: string) => <bdi dir="auto">{valueWords(field, text)}</bdi>;
  return (
    <li>
      <span class="muted">{ui.feeds.fields[field]}:</span> {before === undefined ? undefined : words(before)}
      {before === undefined || after === undefined ? undefined : (
        <>
          <span aria-hidden="true"> → </span>
          <span class="visually-hidden"> {ui.feeds.isNow} </span>
        </>
      )}
      {after === undefined ? ui.feeds.fieldGone : words(after)}
      {before === undefined ? ui.feeds.fieldNew : undefined}
    </li>
  );
}

function valueWords(field: FieldChange['field'], text: string): string {
  if (field === 'country') return country(text);
  if (field === 'forms') return number(Number.parseInt(text, 10));
  return field === 'as of' ? date(text) : text;
}
