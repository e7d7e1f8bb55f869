import type { EntityId } from '../core/profile.ts';
import { refusal } from '../locales/told.ts';
import { hostOf } from './addresses.ts';
import type { Database } from './db.ts';
import type { AnnotationRow, ListRow, Overlay } from './log-rows.ts';
import type { ListChange, ListTag, RemovedList, Written } from './messages.ts';
import { aliasText, cleanLine, tidyAliases } from './own.ts';
import { LONGEST_NOTE } from './own-shapes.ts';

/**
 * What the reader wrote of entities, and the lists they are on. Two windows may write at once: whoever writes says what was there when they
 * began, and if that is not so any more nothing is overwritten.
 */

const LONGEST_LINE = 500;
export const LONGEST_LIST_NAME = 100;

/** The reader's rows, what was changed last first. */
export async function annotations(db: Database): Promise<readonly AnnotationRow[]> {
  return (await db.annotations.toArray()).sort((a, b) => (a.changed < b.changed ? 1 : -1));
}

export async function writeNote(
  db: Database,
  { id, was, now }: { readonly id: EntityId; readonly was: string; readonly now: string },
): Promise<Written> {
  if (now.length > LONGEST_NOTE) throw refusal('note-too-long', LONGEST_NOTE);
  return write(
    db,
    id,
    (row) => (row.note ?? '') === was,
    ({ note: _, ...rest }) => (now.trim() === '' ? rest : { ...rest, note: now }),
  );
}

export async function correct(
  db: Database,
  { id, was, now }: { readonly id: EntityId; readonly was: Overlay; readonly now: Overlay },
): Promise<Written> {
  const checked = checkOverlay(now);
  const before = JSON.stringify(inOrder(was));
  return write(
    db,
    id,
    (row) => JSON.stringify(inOrder(row.overlay ?? {})) === before,
    ({ overlay: _, ...rest }) => (Object.keys(checked).length === 0 ? rest : { ...rest, overlay: checked }),
  );
}

/** The overlay as it is kept: what is empty corrects nothing. Throws in words for the reader. */
export function checkOverlay(given: Overlay): Overlay {
  const [name, line, website] = [given.name, given.line, given.website].map(cleanLine) as [string, string, string];
  const country = cleanLine(given.country).toUpperCase();
  const aliases = tidyAliases(given.aliases, name);
  if (name !== '' && !/[\p{L}\p{N}]/u.test(name)) throw refusal('own-no-letter');
  const longest = Math.max(...[name, line, website, ...aliases.map(aliasText)].map((text) => text.length));
  if (longest > LONGEST_LINE) throw refusal('own-too-long', LONGEST_LINE);
  if (website !== '' && hostOf(website) === undefined) throw refusal('overlay-no-address', website);
  if (country !== '' && !/^[A-Z]{2,4}$/.test(country)) throw refusal('overlay-no-country', country);
  return inOrder({ name, country, line, website, aliases });
}

/** In one order of keys and without what is empty, so that two can be compared. */
function inOrder({ name = '', country = '', line = '', website = '', aliases = [] }: Overlay): Overlay {
  return {
    ...(name === '' ? {} : { name }),
    ...(country === '' ? {} : { country }),
    ...(line === '' ? {} : { line }),
    ...(website === '' ? {} : { website }),
    ...(aliases.length === 0 ? {} : { aliases }),
  };
}

type Said = Omit<AnnotationRow, 'id' | 'changed'>;

async function write(db: Database, id: EntityId, isAsItWas: (row: Said) => boolean, change: (row: Said) => Said): Promise<Written> {
  return db.transaction('rw', db.annotations, async () => {
    const stored = await db.annotations.get(id);
    const { id: _id, changed: _changed, ...before }: Partial<AnnotationRow> = stored ?? {};
    if (!isAsItWas(before)) return { state: 'changed-meanwhile', now: stored };
    const said = change(before);
    if (Object.keys(said).length === 0) {
      await db.annotations.delete(id);
      return { state: 'kept', now: undefined };
    }
    const row: AnnotationRow = { ...said, id, changed: new Date().toISOString() };
    await db.annotations.put(row);
    return { state: 'kept', now: row };
  });
}

/** Answers the row as it is now. On a list that is gone (another window removed it) nothing can be put. */
export async function putOnList(
  db: Database,
  { id, list, on }: { readonly id: EntityId; readonly list: string; readonly on: boolean },
): Promise<AnnotationRow | undefined> {
  return db.transaction('rw', db.annotations, db.lists, async () => {
    const isThere = (await db.lists.get(list)) !== undefined;
    const written = await write(
      db,
      id,
      () => true,
      ({ lists = [], ...rest }) => {
        const others = lists.filter((one) => one !== list);
        const all = on && isThere ? [...others, list] : others;
        return all.length === 0 ? rest : { ...rest, lists: all };
      },
    );
    return written.now;
  });
}

/** By name, as the reader sorts them. */
export async function lists(db: Database): Promise<readonly ListRow[]> {
  return (await db.lists.toArray()).sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** The lists that each of these is on, by name. Who is on none is not in it. */
export async function listsOf(db: Database, ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, readonly ListTag[]>> {
  const [rows, all] = await Promise.all([db.annotations.bulkGet([...ids]), lists(db)]);
  const found = new Map<EntityId, readonly ListTag[]>();
  for (const row of rows) {
    const on = all.filter(({ id }) => row?.lists?.includes(id)).map(({ id, name, colour }) => ({ id, name, colour }));
    if (row !== undefined && on.length > 0) found.set(row.id, on);
  }
  return found;
}

export async function keepList(db: Database, { id = `list:${crypto.randomUUID()}`, ...change }: ListChange): Promise<ListRow> {
  return db.transaction('rw', db.lists, async () => {
    const before = await db.lists.get(id);
    const { name = before?.name, colour = before?.colour ?? 'grey', notify = before?.notify } = change;
    const called = cleanLine(name);
    if (called === '') throw refusal('list-no-name');
    if (called.length > LONGEST_LIST_NAME) throw refusal('own-too-long', LONGEST_LIST_NAME);
    const row: ListRow = { id, name: called, colour, ...(notify === true ? { notify } : {}), changed: new Date().toISOString() };
    await db.lists.put(row);
    return row;
  });
}

export async function removeList(db: Database, id: string): Promise<RemovedList | undefined> {
  return db.transaction('rw', db.annotations, db.lists, async () => {
    const list = await db.lists.get(id);
    if (list === undefined) return undefined;
    const members = (await db.annotations.where('lists').equals(id).primaryKeys()) as readonly EntityId[];
    for (const member of members) await putOnList(db, { id: member, list: id, on: false });
    await db.lists.delete(id);
    return { list, members };
  });
}

export async function restoreList(db: Database, { list, members }: RemovedList): Promise<boolean> {
  return db.transaction('rw', db.annotations, db.lists, async () => {
    await db.lists.put(list);
    for (const id of members) await putOnList(db, { id, list: list.id, on: true });
    return true;
  });
}

/** When the reader looked at the profile before now. */
export async function lookedAt(db: Database, id: EntityId, now: Date): Promise<string | undefined> {
  return db.transaction('rw', db.looks, async () => {
    const before = await db.looks.get(id);
    await db.looks.put({ id, at: now.toISOString() });
    return before?.at;
  });
}
