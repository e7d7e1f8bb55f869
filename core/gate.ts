import { foldText } from './fold.ts';
import { buildGazetteer, findCandidates } from './gazetteer.ts';
import type { FormGroup, PackHeader, PackRecord } from './pack.ts';
import type { EntityId } from './profile.ts';
import type { Told } from './told.ts';
import { readWords } from './words.ts';

/**
 * What a feed may not do without the reader's word, however well it is signed: take away a large part of its records, make an ordinary
 * word a name, or mark three times as much of an ordinary text. Keys can be stolen and editors can slip; uBlock Origin's own experience
 * with a list that blocked nearly everything (uBlock-issues 2566) is why this stands here.
 */
export interface Weighed {
  readonly records: number;
  /** Candidates of names in the fixed text. */
  readonly hits: number;
}

export interface Blast {
  readonly before: Weighed | undefined;
  readonly after: Weighed;
  readonly removed: number;
  readonly common: readonly { readonly id: EntityId; readonly name: string; readonly form: string }[];
}

const MOST_REMOVED = 0.2;
const MOST_TIMES_HITS = 3;
/** Three times next to nothing is next to nothing. */
const LEAST_HITS = 10;
const SHOWN = 5;

/** `values`: profiles dropped and how many there were; names marked then and before; how many more words there are, then some forms, each with its name. */
export type HoldReason = Told<'drops' | 'would-mark' | 'ordinary-words'>;

/** Why the pack waits for the reader's consent; none if it may go in. */
export function holdReasons({ before, after, removed, common }: Blast): readonly HoldReason[] {
  const reasons: HoldReason[] = [];
  if (before !== undefined && removed > before.records * MOST_REMOVED)
    reasons.push({ code: 'drops', values: [removed, before.records], words: `It drops ${removed} of ${before.records} profiles.` });
  if (common.length > 0) {
    const shown = common.slice(0, SHOWN);
    const more = common.length - shown.length;
    const some = shown.map(({ form, name }) => `“${form}” (${name})`).join(', ');
    reasons.push({
      code: 'ordinary-words',
      values: [more, ...shown.flatMap(({ form, name }) => [form, name])],
      words: `It makes ordinary words names: ${some}${more > 0 ? ` and ${more} more` : ''}.`,
    });
  }
  // Where nothing was in use before, that the reader added the feed is the consent.
  if (before !== undefined && after.hits > MOST_TIMES_HITS * Math.max(before.hits, LEAST_HITS))
    reasons.push({
      code: 'would-mark',
      values: [after.hits, before.hits],
      words: `It would mark ${after.hits} names in an ordinary text in which ${before.hits} were marked before.`,
    });
  return reasons;
}

/** The forms of a record that are ordinary words, the known ones of its older version left out. Common words are folded. */
export function commonForms(record: PackRecord, older: PackRecord | undefined, common: ReadonlySet<string>): readonly string[] {
  const known = new Set(older?.forms.flatMap(({ texts }) => texts));
  // A bare surname is weak and needs evidence: that some are words too is nothing new.
  const groups = record.forms.filter(({ role }) => role === 'strong' || record.profile.kind !== 'official');
  return groups.flatMap((group) =>
    group.texts.filter((text) => {
      if (known.has(text) || text.includes(' ')) return false;
      // In capitals only, "IT" and "OR" are not the words.
      if (group.case === 'exact' && text === text.toUpperCase() && text.length > 1) return false;
      const folded = foldText(text);
      return common.has(folded) || (folded.length < 3 && /^\p{Script=Latin}|^\p{Script=Cyrillic}/u.test(folded));
    }),
  );
}

/** The folded words of the fixed text: only a form that begins with one of them can be in it. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(readWords(text).map(({ folded }) => folded));
}

/** The record with only those of its forms that can be in the fixed text; undefined if none can. Most records of a pack are not worth a second look. */
export function within(record: PackRecord, words: ReadonlySet<string>): PackRecord | undefined {
  const forms: FormGroup[] = [];
  for (const group of record.forms) {
    const texts = group.texts.filter((form) => words.has(readWords(form, 0, 1)[0]?.folded ?? ''));
    if (texts.length > 0) forms.push({ ...group, texts });
  }
  return forms.length === 0 ? undefined : { profile: { ...record.profile, decoys: [] }, forms };
}

/** Hits of the names of some records (as `within` left them) in the fixed text. */
export function countHits(header: PackHeader, records: readonly PackRecord[], text: string): number {
  if (records.length === 0) return 0;
  const bare = { ...header, fieldWords: [], titles: {}, decoys: [], givenNames: [], count: records.length };
  const gazetteer = buildGazetteer([{ header: bare, records }]);
  let hits = 0;
  for (const line of text.split('\n')) {
    const found = findCandidates(gazetteer, line).hits;
    for (let at = 2; at < found.length; at += 3) if (gazetteer.group(found[at] as number)?.type === 'name') hits++;
  }
  return hits;
}
