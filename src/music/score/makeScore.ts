/** A song as a written score. */
import { compareNotes, type KeySignature, type Note, type Song } from '../song';
import { clefsOf, usualClef } from './clefs';
import { quantise } from './quantise';
import { SCORE_PPQ, type Score, type ScoreBar, type ScorePart, type StaffBar } from './score';
import { scoreBars } from './scoreBars';
import { scoreKeys } from './scoreKeys';
import { type PartNotes, scoreParts } from './scoreParts';
import { type StaffVoices, staffVoices } from './staffVoices';
import { voiceBars, wholeRest } from './voiceBars';

/** Longer pieces are no scores that anybody reads. */
export const MOST_BARS = 5000;

/**
 * The score of a song: notes on the grid of `SCORE_PPQ`, in bars, staves and voices. Notes that two
 * voices a staff cannot hold end early.
 * @returns undefined where it would have more than `MOST_BARS` bars
 */
export function makeScore(song: Song): Score | undefined {
  const parts = scoreParts(song).map((part) => onScoreClock(part, song.ppq));
  const end = parts
    .flatMap(({ staves }) => staves.flat())
    .reduce((last, { tick, duration }) => Math.max(last, tick + duration), 0);
  const scaled = <T extends { tick: number }>(entries: readonly T[]): T[] =>
    entries.map((entry) => ({ ...entry, tick: scoreTick(entry.tick, song.ppq) }));
  const keys: KeySignature[] = scaled(scoreKeys(song));
  const signatures = scaled(song.timeSignatures);
  // One more beat, for an end that rounding moves behind the last bar line.
  const generous = scoreBars(signatures, keys, end + SCORE_PPQ, MOST_BARS + 1);
  if (generous.length > MOST_BARS) return undefined;
  const written = parts.map((part) => ({
    ...part,
    voices: part.staves.map((notes) => staffVoices(quantise(notes, generous))),
  }));
  const last = Math.max(0, ...written.flatMap(({ voices }) => voices.flatMap(endOfVoices)));
  const bars = generous.filter(({ tick }, i) => i === 0 || tick < last);
  return {
    title: song.title,
    bars,
    tempos: scaled(song.tempos),
    parts: written.map((part) => writtenPart(part, part.voices, bars)),
  };
}

function scoreTick(tick: number, ppq: number): number {
  return Math.round((tick * SCORE_PPQ) / ppq);
}

/** The part in ticks of the score; those of notes are not yet whole. */
function onScoreClock(part: PartNotes, ppq: number): PartNotes {
  const scale = SCORE_PPQ / ppq;
  return {
    ...part,
    staves: part.staves.map((notes) =>
      notes.map((note) => ({ ...note, tick: note.tick * scale, duration: note.duration * scale })),
    ),
    pedal: part.pedal.map(({ tick, down }) => ({ tick: scoreTick(tick, ppq), down })),
  };
}

function endOfVoices(voices: StaffVoices): number[] {
  return voices.flatMap((chords) => {
    const last = chords.at(-1);
    return last ? [last.tick + last.duration] : [];
  });
}

function writtenPart(
  { name, program, pedal }: PartNotes,
  staves: readonly StaffVoices[],
  bars: readonly ScoreBar[],
): ScorePart {
  const notesOf = staves.map((voices): Note[] =>
    voices
      .flat()
      .flatMap(({ tick, duration, notes }) => notes.map((note) => ({ ...note, tick, duration })))
      .sort(compareNotes),
  );
  const end = bars.reduce((last, { tick, ticks }) => Math.max(last, tick + ticks), 0);
  return {
    name,
    program,
    pedal: pedal.filter(({ tick }) => tick < end),
    notes: notesOf.flat().sort(compareNotes),
    staves: staves.map((voices, i) => {
      const usual = staves.length === 1 ? usualClef(notesOf[0]) : i === 0 ? 'treble' : 'bass';
      const clefs = clefsOf(notesOf[i], bars, usual);
      return staffBars(voices, bars).map(
        (own, bar): StaffBar => ({ clef: clefs[bar], voices: own }),
      );
    }),
  };
}

function staffBars([upper, lower]: StaffVoices, bars: readonly ScoreBar[]): StaffBar['voices'][] {
  const uppers = voiceBars(upper, bars);
  const lowers = voiceBars(lower, bars);
  return bars.map((bar, i) => {
    const second = lowers[i];
    // A lower voice alone in its bar stands as the first one, unless a tie leaves the bar.
    const isAlone = !uppers[i] && !second?.at(0)?.tiedFrom && !second?.at(-1)?.tiedTo;
    const first = uppers[i] ?? (isAlone ? second : undefined) ?? [wholeRest(bar)];
    const voices: StaffBar['voices'] = [{ voice: 0, events: first }];
    if (second && first !== second) voices.push({ voice: 1, events: second });
    return voices;
  });
}
