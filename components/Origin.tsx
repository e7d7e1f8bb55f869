import { date } from '../locales/format.ts';
import { say } from '../locales/say.ts';
import type { FeedTag, Stale } from '../platform/messages.ts';
import { staleSentence } from './words.ts';

/** The dot of a feed and its title: never the colour alone. */
export function FeedMark({ feed }: { readonly feed: FeedTag }) {
  return (
    <span>
      <span class="dot" aria-hidden="true" style={{ background: `var(--feed-${feed.colour})` }} />
      <bdi>{feed.title}</bdi>
    </span>
  );
}

/** Where a profile comes from, if the reader added its feed, and whether it may be out of date. Nothing, for most. */
export function Origin({ of }: { readonly of: { readonly feed?: FeedTag; readonly stale?: Stale } }) {
  return (
    <>
      {of.feed === undefined ? undefined : <p class="muted">{say.from(<FeedMark feed={of.feed} />)}</p>}
      {of.stale === undefined ? undefined : <p class="muted">{staleSentence(of.stale)}</p>}
    </>
  );
}

/** As of when a statement holds, beside it. */
export function AsOf({ day }: { readonly day: string }) {
  return <span class="asof muted">{say.asOf(date(day))}</span>;
}
