import { isCredited } from './byline.ts';
import { isNamedBehind, isOfAnother, isPartOfAnother, unknownForename } from './forename.ts';
import type { Candidates, Gazetteer, Group } from './gazetteer.ts';
import type { Block, Certainty, Evidence } from './mention.ts';
import { type Title, titleBeside, titlesNear } from './office.ts';
import type { Setting } from './setting.ts';
import type { Tongue } from './tongue.ts';

/**
 * What speaks for a candidate, and how much.
 *
 * Points, so that evidence adds up and can be compared between entities that share a surface. A strong alias has 10 by itself. A weak one needs
 * `SURE` for a sure mention and `SOME` for an uncertain one:
 *
 *     the full name or another strong alias of the same entity on the page      8
 *     its office beside the name ("Defence Secretary Healey")                   6; 4 if it had ended on the day of the page, or begins soon; else 0 before it began
 *     one of the words that its alias asks for: in the same block 5, else       3
 *     a related entity, surely named: in the same block 4, else                 2
 *     words of the field and other strong names in the same block:              up to 4, for companies and organisations only
 *     … elsewhere on the page:                                                  up to 3
 *     a site or section about defence: 2; one about sport, fashion and the like: −2; for companies and organisations only
 *
 * A person's strong alias in a byline or a photo credit, with nothing else on the page, is uncertain: reporters bear officials' names.
 *
 * A bare surname behind a given name that is not its own speaks of someone else, whatever the rest of the page says (core/forename.ts).
 * The points were set by hand and then held against labelled texts (npm run evaluate); they are not probabilities.
 */
export const STRONG = 10;
const SURE = 4;
const SOME = 3;

export interface ReadBlock extends Block {
  readonly candidates: Candidates;
}

/** One span of a block with all groups that it may mean. */
export interface Found {
  readonly block: ReadBlock;
  readonly start: number;
  readonly end: number;
  readonly groups: readonly Group[];
}

export interface Reading {
  readonly block: ReadBlock;
  readonly spans: readonly Found[];
  readonly strong: readonly Found[];
}

interface BlockEvidence {
  readonly titles: readonly Title[];
  /** Given names: end → start. */
  readonly given: ReadonlyMap<number, number>;
  readonly needed: ReadonlySet<number>;
  readonly field: ReadonlySet<string>;
  /** Entities with a strong alias in this block. */
  readonly strong: ReadonlySet<number>;
  /** Entity → where a strong surname of it stands first, and whether someone else is meant there. */
  readonly first: ReadonlyMap<number, { readonly start: number; readonly another: boolean }>;
}

export interface PageEvidence {
  readonly blocks: ReadonlyMap<number, BlockEvidence>;
  readonly needed: ReadonlySet<number>;
  readonly field: ReadonlySet<string>;
  /** Entity → its strong alias as found. */
  readonly strong: ReadonlyMap<number, string>;
  /** Entities whose surname the page brings in behind the given name of someone else: "Jon Moulton … Moulton". */
  readonly others: ReadonlySet<number>;
  readonly tongue: (block: ReadBlock) => Tongue | undefined;
  /** How many companies and organisations are named by strong aliases. */
  readonly firms: number;
  readonly day: number | undefined;
  readonly setting: Setting | undefined;
}

/** What the linker knows and the evidence asks. */
export interface Asked {
  /** Whether the reader's verdicts let a strong alias count. */
  readonly counts: (found: Found, entity: number) => boolean;
  readonly tongue: (block: ReadBlock) => Tongue | undefined;
  /** The day of the page, as a whole number (20241002). */
  readonly day: number | undefined;
  readonly setting: Setting | undefined;
}

function gatherBlock(gazetteer: Gazetteer, reading: Reading, { counts }: Asked): BlockEvidence {
  const { hits } = reading.block.candidates;
  const titles: Title[] = [];
  const given = new Map<number, number>();
  const needed = new Set<number>();
  const field = new Set<string>();
  for (let at = 0; at < hits.length; at += 3) {
    const [start, end, index] = [hits[at] as number, hits[at + 1] as number, hits[at + 2] as number];
    const group = gazetteer.group(index);
    if (group?.type === 'title' && group.role) titles.push({ start, end, role: group.role, text: reading.block.text.slice(start, end) });
    else if (group?.type === 'given') given.set(end, start);
    else if (group?.type === 'needed') needed.add(index);
    else if (group?.type === 'field') field.add(group.alias as string);
  }
  const strong = new Set<number>();
  const first = new Map<number, { readonly start: number; readonly another: boolean }>();
  for (const found of reading.strong) {
    const owners = new Set(found.groups.flatMap((group) => (group.strong && group.entity !== undefined ? [group.entity] : [])));
    for (const entity of owners) {
      const another = speaksOfAnother(gazetteer, found, entity, { given });
      if (found.start <= (first.get(entity)?.start ?? found.start)) first.set(entity, { start: found.start, another });
      if (!another && owners.size === 1 && counts(found, entity) && !isByline(gazetteer, found, entity)) strong.add(entity);
    }
  }
  return { titles, given, needed, field, strong, first };
}

/** Goes once over all that was found. */
export function gatherEvidence(gazetteer: Gazetteer, readings: readonly Reading[], asked: Asked): PageEvidence {
  const blocks = new Map<number, BlockEvidence>();
  const needed = new Set<number>();
  const field = new Set<string>();
  const strong = new Map<number, string>();
  const others = new Set<number>();
  const met = new Set<number>();
  for (const reading of readings) {
    const block = gatherBlock(gazetteer, reading, asked);
    blocks.set(reading.block.id, block);
    for (const [entity, { another }] of block.first) {
      if (another && !met.has(entity)) others.add(entity);
      met.add(entity);
    }
    for (const index of block.needed) needed.add(index);
    for (const word of block.field) field.add(word);
    for (const found of reading.strong) {
      for (const group of found.groups) {
        if (group.entity === undefined || !group.strong || group.bare || !block.strong.has(group.entity) || strong.has(group.entity))
          continue;
        strong.set(group.entity, reading.block.text.slice(found.start, found.end));
      }
    }
  }
  const firms = [...strong.keys()].filter((entity) => ['company', 'organisation'].includes(gazetteer.entity(entity)?.kind ?? '')).length;
  return { blocks, needed, field, strong, others, firms, tongue: asked.tongue, day: asked.day, setting: asked.setting };
}

function isBare(found: Found, entity: number): boolean {
  return found.groups.some((group) => group.entity === entity && group.bare);
}

function speaksOfAnother(gazetteer: Gazetteer, found: Found, entity: number, block: Pick<BlockEvidence, 'given'>): boolean {
  return isBare(found, entity) && isOfAnother(found, gazetteer.entity(entity), block.given);
}

function isByline(gazetteer: Gazetteer, found: Found, entity: number): boolean {
  return gazetteer.entity(entity)?.kind === 'official' && isCredited(found.block, found.start);
}

/** Families of languages in which one family's declined forms are words of another: "Macronie" is Macron in Polish only, "Putins" in German. */
const TONGUE_OF_FORMS: Readonly<Record<string, Tongue>> = { pl: 'slavic', cs: 'slavic', de: 'germanic' };

/** A single word in a case that the language of the text does not have. */
function isForeignForm(found: Found, group: Group, page: PageEvidence): boolean {
  const own = group.how === 'declined' ? TONGUE_OF_FORMS[group.lang ?? ''] : undefined;
  if (own === undefined || /\s/.test(found.block.text.slice(found.start, found.end))) return false;
  const tongue = page.tongue(found.block);
  return tongue !== undefined && tongue !== own;
}

/** Whether the word in front of a surname is a given name that we do not know; one behind a title may be a country, in Slavic languages. */
function hasUnknownForename(found: Found, block: BlockEvidence, page: PageEvidence): boolean {
  const before = unknownForename(found);
  if (!before) return false;
  const near = titlesNear(block.titles, found);
  if (near.some((title) => title.start <= before.start && before.end <= title.end)) return false;
  const behindTitle = near.some((title) => title.end <= before.start && /^\s+$/.test(found.block.text.slice(title.end, before.start)));
  return !behindTitle || !['slavic', undefined].includes(page.tongue(found.block));
}

interface Weighed {
  readonly score: number;
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
}

const NOTHING: Weighed = { score: 0, certainty: 'uncertain', evidence: [] };

/** Weighs one group of a found span. A score of 0: not a mention. */
export function weigh(gazetteer: Gazetteer, found: Found, group: Group, page: PageEvidence): Weighed {
  const entity = group.entity as number;
  const block = page.blocks.get(found.block.id);
  if (!block || speaksOfAnother(gazetteer, found, entity, block)) return NOTHING;
  if (isForeignForm(found, group, page)) return NOTHING;
  const fullName = page.strong.get(entity);
  if (group.strong && !(group.bare && fullName === undefined && page.others.has(entity))) {
    if (fullName === undefined && isByline(gazetteer, found, entity))
      return { score: SOME, certainty: 'uncertain', evidence: [{ type: 'byline' }] };
    return { score: STRONG, certainty: 'sure', evidence: [{ type: 'strong-alias' }] };
  }
  if (isPartOfAnother(found, group, block.given)) return NOTHING;
  const forename = group.bare && (hasUnknownForename(found, block, page) || isNamedBehind(found, gazetteer.entity(entity)));
  const evidence: Evidence[] = [];
  let score = 0;
  if (fullName !== undefined) {
    evidence.push({ type: 'full-name-on-page', alias: fullName });
    score += forename ? 3 : 8;
  }
  const office =
    gazetteer.entity(entity)?.kind === 'official' && !forename
      ? titleBeside(found, gazetteer.entity(entity)?.offices ?? [], block.titles, page.day)
      : undefined;
  if (office) {
    evidence.push(office);
    score += office.held === 'earlier' || office.held === 'soon' ? 4 : 6;
  }
  score += weighNeeded(gazetteer, group, block, page, evidence);
  score += weighRelated(gazetteer, entity, block, page, evidence);
  if (!group.bare && gazetteer.entity(entity)?.kind !== 'official') score += weighField(block, page, evidence);
  // A surname that only shares a page with its ministry may still be anyone's.
  if (group.bare && fullName === undefined && !office) score = Math.min(score, forename ? 0 : SOME);
  if (score < SOME) return NOTHING;
  return { score, certainty: score >= SURE ? 'sure' : 'uncertain', evidence };
}

function weighNeeded(gazetteer: Gazetteer, group: Group, block: BlockEvidence, page: PageEvidence, evidence: Evidence[]): number {
  const here = group.needs?.find((index) => block.needed.has(index));
  const there = here ?? group.needs?.find((index) => page.needed.has(index));
  if (there === undefined) return 0;
  evidence.push({ type: 'needed-word', word: gazetteer.group(there)?.alias ?? '' });
  return here === undefined ? 3 : 5;
}

function weighRelated(gazetteer: Gazetteer, entity: number, block: BlockEvidence, page: PageEvidence, evidence: Evidence[]): number {
  const related = gazetteer.entity(entity)?.related ?? [];
  const here = related.find((other) => block.strong.has(other));
  const there = here ?? related.find((other) => page.strong.has(other));
  if (there === undefined) return 0;
  evidence.push({ type: 'related', entity: gazetteer.entity(there)?.id ?? '' });
  return here === undefined ? 2 : 4;
}

function weighField(block: BlockEvidence, page: PageEvidence, evidence: Evidence[]): number {
  const near = block.field.size + Math.min(block.strong.size, 2);
  const far = page.field.size + Math.min(page.firms, 4);
  const score = Math.min(near * 2, 4) + Math.min(Math.floor(far / 3), 3);
  if (score > 0) evidence.push({ type: 'field-words', words: [...new Set([...block.field, ...page.field])].slice(0, 4) });
  if (page.setting?.about === 'elsewhere') return score - 2;
  if (page.setting === undefined) return score;
  evidence.push({ type: 'setting', where: page.setting.where });
  return score + 2;
}
