import type { Database } from './db.ts';
import type { LogRecord } from './exchange/json-lines.ts';
import type { EraseScope } from './messages.ts';
import type { LogFile } from './save-log.ts';
import type { Settings } from './settings.ts';

/** Everything of the reader's as one file in the format without loss: the log, own names, verdicts, notes, lists, settings, feeds. */
export async function backupFile(_db: Database, _settings: Settings, _tell: (part: number) => void, _now = new Date()): Promise<LogFile> {
  throw new Error('not yet');
}

/** What erasing would take, so that it can be taken in again: `takeIn` puts it back. */
export async function erasable(_db: Database, _scope: EraseScope): Promise<readonly LogRecord[]> {
  throw new Error('not yet');
}
