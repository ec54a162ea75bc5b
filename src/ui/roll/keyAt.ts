/** The key of the roll's keyboard under a point, as `drawKeyboard` draws the keys. */
import { BLACK_LENGTH } from './drawKeyboard';
import { isBlackKey } from './pitchNames';
import type { RollGeometry } from './rollGeometry';

/** @returns a MIDI note number; undefined beside the keyboard */
export function keyAt(geometry: RollGeometry, x: number, y: number): number | undefined {
  const { frame, view } = geometry;
  if (geometry.areaAt(x, y) !== 'keyboard' || y < frame.ruler) return undefined;
  const row = view.topPitch - (y - frame.ruler) / view.rowHeight;
  const pitch = Math.floor(row);
  if (pitch < 0 || pitch > 127) return undefined;
  if (!isBlackKey(pitch) || x < frame.keyboard * BLACK_LENGTH) return pitch;
  // Beyond a black key its row belongs to the white keys beside it.
  return row - pitch >= 0.5 ? pitch + 1 : pitch - 1;
}
