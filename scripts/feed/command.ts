import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Places } from './store.ts';

/** One command of `npm run feed`. */
export interface Command {
  /** As in the usage: "build --from FOLDER|PACK.jsonl [--seq N]". */
  readonly usage: string;
  readonly says: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many words it takes besides options. */
  readonly words: readonly [least: number, most: number];
  readonly run: (given: Given) => void | Promise<void>;
}

/** What was given on the command line. */
export interface Given {
  readonly places: Places;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly words: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly list: (option: string) => readonly string[];
  readonly flag: (option: string) => boolean;
  readonly number: (option: string, least?: number) => number | undefined;
  /** A path as seen from where the publisher stands. */
  readonly path: (text: string) => string;
}

export const TEXT = { type: 'string' } as const;
export const LIST = { type: 'string', multiple: true } as const;
export const FLAG = { type: 'boolean' } as const;

const COMMON = { feed: TEXT, work: TEXT, keys: TEXT, now: TEXT } as const satisfies ParseArgsOptionsConfig;
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Reads the words behind the command. Throws an Error with the command's usage. */
export function readGiven(name: string, { usage, options, words: [least, most] }: Command, args: readonly string[]): Given {
  const wrong = (what: string): never => {
    throw new Error(`feed ${name}: ${what}. Usage: npm run feed -- ${usage}`);
  };
  const { values, positionals } = parsed(args, options, wrong);
  if (positionals.length < least) wrong('something is missing');
  if (positionals.length > most) wrong(`'${positionals[most]}' is one word too many`);
  const text = (option: string): string | undefined => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  const number = (option: string, lowest = 1): number | undefined => {
    const value = text(option);
    if (value === undefined) return undefined;
    if (!/^\d{1,9}$/.test(value) || Number(value) < lowest) wrong(`--${option} ${value}: give a whole number from ${lowest}`);
    return Number(value);
  };
  // npm runs scripts in the project's folder; INIT_CWD is where the publisher stands.
  const path = (given: string): string => resolve(process.env.INIT_CWD ?? '.', given);
  const folder = (option: string, standard: string): string => {
    const given = text(option);
    return given === undefined ? resolve(PROJECT, standard) : path(given);
  };
  const now = text('now');
  if (now !== undefined && Number.isNaN(Date.parse(now))) wrong(`--now ${now}: give a moment such as 2026-11-25T06:00:00Z`);
  return {
    places: { feed: folder('feed', 'feed'), work: folder('work', 'feed-work'), keys: folder('keys', 'feed-keys') },
    now: now === undefined ? Date.now() : Date.parse(now),
    words: positionals,
    text,
    list: (option) => (Array.isArray(values[option]) ? (values[option] as string[]) : []),
    flag: (option) => values[option] === true,
    number,
    path,
  };
}

interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

function parsed(args: readonly string[], options: ParseArgsOptionsConfig, wrong: (what: string) => never): Parsed {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { ...COMMON, ...options } });
  } catch (error) {
    // Node's own advice about dashes in front of arguments is of no use here.
    return wrong(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}
