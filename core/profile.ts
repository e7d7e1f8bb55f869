/**
 * What we know about one entity, as it stands in `data/` and travels in a pack.
 *
 * The keys are the same in YAML, in the pack and here, but for `as-of` (YAML, pack) which is `asOf` in code.
 * Dates are ISO 8601 and may be partial ("2026", "2026-07", "2026-07-16"): a month that nobody stated is not invented.
 */

/** A Wikidata QID ("Q3874799"), `muster:<slug>` where there is none, or `own:<uuid>` for the reader's own. Never reused. */
export type EntityId = string;

export const KINDS = ['company', 'official', 'organisation', 'event', 'programme'] as const;
export type Kind = (typeof KINDS)[number];

/** Key into `data/sources.yaml`. */
export type SourceId = string;

/** ISO 3166-1 alpha-2, or one of INT, EU, NATO, UN for bodies that belong to no one country. */
export type CountryCode = string;

/** BCP 47 language tag without region: en, uk, ru, pl … */
export type Language = string;

export type Strength = 'strong' | 'weak';

/**
 * How the case of a surface must agree with the form:
 * - `capital`: where the form has a capital, the surface has one (all capitals are fine too): Colt, not colt;
 * - `exact`: letter for letter, for acronyms: BAE, not Bae;
 * - `any`: case says nothing.
 */
export type CaseRule = 'capital' | 'exact' | 'any';

/** A string by which the entity may be named. In YAML a plain string is a strong alias. */
export interface Alias {
  readonly text: string;
  readonly lang?: Language;
  readonly role: Strength;
  /** Words that speak for a weak alias where they stand on its page, besides the general words of the field. */
  readonly needs?: readonly string[];
  /** Left out: `exact` for a single word in capitals of up to six letters, else `capital`. */
  readonly case?: CaseRule;
  /** The alias is never declined (Мотор Січ is; MBDA is not). */
  readonly fixed?: boolean;
  /** When the entity bore this name: a former name has an `until`. Older texts are read too, so it stays an alias. */
  readonly since?: string;
  readonly until?: string;
  /** Who says so; asked for where a date is given. */
  readonly source?: SourceId;
}

/** The parts of a person's name in one language; forms are declined from these. */
export interface PersonName {
  readonly given?: string;
  readonly patronymic?: string;
  readonly family: string;
  readonly gender?: 'm' | 'f';
}

/** Kinds of office that a title in a text can point to ("Defence Secretary Healey"). */
export const ROLES = [
  'head-of-state',
  'head-of-government',
  'deputy-head',
  'defence-minister',
  'foreign-minister',
  'interior-minister',
  'industry-minister',
  'finance-minister',
  'minister',
  'chief-of-defence',
  'commander',
  'intelligence-chief',
  'agency-head',
  'secretary-general',
  'commissioner',
  'legislator',
  'ambassador',
  'executive',
  'spokesperson',
  'adviser',
] as const;
export type Role = (typeof ROLES)[number];

export interface Office {
  /** As it is usually called in English: "Minister of Defence of Ukraine". */
  readonly office: string;
  readonly role: Role;
  readonly organisation?: EntityId;
  readonly since?: string;
  readonly until?: string;
  /** Acting, or appointed and not yet confirmed. */
  readonly acting?: boolean;
  readonly source: SourceId;
}

export const RELATION_TYPES = [
  'owns',
  'part-of',
  'joint-venture-of',
  'member-of',
  'succeeded-by',
  'attended',
  'held-by',
  'supplies',
  'made-by',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** A sourced statement. Never to be mixed with a pair, which is only a count. */
export interface Relation {
  readonly type: RelationType;
  readonly to: EntityId;
  readonly on?: string;
  readonly since?: string;
  readonly until?: string;
  readonly source: SourceId;
}

/** One sourced statement about a company, an organisation or an event, in words or an identifier. */
export interface Fact {
  readonly key: FactKey;
  readonly value: string;
  readonly source: SourceId;
  readonly asOf?: string;
}
export const FACT_KEYS = ['does', 'headquarters', 'website', 'founded', 'ownership', 'listing', 'isin', 'lei', 'date', 'place'] as const;
export type FactKey = (typeof FACT_KEYS)[number];

export interface Profile {
  readonly id: EntityId;
  readonly kind: Kind;
  /** The usual English name. */
  readonly name: string;
  readonly country?: CountryCode;
  readonly aliases: readonly Alias[];
  /** Persons only: the parts of the name by language. */
  readonly names?: Readonly<Record<Language, PersonName>>;
  /** Longer strings that are not this entity. */
  readonly decoys: readonly string[];
  readonly offices: readonly Office[];
  readonly relations: readonly Relation[];
  readonly facts: readonly Fact[];
  readonly sources: readonly SourceId[];
  readonly asOf: string;
}

export interface Source {
  readonly title: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
  readonly licence?: string;
}
