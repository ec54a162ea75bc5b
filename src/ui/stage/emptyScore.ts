/** The score of an empty stage: common time at 120 quarter notes a minute. */
import type { ShownScore } from '../../app/playback/shownScore';
import { DEFAULT_MICROSECONDS_PER_QUARTER } from '../../music/song';

type Music = Pick<
  ShownScore,
  'title' | 'notes' | 'ringing' | 'leftOut' | 'ppq' | 'tempos' | 'timeSignatures' | 'keys' | 'take'
>;

export interface StageScore extends Music {
  /** Absent for an empty stage and while playing in. */
  song?: ShownScore['song'];
  /** Absent for an empty stage. */
  id?: string;
}

export const emptyScore: StageScore = {
  title: '',
  notes: [],
  ppq: 480,
  tempos: [{ tick: 0, microsecondsPerQuarter: DEFAULT_MICROSECONDS_PER_QUARTER }],
  timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
  keys: [],
};
