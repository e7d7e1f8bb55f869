import type { CountryCode, EntityId, Kind, RelationType, Role } from '../../core/profile.ts';
import type { AnnotationRow, ArticleRow, ListRow, OwnEntity, PairRow, SentenceRow, SightingRow, VerdictRow } from '../log-rows.ts';

/**
 * What all writers take: the log, or what a filter left of it. Rows are as they are stored; lists are in the order in which they are to be
 * written, so that the same snapshot gives the same file. Articles that are copies of others carry their share in `copy` and have no rows
 * in `sightings` and `sentences`: nothing of them is counted.
 */
export interface Snapshot {
  /** ISO date-time. */
  readonly made: string;
  /** In words, if not everything is here. */
  readonly filter?: string;
  readonly entities: readonly SnapshotEntity[];
  readonly articles: readonly ArticleRow[];
  readonly sightings: readonly SightingRow[];
  readonly sentences: readonly SentenceRow[];
  readonly pairs: readonly PairRow[];
  readonly relations: readonly SnapshotRelation[];
  readonly own: readonly OwnEntity[];
  readonly verdicts: readonly VerdictRow[];
  readonly annotations: readonly AnnotationRow[];
  readonly lists: readonly ListRow[];
}

/** What the reader noted of entities: the line of one that they added, then what they wrote. */
export function notesOf({ own, annotations }: Pick<Snapshot, 'own' | 'annotations'>): ReadonlyMap<EntityId, readonly string[]> {
  const notes = [...own, ...annotations].flatMap(({ id, note }) => (note === undefined ? [] : [{ id, note }]));
  return new Map([...Map.groupBy(notes, ({ id }) => id)].map(([id, all]) => [id, all.map(({ note }) => note)]));
}

export interface SnapshotEntity {
  readonly id: EntityId;
  readonly kind: Kind;
  readonly name: string;
  readonly country?: CountryCode;
  readonly aliases: readonly string[];
  readonly website?: string;
  readonly lei?: string;
  readonly isin?: string;
  /** The QID, if the id is one. */
  readonly wikidata?: string;
  readonly source: 'packaged' | 'feed' | 'own';
}

/** A sourced statement. `office`: a person heads a body or sits on one (decision 7); then `office` is what it is called. */
export interface SnapshotRelation {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly type: RelationType | 'office';
  readonly role?: Role;
  readonly office?: string;
  /** ISO dates, whole or partial. */
  readonly since?: string;
  readonly until?: string;
  readonly on?: string;
  readonly source: { readonly title: string; readonly url?: string };
}

/** How often an entity is named in the articles that are counted. Days are ISO dates. */
export interface Naming {
  articles: number;
  times: number;
  first: string;
  last: string;
}

export function namings({ sightings }: Pick<Snapshot, 'sightings'>): ReadonlyMap<EntityId, Readonly<Naming>> {
  const all = new Map<EntityId, Naming>();
  for (const { entity, times, date } of sightings) {
    const naming = all.get(entity) ?? { articles: 0, times: 0, first: date, last: date };
    naming.articles += 1;
    naming.times += times;
    if (date < naming.first) naming.first = date;
    if (date > naming.last) naming.last = date;
    all.set(entity, naming);
  }
  return all;
}
