import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Placed, placeTexts, type TreeText } from '../../core/place.ts';

/** Texts are written with the name of their element before them, nodes with those of all around: "div p: The text". A hidden one has a minus. */
const split = (line: string): readonly [string, string] => {
  const at = line.indexOf(':');
  return [line.slice(0, at), line.slice(at + 1).trim()];
};
const nodeOf = (line: string): TreeText => {
  const [names, text] = split(line);
  return { text, hidden: names.startsWith('-'), isIn: (name) => names.replace('-', '').split(' ').includes(name) };
};
const textOf = (line: string) => {
  const [name, text] = split(line);
  return { name, text };
};
const shown = (place: Placed | undefined) => (place === undefined ? 'none' : `${place.first}-${place.last}`);
const placed = (nodes: readonly string[], texts: readonly string[]) => placeTexts(nodes.map(nodeOf), texts.map(textOf)).map(shown);

const LONG = 'The ministry signed a contract for ground stations on Tuesday.';
const OTHER = 'Deliveries will begin in the spring, at the coast.';

describe('texts are found again', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['each in its node', ['p: One', 'p: Two'], ['p: One', 'p: Two'], ['0-0', '1-1']],
    ['in several nodes', ['p: The ', 'p b: ministry', 'p:  signed'], ['p: The ministry signed'], ['0-2']],
    ['whatever white space became of', [`p: ${LONG.replaceAll(' ', '\n\t')}`], [`p: ${LONG.replaceAll(' ', '\u00a0')}`], ['0-0']],
    ['with nodes of white space between', ['p: The ', 'p:  ', 'p b: ministry'], ['p: The ministry'], ['0-2']],
    ['with something unread in the middle', ['p: Type ', 'p code: ls', 'p:  and wait'], ['p: Type and wait'], ['0-2']],
    ['the same one twice', [`p: ${LONG}`, `p: ${LONG}`], [`p: ${LONG}`, `p: ${LONG}`], ['0-0', '1-1']],
    ['the second of two, if the first is hidden', [`- p: ${LONG}`, `p: ${LONG}`], [`p: ${LONG}`], ['1-1']],
    ['a hidden one, if there is no other', [`- p: ${LONG}`], [`p: ${LONG}`], ['0-0']],
    ['the one that stands in such an element', ['div: Drones', 'h1: Drones'], ['h1: Drones'], ['1-1']],
    ['one that stands in another element now', ['p: One', 'div: Two'], ['p: One', 'p: Two'], ['0-0', '1-1']],
    ['a short one between its neighbours', ['p: More', `p: ${LONG}`, 'p: More', `p: ${OTHER}`], [`p: ${LONG}`, 'p: More'], ['1-1', '2-2']],
    ['pieces of one node', ['pre: One --- Two Three'], ['pre: One', 'pre: Two', 'pre: Three'], ['0-0', '0-0', '0-0']],
    ['a short one not in the middle of another', ['p: All of it', 'p: it'], ['p: it'], ['1-1']],
    ['not what is nowhere', [`p: ${LONG}`], ['p: Two', `p: ${LONG}`, 'p: Two'], ['none', '0-0', 'none']],
    [
      'not what was moved, but all others',
      [`td: ${OTHER}`, `p: ${LONG}`, 'p: A', `p: ${LONG} And ships.`],
      [`p: ${LONG}`, 'p: A', `p: ${LONG} And ships.`, `td: ${OTHER}`],
      ['1-1', '2-2', '3-3', 'none'],
    ],
    ['nothing in nothing', [], ['p: A'], ['none']],
  ])('%s', (_what, nodes, texts, wanted) => {
    expect(placed(nodes, texts)).toEqual(wanted);
  });

  test('one that is spread over hundreds of nodes', () => {
    const words = Array.from({ length: 300 }, (_, n) => `p a: word${n} `);
    expect(placed(words, [`p: ${words.map((line) => split(line)[1]).join(' ')}`])).toEqual(['0-299']);
  });

  test.each([
    ['short', 'A'],
    ['long', LONG],
  ])('with bounds, in a page that was made to be slow: %s texts, alike, none of them where it should be', (_what, text) => {
    let asked = 0;
    const isIn = () => {
      asked += 1;
      return false;
    };
    const nodes = Array.from({ length: 5_000 }, () => ({ text, hidden: false, isIn }));
    const texts = Array.from({ length: 100 }, () => ({ text, name: 'p' }));
    expect(placeTexts(nodes, texts).map(shown)).toEqual(texts.map((_, n) => `${n}-${n}`));
    // Without the bounds each of them is held against each of the others.
    expect(asked).toBeLessThanOrEqual(texts.length * 2_000);
  });
});

const word = fc.constantFrom(
  'a',
  'b',
  'ab',
  'Read more',
  'Home',
  LONG,
  OTHER,
  `${LONG} ${OTHER}`,
  'The ministry signed a contract for ships.',
);
/** A text as the pieces that its nodes have, and what stands unread after each of them. */
const piece = fc.record({ text: word, unread: fc.array(word, { maxLength: 2 }) });
const page = fc.array(fc.array(piece, { minLength: 1, maxLength: 4 }), { maxLength: 30 });
const node = (text: string): TreeText => ({ text, hidden: false, isIn: () => true });
const bare = (text: string): string => text.replace(/\s/g, '');

describe('of any tree', () => {
  test('texts without anything unread around them are all found, at their own nodes', () => {
    fc.assert(
      fc.property(page, (blocks) => {
        const nodes = blocks.flatMap((pieces) => pieces.map(({ text }) => node(text)));
        const texts = blocks.map((pieces) => ({ name: 'p', text: pieces.map(({ text }) => text).join(' ') }));
        let at = 0;
        const own = blocks.map((pieces) => {
          const first = at;
          at += pieces.length;
          return { first, last: at - 1 };
        });
        expect(placeTexts(nodes, texts)).toEqual(own);
      }),
    );
  });

  test('nodes are given in order, and hold the text', () => {
    fc.assert(
      fc.property(page, (blocks) => {
        const nodes = blocks.flatMap((pieces) => pieces.flatMap(({ text, unread }) => [text, ...unread].map(node)));
        const texts = blocks.map((pieces) => ({ name: 'p', text: pieces.map(({ text }) => text).join(' ') }));
        let before = 0;
        for (const [i, place] of placeTexts(nodes, texts).entries()) {
          if (place === undefined) continue;
          expect(place.first).toBeGreaterThanOrEqual(before);
          expect(place.last).toBeGreaterThanOrEqual(place.first);
          before = place.last;
          const held = nodes.slice(place.first, place.last + 1).map(({ text }) => bare(text));
          expect(isMadeOf(bare(texts[i]?.text ?? ''), held)).toBe(true);
        }
      }),
    );
  });
});

/** By trying every way: whether a text is made of some of these, in order; the first and the last may be longer. */
function isMadeOf(text: string, [first = '', ...rest]: readonly string[]): boolean {
  const from = (left: string, nodes: readonly string[]): boolean => {
    if (left === '') return true;
    const [next, ...others] = nodes;
    if (next === undefined) return false;
    return (
      (left.startsWith(next) && from(left.slice(next.length), others)) ||
      (others.length === 0 && next.startsWith(left)) ||
      from(left, others)
    );
  };
  return first.includes(text) || [...first].some((_, at) => text.startsWith(first.slice(at)) && from(text.slice(first.length - at), rest));
}
