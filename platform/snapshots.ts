import type { PackRecord } from '../core/pack.ts';
import type { EntityId } from '../core/profile.ts';
import { readDetails } from './articles.ts';
import type { Database } from './db.ts';
import type { SnapshotEntity, SnapshotRelation } from './exchange/snapshot.ts';
import type { Knowledge } from './knowledge.ts';
import type { FromReader, LogFacts, LogRows } from './messages.ts';
import { OWN, wholeOwn } from './own.ts';
import { CORE } from './packs.ts';
import type { Found } from './shelves.ts';

/** What an export is made of, piece by piece: the page that saves it puts the pieces together (save-log.ts). */

/** Articles by id with all that was kept of them, and the copies of them. */
export async function logRows(db: Database, ids: readonly number[]): Promise<LogRows> {
  const keys = [...ids];
  const [own, copies] = await Promise.all([db.articles.bulkGet(keys), db.articles.where('copy.of').anyOf(keys).toArray()]);
  return { articles: [...own.filter((row) => row !== undefined), ...copies], ...(await readDetails(db, keys)) };
}

/** What the reader added, said and wrote. */
export async function ownRows(db: Database): Promise<ReturnType<FromReader['logOwn']>> {
  const [own, verdicts, annotations, lists] = await Promise.all([
    db.own.toArray(),
    db.verdicts.toArray(),
    db.annotations.toArray(),
    db.lists.toArray(),
  ]);
  return { own: wholeOwn(own), verdicts, annotations, lists };
}

/** What is known of entities, in the order of `ids`, and what their profiles state of others. Who is in no pack any more has its id for a name. */
export async function logFacts(known: Knowledge | undefined, ids: readonly EntityId[]): Promise<LogFacts> {
  const entities: SnapshotEntity[] = [];
  const relations: SnapshotRelation[] = [];
  for (const id of ids) {
    const found = await known?.find(id).catch(() => undefined);
    entities.push(
      found === undefined ? { id, kind: 'organisation', name: id, aliases: [], ...wikidata(id), source: 'packaged' } : entityOf(found),
    );
    if (found !== undefined) relations.push(...relationsOf(found));
  }
  return { entities, relations };
}

/** What the profiles of `ids` state of others of them. */
export async function relationsAmong(known: Knowledge | undefined, ids: readonly EntityId[]): Promise<readonly SnapshotRelation[]> {
  const among = new Set(ids);
  const { relations } = await logFacts(known, [...among].sort());
  return relations.filter(({ to }) => among.has(to));
}

function wikidata(id: EntityId): { readonly wikidata?: string } {
  return /^Q\d+$/.test(id) ? { wikidata: id } : {};
}

function entityOf({ record: { profile }, channel }: Found): SnapshotEntity {
  const fact = (key: 'website' | 'lei' | 'isin') => {
    const value = profile.facts.find((one) => one.key === key)?.value;
    return value === undefined ? {} : { [key]: value };
  };
  return {
    id: profile.id,
    kind: profile.kind,
    name: profile.name,
    ...(profile.country === undefined ? {} : { country: profile.country }),
    aliases: [...new Set(profile.aliases.map(({ text }) => text))].filter((text) => text !== profile.name),
    ...fact('website'),
    ...fact('lei'),
    ...fact('isin'),
    ...wikidata(profile.id),
    source: channel === OWN ? 'own' : channel === CORE ? 'packaged' : 'feed',
  };
}

function relationsOf({ record: { profile }, sources }: Found): readonly SnapshotRelation[] {
  const sourceOf = (id: string): SnapshotRelation['source'] => {
    const { title = id, url } = (Object.hasOwn(sources, id) ? sources[id] : undefined) ?? {};
    return { title, ...(url === undefined ? {} : { url }) };
  };
  return [
    ...profile.relations.map(({ source, ...relation }) => ({ ...relation, from: profile.id, source: sourceOf(source) })),
    ...profile.offices.flatMap((office) => officeOf(profile, office, sourceOf)),
  ];
}

function officeOf(
  { id }: PackRecord['profile'],
  { organisation, office, role, since, until, acting, source }: PackRecord['profile']['offices'][number],
  sourceOf: (id: string) => SnapshotRelation['source'],
): readonly SnapshotRelation[] {
  if (organisation === undefined) return [];
  const term = { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
  return [
    {
      from: id,
      to: organisation,
      type: 'office',
      role,
      office: acting === true ? `${office} (acting)` : office,
      ...term,
      source: sourceOf(source),
    },
  ];
}
