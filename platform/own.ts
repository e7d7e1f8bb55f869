import type { FormGroup, Pack, PackRecord } from '../core/pack.ts';
import { type Alias, type EntityId, KINDS, type Profile } from '../core/profile.ts';
import { type Trouble, trouble } from '../locales/told.ts';
import type { Database } from './db.ts';
import type { OwnAlias, OwnEntity } from './log-rows.ts';

/** Entities that the reader added. They are few and small; for the recogniser they are a pack of their own. */

export const OWN = 'own';
const LONGEST_NAME = 200;
const LONGEST_NOTE = 4_000;
const MOST_ALIASES = 50;

/** What is said of an own entity before it has an id. */
export type OwnGiven = Omit<OwnEntity, 'id' | 'added' | 'changed'>;

export function aliasText(alias: OwnAlias): string {
  return typeof alias === 'string' ? alias : alias.text;
}

/** The entity as it will be stored, or what is wrong with it. */
export function checkOwn(given: OwnGiven): OwnGiven | Trouble {
  const name = cleanLine(given.name);
  if (!/[\p{L}\p{N}]/u.test(name)) return trouble('own-no-letter');
  if (!KINDS.includes(given.kind)) return trouble('own-no-kind', String(given.kind));
  const aliases = tidyAliases(given.aliases, name);
  if (name.length > LONGEST_NAME || aliases.some((alias) => aliasText(alias).length > LONGEST_NAME))
    return trouble('own-too-long', LONGEST_NAME);
  if (aliases.length > MOST_ALIASES) return trouble('own-too-many', MOST_ALIASES);
  const note = typeof given.note === 'string' ? given.note.trim().slice(0, LONGEST_NOTE) : '';
  return { name, kind: given.kind, aliases, ...(note === '' ? {} : { note }) };
}

/** Each text once, with the first language that was given for it; the name itself is none. */
export function tidyAliases(given: unknown, name: string): readonly OwnAlias[] {
  const all = new Map<string, OwnAlias>();
  for (const one of Array.isArray(given) ? given : []) {
    const { text: said, lang } =
      typeof one === 'string' ? { text: one, lang: undefined } : ((one ?? {}) as Readonly<Record<string, unknown>>);
    const text = cleanLine(said);
    if (text === name || !/[\p{L}\p{N}]/u.test(text)) continue;
    const known = all.get(text);
    if (known === undefined || (typeof known === 'string' && isLanguage(lang))) all.set(text, isLanguage(lang) ? { text, lang } : text);
  }
  return [...all.values()];
}

/** A BCP 47 tag without region: "uk", "deu". */
function isLanguage(lang: unknown): lang is string {
  return typeof lang === 'string' && /^[a-z]{2,3}$/.test(lang);
}

/** One line, without what cannot be seen. */
export function cleanLine(text: unknown): string {
  return typeof text === 'string'
    ? text
        .replace(/[\p{Cc}\p{Cf}]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim()
    : '';
}

/** What storage holds, in the shape that is asked of a new one; what has it not is left out (and left there). */
export function wholeOwn(rows: readonly OwnEntity[]): readonly OwnEntity[] {
  return rows.flatMap((row) => {
    const checked = checkOwn(row);
    if ('words' in checked || typeof row.id !== 'string' || typeof row.added !== 'string') return [];
    return [{ ...checked, id: row.id, added: row.added, ...(typeof row.changed === 'string' ? { changed: row.changed } : {}) }];
  });
}

/** The entity as one that is added now. */
export function newOwn(entity: OwnGiven): OwnEntity {
  return { ...entity, id: `own:${crypto.randomUUID()}`, added: new Date().toISOString() };
}

export async function addOwn(db: Database, entity: OwnGiven): Promise<OwnEntity> {
  const own = newOwn(entity);
  await db.own.add(own);
  return own;
}

/** Writes one in the place of `was`, or puts one back that was removed: nothing is overwritten that another window wrote meanwhile. */
export async function keepOwn(db: Database, was: OwnEntity | undefined, now: OwnEntity): Promise<OwnEntity | 'changed-meanwhile'> {
  return db.transaction('rw', db.own, async () => {
    const stored = await db.own.get(now.id);
    if (stored !== undefined && stored.changed !== was?.changed) return 'changed-meanwhile';
    const row: OwnEntity = was === undefined ? now : { ...now, added: was.added, changed: new Date().toISOString() };
    await db.own.put(row);
    return row;
  });
}

export async function removeOwn(db: Database, id: EntityId): Promise<boolean> {
  return db.transaction('rw', db.own, async () => {
    const known = (await db.own.get(id)) !== undefined;
    await db.own.delete(id);
    return known;
  });
}

export function ownPack(own: readonly OwnEntity[]): Pack {
  const records = own.map(ownRecord).sort((a, b) => (a.profile.id < b.profile.id ? -1 : 1));
  const days = own.map((entity) => entity.added.slice(0, 10)).sort();
  const asOf = days.at(-1) ?? '1970-01-01';
  return {
    header: {
      muster: 1,
      channel: OWN,
      version: 0,
      asOf,
      count: records.length,
      sources: {},
      fieldWords: [],
      titles: {},
      givenNames: [],
      decoys: [],
    },
    records,
  };
}

function ownRecord(own: OwnEntity): PackRecord {
  return {
    profile: ownProfile(own),
    forms: [own.name, ...own.aliases.map(aliasText)].map(formOf),
  };
}

/** What the reader wrote is marked as it was written. */
export function formOf(alias: string): FormGroup {
  return { alias, role: 'strong', case: /^[\p{Lu}\p{N}&-]{1,6}$/u.test(alias) ? 'exact' : 'capital', how: 'given', texts: [alias] };
}

export function profileAlias(alias: OwnAlias): Alias {
  return { ...(typeof alias === 'string' ? { text: alias } : alias), role: 'strong' };
}

/** What the reader knows, in the shape of any other profile; the note stands where others say what they do. */
export function ownProfile(own: OwnEntity): Profile {
  return {
    id: own.id,
    kind: own.kind,
    name: own.name,
    aliases: own.aliases.map(profileAlias),
    decoys: [],
    offices: [],
    relations: [],
    facts: own.note === undefined ? [] : [{ key: 'does', value: own.note, source: OWN }],
    sources: [OWN],
    asOf: own.added.slice(0, 10),
  };
}

/** The source that stands on what the reader wrote; views word it in the reader's language. */
export const OWN_SOURCE = { title: 'Added by you' } as const;
