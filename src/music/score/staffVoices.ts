/**
 * Divides the notes of one staff between at most two voices. Notes struck together that last
 * equally long are one chord. A second voice is used only where notes overlap; what two voices
 * cannot hold ends early.
 */
import type { Note } from '../song';

/** Notes of one voice with one onset and one length; ticks. */
export interface Chord {
  tick: number;
  duration: number;
  /** From the lowest up. */
  notes: Note[];
}

/** Upper and lower voice, each ordered and without overlaps. */
export type StaffVoices = [Chord[], Chord[]];

/** An overlap of less than this share of the earlier note is legato, not a second voice. */
const LEGATO = 0.25;

/** @param notes on the grid, ordered by tick, then pitch; left as they are */
export function staffVoices(notes: readonly Note[]): StaffVoices {
  const voices: StaffVoices = [[], []];
  for (let from = 0; from < notes.length; ) {
    let to = from + 1;
    while (to < notes.length && notes[to].tick === notes[from].tick) to++;
    place(chordsOf(notes.slice(from, to), notes[to]?.tick), notes, to, voices);
    from = to;
  }
  return voices;
}

/** At most two chords, the longer first; an end shortly after `next` is moved to it. */
function chordsOf(struck: readonly Note[], next = Number.POSITIVE_INFINITY): Chord[] {
  const byLength = new Map<number, Note[]>();
  for (const note of struck) {
    const untilNext = next - note.tick;
    const overlaps = note.duration - untilNext;
    const isLegato = overlaps > 0 && overlaps < LEGATO * note.duration;
    const duration = isLegato ? untilNext : note.duration;
    byLength.set(duration, [...(byLength.get(duration) ?? []), note]);
  }
  const lengths = [...byLength.keys()].sort((a, b) => b - a);
  const [{ tick }] = struck;
  const chord = (duration: number, own: readonly number[]): Chord => ({
    tick,
    duration,
    notes: own.flatMap((length) => byLength.get(length) ?? []).sort((a, b) => a.pitch - b.pitch),
  });
  if (lengths.length <= 2) return lengths.map((length) => chord(length, [length]));
  // The widest gap between lengths parts the long ones from the short ones.
  let cut = 1;
  for (let i = 1; i < lengths.length; i++) {
    if (lengths[i - 1] / lengths[i] > lengths[cut - 1] / lengths[cut]) cut = i;
  }
  const long = lengths.slice(0, cut);
  const short = lengths.slice(cut);
  return [chord(long[long.length - 1], long), chord(short[short.length - 1], short)];
}

function place(
  chords: readonly Chord[],
  notes: readonly Note[],
  after: number,
  voices: StaffVoices,
): void {
  const [{ tick }] = chords;
  const busy = voices.map((voice) => endOf(voice) > tick);
  if (chords.length === 2) {
    for (const voice of voices) endBy(voice, tick);
    const upper = meanPitch(chords[0].notes) >= meanPitch(chords[1].notes) ? 0 : 1;
    voices[upper].push(chords[0]);
    voices[1 - upper].push(chords[1]);
    return;
  }
  const [chord] = chords;
  if (!busy[0] && !busy[1]) {
    voices[isUpper(chord, notes, after) ? 0 : 1].push(chord);
  } else if (busy[0] !== busy[1]) {
    voices[busy[0] ? 1 : 0].push(chord);
  } else {
    const own = nearerVoice(chord, voices);
    endBy(voices[own], tick);
    voices[own].push(chord);
  }
}

/** Whether a chord belongs into the upper voice, judged by the notes that begin while it sounds. */
function isUpper(chord: Chord, notes: readonly Note[], after: number): boolean {
  const during: Note[] = [];
  for (let i = after; i < notes.length && notes[i].tick < chord.tick + chord.duration; i++) {
    during.push(notes[i]);
  }
  return during.length === 0 || meanPitch(chord.notes) >= meanPitch(during);
}

/** The voice whose sounding chord is nearer in pitch. */
function nearerVoice(chord: Chord, voices: StaffVoices): 0 | 1 {
  const pitch = meanPitch(chord.notes);
  const [upper, lower] = voices.map((voice) => {
    const sounding = voice.at(-1);
    return sounding ? Math.abs(meanPitch(sounding.notes) - pitch) : Number.POSITIVE_INFINITY;
  });
  return upper <= lower ? 0 : 1;
}

function endBy(voice: readonly Chord[], tick: number): void {
  const last = voice.at(-1);
  if (last) last.duration = Math.min(last.duration, tick - last.tick);
}

function endOf(voice: readonly Chord[]): number {
  const last = voice.at(-1);
  return last ? last.tick + last.duration : 0;
}

function meanPitch(notes: readonly Note[]): number {
  return notes.reduce((sum, { pitch }) => sum + pitch, 0) / notes.length;
}
