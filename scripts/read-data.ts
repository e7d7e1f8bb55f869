import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkCountry, checkList, checkMap, checkText, type Loose, type Problems, shown } from '../core/check.ts';
import type { Kind, Profile, Role, Source, SourceId } from '../core/profile.ts';
import { ROLES } from '../core/profile.ts';
import { parseProfile, parseSource } from '../core/record.ts';
import { futureProblems, linkProblems } from './data-problems.ts';
import type { NeverSite, Site } from './read-sites.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';

/** A profile and where it stands: "data/companies/no.yaml:12". */
export interface DataRecord {
  readonly profile: Profile;
  readonly file: string;
  /** Line of a part of the record, by its path ("aliases[2]"); of the record itself for an empty path. */
  readonly line: (path: string) => number;
}

/** All that is in `data/`. */
export interface Data {
  readonly records: readonly DataRecord[];
  readonly sources: Readonly<{ [id: SourceId]: Source }>;
  readonly fieldWords: readonly string[];
  readonly titles: Readonly<Partial<{ [role in Role]: readonly string[] }>>;
  readonly decoys: readonly string[];
  /** By language; `namesakes` are other words that speak of someone else in front of a surname. */
  readonly givenNames: Readonly<Record<string, readonly string[]>>;
  readonly sites: readonly Site[];
  readonly never: readonly NeverSite[];
}

const FOLDERS: readonly (readonly [folder: string, kind: Kind])[] = [
  ['companies', 'company'],
  ['events', 'event'],
  ['officials', 'official'],
  ['organisations', 'organisation'],
  ['programmes', 'programme'],
];

/** The project's own data folder. */
export const DATA_FOLDER = fileURLToPath(new URL('../data', import.meta.url));

/**
 * Reads a data folder whole; any of its files may be missing. Throws one Error that lists everything that is wrong, each with file and line.
 * `today`: ISO date. `label`: what the folder is called there.
 */
export function readData(folder = DATA_FOLDER, today = new Date().toISOString().slice(0, 10), label = 'data'): Data {
  if (!existsSync(folder)) throw new Error(`${folder}: there is no such folder`);
  const problems: Problems = [];
  const open: Open = (name) => openYaml(folder, name, label, problems);
  const data: Data = {
    records: FOLDERS.flatMap(([sub, kind]) => readRecords(folder, sub, kind, open, problems)),
    sources: readSources(open('sources.yaml'), problems),
    fieldWords: distinct(readTexts(open('field-words.yaml'), '', problems).map((word) => word.toLowerCase())),
    titles: readTitles(open('titles.yaml'), problems),
    decoys: distinct(readTexts(open('decoys.yaml'), '', problems)),
    givenNames: readLists(open('given-names.yaml'), problems),
    sites: readHosts(open('sites.yaml'), ['host', 'name', 'country', 'kind'], ['name', 'kind'], problems) as unknown as readonly Site[],
    never: readHosts(open('never.yaml'), ['host', 'why'], ['why'], problems) as unknown as readonly NeverSite[],
  };
  problems.push(...linkProblems(data), ...futureProblems(data, today, label));
  if (problems.length > 0) throw new Error(`${problems.length} problems in the data:\n${problems.join('\n')}`);
  return data;
}

type Open = (name: string) => YamlFile | undefined;

function openYaml(folder: string, name: string, label: string, problems: Problems): YamlFile | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  const file = readYaml(path, `${label}/${name}`);
  problems.push(...file.problems);
  return file;
}

function readRecords(folder: string, sub: string, kind: Kind, open: Open, problems: Problems): readonly DataRecord[] {
  const path = join(folder, sub);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.yaml')) : [];
  return names.sort().flatMap((name) => readRecordFile(open(`${sub}/${name}`), kind, problems));
}

function readRecordFile(file: YamlFile | undefined, kind: Kind, problems: Problems): readonly DataRecord[] {
  if (file?.value === undefined || file.value === null) return [];
  if (!Array.isArray(file.value)) {
    problems.push(`${file.name}:1: expected a list of records, got ${shown(file.value)}`);
    return [];
  }
  return file.value.flatMap((value: unknown, i): readonly DataRecord[] => {
    const parsed = parseProfile(value, kind);
    const line = (path: string): number => file.line(`[${i}].${path}`);
    if ('profile' in parsed) return [{ profile: parsed.profile, file: file.name, line }];
    problems.push(...parsed.problems.map((problem) => `${file.name}:${line(problem.split(': ')[0] ?? '')}: ${problem}`));
    return [];
  });
}

function readSources(file: YamlFile | undefined, problems: Problems): Data['sources'] {
  const sources: { [id: SourceId]: Source } = {};
  for (const [id, value] of Object.entries(file?.value ?? {})) {
    const found: Problems = [];
    const source = parseSource(value, id, found);
    problems.push(...found.map((problem) => `${file?.name}:${file?.line(problem.split(': ')[0] ?? '')}: ${problem}`));
    if (source !== undefined) sources[id] = source;
  }
  return sources;
}

const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;

/** A list of hosts (in ASCII, lower case) with what is said of each. */
function readHosts(file: YamlFile | undefined, keys: readonly string[], needed: readonly string[], problems: Problems): readonly Loose[] {
  const found: Problems = [];
  const seen = new Set<unknown>();
  const hosts = checkList(file?.value ?? [], '', found, (value, path) => {
    const map = checkMap(value, path, keys, found);
    if (map === undefined) return undefined;
    if (typeof map.host !== 'string' || !HOST.test(map.host))
      found.push(`${path}.host: expected a host such as example.org, got ${shown(map.host)}`);
    if (seen.has(map.host)) found.push(`${path}.host: ${shown(map.host)} is listed twice`);
    seen.add(map.host);
    for (const key of needed) checkText(map[key], `${path}.${key}`, found);
    if (map.country !== undefined) checkCountry(map.country, `${path}.country`, found);
    return map;
  });
  problems.push(...found.map((problem) => `${file?.name}:${file?.line(problem.split(': ')[0] ?? '')}: ${problem}`));
  return hosts;
}

/** All texts of a file or of a part of it, whatever lists and maps (by language, by theme) they stand in; of `{ text, why }` only the text. */
function readTexts(file: YamlFile | undefined, under: string, problems: Problems): readonly string[] {
  const texts: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [i, v] of value.entries()) walk(v, `${path}[${i}]`);
    else if (typeof value === 'object' && value !== null && 'text' in value) walk(value.text, `${path}.text`);
    else if (typeof value === 'object' && value !== null)
      for (const [key, v] of Object.entries(value)) walk(v, path === '' ? key : `${path}.${key}`);
    else {
      const found: Problems = [];
      const text = checkText(value, path, found);
      if (text !== undefined) texts.push(text);
      problems.push(...found.map((problem) => `${file?.name}:${file?.line(path)}: ${problem}`));
    }
  };
  const root = file?.value;
  if (root !== undefined && root !== null) walk(under === '' ? root : (root as { [key: string]: unknown })[under], under);
  return texts;
}

/** The texts under each key of a file. */
function readLists(file: YamlFile | undefined, problems: Problems): Readonly<Record<string, readonly string[]>> {
  const keys = Object.keys(file?.value ?? {});
  return Object.fromEntries(keys.map((key) => [key, distinct(readTexts(file, key, problems))]));
}

function readTitles(file: YamlFile | undefined, problems: Problems): Data['titles'] {
  const titles: { [role: string]: readonly string[] } = {};
  for (const role of Object.keys(file?.value ?? {})) {
    if (!ROLES.includes(role as Role))
      problems.push(`${file?.name}:${file?.line(role)}: ${role}: unknown role; known are ${ROLES.join(', ')}`);
    titles[role] = distinct(readTexts(file, role, problems).map((title) => title.toLowerCase()));
  }
  return titles;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
