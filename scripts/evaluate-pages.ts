import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Gazetteer } from '../core/gazetteer.ts';
import type { Mention } from '../core/mention.ts';
import { contextOf } from './context-of.ts';
import { pageFiles, readPage } from './read-page.ts';
import { readPackagedGazetteer, recognise } from './recognise.ts';
import { runCommand } from './run-command.ts';

/**
 * A look for false alarms: `npm run evaluate:pages -- [--json] [--context N] FOLDER` runs over real pages (`.html`, `.html.gz`, in folders below as well) and prints every
 * distinct surface that is marked, the rarest first, for whom, how sure, on how many pages, and where it stands first. No labels are needed: a
 * person reads the list, and what looks wrong becomes a decoy, a weak alias, or a rule.
 */
interface Surface {
  readonly surface: string;
  readonly entity: string;
  readonly kind: Mention['kind'];
  readonly certainty: Mention['certainty'];
  readonly alias: string;
  count: number;
  readonly pages: string[];
  readonly context: string;
}

/** One entry a surface, entity and certainty, over all pages. */
function surfacesOf(gazetteer: Gazetteer, folder: string, files: readonly string[], width: number): readonly Surface[] {
  const surfaces = new Map<string, Surface>();
  for (const file of files) {
    const { text, lang } = readPage(join(folder, file));
    for (const mention of recognise(gazetteer, text, { lang })) {
      const surface = mention.surface.replace(/\s+/g, ' ');
      const key = [surface, mention.entity, mention.certainty].join('\t');
      const known = surfaces.get(key);
      if (known === undefined) surfaces.set(key, { ...first(mention, text, width), surface, count: 1, pages: [file] });
      else {
        known.count++;
        if (known.pages.at(-1) !== file) known.pages.push(file);
      }
    }
  }
  return [...surfaces.values()].sort((a, b) => a.pages.length - b.pages.length || (a.surface < b.surface ? -1 : 1));
}

function first({ name, kind, certainty, why, ...span }: Mention, text: string, width: number) {
  return { entity: name, kind, certainty, alias: why.alias, context: contextOf(text, span, width) };
}

function line({ surface, entity, kind, certainty, count, pages, context }: Surface): string {
  const sure = certainty === 'sure' ? '' : ' (uncertain)';
  return [`${surface}${sure}`, `${entity}, ${kind}`, `${count} on ${pages.length}`, pages[0], context].join('\t');
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false }, context: { type: 'string', default: '40' } },
    allowPositionals: true,
  });
  if (positionals[0] === undefined) throw new Error('evaluate:pages: no folder given. Usage: npm run evaluate:pages -- [--json] FOLDER');
  // npm runs its scripts in the project's folder; the name is given from where the reader stands.
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  const files = pageFiles(folder);
  const surfaces = surfacesOf(readPackagedGazetteer(), folder, files, Number(values.context));
  if (values.json) {
    console.log(JSON.stringify({ pages: files.length, surfaces }, undefined, 2));
    return;
  }
  for (const surface of surfaces) console.log(line(surface));
  const marked = new Set(surfaces.flatMap(({ pages }) => pages));
  console.log(`${files.length} pages, ${marked.size} with marks; ${surfaces.length} distinct surfaces`);
}

runCommand(main);
