import Papa from 'papaparse';
import type { BadCode, BadRecord } from './bad.ts';
import { lineProblem, textOf } from './text-in.ts';

/** A table of somebody else's, row by row; one that is broken costs no other. */
export interface CsvRow {
  /** Counted from 1; of a row of several lines the first. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly bad: readonly BadRecord[];
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Lines that are looked at when the delimiter is guessed. */
const LOOKED_AT = 20;
/** A cell of more lines than that was never meant to be one: no note is longer. */
const MOST_LINES = 5_000;
/** Lines with quotes in one row at which its end is looked for; it keeps a hostile file from costing the square of its length. */
const MOST_TRIES = 100;

/** `most`: rows that are wanted, for a preview. */
export function csvTable(bytes: Uint8Array, most = Number.POSITIVE_INFINITY): CsvTable {
  const read = textOf(bytes);
  if (typeof read === 'string') return { headers: [], rows: [], bad: [{ line: 1, code: read }] };
  // One kind of line end, for the library goes by the first it meets and would take the others for part of a cell.
  const lines = read.text.split(/\r\n|\n|\r/);
  const { delimiter, from } = delimiterOf(lines);
  const head = headOf(lines, delimiter, from);
  const headers = head.cells.map((cell) => cell.trim());
  const { rows, bad } = rowsOf(lines, { delimiter, from: head.next, most, damaged: read.damaged, width: headers.length });
  return { headers, rows, bad: [...head.bad, ...bad] };
}

/** A row of headers that is damaged serves all the same: without it every row would be lost. */
function headOf(lines: readonly string[], delimiter: string, from: number) {
  const at = lines.findIndex((line, i) => i >= from && line.trim() !== '');
  if (at === -1) return { cells: [], next: lines.length, bad: [] };
  const row = rowAt(lines, at, { delimiter, damaged: false });
  if (typeof row === 'object') return { cells: row.cells, next: at + row.lines, bad: [] };
  const cells = row === 'quotes' ? (lines[at] as string).split(delimiter).map((cell) => cell.replaceAll('"', '')) : [];
  return { cells, next: at + 1, bad: [{ line: at + 1, code: row }] };
}

/** Excel's own first line "sep=;" says it; else the one that parts the most cells, the same number in as many of the first lines as may be. */
function delimiterOf(lines: readonly string[]): { readonly delimiter: string; readonly from: number } {
  const said = /^sep=(.)\s*$/i.exec(lines[0] ?? '')?.[1];
  if (said !== undefined && said !== '"') return { delimiter: said, from: 1 };
  const text = lines
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT)
    .map((line) => line.slice(0, 10_000))
    .join('\n');
  const guessed = Papa.parse(text, { delimitersToGuess: DELIMITERS, newline: '\n' }).meta.delimiter;
  return { delimiter: DELIMITERS.includes(guessed) ? guessed : ',', from: 0 };
}

interface How {
  readonly delimiter: string;
  readonly damaged: boolean;
  /** Columns. A row that goes over several lines has as many cells, or a quote was closed by chance. */
  readonly width?: number;
}

/**
 * Row by row, not the whole file at once: a quote that is never closed would take the rest of the file with it. A row begins on its line and goes on
 * as long as a quote is open; if that ends badly, only its first line is bad and the next is looked at by itself.
 */
function rowsOf(lines: readonly string[], how: How & { readonly from: number; readonly most: number; readonly width: number }) {
  const rows: CsvRow[] = [];
  const bad: BadRecord[] = [];
  for (let at = how.from; at < lines.length && rows.length < how.most; ) {
    const row = (lines[at] as string).trim() === '' ? 'blank' : rowAt(lines, at, how);
    if (typeof row === 'string') {
      if (row !== 'blank') bad.push({ line: at + 1, code: row });
      at += 1;
      continue;
    }
    if (row.cells.slice(how.width).some((cell) => cell.trim() !== '')) bad.push({ line: at + 1, code: 'cells' });
    else rows.push({ line: at + 1, cells: row.cells });
    at += row.lines;
  }
  return { rows, bad };
}

function rowAt(lines: readonly string[], at: number, how: How): { readonly cells: readonly string[]; readonly lines: number } | BadCode {
  const end = Math.min(lines.length, at + MOST_LINES);
  for (let n = 1, tries = 0; at + n <= end && tries < MOST_TRIES; n++) {
    const line = lines[at + n - 1] as string;
    const problem = lineProblem(line, how.damaged);
    if (problem !== undefined) return n === 1 ? problem : 'quotes';
    // A line without a quote closes none.
    if (n > 1 && !line.includes('"')) continue;
    tries += 1;
    const text = lines.slice(at, at + n).join('\n');
    const { data, errors } = Papa.parse<string[]>(text, { delimiter: how.delimiter, newline: '\n' });
    const cells = data[0];
    if (errors.length === 0 && data.length === 1 && cells !== undefined) {
      return n === 1 || how.width === undefined || cells.length === how.width ? { cells, lines: n } : 'quotes';
    }
    if (!errors.every(({ code }) => code === 'MissingQuotes')) return 'quotes';
  }
  return 'quotes';
}
