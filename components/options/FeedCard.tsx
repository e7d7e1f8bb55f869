import { useId, useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { DotColour, FeedProgress, FeedView } from '../../platform/messages.ts';
import { Icon } from '../Icon.tsx';
import { FeedMark } from '../Origin.tsx';
import { Switch } from '../Switch.tsx';
import { DotColours } from './DotColours.tsx';
import { FeedFacts, FeedTimes } from './FeedFacts.tsx';
import { FeedNotices } from './FeedNotices.tsx';
import { FeedProgressBar } from './FeedProgressBar.tsx';
import { useDeed } from './use-feeds.ts';

export interface FeedDeeds {
  readonly change: (some: { readonly on?: boolean; readonly colour?: DotColour; readonly move?: 1 | -1 }) => Promise<unknown>;
  readonly check: () => Promise<unknown>;
  readonly consent: (take: boolean) => Promise<unknown>;
  readonly remove: () => Promise<unknown>;
}

export interface FeedCardProps {
  readonly feed: FeedView;
  readonly progress: FeedProgress | undefined;
  readonly now: number;
  /** Among the feeds that the reader added. */
  readonly place: { readonly first: boolean; readonly last: boolean };
  readonly deeds: FeedDeeds;
}

type Run = ReturnType<typeof useDeed>['run'];

/** One feed: what it is, how fresh, who signed it, what is wrong with it, and what may be done about it. */
export function FeedCard(props: FeedCardProps) {
  const { feed, progress, now, deeds } = props;
  const title = useId();
  const { busy, trouble, run } = useDeed();
  return (
    <li class="feed">
      <article aria-labelledby={title}>
        <div class="feed-head">
          <h3 id={title}>{feed.builtIn ? <bdi>{feed.title}</bdi> : <FeedMark feed={feed} />}</h3>
          {feed.builtIn ? undefined : <Moves {...props} run={run} />}
        </div>
        <FeedTimes feed={feed} now={now} />
        <FeedNotices
          feed={feed}
          busy={busy}
          now={now}
          consent={(take) => run(() => deeds.consent(take))}
          fetchNow={() => run(deeds.check)}
        />
        {progress === undefined ? undefined : <FeedProgressBar progress={progress} of={feed.title} />}
        <FeedSwitch feed={feed} change={(on) => run(() => deeds.change({ on }))} />
        <FeedFacts feed={feed} />
        {feed.builtIn ? undefined : (
          <DotColours name={feed.id} chosen={feed.colour} choose={(colour) => run(() => deeds.change({ colour }))} />
        )}
        <Buttons {...props} busy={busy || progress !== undefined} run={run} />
        <p role="status">{trouble}</p>
      </article>
    </li>
  );
}

/** Says exactly what it does: the profiles that came with Muster are used in any case. */
function FeedSwitch({ feed, change }: { readonly feed: FeedView; readonly change: (on: boolean) => void }) {
  // Nobody is asked for newer ones: there is nothing to switch.
  if (feed.builtIn && feed.url === undefined) return null;
  return feed.builtIn ? (
    <Switch label={ui.feeds.keepCurrent} note={ui.feeds.keepCurrentNote} on={feed.on} change={change} />
  ) : (
    <Switch label={ui.feeds.use} note={ui.feeds.useNote} on={feed.on} change={change} />
  );
}

function Moves({ feed, place, deeds, run }: FeedCardProps & { readonly run: Run }) {
  const go = async (step: 1 | -1, disabled: boolean, button: HTMLElement) => {
    if (disabled || !(await run(() => deeds.change({ move: step })))) return;
    // The card was taken out and put in elsewhere: the reader's place on the button went with the old one.
    setTimeout(() => button.focus());
  };
  const move = (step: 1 | -1, icon: 'up' | 'down', disabled: boolean) => (
    <button
      type="button"
      class="quiet"
      aria-disabled={disabled}
      aria-label={ui.feeds[`${icon}One`](feed.title)}
      title={ui.feeds[icon]}
      onClick={(event) => void go(step, disabled, event.currentTarget)}
    >
      <Icon name={icon} />
    </button>
  );
  if (place.first && place.last) return null;
  return (
    <div class="moves">
      {move(-1, 'up', place.first)}
      {move(1, 'down', place.last)}
    </div>
  );
}

/** What is done in words; removing asks once more in place. */
function Buttons({ feed, deeds, busy, run }: FeedCardProps & { readonly busy: boolean; readonly run: Run }) {
  const [sure, setSure] = useState(false);
  const check = feed.url === undefined || (!feed.builtIn && !feed.on) ? undefined : () => run(deeds.check);
  if (sure) return <Confirm feed={feed} yes={() => void run(deeds.remove)} no={() => setSure(false)} />;
  if (check === undefined && feed.builtIn) return null;
  return (
    <div class="buttons">
      {check === undefined ? undefined : (
        <button type="button" class="button" disabled={busy} aria-label={ui.feeds.checkOneNow(feed.title)} onClick={() => void check()}>
          {ui.feeds.checkNow}
        </button>
      )}
      {feed.builtIn ? undefined : (
        <button type="button" class="button" aria-label={ui.feeds.removeOne(feed.title)} onClick={() => setSure(true)}>
          {ui.feeds.remove}
        </button>
      )}
    </div>
  );
}

function Confirm({ feed, yes, no }: { readonly feed: FeedView; readonly yes: () => void; readonly no: () => void }) {
  const profiles = feed.pack === undefined ? '' : ` ${ui.feeds.willMarkNothing(feed.pack.count)}`;
  return (
    <div class="confirm">
      <p role="alert">
        {ui.feeds.removeQuestion(<bdi>{feed.title}</bdi>)}
        {profiles}
      </p>
      <div class="buttons">
        <button type="button" class="button primary" onClick={yes}>
          {ui.feeds.doRemove}
        </button>
        <button type="button" class="button" onClick={no}>
          {ui.feeds.keep}
        </button>
      </div>
    </div>
  );
}
