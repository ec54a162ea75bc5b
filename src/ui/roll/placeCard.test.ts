import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeCard } from './placeCard';

const card = { width: 150, height: 190 };
const bounds = { width: 360, height: 320 };

it('stands to the right of the pointer where there is room', () => {
  expect(placeCard({ x: 90, y: 150, width: 10, height: 10 }, card, bounds).x).toBe(114);
});

it('changes sides at the right edge', () => {
  expect(placeCard({ x: 300, y: 150, width: 10, height: 10 }, card, bounds).x).toBe(136);
});

it('never covers the pointer and stays inside, anywhere on a phone', () => {
  const pointer = fc.record({ x: fc.nat(344), y: fc.nat(304) });
  fc.assert(
    fc.property(pointer, ({ x, y }) => {
      const anchor = { x, y, width: 16, height: 16 };
      const at = placeCard(anchor, card, bounds);
      const apart =
        at.x >= x + 16 || at.x + card.width <= x || at.y >= y + 16 || at.y + card.height <= y;
      expect(apart).toBe(true);
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.x + card.width).toBeLessThanOrEqual(bounds.width);
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.y + card.height).toBeLessThanOrEqual(bounds.height);
    }),
  );
});
