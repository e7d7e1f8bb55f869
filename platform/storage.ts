import { type Database, type Opened, openDatabase } from './db.ts';
import { isWell, report } from './report.ts';

/** The one open database of the background, and what happens when there is none, none yet, or none any more. */

let opened: Promise<Opened> | undefined;

/** Milliseconds after which what could not be had is asked for once more. */
export const AGAIN_AFTER = 15_000;
let askAgain = 0;
let asking = false;
let late = false;
let found: () => void = () => undefined;

/** Calls back when storage, or the profiles, are there after all: open pages have been read without them. */
export function onFound(listener: () => void): void {
  found = listener;
}

export function tellFound(): void {
  found();
}

/** The database, opened once; undefined if the browser refused it, and then the reader is told why. */
export async function database(): Promise<Database | undefined> {
  opened ??= openDatabase();
  const asked = opened;
  const result = await asked;
  if (result.state === 'open') {
    if (opened === asked) watch(result.db);
    isWell('storage');
    return result.db;
  }
  report('storage', result.why);
  tryAgain(result);
  return undefined;
}

/** A refusal need not be the last word: a disk was slow, or full a minute ago. Nobody waits for the second try. */
function tryAgain(refused: Extract<Opened, { state: 'refused' }>): void {
  late = refused.later !== undefined;
  if (asking || (!late && Date.now() < askAgain)) return;
  const isFirst = askAgain === 0;
  askAgain = Date.now() + AGAIN_AFTER;
  if (isFirst && !late) return;
  asking = true;
  void (refused.later ?? openDatabase()).then((again) => {
    asking = false;
    late = again.state === 'refused' && again.later !== undefined;
    opened = Promise.resolve(again);
    if (again.state === 'open') found();
  });
}

let watched: Database | undefined;

/** A connection that the browser ends (the reader cleared the data of the browser, say) is opened anew at the next question. */
function watch(db: Database): void {
  if (watched === db) return;
  watched = db;
  db.on('close', () => {
    if (watched === db) opened = undefined;
  });
}
