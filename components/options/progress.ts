import type { FeedProgress, FeedStep } from '../../platform/messages.ts';

/** What Muster does in each step of an update, in the order in which they come. */
export const STEP_WORDS: Readonly<Record<FeedStep, string>> = {
  ask: 'Asking the host',
  trust: 'Checking the signatures',
  plan: 'Finding out what is new',
  fetch: 'Fetching',
  stage: 'Writing the profiles down',
  verify: 'Checking what was written',
  gate: 'Weighing what would change',
  switch: 'Taking the new version into use',
  names: 'Learning the names',
  tidy: 'Tidying up',
};

const STEPS = Object.keys(STEP_WORDS) as readonly FeedStep[];

/** How far the whole update has come, from 0 to 1: it never goes back, and each step is an equal part. */
export function partOfAll({ step, part = 0 }: FeedProgress): number {
  return (STEPS.indexOf(step) + Math.min(Math.max(part, 0), 1)) / STEPS.length;
}

/** News of one feed. Without progress: its update is over, or something about the feeds changed, so ask again. */
export type FeedNews = readonly [id: string, progress: FeedProgress | undefined];

const PREFIX = 'feed:';
/** Told of no one feed: they are more, fewer, or in another order. */
export const ALL_FEEDS = '';

/** What the new values of `storage.session` say of feeds; of everything else nothing. */
export function feedNews(values: Readonly<Record<string, unknown>>): readonly FeedNews[] {
  return Object.entries(values).flatMap(([key, value]): readonly FeedNews[] => {
    if (key === 'feeds') return [[ALL_FEEDS, undefined]];
    return key.startsWith(PREFIX) ? [[key.slice(PREFIX.length), value as FeedProgress | undefined]] : [];
  });
}
