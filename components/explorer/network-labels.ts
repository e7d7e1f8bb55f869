/**
 * Which names can be written without covering one another: the most named first, each where nothing stands yet (greedy, over a grid).
 * Sigma's own choice goes by cells and lets long names run into their neighbours.
 */
export interface Labelled {
  readonly id: string;
  readonly label: string;
  /** Centre and radius of the node in pixels of the sheet, y downwards. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Higher goes first. */
  readonly rank: number;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Size of the letters, in pixels. */
  readonly letters: number;
}

/** Between a node and its name, in pixels. */
export const LABEL_GAP = 4;
/** Width of a letter against its size: a little more than most system fonts take. */
const LETTER = 0.56;
const CELL = 64;
/** Names keep clear of nodes whose radius is more than this, against the letters. */
const LARGE = 1.1;

interface Box {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Ids of those whose names are written, to the right of their nodes; only nodes on the sheet. `most` at the most. */
export function chooseLabels(nodes: readonly Labelled[], sheet: Sheet, most = 80): ReadonlySet<string> {
  const grid = new Map<number, Box[]>();
  const put = (box: Box) => {
    for (const cell of cellsOf(box)) grid.set(cell, [...(grid.get(cell) ?? []), box]);
  };
  const chosen = new Set<string>();
  // Small nodes may lie under a name: in a crowd there would be no name at all.
  for (const { id, x, y, size } of nodes) {
    if (size > LARGE * sheet.letters) put({ id, left: x - size, top: y - size, right: x + size, bottom: y + size });
  }
  for (const node of [...nodes].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))) {
    if (chosen.size >= most) break;
    if (node.x < 0 || node.y < 0 || node.x > sheet.width || node.y > sheet.height) continue;
    const box = labelBox(node, sheet.letters);
    if (cellsOf(box).some((cell) => grid.get(cell)?.some((other) => other.id !== node.id && overlap(box, other)))) continue;
    put(box);
    chosen.add(node.id);
  }
  return chosen;
}

/** What a name covers, its node included. */
export function labelBox({ id, x, y, size, label }: Labelled, letters: number): Box {
  const half = Math.max(size, 0.65 * letters);
  return { id, left: x - size, top: y - half, right: x + size + LABEL_GAP + LETTER * letters * label.length, bottom: y + half };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function cellsOf({ left, top, right, bottom }: Box): readonly number[] {
  const cells: number[] = [];
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) cells.push(column * 100_003 + row);
  }
  return cells;
}
