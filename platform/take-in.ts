import type { Database } from './db.ts';
import type { LogRecord } from './exchange/json-lines.ts';
import type { OwnEntity } from './log-rows.ts';
import type { OwnGiven } from './own.ts';

/** What came of records that were taken in, by type of record (`article`, `own`, `verdict`, `annotation`, `list`). */
export interface Taken {
  /** There was nothing of that key; what was here was older; what was here is the same or newer and stays. */
  readonly added: Readonly<Record<string, number>>;
  readonly replaced: Readonly<Record<string, number>>;
  readonly known: Readonly<Record<string, number>>;
}

/** Takes the records of a log file in: all or nothing, and twice is as once. `tell`: how much is done, from 0 to 1. */
export async function takeIn(_db: Database, _records: readonly LogRecord[], _tell?: (part: number) => void): Promise<Taken> {
  throw new Error('not yet');
}

/** Adds entities of other people's lists to the reader's own: all or nothing. One of the same kind and name is there already. */
export async function takeOwn(
  _db: Database,
  _given: readonly OwnGiven[],
): Promise<{ readonly added: readonly OwnEntity[]; readonly known: number }> {
  throw new Error('not yet');
}
