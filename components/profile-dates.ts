import type { ProfileView } from '../platform/messages.ts';

export interface Statement {
  readonly source: string;
  readonly asOf?: string;
}

export interface Dates {
  /** The one date of all statements, if there is but one: it is said once, above them. */
  readonly all: string | undefined;
  /** A statement's own date; else that of its source; else that of the profile. */
  readonly of: (statement: Statement) => string;
}

/** As of when each statement of a profile holds. */
export function datesOf({ profile, sources }: Pick<ProfileView, 'profile' | 'sources'>): Dates {
  const of = ({ source, asOf }: Statement) => asOf ?? (Object.hasOwn(sources, source) ? sources[source]?.date : undefined) ?? profile.asOf;
  const different = new Set([...profile.offices, ...profile.facts, ...profile.relations].map(of));
  return { all: different.size === 1 ? [...different][0] : undefined, of };
}
