import type { Answer, FromReader } from '../platform/messages.ts';
import type { Settings } from '../platform/settings.ts';

/** What a view may ask, as functions: the real one is made of `ask`, a test passes its own. */
export type ReaderApi = {
  readonly [K in keyof FromReader]: (...argument: Parameters<FromReader[K]>) => Promise<Answer<FromReader, K>>;
};

const QUESTIONS: Readonly<Record<keyof FromReader, true>> = {
  page: true,
  profile: true,
  namedWith: true,
  evidence: true,
  search: true,
  goTo: true,
  judge: true,
  takeBack: true,
  verdicts: true,
  readOnce: true,
  readAlways: true,
  addOwn: true,
  removeOwn: true,
  own: true,
  health: true,
  erase: true,
  feeds: true,
  addFeed: true,
  changeFeed: true,
  removeFeed: true,
  checkFeeds: true,
  consent: true,
  changes: true,
  ledgerChunks: true,
  ledgerChunk: true,
  wordChunk: true,
  briefs: true,
  articles: true,
  relations: true,
  logRows: true,
  logFacts: true,
  logOwn: true,
  annotations: true,
  writeNote: true,
  correct: true,
  putOnList: true,
  lists: true,
  keepList: true,
  removeList: true,
  restoreList: true,
  keepOwn: true,
  lookedAt: true,
  tookIn: true,
  updateMode: true,
  setUpdateMode: true,
};

/** The API over one function that carries a question: `ask` of platform/messages.ts. */
export function readerApi(ask: (name: keyof FromReader, argument?: never) => Promise<unknown>): ReaderApi {
  const entries = Object.keys(QUESTIONS).map(
    (name) => [name, (argument?: unknown) => ask(name as keyof FromReader, argument as never)] as const,
  );
  return Object.fromEntries(entries) as unknown as ReaderApi;
}

/** A question that a view has asked, and what came of it. While it is asked again the last answer stays. */
export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'ready'; readonly value: T };

/** What a reader's window may do besides asking; the entrypoint makes it of the browser. */
export interface Desk {
  /** Asks the browser for access to an origin pattern. Only works straight from a click: nothing may be awaited before it. */
  readonly askFor: (origin: string) => Promise<boolean>;
  readonly openOptions: () => void;
  /** Opens the side panel in the popup's place; the panel itself has none. */
  readonly openPanel?: () => void;
  readonly readSettings: () => Promise<Settings>;
  readonly changeSettings: (change: Partial<Settings> | ((now: Settings) => Partial<Settings>)) => Promise<Settings>;
  /** Calls back when what a tab shows has changed; answers how to stop. */
  readonly onPage: (tabId: number, changed: () => void) => () => void;
  readonly onSettings: (changed: () => void) => () => void;
}

/** What the options and welcome pages do with the browser's site access. Patterns are match patterns. */
export interface SitesDesk {
  readonly sites: () => Promise<SiteAccess>;
  /** Asks the browser for access. Only works straight from a click: nothing may be awaited before it. */
  readonly askFor: (patterns: readonly string[]) => Promise<boolean>;
  readonly giveUp: (patterns: readonly string[]) => Promise<boolean>;
}

/** The keys of the commands, and the browser's own page for them where it can be opened. */
export interface KeysDesk {
  readonly keys: () => Promise<readonly { readonly name: string; readonly description: string; readonly key: string }[]>;
  readonly openKeys?: (() => void) | undefined;
}

/** Whether the browser may throw away what is stored. */
export interface StorageDesk {
  readonly isLasting: () => Promise<boolean>;
  /** Asks the browser; answers what it said. */
  readonly makeLasting: () => Promise<boolean>;
}

export interface SiteAccess {
  /** Patterns of the sites that Muster came with, and those of them that the browser does not let it read. */
  readonly builtIn: readonly string[];
  readonly refused: readonly string[];
  /** What the reader granted besides, "every page" left out. */
  readonly granted: readonly string[];
  readonly everyPage: boolean;
  readonly never: readonly { readonly host: string; readonly why: string }[];
}

/** Every page there is: an optional permission. */
export const EVERY_PAGE = '*://*/*';
