import Papa from 'papaparse';
import { inChunks } from './chunks.ts';
import { namings, notesOf, type Snapshot } from './snapshot.ts';

/**
 * Tables as RFC 4180 has them: commas, CRLF, quotes doubled, a header row. UTF-8 with its mark, without which Excel takes it for something else.
 *
 * A cell that a spreadsheet would take for a formula (OWASP, "CSV Injection": = + - @, tab and carriage return at the start, and their
 * full-width forms) gets an apostrophe in front; `unguarded` takes it off again. Lists within a cell are parted by " | ".
 */
export const TABLES = {
  /** What is known, and in how many articles it is named: `times` in all, `first` and `last` by the article's day. */
  entities: [
    'id',
    'name',
    'kind',
    'country',
    'aliases',
    'website',
    'lei',
    'isin',
    'wikidata',
    'origin',
    'note',
    'articles',
    'times',
    'first',
    'last',
  ],
  /** Who is named with whom: in so many articles, sentences and paragraphs. A count, not a statement. */
  pairs: ['a', 'a_name', 'b', 'b_name', 'articles', 'sentences', 'paragraphs', 'first', 'last'],
  /** Who is named in which article, how often. `seen`: when the reader last had it open. `alone`: not counted in pairs. */
  sightings: ['entity', 'name', 'article', 'title', 'publisher', 'author', 'published', 'date', 'times', 'seen', 'alone'],
} as const;
export type TableName = keyof typeof TABLES;

type Cell = string | number | undefined;
type Row<T extends TableName> = { readonly [K in (typeof TABLES)[T][number]]: Cell };

/** With white space in front they work as well. */
const FORMULA = /^(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/;
const GUARDED = /^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/;
const MARK = '\uFEFF';
/** Rows that are handed to the library at a time. */
const BATCH = 200;

/** The text of a cell without the apostrophe that guards it. */
export function unguarded(cell: string): string {
  return cell.replace(GUARDED, '');
}

export function csv(snapshot: Snapshot, table: TableName): Generator<string> {
  const rows: { readonly [T in TableName]: () => Iterable<Row<T>> } = {
    entities: () => entityRows(snapshot),
    pairs: () => pairRows(snapshot),
    sightings: () => sightingRows(snapshot),
  };
  return inChunks(pieces(TABLES[table], rows[table]() as Iterable<Readonly<Record<string, Cell>>>));
}

function* pieces(columns: readonly string[], rows: Iterable<Readonly<Record<string, Cell>>>): Generator<string> {
  yield MARK;
  let batch: Cell[][] = [[...columns]];
  for (const row of rows) {
    batch.push(columns.map((column) => cellOf(row[column])));
    if (batch.length < BATCH) continue;
    yield written(batch);
    batch = [];
  }
  if (batch.length > 0) yield written(batch);
}

/** A zero character ends the cell, or the file, for some programs. */
function cellOf(value: Cell): Cell {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value;
}

function written(rows: readonly (readonly Cell[])[]): string {
  return `${Papa.unparse(rows as Cell[][], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

function* entityRows(snapshot: Snapshot): Generator<Row<'entities'>> {
  const named = namings(snapshot);
  const notes = notesOf(snapshot);
  for (const { id, name, kind, country, aliases, website, lei, isin, wikidata, source } of snapshot.entities) {
    const { articles = 0, times = 0, first, last } = named.get(id) ?? {};
    const known = {
      id,
      name,
      kind,
      country,
      aliases: aliases.join(' | '),
      website,
      lei,
      isin,
      wikidata,
      origin: source,
      note: notes.get(id)?.join('\n\n'),
    };
    yield { ...known, articles, times, first, last };
  }
}

function* pairRows(snapshot: Snapshot): Generator<Row<'pairs'>> {
  const names = namesOf(snapshot);
  for (const { a, b, articles, sentences, paragraphs, first, last } of snapshot.pairs) {
    yield { a, a_name: names.get(a), b, b_name: names.get(b), articles, sentences, paragraphs, first, last };
  }
}

function* sightingRows(snapshot: Snapshot): Generator<Row<'sightings'>> {
  const names = namesOf(snapshot);
  const articles = new Map(snapshot.articles.map((row) => [row.id, row]));
  for (const { article, entity, times, date, seen, alone } of snapshot.sightings) {
    const { canonical, title, publisher, author, published } = articles.get(article) ?? {};
    const where = { article: canonical, title, publisher, author, published };
    yield { entity, name: names.get(entity), ...where, date, times, seen, alone: alone === true ? 'yes' : undefined };
  }
}

function namesOf({ entities }: Snapshot): ReadonlyMap<string, string> {
  return new Map(entities.map(({ id, name }) => [id, name]));
}
