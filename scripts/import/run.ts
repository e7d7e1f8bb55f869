import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DATA_FOLDER, readData } from '../read-data.ts';
import { runCommand } from '../run-command.ts';
import { readRows } from './imported.ts';
import { IMPORTERS } from './importers.ts';
import { type Change, changesOf } from './refresh.ts';
import { applyChanges, draftOf, isWritten } from './write.ts';

/**
 * Refreshes records from a source: `npm run data:import -- SOURCE FILE.csv [--write] [--drafts]`. Without `--write` it only says what it would do.
 * Facts that are missing or came from the same source are written; what another source says otherwise, and records that we do not have, are
 * told. `--drafts` prints the latter as YAML to begin with.
 */
function describe(change: Change): string {
  if (change.type === 'new') return `new      ${change.imported.id ?? ''} ${change.imported.names[0]} (${change.imported.country ?? '?'})`;
  const { record } = change;
  const place = `${record.profile.name}  ${record.file}:${record.line('')}`;
  if (change.type === 'differs')
    return `differs  ${place}: ${change.what}: '${change.ours}' (${change.source}), the file says '${change.theirs}'`;
  const was = change.was === undefined ? '' : `'${change.was}' → `;
  return `${change.type.padEnd(9)}${place}: ${change.fact.key}: ${was}'${change.fact.value}'`;
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { write: { type: 'boolean', default: false }, drafts: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [name, file] = positionals;
  const importer = IMPORTERS.find((one) => one.name === name);
  if (importer === undefined || file === undefined) {
    const known = IMPORTERS.map((one) => `  ${one.name.padEnd(16)} ${one.what}`).join('\n');
    throw new Error(`Usage: npm run data:import -- SOURCE FILE.csv [--write] [--drafts]\nSources:\n${known}`);
  }
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  const changes = changesOf(readData(), importer, readRows(importer, readFileSync(path, 'utf8'), file));
  for (const change of changes) console.log(describe(change));
  const count = (type: Change['type']) => changes.filter((change) => change.type === type).length;
  const written = changes.filter(isWritten);
  if (values.drafts) for (const change of changes) if (change.type === 'new') console.log(`\n${draftOf(change, importer)}`);
  if (values.write) {
    for (const part of new Set(written.map(({ record }) => record.file))) {
      const target = join(DATA_FOLDER, part.replace(/^data\//, ''));
      const own = written.filter(({ record }) => record.file === part);
      writeFileSync(target, applyChanges(readFileSync(target, 'utf8'), importer, own));
    }
    readData();
  }
  console.log(
    `${importer.name}: ${count('added')} facts added, ${count('updated')} updated${values.write ? '' : ' (with --write)'}; ${count('differs')} differ from another source, ${count('new')} records are not in the data`,
  );
}

runCommand(main);
