import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { foldText } from '../core/fold.ts';
import { KINDS, type Kind, type Office } from '../core/profile.ts';
import { DATA_FOLDER, type Data, type DataRecord, readData } from './read-data.ts';
import { runCommand } from './run-command.ts';

/**
 * What the data holds and where it is thin: `npm run data:report -- [--json] [--most N] [FOLDER]`. Records by country and kind, relations by type, offices
 * without dates, the oldest as-of dates, aliases that several entities share, and weak aliases that no word speaks for.
 */
export interface DataReport {
  /** Country → kind → number of records. */
  readonly coverage: Readonly<Record<string, Readonly<Partial<Record<Kind, number>>>>>;
  readonly kinds: Readonly<Record<Kind, number>>;
  /** Relations by type; `heads` and `sits-on` are offices that name their organisation. */
  readonly relations: Readonly<Record<string, number>>;
  readonly offices: Readonly<Record<'all' | 'dated' | 'officials' | 'officialsDated' | 'officialsWithout', number>>;
  /** Former names: aliases with dates. */
  readonly datedAliases: number;
  /** Oldest first. */
  readonly oldest: readonly { readonly asOf: string; readonly name: string; readonly place: string }[];
  readonly shared: readonly { readonly alias: string; readonly owners: readonly string[] }[];
  /** Of companies, organisations, events and programmes: a person's bare surname is spoken for by the full name. */
  readonly unspoken: readonly { readonly alias: string; readonly name: string; readonly place: string }[];
}

export function reportOf({ records }: Data): DataReport {
  const profiles = records.map(({ profile }) => profile);
  const offices = profiles.flatMap((profile) => profile.offices);
  const officials = profiles.filter(({ kind }) => kind === 'official');
  return {
    coverage: coverageOf(records),
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, profiles.filter((one) => one.kind === kind).length])) as Record<Kind, number>,
    relations: counted([
      ...profiles.flatMap(({ relations }) => relations.map(({ type }) => type)),
      ...offices.filter(({ organisation }) => organisation !== undefined).map(relationOf),
    ]),
    offices: {
      all: offices.length,
      dated: offices.filter(isDated).length,
      officials: officials.length,
      officialsDated: officials.filter((profile) => profile.offices.some(isDated)).length,
      officialsWithout: officials.filter((profile) => profile.offices.length === 0).length,
    },
    datedAliases: profiles.flatMap(({ aliases }) => aliases.filter(({ since, until }) => (since ?? until) !== undefined)).length,
    oldest: [...records]
      .sort((a, b) => (a.profile.asOf < b.profile.asOf ? -1 : 1))
      .map((record) => ({ asOf: record.profile.asOf, name: record.profile.name, place: placeOf(record, 'as-of') })),
    shared: sharedAliases(records),
    unspoken: records.flatMap((record) =>
      record.profile.kind === 'official'
        ? []
        : record.profile.aliases.flatMap(({ text, role, needs }, i) =>
            role === 'weak' && needs === undefined
              ? [{ alias: text, name: record.profile.name, place: placeOf(record, `aliases[${i}]`) }]
              : [],
          ),
    ),
  };
}

function isDated({ since, until }: Office): boolean {
  return (since ?? until) !== undefined;
}

/** Who legislates or advises sits on a body; all others are at its head, or near it. */
function relationOf({ role }: Office): string {
  return role === 'legislator' || role === 'adviser' ? 'sits-on' : 'heads';
}

function placeOf({ file, line }: DataRecord, path: string): string {
  return `${file}:${line(path)}`;
}

function counted(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function coverageOf(records: readonly DataRecord[]): DataReport['coverage'] {
  const coverage: Record<string, Partial<Record<Kind, number>>> = {};
  for (const { profile } of records) {
    const country = profile.country ?? '–';
    const row = coverage[country] ?? {};
    coverage[country] = { ...row, [profile.kind]: (row[profile.kind] ?? 0) + 1 };
  }
  return coverage;
}

function sharedAliases(records: readonly DataRecord[]): DataReport['shared'] {
  const owners = new Map<string, { readonly alias: string; readonly names: Set<string> }>();
  for (const { profile } of records) {
    const families = Object.values(profile.names ?? {}).map(({ family }) => family);
    for (const text of [profile.name, ...profile.aliases.map((alias) => alias.text), ...families]) {
      const key = foldText(text);
      const known = owners.get(key) ?? { alias: text, names: new Set<string>() };
      owners.set(key, known);
      known.names.add(`${profile.name} (${profile.id})`);
    }
  }
  return [...owners.values()]
    .filter(({ names }) => names.size > 1)
    .map(({ alias, names }) => ({ alias, owners: [...names] }))
    .sort((a, b) => b.owners.length - a.owners.length || (a.alias < b.alias ? -1 : 1));
}

function print(report: DataReport, most: number): void {
  const { coverage, kinds, relations, offices, datedAliases, oldest, shared, unspoken } = report;
  const rows = Object.entries(coverage).sort(([, a], [, b]) => total(b) - total(a));
  console.log(`Records by country\n  ${'country'.padEnd(9)}${KINDS.map((kind) => kind.padStart(14)).join('')}`);
  for (const [country, row] of [...rows, ['all', kinds] as const])
    console.log(`  ${country.padEnd(9)}${KINDS.map((kind) => String(row[kind] ?? '').padStart(14)).join('')}`);
  console.log(
    `\nRelations: ${Object.entries(relations)
      .map(([type, n]) => `${n} ${type}`)
      .join(', ')}`,
  );
  console.log(
    `Offices: ${offices.dated} of ${offices.all} dated; ${offices.officialsDated} of ${offices.officials} officials have a dated one, ${offices.officialsWithout} have none: no page that states it was found yet`,
  );
  console.log(`Former names, with dates: ${datedAliases}`);
  list(
    'Oldest as-of dates',
    oldest.map(({ asOf, name, place }) => `${asOf}  ${name}  ${place}`),
    most,
  );
  list(
    'Aliases of several entities',
    shared.map(({ alias, owners }) => `${alias}: ${owners.join(', ')}`),
    most,
  );
  list(
    'Weak aliases without evidence terms',
    unspoken.map(({ alias, name, place }) => `${alias}  (${name})  ${place}`),
    most,
  );
}

function total(row: Readonly<Partial<Record<Kind, number>>>): number {
  return Object.values(row).reduce((sum, n) => sum + n, 0);
}

function list(title: string, lines: readonly string[], most: number): void {
  console.log(`\n${title}: ${lines.length}`);
  for (const line of lines.slice(0, most)) console.log(`  ${line}`);
  if (lines.length > most) console.log(`  … and ${lines.length - most} more (--most ${lines.length})`);
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false }, most: { type: 'string', default: '20' } },
    allowPositionals: true,
  });
  if (!/^\d+$/.test(values.most))
    throw new Error(`data:report: --most ${values.most}: give a whole number, how many lines of each list to print`);
  const folder = positionals[0] === undefined ? DATA_FOLDER : resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  const report = reportOf(readData(folder));
  if (values.json) console.log(JSON.stringify(report, undefined, 2));
  else print(report, Number(values.most));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) runCommand(main);
