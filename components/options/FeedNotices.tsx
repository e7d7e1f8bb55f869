import type { FeedView } from '../../platform/messages.ts';
import { Notice } from '../Asking.tsx';
import { ago, bytes, number, staleSentence, stopped } from '../words.ts';

interface FeedNoticesProps {
  readonly feed: FeedView;
  readonly now: number;
  readonly busy: boolean;
  readonly consent: (take: boolean) => void;
  readonly fetchNow: () => void;
}

/** What the reader should know of a feed or decide: out of date, something wrong, a version that waits for their word, a large download. */
export function FeedNotices(props: FeedNoticesProps) {
  const { stale, trouble } = props.feed;
  return (
    <>
      {stale === undefined && trouble === undefined ? undefined : (
        <Notice>
          {trouble === undefined ? undefined : <p dir="auto">{stopped(trouble)}</p>}
          {stale === undefined ? undefined : <p>{staleSentence(stale)}</p>}
        </Notice>
      )}
      <Held {...props} />
      <Waiting {...props} />
    </>
  );
}

function Held({ feed, now, busy, consent }: FeedNoticesProps) {
  const { held, pack } = feed;
  if (held === undefined) return null;
  return (
    <Notice>
      <p>
        Version {number(held.version)} came {ago(held.since, now)} and waits for your word:
      </p>
      <ul class="reasons">
        {held.reasons.map((reason) => (
          <li key={reason} dir="auto">
            {stopped(reason)}
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="button" disabled={busy} onClick={() => consent(true)}>
          Use version {number(held.version)}
        </button>
        <button type="button" class="button" disabled={busy} onClick={() => consent(false)}>
          {pack === undefined ? 'Do not use it' : `Keep version ${number(pack.version)}`}
        </button>
      </div>
    </Notice>
  );
}

function Waiting({ feed, busy, fetchNow }: FeedNoticesProps) {
  if (feed.waiting === undefined) return null;
  return (
    <Notice>
      <p>A newer version of {bytes(feed.waiting)} waits for your click.</p>
      <div class="buttons">
        <button type="button" class="button" disabled={busy} aria-label={`Fetch ${feed.title} now`} onClick={fetchNow}>
          Fetch now
        </button>
      </div>
    </Notice>
  );
}
