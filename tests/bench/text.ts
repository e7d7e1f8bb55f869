/** Made-up news text and names for the benchmarks: the same on every machine, with known answers. */

/** A small generator of pseudo-random numbers (mulberry32), so that a run can be repeated. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const LATIN = [
  'ba',
  'ber',
  'cor',
  'da',
  'den',
  'el',
  'fa',
  'gor',
  'hal',
  'in',
  'ka',
  'kor',
  'la',
  'lin',
  'mar',
  'mon',
  'na',
  'nor',
  'or',
  'pa',
  'ra',
  'ren',
  'sa',
  'ser',
  'tal',
  'ten',
  'ul',
  'va',
  'ver',
  'win',
];
const CYRILLIC = [
  'ба',
  'бор',
  'ви',
  'гор',
  'да',
  'до',
  'ен',
  'за',
  'ки',
  'ко',
  'ла',
  'ли',
  'ма',
  'мо',
  'на',
  'но',
  'об',
  'пе',
  'по',
  'ра',
  'ро',
  'си',
  'ста',
  'ти',
  'ук',
  'ха',
  'чен',
  'ше',
  'юр',
  'ян',
];

function word(next: () => number, parts: readonly string[], syllables: number): string {
  let made = '';
  for (let count = 0; count < syllables; count++) made += parts[Math.floor(next() * parts.length)];
  return made;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Distinct names of one to three capitalised words, by default three in four in Latin letters, the others in Cyrillic ones. */
export function makeNames(count: number, seed = 1, latin = 0.75): readonly string[] {
  const next = random(seed);
  const names = new Set<string>();
  while (names.size < count) {
    const parts = next() < latin ? LATIN : CYRILLIC;
    names.add(Array.from({ length: 1 + Math.floor(next() * 3) }, () => capital(word(next, parts, 2 + Math.floor(next() * 2)))).join(' '));
  }
  return [...names];
}

/** How often any of the names stands in the text, overlapping ones included: looked up window by window, to check the answers of others. */
export function countNames(names: readonly string[], text: string): number {
  const known = new Set(names);
  const words = text.split(' ');
  let count = 0;
  words.forEach((_, at) => {
    for (let length = 1; length <= 3 && at + length <= words.length; length++) {
      const window = words.slice(at, at + length).join(' ');
      if (known.has(window.replace(/[,.]$/, '')) && !/[,.] /.test(window)) count++;
    }
  });
  return count;
}

/** Text of about `length` characters with a name in every hundred words or so; `planted` counts them by name. */
export function makeText(
  names: readonly string[],
  length: number,
  seed = 2,
  latin = 0.75,
): { readonly text: string; readonly planted: number } {
  const next = random(seed);
  const vocabulary = Array.from({ length: 8000 }, () => word(next, next() < latin ? LATIN : CYRILLIC, 1 + Math.floor(next() * 3)));
  const pieces: string[] = [];
  let size = 0;
  let planted = 0;
  while (size < length) {
    // Zipf-like: common words are common.
    let piece = vocabulary[Math.floor(vocabulary.length * next() ** 3)] as string;
    if (next() < 0.01) {
      piece = names[Math.floor(next() * names.length)] as string;
      planted++;
    } else if (next() < 0.12) piece = `${capital(piece)}`;
    if (next() < 0.1) piece += next() < 0.5 ? ',' : '.';
    pieces.push(piece);
    size += piece.length + 1;
  }
  return { text: pieces.join(' '), planted };
}
