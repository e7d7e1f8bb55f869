import type { Kind } from '../../core/profile.ts';
import type { BadRecord } from './bad.ts';
import type { Candidate, Candidates } from './candidates.ts';
import { type ColumnMapping, guessMapping, previewCsv, readCsv } from './csv-read.ts';
import { readFollowTheMoney } from './ftm-read.ts';
import { type LogRecord, readJsonLines } from './json-lines.ts';
import type { LogFeed } from './log-shapes.ts';
import { readNamesList } from './names-list.ts';
import { type FileFormat, recognise } from './recognise.ts';

/** A file as the reader is shown it before anything of it is stored: what is in it, the first rows, and what is wrong with it. */

/** The records of a log file that go into the database. */
export type StoredRecord = Exclude<LogRecord, { type: 'settings' | 'feed' }>;

/** How the reader wants it read; what is left out is found out. */
export interface HowToRead {
  readonly format?: FileFormat;
  readonly mapping?: ColumnMapping;
  /** Of those for which the file says none. */
  readonly kind?: Kind;
}

interface Opened {
  /** As it was read. */
  readonly format: FileFormat;
  readonly bad: readonly BadRecord[];
}

export interface OpenedLog extends Opened {
  readonly what: 'log';
  /** By type of record. */
  readonly counts: Readonly<Record<StoredRecord['type'], number>>;
  readonly records: readonly StoredRecord[];
  readonly settings?: object;
  /** Of whoever made the backup. Nobody's trust can be taken in: the reader adds them, or not. */
  readonly feeds: readonly LogFeed[];
}

export interface OpenedNames extends Opened {
  readonly what: 'names';
  readonly candidates: readonly Candidate[];
  /** Records that are right but name nobody. */
  readonly passed: number;
  readonly kind: Kind;
  readonly table?: OpenedTable;
}

export interface OpenedTable {
  readonly headers: readonly string[];
  /** The first of them, as they stand there. */
  readonly rows: readonly (readonly string[])[];
  /** Undefined if no column seems to hold names: then the reader says which. */
  readonly mapping?: ColumnMapping;
}

export type OpenedFile = OpenedLog | OpenedNames;

export const PREVIEWED = 10;

export function openFile(bytes: Uint8Array, how: HowToRead = {}): OpenedFile {
  const { format = recognise(bytes), kind = 'company' } = how;
  switch (format) {
    case 'log':
      return openLog(bytes);
    case 'follow-the-money':
      return names({ format, kind }, readFollowTheMoney(bytes));
    case 'csv':
      return openCsv(bytes, kind, how.mapping);
    case 'names':
      return names({ format, kind }, readNamesList(bytes, kind));
  }
}

function openLog(bytes: Uint8Array): OpenedLog {
  const { good, bad } = readJsonLines(bytes);
  const counts = { article: 0, own: 0, verdict: 0, annotation: 0, list: 0 };
  const records: StoredRecord[] = [];
  const feeds: LogFeed[] = [];
  let settings: object | undefined;
  for (const record of good) {
    if (record.type === 'settings') settings = record.settings;
    else if (record.type === 'feed') feeds.push(record.feed);
    else {
      records.push(record);
      counts[record.type] += 1;
    }
  }
  return { what: 'log', format: 'log', bad, counts, records, feeds, ...(settings === undefined ? {} : { settings }) };
}

function openCsv(bytes: Uint8Array, kind: Kind, chosen: ColumnMapping | undefined): OpenedNames {
  const { headers, rows, bad } = previewCsv(bytes, PREVIEWED);
  const mapping = chosen ?? guessMapping(headers);
  const table = { headers, rows: rows.map(({ cells }) => cells), ...(mapping === undefined ? {} : { mapping }) };
  const read = mapping === undefined ? { good: [], bad, passed: 0 } : readCsv(bytes, mapping, kind);
  return { ...names({ format: 'csv', kind }, read), table };
}

function names(base: Pick<OpenedNames, 'format' | 'kind'>, { good, bad, passed }: Candidates): OpenedNames {
  return { what: 'names', ...base, candidates: good, bad, passed };
}
