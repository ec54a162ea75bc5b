/** The keyboard at the left. */
import { clamp } from '../../lib/clamp';
import type { RollPalette } from './palette';
import { isBlackKey, pitchName } from './pitchNames';
import type { Brush } from './pixels';
import type { RollGeometry } from './rollGeometry';

/** Length of a black key as a share of a white one's. */
export const BLACK_LENGTH = 0.57;
/** Minimum height of an octave for a name, in pixels. */
const NAMED_OCTAVE = 26;

/** @param pressed whether the key of a pitch is down */
export function drawKeyboard(
  brush: Brush,
  geometry: RollGeometry,
  palette: RollPalette,
  pressed: (pitch: number) => boolean,
): void {
  const { ctx, snap } = brush;
  const { keyboard } = geometry.frame;
  const { y, height } = geometry.notes;
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, y, keyboard, height);
  ctx.clip();
  ctx.fillStyle = palette.whiteKey;
  ctx.fillRect(0, y, keyboard, height);
  const lowest = geometry.pitches.lowest - 1;
  const highest = geometry.pitches.highest + 1;
  for (let pitch = lowest; pitch <= highest; pitch++) {
    if (!isBlackKey(pitch + 12)) drawWhiteKey(brush, geometry, palette, pitch, pressed(pitch));
  }
  for (let pitch = lowest; pitch <= highest; pitch++) {
    if (isBlackKey(pitch + 12)) drawBlackKey(brush, geometry, palette, pitch, pressed(pitch));
  }
  // The fall of light towards the notes, which lie deeper than the keys.
  const shade = ctx.createLinearGradient(keyboard - 6, 0, keyboard, 0);
  shade.addColorStop(0, 'rgb(0 0 0 / 0)');
  shade.addColorStop(1, 'rgb(0 0 0 / 0.28)');
  ctx.fillStyle = shade;
  ctx.fillRect(keyboard - 6, y, 6, height);
  ctx.fillStyle = palette.blackKey;
  ctx.fillRect(snap(keyboard) - 1, y, 1, height);
  ctx.restore();
}

/** White keys share the rows of the black keys between them. */
function drawWhiteKey(
  { ctx, snap, hairline }: Brush,
  geometry: RollGeometry,
  palette: RollPalette,
  pitch: number,
  pressed: boolean,
): void {
  const { rowHeight } = geometry.view;
  const { keyboard } = geometry.frame;
  const half = rowHeight / 2;
  const top = snap(geometry.yOfPitch(pitch) - (isBlackKey(pitch + 13) ? half : 0));
  const bottom = snap(geometry.yOfPitch(pitch - 1) + (isBlackKey(pitch + 11) ? half : 0));
  if (pressed) {
    ctx.fillStyle = palette.pressedKey;
    ctx.fillRect(0, top, keyboard, bottom - top);
  }
  ctx.fillStyle = palette.whiteKeyEdge;
  ctx.fillRect(0, bottom - hairline, keyboard, hairline);
  if (pitch % 12 !== 0 || rowHeight * 12 < NAMED_OCTAVE || pitch < 0) return;
  ctx.fillStyle = palette.keyText;
  ctx.font = `600 ${Math.round(clamp(rowHeight * 1.1, 8.5, 11))}px ${palette.font}`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  // In the lower part of the key, beside no black one: "Do4" is wide.
  ctx.fillText(pitchName(pitch), keyboard - 6, bottom - half);
}

function drawBlackKey(
  { ctx, snap }: Brush,
  geometry: RollGeometry,
  palette: RollPalette,
  pitch: number,
  pressed: boolean,
): void {
  const { rowHeight } = geometry.view;
  const top = snap(geometry.yOfPitch(pitch));
  const height = Math.max(1, snap(rowHeight));
  const length = geometry.frame.keyboard * BLACK_LENGTH;
  const radius = Math.min(2.5, height / 3);
  ctx.fillStyle = pressed ? palette.pressedKey : palette.blackKey;
  ctx.beginPath();
  ctx.roundRect(0, top, length, height, [0, radius, radius, 0]);
  ctx.fill();
  if (pressed || height < 6) return;
  ctx.fillStyle = palette.blackKeyTop;
  ctx.beginPath();
  ctx.roundRect(0, top + 1, length - 4, height - 3, [0, radius, radius, 0]);
  ctx.fill();
}
