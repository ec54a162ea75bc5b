/**
 * Encoding "melody": the highest note of each onset, as one of 88 piano keys, in even steps.
 * Left out: rhythm, note lengths, dynamics, and every note below the top one.
 */
import { type Note, pitchedNotes, type Song } from '../song';
import type { Encoding, Rows } from './encoding';

/** MIDI number of the lowest piano key, A0. */
export const LOWEST_KEY = 21;
/** Keys of a piano, A0 to C8. */
export const KEYS = 88;

const PPQ = 480;
/** Length of a composed note: half a beat. */
const STEP_TICKS = PPQ / 2;
const VELOCITY = 80;

function isPianoKey(note: Note): boolean {
  return note.pitch >= LOWEST_KEY && note.pitch < LOWEST_KEY + KEYS;
}

/** Highest note of each onset. */
function topNotes(song: Song): Note[] {
  const top: Note[] = [];
  // Notes are ordered by onset, then pitch, so the last one of an onset is the highest.
  for (const note of pitchedNotes(song)) {
    if (!isPianoKey(note)) continue;
    if (note.tick === top.at(-1)?.tick) top.pop();
    top.push(note);
  }
  return top;
}

function encode(song: Song): Rows {
  return { width: 1, data: Int16Array.from(topNotes(song), ({ pitch }) => pitch - LOWEST_KEY) };
}

function onsets(song: Song): number[] {
  return topNotes(song).map(({ tick }) => tick);
}

function decode(rows: Rows): Note[] {
  return Array.from(rows.data, (key, i) => ({
    tick: i * STEP_TICKS,
    duration: STEP_TICKS,
    pitch: key + LOWEST_KEY,
    velocity: VELOCITY,
  }));
}

export const melody: Encoding = {
  id: 'melody',
  version: 1,
  columns: [{ name: 'pitch', classes: KEYS, predicted: true, transposes: 'pitch' }],
  pitchColumn: 0,
  ppq: PPQ,
  encode,
  onsets,
  decode,
};
