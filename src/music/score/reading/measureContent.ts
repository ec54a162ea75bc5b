/** What one part plays in a measure, in ticks of the song since its bar line. */
import type { ContentNote } from './contentNote';

export interface MeasureContent {
  /** Ticks up to the last position that the part reaches. */
  ticks: number;
  notes: ContentNote[];
  /** Quarter notes a minute. */
  tempos: { at: number; perMinute: number }[];
  pedal: { at: number; down: boolean }[];
  /** `staff` is absent for the whole part. */
  dynamics: { at: number; staff: number | undefined; velocity: number }[];
  time: { numerator: number; denominator: number } | undefined;
  key: { fifths: number; mode: 'major' | 'minor' } | undefined;
}
