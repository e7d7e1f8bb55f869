import { browser } from 'wxt/browser';
import { COLOURS, DEFAULT_LOOKS, LINES, type Looks, STRENGTHS } from '../core/look.ts';
import { KINDS, type Kind } from '../core/profile.ts';
import { LANGUAGES, type LanguageChoice } from '../locales/language.ts';
import { HOVER, MODIFIERS, type PageSettings } from './page-settings.ts';

/** The reader's settings, in `storage.local`. They are changed in `change-settings.ts`. */
export interface Settings extends PageSettings {
  /** Hosts without a leading "www."; what lies below a host is paused with it. */
  readonly pausedHosts: readonly string[];
  /** Whether articles are put into the log. */
  readonly recording: boolean;
  /** Days after which an article that was not opened again is erased; 0 keeps for ever. */
  readonly retentionDays: number;
  /** The reader allowed every page, not only the sites of the list. */
  readonly everyPage: boolean;
  /** What Muster speaks: a language, or that of the browser. */
  readonly language: LanguageChoice;
  /** The welcome page has been seen to its end. */
  readonly welcomed: boolean;
}

/** Where they are stored. */
export const KEY = 'settings';
const FLAGS = ['pausedEverywhere', 'recording', 'everyPage', 'welcomed'] as const;

export const DEFAULT_SETTINGS: Settings = {
  pausedEverywhere: false,
  pausedHosts: [],
  recording: true,
  retentionDays: 365,
  hover: 'rest',
  modifier: 'alt',
  hoverDelay: 400,
  kinds: kindsFrom({}),
  ...DEFAULT_LOOKS,
  everyPage: false,
  language: 'auto',
  welcomed: false,
};

/** The settings; a field that is missing or broken in storage has its default, the others keep their value. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return settingsFrom(stored[KEY]);
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

/** Keeps `storage.local` from content scripts, where the browser can do that: what runs in a page has no business there. */
export async function closeStorage(): Promise<void> {
  const { local } = browser.storage as { readonly local: { setAccessLevel?(of: { readonly accessLevel: string }): Promise<void> } };
  try {
    await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch (error) {
    // Nothing of ours in pages asks for it, locked or not; there is nothing that the reader could do.
    console.debug('Muster: storage stays open to content scripts', error);
  }
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
    language: oneOf(LANGUAGES, map.language, 'auto'),
    // Alt was the only key once, and the choice had its name.
    hover: map.hover === 'alt' ? 'key' : oneOf(HOVER, map.hover, DEFAULT_SETTINGS.hover),
    modifier: oneOf(MODIFIERS, map.modifier, DEFAULT_SETTINGS.modifier),
    hoverDelay: whole(map.hoverDelay, 0, 5_000, DEFAULT_SETTINGS.hoverDelay),
    kinds: kindsFrom(isMap(map.kinds) ? map.kinds : {}),
    looks: looksFrom(isMap(map.looks) ? map.looks : {}),
    strength: oneOf(STRENGTHS, map.strength, DEFAULT_SETTINGS.strength),
  };
}

function kindsFrom(map: Readonly<Record<string, unknown>>): Readonly<Record<Kind, boolean>> {
  return Object.fromEntries(KINDS.map((kind) => [kind, flag(map[kind], true)])) as Record<Kind, boolean>;
}

function looksFrom(map: Readonly<Record<string, unknown>>): Looks['looks'] {
  const lookFrom = (kind: Kind) => {
    const { line, colour } = DEFAULT_LOOKS.looks[kind];
    const look = isMap(map[kind]) ? map[kind] : {};
    return { line: oneOf(LINES, look.line, line), colour: oneOf(COLOURS, look.colour, colour) };
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, lookFrom(kind)])) as Looks['looks'];
}

function oneOf<T>(all: readonly T[], value: unknown, fallback: T): T {
  return all.find((one) => one === value) ?? fallback;
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
