import { browser } from 'wxt/browser';
import { KINDS, type Kind } from '../core/profile.ts';

/**
 * The reader's settings, in `storage.local`. The content script reads them too, so nothing here may reach Dexie.
 */
export interface Settings {
  readonly pausedEverywhere: boolean;
  /** Hosts without a leading "www."; what lies below a host is paused with it. */
  readonly pausedHosts: readonly string[];
  /** Whether articles are put into the log. */
  readonly recording: boolean;
  /** Days after which an article that was not opened again is erased; 0 keeps for ever. */
  readonly retentionDays: number;
  /** When the card opens: after a rest of the pointer, only with the Alt key, or never. */
  readonly hover: 'rest' | 'alt' | 'off';
  /** How long the pointer must rest, in milliseconds. */
  readonly hoverDelay: number;
  /** Which kinds are marked on pages. */
  readonly kinds: Readonly<Record<Kind, boolean>>;
  /** The reader allowed every page, not only the sites of the list. */
  readonly everyPage: boolean;
  /** The welcome page has been seen to its end. */
  readonly welcomed: boolean;
}

const KEY = 'settings';
const HOVER = ['rest', 'alt', 'off'] as const;
const FLAGS = ['pausedEverywhere', 'recording', 'everyPage', 'welcomed'] as const;

export const DEFAULT_SETTINGS: Settings = {
  pausedEverywhere: false,
  pausedHosts: [],
  recording: true,
  retentionDays: 365,
  hover: 'rest',
  hoverDelay: 400,
  kinds: kindsFrom({}),
  everyPage: false,
  welcomed: false,
};

/** The settings; a field that is missing or broken in storage has its default, the others keep their value. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return settingsFrom(stored[KEY]);
}

// Two changes at once would each write over the other's field: they wait for one another, in all contexts where the browser can see to it.
let lastChange: Promise<unknown> = Promise.resolve();

function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator as { readonly locks?: LockManager };
  if (locks !== undefined) return locks.request(KEY, run) as Promise<T>;
  const next = lastChange.catch(() => undefined).then(run);
  lastChange = next;
  return next;
}

/** Changes some fields and answers all settings as they are now. Rejects, in words for the reader, if the browser refuses to store them. */
export function changeSettings(change: Partial<Settings> | ((now: Settings) => Partial<Settings>)): Promise<Settings> {
  return inTurn(async () => {
    const now = await readSettings();
    const settings = settingsFrom({ ...now, ...(typeof change === 'function' ? change(now) : change) });
    try {
      await browser.storage.local.set({ [KEY]: settings });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`Your settings could not be stored (${why}) and are as they were. Free some space and try again.`);
    }
    return settings;
  });
}

/** Calls back with the settings whenever they change, in whichever context; answers how to stop. */
export function onSettings(listener: (settings: Settings, before: Settings) => void): () => void {
  const changed = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string) => {
    const change = changes[KEY];
    if (area === 'local' && change !== undefined) listener(settingsFrom(change.newValue), settingsFrom(change.oldValue));
  };
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}

/** Settings from whatever was stored, field by field. */
export function settingsFrom(value: unknown): Settings {
  const map = isMap(value) ? value : {};
  const flags = Object.fromEntries(FLAGS.map((key) => [key, flag(map[key], DEFAULT_SETTINGS[key])])) as Record<
    (typeof FLAGS)[number],
    boolean
  >;
  return {
    ...flags,
    pausedHosts: Array.isArray(map.pausedHosts)
      ? [...new Set(map.pausedHosts.filter((host): host is string => typeof host === 'string' && host !== '' && host.length <= 253))]
      : DEFAULT_SETTINGS.pausedHosts,
    retentionDays: whole(map.retentionDays, 0, 36_500, DEFAULT_SETTINGS.retentionDays),
    hover: HOVER.find((hover) => hover === map.hover) ?? DEFAULT_SETTINGS.hover,
    hoverDelay: whole(map.hoverDelay, 0, 5_000, DEFAULT_SETTINGS.hoverDelay),
    kinds: kindsFrom(isMap(map.kinds) ? map.kinds : {}),
  };
}

function kindsFrom(map: Readonly<Record<string, unknown>>): Readonly<Record<Kind, boolean>> {
  return Object.fromEntries(KINDS.map((kind) => [kind, flag(map[kind], true)])) as Record<Kind, boolean>;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function flag(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}

function whole(value: unknown, least: number, most: number, fallback: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : fallback;
}
