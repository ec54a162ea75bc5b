/** Beams: which notes of a voice they join, within one beat. */
import type { NoteType, ScoreBar, ScoreEvent } from './score';
import { beamTicks } from './scoreBars';

export type Beam = 'begin' | 'continue' | 'end' | 'forward hook' | 'backward hook';

const LEVELS: Partial<Record<NoteType, number>> = { eighth: 1, '16th': 2, '32nd': 3, '64th': 4 };

/** For each event its beams, the one next to the note heads last; empty for none. */
export function beamsOf(events: readonly ScoreEvent[], bar: ScoreBar): Beam[][] {
  const beams: Beam[][] = events.map(() => []);
  const size = beamTicks(bar);
  const groupOf = ({ tick }: ScoreEvent): number => Math.floor((tick - bar.tick) / size);
  for (let from = 0; from < events.length; ) {
    let to = from + 1;
    while (
      to < events.length &&
      levelsOf(events[to]) > 0 &&
      groupOf(events[to]) === groupOf(events[from])
    ) {
      to++;
    }
    if (levelsOf(events[from]) > 0 && to - from > 1) {
      const levels = events.slice(from, to).map(levelsOf);
      joined(levels).forEach((own, i) => {
        beams[from + i] = own;
      });
    }
    from = to;
  }
  return beams;
}

/** Beams that the value takes; 0 for rests and for notes from quarters up. */
function levelsOf({ value, notes }: ScoreEvent): number {
  return notes.length > 0 && value ? (LEVELS[value.type] ?? 0) : 0;
}

function joined(levels: readonly number[]): Beam[][] {
  return levels.map((own, i) =>
    Array.from({ length: own }, (_, level): Beam => {
      const before = i > 0 && levels[i - 1] > level;
      const after = i + 1 < levels.length && levels[i + 1] > level;
      if (before && after) return 'continue';
      if (after) return 'begin';
      if (before) return 'end';
      return i > 0 ? 'backward hook' : 'forward hook';
    }),
  );
}
