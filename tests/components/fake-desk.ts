import type { Desk, KeysDesk, StorageDesk } from '../../components/api.ts';
import type { FeedsDesk } from '../../components/options/use-feeds.ts';
import { DEFAULT_LOOKS } from '../../core/look.ts';
import type { FeedProgress } from '../../platform/messages.ts';
import type { Settings } from '../../platform/settings.ts';

export const settings: Settings = {
  pausedEverywhere: false,
  pausedHosts: [],
  recording: true,
  retentionDays: 365,
  hover: 'rest',
  modifier: 'alt',
  hoverDelay: 400,
  kinds: { company: true, official: true, organisation: true, event: true, programme: true },
  everyPage: false,
  language: 'auto',
  welcomed: true,
  ...DEFAULT_LOOKS,
};

/** A window whose settings live in memory. */
export function fakeDesk(
  start: Partial<Settings> = {},
  agrees = true,
): {
  readonly desk: Desk & FeedsDesk & StorageDesk & KeysDesk;
  readonly now: () => Settings;
  readonly asked: string[];
  readonly change: () => void;
  /** News of a feed, as the background would tell it. */
  readonly feedNews: (id: string, progress?: FeedProgress) => void;
} {
  let now: Settings = { ...settings, ...start };
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  const feedListeners = new Set<(id: string, progress: FeedProgress | undefined) => void>();
  let lasting = false;
  const desk: Desk & FeedsDesk & StorageDesk & KeysDesk = {
    keys: async () => [
      { name: '_execute_action', description: '', key: 'Alt+Shift+M' },
      { name: 'previous-mention', description: 'x', key: '' },
      { name: 'new-command', description: 'Something new', key: 'F9' },
    ],
    openKeys: () => {
      asked.push('keys');
    },
    askFor: async (origin) => {
      asked.push(origin);
      return true;
    },
    openOptions: () => {
      asked.push('options');
    },
    readSettings: async () => now,
    changeSettings: async (change) => {
      now = { ...now, ...(typeof change === 'function' ? change(now) : change) };
      return now;
    },
    onPage: (_, changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    onSettings: () => () => undefined,
    isLasting: async () => lasting,
    makeLasting: async () => {
      lasting = agrees;
      return agrees;
    },
    askToReach: async (address) => {
      asked.push(`reach ${address}`);
      return agrees;
    },
    onFeeds: (changed) => {
      feedListeners.add(changed);
      return () => feedListeners.delete(changed);
    },
  };
  const change = () => {
    for (const listener of listeners) listener();
  };
  const feedNews = (id: string, progress?: FeedProgress) => {
    for (const listener of feedListeners) listener(id, progress);
  };
  return { desk, now: () => now, asked, change, feedNews };
}
