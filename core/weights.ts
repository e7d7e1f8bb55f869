/**
 * How strongly, and how surprisingly, two entities are named together. All weights of Muster are defined here.
 *
 * Strength is a plain count: sentences, paragraphs or articles that name both. It favours those that are named everywhere.
 * Surprise asks how far that count is from what chance would give if the two were named independently of each other; its unit is the article,
 * because sentences of one article are no independent observations.
 */

export const LEVELS = ['sentence', 'paragraph', 'article'] as const;
export type Level = (typeof LEVELS)[number];

export interface PairCounts {
  readonly articles: number;
  readonly sentences: number;
  readonly paragraphs: number;
}

/** The plain count at a level. */
export function strengthOf({ articles, sentences, paragraphs }: PairCounts, level: Level): number {
  return level === 'sentence' ? sentences : level === 'paragraph' ? paragraphs : articles;
}

/** Articles: all, those that name a, those that name b, and those that name both. */
export interface Occurrences {
  readonly all: number;
  readonly a: number;
  readonly b: number;
  readonly both: number;
}

/**
 * Log-likelihood ratio G² of the two-by-two table of articles (T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
 * Computational Linguistics 19:1, 1993): 2 Σ k ln(k / expected). Negative where both are named together *less* often than chance would have it.
 * Above 3.84 (10.83) chance gives as much in one case of 20 (of 1,000).
 */
export function logLikelihood({ all, a, b, both }: Occurrences): number {
  if (all <= 0) return 0;
  const cells = [
    [both, (a * b) / all],
    [a - both, (a * (all - b)) / all],
    [b - both, ((all - a) * b) / all],
    [all - a - b + both, ((all - a) * (all - b)) / all],
  ] as const;
  const sum = cells.reduce((total, [count, expected]) => total + (count > 0 && expected > 0 ? count * Math.log(count / expected) : 0), 0);
  // Rounding may leave a little less than nothing.
  const ratio = Math.max(0, 2 * sum);
  return both * all < a * b ? -ratio : ratio;
}

/**
 * Pointwise mutual information in bits (K. Church and P. Hanks, "Word Association Norms, Mutual Information, and Lexicography", Computational
 * Linguistics 16:1, 1990): how many times doubled the chance is to meet one where the other is. -Infinity if they never meet. It overrates the rare.
 */
export function mutualInformation({ all, a, b, both }: Occurrences): number {
  return both === 0 || a === 0 || b === 0 ? -Infinity : Math.log2((both * all) / (a * b));
}
