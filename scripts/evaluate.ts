import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { foldText } from '../core/fold.ts';
import type { Gazetteer } from '../core/gazetteer.ts';
import type { Mention } from '../core/mention.ts';
import { readPackagedGazetteer, recognise } from './recognise.ts';

/**
 * Recognition, measured: `npm run evaluate -- [--json] FOLDER` reads labelled texts (one JSON each: id, lang, text, mentions[], decoys[]; spans in UTF-16
 * units) and prints precision, recall and F1 by kind, language and document, decoys hit, and each error with its context.
 * A mention matches a labelled span if they overlap by at least half of the longer one; company and official count, `org` neither helps nor hurts,
 * a span labelled `unsure` counts neither way.
 */

interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly entity?: string;
  readonly kind?: 'company' | 'official' | 'org';
  readonly unsure?: boolean;
}

interface Gold {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly mentions: readonly Labelled[];
  readonly decoys: readonly Labelled[];
}

interface Tally {
  hit: number;
  missed: number;
  wrong: number;
}

interface Trouble {
  readonly document: string;
  readonly what: 'missed' | 'wrong' | 'decoy';
  readonly certainty?: string;
  readonly entity: string;
  readonly context: string;
}

const overlaps = (a: Labelled, b: { start: number; end: number }) =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start) >= Math.max(a.end - a.start, b.end - b.start) / 2;

function contextOf(text: string, span: { start: number; end: number }): string {
  const show = (part: string) => part.replace(/\s+/g, ' ');
  return `…${show(text.slice(Math.max(0, span.start - 40), span.start))}[${show(text.slice(span.start, span.end))}]${show(text.slice(span.end, span.end + 40))}…`;
}

class Score {
  readonly tallies = new Map<string, Tally>();
  readonly troubles: Trouble[] = [];
  readonly decoys = { all: 0, sure: 0, uncertain: 0 };
  readonly linked = { right: 0, all: 0 };
  readonly certainties = { sure: { right: 0, all: 0 }, uncertain: { right: 0, all: 0 } };

  add(keys: readonly string[], field: keyof Tally): void {
    for (const key of keys) {
      const tally = this.tallies.get(key) ?? { hit: 0, missed: 0, wrong: 0 };
      tally[field]++;
      this.tallies.set(key, tally);
    }
  }
}

function scoreDocument(gazetteer: Gazetteer, gold: Gold, score: Score): void {
  const mentions = recognise(gazetteer, gold.text);
  const used = new Set<Mention>();
  const keys = (kind: string) => ['all', `kind ${kind}`, `lang ${gold.lang}`, `doc ${gold.id}`];
  for (const label of gold.mentions) {
    const match = mentions.find((mention) => !used.has(mention) && overlaps(label, mention));
    if (match) used.add(match);
    if (label.unsure || label.kind === 'org' || label.kind === undefined) continue;
    if (match) {
      score.add(keys(label.kind), 'hit');
      score.certainties[match.certainty].right++;
      score.certainties[match.certainty].all++;
      score.linked.all++;
      if (label.entity !== undefined && sameName(label.entity, match.name)) score.linked.right++;
    } else {
      score.add(keys(label.kind), 'missed');
      score.troubles.push({ document: gold.id, what: 'missed', entity: label.entity ?? '?', context: contextOf(gold.text, label) });
    }
  }
  for (const mention of mentions) {
    if (used.has(mention) || (mention.kind !== 'company' && mention.kind !== 'official')) continue;
    const decoy = gold.decoys.some((label) => overlaps(label, mention));
    score.add(keys(mention.kind), 'wrong');
    score.certainties[mention.certainty].all++;
    score.troubles.push({
      document: gold.id,
      what: decoy ? 'decoy' : 'wrong',
      certainty: mention.certainty,
      entity: mention.name,
      context: contextOf(gold.text, mention),
    });
  }
  for (const label of gold.decoys) {
    score.decoys.all++;
    const hit = mentions.find((mention) => overlaps(label, mention) && mention.kind !== 'organisation');
    if (hit) score.decoys[hit.certainty]++;
  }
}

/** Gold names entities in words; ours may be longer or shorter ("Airbus", "Airbus SE"). */
function sameName(a: string, b: string): boolean {
  const [x, y] = [foldText(a.replace(/\(.*?\)/g, '')), foldText(b.replace(/\(.*?\)/g, ''))];
  return x === y || x.includes(y) || y.includes(x) || x.split(' ').at(-1) === y.split(' ').at(-1);
}

function rates({ hit, missed, wrong }: Tally): { precision: number; recall: number; f1: number } {
  const precision = hit + wrong === 0 ? 1 : hit / (hit + wrong);
  const recall = hit + missed === 0 ? 1 : hit / (hit + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function print(score: Score): void {
  const percent = (part: number, all: number) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`);
  for (const [key, tally] of [...score.tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { precision, recall, f1 } = rates(tally);
    console.log(
      `${key.padEnd(16)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}   hit ${tally.hit}, missed ${tally.missed}, wrong ${tally.wrong}`,
    );
  }
  console.log(`linked to the right entity: ${score.linked.right} of ${score.linked.all}`);
  console.log(`decoys: ${score.decoys.all}, marked as sure ${score.decoys.sure}, as uncertain ${score.decoys.uncertain}`);
  for (const [name, { right, all }] of Object.entries(score.certainties))
    console.log(`of ${all} called ${name}, right: ${percent(right, all)}`);
  for (const { document, what, certainty, entity, context } of score.troubles)
    console.log(`${document}  ${what}${certainty ? ` (${certainty})` : ''}  ${entity}  ${context}`);
}

function main(): void {
  const { values, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true });
  if (positionals[0] === undefined) throw new Error('evaluate: no folder given. Usage: npm run evaluate -- [--json] FOLDER');
  // npm runs its scripts in the project's folder; the name is given from where the reader stands.
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  const gazetteer = readPackagedGazetteer();
  const score = new Score();
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  if (files.length === 0) throw new Error(`evaluate: no .json in ${folder}`);
  for (const file of files) scoreDocument(gazetteer, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold, score);
  if (!values.json) {
    print(score);
    return;
  }
  const tallies = Object.fromEntries([...score.tallies].map(([key, tally]) => [key, { ...tally, ...rates(tally) }]));
  console.log(
    JSON.stringify(
      { tallies, linked: score.linked, decoys: score.decoys, certainties: score.certainties, troubles: score.troubles },
      undefined,
      2,
    ),
  );
}

main();
