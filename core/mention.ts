import type { Making } from './pack.ts';
import type { EntityId, Kind, Language, Role } from './profile.ts';

/** Half-open range of UTF-16 units in the text of one block. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One paragraph-like run of page text. A name never crosses its end. */
export interface Block {
  /** Unique on its page; never reused for other text while the page lives. */
  readonly id: number;
  readonly text: string;
}

export type Certainty = 'sure' | 'uncertain';

/** What spoke for a mention, in the order in which it is told to the reader. */
export type Evidence =
  | { readonly type: 'strong-alias' }
  | { readonly type: 'full-name-on-page'; readonly alias: string }
  /** `held`: whether the office was held on the day of the page (`at-the-time`), had ended (`earlier`) or was to begin (`soon`); left out if a date is unknown. */
  | { readonly type: 'office'; readonly title: string; readonly role: Role; readonly held?: 'at-the-time' | 'earlier' | 'soon' }
  | { readonly type: 'related'; readonly entity: EntityId }
  | { readonly type: 'needed-word'; readonly word: string }
  | { readonly type: 'field-words'; readonly words: readonly string[] }
  /** The site or section is one about defence. */
  | { readonly type: 'setting'; readonly where: string }
  /** Named as the author or the photographer: may be another bearer. */
  | { readonly type: 'byline' }
  /** A surname on a page that speaks of neither politics nor defence. */
  | { readonly type: 'alone' }
  | { readonly type: 'confirmed' };

/** Why a mention was made: the alias that hit, where its form came from, and what spoke for it. */
export interface Why {
  readonly alias: string;
  readonly lang?: Language;
  readonly how: Making;
  readonly evidence: readonly Evidence[];
}

/** A span linked to one entity. */
export interface Mention extends Span {
  readonly block: number;
  readonly surface: string;
  readonly entity: EntityId;
  readonly name: string;
  readonly kind: Kind;
  readonly certainty: Certainty;
  /** The others that the same words may mean, if it could not be decided. Then the certainty is `uncertain`. */
  readonly also: readonly EntityId[];
  readonly why: Why;
}

/** The reader's word on a mention: "not this", or "yes, it is". */
export interface Verdict {
  readonly entity: EntityId;
  /** The surface, folded (core/fold.ts `foldText`); left out: every surface of this entity. */
  readonly surface?: string;
  readonly says: 'not-this' | 'is-this';
  readonly scope: 'page' | 'site' | 'everywhere';
  /** Canonical URL for `page`, host for `site`, left out for `everywhere`. */
  readonly where?: string;
}
