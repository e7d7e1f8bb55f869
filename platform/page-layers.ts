import { isElement, localName, parentAcrossShadow, randomId } from './page-dom.ts';
import { createSheets } from './page-sheets.ts';

/**
 * One highlight per style and our own book of what is in it (Firefox cannot list a highlight in a content script). A style is its own name:
 * declarations, and after a "|" those that take their place where the reader forces colours.
 *
 * A highlight has rules for just those elements in which marked text stands, by their names. A rule for all (`::highlight(name)`), or one
 * for the root, has Chromium compute the style of each element of the page anew: ten times the work on an article whose marks stand in <p>.
 */
export interface Layers {
  /** The nodes are those in which the range's text stands. */
  add(style: string, range: StaticRange, nodes: Iterable<Text>): void;
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
  /** Selectors of the elements that have a rule. */
  readonly styled: Set<string>;
}

/** A style of a higher rank lies over those of a lower one. */
export function createLayers(rank: (style: string) => number): Layers {
  const sheets = createSheets();
  const layers = new Map<string, Layer>();
  const layerOf = (style: string): Layer => {
    const known = layers.get(style);
    if (known !== undefined) return known;
    const layer = { name: `m${randomId()}`, highlight: new Highlight(), ranges: new Set<StaticRange>(), styled: new Set<string>() };
    layer.highlight.priority = rank(style);
    layers.set(style, layer);
    return layer;
  };
  const styleIn = (style: string, { name, styled }: Layer, selector: string): void => {
    if (styled.has(selector)) return;
    styled.add(selector);
    const [usual, forced] = style.split('|').map((rule) => `${selector}::highlight(${name}){${rule}}`);
    sheets.add(`@media not print{${usual}@media(forced-colors:active){${forced}}}`);
  };
  const empty = (style: string): void => {
    const { name, highlight, ranges } = layerOf(style);
    highlight.clear();
    ranges.clear();
    CSS.highlights.delete(name);
  };
  return {
    add: (style, range, nodes) => {
      const layer = layerOf(style);
      const { name, highlight, ranges } = layer;
      for (const node of nodes) for (const selector of selectorsOf(node)) styleIn(style, layer, selector);
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

/** What the style of a text comes from: its element (the host, where it stands in a shadow root itself), and its slot where it is slotted. */
function selectorsOf(node: Text): readonly string[] {
  const parent = parentAcrossShadow(node);
  if (parent === undefined || !isElement(parent)) return [];
  const name = localName(parent);
  // In HTML a selector is lower case; an element need not be.
  const selector = name === name.toLowerCase() ? CSS.escape(name) : '*';
  return node.assignedSlot === null ? [selector] : [selector, 'slot'];
}
