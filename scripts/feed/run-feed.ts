import { type Command, readGiven } from './command.ts';
import { COMMANDS } from './table.ts';

function usage(): string {
  const rows = Object.values(COMMANDS).map((command) => `  ${command.usage}\n      ${command.says}`);
  return `Usage: npm run feed -- COMMAND …

${rows.join('\n')}

All take --feed FOLDER (feed/, for the public), --work FOLDER (feed-work/), --keys FOLDER (feed-keys/) and --now MOMENT.
How to begin: docs/PUBLISHING.md`;
}

/** One command, by the words of the command line. Rejects, in words, for wrong usage; what a command found to be wrong is `process.exitCode` 1. */
export async function runFeed([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === 'help' || name === '--help') {
    console.log(usage());
    return;
  }
  const command = (COMMANDS as Readonly<Record<string, Command>>)[name];
  if (command === undefined || !Object.hasOwn(COMMANDS, name))
    throw new Error(`feed: there is no command '${name}'; there are ${Object.keys(COMMANDS).join(', ')}`);
  await command.run(readGiven(name, command, args));
}
