import { date } from '../locales/format.ts';
import { say } from '../locales/say.ts';
import type { DotColour, FeedTag, Stale } from '../platform/messages.ts';
import { staleSentence } from './words.ts';

/** A dot of a colour, and the words that say whose it is: never the colour alone. */
export function Dotted({ colour, words }: { readonly colour: DotColour; readonly words: string }) {
  return (
    <span>
      <span class="dot" aria-hidden="true" style={{ background: `var(--feed-${colour})` }} />
      <bdi>{words}</bdi>
    </span>
  );
}

export function FeedMark({ feed }: { readonly feed: FeedTag }) {
  return <Dotted colour={feed.colour} words={feed.title} />;
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
