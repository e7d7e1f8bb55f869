import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCard } from '../../components/place.ts';

const view = { width: 1000, height: 800 };
const mark = (left: number, top: number, width = 80, height = 20) => ({
  x: left + 5,
  y: top + 5,
  left,
  top,
  right: left + width,
  bottom: top + height,
});

test.each([
  ['below, where there is room', mark(100, 100), { width: 360, height: 200 }, { left: 100, top: 126 }],
  ['above, where there is none below', mark(100, 700), { width: 360, height: 200 }, { left: 100, top: 494 }],
  ['pushed in from the right', mark(900, 100), { width: 360, height: 200 }, { left: 632, top: 126 }],
  ['pushed in from the left', mark(-50, 100), { width: 360, height: 200 }, { left: 8, top: 126 }],
  [
    'near the pointer, where the mark runs over lines',
    { ...mark(0, 100, 900, 40), x: 700 },
    { width: 360, height: 200 },
    { left: 610, top: 146 },
  ],
])('%s', (_, anchor, card, place) => expect(placeCard(anchor, card, view)).toMatchObject(place));

test('the card is always in the window, and off the mark where there is room for that', () => {
  const size = fc.record({ width: fc.integer({ min: 40, max: 360 }), height: fc.integer({ min: 40, max: 600 }) });
  const window = fc.record({ width: fc.integer({ min: 400, max: 3000 }), height: fc.integer({ min: 200, max: 2000 }) });
  fc.assert(
    fc.property(size, window, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 2000 }), (card, win, x, y) => {
      const anchor = mark(Math.min(x, win.width - 90), Math.min(y, win.height - 30));
      const { left, top, maxHeight } = placeCard(anchor, card, win);
      const height = Math.min(card.height, maxHeight);
      expect(left).toBeGreaterThanOrEqual(8);
      expect(top).toBeGreaterThanOrEqual(8);
      expect(left + card.width).toBeLessThanOrEqual(win.width - 8);
      expect(top + height).toBeLessThanOrEqual(win.height - 7);
      const covers = top < anchor.bottom && top + height > anchor.top;
      const room = Math.max(win.height - anchor.bottom, anchor.top) - 14;
      if (room >= 160) expect(covers).toBe(false);
    }),
  );
});
