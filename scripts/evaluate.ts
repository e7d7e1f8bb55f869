import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Gazetteer } from '../core/gazetteer.ts';
import { readPage } from './read-page.ts';
import { readPackagedGazetteer, recognise } from './recognise.ts';
import { runCommand } from './run-command.ts';
import { emptyScore, type Gold, rates, type Score, scoreText } from './score.ts';

/**
 * Recognition, measured: `npm run evaluate -- [--json] FOLDER` reads labelled texts and prints precision, recall and F1 by kind, language and
 * document, linking accuracy, how right the sure and the uncertain ones are, decoys hit, and each error with its context.
 *
 * A folder holds one JSON a text (id, lang, date, text, mentions[], decoys[]; spans in UTF-16 units of `text`), or one folder an article with `source.html`
 * and `gold.json` (the same without `text`: spans count in the readable text of the page). What counts is said in scripts/score.ts.
 */
interface Document {
  readonly gold: Gold;
  readonly text: string;
}

function readDocuments(folder: string): readonly Document[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry): readonly Document[] => {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && readdirSync(path).includes('gold.json'))
      return [{ gold: readGold(join(path, 'gold.json')), text: readPage(join(path, 'source.html')).text }];
    if (!entry.isFile() || !entry.name.endsWith('.json')) return [];
    const gold = readGold(path);
    if (typeof gold.text !== 'string') throw new Error(`evaluate: ${path}: no text in it`);
    return [{ gold, text: gold.text }];
  });
}

function readGold(path: string): Gold & { readonly text?: string } {
  const gold = JSON.parse(readFileSync(path, 'utf8')) as Gold;
  if (!Array.isArray(gold.mentions) || !Array.isArray(gold.decoys)) throw new Error(`evaluate: ${path}: expected mentions and decoys`);
  return gold;
}

function scoreAll(gazetteer: Gazetteer, documents: readonly Document[]): Score {
  const score = emptyScore();
  for (const { gold, text } of documents) scoreText(score, gold, text, recognise(gazetteer, text, { lang: gold.lang, date: gold.date }));
  return score;
}

function print({ tallies, linked, decoys, certainties, troubles }: Score): void {
  for (const [key, tally] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { precision, recall, f1 } = rates(tally);
    console.log(
      `${key.padEnd(16)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}   hit ${tally.hit}, missed ${tally.missed}, wrong ${tally.wrong}`,
    );
  }
  console.log(`linked to the right entity: ${linked.right} of ${linked.all}`);
  console.log(`decoys: ${decoys.all}, marked as sure ${decoys.sure}, as uncertain ${decoys.uncertain}`);
  for (const [name, { right, wrong }] of Object.entries(certainties)) {
    const share = right + wrong === 0 ? '–' : `${((100 * right) / (right + wrong)).toFixed(1)} %`;
    console.log(`of ${right + wrong} called ${name}, right: ${share}`);
  }
  for (const { document, what, certainty, entity, context } of troubles)
    console.log(`${document}  ${what}${certainty ? ` (${certainty})` : ''}  ${entity}  ${context}`);
}

function main(): void {
  const { values, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true });
  if (positionals[0] === undefined) throw new Error('evaluate: no folder given. Usage: npm run evaluate -- [--json] FOLDER');
  // npm runs its scripts in the project's folder; the name is given from where the reader stands.
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  const documents = readDocuments(folder);
  if (documents.length === 0)
    throw new Error(`evaluate: nothing labelled in ${folder}: expected *.json, or folders with source.html and gold.json`);
  const score = scoreAll(readPackagedGazetteer(), documents);
  if (!values.json) {
    print(score);
    return;
  }
  const tallies = Object.fromEntries([...score.tallies].map(([key, tally]) => [key, { ...tally, ...rates(tally) }]));
  console.log(JSON.stringify({ ...score, tallies }, undefined, 2));
}

runCommand(main);
