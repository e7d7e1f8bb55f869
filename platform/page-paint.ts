import type { Certainty, Span } from '../core/mention.ts';
import type { Kind } from '../core/profile.ts';
import type { Mark } from './messages.ts';
import { elementAt, nodesOf, type PageBlock, stretches } from './page-book.ts';
import { isConnected, isElement, parentAcrossShadow, quietly, styleOf } from './page-dom.ts';
import { createLayers } from './page-layers.ts';
import { createNear } from './page-near.ts';
import { sightOf } from './page-place.ts';
import { type Tone, toneOf } from './page-tone.ts';

/**
 * Paints marks with the CSS Custom Highlight API: the page's tree is not touched.
 *
 * Ranges are static (live ones tax every change the page makes), kept in our own books (Firefox cannot iterate highlights in a content
 * script), and only so many are registered (each costs the page time in every frame): all of them on a page with few marks, else those
 * near the window. Names are random per document and say nothing of what they mark.
 */

export interface PaintLook {
  /** Whether a kind is marked at all. */
  readonly kinds: Readonly<Record<Kind, boolean>>;
  /** The style of a mark, as page-layers.ts wants it. */
  style(kind: Kind, certainty: Certainty, dark: boolean): string;
}

export interface Painter {
  /** The marks of a block, in place of those it had. */
  set(block: PageBlock, marks: readonly Mark[]): void;
  /** The block is the same, its nodes are others. */
  renew(block: PageBlock): void;
  /** What is painted of this block is wrong now; its marks are kept for when it is read again. */
  lift(block: PageBlock): void;
  forget(block: PageBlock): void;
  clear(): void;
  /** Marks of a block that are to be seen (kinds that are switched off are not). */
  marksOf(block: PageBlock): readonly Mark[];
  marked(): readonly PageBlock[];
  /** Paints all anew. */
  look(now: PaintLook): void;
  tint(block?: PageBlock, span?: Span): void;
  flash(block: PageBlock, span: Span): void;
  /** The page has changed. */
  stir(): void;
  /** Puts back what the page took away. Cheap; call it when something moves. */
  verify(): void;
}

/** Most ranges that are registered at once, and while the page keeps changing. */
export const MOST_RANGES = 300;
const MOST_IN_STORM = 30;
/** How long a mark that was jumped to is shown more strongly, in ms. */
const FLASH_TIME = 1_600;

const FORCED = 'background-color:Highlight;color:HighlightText';
/** Laid over the marks: under the pointer, and where the reader jumped to. */
const TINT = `background-color:color-mix(in srgb,currentColor 9%,transparent)|${FORCED}`;
const FLASH = `background-color:#ffd84d;color:#1b1b1b|${FORCED}`;

interface Painted {
  readonly block: PageBlock;
  readonly marks: readonly Mark[];
  /** What is registered now. */
  ranges: { readonly style: string; readonly range: StaticRange }[];
}

export function createPainter(first: PaintLook, signal: AbortSignal): Painter {
  const books = new Map<number, Painted>();
  let look = first;
  /** Laid at the end of this turn. */
  const due = new Set<Painted>();
  const layers = createLayers((style) => [TINT, FLASH].indexOf(style) + 1);
  let flashing: ReturnType<typeof setTimeout> | undefined;
  const seen = (mark: Mark): boolean => look.kinds[mark.kind];

  const lift = (painted: Painted): void => {
    for (const { style, range } of painted.ranges) layers.remove(style, range);
    painted.ranges = [];
  };
  const lay = (painted: Painted, tone: Tone): void => {
    lift(painted);
    if (!isConnected(painted.block.owner)) return;
    for (const mark of painted.marks.filter(seen)) {
      const style = look.style(mark.kind, mark.certainty, tone === 'dark');
      const nodes = nodesOf(painted.block, mark);
      for (const range of staticRanges(painted.block, mark)) {
        layers.add(style, range, nodes);
        painted.ranges.push({ style, range });
      }
    }
    layers.cover(painted.block.owner);
  };
  /** All tones are read before anything is laid: after a new rule, each read would have the browser style the whole page once more. */
  const layAll = quietly('painting', () => {
    const all = [...due];
    due.clear();
    const tones = all.map(({ block }) => toneAt(block));
    for (const [i, painted] of all.entries()) lay(painted, tones[i] ?? 'light');
  });
  const plan = (painted: Painted): void => {
    if (due.size === 0) queueMicrotask(layAll);
    due.add(painted);
  };
  const unlay = (painted: Painted): void => {
    due.delete(painted);
    lift(painted);
  };
  const near = createNear<Painted>({ most: MOST_RANGES, mostInStorm: MOST_IN_STORM, show: plan, hide: unlay }, signal);
  const overlay = (style: string, block: PageBlock, span: Span): void => {
    layers.empty(style);
    for (const range of staticRanges(block, span)) layers.add(style, range, nodesOf(block, span));
    layers.cover(block.owner);
  };
  const repaint = (): void => {
    for (const painted of books.values()) if (painted.ranges.length > 0 || near.isShown(painted)) plan(painted);
  };
  const forget = (block: PageBlock): void => {
    const painted = books.get(block.id);
    if (painted === undefined) return;
    near.remove(painted);
    unlay(painted);
    books.delete(block.id);
  };
  const clear = (): void => {
    for (const painted of books.values()) unlay(painted);
    books.clear();
    near.clear();
    layers.clear();
  };

  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', quietly('colours', repaint), { signal });
  signal.addEventListener('abort', quietly('clearing', clear));

  return {
    set: (block, marks) => {
      forget(block);
      if (marks.length === 0) return;
      const painted: Painted = { block, marks, ranges: [] };
      books.set(block.id, painted);
      near.add(painted);
    },
    renew: (block) => {
      const painted = books.get(block.id);
      if (painted !== undefined && near.isShown(painted)) plan(painted);
    },
    lift: (block) => {
      const painted = books.get(block.id);
      if (painted !== undefined) unlay(painted);
    },
    forget,
    clear,
    marksOf: (block) => books.get(block.id)?.marks.filter(seen) ?? [],
    marked: () => [...books.values()].map((painted) => painted.block),
    look: (now) => {
      look = now;
      repaint();
    },
    tint: (block, span) => {
      layers.empty(TINT);
      if (block !== undefined && span !== undefined) overlay(TINT, block, span);
    },
    flash: (block, span) => {
      clearTimeout(flashing);
      overlay(FLASH, block, span);
      flashing = setTimeout(() => layers.empty(FLASH), FLASH_TIME);
    },
    stir: near.stir,
    verify: layers.verify,
  };
}

function staticRanges(block: PageBlock, span: Span): readonly StaticRange[] {
  return stretches(block, span).map((stretch) => new StaticRange(stretch));
}

function toneAt(block: PageBlock): Tone {
  let at: Node | undefined = elementAt(block, 0);
  // What is not seen has no style to be asked for; colours are inherited.
  while (at !== undefined && !(isElement(at) && sightOf(at) === 'seen')) at = parentAcrossShadow(at);
  return at === undefined ? 'light' : toneOf(styleOf(at).color);
}
