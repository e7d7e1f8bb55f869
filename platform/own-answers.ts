import { Refusal, refusal, trouble } from '../locales/told.ts';
import { annotations, correct, keepList, lists, lookedAt, putOnList, removeList, restoreList, writeNote } from './annotations.ts';
import { inLog, isPrivate, namesChanged } from './asking.ts';
import type { Database } from './db.ts';
import type { OwnEntity } from './log-rows.ts';
import type { Answers, Argument, FromReader, Sender } from './messages.ts';
import { addOwn, checkOwn, keepOwn, type OwnGiven, removeOwn, wholeOwn } from './own.ts';
import { dropVerdicts } from './permission.ts';
import { isQuota, report } from './report.ts';
import { database } from './storage.ts';
import { touched } from './touched.ts';

/** The answers to what the reader writes: own names, notes, lists, corrections. */

type Own =
  | 'addOwn'
  | 'removeOwn'
  | 'own'
  | 'keepOwn'
  | 'annotations'
  | 'writeNote'
  | 'correct'
  | 'putOnList'
  | 'lists'
  | 'keepList'
  | 'removeList'
  | 'restoreList'
  | 'lookedAt'
  | 'tookIn';

export const ownAnswers: Pick<Answers<FromReader>, Own> = {
  addOwn: addOwnEntity,
  removeOwn: removeOwnEntity,
  // Not of what is marked by now: after each change that takes seconds to make, and the reader looks at the list.
  own: async () => (await inLog(async (db) => wholeOwn(await db.own.toArray()))) ?? [],
  annotations: async () => (await inLog(annotations)) ?? [],
  writeNote: (of, sender) => writing(sender, (db) => writeNote(db, of)),
  correct: async (of, sender) => {
    const written = await writing(sender, (db) => correct(db, of));
    if (written.state === 'kept') namesChanged();
    return written;
  },
  putOnList: (of, sender) => writing(sender, (db) => putOnList(db, of)),
  lists: async () => (await inLog(lists)) ?? [],
  keepList: (list, sender) => writing(sender, (db) => keepList(db, list)),
  removeList: ({ id }, sender) => writing(sender, (db) => removeList(db, id)),
  restoreList: (removed, sender) => writing(sender, (db) => restoreList(db, removed)),
  keepOwn: keepOwnEntity,
  lookedAt: async ({ id }, sender) => {
    if (await isPrivate(sender)) return undefined;
    return inLog((db) => lookedAt(db, id, new Date()));
  },
  tookIn: async () => {
    dropVerdicts();
    namesChanged();
    await touched();
    return true;
  },
};

/** What the reader writes: not from a private window, and not without a database; other windows are told. */
async function writing<T>(sender: Sender, write: (db: Database) => Promise<T>): Promise<T> {
  if (await isPrivate(sender)) throw refusal('notes-private');
  const db = await database();
  if (db === undefined) throw refusal('notes-refused');
  const written = await write(db).catch((error: unknown) => {
    throw isQuota(error) ? refusal('notes-no-room') : error;
  });
  await touched();
  return written;
}

async function addOwnEntity(given: OwnGiven, sender: Sender): Promise<OwnEntity> {
  const checked = checkOwn(given);
  if ('words' in checked) throw new Refusal(checked);
  if (await isPrivate(sender)) throw refusal('own-private');
  const db = await database();
  if (db === undefined) throw refusal('own-refused');
  const own = await addOwn(db, checked).catch((error: unknown) => {
    if (!isQuota(error)) throw error;
    const told = trouble('own-no-room', checked.name);
    report('quota', told);
    throw new Refusal(told);
  });
  namesChanged();
  await touched();
  return own;
}

async function removeOwnEntity({ id }: { readonly id: string }): Promise<boolean> {
  const db = await database();
  const removed = db === undefined ? false : await removeOwn(db, id);
  if (removed) {
    namesChanged();
    await touched();
  }
  return removed;
}

async function keepOwnEntity({ was, now }: Argument<FromReader, 'keepOwn'>, sender: Sender): Promise<OwnEntity | 'changed-meanwhile'> {
  const checked = checkOwn(now);
  if ('words' in checked) throw new Refusal(checked);
  const kept = await writing(sender, (db) => keepOwn(db, was, { ...checked, id: now.id, added: now.added }));
  if (kept !== 'changed-meanwhile') namesChanged();
  return kept;
}
