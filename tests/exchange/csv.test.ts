import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csv, TABLES, type TableName, unguarded } from '../../platform/exchange/csv.ts';
import { readCsv } from '../../platform/exchange/csv-read.ts';
import type { Snapshot } from '../../platform/exchange/snapshot.ts';
import { ownEntity } from './own-rows.ts';
import { bytesOf, fileOf, RUNS, snapshot } from './snapshots.ts';

/** What a spreadsheet runs: OWASP's list, and the full-width forms; white space in front does not save it. */
const RUNS_AS_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

function parsed(all: Snapshot, table: TableName): readonly (readonly string[])[] {
  const file = fileOf(csv(all, table));
  expect(file.startsWith('\uFEFF') && file.endsWith('\r\n')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(file.slice(1), { delimiter: ',', newline: '\r\n', skipEmptyLines: true });
  expect(errors).toEqual([]);
  for (const cell of data.flat()) expect(cell).not.toMatch(RUNS_AS_FORMULA);
  return data.map((row) => row.map(unguarded));
}

/** An apostrophe that guards nothing of ours but stood there before a sign is taken off with ours: what is left to compare. */
const cell = (value: string | number | undefined) =>
  unguarded(
    String(value ?? '')
      .toWellFormed()
      .replaceAll('\0', ''),
  );
const rowsOf = (table: TableName, rows: readonly (readonly (string | number | undefined)[])[]) => [
  [...TABLES[table]],
  ...rows.map((row) => row.map(cell)),
];

test('entities: papaparse reads back what was written', () => {
  fc.assert(
    fc.property(snapshot, (all) => {
      const wanted = all.entities.map((one) => {
        const own = all.sightings.filter(({ entity }) => entity === one.id);
        const days = own.map(({ date }) => date).sort();
        const notes = [...all.own, ...all.annotations].filter(({ id, note }) => id === one.id && note !== undefined);
        const note = notes.length === 0 ? undefined : notes.map((row) => row.note).join('\n\n');
        const known = [
          one.id,
          one.name,
          one.kind,
          one.country,
          one.aliases.join(' | '),
          one.website,
          one.lei,
          one.isin,
          one.wikidata,
          one.source,
          note,
        ];
        return [...known, own.length, own.reduce((sum, { times }) => sum + times, 0), days[0], days.at(-1)];
      });
      expect(parsed(all, 'entities')).toEqual(rowsOf('entities', wanted));
    }),
    RUNS,
  );
});

test('pairs and sightings: papaparse reads back what was written', () => {
  fc.assert(
    fc.property(snapshot, (all) => {
      const name = (id: string) => all.entities.find((one) => one.id === id)?.name;
      const pairs = all.pairs.map(({ a, b, articles, sentences, paragraphs, first, last }) => [
        a,
        name(a),
        b,
        name(b),
        articles,
        sentences,
        paragraphs,
        first,
        last,
      ]);
      expect(parsed(all, 'pairs')).toEqual(rowsOf('pairs', pairs));
      const sightings = all.sightings.map(({ article, entity, times, date, seen, alone }) => {
        const row = all.articles.find(({ id }) => id === article);
        return [
          entity,
          name(entity),
          row?.canonical,
          row?.title,
          row?.publisher,
          row?.author,
          row?.published,
          date,
          times,
          seen,
          alone ? 'yes' : '',
        ];
      });
      expect(parsed(all, 'sightings')).toEqual(rowsOf('sightings', sightings));
    }),
    RUNS,
  );
});

test('own entities go out as a table and come in as they were', () => {
  const columns = { name: 'name', kind: 'kind', aliases: 'aliases', note: 'note' };
  const plain = ownEntity.map((one) => ({
    ...one,
    name: one.name.replace(/^'+/, ''),
    aliases: [...new Set(one.aliases.map((alias) => alias.replace(/[;|]/g, '').trim()))],
  }));
  fc.assert(
    fc.property(fc.uniqueArray(plain, { maxLength: 4, selector: ({ name }) => name.normalize('NFC').toLowerCase() }), (own) => {
      const entities = own.map(({ id, name, kind, aliases }) => ({ id, name, kind, aliases, source: 'own' as const }));
      const none = { articles: [], sightings: [], sentences: [], pairs: [], relations: [], verdicts: [], annotations: [], lists: [] };
      const { good, bad } = readCsv(bytesOf(fileOf(csv({ made: '', entities, own, ...none }, 'entities'))), columns, 'company');
      expect(bad).toEqual([]);
      const unbroken = (note: string | undefined) =>
        unguarded(
          (note ?? '')
            .toWellFormed()
            .replaceAll('\0', '')
            .replace(/\r\n|\r/g, '\n'),
        ).trim();
      const known = ({ name, kind, aliases, note }: (typeof own)[number]) => ({
        name: unguarded(name.toWellFormed()),
        kind,
        aliases: aliases.map((alias) => alias.toWellFormed()).filter((alias) => alias !== name),
        note: unbroken(note),
      });
      expect(good.map((one) => ({ ...one.own, note: one.own.note ?? '' }))).toEqual(own.map(known));
    }),
    { numRuns: 2_000 },
  );
});
