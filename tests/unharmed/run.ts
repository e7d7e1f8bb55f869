import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../../scripts/browsers.ts';
import { pageBytes, pageFiles } from '../../scripts/read-page.ts';
import { runCommand } from '../../scripts/run-command.ts';
import { sayDifference } from './compare.ts';
import { type Compared, type Pair, startPair, warmUp } from './pair.ts';

/**
 * `npm run unharmed -- FOLDER [--browser chromium|firefox] [--from N] [--limit N] [--json]`: opens every saved page of a folder with the release build
 * and without it, reads it as a reader would, and says whatever the page, or a script of it, could tell the two visits apart by. Exit code 1 if
 * there is anything that PRIVACY.md does not tell. Wants a release build (`npm run build`).
 */

interface Row {
  readonly file: string;
  readonly compared?: Compared;
  readonly error?: string;
}

async function compareFile(pair: Pair, folder: string, file: string, number: number): Promise<Row> {
  // A host of its own: what one page keeps (cookies, storage) is not there for the next.
  const url = `http://page-${number}.unn.ua/`;
  try {
    pair.put(url, pageBytes(join(folder, file)), /\.xhtml/i.test(file) ? 'application/xhtml+xml' : 'text/html');
    return { file, compared: await pair.compare(url) };
  } catch (error) {
    return { file, error: error instanceof Error ? error.message : String(error) };
  }
}

function tell({ file, compared, error }: Row): void {
  if (compared === undefined) console.log(`! ${file}: could not be compared: ${error}`);
  else {
    const left = compared.unsteady > 0 ? `, ${compared.unsteady} unsteady entries left out` : '';
    console.log(
      `${compared.harm.length === 0 ? '✓' : '✗'} ${file}: ${compared.entries} entries, ${compared.marks} marks${compared.card ? ', card' : ''}${left}`,
    );
    for (const each of compared.harm.slice(0, 12)) console.log(`  ${sayDifference(each)}`);
  }
}

function sum(rows: readonly Row[]): string {
  const all = rows.flatMap(({ compared }) => compared ?? []);
  const count = (which: (one: Compared) => boolean) => all.filter(which).length;
  return [
    `${rows.length} pages: ${count(({ how }) => how === 'whole')} compared in full, ${count(({ how }) => how === 'part')} in part, ${rows.length - all.length} not`,
    `${count(({ marks }) => marks > 0)} with marks, ${count(({ card }) => card)} with the card open`,
    `${count(({ harm }) => harm.length > 0)} with a difference that PRIVACY.md does not tell`,
  ].join('; ');
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      browser: { type: 'string', default: 'chromium' },
      from: { type: 'string', default: '0' },
      limit: { type: 'string', default: '100000' },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const browser = values.browser as BrowserName;
  if (positionals[0] === undefined || !['chromium', 'firefox'].includes(browser))
    throw new Error('unharmed: npm run unharmed -- FOLDER [--browser chromium|firefox] [--from N] [--limit N] [--json]');
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  const from = Number(values.from);
  const files = pageFiles(folder).slice(from, from + Number(values.limit));
  const build = fileURLToPath(new URL(`../../.output/${browser === 'chromium' ? 'chrome' : 'firefox'}-mv3`, import.meta.url));
  const pair = await startPair(browser, build);
  const rows: Row[] = [];
  try {
    await warmUp(pair);
    for (const [i, file] of files.entries()) {
      rows.push(await compareFile(pair, folder, file, from + i));
      if (!values.json) tell(rows.at(-1) as Row);
      if (pair.isUp()) continue;
      // What was compared is told all the same.
      console.error(`unharmed: a browser has ended; go on with --from ${from + i}`);
      process.exitCode = 1;
      break;
    }
  } finally {
    await pair.close();
  }
  console.log(values.json ? JSON.stringify(rows, undefined, 2) : sum(rows));
  if (rows.some(({ compared }) => compared === undefined || compared.harm.length > 0)) process.exitCode = 1;
}

runCommand(main);
