/** One voice of a staff as events that fill each bar: notes, ties and rests with their values. */
import { partitionPoint } from '../../lib/binarySearch';
import { noteValues, type Stretch } from './noteValues';
import type { ScoreBar, ScoreEvent, ScoreNote, Spelling } from './score';
import { spell } from './spelling';
import type { Chord } from './staffVoices';

interface Span extends Stretch {
  chord?: Chord;
  isRest: boolean;
}

/**
 * The events of every bar; undefined where the voice has no notes in it.
 * @param chords ordered, without overlaps
 */
export function voiceBars(
  chords: readonly Chord[],
  bars: readonly ScoreBar[],
): (ScoreEvent[] | undefined)[] {
  const notesOf = spelledChords(chords, bars);
  return bars.map((bar) => {
    const end = bar.tick + bar.ticks;
    const from = partitionPoint(
      chords.length,
      (i) => chords[i].tick + chords[i].duration <= bar.tick,
    );
    const to = partitionPoint(chords.length, (i) => chords[i].tick < end);
    if (from >= to) return undefined;
    return barEvents(spansOf(chords, from, to, bar), bar, notesOf);
  });
}

/** An event that fills the bar with a rest. */
export function wholeRest({ tick, ticks }: ScoreBar): ScoreEvent {
  return { tick, duration: ticks, notes: [], tiedFrom: false, tiedTo: false };
}

/** Chords and rests of the bar, in ticks since its line, cut at its ends. */
function spansOf(chords: readonly Chord[], from: number, to: number, bar: ScoreBar): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (let i = from; i < to; i++) {
    const chord = chords[i];
    const start = Math.max(0, chord.tick - bar.tick);
    const end = Math.min(bar.ticks, chord.tick + chord.duration - bar.tick);
    if (start > at) spans.push({ start: at, end: start, isRest: true });
    spans.push({ start, end, chord, isRest: false });
    at = end;
  }
  if (at < bar.ticks) spans.push({ start: at, end: bar.ticks, isRest: true });
  return spans;
}

type NotesOf = ReadonlyMap<Chord, ScoreNote[]>;

function barEvents(spans: readonly Span[], bar: ScoreBar, notesOf: NotesOf): ScoreEvent[] {
  const values = noteValues(spans, bar);
  return spans.flatMap(({ chord }, i) => {
    const notes = (chord && notesOf.get(chord)) ?? [];
    return values[i].map(({ start, end, value }): ScoreEvent => {
      const tick = bar.tick + start;
      const duration = end - start;
      const isLast = !chord || tick + duration === chord.tick + chord.duration;
      const tiedFrom = chord !== undefined && tick > chord.tick;
      return { tick, duration, value, notes, tiedFrom, tiedTo: !isLast };
    });
  });
}

/** A pitch keeps its spelling within a bar, and over ties. */
function spelledChords(chords: readonly Chord[], bars: readonly ScoreBar[]): NotesOf {
  const notesOf = new Map<Chord, ScoreNote[]>();
  let bar = 0;
  let inBar = new Map<number, Spelling>();
  chords.forEach((chord, i) => {
    while (bar + 1 < bars.length && bars[bar + 1].tick <= chord.tick) {
      bar++;
      inBar = new Map();
    }
    const notes = chord.notes.map(({ pitch, velocity }): ScoreNote => {
      const goal = chords[i + 1]?.notes.find((note) => Math.abs(note.pitch - pitch) === 1)?.pitch;
      const spelling = inBar.get(pitch) ?? spell(pitch, bars[bar].key.fifths, goal);
      inBar.set(pitch, spelling);
      return { ...spelling, pitch, velocity };
    });
    notesOf.set(chord, notes);
  });
  return notesOf;
}
