/**
 * Generated documents with names planted in them, and the laws of text offsets that must hold for each; bundled by `browser.ts`, for only a real
 * page has ranges, styles and shadow roots. `check` runs in the page, so that ten thousand documents do not cost ten thousand messages.
 */
import fc from 'fast-check';
import { foldText } from '../../core/fold.ts';
import { findCandidates, type Gazetteer, gazetteerFromBytes } from '../../core/gazetteer.ts';
import { link } from '../../core/link.ts';
import type { Mention } from '../../core/mention.ts';
import { type Book, createBook, type PageBlock, stretches } from '../../platform/page-book.ts';
import { readOwner } from '../../platform/page-text.ts';
import { BREAK, build, type Edit, edits, type Recipe, recipe, textsOf } from './offsets-recipe.ts';

let gazetteer: Gazetteer;
let names: readonly string[];

export function prepare(bytes: string, planted: readonly string[]): void {
  gazetteer = gazetteerFromBytes(Uint8Array.from(atob(bytes), (unit) => unit.charCodeAt(0)));
  names = planted;
}

export interface Checked {
  readonly planted: number;
  /** Of the planted names, those that are found in the plain text, and so must be found in the page. */
  readonly found: number;
  /** With its seed and its HTML; undefined if all held. */
  readonly failure: string | undefined;
}

/** Runs that many documents; `which` is the law to hold them to. */
export function check(which: 'read' | 'edited', seed: number, numRuns: number): Checked {
  const count = { planted: 0, found: 0 };
  const law = (made: Recipe, changes: readonly Edit[]): void => {
    const top = build(made, names);
    const before = top.getHTML({ serializableShadowRoots: true });
    try {
      const book = createBook();
      readInto(book, top);
      if (which === 'read') holdRead(made, book, count);
      else holdEdited(book, top, changes);
    } catch (error) {
      throw new Error(
        `${error instanceof Error ? error.message : error}\n${before}\nnow: ${top.getHTML({ serializableShadowRoots: true })}`,
      );
    }
  };
  const result = fc.check(fc.property(recipe(names.length), edits, law), { seed, numRuns, endOnFailure: false });
  document.body.replaceChildren();
  if (!result.failed) return { ...count, failure: undefined };
  return { ...count, failure: `seed ${result.seed}, path ${result.counterexamplePath}: ${String(result.errorInstance)}` };
}

/** As `watchPage` does: owner by owner; what is an owner no longer, or has left, is dropped. */
function readInto(book: Book, top: Element): void {
  const seen = new Set<Node>();
  const queue: (Element | ShadowRoot)[] = [top];
  for (let owner = queue.pop(); owner !== undefined; owner = queue.pop()) {
    const reading = readOwner(owner);
    book.take(owner, reading.runs);
    seen.add(owner);
    queue.push(...reading.roots, ...reading.below);
  }
  book.sweep();
  for (const { owner } of [...book.blocks.values()]) if (!seen.has(owner)) book.take(owner, []);
}

function recognise(blocks: readonly { readonly id: number; readonly text: string }[]): readonly Mention[] {
  return link(
    gazetteer,
    blocks.map(({ id, text }) => ({ id, text, candidates: findCandidates(gazetteer, text) })),
    { verdicts: [] },
  );
}

/** What was planted is read as it was planted, found where it was planted, and nowhere else. */
function holdRead(made: Recipe, book: Book, count: { planted: number; found: number }): void {
  const wanted = textsOf(made, names);
  const blocks = [...book.blocks.values()];
  same(
    'texts of the blocks',
    blocks.map(({ text }) => text),
    wanted.map(({ noisy }) => noisy),
  );
  // In the order of the recipe: what a page's order does to weighing is no question of offsets.
  const ordered = wanted.map(
    ({ noisy }) =>
      blocks.splice(
        blocks.findIndex(({ text }) => text === noisy),
        1,
      )[0] as PageBlock,
  );
  const plain = recognise(wanted.map(({ plain: text }, id) => ({ id, text })));
  const mentions = recognise(ordered);
  for (const [i, { spans }] of wanted.entries()) {
    for (const span of spans) {
      count.planted += 1;
      const known = plain.find((one) => one.block === i && one.start === span.plain.start && one.end === span.plain.end);
      if (known === undefined) continue;
      count.found += 1;
      const block = ordered[i] as PageBlock;
      const here = mentions.filter((one) => one.block === block.id);
      const hit = here.find((one) => one.start === span.noisy.start && one.end === span.noisy.end && one.entity === known.entity);
      const others = JSON.stringify(here.map(({ start, end, surface }) => [start, end, surface]));
      if (hit === undefined)
        throw new Error(
          `${JSON.stringify(known.surface)} at ${span.noisy.start}–${span.noisy.end} of ${JSON.stringify(block.text)} was not found, but ${others}`,
        );
      same('fold of the surface', foldText(hit.surface), foldText(known.surface));
    }
  }
  holdAcross(made, ordered, mentions);
  holdOffsets(book, mentions);
}

/** A name of which one half stands in one block and one in the next is nobody's name. */
function holdAcross(made: Recipe, blocks: readonly PageBlock[], mentions: readonly Mention[]): void {
  if (made.across === undefined) return;
  const whole = foldText(names[made.across.name] as string);
  const halves = new Set(blocks.slice(-2).map(({ id }) => id));
  const found = mentions.find((one) => halves.has(one.block) && foldText(one.surface) === whole);
  if (found !== undefined) throw new Error(`${JSON.stringify(found.surface)} was found across two blocks`);
}

/** The ranges of every mention hold its surface, and each place in them leads back to it. */
function holdOffsets(book: Book, mentions: readonly Mention[]): void {
  for (const mention of mentions) {
    const block = book.blocks.get(mention.block) as PageBlock;
    same('slice of the block', block.text.slice(mention.start, mention.end), mention.surface);
    const ranges = stretches(block, mention).map((stretch) => {
      if (stretch.startOffset >= stretch.endOffset && stretch.startContainer === stretch.endContainer) throw new Error('an empty stretch');
      const range = document.createRange();
      range.setStart(stretch.startContainer, stretch.startOffset);
      range.setEnd(stretch.endContainer, stretch.endOffset);
      same('start of a range', range.startOffset, stretch.startOffset);
      const place = book.find(stretch.startContainer, stretch.startOffset + 1);
      if (place?.block !== block || place.offset <= mention.start || place.offset > mention.end)
        throw new Error('a range that leads elsewhere');
      return range;
    });
    const exact = ranges.map((range) => range.toString()).join('');
    same('text of the ranges', exact, mention.surface.replaceAll(BREAK, ''));
    if (!mention.surface.includes(BREAK)) same('fold of the ranges', foldText(exact), foldText(mention.surface));
  }
}

/** Whatever the page does to its nodes: read again, the book says what a new book would, and its ranges hold. */
function holdEdited(book: Book, top: Element, changes: readonly Edit[]): void {
  for (const change of changes) change.run(top);
  // Between the change and the reading, nothing may go wrong where marks are painted.
  for (const block of book.blocks.values())
    for (const each of stretches(block, { start: 0, end: block.text.length })) new StaticRange(each);
  readInto(book, top);
  const anew = createBook();
  readInto(anew, top);
  const texts = ({ blocks }: Book) => [...blocks.values()].map(({ text }) => text);
  same('texts after a change', texts(book), texts(anew));
  holdOffsets(book, recognise([...book.blocks.values()]));
}

function same(what: string, now: unknown, wanted: unknown): void {
  const [one, other] = [now, wanted].map((value) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value));
  if (one !== other) throw new Error(`${what}: ${one}, not ${other}`);
}
