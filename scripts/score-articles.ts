/**
 * How near the article that was found on a page comes to a labelled one.
 *
 * A *block* is a paragraph. Texts are compared folded (NFKC, small letters, runs of anything but letters and digits as one space). A labelled paragraph is found, and a
 * block of ours is right, if it stands in the other side's whole text at borders of words, whatever paragraphs that is cut into; or if it has
 * forty letters and more and four fifths of its runs of twelve letters stand there, for labels are typed off with white space, quotes and
 * captions a little otherwise. The headline counts on neither side: some labels have it among the paragraphs and some have not.
 */
export interface BlockCounts {
  /** Blocks of ours, and how many of them are right. */
  readonly ours: number;
  readonly right: number;
  /** Labelled paragraphs, and how many of them are in ours. */
  readonly gold: number;
  readonly found: number;
}

export interface BlockScore extends BlockCounts {
  /** Ours that are not in the label, and labelled ones that we lack, as texts. */
  readonly extra: readonly string[];
  readonly missing: readonly string[];
}

const LONG = 40;
const RUN = 12;
const ENOUGH = 0.8;

export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** Both sides as texts of paragraphs; `titles` are what the headline may read. */
export function scoreBlocks(ours: readonly string[], gold: readonly string[], titles: readonly string[]): BlockScore {
  const heads = new Set(titles.map(fold));
  const clean = (texts: readonly string[]) => texts.filter((text) => fold(text) !== '' && !heads.has(fold(text)));
  const mine = clean(ours);
  const theirs = clean(gold);
  const extra = mine.filter(notIn(theirs));
  const missing = theirs.filter(notIn(mine));
  return {
    ours: mine.length,
    right: mine.length - extra.length,
    gold: theirs.length,
    found: theirs.length - missing.length,
    extra,
    missing,
  };
}

function notIn(texts: readonly string[]): (text: string) => boolean {
  const all = ` ${texts.map(fold).join(' ')} `;
  const runs = runsOf(all);
  return (text) => {
    const folded = fold(text);
    if (all.includes(` ${folded} `)) return false;
    if (folded.length < LONG) return true;
    const own = [...runsOf(folded)];
    return own.filter((run) => runs.has(run)).length < ENOUGH * own.length;
  };
}

function runsOf(text: string): ReadonlySet<string> {
  const bare = text.replaceAll(' ', '');
  return new Set(Array.from({ length: Math.max(0, bare.length - RUN + 1) }, (_, at) => bare.slice(at, at + RUN)));
}

export function sumOf(counts: readonly BlockCounts[]): BlockCounts {
  const sum = (key: keyof BlockCounts) => counts.reduce((total, one) => total + one[key], 0);
  return { ours: sum('ours'), right: sum('right'), gold: sum('gold'), found: sum('found') };
}

/** Each 0 to 1; of nothing, 0. */
export function ratesOf({ ours, right, gold, found }: BlockCounts): { precision: number; recall: number; f1: number } {
  const precision = ours === 0 ? 0 : right / ours;
  const recall = gold === 0 ? 0 : found / gold;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
