import { useEffect, useState } from 'preact/hooks';
import type { FeedProgress, FeedView } from '../../platform/messages.ts';
import type { ReaderApi } from '../api.ts';
import { messageOf, useAsked } from '../asked.ts';

export interface FeedsDesk {
  /** Asks the reader, where the browser wants it so, to let Muster reach a feed's host. Only works straight from a click. */
  readonly askToReach: (address: string) => Promise<boolean>;
  /** Calls back with how far an update has come; without progress when it is over or the feeds changed. Answers how to stop. */
  readonly onFeeds: (changed: (id: string, progress: FeedProgress | undefined) => void) => () => void;
}

export type Progress = ReadonlyMap<string, FeedProgress>;

/** The feeds, asked for again whenever they change, and the updates that are under way, by id. */
export function useFeeds(api: Pick<ReaderApi, 'feeds'>, desk: FeedsDesk) {
  const [feeds, again] = useAsked<readonly FeedView[]>(() => api.feeds(), 'feeds');
  const [progress, setProgress] = useState<Progress>(new Map());
  useEffect(
    () =>
      desk.onFeeds((id, step) => {
        setProgress((before) => {
          const now = new Map(before);
          if (step === undefined) now.delete(id);
          else now.set(id, step);
          return now;
        });
        if (step === undefined) void again();
      }),
    [desk, again],
  );
  return { feeds, again, progress };
}

/** One deed at a time: whether it is under way, and in words what went wrong with the last one. */
export function useDeed() {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const run = async (deed: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setTrouble('');
    const words = await deed().then(
      () => '',
      (error: unknown) => messageOf(error),
    );
    setTrouble(words);
    setBusy(false);
    return words === '';
  };
  return { busy, trouble, run };
}

const MINUTE = 60_000;

/** The time, told anew each minute: "3 minutes ago" must not stand for an hour. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
