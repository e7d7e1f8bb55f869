import type { Fingerprint } from '../core/fingerprint.ts';
import type { Verdict } from '../core/mention.ts';
import type { CountryCode, EntityId, Kind, Language } from '../core/profile.ts';
import type { DotColour } from './messages.ts';

/** The rows of what is the reader's, apart from the database: whoever only names them need not know Dexie. */

/** How often two entities were named together in one article; `a` sorts before `b`. */
export interface ArticlePair {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly sentences: number;
  readonly paragraphs: number;
}

export interface ArticleRow {
  readonly id?: number;
  readonly canonical: string;
  /** The address by which it was reached last, without fragment and tracking. */
  readonly url: string;
  readonly host: string;
  readonly title: string;
  readonly publisher: string;
  /** As the page states it. */
  readonly published?: string;
  /** The day that counts for first and last: of publication, else the day on which it was first seen. */
  readonly date: string;
  readonly lang?: string;
  /** ISO date-times. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly opened: number;
  /** The document life in which it was recorded last: reading on in it is not opening it again. */
  readonly doc: string;
  /** Empty for a copy. */
  readonly pairs: readonly ArticlePair[];
  /** Names as the page gives them, with commas between. */
  readonly author?: string;
  /** Only the beginning could be read: the rest is for those who pay. */
  readonly partial?: true;
  /** Of the text, if it is long enough; and those values of it by which others like it are looked up. */
  readonly print?: Fingerprint;
  readonly near?: readonly number[];
  readonly copy?: CopyShare;
}

/**
 * The same text stands in another article that is counted, and so is this one not: what would be counted of it is kept here, outside of the tables that are
 * counted, until the other is erased.
 */
export interface CopyShare {
  /** Id of the article that is counted. */
  readonly of: number;
  readonly pairs: readonly ArticlePair[];
  readonly sightings: readonly SightingRow[];
  readonly sentences: readonly SentenceRow[];
}

export interface SightingRow {
  readonly article: number;
  readonly entity: EntityId;
  readonly times: number;
  /** The article's day, here once more, so that the first and last day of a pair need no article to be read. */
  readonly date: string;
  readonly seen: string;
  /** Not counted in any pair: the only one named, or one of too many. */
  readonly alone?: boolean;
}

export interface SentenceRow {
  readonly article: number;
  readonly n: number;
  readonly paragraph: number;
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly id: EntityId }[];
}

/** Totals over all articles: always equal to the sum over `articles.pairs`. */
export interface PairRow extends ArticlePair {
  readonly articles: number;
  readonly first: string;
  readonly last: string;
}

export interface VerdictRow {
  /** Entity, surface, scope and place in one string: one word on one thing. */
  readonly key: string;
  readonly verdict: Verdict;
  readonly given: string;
}

/** A name in some language, or just a name. */
export type OwnAlias = string | { readonly text: string; readonly lang: Language };

/** An entity that the reader added. */
export interface OwnEntity {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: Kind;
  readonly aliases: readonly OwnAlias[];
  /** One line: who or what it is. */
  readonly note?: string;
  /** ISO date-times. */
  readonly added: string;
  readonly changed?: string;
}

/**
 * What the reader wrote of one entity, published or own. It is kept apart from the profile, so that no pack that comes or goes touches it. A row that
 * says nothing is no row.
 */
export interface AnnotationRow {
  readonly id: EntityId;
  /** Markdown. */
  readonly note?: string;
  /** Ids of lists. */
  readonly lists?: readonly string[];
  readonly overlay?: Overlay;
  /** ISO date-time: of two, the later counts. */
  readonly changed: string;
}

/** What the reader puts in the place of what a published profile says; `aliases` are names besides its own. */
export interface Overlay {
  readonly name?: string;
  readonly country?: CountryCode;
  /** Office, or what it does. */
  readonly line?: string;
  readonly website?: string;
  readonly aliases?: readonly OwnAlias[];
}

/** A list of the reader's, on which entities are put: a tag, and with `notify` one that is watched. */
export interface ListRow {
  /** `list:<uuid>`. */
  readonly id: string;
  readonly name: string;
  readonly colour: DotColour;
  /** The reader is told when one of them is named in an article for the first time. */
  readonly notify?: true;
  readonly changed: string;
}

/** When the reader last looked at the profile of an entity; nothing that leaves this machine, and gone with the log. */
export interface LookRow {
  readonly id: EntityId;
  readonly at: string;
}
