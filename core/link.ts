import { firstDay } from './dates.ts';
import { type Found, gatherEvidence, type PageEvidence, type ReadBlock, type Reading } from './evidence.ts';
import { foldText } from './fold.ts';
import { beginsAt } from './forename.ts';
import type { Gazetteer, Group } from './gazetteer.ts';
import type { Certainty, Evidence, Mention, Verdict } from './mention.ts';
import type { Setting } from './setting.ts';
import { tongues } from './tongue.ts';
import { isForeignForm, STRONG, weigh } from './weigh.ts';

export type { ReadBlock };

/**
 * Linking: which candidates of a page are mentions, of whom, and how sure is it?
 *
 * 1. In each block the longest name or decoy wins, leftmost on a tie. A decoy means nothing and hides what lies under it. A weak name that in the end
 *    has no evidence hides nothing: what it covered gets its turn.
 * 2. Strong aliases stand by themselves. They are found first, in the whole page, because they are the best evidence for the weak ones:
 *    "Fedorov" after "Mykhailo Fedorov", "Thales" beside "Rheinmetall".
 * 3. Weak ones are weighed (core/evidence.ts, core/weigh.ts): enough makes `sure`, some makes `uncertain`, none makes nothing.
 * 4. Several entities under one surface: the one with clearly more evidence, else all of them, uncertain.
 * 5. The reader's verdicts are the last word.
 *
 * Nothing is guessed silently: every mention carries what spoke for it.
 */

export interface LinkContext {
  /** Only those that apply to this page. */
  readonly verdicts: readonly Verdict[];
  /** What the page says its language is (BCP 47). Asked only where the text itself does not tell. */
  readonly lang?: string | undefined;
  /** Publication date of the page, ISO 8601: offices are judged by it. */
  readonly date?: string | undefined;
  /** What the site and the section of the page are about (core/setting.ts). */
  readonly setting?: Setting | undefined;
}

/** Spans with their name and decoy groups, longest first within a block. */
function spansOf(gazetteer: Gazetteer, block: ReadBlock): readonly Found[] {
  const spans = new Map<number, { start: number; end: number; groups: Group[] }>();
  const { hits } = block.candidates;
  for (let at = 0; at < hits.length; at += 3) {
    const group = gazetteer.group(hits[at + 2] as number);
    if (!group || (group.type !== 'name' && group.type !== 'decoy')) continue;
    const [start, end] = [hits[at] as number, hits[at + 1] as number];
    const key = start * 2 ** 26 + end;
    const span = spans.get(key);
    if (span) span.groups.push(group);
    else spans.set(key, { start, end, groups: [group] });
  }
  return [...spans.values()].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start).map((span) => ({ block, ...span }));
}

/**
 * What is taken already in one block. Spans come longest first, so none lies wholly inside a later one, and whether its two ends are free
 * says whether all of it is: a block of a hundred thousand names costs no more for each of them than a block of ten.
 */
class Taken {
  private readonly units: Uint8Array;
  constructor(length: number) {
    this.units = new Uint8Array(length);
  }
  has({ start, end }: Found): boolean {
    return this.units[start] === 1 || this.units[end - 1] === 1;
  }
  add({ start, end }: Found): void {
    this.units.fill(1, start, end);
  }
}

/** The best group of each entity under a span: one in a case that the language of the text has, and of these a strong one. */
function byEntity(found: Found, page: PageEvidence): readonly Group[] {
  const best = new Map<number, { readonly group: Group; readonly rank: number }>();
  for (const group of found.groups) {
    if (group.entity === undefined) continue;
    const rank = (isForeignForm(found, group, page) ? 0 : 2) + (group.strong ? 1 : 0);
    if (rank > (best.get(group.entity)?.rank ?? -1)) best.set(group.entity, { group, rank });
  }
  return [...best.values()].map(({ group }) => group);
}

function isDecoy(found: Found): boolean {
  return found.groups.some((group) => group.type === 'decoy');
}

function verdictFor(gazetteer: Gazetteer, found: Found, entity: number, verdicts: readonly Verdict[]): Verdict['says'] | undefined {
  if (verdicts.length === 0) return;
  const id = gazetteer.entity(entity)?.id;
  const surface = foldText(found.block.text.slice(found.start, found.end));
  return verdicts.find((verdict) => verdict.entity === id && (verdict.surface === undefined || verdict.surface === surface))?.says;
}

interface Choice {
  readonly group: Group;
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
  readonly score: number;
}

function isOfficial(gazetteer: Gazetteer, group: Group): boolean {
  return gazetteer.entity(group.entity as number)?.kind === 'official';
}

/** Who is meant by a span; nobody if nothing speaks for anyone. More than one if it cannot be decided. */
function choose(gazetteer: Gazetteer, found: Found, page: PageEvidence, context: LinkContext): readonly Choice[] {
  const choices: Choice[] = [];
  for (const group of byEntity(found, page)) {
    const entity = group.entity as number;
    const verdict = verdictFor(gazetteer, found, entity, context.verdicts);
    if (verdict === 'not-this') continue;
    if (verdict === 'is-this') {
      choices.push({ group, certainty: 'sure', evidence: [{ type: 'confirmed' }], score: 100 });
      continue;
    }
    const weighed = weigh(gazetteer, found, group, page);
    if (weighed.score > 0) choices.push({ group, ...weighed });
  }
  // "Foreign Minister Sikorski" is no helicopter maker, whatever the page is about.
  const titled = choices.filter(({ evidence }) => evidence.some(({ type }) => type === 'office'));
  const likely = (titled.length > 0 ? choices.filter(({ group, score }) => score >= STRONG || isOfficial(gazetteer, group)) : choices).sort(
    (a, b) => b.score - a.score,
  );
  const [first, second] = likely;
  if (!first || !second || first.score >= second.score + 2) return likely.slice(0, 1);
  return likely.filter((choice) => choice.score > first.score - 2).map((choice) => ({ ...choice, certainty: 'uncertain' as const }));
}

function toMention(gazetteer: Gazetteer, found: Found, choices: readonly Choice[]): Mention | undefined {
  const [first, ...others] = choices;
  const entity = first && gazetteer.entity(first.group.entity as number);
  if (!first || !entity) return;
  const { alias = '', how = 'given', lang } = first.group;
  const start = beginsAt(found, entity);
  return {
    block: found.block.id,
    start,
    end: found.end,
    surface: found.block.text.slice(start, found.end),
    entity: entity.id,
    name: entity.name,
    kind: entity.kind,
    certainty: first.certainty,
    also: others.flatMap((choice) => gazetteer.entity(choice.group.entity as number)?.id ?? []),
    why: { alias, how, evidence: first.evidence, ...(lang ? { lang } : {}) },
  };
}

/** Spans that lie in no longer one, whatever they are worth. */
function outerSpans(spans: readonly Found[], length: number): readonly Found[] {
  const taken = new Taken(length);
  return spans.filter((found) => {
    if (taken.has(found)) return false;
    taken.add(found);
    return true;
  });
}

/** Spans that stand if nothing but strong aliases and decoys counted: the ground on which the weak ones are weighed. */
function strongSpans(spans: readonly Found[], length: number): readonly Found[] {
  const taken = new Taken(length);
  const strong: Found[] = [];
  for (const found of spans) {
    if (taken.has(found)) continue;
    const decides = isDecoy(found) || found.groups.some((group) => group.strong);
    if (!decides) continue;
    taken.add(found);
    if (!isDecoy(found)) strong.push(found);
  }
  return strong;
}

/** The mentions of a page, in the order of blocks and of text. Cost grows with the candidates, not with the text. */
export function link(gazetteer: Gazetteer, blocks: readonly ReadBlock[], context: LinkContext): readonly Mention[] {
  const reading: Reading[] = blocks.map((block) => {
    const spans = spansOf(gazetteer, block);
    return { block, spans, strong: strongSpans(spans, block.text.length), outer: outerSpans(spans, block.text.length) };
  });
  const counts = (found: Found, entity: number) => verdictFor(gazetteer, found, entity, context.verdicts) !== 'not-this';
  const day = context.date === undefined ? undefined : firstDay(context.date);
  const page = gatherEvidence(gazetteer, reading, { counts, tongue: tongues(blocks, context.lang), day, setting: context.setting });
  const mentions: Mention[] = [];
  for (const { block, spans } of reading) {
    const taken = new Taken(block.text.length);
    const here: Mention[] = [];
    for (const found of spans) {
      if (taken.has(found)) continue;
      const mention = isDecoy(found) ? undefined : toMention(gazetteer, found, choose(gazetteer, found, page, context));
      if (!mention && !isDecoy(found)) continue;
      taken.add(found);
      if (mention) here.push(mention);
    }
    for (const mention of here.sort((a, b) => a.start - b.start)) mentions.push(mention);
  }
  return mentions;
}
