import { foldText } from './fold.ts';

/**
 * Which articles of a chunk hold a word: for the search in kept sentences. Words are folded (core/fold.ts), sorted, and kept as one string,
 * so that a chunk is three values to store and to send, and a beginning of a word is found by the browser's own string search.
 *
 *   "\nbae\nrheinmetall\nrheinmetalls\n"   starts 1, 5, 17   from 0, 2, 3, 4   at 0 7 7 9   → "bae" stands in articles 0 and 7
 */
export interface WordChunk {
  readonly words: string;
  /** By word, where it starts in `words`. */
  readonly starts: Uint32Array;
  /** By word, where its articles begin in `at`; one more at the end. */
  readonly from: Uint32Array;
  /** Ids of articles. */
  readonly at: Uint32Array;
}

const BETWEEN = '\n';

export function makeWordChunk(articles: readonly { readonly id: number; readonly texts: readonly string[] }[]): WordChunk {
  const found = new Map<string, number[]>();
  for (const { id, texts } of articles) {
    for (const word of new Set(texts.flatMap((text) => foldText(text).split(' ')))) {
      if (word === '') continue;
      const at = found.get(word);
      if (at === undefined) found.set(word, [id]);
      else at.push(id);
    }
  }
  const sorted = [...found.keys()].sort();
  const starts = new Uint32Array(sorted.length);
  const from = new Uint32Array(sorted.length + 1);
  let start = BETWEEN.length;
  sorted.forEach((word, n) => {
    starts[n] = start;
    start += word.length + BETWEEN.length;
    from[n + 1] = (from[n] as number) + (found.get(word) as number[]).length;
  });
  return {
    words: `${BETWEEN}${sorted.join(BETWEEN)}${BETWEEN}`,
    starts,
    from,
    at: Uint32Array.from(sorted.flatMap((word) => found.get(word) as number[])),
  };
}

/** Ids of the articles that hold, for each word of the question, a word that begins with it; none for an empty question. */
export function articlesWithWords(chunk: WordChunk, question: string): ReadonlySet<number> {
  const asked = foldText(question)
    .split(' ')
    .filter((word) => word !== '');
  const [first, ...others] = asked.map((word) => articlesBeginning(chunk, word));
  return new Set([...(first ?? [])].filter((article) => others.every((set) => set.has(article))));
}

function articlesBeginning({ words, starts, from, at }: WordChunk, beginning: string): ReadonlySet<number> {
  const articles = new Set<number>();
  const hit = words.indexOf(`${BETWEEN}${beginning}`);
  if (hit === -1) return articles;
  // The words are sorted: all that begin alike stand together.
  for (let word = wordAt(starts, hit + 1); word < starts.length && words.startsWith(beginning, starts[word]); word++) {
    for (let n = from[word] as number; n < (from[word + 1] as number); n++) articles.add(at[n] as number);
  }
  return articles;
}

/** By halving. */
function wordAt(starts: Uint32Array, place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a text holds, for each word of the question, a word that begins with it. */
export function holdsWords(text: string, question: string): boolean {
  const words = foldText(text).split(' ');
  return foldText(question)
    .split(' ')
    .every((asked) => words.some((word) => word.startsWith(asked)));
}
