import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Pack, type PackRecord, writePack } from '../core/pack.ts';
import { KINDS } from '../core/profile.ts';
import { formsOf } from './forms/forms-of.ts';
import { withDeclined } from './forms/given-names.ts';
import { DATA_FOLDER, type Data, readData } from './read-data.ts';

/**
 * Makes what ships inside the extension, in `public/packs/`: the seed pack `core.jsonl`; `sites.json`; `feed.json`, where its profiles are
 * kept current; `fixed-text.txt` and `common-words.txt`, which new packs are weighed with.
 *
 *     node scripts/build-packs.ts [data folder [output folder]]
 *
 * The same data gives the same bytes: nothing here looks at a clock, and all is sorted.
 */
export async function buildPack(data: Data, version: number, channel = 'core'): Promise<Pack> {
  const profiles = data.records.map(({ profile }) => profile).sort((a, b) => (a.id < b.id ? -1 : 1));
  const records: PackRecord[] = [];
  for (const profile of profiles) records.push({ profile, forms: await formsOf(profile) });
  const { fieldWords, titles, decoys, givenNames } = data;
  const asOf =
    profiles
      .map((profile) => profile.asOf)
      .sort()
      .at(-1) ?? '1970';
  return {
    header: {
      muster: 1,
      channel,
      version,
      asOf,
      count: records.length,
      sources: usedSources(data),
      fieldWords,
      titles,
      decoys,
      givenNames: await withDeclined(givenNames),
    },
    records,
  };
}

/** Only sources that a record names: the others have nothing to vouch for. */
function usedSources({ records, sources }: Data): Pack['header']['sources'] {
  const used = new Set(
    records.flatMap(({ profile: { sources: own, aliases, facts, offices, relations } }) => [
      ...own,
      ...[...aliases, ...facts, ...offices, ...relations].map(({ source }) => source),
    ]),
  );
  return Object.fromEntries(Object.entries(sources).filter(([id]) => used.has(id)));
}

/** The number in `data/version.txt`: it goes up with each published pack, never back. */
function readVersion(folder: string): number {
  const file = join(folder, 'version.txt');
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '1';
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${file}: expected a whole number from 1, got '${text}'`);
  return Number(text);
}

function sitesJson({ sites, never }: Data): string {
  const hosts = sites.map(({ host }) => host).sort();
  const neverSorted = never.map(({ host, why }) => ({ host, why })).sort((a, b) => (a.host < b.host ? -1 : 1));
  const defence = sites
    .filter(({ kind }) => kind === 'defence')
    .map(({ host }) => host)
    .sort();
  return `${JSON.stringify({ sites: hosts, defence, never: neverSorted })}\n`;
}

/** Common words of all languages that the list has, in scripts with capitals: only there can a word be taken for a name by its case. */
export function commonWords(): readonly string[] {
  const lists = createRequire(import.meta.url)('stopwords-iso') as Readonly<Record<string, readonly string[]>>;
  const words = Object.values(lists)
    .flat()
    .map((word) => word.normalize('NFC'));
  const isWord = /^(?:\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Armenian})+$/u;
  return [...new Set(words.filter((word) => isWord.test(word) && word.length > 1))].sort();
}

/** `data/feed.json`: the address and the root of the feed by which the profiles are kept current; the project has none yet. */
function feedJson(folder: string): string {
  const file = join(folder, 'feed.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '{}\n';
}

async function main(folder: string, output: string): Promise<void> {
  const data = readData(folder);
  const pack = await buildPack(data, readVersion(folder));
  const text = writePack(pack);
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, 'core.jsonl'), text);
  writeFileSync(join(output, 'sites.json'), sitesJson(data));
  writeFileSync(join(output, 'feed.json'), feedJson(folder));
  writeFileSync(join(output, 'common-words.txt'), `${commonWords().join('\n')}\n`);
  writeFileSync(join(output, 'fixed-text.txt'), readFileSync(join(DATA_FOLDER, 'fixed-text.txt')));
  const forms = pack.records.reduce((sum, record) => sum + record.forms.reduce((n, group) => n + group.texts.length, 0), 0);
  const byKind = KINDS.map((kind) => `${pack.records.filter(({ profile }) => profile.kind === kind).length} ${kind}`);
  console.log(
    `core@${pack.header.version}, as of ${pack.header.asOf}: ${byKind.join(', ')}; ${forms} forms, ${Buffer.byteLength(text)} bytes; ${data.sites.length} sites`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = DATA_FOLDER, output = fileURLToPath(new URL('../public/packs', import.meta.url))] = process.argv.slice(2);
  await main(folder, output).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
