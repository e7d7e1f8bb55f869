import type { CaseRule, Language, Profile, Role, Source, SourceId, Strength } from './profile.ts';

/** How a form came to be: written so in the data, put together, declined by rule, or written in another script. */
export type Making = 'given' | 'composed' | 'declined' | 'transliterated';

/**
 * The forms of one alias in one language. Forms are made when a pack is built, never in the reader's browser,
 * and each knows the alias it came from, so that every mark can say why it is there.
 */
export interface FormGroup {
  readonly alias: string;
  readonly lang?: Language;
  readonly role: Strength;
  readonly case: CaseRule;
  readonly how: Making;
  readonly needs?: readonly string[];
  readonly texts: readonly string[];
}

/** One line of a pack: a profile with its forms. */
export interface PackRecord {
  readonly profile: Profile;
  readonly forms: readonly FormGroup[];
}

/** First line of a pack. */
export interface PackHeader {
  readonly muster: 1;
  readonly channel: string;
  readonly version: number;
  readonly asOf: string;
  readonly count: number;
  readonly sources: Readonly<Record<SourceId, Source>>;
  /** Words of the field, any language, every inflected form spelled out: evidence for weak aliases. Lower case. */
  readonly fieldWords: readonly string[];
  /** Titles by the kind of office that they point to, every inflected form spelled out. Lower case. */
  readonly titles: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** Decoys that belong to no one record. */
  readonly decoys: readonly string[];
}

export interface Pack {
  readonly header: PackHeader;
  readonly records: readonly PackRecord[];
}
