import { KINDS } from '../core/profile.ts';
import type { AnnotationRow, ListRow, Overlay, OwnAlias, OwnEntity } from './log-rows.ts';
import { DOT_COLOURS } from './messages.ts';
import type { OwnGiven } from './own.ts';
import { clipped, fields, list, oneOf, optional, type Shape, text } from './shapes.ts';

/** Shapes of what the reader writes, whether it comes as a message or in a file. They are wider than what is taken in the end: the checks say in kinder words what is wrong. */

const id = text(100, 1);
const words = text(10_000);

export const ownAlias: Shape<OwnAlias> = (value, where) =>
  typeof value === 'string' ? words(value, where) : fields<Exclude<OwnAlias, string>>({ text: words, lang: text(35, 1) })(value, where);
const aliases = list(ownAlias, 1_000);

const own = { name: words, kind: oneOf(...KINDS), aliases, note: optional(clipped(10_000)) };
export const ownGiven = fields<OwnGiven>(own);
export const ownEntity = fields<OwnEntity>({ ...own, id: text(100, 5), added: text(40, 10), changed: optional(text(40, 10)) });

export const overlay = fields<Overlay>({
  name: optional(words),
  country: optional(text(4, 2)),
  line: optional(words),
  website: optional(words),
  aliases: optional(aliases),
});

/** Of a note, in UTF-16 units. */
export const LONGEST_NOTE = 100_000;
/** A longer one is refused in words; this much longer nobody types. */
export const noteText = text(10 * LONGEST_NOTE);
const MOST_LISTS = 1_000;

export const yes: Shape<true> = (value, where) => {
  if (value !== true) throw new Error(`${where}: expected true`);
  return value;
};

export const annotation = fields<AnnotationRow>({
  id,
  note: optional(text(LONGEST_NOTE)),
  lists: optional(list(id, MOST_LISTS)),
  overlay: optional(overlay),
  changed: text(40, 10),
});

export const listRow = fields<ListRow>({
  id,
  name: words,
  colour: oneOf(...DOT_COLOURS),
  notify: optional(yes),
  changed: text(40, 10),
});
