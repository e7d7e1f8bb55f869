import { stringify } from 'yaml';
import type { DataRecord } from '../read-data.ts';
import type { Importer } from './imported.ts';
import type { Change } from './refresh.ts';

/**
 * Changes written into a file of records by line, so that comments, order and layout stay as their editors left them. A new record is never
 * written: which of its names may stand alone is for a person to say; it is printed as a draft instead.
 */
type FactChange = Extract<Change, { type: 'added' | 'updated' }>;

export function isWritten(change: Change): change is FactChange {
  return change.type === 'added' || change.type === 'updated';
}

/** The file with the changes in it. `changes` are those of this file's records. */
export function applyChanges(text: string, importer: Importer, changes: readonly FactChange[]): string {
  const lines = text.split('\n');
  const byRecord = new Map<DataRecord, FactChange[]>();
  for (const change of changes) byRecord.set(change.record, [...(byRecord.get(change.record) ?? []), change]);
  // From the last record to the first: lines above stay where they are.
  for (const [record, list] of [...byRecord].sort(([a], [b]) => b.line('') - a.line(''))) applyToRecord(lines, record, importer, list);
  return lines.join('\n');
}

function applyToRecord(lines: string[], record: DataRecord, importer: Importer, changes: readonly FactChange[]): void {
  const { facts, sources, asOf } = record.profile;
  const at = (path: string): number => record.line(path) - 1;
  if (importer.asOf > asOf) replace(lines, at('as-of'), /as-of: .*/, `as-of: ${importer.asOf}`);
  if (!sources.includes(importer.source)) {
    const all = [...sources, importer.source].sort().join(', ');
    replace(lines, at('sources'), /sources: \[.*\]/, `sources: [${all}]`);
  }
  for (const { fact, at: index } of changes.filter((change) => change.at !== undefined))
    lines[at(`facts[${index}]`)] = factLine(fact, importer);
  const added = changes.filter((change) => change.at === undefined).map(({ fact }) => factLine(fact, importer));
  if (added.length === 0) return;
  if (facts.length > 0) lines.splice(at(`facts[${facts.length - 1}]`) + 1, 0, ...added);
  else lines.splice(at('country') + 1, 0, '  facts:', ...added);
}

function factLine({ key, value }: FactChange['fact'], importer: Importer): string {
  const plain = stringify(value, { lineWidth: 0 }).trim();
  return `    - { key: ${key}, value: ${key === 'website' || /[,{}[\]#&*!|>'"%@`]/.test(plain) ? JSON.stringify(value) : plain}, source: ${importer.source} }`;
}

/** Throws if the line is not as it should be: a record laid out otherwise is for a person to edit. */
function replace(lines: string[], index: number, pattern: RegExp, by: string): void {
  const line = lines[index] ?? '';
  if (!pattern.test(line)) throw new Error(`line ${index + 1}: expected ${pattern.source}, got '${line.trim()}'; edit this record by hand`);
  lines[index] = line.replace(pattern, by);
}

/** A record to begin with, for whoever adds it: names and their strength are still to be thought about. */
export function draftOf({ imported }: Extract<Change, { type: 'new' }>, importer: Importer): string {
  const { id, names, country, facts, kind, offices } = imported;
  const [name = '', ...others] = names;
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const flow = (value: object) => `    - ${stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim()}`;
  return [
    `- id: ${id ?? `muster:${slug}`}`,
    `  name: ${stringify(name, { lineWidth: 0 }).trim()}`,
    ...(country === undefined ? [] : [`  country: ${country}`]),
    ...(facts.length === 0 ? [] : ['  facts:', ...facts.map((fact) => factLine(fact, importer))]),
    ...(others.length === 0 ? [] : ['  aliases:', ...others.map((other) => `    - ${stringify(other, { lineWidth: 0 }).trim()}`)]),
    ...(kind === 'company' || offices.length === 0
      ? []
      : ['  offices:', ...offices.map((office) => flow({ ...office, source: importer.source }))]),
    `  sources: [${importer.source}]`,
    `  as-of: ${importer.asOf}`,
  ].join('\n');
}
