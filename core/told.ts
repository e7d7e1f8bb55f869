/**
 * Something that the reader is to be told: what it is, the values that belong to it, and the English words, for the console, the publisher's
 * programs and rows that were stored by another version. The view words it in the reader's language.
 */
export interface Told<Code extends string = string> {
  readonly words: string;
  /** Left out where nothing is known but the words. */
  readonly code?: Code;
  readonly values?: readonly (string | number)[];
}
