import { guessMapping } from './csv-read.ts';
import { csvTable } from './csv-rows.ts';
import { objectOf, textOf } from './text-in.ts';

/** What a file is, by what stands in it: names and endings of files say little, and a log that was downloaded twice is called "log (1).txt". */

export const FILE_FORMATS = ['log', 'follow-the-money', 'csv', 'names'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Rows of a table that are looked at: if all of them have the same cells, it is one. */
const LOOKED_AT = 20;

/** A file that is no text, or empty, is a list of names: reading it says what is wrong. */
export function recognise(bytes: Uint8Array): FileFormat {
  const read = textOf(bytes);
  if (typeof read === 'string') return 'names';
  const object = objectOf(firstLine(read.text));
  // An object that is neither is no name either: read as a log, it is said not to be ours.
  if (typeof object === 'object') return !Object.hasOwn(object, 'muster') && Object.hasOwn(object, 'schema') ? 'follow-the-money' : 'log';
  return isTable(bytes) ? 'csv' : 'names';
}

function firstLine(text: string): string {
  return /\S[^\r\n]*/.exec(text)?.[0] ?? '';
}

/** A header that says what is what; or several columns in every row: names with a comma in some of them are a list still. */
function isTable(bytes: Uint8Array): boolean {
  const { headers, rows, bad } = csvTable(bytes, LOOKED_AT);
  if (guessMapping(headers) !== undefined) return true;
  return headers.length > 1 && bad.length === 0 && rows.length > 0 && rows.every(({ cells }) => cells.length === headers.length);
}
