import { useEffect, useRef, useState } from 'preact/hooks';
import { number } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { Answer, FeedView, FromReader } from '../../platform/messages.ts';
import { Asking } from '../Asking.tsx';
import type { Asked, ReaderApi } from '../api.ts';
import { useAsked } from '../asked.ts';
import { ChangeGroups } from './ChangeGroups.tsx';

interface ChangesProps {
  readonly feeds: readonly FeedView[];
  readonly ask: ReaderApi['changes'];
}

/** What updates changed, folded away: asked for only when the reader looks. */
export function Changes(props: ChangesProps) {
  const [open, setOpen] = useState(false);
  return (
    <details id="changes" class="changes" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{ui.feeds.whatChanged}</h3>
      </summary>
      {open ? <ChangeSearch {...props} /> : undefined}
    </details>
  );
}

const FIRST = 25;
const MORE = 100;
/** Long enough for a word to be typed. */
const PAUSE_MS = 200;

function ChangeSearch({ feeds, ask }: ChangesProps) {
  const [text, setText] = useState('');
  const [feed, setFeed] = useState('');
  const [limit, setLimit] = useState(FIRST);
  const settled = useSettled(text.trim());
  const [asked, again] = useChanges(ask, { text: settled, limit, ...(feed === '' ? {} : { feed }) }, feeds);
  const begin = () => setLimit(FIRST);
  return (
    <>
      <div class="pair-of-fields">
        <label class="labelled">
          {ui.feeds.searchChanges}
          <input
            class="field"
            type="search"
            list={undefined}
            dir="auto"
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              begin();
            }}
          />
        </label>
        {feeds.length < 2 ? undefined : (
          <FeedChoice
            feeds={feeds}
            chosen={feed}
            choose={(id) => {
              setFeed(id);
              begin();
            }}
          />
        )}
      </div>
      <Asking asked={asked} what={ui.reader.what.changes} again={() => void again()}>
        {(found) => <Found found={found} text={settled} feeds={feeds} more={() => setLimit(limit + MORE)} />}
      </Asking>
    </>
  );
}

function FeedChoice(props: { readonly feeds: readonly FeedView[]; readonly chosen: string; readonly choose: (id: string) => void }) {
  return (
    <label class="labelled">
      {ui.feeds.feed}
      <select class="field" value={props.chosen} onChange={(event) => props.choose(event.currentTarget.value)}>
        <option value="">{ui.feeds.allFeeds}</option>
        {props.feeds.map((feed) => (
          <option key={feed.id} value={feed.id}>
            {feed.title}
          </option>
        ))}
      </select>
    </label>
  );
}

type Found = Answer<FromReader, 'changes'>;

function Found(props: { readonly found: Found; readonly text: string; readonly feeds: readonly FeedView[]; readonly more: () => void }) {
  const { found, text } = props;
  const shown = found.changes.length;
  const none = text === '' ? ui.feeds.noChanges : ui.feeds.noChangesOf(text);
  return (
    <>
      <p role="status" class="muted">
        {shown === 0 ? none : ui.feeds.shown(number(shown), number(found.of))}
      </p>
      <ChangeGroups changes={found.changes} feeds={props.feeds} />
      {shown < found.of && shown > 0 ? (
        <button type="button" class="button" onClick={props.more}>
          {ui.feeds.showMore}
        </button>
      ) : undefined}
    </>
  );
}

/** Asks when the question changes or a feed has a new version; the last answer stays meanwhile, so that the list does not flicker. */
function useChanges(ask: ChangesProps['ask'], question: Parameters<ChangesProps['ask']>[0], feeds: readonly FeedView[]) {
  const versions = feeds.map((feed) => `${feed.id} ${feed.pack?.version}`);
  const [asked, again] = useAsked(() => ask(question), JSON.stringify([question, versions]));
  const last = useRef<Asked<Found>>(asked);
  if (asked.state !== 'loading') last.current = asked;
  return [last.current, again] as const;
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
