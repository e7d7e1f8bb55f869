import type { Span } from '../core/mention.ts';
import { containsAcrossShadow, isConnected, parentNode } from './page-dom.ts';
import type { Piece, Run } from './page-text.ts';

/** A block as we hold it: where its text stands in the tree. */
export interface PageBlock {
  readonly id: number;
  readonly owner: Element | ShadowRoot;
  readonly text: string;
  /** Replaced when the page puts other nodes with the same text in the place of these. */
  pieces: readonly Piece[];
}

export interface BookChange {
  readonly added: readonly PageBlock[];
  readonly gone: readonly PageBlock[];
  /** Same text in other nodes, or in other elements: keeps its id and marks, must be painted anew. */
  readonly moved: readonly PageBlock[];
}

const NO_CHANGE: BookChange = { added: [], gone: [], moved: [] };

export interface Place {
  readonly block: PageBlock;
  readonly offset: number;
}

/** All blocks of a document by id, by owner and by text node. */
export interface Book {
  readonly blocks: ReadonlyMap<number, PageBlock>;
  of(owner: Node): readonly PageBlock[];
  /** Whether any block is of this owner. */
  has(owner: Node): boolean;
  /** Takes what was read of an owner now; blocks whose text is still there keep their ids. */
  take(owner: Element | ShadowRoot, runs: readonly Run[]): BookChange;
  /** Drops the blocks whose owner has left the document. */
  sweep(): readonly PageBlock[];
  /** Drops the blocks in a subtree, but those of the owners to keep. */
  dropIn(top: Element): readonly PageBlock[];
  /** The blocks that a text node has a part in. */
  at(node: Text): readonly PageBlock[];
  /** The place in a block of an offset in a text node. */
  find(node: Node, offset: number): Place | undefined;
}

export function createBook(): Book {
  const blocks = new Map<number, PageBlock>();
  const owners = new Map<Node, readonly PageBlock[]>();
  const nodes = new WeakMap<Text, PageBlock[]>();
  let lastId = 0;

  const index = (block: PageBlock): void => {
    for (const { node } of block.pieces) {
      const known = nodes.get(node);
      if (known === undefined) nodes.set(node, [block]);
      else if (!known.includes(block)) known.push(block);
    }
  };
  const unindex = (block: PageBlock): void => {
    for (const { node } of block.pieces) {
      const rest = nodes.get(node)?.filter((other) => other !== block);
      if (rest === undefined || rest.length === 0) nodes.delete(node);
      else nodes.set(node, rest);
    }
  };
  const drop = (block: PageBlock): void => {
    blocks.delete(block.id);
    unindex(block);
  };
  const dropOwner = (owner: Node): readonly PageBlock[] => {
    const all = owners.get(owner) ?? [];
    owners.delete(owner);
    for (const block of all) drop(block);
    return all;
  };

  const take = (owner: Element | ShadowRoot, runs: readonly Run[]): BookChange => {
    // Most owners have no text of their own.
    if (runs.length === 0 && !owners.has(owner)) return NO_CHANGE;
    const left = [...(owners.get(owner) ?? [])];
    const change = { added: [] as PageBlock[], gone: left, moved: [] as PageBlock[] };
    const now = runs.map((run) => {
      const same = left.findIndex((block) => block.text === run.text);
      const kept = same < 0 ? undefined : left.splice(same, 1)[0];
      if (kept === undefined) {
        lastId += 1;
        const block: PageBlock = { id: lastId, owner, text: run.text, pieces: run.pieces };
        blocks.set(block.id, block);
        change.added.push(block);
        return block;
      }
      if (!samePieces(kept.pieces, run.pieces)) {
        unindex(kept);
        kept.pieces = run.pieces;
        change.moved.push(kept);
      }
      return kept;
    });
    for (const block of left) drop(block);
    for (const block of [...change.added, ...change.moved]) index(block);
    if (now.length > 0) owners.set(owner, now);
    else owners.delete(owner);
    return change;
  };

  return {
    blocks,
    of: (owner) => owners.get(owner) ?? [],
    has: (owner) => owners.has(owner),
    take,
    sweep: () => [...owners.keys()].filter((owner) => !isConnected(owner)).flatMap(dropOwner),
    dropIn: (top) => [...owners.keys()].filter((owner) => containsAcrossShadow(top, owner)).flatMap(dropOwner),
    at: (node) => nodes.get(node) ?? [],
    find: (node, offset) => {
      for (const block of nodes.get(node as Text) ?? []) {
        const piece = block.pieces.find((one) => one.node === node && offset >= one.from && offset <= one.from + one.length);
        if (piece !== undefined) return { block, offset: piece.at + offset - piece.from };
      }
      return undefined;
    },
  };
}

function samePieces(one: readonly Piece[], other: readonly Piece[]): boolean {
  return (
    one.length === other.length &&
    one.every((piece, i) => {
      const { node, parent, from, at } = other[i] as Piece;
      return piece.node === node && piece.parent === parent && piece.from === from && piece.at === at;
    })
  );
}

/** Whether every piece of the block still stands in its node as it was read. */
export function isFresh(block: PageBlock, node: Text): boolean {
  return block.pieces.every(
    (piece) => piece.node !== node || node.data.startsWith(block.text.slice(piece.at, piece.at + piece.length), piece.from),
  );
}

/** As ranges are made from: a start and an end, each in a text node. */
export interface Stretch {
  readonly startContainer: Text;
  readonly startOffset: number;
  readonly endContainer: Text;
  readonly endOffset: number;
}

/**
 * Where a span of a block stands in the tree: one stretch, or several if something that is not read lies between.
 * Units that stand in no node (the newline of a `<br>`) are passed over, and so are those whose node was shortened since.
 */
export function stretches(block: PageBlock, span: Span): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let i = firstPieceAt(block.pieces, span.start); i < block.pieces.length; i += 1) {
    const { node, from, at, length, joined } = block.pieces[i] as Piece;
    if (at >= span.end) break;
    const startOffset = Math.max(span.start, at) - at + from;
    const endOffset = Math.min(span.end, at + length) - at + from;
    const last = joined ? found.pop() : undefined;
    const stretch = { startContainer: node, startOffset, ...last, endContainer: node, endOffset };
    if (endOffset <= node.length) found.push(stretch);
  }
  return found;
}

/** The text nodes that a span of a block has a part in. */
export function nodesOf(block: PageBlock, span: Span): readonly Text[] {
  const found: Text[] = [];
  for (let i = firstPieceAt(block.pieces, span.start); i < block.pieces.length; i += 1) {
    const { node, at } = block.pieces[i] as Piece;
    if (at >= span.end) break;
    found.push(node);
  }
  return found;
}

/** Index of the first piece that ends after `offset`. */
function firstPieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle] as Piece;
    if (piece.at + piece.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The element in which an offset of a block stands. */
export function elementAt(block: PageBlock, offset: number): Element | undefined {
  const piece = block.pieces[firstPieceAt(block.pieces, offset)];
  const parent = piece && parentNode(piece.node);
  return parent instanceof Element ? parent : undefined;
}
