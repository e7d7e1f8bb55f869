import { foldText } from './fold.ts';
import type { Candidates, Gazetteer, Group } from './gazetteer.ts';
import type { Block, Certainty, Evidence } from './mention.ts';
import type { Role } from './profile.ts';
import { BREAK, JOINED, lastGap, POINT, readGap, wordBefore } from './words.ts';

/**
 * What speaks for a candidate, and how much.
 *
 * Points, so that evidence adds up and can be compared between entities that share a surface. A strong alias has 10 by itself. A weak one needs
 * `SURE` for a sure mention and `SOME` for an uncertain one:
 *
 *     the full name or another strong alias of the same entity on the page      8
 *     its office beside the name ("Defence Secretary Healey")                   6
 *     one of the words that its alias asks for: in the same block 5, else       3
 *     a related entity, surely named: in the same block 4, else                 2
 *     words of the field and other strong names in the same block:              up to 4, for companies and organisations only
 *     … elsewhere on the page:                                                  up to 3
 *
 * A bare surname behind a given name that is not its own speaks of someone else, whatever the rest of the page says.
 * The points were set by hand and then held against labelled texts (npm run evaluate); they are not probabilities.
 */
const STRONG = 10;
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

interface Title {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  readonly text: string;
}

interface BlockEvidence {
  readonly titles: readonly Title[];
  /** Given names: end → start. */
  readonly given: ReadonlyMap<number, number>;
  readonly needed: ReadonlySet<number>;
  readonly field: ReadonlySet<string>;
  /** Entities with a strong alias in this block. */
  readonly strong: ReadonlySet<number>;
}

export interface PageEvidence {
  readonly blocks: ReadonlyMap<number, BlockEvidence>;
  readonly needed: ReadonlySet<number>;
  readonly field: ReadonlySet<string>;
  /** Entity → its strong alias as found. */
  readonly strong: ReadonlyMap<number, string>;
  /** How many companies and organisations are named by strong aliases. */
  readonly firms: number;
}

function gatherBlock(gazetteer: Gazetteer, reading: Reading, counts: (found: Found, entity: number) => boolean): BlockEvidence {
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
  for (const found of reading.strong) {
    const owners = new Set(found.groups.flatMap((group) => (group.strong && group.entity !== undefined ? [group.entity] : [])));
    for (const entity of owners) {
      if (owners.size === 1 && counts(found, entity) && !speaksOfAnother(gazetteer, found, entity, { given })) strong.add(entity);
    }
  }
  return { titles, given, needed, field, strong };
}

/** Goes once over all that was found; `counts` says whether the reader's verdicts let a strong alias count. */
export function gatherEvidence(
  gazetteer: Gazetteer,
  readings: readonly Reading[],
  counts: (found: Found, entity: number) => boolean,
): PageEvidence {
  const blocks = new Map<number, BlockEvidence>();
  const needed = new Set<number>();
  const field = new Set<string>();
  const strong = new Map<number, string>();
  for (const reading of readings) {
    const block = gatherBlock(gazetteer, reading, counts);
    blocks.set(reading.block.id, block);
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
  return { blocks, needed, field, strong, firms };
}

/** "Rachel Johnson", where Rachel is not a given name of the Johnson we know. */
function speaksOfAnother(gazetteer: Gazetteer, found: Found, entity: number, block: Pick<BlockEvidence, 'given'>): boolean {
  const bare = found.groups.some((group) => group.entity === entity && group.bare);
  if (!bare) return false;
  const before = wordBefore(found.block.text, found.start);
  if (!before || (before.gap !== JOINED && before.gap !== POINT)) return false;
  const word = found.block.text.slice(before.start, before.end);
  const own = gazetteer.entity(entity)?.given ?? [];
  const folded = foldText(word);
  if (own.includes(folded)) return false;
  if (before.gap === POINT) return isInitial(word) && !own.some((name) => name.startsWith(folded));
  return block.given.has(before.end);
}

function isInitial(word: string): boolean {
  return word.length === 1 && word.toLowerCase() !== word;
}

const roleCovers: Partial<Record<Role, readonly Role[]>> = {
  minister: [
    'defence-minister',
    'foreign-minister',
    'interior-minister',
    'industry-minister',
    'finance-minister',
    'head-of-government',
    'minister',
  ],
  commander: ['commander', 'chief-of-defence'],
  'chief-of-defence': ['commander', 'chief-of-defence'],
  'agency-head': ['agency-head', 'intelligence-chief', 'executive'],
};

/** A title right in front of the name (at most one word between), or right behind it after a comma. */
function titleBeside(gazetteer: Gazetteer, found: Found, entity: number, block: BlockEvidence): Evidence | undefined {
  const roles = gazetteer.entity(entity)?.roles ?? [];
  const text = found.block.text;
  for (const title of block.titles) {
    const covered = roleCovers[title.role] ?? [title.role];
    if (!roles.some((role) => covered.includes(role))) continue;
    const front =
      title.end <= found.start && found.start - title.end <= 40 && /^[\s,]*(?:\S+[\s]+){0,2}$/u.test(text.slice(title.end, found.start));
    const behind =
      title.start >= found.end && title.start - found.end <= 24 && /^,\s+(?:\S+\s+){0,3}$/u.test(text.slice(found.end, title.start));
    if (front || behind) return { type: 'office', title: title.text, role: title.role };
  }
  return;
}

/** In a language that writes names with capitals, an unknown capitalised word in front of a surname is likely a given name that we do not know. */
function hasUnknownForename(found: Found, block: BlockEvidence): boolean {
  const text = found.block.text;
  const before = wordBefore(text, found.start);
  if (!before || before.gap !== JOINED) return false;
  const word = text.slice(before.start, before.end);
  const first = word.charAt(0);
  if (first.toLowerCase() === first || word.toUpperCase() === word) return false;
  if (block.titles.some((title) => title.start <= before.start && before.end <= title.end)) return false;
  const earlier = wordBefore(text, before.start);
  if (!earlier) return false;
  readGap(text, earlier.end);
  return lastGap.kind !== POINT && lastGap.kind !== BREAK;
}

/** "Rafael Behr", "Dan McDowell", "May 2022": the word is a given name or a month here, whatever else it may be. */
function isPartOfAnother(found: Found, group: Group, block: BlockEvidence): boolean {
  const text = found.block.text;
  readGap(text, found.end);
  if (lastGap.kind !== JOINED) return false;
  const next = text.charAt(lastGap.end);
  if (group.bare && /\p{N}/u.test(next)) return true;
  return block.given.get(found.end) === found.start && next.toLowerCase() !== next;
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
  if (group.strong) return { score: STRONG, certainty: 'sure', evidence: [{ type: 'strong-alias' }] };
  if (isPartOfAnother(found, group, block)) return NOTHING;
  const evidence: Evidence[] = [];
  let score = 0;
  const fullName = page.strong.get(entity);
  if (fullName !== undefined) {
    evidence.push({ type: 'full-name-on-page', alias: fullName });
    score += group.bare && hasUnknownForename(found, block) ? 3 : 8;
  }
  const office = gazetteer.entity(entity)?.kind === 'official' ? titleBeside(gazetteer, found, entity, block) : undefined;
  if (office) {
    evidence.push(office);
    score += 6;
  }
  score += weighNeeded(gazetteer, group, block, page, evidence);
  score += weighRelated(gazetteer, entity, block, page, evidence);
  if (!group.bare && gazetteer.entity(entity)?.kind !== 'official') score += weighField(block, page, evidence);
  // A surname that only shares a page with its ministry may still be anyone's.
  if (group.bare && fullName === undefined && !office) score = Math.min(score, hasUnknownForename(found, block) ? 0 : SOME);
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
  return score;
}
