import { ui } from '../../locales/ui.ts';
import type { Answer, FeedView, FromReader } from '../../platform/messages.ts';
import { Asking } from '../Asking.tsx';
import type { ReaderApi } from '../api.ts';
import { useAsked } from '../asked.ts';
import { AddFeed } from './AddFeed.tsx';
import { Changes } from './Changes.tsx';
import { FeedCard, type FeedDeeds } from './FeedCard.tsx';
import type { FeedLink } from './feed-link.ts';
import { Section } from './Section.tsx';
import { type Told, Undo, useTold } from './Undo.tsx';
import { UpdateModeChoice } from './UpdateModeChoice.tsx';
import { type FeedsDesk, type Progress, useFeeds, useNow } from './use-feeds.ts';

interface FeedsPlaceProps {
  readonly api: ReaderApi;
  readonly desk: FeedsDesk;
  /** Link of a feed to add, from a backup (`?feed=`). */
  readonly link?: string | undefined;
}

/** Where the profiles come from: asks, and hands to the views what they draw and do. */
export function FeedsPlace({ api, desk, link = '' }: FeedsPlaceProps) {
  const { feeds, again, progress } = useFeeds(api, desk);
  const [mode, modeAgain] = useAsked(() => api.updateMode(), 'mode');
  const add = (of: FeedLink) => addTo(api, desk, of).finally(again);
  return (
    <Section id="feeds" title={ui.options.feeds}>
      <Asking asked={feeds} what={ui.reader.what.feeds} again={() => void again()}>
        {(all) => (
          <>
            <FeedList api={api} desk={desk} feeds={all} progress={progress} again={again} />
            <Asking asked={mode} what={ui.reader.what.feedTimes} again={() => void modeAgain()}>
              {(chosen) => <UpdateModeChoice chosen={chosen} choose={(one) => void api.setUpdateMode({ mode: one }).finally(modeAgain)} />}
            </Asking>
            <Changes feeds={all} ask={api.changes} />
            <AddFeed feeds={all} progress={progress} start={link} add={add} />
          </>
        )}
      </Asking>
    </Section>
  );
}

async function addTo(api: ReaderApi, desk: FeedsDesk, of: FeedLink): Promise<void> {
  // Straight from the click.
  if (!(await desk.askToReach(of.address))) throw new Error(ui.feeds.notReached);
  await api.addFeed(of);
}

interface FeedListProps {
  readonly api: ReaderApi;
  readonly desk: FeedsDesk;
  readonly feeds: readonly FeedView[];
  readonly progress: Progress;
  readonly again: () => Promise<void>;
}

/** The feeds in the order in which they count, and what that order means. */
export function FeedList(props: FeedListProps) {
  const { feeds, progress } = props;
  const now = useNow();
  const { told, tell } = useTold();
  const added = feeds.filter((feed) => !feed.builtIn);
  return (
    <>
      <p>{ui.feeds.whatIsAFeed}</p>
      {added.length === 0 ? undefined : <p>{ui.feeds.order}</p>}
      <ul class="feeds">
        {feeds.map((feed) => (
          <FeedCard
            key={feed.id}
            feed={feed}
            progress={progress.get(feed.id)}
            now={now}
            place={{ first: added[0] === feed, last: added.at(-1) === feed }}
            deeds={deedsOf(props, feed, tell)}
          />
        ))}
      </ul>
      <Undo told={told} tell={tell} />
    </>
  );
}

function deedsOf({ api, desk, again }: FeedListProps, feed: FeedView, tell: (told: Told) => void): FeedDeeds {
  const { id, title, url } = feed;
  const then = (done: Promise<Answer<FromReader, 'feeds'>>) => done.finally(again);
  return {
    change: (some) => then(api.changeFeed({ id, ...some })),
    check: async () => {
      // Straight from the click.
      const allowed = url === undefined || (await desk.askToReach(url));
      if (!allowed) throw new Error(ui.feeds.notReached);
      await then(api.checkFeeds({ id }));
    },
    consent: (take) => then(api.consent({ id, take })),
    remove: async () => {
      await then(api.removeFeed({ id }));
      // The card that could have said so is gone.
      tell({ words: ui.feeds.removed(title), undo: addedAgain(api, desk, feed, again) });
    },
  };
}

/** A feed that was removed comes back by its address and fingerprint, with its colour, and off if it was. Undefined if they are not known. */
function addedAgain(api: ReaderApi, desk: FeedsDesk, feed: FeedView, again: () => Promise<void>): Told['undo'] {
  const { id, url: address, fingerprint, on, colour } = feed;
  if (address === undefined || fingerprint === undefined) return undefined;
  return async () => {
    await addTo(api, desk, { address, fingerprint });
    await api.changeFeed({ id, on, colour }).finally(again);
  };
}
