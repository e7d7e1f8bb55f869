import { number, stopped } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { FeedView } from '../../platform/messages.ts';
import { Notice } from '../Asking.tsx';
import { ago, bytes, staleSentence } from '../words.ts';
import { reasonWords } from './reasons.ts';

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
          {trouble === undefined ? undefined : <Trouble code={props.feed.code} words={trouble} />}
          {stale === undefined ? undefined : <p>{staleSentence(stale)}</p>}
        </Notice>
      )}
      <Held {...props} />
      <Waiting {...props} />
    </>
  );
}

/** The client's own sentence is English and knows more than the code: where the code has words of its own, it is folded away. */
function Trouble({ code, words }: { readonly code: FeedView['code']; readonly words: string }) {
  const sentence = code !== undefined && code in ui.feedCodes ? ui.feedCodes[code as keyof typeof ui.feedCodes] : undefined;
  if (sentence === undefined) return <p dir="auto">{stopped(words)}</p>;
  return (
    <>
      <p>{sentence}</p>
      <details>
        <summary>{ui.feeds.details}</summary>
        <p lang="en" dir="auto">
          {stopped(words)}
        </p>
      </details>
    </>
  );
}

function Held({ feed, now, busy, consent }: FeedNoticesProps) {
  const { held, pack } = feed;
  if (held === undefined) return null;
  return (
    <Notice>
      <p>{ui.feeds.held(number(held.version), ago(held.since, now))}</p>
      <ul class="reasons">
        {held.reasons.map((reason) => (
          <li key={reason.words} dir="auto">
            {reasonWords(reason)}
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="button" disabled={busy} onClick={() => consent(true)}>
          {ui.feeds.useVersion(number(held.version))}
        </button>
        <button type="button" class="button" disabled={busy} onClick={() => consent(false)}>
          {pack === undefined ? ui.feeds.doNotUse : ui.feeds.keepVersion(number(pack.version))}
        </button>
      </div>
    </Notice>
  );
}

function Waiting({ feed, busy, fetchNow }: FeedNoticesProps) {
  if (feed.waiting === undefined) return null;
  return (
    <Notice>
      <p>{ui.feeds.waiting(bytes(feed.waiting))}</p>
      <div class="buttons">
        <button type="button" class="button" disabled={busy} aria-label={ui.feeds.fetchOneNow(feed.title)} onClick={fetchNow}>
          {ui.feeds.fetchNow}
        </button>
      </div>
    </Notice>
  );
}
