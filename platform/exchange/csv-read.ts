import type { Kind } from '../../core/profile.ts';
import type { OwnGiven } from '../own.ts';
import type { BadCode, BadRecord } from './bad.ts';
import { type Candidate, type Candidates, checked, firstOf, nameKey } from './candidates.ts';
import { unguarded } from './csv.ts';
import { type CsvTable, csvTable } from './csv-rows.ts';
import { inOrder } from './text-in.ts';

/** Entities of the reader's own from a table, by columns that the reader points out. */

/** Headers of the columns, as they stand in the table. */
export interface ColumnMapping {
  readonly name: string;
  readonly kind?: string;
  /** Its cells hold several, parted by semicolons, bars or line ends. */
  readonly aliases?: string;
  readonly note?: string;
  readonly country?: string;
}

const WORDS: { readonly [K in keyof Required<ColumnMapping>]: RegExp } = {
  name: /^(?:(?:full |legal |company |entity |organi[sz]ation )?name|company|entity|organi[sz]ation|person|firma|unternehmen|nom|nazwa|nazwisko|назва|ім.?я|название|имя)$/i,
  kind: /^(?:kind|type|category|schema|art|typ|genre|rodzaj|вид|тип)$/i,
  aliases: /^(?:alias(?:es)?|also known as|a\.?k\.?a\.?|other names?|weitere namen|autres noms|inne nazwy|інші назви|другие названия)$/i,
  note: /^(?:notes?|remarks?|comments?|description|summary|notiz|bemerkung|beschreibung|notatka|opis|примітка|опис|примечание|описание)$/i,
  country: /^(?:country(?: code)?|land|pays|kraj|країна|страна)$/i,
};

/** What people call kinds in tables, in small letters. */
const KINDS_CALLED: readonly (readonly [Kind, RegExp])[] = [
  ['company', /^(?:company|companies|firm|corporation|business|unternehmen|firma|entreprise|société|компанія|компания)$/],
  ['official', /^(?:official|person|people|individual|politician|beamter|personne|osoba|особа|персона|лицо)$/],
  ['organisation', /^(?:organi[sz]ation|public ?body|legal ?entity|agency|ministry|ngo|behörde|organisacja|організація|организация)$/],
  ['event', /^(?:event|veranstaltung|événement|wydarzenie|подія|событие)$/],
  ['programme', /^(?:programme|program|project|projekt|projet|програма|программа)$/],
];

/** Headers and first rows, for the reader to see which column is what. */
export function previewCsv(bytes: Uint8Array, rows = 10): CsvTable {
  return csvTable(bytes, rows);
}

/** Which column seems to be what; undefined if none seems to hold names. Each column is used once. */
export function guessMapping(headers: readonly string[]): ColumnMapping | undefined {
  const taken = new Set<string>();
  const columnOf = (field: keyof ColumnMapping) => {
    const header = headers.find((one) => !taken.has(one) && WORDS[field].test(one.replaceAll('_', ' ').trim()));
    if (header !== undefined) taken.add(header);
    return header;
  };
  const name = columnOf('name');
  if (name === undefined) return undefined;
  const others = (['aliases', 'note', 'country', 'kind'] as const).map((field) => [field, columnOf(field)] as const);
  return { name, ...Object.fromEntries(others.filter(([, header]) => header !== undefined)) };
}

/** `kind`: of those for which the table says none. */
export function readCsv(bytes: Uint8Array, mapping: ColumnMapping, kind: Kind): Candidates {
  const { headers, rows, bad: unread } = csvTable(bytes);
  const missing = Object.values(mapping).filter((column) => column !== undefined && !headers.includes(column));
  if (headers.length > 0 && missing.length > 0) {
    return { good: [], bad: missing.map((detail): BadRecord => ({ line: 1, code: 'no-column', detail })), passed: 0 };
  }
  const good: Candidate[] = [];
  const bad: BadRecord[] = [...unread];
  const isFirst = firstOf();
  for (const { line, cells } of rows) {
    const cell = (column: string | undefined) =>
      unguarded((column === undefined ? undefined : cells[headers.indexOf(column)]) ?? '').trim();
    const own = ownOf(mapping, cell, kind);
    if (typeof own === 'string') bad.push({ line, code: own });
    else if (!isFirst(nameKey(own))) bad.push({ line, code: 'duplicate' });
    else good.push({ line, own, ...countryOf(cell(mapping.country)) });
  }
  return { good, bad: inOrder(bad), passed: 0 };
}

function ownOf(mapping: ColumnMapping, cell: (column: string | undefined) => string, otherwise: Kind): OwnGiven | BadCode {
  // A line end within a name is a space: the check of own entities would take it out.
  const name = cell(mapping.name).replace(/\s+/g, ' ');
  if (name === '') return 'no-name';
  const called = cell(mapping.kind);
  const kind = called === '' ? otherwise : kindOf(called);
  if (kind === undefined) return 'unknown-kind';
  return checked({ name, kind, aliases: cell(mapping.aliases).split(/[;|\n]/), note: cell(mapping.note) });
}

/** The kind that a word means, ours or another's. */
export function kindOf(word: string): Kind | undefined {
  const small = word.trim().toLowerCase();
  return KINDS_CALLED.find(([, words]) => words.test(small))?.[0];
}

function countryOf(cell: string): { readonly country?: string } {
  return /^[A-Za-z]{2}$/.test(cell) ? { country: cell.toUpperCase() } : {};
}
