/** What a reader of files says of what it could not take. Words for people are found by the code; `detail` says what stands there, never what a page said. */
export const BAD_CODES = [
  /** Of the whole file: nothing in it; a workbook, an archive or a picture; not the file that it was taken for; of a later version. */
  'empty',
  'not-text',
  'not-ours',
  'newer-format',
  /** The mapping names a column that is not there: `detail` says which. */
  'no-column',
  /** The header promised more records than came: the file was cut off. `detail`: "12 of 40". */
  'missing-records',
  /** Bytes that are no UTF-8 (or UTF-16 with its mark). */
  'wrong-encoding',
  'too-long',
  'not-json',
  'not-object',
  'unknown-type',
  /** `detail`: which place holds what instead of what. */
  'wrong-shape',
  /** Each field is right, but they contradict each other: `detail` says how. */
  'contradiction',
  /** The same as an earlier one, which counts. */
  'duplicate',
  /** A quotation mark that is never closed, or closed in the middle of a cell. */
  'quotes',
  /** More cells than there are columns. */
  'cells',
  'no-name',
  'name-without-letter',
  'unknown-kind',
  'name-too-long',
  'too-many-aliases',
] as const;
export type BadCode = (typeof BAD_CODES)[number];

export interface BadRecord {
  /** Counted from 1; of a record of several lines the first. */
  readonly line: number;
  readonly code: BadCode;
  readonly detail?: string;
}
