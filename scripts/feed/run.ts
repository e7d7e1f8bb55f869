import { runCommand } from '../run-command.ts';
import { type Command, readGiven } from './command.ts';
import { COMMANDS } from './table.ts';

/** `npm run feed -- COMMAND …`: publishes profiles for readers. docs/PUBLISHING.md says how. */
function usage(): string {
  const rows = Object.values(COMMANDS).map((command) => `  ${command.usage}\n      ${command.says}`);
  return `Usage: npm run feed -- COMMAND …

${rows.join('\n')}

All take --feed FOLDER (feed/, for the public), --work FOLDER (feed-work/), --keys FOLDER (feed-keys/) and --now MOMENT.
How to begin: docs/PUBLISHING.md`;
}

runCommand(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || name === 'help' || name === '--help') {
    console.log(usage());
    return;
  }
  const command = (COMMANDS as Readonly<Record<string, Command>>)[name];
  if (command === undefined || !Object.hasOwn(COMMANDS, name))
    throw new Error(`feed: there is no command '${name}'; there are ${Object.keys(COMMANDS).join(', ')}`);
  await command.run(readGiven(name, command, args));
});
