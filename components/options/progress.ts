import type { FeedProgress, FeedStep } from '../../platform/messages.ts';

const STEPS: readonly FeedStep[] = ['ask', 'trust', 'plan', 'fetch', 'stage', 'verify', 'gate', 'switch', 'names', 'tidy'];

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
