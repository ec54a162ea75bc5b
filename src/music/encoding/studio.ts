/**
 * Encoding "studio": one row per note, ordered by onset, then pitch, on a grid of 24 ticks per
 * quarter. A row holds the time since the previous onset, its position in the bar, the key, the
 * length and the velocity; a prediction reads the columns before it.
 *
 * The damper pedal lengthens notes before they are encoded; percussion is left out. A key struck
 * again while it sounds ends the earlier note; of several notes with the same key and onset the
 * longest stays.
 */
import { applyPedal } from '../pedal';
import { compareNotes, type Note, type Song } from '../song';
import { BAR_CLASSES, BEAT_CLASSES, barPosition, type GridMeter, gridMeters } from './barPosition';
import type { Encoding, Rows } from './encoding';
import { KEYS, LOWEST_KEY } from './melody';
import { GRID_PPQ, TICK_CLASSES, tickClass } from './tickClasses';

/** MIDI velocities per class. */
const VELOCITY_STEP = 4;
const VELOCITY_CLASSES = 128 / VELOCITY_STEP;

/** Columns of a row, in the order of prediction. */
export const STUDIO_COLUMNS = {
  time: 0,
  meter: 1,
  bar: 2,
  beat: 3,
  pitch: 4,
  duration: 5,
  velocity: 6,
} as const;

const WIDTH = 7;

/** The song's notes on the grid, from the bar line before the first one. */
export function gridNotes(song: Song): { notes: Note[]; meters: GridMeter[] } {
  const notes = song.tracks
    .filter(({ isDrum }) => !isDrum)
    .flatMap((track) =>
      applyPedal(track.notes, track.pedal, song).map((note) => onGrid(note, song.ppq)),
    )
    .filter(({ pitch }) => pitch >= LOWEST_KEY && pitch < LOWEST_KEY + KEYS)
    .sort(compareNotes);
  const meters = gridMeters(song.timeSignatures, song.ppq);
  if (notes.length === 0) return { notes, meters };
  const start = barLineBefore(notes[0].tick, meters);
  return {
    notes: separateRepeats(notes.map((note) => ({ ...note, tick: note.tick - start }))),
    meters: meters.map((meter) => ({ ...meter, tick: meter.tick - start })),
  };
}

function onGrid({ tick, duration, pitch, velocity }: Note, ppq: number): Note {
  const onset = Math.round((tick * GRID_PPQ) / ppq);
  const end = Math.round(((tick + duration) * GRID_PPQ) / ppq);
  return { tick: onset, duration: Math.max(1, end - onset), pitch, velocity };
}

function meterAt(tick: number, meters: readonly GridMeter[]): GridMeter {
  let found = meters[0];
  for (const meter of meters) {
    if (meter.tick > tick) break;
    found = meter;
  }
  return found;
}

function barLineBefore(tick: number, meters: readonly GridMeter[]): number {
  const meter = meterAt(tick, meters);
  return tick - ((tick - meter.tick) % meter.barTicks);
}

/**
 * Notes without overlap of the same key; see the header.
 * @param notes ordered by onset
 * @returns copies
 */
export function separateRepeats(notes: readonly Note[]): Note[] {
  const separate: Note[] = [];
  const latest = new Map<number, Note>();
  for (const note of notes) {
    const before = latest.get(note.pitch);
    if (before && before.tick === note.tick) {
      before.duration = Math.max(before.duration, note.duration);
      continue;
    }
    if (before) before.duration = Math.min(before.duration, note.tick - before.tick);
    const own = { ...note };
    latest.set(note.pitch, own);
    separate.push(own);
  }
  return separate;
}

function encode(song: Song): Rows {
  const { notes, meters } = gridNotes(song);
  const data = new Int16Array(notes.length * WIDTH);
  // Long rests are rounded to the table and the next onset takes up the difference, so that nothing
  // drifts and chords stay together.
  let decodedOnset = 0;
  let onset = 0;
  notes.forEach((note, row) => {
    const wait =
      note.tick === onset && row > 0 ? 0 : Math.max(row > 0 ? 1 : 0, note.tick - decodedOnset);
    const time = tickClass(wait);
    decodedOnset += TICK_CLASSES[time];
    onset = note.tick;
    const { meter, bar, beat } = barPosition(decodedOnset, meterAt(decodedOnset, meters));
    data.set(
      [
        time,
        meter,
        bar,
        beat,
        note.pitch - LOWEST_KEY,
        // Class 0 is never written, as every note has a length.
        Math.max(1, tickClass(note.duration)),
        Math.floor(note.velocity / VELOCITY_STEP),
      ],
      row * WIDTH,
    );
  });
  return { width: WIDTH, data };
}

function onsets(song: Song): number[] {
  const { notes, meters } = gridNotes(song);
  const [first] = gridMeters(song.timeSignatures, song.ppq);
  const start = first.tick - meters[0].tick;
  return notes.map(({ tick }) => Math.round(((start + tick) * song.ppq) / GRID_PPQ));
}

function decode({ data }: Rows): Note[] {
  const notes: Note[] = [];
  let tick = 0;
  for (let at = 0; at < data.length; at += WIDTH) {
    tick += TICK_CLASSES[data[at + STUDIO_COLUMNS.time]];
    notes.push({
      tick,
      duration: Math.max(1, TICK_CLASSES[data[at + STUDIO_COLUMNS.duration]]),
      pitch: data[at + STUDIO_COLUMNS.pitch] + LOWEST_KEY,
      velocity: velocityOf(data[at + STUDIO_COLUMNS.velocity]),
    });
  }
  return separateRepeats(notes.sort(compareNotes));
}

/** Middle of the class. */
function velocityOf(velocityClass: number): number {
  return velocityClass * VELOCITY_STEP + VELOCITY_STEP / 2;
}

export const studio: Encoding = {
  id: 'studio',
  version: 1,
  columns: [
    { name: 'time', classes: TICK_CLASSES.length, predicted: true },
    { name: 'meter', classes: BAR_CLASSES, predicted: false },
    { name: 'bar', classes: BAR_CLASSES, predicted: false },
    { name: 'beat', classes: BEAT_CLASSES, predicted: false },
    { name: 'pitch', classes: KEYS, predicted: true, transposes: 'pitch' },
    { name: 'duration', classes: TICK_CLASSES.length, predicted: true },
    { name: 'velocity', classes: VELOCITY_CLASSES, predicted: true },
  ],
  pitchColumn: STUDIO_COLUMNS.pitch,
  timeColumn: STUDIO_COLUMNS.time,
  ppq: GRID_PPQ,
  encode,
  onsets,
  decode,
};
