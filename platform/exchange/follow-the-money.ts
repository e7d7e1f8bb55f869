import type { EntityId } from '../../core/profile.ts';
import type { ArticleRow, SightingRow } from '../log-rows.ts';
import { inChunks } from './chunks.ts';
import {
  FTM_OF_KIND,
  type FtmEntity,
  type FtmSchema,
  ftmDate,
  ftmId,
  ftmIdOf,
  ftmLanguage,
  LEADING,
  LEGAL_KINDS,
  OF_STATE,
} from './ftm-model.ts';
import { notesOf, type Snapshot, type SnapshotEntity, type SnapshotRelation } from './snapshot.ts';

/**
 * FollowTheMoney as JSON Lines, as Aleph and the `ftm` commands take it: entities, relations, articles and who is mentioned in them.
 *
 * Pairs are not in it. Every tie of that model is a statement, and a pair is a count; who was named with whom follows from the mentions.
 * A relation of which one end is not in the snapshot is left out: the model has no entity without a name.
 */
export function followTheMoney(snapshot: Snapshot): Generator<string> {
  return inChunks(pieces(snapshot));
}

type Entities = ReadonlyMap<EntityId, SnapshotEntity>;

function* pieces(snapshot: Snapshot): Generator<string> {
  const entities: Entities = new Map(snapshot.entities.map((entity) => [entity.id, entity]));
  const notes = notesOf(snapshot);
  const ofState = new Set(snapshot.relations.filter(({ role }) => role !== undefined && OF_STATE.has(role)).map(({ to }) => to));
  for (const entity of entities.values()) yield lineOf(thing(entity, ofState.has(entity.id), notes.get(entity.id)));
  for (const relation of snapshot.relations) {
    const [from, to] = [entities.get(relation.from), entities.get(relation.to)];
    if (from !== undefined && to !== undefined) yield lineOf(tie(relation, from, to));
  }
  const named = Map.groupBy(snapshot.sightings, ({ article }) => article as number | undefined);
  for (const row of snapshot.articles) {
    const sightings = (named.get(row.id) ?? []).filter(({ entity }) => entities.has(entity));
    yield lineOf(article(row, sightings, entities));
    for (const { entity } of sightings) yield mentionLine(row, entities.get(entity) as SnapshotEntity);
  }
}

function lineOf(entity: FtmEntity): string {
  return `${JSON.stringify(entity)}\n`;
}

/** Properties with what there is of them. */
function properties(all: Readonly<Record<string, string | undefined | readonly string[]>>): FtmEntity['properties'] {
  const lists = Object.entries(all).map(([name, value]) => [
    name,
    (Array.isArray(value) ? value : [value]).filter((one) => (one ?? '') !== ''),
  ]);
  return Object.fromEntries(lists.filter(([, values]) => (values as readonly string[]).length > 0));
}

function thing(entity: SnapshotEntity, ofState: boolean, notes: readonly string[] | undefined): FtmEntity {
  const { id, kind, name, country, aliases, website, lei, isin, wikidata } = entity;
  const legal = LEGAL_KINDS.has(kind);
  return {
    id: ftmId(id),
    schema: kind === 'organisation' && ofState ? 'PublicBody' : FTM_OF_KIND[kind],
    properties: properties({
      name,
      alias: aliases,
      // The model knows the codes of countries, the EU's among them, and none for NATO or "international".
      country: country !== undefined && /^[A-Z]{2}$/.test(country) && country !== 'UN' ? country.toLowerCase() : undefined,
      wikidataId: wikidata,
      notes,
      website: legal ? website : undefined,
      sourceUrl: legal ? undefined : website,
      leiCode: legal ? lei : undefined,
      isinCode: kind === 'company' ? isin : undefined,
    }),
  };
}

function tie(relation: SnapshotRelation, from: SnapshotEntity, to: SnapshotEntity): FtmEntity {
  const { type, office, since, until, on, source } = relation;
  const [schema, subject, object] = schemaOf(relation, from, to);
  return {
    id: ftmIdOf('tie', [from.id, type, to.id, office, since, until, on]),
    schema,
    properties: properties({
      [subject]: ftmId(from.id),
      [object]: ftmId(to.id),
      role: office ?? type,
      startDate: since,
      endDate: until,
      date: on,
      publisher: source.title,
      sourceUrl: source.url,
    }),
  };
}

/** The schema whose ends may be of these kinds, with the properties for both; else the one that says only that there is a link. */
function schemaOf(
  { type, role }: SnapshotRelation,
  { kind: from }: SnapshotEntity,
  { kind: to }: SnapshotEntity,
): readonly [FtmSchema, string, string] {
  const legal = LEGAL_KINDS.has(from);
  const intoBody = legal && (to === 'company' || to === 'organisation');
  if (type === 'office' && intoBody && role !== undefined) {
    return LEADING.has(role) ? ['Directorship', 'director', 'organization'] : ['Membership', 'member', 'organization'];
  }
  if (type === 'member-of' && intoBody) return ['Membership', 'member', 'organization'];
  // Only a company is an asset there.
  if (type === 'owns' && legal && to === 'company') return ['Ownership', 'owner', 'asset'];
  if (type === 'succeeded-by' && legal && LEGAL_KINDS.has(to)) return ['Succession', 'predecessor', 'successor'];
  return ['UnknownLink', 'subject', 'object'];
}

function article(row: ArticleRow, sightings: readonly SightingRow[], entities: Entities): FtmEntity {
  const { canonical, title, publisher, published, author, lang } = row;
  return {
    id: articleId(row),
    schema: 'Article',
    properties: properties({
      name: title.trim() === '' ? canonical : title,
      title,
      author,
      publisher,
      publishedAt: ftmDate(published),
      sourceUrl: canonical,
      language: ftmLanguage(lang),
      retrievedAt: row.lastSeen,
      namesMentioned: sightings.map(({ entity }) => entities.get(entity)?.name ?? ''),
    }),
  };
}

function articleId({ canonical }: ArticleRow): string {
  return ftmIdOf('article', [canonical]);
}

/** Events and programmes are no legal entities, so no mention can point to them; their names stand in the article's `namesMentioned`. */
function mentionLine(row: ArticleRow, { id, kind, name }: SnapshotEntity): string {
  if (!LEGAL_KINDS.has(kind)) return '';
  return lineOf({
    id: ftmIdOf('mention', [row.canonical, id]),
    schema: 'Mention',
    properties: { document: [articleId(row)], resolved: [ftmId(id)], name: [name], detectedSchema: [FTM_OF_KIND[kind]] },
  });
}
