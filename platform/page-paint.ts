import type { Certainty, Span } from '../core/mention.ts';
import type { Kind } from '../core/profile.ts';
import type { Mark } from './messages.ts';
import { elementAt, type PageBlock, stretches } from './page-book.ts';
import { isConnected, quietly } from './page-dom.ts';
import { createLayers } from './page-layers.ts';
import { createNear } from './page-near.ts';
import { type Tone, toneOf } from './page-tone.ts';

/**
 * Paints marks with the CSS Custom Highlight API: the page's tree is not touched.
 *
 * Ranges are static (live ones tax every change the page makes), kept in our own books (Firefox cannot iterate highlights in a content
 * script), and only so many are registered (each costs the page time in every frame): all of them on a page with few marks, else those
 * near the window. Names are random per document and say nothing of what they mark.
 */

export interface PaintLook {
  /** The value of `text-decoration` for a mark. */
  decoration(kind: Kind, certainty: Certainty, dark: boolean): string;
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
  kinds(on: Readonly<Record<Kind, boolean>>): void;
  tint(block?: PageBlock, span?: Span): void;
  flash(block: PageBlock, span: Span): void;
  /** Puts back what the page took away. Cheap; call it when something moves. */
  verify(): void;
}

/** Most ranges that are registered at once. */
export const MOST_RANGES = 300;
/** How long a mark that was jumped to is shown more strongly, in ms. */
const FLASH = 1_600;

type Style = `${Kind}-${Certainty}-${Tone}` | 'tint' | 'flash';

interface Painted {
  readonly block: PageBlock;
  readonly marks: readonly Mark[];
  /** What is registered now. */
  ranges: { readonly style: Style; readonly range: StaticRange }[];
}

export function createPainter(look: PaintLook, signal: AbortSignal): Painter {
  const books = new Map<number, Painted>();
  const layers = createLayers(
    (style) => ruleOf(style as Style, look),
    (style) => ['tint', 'flash'].indexOf(style) + 1,
  );
  let on: Readonly<Record<Kind, boolean>> | undefined;
  let flashing: ReturnType<typeof setTimeout> | undefined;
  const seen = (mark: Mark): boolean => on === undefined || on[mark.kind];

  const lift = (painted: Painted): void => {
    for (const { style, range } of painted.ranges) layers.remove(style, range);
    painted.ranges = [];
  };
  const lay = (painted: Painted): void => {
    lift(painted);
    if (!isConnected(painted.block.owner)) return;
    const tone = toneAt(painted.block);
    for (const mark of painted.marks.filter(seen)) {
      for (const range of staticRanges(painted.block, mark)) {
        const style: Style = `${mark.kind}-${mark.certainty}-${tone}`;
        layers.add(style, range);
        painted.ranges.push({ style, range });
      }
    }
    layers.cover(painted.block.owner);
  };
  const near = createNear<Painted>({ most: MOST_RANGES, show: lay, hide: lift }, signal);
  const overlay = (style: 'tint' | 'flash', block: PageBlock, span: Span): void => {
    layers.empty(style);
    for (const range of staticRanges(block, span)) layers.add(style, range);
    layers.cover(block.owner);
  };
  const repaint = (): void => {
    for (const painted of books.values()) if (painted.ranges.length > 0 || near.isShown(painted)) lay(painted);
  };
  const forget = (block: PageBlock): void => {
    const painted = books.get(block.id);
    if (painted === undefined) return;
    near.remove(painted);
    lift(painted);
    books.delete(block.id);
  };
  const clear = (): void => {
    for (const painted of books.values()) lift(painted);
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
      if (painted !== undefined && near.isShown(painted)) lay(painted);
    },
    lift: (block) => {
      const painted = books.get(block.id);
      if (painted !== undefined) lift(painted);
    },
    forget,
    clear,
    marksOf: (block) => books.get(block.id)?.marks.filter(seen) ?? [],
    marked: () => [...books.values()].map((painted) => painted.block),
    kinds: (kinds) => {
      on = kinds;
      repaint();
    },
    tint: (block, span) => {
      layers.empty('tint');
      if (block !== undefined && span !== undefined) overlay('tint', block, span);
    },
    flash: (block, span) => {
      clearTimeout(flashing);
      overlay('flash', block, span);
      flashing = setTimeout(() => layers.empty('flash'), FLASH);
    },
    verify: layers.verify,
  };
}

function staticRanges(block: PageBlock, span: Span): readonly StaticRange[] {
  return stretches(block, span).map((stretch) => new StaticRange(stretch));
}

function toneAt(block: PageBlock): Tone {
  const element = elementAt(block, 0);
  return element === undefined ? 'light' : toneOf(getComputedStyle(element).color);
}

/** The declarations of a style. */
function ruleOf(style: Style, look: PaintLook): string {
  if (style === 'tint') return 'background-color:color-mix(in srgb,currentColor 9%,transparent)';
  if (style === 'flash') return 'background-color:#ffd84d;color:#1b1b1b';
  const [kind, certainty, tone] = style.split('-') as [Kind, Certainty, Tone];
  return `text-decoration:${look.decoration(kind, certainty, tone === 'dark')}`;
}
