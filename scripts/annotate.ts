import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Mention } from '../core/mention.ts';
import type { EntityId } from '../core/profile.ts';
import { textOfHtml } from './html-text.ts';
import { readPackagedGazetteer, recognise } from './recognise.ts';

/**
 * The recogniser in Node: `npm run annotate -- [--json] FILE…`
 *
 * Text or HTML in; a line (or, with --json, an object) a mention out. Offsets are UTF-16 units into the text file; for HTML, into the text of the
 * page, which --json gives along. A blank line ends a paragraph. A file that cannot be read is named on stderr, the others are still done, and
 * the exit status is 2.
 */

type Row = Omit<Mention, 'block' | 'entity'> & { readonly id: EntityId };

interface Annotated {
  readonly file: string;
  readonly text?: string;
  readonly mentions: readonly Row[];
}

function toRow({ start, end, surface, entity: id, name, kind, certainty, also, why }: Mention): Row {
  return { start, end, surface, id, name, kind, certainty, also, why };
}

function readText(file: string): { readonly text: string; readonly html: boolean } {
  // npm runs its scripts in the project's folder; the names are given from where the reader stands.
  const bytes = readFileSync(resolve(process.env.INIT_CWD ?? '.', file));
  const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const html = /\.x?html?$/i.test(file) || /^\s*(?:<!doctype html|<html)/i.test(raw);
  return { text: html ? textOfHtml(raw) : raw, html };
}

function line(mention: Row): string {
  const why = mention.why.evidence.map((evidence) => evidence.type).join(', ');
  const sure = mention.certainty === 'sure' ? 'sure' : 'uncertain';
  return [
    mention.start,
    mention.end,
    mention.surface.replace(/\s+/g, ' '),
    mention.id,
    mention.name,
    mention.kind,
    sure,
    `${mention.why.alias} (${mention.why.how}): ${why}`,
  ].join('\t');
}

function main(): void {
  const { values, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true });
  if (positionals.length === 0) {
    console.error('annotate: no file given. Usage: npm run annotate -- [--json] FILE…');
    process.exitCode = 2;
    return;
  }
  const gazetteer = readPackagedGazetteer();
  const files: Annotated[] = [];
  for (const file of positionals) {
    try {
      const { text, html } = readText(file);
      const mentions = recognise(gazetteer, text).map(toRow);
      files.push({ file, ...(html ? { text } : {}), mentions });
      if (!values.json) for (const mention of mentions) console.log(positionals.length > 1 ? `${file}\t${line(mention)}` : line(mention));
    } catch (error) {
      console.error(
        `annotate: ${file}: cannot be read (${error instanceof Error ? error.message : String(error)}); the others are still done`,
      );
      process.exitCode = 2;
    }
  }
  if (values.json) console.log(JSON.stringify({ files }, undefined, 2));
}

main();
