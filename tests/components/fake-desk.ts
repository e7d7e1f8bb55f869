import type { Desk, KeysDesk, StorageDesk } from '../../components/api.ts';
import type { MineDesk } from '../../components/options/Mine.tsx';
import type { FeedsDesk } from '../../components/options/use-feeds.ts';
import type { FilesDesk } from '../../components/options/use-file.ts';
import { DEFAULT_LOOKS } from '../../core/look.ts';
import { openFile } from '../../platform/exchange/open-file.ts';
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

type AnyDesk = Desk & FeedsDesk & StorageDesk & KeysDesk & MineDesk & { readonly files: FilesDesk };

/** Reads files as they are read, and stores nothing. */
export const fakeFiles: FilesDesk = {
  open: async (bytes, how) => openFile(bytes, how),
  take: async () => ({ added: {}, replaced: {}, known: {} }),
  takeBack: async () => undefined,
  applySettings: async () => undefined,
  backup: async () => 'muster-2026-11-01-backup.jsonl',
  retentionDays: async () => 365,
  erasable: async () => [],
  putBack: async () => undefined,
};

/** A window whose settings live in memory. */
export function fakeDesk(
  start: Partial<Settings> = {},
  agrees = true,
): {
  readonly desk: AnyDesk;
  readonly now: () => Settings;
  readonly asked: string[];
  readonly change: () => void;
  /** What the reader wrote has changed, in whichever window. */
  readonly touch: () => void;
  /** News of a feed, as the background would tell it. */
  readonly feedNews: (id: string, progress?: FeedProgress) => void;
} {
  let now: Settings = { ...settings, ...start };
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  const feedListeners = new Set<(id: string, progress: FeedProgress | undefined) => void>();
  let lasting = false;
  const touchListeners = new Set<() => void>();
  const desk: AnyDesk = {
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
    onTouched: (changed) => {
      touchListeners.add(changed);
      return () => touchListeners.delete(changed);
    },
    askToNotify: async () => {
      asked.push('notify');
      return agrees;
    },
    files: fakeFiles,
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
  const touch = () => {
    for (const listener of touchListeners) listener();
  };
  const feedNews = (id: string, progress?: FeedProgress) => {
    for (const listener of feedListeners) listener(id, progress);
  };
  return { desk, now: () => now, asked, change, touch, feedNews };
}
