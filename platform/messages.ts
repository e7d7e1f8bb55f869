import type { Change } from '../core/changes.ts';
import type { FeedCode } from '../core/feed.ts';
import type { Fingerprint } from '../core/fingerprint.ts';
import type { LedgerChunk } from '../core/ledger.ts';
import type { Certainty, Mention, Verdict, Why } from '../core/mention.ts';
import type { EntityId, Kind, Profile, Source } from '../core/profile.ts';
import type { Told } from '../core/told.ts';
import type { WordChunk } from '../core/word-index.ts';
import type { Spoken } from '../locales/language.ts';
import type { SnapshotEntity, SnapshotRelation } from './exchange/snapshot.ts';
import type { AnnotationRow, ArticleRow, ListRow, Overlay, OwnEntity, SentenceRow, SightingRow, VerdictRow } from './log-rows.ts';
import type { PageSettings } from './page-settings.ts';

/**
 * The whole contract between the contexts, in one file so that it can be read as one, however long. Questions travel as messages; changes
 * travel through storage, but for pages, which are told.
 *
 * `FromPage` is what a content script may ask. Treat it as asked by the page itself: nothing here deletes, exports or
 * tells of other pages. `FromReader` is for our own pages (popup, side panel, options, welcome) only; the background
 * refuses it from anywhere else. `ToPage` is what the background asks of a content script, `ToOffscreen` what it asks of a page of ours that nobody
 * sees.
 */

/** Blocks of one document that are new or changed, and the ids of those that are gone. */
export interface PageText {
  /** Random per document life; tells a re-read from a new page. */
  readonly doc: string;
  readonly url: string;
  readonly title: string;
  readonly lang?: string;
  /** True for the first message of a document and when all blocks are sent again: what was known is dropped. */
  readonly whole: boolean;
  readonly blocks: readonly { readonly id: number; readonly text: string }[];
  readonly gone: readonly number[];
}

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly certainty: Certainty;
}

export type PageMarks =
  /** Marks of each block whose marks changed; an empty list clears a block. */
  | { readonly state: 'marks'; readonly blocks: readonly { readonly id: number; readonly marks: readonly Mark[] }[] }
  /** The background has forgotten this document (it was put to sleep): send all blocks with `whole: true`. */
  | { readonly state: 'send-whole' }
  /** Reading is paused here or everywhere, or the site is never read: stop and clear. */
  | { readonly state: 'off' };

/** Of the dots that stand for feeds and for the reader's lists. */
export const DOT_COLOURS = ['grey', 'blue', 'green', 'amber', 'red', 'violet'] as const;
export type DotColour = (typeof DOT_COLOURS)[number];

/** Where a profile comes from, if not from the feed that came with Muster. */
export interface FeedTag {
  readonly id: string;
  readonly title: string;
  readonly colour: DotColour;
}

/** Said of profiles that may be out of date: when their publisher last confirmed them, if ever. */
export interface Stale {
  readonly confirmed?: string;
}

/** What the hover card shows. Counts and names only: no pages, no sentences. */
export interface CardView {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: Kind;
  /** One line: present office, or country and what it does. */
  readonly line: string;
  /** Of the office or fact that the line tells. */
  readonly lineAsOf: string;
  readonly country?: string;
  readonly asOf: string;
  readonly feed?: FeedTag;
  readonly stale?: Stale;
  readonly certainty: Certainty;
  readonly surface: string;
  readonly why: Why;
  /** Names for the ids in `why` and `also`. */
  readonly labels: Readonly<Record<EntityId, string>>;
  readonly also: readonly { readonly id: EntityId; readonly name: string }[];
  readonly pairs: readonly PairView[];
  /** What the card is to be drawn in. */
  readonly spoken: Spoken;
}

/** All that is needed of a page to find its article elsewhere. */
export interface PageOutline {
  /** Without scripts (but data about the article), styles, comments and whatever else is written without being escaped. */
  readonly html: string;
  /** As the browser took it: "text/html". */
  readonly type: string;
  /** In the order of the document, without those in shadow roots; `name` is that of the element whose text it is. */
  readonly blocks: readonly { readonly id: number; readonly name: string; readonly text: string }[];
}

/** What was found out about the article of a page. */
export interface ArticleInfo {
  readonly canonical: string;
  readonly title: string;
  readonly publisher?: string;
  /** ISO 8601 date or date-time, as the page states it. */
  readonly published?: string;
  readonly lang?: string;
  readonly byline?: string;
  /** Ids of the blocks that make the article's body; undefined if no article was found on the page. */
  readonly body?: readonly number[];
  /** Only the beginning could be read: the rest is for those who pay. */
  readonly partial?: true;
  /** Of the body's text; undefined if that is too short. */
  readonly print?: Fingerprint;
}

export type SiteState =
  | { readonly state: 'reading' }
  | { readonly state: 'not-read'; readonly canAsk: boolean }
  /** `why`: a word of data/never.yaml, or `own-network`. */
  | { readonly state: 'never'; readonly why: string }
  | { readonly state: 'paused' }
  | { readonly state: 'paused-here' }
  | { readonly state: 'unsupported'; readonly why: 'no-address' | 'not-web' | 'no-list' | 'store' | 'pdf' };

/** A list of the reader's that an entity is on. */
export type ListTag = Pick<ListRow, 'id' | 'name' | 'colour'>;

export interface EntityOnPage {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: Kind;
  readonly line: string;
  readonly lineAsOf: string;
  readonly feed?: FeedTag;
  readonly stale?: Stale;
  /** Sure mentions, or all if there is no sure one. */
  readonly times: number;
  readonly certainty: Certainty;
  /** Distinct surfaces with counts, most frequent first. */
  readonly surfaces: readonly { readonly text: string; readonly times: number; readonly certainty: Certainty; readonly why: Why }[];
  readonly also: readonly { readonly id: EntityId; readonly name: string }[];
  /** The reader's lists that it is on. */
  readonly lists?: readonly ListTag[];
  /** The strongest companion on this page, if any. */
  readonly with?: { readonly name: string; readonly sentences: number };
}

export interface PageView {
  readonly tabId: number;
  readonly url: string;
  readonly host: string;
  readonly title: string;
  readonly site: SiteState;
  readonly entities: readonly EntityOnPage[];
  /** Pairs counted on this very page's article: what the log below holds for it. */
  readonly pairs: readonly {
    readonly a: EntityId;
    readonly b: EntityId;
    readonly sentences: number;
    readonly paragraphs: number;
    readonly articles: number;
  }[];
  /** Only the beginning of its article could be read. */
  readonly partial?: true;
  /** Whether this page was put into the log, and if not, why. */
  readonly kept: 'kept' | 'private-window' | 'recording-off' | 'storage-refused' | 'no-article' | 'waiting';
  readonly labels: Readonly<Record<EntityId, string>>;
}

export interface PairView {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: Kind;
  readonly sentences: number;
  readonly paragraphs: number;
  readonly articles: number;
  readonly last?: string;
}

/** One article in which both were named, with the sentence (or, if no sentence has both, the sentences of each). */
export interface EvidenceView {
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly published?: string;
  readonly seen: string;
  readonly author?: string;
  readonly partial?: true;
  /** Where else the same text was read. */
  readonly also?: readonly { readonly url: string; readonly publisher: string }[];
  readonly level: 'sentence' | 'paragraph' | 'article';
  readonly sentences: readonly {
    readonly text: string;
    readonly spans: readonly { readonly start: number; readonly end: number; readonly id: EntityId }[];
  }[];
}

export interface ProfileView {
  readonly profile: Profile;
  readonly line: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly labels: Readonly<Record<EntityId, string>>;
  readonly origin: 'packaged' | 'feed' | 'own';
  /** The feed that it comes from, if it is one that the reader added; and those that know the same id and come later. */
  readonly feed?: FeedTag;
  readonly alsoIn: readonly FeedTag[];
  readonly stale?: Stale;
  /** What the reader wrote of it; and of what was corrected, what the publisher says. */
  readonly mine?: AnnotationRow;
  readonly published?: Overlay;
  readonly seen: { readonly articles: number; readonly first?: string; readonly last?: string };
  readonly namedWith: readonly PairView[];
}

export interface SearchHit {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: Kind;
  readonly line: string;
  /** The alias that matched, if it is not the name. */
  readonly matched?: string;
}

/** Enough to draw an entity by. */
export interface EntityInBrief {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: Kind;
  readonly country?: { readonly code: string; readonly name: string };
}

/** An article of the log as the explorer lists it. */
export interface ArticleView {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly published?: string;
  /** The day that counts. */
  readonly date: string;
  readonly seen: string;
  readonly author?: string;
  readonly partial?: true;
  readonly also?: EvidenceView['also'];
  /** The most often named first. */
  readonly named: readonly { readonly id: EntityId; readonly times: number }[];
  readonly sentences: EvidenceView['sentences'];
}

/** What an export is made of. */
export interface LogRows {
  readonly articles: readonly ArticleRow[];
  readonly sightings: readonly SightingRow[];
  readonly sentences: readonly SentenceRow[];
}
export interface LogFacts {
  readonly entities: readonly SnapshotEntity[];
  readonly relations: readonly SnapshotRelation[];
}
export type LogFormat =
  | 'csv-entities'
  | 'csv-pairs'
  | 'csv-sightings'
  | 'json-lines'
  | 'gexf'
  | 'graphml'
  | 'follow-the-money'
  | 'web-annotation'
  | 'csl-json';

/** A feed as the options show it. */
export interface FeedView {
  /** `core`, or the fingerprint under which the reader added it. */
  readonly id: string;
  readonly builtIn: boolean;
  /** Undefined for the profiles that came with Muster, as long as no address is known for them. */
  readonly url?: string;
  readonly title: string;
  readonly fingerprint?: string;
  readonly on: boolean;
  readonly colour: DotColour;
  /** The pack in use, if there is one. */
  readonly pack?: { readonly version: number; readonly asOf: string; readonly count: number; readonly from: 'package' | 'feed' };
  /** ISO date-times: when the host was last asked; when it last confirmed that these profiles are its newest; when it will be asked again. */
  readonly checked?: string;
  readonly confirmed?: string;
  readonly next?: string;
  /** Until when the publisher vouches for them. */
  readonly expires?: string;
  readonly stale?: Stale;
  /** The keys that signed the last manifest that was believed: first eight digits of each. */
  readonly signedBy: readonly string[];
  /** How the last try ended, and in words what was wrong, if something was. */
  readonly code?: FeedCode;
  readonly trouble?: string;
  readonly contact?: string;
  readonly licence?: string;
  /** Records that the publisher wants shown no more: ids only, for names are what was asked to go. */
  readonly removed: readonly EntityId[];
  /** A version that waits for the reader's consent, and why. */
  readonly held?: { readonly version: number; readonly reasons: readonly Told[]; readonly since: string };
  /** Bytes that would have to be fetched, when the reader wants large ones by hand only. */
  readonly waiting?: number;
}

/** How far an update has come; in `storage.session` under `feed:<id>`, gone when it is over. */
export interface FeedProgress {
  readonly step: FeedStep;
  /** From 0 to 1 within the step, where that is known. */
  readonly part?: number;
}
export const FEED_STEPS = ['ask', 'trust', 'plan', 'fetch', 'stage', 'verify', 'gate', 'switch', 'names', 'tidy'] as const;
export type FeedStep = (typeof FEED_STEPS)[number];

/** When feeds are asked: by themselves; by themselves but with a click for what is large; by hand only. */
export const UPDATE_MODES = ['auto', 'sparing', 'manual'] as const;
export type UpdateMode = (typeof UPDATE_MODES)[number];

/** One profile that an update changed. */
export interface ChangeView extends Change {
  readonly feed: string;
  readonly version: number;
  /** ISO date-time of the update on this machine. */
  readonly at: string;
}

export interface Health {
  readonly profiles: { readonly count: number; readonly asOf: string; readonly version: number; readonly from: 'storage' | 'package' };
  /** If something is wrong: what, and what now. */
  readonly troubles: readonly Told[];
  readonly kept: {
    readonly articles: number;
    readonly sightings: number;
    readonly pairs: number;
    readonly oldest?: string;
    readonly bytes?: number;
  };
}

export type EraseScope =
  | { readonly what: 'page'; readonly url: string }
  | { readonly what: 'site'; readonly host: string }
  | { readonly what: 'span'; readonly from: string; readonly to: string }
  | { readonly what: 'all' };

/** How writing went: another window may have written first, and then nothing is overwritten. */
export type Written =
  | { readonly state: 'kept'; readonly now: AnnotationRow | undefined }
  | { readonly state: 'changed-meanwhile'; readonly now: AnnotationRow | undefined };

/** Without an id a new one, which needs a name. */
export interface ListChange {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly colour?: DotColour | undefined;
  readonly notify?: boolean | undefined;
}

export interface RemovedList {
  readonly list: ListRow;
  readonly members: readonly EntityId[];
}

export interface FromPage {
  /** Asked first of all, while the page is still loading: it wakes the background. */
  settings(): PageSettings;
  /** Reads text and answers with the marks that changed. */
  read(page: PageText): PageMarks;
  /** The card of the mark that covers `offset` in a block of the asking document. */
  card(at: { readonly doc: string; readonly block: number; readonly offset: number }): CardView | undefined;
  /** Has the card's code put into the asking frame, on first use. */
  loadCard(): boolean;
  /** Has the content script put into the frames of the asking tab that have none; those that have it go on as they are. */
  readFrames(): boolean;
  /** Opens the profile in the side panel or a tab, or in the explorer, after a trusted click in the card. */
  openProfile(at: { readonly id: EntityId; readonly explore?: boolean | undefined }): boolean;
}

export interface FromReader {
  page(of: { readonly tabId: number }): PageView;
  profile(of: { readonly id: EntityId }): ProfileView | undefined;
  namedWith(of: { readonly id: EntityId; readonly limit: number }): readonly PairView[];
  /** Articles in which both were named, newest first. */
  evidence(of: { readonly a: EntityId; readonly b: EntityId; readonly limit: number }): readonly EvidenceView[];
  search(of: { readonly text: string; readonly limit: number }): readonly SearchHit[];
  /** Scrolls to the next (or previous) mention of an entity; answers its place among all of them. */
  goTo(of: {
    readonly tabId: number;
    readonly id: EntityId;
    readonly step: 1 | -1;
  }): { readonly index: number; readonly of: number } | undefined;
  judge(verdict: Verdict): boolean;
  takeBack(verdict: Verdict): boolean;
  verdicts(): readonly Verdict[];
  /** Starts reading a tab just once (the reader clicked: activeTab). */
  readOnce(of: { readonly tabId: number }): SiteState;
  /** Called after the reader granted host access for an origin pattern; reads it from now on. */
  readAlways(of: { readonly tabId: number; readonly origin: string }): SiteState;
  addOwn(entity: Omit<OwnEntity, 'id' | 'added' | 'changed'>): OwnEntity;
  removeOwn(of: { readonly id: EntityId }): boolean;
  own(): readonly OwnEntity[];
  health(): Health;
  /** All feeds in the order in which they count: of two that know the same id, the first one's profile is shown. */
  feeds(): readonly FeedView[];
  /** Adds a feed by address and fingerprint and fetches it. Rejects, in words, if it cannot be had or is not the one of that fingerprint. */
  addFeed(of: { readonly address: string; readonly fingerprint: string }): readonly FeedView[];
  changeFeed(of: { readonly id: string; readonly on?: boolean; readonly colour?: DotColour; readonly move?: 1 | -1 }): readonly FeedView[];
  removeFeed(of: { readonly id: string }): readonly FeedView[];
  /** Asks one feed, or all, now, and answers when that is over. */
  checkFeeds(of: { readonly id?: string }): readonly FeedView[];
  /** The reader's word on a version that was held back. */
  consent(of: { readonly id: string; readonly take: boolean }): readonly FeedView[];
  /** What updates changed, newest first; `text` is searched in names and fields. */
  changes(of: { readonly feed?: string; readonly text: string; readonly limit: number }): {
    readonly changes: readonly ChangeView[];
    readonly of: number;
  };
  /** The log in chunks (core/ledger.ts): their numbers, each with a stamp that changes with what is in it. */
  ledgerChunks(): readonly { readonly chunk: number; readonly stamp: string }[];
  ledgerChunk(of: { readonly chunk: number }): LedgerChunk | undefined;
  wordChunk(of: { readonly chunk: number }): WordChunk | undefined;
  briefs(of: { readonly ids: readonly EntityId[] }): readonly EntityInBrief[];
  /** Articles by id, with those sentences that name one of `of` and hold the words of `text`. */
  articles(of: { readonly ids: readonly number[]; readonly of: readonly EntityId[]; readonly text: string }): readonly ArticleView[];
  /** What is asserted among these: relations, and offices that a person holds or held in a body. */
  relations(of: { readonly ids: readonly EntityId[] }): readonly SnapshotRelation[];
  /** Articles by id with all that was kept of them, and the copies of them. */
  logRows(of: { readonly ids: readonly number[] }): LogRows;
  logFacts(of: { readonly ids: readonly EntityId[] }): LogFacts;
  logOwn(): {
    readonly own: readonly OwnEntity[];
    readonly verdicts: readonly VerdictRow[];
    readonly annotations: readonly AnnotationRow[];
    readonly lists: readonly ListRow[];
  };
  updateMode(): UpdateMode;
  setUpdateMode(of: { readonly mode: UpdateMode }): UpdateMode;
  /** Answers how many articles went. */
  erase(scope: EraseScope): number;
  /** All that the reader wrote of entities, what was changed last first. */
  annotations(): readonly AnnotationRow[];
  /** Writes the note on an entity in the place of `was`; an empty one takes it away. */
  writeNote(of: { readonly id: EntityId; readonly was: string; readonly now: string }): Written;
  /** Corrects a published profile; an empty overlay takes back what was corrected. */
  correct(of: { readonly id: EntityId; readonly was: Overlay; readonly now: Overlay }): Written;
  putOnList(of: { readonly id: EntityId; readonly list: string; readonly on: boolean }): AnnotationRow | undefined;
  lists(): readonly ListRow[];
  /** A new list; or what is to be otherwise of one that is there: the rest stays, whatever another window made of it meanwhile. */
  keepList(of: ListChange): ListRow;
  /** Answers what went, so that it can be put back. */
  removeList(of: { readonly id: string }): RemovedList | undefined;
  restoreList(removed: RemovedList): boolean;
  /** Writes an entity of the reader's own in the place of `was`, or puts one back that was removed. */
  keepOwn(of: { readonly was?: OwnEntity | undefined; readonly now: OwnEntity }): OwnEntity | 'changed-meanwhile';
  /** Since when the reader has not looked at an entity's profile; that they look at it now is kept. */
  lookedAt(of: { readonly id: EntityId }): string | undefined;
  /** Our own page put something into the database by itself: what was made of it is to be made anew. */
  tookIn(): boolean;
}

export interface ToPage {
  /** Scrolls a mention of the entity into view and shows it; marks are known to the content script by place only. */
  show(at: { readonly doc: string; readonly block: number; readonly start: number; readonly end: number }): boolean;
  /** Look again with all text: verdicts or profiles changed. */
  reread(): boolean;
  /** The reader's settings are these now; look again with all text. */
  settings(now: PageSettings): boolean;
  /**
   * Goes to the next or previous mark of this frame and says which it is: from where the reader is, or from the first (last) one.
   * False if there is none. `turned`: the marks of the page begin again. `nowhere`: says that there is none on the whole page.
   */
  step(way: {
    readonly step: 1 | -1;
    readonly from: 'here' | 'edge' | 'nowhere';
    readonly turned: boolean;
    readonly framed: boolean;
    readonly spoken?: Spoken;
  }): boolean;
  /** Opens the card of the mention that was reached, else of the one nearest to the middle of the window; if it is open, of the next one. */
  cardByKey(): boolean;
  /** What its article is found from, when the page has an idle moment; undefined if nothing is read here. */
  outline(): PageOutline | undefined;
}

/** What the background asks of its offscreen document, where there is one: a service worker has no parser of its own. */
export interface ToOffscreen {
  article(of: { readonly outline: PageOutline; readonly address: string }): ArticleInfo;
}

type Functions = { [name: string]: (argument: never) => unknown };
export type Argument<P, K extends keyof P> = P[K] extends (argument: infer A) => unknown ? A : never;
export type Answer<P, K extends keyof P> = P[K] extends (...arguments_: never[]) => infer R ? R : never;

/** Who asks, as the browser tells it. */
export interface Sender {
  readonly tabId?: number;
  readonly frameId?: number;
  readonly documentId?: string;
  readonly url?: string;
  readonly incognito: boolean;
  /** One of our own pages, not a content script. */
  readonly ours: boolean;
}

/** The answers to a set of questions, by name. */
export type Answers<P> = { readonly [K in keyof P]: (argument: Argument<P, K>, sender: Sender) => Answer<P, K> | Promise<Answer<P, K>> };

export type { Functions, Mention };
