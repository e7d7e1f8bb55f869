import { browser } from 'wxt/browser';
import { displayName } from '../locales/format.ts';
import { Refusal, refusal } from '../locales/told.ts';
import * as backups from './backup.ts';
import { changeSettings } from './change-settings.ts';
import { type Database, openDatabase } from './db.ts';
import type { Candidate } from './exchange/candidates.ts';
import type { LogRecord } from './exchange/json-lines.ts';
import { type HowToRead, type OpenedFile, openFile } from './exchange/open-file.ts';
import type { OwnEntity } from './log-rows.ts';
import type { EraseScope } from './messages.ts';
import type { OwnGiven } from './own.ts';
import { isQuota } from './report.ts';
import type { LogFile } from './save-log.ts';
import { readSettings, settingsFrom } from './settings.ts';
import { type Taken, takeIn, takeOwn } from './take-in.ts';

/**
 * What the options page does with files. It opens the database itself: a whole log is more than a message should carry, and one transaction can
 * only be had by whoever has the database open. The background is told afterwards (`tookIn`).
 */

export interface TookIn extends Taken {
  /** The names of a list that were added: what an undo removes. */
  readonly own?: readonly OwnEntity[];
}

type Tell = (part: number) => void;

/** What is in a file; nothing is stored by that. */
export function open(bytes: Uint8Array, how: HowToRead): OpenedFile {
  return openFile(bytes, how);
}

/** All or nothing. */
export function take(file: OpenedFile, tell: Tell): Promise<TookIn> {
  return writing(async (db) => {
    if (file.what === 'log') return takeIn(db, file.records, tell);
    const { added, known } = await takeOwn(db, file.candidates.map(givenOf));
    return { added: { own: added.length }, replaced: { own: 0 }, known: { own: known }, own: added };
  });
}

/** An entity of the reader's own has no country: it is told at the head of its note, as a published profile tells it at the head of its line. */
export function givenOf({ own, country }: Candidate): OwnGiven {
  const land = country === undefined ? undefined : displayName('region', country);
  if (land === undefined || own.note?.includes(land)) return own;
  return { ...own, note: own.note === undefined ? land : `${land}. ${own.note}` };
}

/** Removes names that were taken in, but not what the reader has changed since. */
export function takeBack(added: readonly OwnEntity[]): Promise<void> {
  return writing((db) =>
    db.transaction('rw', db.own, async () => {
      const now = await db.own.bulkGet(added.map(({ id }) => id));
      await db.own.bulkDelete(now.flatMap((row) => (row === undefined || row.changed !== undefined ? [] : [row.id])));
    }),
  );
}

export async function backup(tell: Tell): Promise<LogFile> {
  const settings = await readSettings();
  return reading((db) => backups.backupFile(db, settings, tell));
}

export async function retentionDays(): Promise<number> {
  return (await readSettings()).retentionDays;
}

export function erasable(scope: EraseScope): Promise<readonly LogRecord[]> {
  return reading((db) => backups.erasable(db, scope));
}

/** Puts back what was erased. */
export async function putBack(records: readonly LogRecord[]): Promise<void> {
  await writing((db) => takeIn(db, records));
}

/** What the browser allowed elsewhere it has not allowed here, and what Muster is was told here. */
export async function applySettings(given: object): Promise<void> {
  await changeSettings((now) => {
    const { everyPage: _, welcomed: _seen, ...settings } = settingsFrom({ ...now, ...given });
    return settings;
  });
}

async function writing<T>(write: (db: Database) => Promise<T>): Promise<T> {
  if (browser.extension?.inIncognitoContext === true) throw refusal('notes-private');
  return reading(write).catch((error: unknown) => {
    throw isQuota(error) ? refusal('notes-no-room') : error;
  });
}

async function reading<T>(read: (db: Database) => Promise<T>): Promise<T> {
  const opened = await openDatabase();
  if (opened.state === 'refused') throw new Refusal(opened.why);
  try {
    return await read(opened.db);
  } finally {
    opened.db.close();
  }
}
