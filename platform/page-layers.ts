import { randomId } from './page-dom.ts';
import { createSheets } from './page-sheets.ts';

/**
 * One highlight per style and our own book of what is in it (Firefox cannot list a highlight in a content script). A style is its own name:
 * declarations, and after a "|" those that take their place where the reader forces colours.
 */
export interface Layers {
  add(style: string, range: StaticRange): void;
  remove(style: string, range: StaticRange): void;
  empty(style: string): void;
  /** Makes sure that what stands in this owner is styled. */
  cover(owner: Node): void;
  clear(): void;
  /** Puts back what the page took away. */
  verify(): void;
}

interface Layer {
  /** Random, so that it says nothing to the page. */
  readonly name: string;
  readonly highlight: Highlight;
  readonly ranges: Set<StaticRange>;
}

/** A style of a higher rank lies over those of a lower one. */
export function createLayers(rank: (style: string) => number): Layers {
  const sheets = createSheets();
  const layers = new Map<string, Layer>();
  const layerOf = (style: string): Layer => {
    const known = layers.get(style);
    if (known !== undefined) return known;
    const layer = { name: `m${randomId()}`, highlight: new Highlight(), ranges: new Set<StaticRange>() };
    layer.highlight.priority = rank(style);
    const [usual, forced] = style.split('|').map((rule) => `::highlight(${layer.name}){${rule}}`);
    sheets.add(`@media not print{${usual}@media(forced-colors:active){${forced}}}`);
    layers.set(style, layer);
    return layer;
  };
  const empty = (style: string): void => {
    const { name, highlight, ranges } = layerOf(style);
    highlight.clear();
    ranges.clear();
    CSS.highlights.delete(name);
  };
  return {
    add: (style, range) => {
      const { name, highlight, ranges } = layerOf(style);
      highlight.add(range);
      ranges.add(range);
      if (ranges.size === 1) CSS.highlights.set(name, highlight);
    },
    remove: (style, range) => {
      const { name, highlight, ranges } = layerOf(style);
      ranges.delete(range);
      highlight.delete(range);
      if (ranges.size === 0) CSS.highlights.delete(name);
    },
    empty,
    cover: sheets.cover,
    clear: () => {
      for (const style of layers.keys()) empty(style);
      sheets.remove();
    },
    verify: () => {
      for (const { name, highlight, ranges } of layers.values()) {
        if (ranges.size === 0) continue;
        if (highlight.size !== ranges.size) for (const range of ranges) highlight.add(range);
        if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
      }
      sheets.verify();
    },
  };
}
