/** The selected note: under the pointer, tapped, or chosen by keys. */
import type { RollController } from './rollController';
import type { Rectangle } from './rollGeometry';

export interface Look {
  index: number;
  /** Chosen by keys, not under the pointer: it is read out. */
  byKeyboard: boolean;
  /** Area that its card must not cover, in pixels of the surface. */
  anchor: Rectangle;
  /** Size of the surface in pixels. */
  bounds: { width: number; height: number };
}

/** Half the side of the square around the pointer that no card covers, in pixels. */
const POINTER = 8;

/** @param point where the pointer is; absent for a note that was chosen by keys */
export function lookAt(
  roll: RollController,
  index: number,
  point?: { x: number; y: number },
): Look | undefined {
  roll.select(index);
  if (index < 0) return undefined;
  const { geometry, scene } = roll;
  const note = scene.notes[index];
  const { width, height } = geometry.frame;
  const around: Rectangle = point
    ? { x: point.x - POINTER, y: point.y - POINTER, width: POINTER * 2, height: POINTER * 2 }
    : {
        x: geometry.xOfTick(note.tick),
        y: geometry.yOfPitch(note.pitch),
        width: Math.min(80, note.duration * geometry.view.pixelsPerTick),
        height: geometry.view.rowHeight,
      };
  return { index, byKeyboard: !point, anchor: around, bounds: { width, height } };
}
