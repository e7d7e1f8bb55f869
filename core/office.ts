import type { OfficeTerm } from './gazetteer-tables.ts';
import type { Block, Evidence, Span } from './mention.ts';
import type { Role } from './profile.ts';

/**
 * "Defence Secretary Healey", "Умєров, міністр оборони": the office beside a name, held against the offices that its bearer is known to have held,
 * and against the day of the page. Whoever took office later is not meant; whoever left it still is, if nobody fits better.
 */
export interface Title {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  readonly text: string;
}

interface Named extends Span {
  readonly block: Block;
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

const LONGEST_TITLE = 80;
const FRONT = 40;
const BEHIND = 24;

/** The titles of a block stand in the order of the text, so those near a name are found without a look at all. */
export function titlesNear(titles: readonly Title[], found: Named): readonly Title[] {
  let [low, high] = [0, titles.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((titles[middle] as Title).start < found.start - FRONT - LONGEST_TITLE) low = middle + 1;
    else high = middle;
  }
  const near: Title[] = [];
  for (let at = low; at < titles.length && (titles[at] as Title).start <= found.end + BEHIND; at++) near.push(titles[at] as Title);
  return near;
}

type Office = Extract<Evidence, { type: 'office' }>;

/** Nominees and those elected are called by the office before they hold it. */
const MONTHS_AHEAD = 3;

function monthsOf(day: number): number {
  return Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100);
}

/** Whether one of these offices was held on a day. One that began much later was never held; without a day, or dates, who knows. */
function heldOn(offices: readonly OfficeTerm[], day: number | undefined): Office['held'] | 'never' {
  if (offices.length === 0) return 'never';
  if (day === undefined) return undefined;
  const begun = offices.filter(({ since }) => monthsOf(since) <= monthsOf(day) + MONTHS_AHEAD);
  if (begun.length === 0) return 'never';
  const going = begun.filter(({ until }) => until >= day);
  if (going.length === 0) return 'earlier';
  if (going.every(({ since }) => since > day)) return 'soon';
  return going.some(({ since }) => since > 0 && since <= day) ? 'at-the-time' : undefined;
}

/** A title right in front of the name (at most two words between), or right behind it after a comma. */
export function titleBeside(
  found: Named,
  offices: readonly OfficeTerm[],
  titles: readonly Title[],
  day: number | undefined,
): Office | undefined {
  const text = found.block.text;
  for (const title of titlesNear(titles, found)) {
    const covered = roleCovers[title.role] ?? [title.role];
    const held = heldOn(
      offices.filter(({ role }) => covered.includes(role)),
      day,
    );
    if (held === 'never') continue;
    const front =
      title.end <= found.start && found.start - title.end <= FRONT && /^[\s,]*(?:\S+[\s]+){0,2}$/u.test(text.slice(title.end, found.start));
    const behind =
      title.start >= found.end && title.start - found.end <= BEHIND && /^,\s+(?:\S+\s+){0,3}$/u.test(text.slice(found.end, title.start));
    if (front || behind) return { type: 'office', title: title.text, role: title.role, ...(held === undefined ? {} : { held }) };
  }
  return;
}
