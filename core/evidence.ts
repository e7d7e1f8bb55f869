import { type Bearers, noBearers } from './bearer.ts';
import { isCredited } from './byline.ts';
import { isOfAnother } from './forename.ts';
import type { Candidates, Gazetteer, Group } from './gazetteer.ts';
import type { Block } from './mention.ts';
import type { Title } from './office.ts';
import type { Setting } from './setting.ts';
import type { Tongue } from './tongue.ts';

/**
 * What a page says that may speak for a candidate: gathered once for all of it, before anything is weighed (core/weigh.ts).
 */

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
  /** All that lie in no longer one. */
  readonly outer: readonly Found[];
}

export interface BlockEvidence {
  readonly titles: readonly Title[];
  /** Given names: end → start. */
  readonly given: ReadonlyMap<number, number>;
  readonly needed: ReadonlySet<number>;
  readonly field: ReadonlySet<string>;
  /** Where words of the field end and begin: "defence contractor Saab", "Saab, an arms maker". */
  readonly fieldEnds: ReadonlySet<number>;
  readonly fieldStarts: ReadonlySet<number>;
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
  /** Entities of which a strong alias of several words stands on the page. */
  readonly spelledOut: ReadonlySet<number>;
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
  const [fieldEnds, fieldStarts] = [new Set<number>(), new Set<number>()];
  for (let hit = 0; hit < hits.length; hit += 3) {
    const [start, end, index] = [hits[hit] as number, hits[hit + 1] as number, hits[hit + 2] as number];
    const group = gazetteer.group(index);
    if (group?.type === 'title' && group.role) titles.push({ start, end, role: group.role, text: reading.block.text.slice(start, end) });
    else if (group?.type === 'given') given.set(end, start);
    else if (group?.type === 'needed') needed.add(index);
    else if (group?.type === 'field') {
      field.add(group.alias as string);
      fieldEnds.add(end);
      fieldStarts.add(start);
    }
  }
  const strong = new Set<number>();
  for (const found of reading.strong) {
    const owners = new Set(found.groups.flatMap((group) => (group.strong && group.entity !== undefined ? [group.entity] : [])));
    const [entity] = owners;
    if (entity === undefined || owners.size > 1 || speaksOfAnother(gazetteer, found, entity, { given }, tongue)) continue;
    if (counts(found, entity) && !isByline(gazetteer, found, entity)) strong.add(entity);
  }
  return { titles, given, needed, field, fieldEnds, fieldStarts, strong, at };
}

/** Goes once over all that was found. */
export function gatherEvidence(gazetteer: Gazetteer, readings: readonly Reading[], asked: Asked): PageEvidence {
  const { tongue, day, setting } = asked;
  const blocks = new Map<number, BlockEvidence>();
  const needed = new Set<number>();
  const field = new Set<string>();
  const strong = new Map<number, string>();
  const spelledOut = new Set<number>();
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
      for (const { entity, strong: isStrong, bare } of found.groups) {
        if (entity === undefined || !isStrong || bare || !block.strong.has(entity)) continue;
        const surface = reading.block.text.slice(found.start, found.end);
        if (!strong.has(entity)) strong.set(entity, surface);
        if (/\s/.test(surface)) spelledOut.add(entity);
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
  return { blocks, needed, field, strong, bearers, spelledOut, decoyed, telling, firms, tongue, day, setting };
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

export function speaksOfAnother(
  gazetteer: Gazetteer,
  found: Found,
  entity: number,
  { given }: Pick<BlockEvidence, 'given'>,
  tongue: Asked['tongue'],
): boolean {
  return isBare(found, entity) && isOfAnother(found, gazetteer.entity(entity), given, () => tongue(found.block));
}

/** Named as the author or the photographer. */
export function isByline(gazetteer: Gazetteer, found: Found, entity: number): boolean {
  return gazetteer.entity(entity)?.kind === 'official' && isCredited(found.block, found.start);
}
