declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(words: readonly string[]);
    /** Index of the last letter, and the words that end there. */
    search(text: string): [number, string[]][];
  }
}
