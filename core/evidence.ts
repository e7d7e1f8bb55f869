import { type Bearers, isAnother, noBearers } from './bearer.ts';
import { isCredited } from './byline.ts';
import { isNamedBehind, isOfAnother, isPartOfAnother, unknownForename } from './forename.ts';
import type { Candidates, EntityEntry, Gazetteer, Group } from './gazetteer.ts';
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
 * A bare surname belongs to whoever was last named in full (core/bearer.ts).
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
  readonly outer: readonly Found[];
}

interface BlockEvidence {
  readonly titles: readonly Title[];
  /** Given names: end → start. */
  readonly given: ReadonlyMap<number, number>;
  readonly needed: ReadonlySet<number>;
  readonly field: ReadonlySet<string>;
  /** Entities with a strong alias in this block. */
  readonly strong: ReadonlySet<number>;
  /** Where the block begins, counted through the page. */
  readonly at: number;
}

export interface PageEvidence {
  readonly blocks: ReadonlyMap<number, BlockEvidence>;
  readonly needed: ReadonlySet<number>;
  readonly field: ReadonlySet<string>;
  /** Entity → its strong alias as found. */
  readonly strong: ReadonlyMap<number, string>;
  /** Entity → the full names that say whose its surname is, in the order of the text (core/bearer.ts). */
  readonly bearers: ReadonlyMap<number, Bearers>;
  /** Entities of which a decoy stands on the page. */
  readonly decoyed: ReadonlySet<number>;
  /** Whether anything at all speaks of politics or defence: a title, a word of the field, a full name. */
  readonly telling: boolean;
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

function gatherBlock(gazetteer: Gazetteer, reading: Reading, { counts, tongue }: Asked, at: number): BlockEvidence {
  const { hits } = reading.block.candidates;
  const titles: Title[] = [];
  const given = new Map<number, number>();
  const needed = new Set<number>();
  const field = new Set<string>();
  for (let hit = 0; hit < hits.length; hit += 3) {
    const [start, end, index] = [hits[hit] as number, hits[hit + 1] as number, hits[hit + 2] as number];
    const group = gazetteer.group(index);
    if (group?.type === 'title' && group.role) titles.push({ start, end, role: group.role, text: reading.block.text.slice(start, end) });
    else if (group?.type === 'given') given.set(end, start);
    else if (group?.type === 'needed') needed.add(index);
    else if (group?.type === 'field') field.add(group.alias as string);
  }
  const strong = new Set<number>();
  for (const found of reading.strong) {
    const owners = new Set(found.groups.flatMap((group) => (group.strong && group.entity !== undefined ? [group.entity] : [])));
    const [entity] = owners;
    if (entity === undefined || owners.size > 1 || speaksOfAnother(gazetteer, found, entity, { given }, tongue)) continue;
    if (counts(found, entity) && !isByline(gazetteer, found, entity)) strong.add(entity);
  }
  return { titles, given, needed, field, strong, at };
}

/** Goes once over all that was found. */
export function gatherEvidence(gazetteer: Gazetteer, readings: readonly Reading[], asked: Asked): PageEvidence {
  const { tongue, day, setting } = asked;
  const blocks = new Map<number, BlockEvidence>();
  const needed = new Set<number>();
  const field = new Set<string>();
  const strong = new Map<number, string>();
  const decoyed = new Set<number>();
  const bearers = new Map<number, Bearers>();
  let at = 0;
  let titles = 0;
  for (const reading of readings) {
    const block = gatherBlock(gazetteer, reading, asked, at);
    at += reading.block.text.length + 1;
    titles += block.titles.length;
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
    for (const found of reading.outer) {
      for (const group of found.groups) {
        if (group.entity === undefined) continue;
        if (group.type === 'decoy') decoyed.add(group.entity);
        else noteBearer(gazetteer, found, group, block, asked, bearers);
      }
    }
  }
  for (const { full, other } of bearers.values()) for (const places of [full, other]) places.sort((a, b) => a - b);
  const firms = [...strong.keys()].filter((entity) => ['company', 'organisation'].includes(gazetteer.entity(entity)?.kind ?? '')).length;
  const telling = titles + field.size + strong.size > 0;
  return { blocks, needed, field, strong, bearers, decoyed, telling, firms, tongue, day, setting };
}

/** Whose surname it is from here on. */
function noteBearer(gazetteer: Gazetteer, found: Found, group: Group, block: BlockEvidence, asked: Asked, all: Map<number, Bearers>): void {
  const entity = group.entity as number;
  if (gazetteer.entity(entity)?.kind !== 'official' || (!group.bare && !block.strong.has(entity))) return;
  const bearers = all.get(entity) ?? noBearers();
  all.set(entity, bearers);
  const at = block.at + found.start;
  if (!group.bare) bearers.full.push(at);
  else if (speaksOfAnother(gazetteer, found, entity, block, asked.tongue)) bearers.other.push(at);
  else bearers.bare = Math.min(bearers.bare, at);
}

function isBare(found: Found, entity: number): boolean {
  return found.groups.some((group) => group.entity === entity && group.bare);
}

function speaksOfAnother(
  gazetteer: Gazetteer,
  found: Found,
  entity: number,
  { given }: Pick<BlockEvidence, 'given'>,
  tongue: Asked['tongue'],
): boolean {
  return isBare(found, entity) && isOfAnother(found, gazetteer.entity(entity), given, () => tongue(found.block));
}

function isByline(gazetteer: Gazetteer, found: Found, entity: number): boolean {
  return gazetteer.entity(entity)?.kind === 'official' && isCredited(found.block, found.start);
}

/** Families of languages in which one family's declined forms are words of another: "Macronie" is Macron in Polish only, "Putins" in German. */
const TONGUE_OF_FORMS: Readonly<Record<string, Tongue>> = { pl: 'slavic', cs: 'slavic', de: 'germanic' };

/** A case that the language of the text does not have. */
function isForeignForm(found: Found, group: Group, page: PageEvidence): boolean {
  const own = group.how === 'declined' ? TONGUE_OF_FORMS[group.lang ?? ''] : undefined;
  if (own === undefined) return false;
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
  if (!block || speaksOfAnother(gazetteer, found, entity, block, page.tongue)) return NOTHING;
  if (isForeignForm(found, group, page)) return NOTHING;
  const another =
    group.bare === true && isAnother(page.bearers.get(entity), block.at + found.start, isKnownToAll(gazetteer.entity(entity)));
  const fullName = another ? undefined : page.strong.get(entity);
  if (group.strong && !another) {
    const doubt = fullName === undefined ? doubtOf(gazetteer, found, group, page) : undefined;
    if (doubt === undefined) return { score: STRONG, certainty: 'sure', evidence: [{ type: 'strong-alias' }] };
    if (doubt !== 'decoy') return { score: SOME, certainty: 'uncertain', evidence: [{ type: doubt }] };
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
  if (another && !office) return NOTHING;
  // A surname that only shares a page with its ministry may still be anyone's.
  if (group.bare && fullName === undefined && !office) score = Math.min(score, forename ? 0 : SOME);
  if (score < SOME) return NOTHING;
  return { score, certainty: score >= SURE ? 'sure' : 'uncertain', evidence };
}

/** Offices so high that the bare surname is enough wherever it stands. */
const KNOWN_EVERYWHERE: ReadonlySet<string> = new Set(['head-of-state', 'head-of-government', 'secretary-general']);

function isKnownToAll(entity: EntityEntry | undefined): boolean {
  return entity?.offices.some(({ role }) => KNOWN_EVERYWHERE.has(role)) === true;
}

/** What speaks against a strong alias that nothing else on the page supports. */
function doubtOf(gazetteer: Gazetteer, found: Found, group: Group, page: PageEvidence): 'byline' | 'alone' | 'decoy' | undefined {
  const entity = gazetteer.entity(group.entity as number);
  if (isByline(gazetteer, found, group.entity as number)) return 'byline';
  if (group.bare) return page.telling || isKnownToAll(entity) ? undefined : 'alone';
  const surface = found.block.text.slice(found.start, found.end);
  if (entity?.kind !== 'company' || /\s/.test(surface)) return undefined;
  // "Van Helsing … Helsing's jokes"; the sword Andúril.
  if (page.decoyed.has(group.entity as number) || (group.how === 'given' && hasMoreMarks(surface, group.alias ?? ''))) return 'decoy';
  return undefined;
}

function hasMoreMarks(surface: string, alias: string): boolean {
  const marks = (text: string) => text.normalize('NFD').match(/[\u0300-\u036f]/g)?.length ?? 0;
  return marks(surface) > marks(alias);
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
