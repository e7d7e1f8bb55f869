import { runCommand } from '../run-command.ts';
import { runFeed } from './run-feed.ts';

/** `npm run feed -- COMMAND …`: publishes profiles for readers. docs/PUBLISHING.md says how. */
runCommand(() => runFeed(process.argv.slice(2)));
