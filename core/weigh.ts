import { isAnother } from './bearer.ts';
import { type BlockEvidence, type Found, isByline, type PageEvidence, speaksOfAnother } from './evidence.ts';
import { isNamedBehind, isPartOfAnother, isSurnameOf, unknownForename } from './forename.ts';
import type { EntityEntry, Gazetteer, Group } from './gazetteer.ts';
import type { Certainty, Evidence } from './mention.ts';
import { titleBeside, titlesNear } from './office.ts';
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
 *     words of the field and other strong names in the same block:              2 each up to 4, one in apposition counts twice; for firms and bodies only
 *     … elsewhere on the page:                                                  up to 3
 *     a site or section about defence: 2; one about sport, fashion and the like: −2; for companies and organisations only
 *
 * A bare surname belongs to whoever was last named in full (core/bearer.ts).
 *
 * A person's strong alias in a byline or a photo credit, with nothing else on the page, is uncertain: reporters bear officials' names.
 *
 * A bare surname behind a given name that is not its own speaks of someone else, whatever the rest of the page says (core/forename.ts);
 * so does the one word by which a firm may be known.
 * The points were set by hand and then held against labelled texts (npm run evaluate); they are not probabilities.
 */
export const STRONG = 10;
const SURE = 4;
const SOME = 3;

/** Families of languages in which one family's declined forms are words of another: "Macronie" is Macron in Polish only, "Putins" in German. */
const TONGUE_OF_FORMS: Readonly<Record<string, Tongue>> = {
  de: 'germanic',
  pl: 'slavic',
  cs: 'slavic',
  sk: 'slavic',
  sl: 'slavic',
  hr: 'slavic',
  bs: 'slavic',
  sr: 'slavic',
  fi: 'finnic',
  et: 'finnic',
  lv: 'baltic',
  lt: 'baltic',
  hu: 'other',
};

/** A case that the language of the text does not have. */
export function isForeignForm(found: Found, group: Group, page: PageEvidence): boolean {
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
  const knownToAll = isKnownToAll(gazetteer.entity(entity)) ? { inCompany: page.field.size + page.strong.size > 0 } : undefined;
  const another = group.bare === true && isAnother(page.bearers.get(entity), block.at + found.start, knownToAll);
  let fullName = another ? undefined : page.strong.get(entity);
  if (group.strong && !another) {
    const doubt = page.spelledOut.has(entity) ? undefined : doubtOf(gazetteer, found, group, page);
    if (doubt === undefined) return { score: STRONG, certainty: 'sure', evidence: [{ type: 'strong-alias' }] };
    if (doubt !== 'decoy') return { score: SOME, certainty: 'uncertain', evidence: [{ type: doubt }] };
    // It was its own full name: weighed as a weak one now.
    fullName = undefined;
  }
  if (isPartOfAnother(found, group, block.given)) return NOTHING;
  if (gazetteer.entity(entity)?.kind === 'company' && isSurnameOf(found, block.given)) return NOTHING;
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
  if (!group.bare && gazetteer.entity(entity)?.kind !== 'official') score += weighField(found, block, page, evidence);
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
  if (!page.strong.has(group.entity as number) && isByline(gazetteer, found, group.entity as number)) return 'byline';
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

const APPOSITION = /^(?:,\s+|\s*\()(?:\S+\s+){0,3}/u;

/** "The defence contractor Saab"; "Saab, an arms maker", "Saab (Swedish defence company)". */
function isInApposition({ block: { text }, start, end }: Found, { fieldEnds, fieldStarts }: BlockEvidence): boolean {
  for (let at = start - 1; at >= start - 3 && /[\s"„“«]/.test(text.charAt(at)); at--) if (fieldEnds.has(at)) return true;
  const behind = APPOSITION.exec(text.slice(end, end + 60))?.[0] ?? '';
  for (let at = behind.length; at > 0; at--) if (fieldStarts.has(end + at)) return true;
  return false;
}

function weighField(found: Found, block: BlockEvidence, page: PageEvidence, evidence: Evidence[]): number {
  const near = block.field.size + Math.min(block.strong.size, 2) + (isInApposition(found, block) ? 1 : 0);
  const far = page.field.size + Math.min(page.firms, 4);
  const score = Math.min(near * 2, 4) + Math.min(Math.floor(far / 3), 3);
  if (score > 0) evidence.push({ type: 'field-words', words: [...new Set([...block.field, ...page.field])].slice(0, 4) });
  if (page.setting?.about === 'elsewhere') return score - 2;
  if (page.setting === undefined) return score;
  evidence.push({ type: 'setting', where: page.setting.where });
  return score + 2;
}
