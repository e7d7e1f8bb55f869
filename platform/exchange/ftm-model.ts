import type { EntityId, Kind, Role } from '../../core/profile.ts';

/**
 * The part of FollowTheMoney's model that Muster speaks (https://followthemoney.tech; repositories alephdata/followthemoney and
 * opensanctions/followthemoney, followthemoney/schema/*.yaml). Property values are always lists of texts.
 */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** What each schema cannot do without, its parents' wants included. Of UnknownLink the model asks nothing; a link to nothing is none. */
export const FTM_REQUIRED = {
  Company: ['name'],
  Person: ['name'],
  Organization: ['name'],
  PublicBody: ['name'],
  Event: ['name'],
  Project: ['name'],
  Article: ['name'],
  Mention: ['document', 'name'],
  Directorship: ['director', 'organization'],
  Membership: ['member', 'organization'],
  Ownership: ['owner', 'asset'],
  Succession: ['predecessor', 'successor'],
  UnknownLink: ['subject', 'object'],
} as const;
export type FtmSchema = keyof typeof FTM_REQUIRED;

export const FTM_OF_KIND: Readonly<Record<Kind, FtmSchema>> = {
  company: 'Company',
  official: 'Person',
  organisation: 'Organization',
  event: 'Event',
  programme: 'Project',
};

/** What names somebody or something that may be marked, and of which kind it is here. Vessels, securities and addresses are none of ours. */
export const KIND_OF_FTM: Readonly<Record<string, Kind>> = {
  Company: 'company',
  Person: 'official',
  Organization: 'organisation',
  PublicBody: 'organisation',
  LegalEntity: 'organisation',
  Event: 'event',
  Project: 'programme',
};

/** Those that may own, be members and be mentioned: the model's LegalEntity. */
export const LEGAL_KINDS: ReadonlySet<Kind> = new Set(['company', 'official', 'organisation']);

/** Offices that lead. Others that name a body sit on it. */
export const LEADING: ReadonlySet<Role> = new Set([
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
  'executive',
]);

/** Offices that only a body of a state has: whoever is its minister, it is public. */
export const OF_STATE: ReadonlySet<Role> = new Set([
  'head-of-state',
  'head-of-government',
  'defence-minister',
  'foreign-minister',
  'interior-minister',
  'industry-minister',
  'finance-minister',
  'minister',
  'chief-of-defence',
  'intelligence-chief',
  'legislator',
]);

/** The model takes languages with three letters (ISO 639-3) and only those that it lists; of these, what news are written in. */
const LANGUAGES =
  'ar:ara az:aze be:bel bg:bul bs:bos ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa et:est fa:fas fi:fin fr:fra he:heb hi:hin hr:hrv hu:hun hy:hye id:ind is:isl it:ita ja:jpn ka:kat kk:kaz ko:kor lt:lit lv:lav mk:mkd nl:nld no:nor pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa tr:tur uk:ukr ur:urd uz:uzb zh:zho';
const LANGUAGE_CODES = new Map(LANGUAGES.split(' ').map((one) => one.split(':') as [string, string]));

export function ftmLanguage(tag: string | undefined): string | undefined {
  return LANGUAGE_CODES.get((tag ?? '').split('-')[0] ?? '');
}

/** An ISO date, whole or partial, or a date-time; anything else that a page states is no date there. */
export function ftmDate(stated: string | undefined): string | undefined {
  return /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/.test(stated ?? '')
    ? stated
    : undefined;
}

/** The model allows letters, digits, dots and hyphens in an id (followthemoney/types/entity.py); colons it does not. */
export function ftmId(id: EntityId): string {
  return id.replace(':', '-');
}

/** The same parts give the same id on every machine, so that a later file replaces what an earlier one brought. 64 bits of FNV-1a. */
export function ftmIdOf(what: string, parts: readonly (string | undefined)[]): string {
  const text = parts.map((part) => part ?? '').join('\n');
  return `${what}-${hash(text, 0x811c9dc5)}${hash(`${text.length}\n${text}`, 0x01234567)}`;
}

function hash(text: string, seed: number): string {
  let bits = seed;
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
