/** The first bars of a piece as a handful of rectangles, straight from the packed notes. */
import type { PackedSong } from '../../music/packedSong';
import type { Rectangle } from './rollGeometry';

/** Values of a note in a packed track: tick, duration, pitch, velocity. */
const FIELDS = 4;
/** Minimum number of rows, so that a piece of few pitches does not look thick. */
const FEWEST_ROWS = 24;
/** Length that is shown, in quarter notes: a whole sonata would be a smear. */
const QUARTERS = 32;

interface Drawn {
  width: number;
  height: number;
  bars: Rectangle[];
}

/** A row that comes back into view is not counted again. */
const drawn = new WeakMap<PackedSong, Drawn>();

/**
 * One rectangle for each run of pixels that a pitch covers, in a picture of `width` by `height`:
 * many notes in one pixel are one rectangle.
 */
export function thumbnailBars(song: PackedSong, width: number, height: number): Rectangle[] {
  const known = drawn.get(song);
  if (known?.width === width && known.height === height) return known.bars;
  const bars = countBars(song, width, height);
  drawn.set(song, { width, height, bars });
  return bars;
}

function countBars(song: PackedSong, width: number, height: number): Rectangle[] {
  const tracks = song.tracks.filter((track) => !track.isDrum).map((track) => track.notes);
  const start = tracks.reduce((first, notes) => Math.min(first, notes[0] ?? first), Infinity);
  const until = start + QUARTERS * song.ppq;
  let length = 1;
  let lowest = 127;
  let highest = 0;
  for (const notes of tracks) {
    for (let i = 0; i < notes.length && notes[i] < until; i += FIELDS) {
      length = Math.max(length, Math.min(until, notes[i] + notes[i + 1]) - start);
      lowest = Math.min(lowest, notes[i + 2]);
      highest = Math.max(highest, notes[i + 2]);
    }
  }
  const rows = Math.max(FEWEST_ROWS, highest - lowest + 1);
  const rowHeight = height / rows;
  const top = (highest + lowest + rows) / 2;
  const bars: Rectangle[] = [];
  for (const notes of tracks) {
    /** The newest rectangle of each pitch in this track. */
    const open = new Array<Rectangle | undefined>(128);
    for (let i = 0; i < notes.length && notes[i] < until; i += FIELDS) {
      const pitch = notes[i + 2];
      const x = ((notes[i] - start) / length) * width;
      const right = Math.max(x + 0.75, ((notes[i] + notes[i + 1] - start) / length) * width);
      const last = open[pitch];
      if (last && x - last.x - last.width < 0.25) {
        last.width = Math.max(last.width, right - last.x);
        continue;
      }
      const y = (top - pitch - 0.5) * rowHeight;
      const bar = { x, y, width: right - x, height: Math.max(1, rowHeight) };
      open[pitch] = bar;
      bars.push(bar);
    }
  }
  return bars;
}
