import Papa from 'papaparse';
import { foldText } from '../../core/fold.ts';
import type { CountryCode, EntityId, FactKey, SourceId } from '../../core/profile.ts';

/** One row of a source, in the words of a record: what it says, and no more. */
export interface Imported {
  readonly kind: 'company' | 'official';
  readonly id?: EntityId;
  /** The name, then other spellings by which the record may be found. */
  readonly names: readonly string[];
  readonly country?: CountryCode;
  readonly facts: readonly { readonly key: FactKey; readonly value: string }[];
  readonly offices: readonly { readonly office: string; readonly since?: string; readonly until?: string }[];
}

/** A source that records are made from and refreshed by. */
export interface Importer {
  readonly name: string;
  /** Key in `data/sources.yaml` that its statements carry, and the day as of which it speaks. */
  readonly source: SourceId;
  readonly asOf: string;
  /** What the file is, for whoever has to fetch a newer one. */
  readonly what: string;
  readonly columns: readonly string[];
  readonly row: (row: Row) => Imported | undefined;
}

export type Row = Readonly<Record<string, string>>;

/** The rows of a CSV file for an importer. Throws if a column is missing, or if a line has too many or too few cells. */
export function readRows(importer: Importer, text: string, file: string): readonly Imported[] {
  const { data, errors, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true, transform: (cell) => cell.trim() });
  const missing = importer.columns.filter((column) => meta.fields?.includes(column) !== true);
  if (missing.length > 0) {
    throw new Error(
      `${file}: no column ${missing.join(', ')}; the source '${importer.name}' has the columns ${importer.columns.join(', ')}`,
    );
  }
  const [first] = errors;
  if (first !== undefined) throw new Error(`${file}: row ${(first.row ?? 0) + 2}: ${first.message}; mend that line`);
  return data.flatMap((row) => importer.row(row) ?? []);
}

/** Legal forms at the end of a name: they are left out of ours. */
const LEGAL =
  /[\s,]+(?:(?:gmbh|ag|se|kg|co|plc|ltd|limited|llc|llp|inc|corp|corporation|company|s\.?a\.?s?\.?u?|s\.?p\.?a\.?|s\.?l\.?u?\.?|s\.?r\.?l\.?|b\.?v\.?|n\.?v\.?|a\.?s\.?a?|a\.?b\.?|aktiebolag|oyj?|a\/s|aps|o[uü]|sia|uab|d\.?o\.?o\.?|zrt|nyrt|kft|s\.?r\.?o\.?|sp\.? z o\.?o\.?|class [ab])\.?)$/i;

/** "RHEINMETALL ELECTRONICS GMBH" and "Rheinmetall Electronics" have one key. */
export function nameKey(name: string): string {
  let bare = name.replace(/\s*&\s*Co\.?\s*KG$/i, '').trim();
  for (let shorter = bare.replace(LEGAL, ''); shorter !== bare; shorter = bare.replace(LEGAL, '')) bare = shorter;
  return foldText(bare);
}

/** An address as we write them: with its scheme, in lower case, no bare slash at the end. */
export function webAddress(text: string): string | undefined {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address)) return undefined;
  const { protocol, host, pathname, search } = new URL(address);
  return host.includes('.') ? `${protocol}//${host}${pathname === '/' ? '' : pathname}${search}` : undefined;
}

/** Facts whose value is known; an empty cell says nothing. */
export function facts(values: Readonly<Partial<Record<FactKey, string | undefined>>>): Imported['facts'] {
  return Object.entries(values).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [{ key: key as FactKey, value }]));
}

/** A Wikidata id, or nothing. */
export function qid(cell: string | undefined): { id?: EntityId } {
  return cell !== undefined && /^Q[1-9]\d*$/.test(cell) ? { id: cell } : {};
}
