/** Placement of a card beside the pointer. */
import { clamp } from '../../lib/clamp';
import type { Rectangle } from './rollGeometry';

interface Size {
  width: number;
  height: number;
}

const GAP = 14;

/**
 * Beside `anchor`, to the right, else to the left, else below, else above: where it first fits in
 * `bounds` without covering the anchor; across that direction it is pushed inside.
 * @returns the card's upper left corner, in the same pixels
 */
export function placeCard(anchor: Rectangle, card: Size, bounds: Size): { x: number; y: number } {
  const besideY = anchor.y + anchor.height / 2 - card.height / 2;
  const aboveX = anchor.x + anchor.width / 2 - card.width / 2;
  const right = { x: anchor.x + anchor.width + GAP, y: besideY };
  const left = { x: anchor.x - GAP - card.width, y: besideY };
  const below = { x: aboveX, y: anchor.y + anchor.height + GAP };
  const above = { x: aboveX, y: anchor.y - GAP - card.height };
  const spot =
    (right.x + card.width <= bounds.width && right) ||
    (left.x >= 0 && left) ||
    (below.y + card.height <= bounds.height && below) ||
    above;
  const across = spot === right || spot === left;
  return {
    x: across ? spot.x : clamp(spot.x, 0, bounds.width - card.width),
    y: across ? clamp(spot.y, 0, bounds.height - card.height) : spot.y,
  };
}
