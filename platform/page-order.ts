import type { Mark } from './messages.ts';
import type { PageBlock } from './page-book.ts';
import { attribute, inOrder, isElement, localName, parentAcrossShadow, rootOf } from './page-dom.ts';
import { firstRect, type Rects } from './page-hit.ts';
import type { PageSession } from './page-session.ts';

/** A mark that a reader can get to. */
export interface Reachable {
  readonly block: PageBlock;
  readonly mark: Mark;
  /** Its first line; undefined in a <details> that is closed. */
  readonly rect: DOMRect | undefined;
}

/** The marks of a document as they are read: in the order of the tree, what is in a shadow root where its host stands. */
export function reachable({ painter }: PageSession, rects: Rects): readonly Reachable[] {
  return painter
    .marked()
    .map((block) => ({ block, way: wayTo(block.pieces[0]?.node ?? block.owner) }))
    .sort((one, other) => compareWays(one.way, other.way))
    .flatMap(({ block }) =>
      [...painter.marksOf(block)]
        .sort((one, other) => one.start - other.start)
        .map((mark) => ({ block, mark, rect: firstRect(rects, block, mark) })),
    )
    .filter(({ block, rect }) => rect !== undefined || folds(block).length > 0);
}

/** The closed <details> around a block. */
export function folds(block: PageBlock): readonly Element[] {
  const found: Element[] = [];
  for (let at: Node | undefined = block.owner; at !== undefined; at = parentAcrossShadow(at))
    if (isElement(at) && localName(at) === 'details' && attribute(at, 'open') === null) found.push(at);
  return found;
}

/** A node, and before it the hosts of the shadow roots that it stands in, outermost first. */
function wayTo(node: Node): readonly Node[] {
  const way = [node];
  for (let root = rootOf(node); root instanceof ShadowRoot; root = rootOf(root.host)) way.unshift(root.host);
  return way;
}

/** Less than 0 if the one is read before the other. */
function compareWays(one: readonly Node[], other: readonly Node[]): number {
  const at = one.findIndex((node, i) => node !== other[i]);
  const [a, b] = [one[at], other[at]];
  if (a === undefined || b === undefined) return one.length - other.length;
  return inOrder(a, b);
}
