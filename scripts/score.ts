import { foldText } from '../core/fold.ts';
import type { Certainty, Mention, Span } from '../core/mention.ts';
import { contextOf } from './context-of.ts';

/**
 * How right were the names found in a labelled text? Pure: labels and mentions in, tallies and troubles out.
 *
 * A mention matches a label if they overlap by at least half of the longer one; each mention is used once. Company and official count; a label
 * of kind `org`, one that is `unsure`, and a maker's name inside that of a product (`product`) count neither way.
 */

export interface Label extends Span {
  readonly surface: string;
  readonly entity?: string;
  readonly kind?: 'company' | 'official' | 'org';
  readonly unsure?: boolean;
  readonly product?: boolean;
}

export interface Gold {
  readonly id: string;
  readonly lang: string;
  /** Publication date, ISO 8601. */
  readonly date?: string;
  readonly mentions: readonly Label[];
  readonly decoys: readonly Label[];
}

export interface Tally {
  hit: number;
  missed: number;
  wrong: number;
}

export interface Trouble {
  readonly document: string;
  readonly what: 'missed' | 'wrong' | 'decoy' | 'linked';
  readonly certainty?: Certainty;
  readonly entity: string;
  readonly context: string;
}

export interface Score {
  /** By `all`, `kind …`, `lang …`, `doc …`. */
  readonly tallies: Map<string, Tally>;
  readonly certainties: Record<Certainty, { right: number; wrong: number }>;
  readonly linked: { right: number; all: number };
  readonly decoys: { all: number; sure: number; uncertain: number };
  readonly troubles: Trouble[];
}

export function emptyScore(): Score {
  return {
    tallies: new Map(),
    certainties: { sure: { right: 0, wrong: 0 }, uncertain: { right: 0, wrong: 0 } },
    linked: { right: 0, all: 0 },
    decoys: { all: 0, sure: 0, uncertain: 0 },
    troubles: [],
  };
}

export function rates({ hit, missed, wrong }: Tally): { precision: number; recall: number; f1: number } {
  const precision = hit + wrong === 0 ? 1 : hit / (hit + wrong);
  const recall = hit + missed === 0 ? 1 : hit / (hit + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Gold names entities in words; ours may be longer or shorter ("Airbus", "Airbus SE"). */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [foldText(a.replace(/\(.*?\)/g, '')), foldText(b.replace(/\(.*?\)/g, ''))];
  return x === y || x.includes(y) || y.includes(x) || x.split(' ').at(-1) === y.split(' ').at(-1);
}

/** Adds one text to the score. `text` is what the offsets of both labels and mentions count in. */
export function scoreText(score: Score, gold: Gold, text: string, mentions: readonly Mention[]): void {
  const trouble = (what: Trouble['what'], span: Span, entity: string, certainty?: Certainty) =>
    score.troubles.push({ document: gold.id, what, entity, context: contextOf(text, span), ...(certainty && { certainty }) });
  const count = (kind: string, field: keyof Tally) => {
    for (const key of ['all', `kind ${kind}`, `lang ${gold.lang}`, `doc ${gold.id}`]) {
      const tally = score.tallies.get(key) ?? { hit: 0, missed: 0, wrong: 0 };
      tally[field]++;
      score.tallies.set(key, tally);
    }
  };
  const used = new Set<Mention>();
  for (const label of gold.mentions) {
    const match = mentions.find((mention) => !used.has(mention) && overlaps(label, mention));
    if (match) used.add(match);
    if (label.unsure || label.product || label.kind === 'org' || label.kind === undefined) continue;
    if (!match) {
      count(label.kind, 'missed');
      trouble('missed', label, label.entity ?? '?');
      continue;
    }
    count(label.kind, 'hit');
    score.certainties[match.certainty].right++;
    score.linked.all++;
    if (label.entity !== undefined && sameName(label.entity, match.name)) score.linked.right++;
    else trouble('linked', match, `${label.entity ?? '?'}, not ${match.name}`, match.certainty);
  }
  for (const mention of mentions) {
    if (used.has(mention) || !counts(mention)) continue;
    const decoy = gold.decoys.some((label) => fallsFor(label, mention));
    count(mention.kind, 'wrong');
    score.certainties[mention.certainty].wrong++;
    trouble(decoy ? 'decoy' : 'wrong', mention, mention.name, mention.certainty);
  }
  for (const label of gold.decoys) {
    score.decoys.all++;
    const hits = mentions.filter((mention) => counts(mention) && fallsFor(label, mention));
    const worst = hits.find(({ certainty }) => certainty === 'sure') ?? hits[0];
    if (worst) score.decoys[worst.certainty]++;
  }
}

function counts({ kind }: Mention): boolean {
  return kind === 'company' || kind === 'official';
}

function overlaps(a: Span, b: Span): boolean {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start) >= Math.max(a.end - a.start, b.end - b.start) / 2;
}

/** "Saab" marked in "Elie Saab" is less than half of the decoy, and falls for it all the same. */
function fallsFor(decoy: Span, mention: Span): boolean {
  return overlaps(decoy, mention) || (mention.start >= decoy.start && mention.end <= decoy.end);
}
