import type { FormGroup, Pack, PackRecord } from '../core/pack.ts';
import type { EntityId, Fact, Profile } from '../core/profile.ts';
import type { Overlay, OwnEntity } from './log-rows.ts';
import { aliasText, formOf, OWN, ownPack, profileAlias } from './own.ts';

/**
 * What the reader corrected, laid over what packs say. It is kept apart and laid on whenever profiles are read, so that the newest profile shines
 * through wherever nothing was corrected, and a pack that comes, goes or changes takes nothing of it away.
 */

/** A correction and the day of it. */
export interface Dated {
  readonly overlay: Overlay;
  readonly day: string;
}

/** All that the reader's own hand adds to the packs. */
export interface Mine {
  readonly own: readonly OwnEntity[];
  readonly overlays: ReadonlyMap<EntityId, Dated>;
}

export const NOTHING_OF_MINE: Mine = { own: [], overlays: new Map() };

/** The published record as the reader wants it; what was added is marked from then on, and what the publisher lists is marked still. */
export function overlaid({ profile, forms }: PackRecord, { overlay, day }: Dated): PackRecord {
  const { name, country, aliases = [] } = overlay;
  const known = new Set([profile.name, ...profile.aliases.map(({ text }) => text)]);
  const fresh = [...(name === undefined ? [] : [name]), ...aliases].filter((alias) => !known.has(aliasText(alias)));
  return {
    profile: {
      ...profile,
      ...(name === undefined ? {} : { name }),
      ...(country === undefined ? {} : { country }),
      aliases: [...profile.aliases, ...[...formerName(profile, name), ...fresh].map(profileAlias)],
      facts: overlaidFacts(profile.facts, overlay, day),
      sources: [...profile.sources, OWN],
    },
    forms: [...forms, ...fresh.map((alias): FormGroup => formOf(aliasText(alias)))],
  };
}

/** The name that the reader's stands in the place of: it is a name of theirs still, and found by search. */
function formerName({ name, aliases }: Profile, replaced: string | undefined): readonly string[] {
  return replaced === undefined || replaced === name || aliases.some(({ text }) => text === name) ? [] : [name];
}

function overlaidFacts(facts: readonly Fact[], { line, website }: Overlay, asOf: string): readonly Fact[] {
  const mine: Fact[] = [
    ...(line === undefined ? [] : [{ key: 'does' as const, value: line, source: OWN, asOf }]),
    ...(website === undefined ? [] : [{ key: 'website' as const, value: website, source: OWN, asOf }]),
  ];
  return [...mine, ...facts.filter(({ key }) => !mine.some((one) => one.key === key))];
}

/** What the publisher says where the reader says something else, in the same form. `line`: what the profile's line would be. */
export function publishedOf({ profile }: PackRecord, overlay: Overlay, line: string): Overlay {
  const website = profile.facts.find(({ key }) => key === 'website')?.value;
  return {
    ...(overlay.name === undefined ? {} : { name: profile.name }),
    ...(overlay.country === undefined || profile.country === undefined ? {} : { country: profile.country }),
    ...(overlay.line === undefined || line === '' ? {} : { line }),
    ...(overlay.website === undefined || website === undefined ? {} : { website }),
  };
}

/** The reader's pack for the recogniser: own names, and the records of `packs` that were corrected. To be put last: of two records with one id the later counts. */
export function packOfMine({ own, overlays }: Mine, packs: readonly Pack[]): Pack {
  const pack = ownPack(own);
  const published = new Map<EntityId, PackRecord>();
  for (const { records } of overlays.size === 0 ? [] : packs)
    for (const record of records) if (overlays.has(record.profile.id)) published.set(record.profile.id, record);
  const records = [...published].map(([id, record]) => overlaid(record, overlays.get(id) as Dated));
  const all = [...pack.records, ...records].sort((a, b) => (a.profile.id < b.profile.id ? -1 : 1));
  return { header: { ...pack.header, count: all.length }, records: all };
}
