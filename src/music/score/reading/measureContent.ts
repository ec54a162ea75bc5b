/** What one part plays in a measure, in ticks of the song since its bar line. */
import type { ContentNote } from './contentNote';

/** Something that holds for a staff, or without one for the whole part. */
export type Directed<T> = T & { at: number; staff: number | undefined };

export interface MeasureContent {
  /** Ticks up to the last position that the part reaches. */
  ticks: number;
  notes: ContentNote[];
  /** Quarter notes a minute. */
  tempos: { at: number; perMinute: number }[];
  pedal: { at: number; down: boolean }[];
  dynamics: Directed<{ velocity: number }>[];
  /** Beginnings and ends of hairpins. */
  wedges: Directed<{ type: 'crescendo' | 'diminuendo' | 'stop' }>[];
  /** Marks of the notes that begin with them, such as sfz. */
  accents: Directed<{ mark: string }>[];
  time: { numerator: number; denominator: number } | undefined;
  key: { fifths: number; mode: 'major' | 'minor' } | undefined;
}

export function emptyContent(): MeasureContent {
  return {
    ticks: 0,
    notes: [],
    tempos: [],
    pedal: [],
    dynamics: [],
    wedges: [],
    accents: [],
    time: undefined,
    key: undefined,
  };
}
