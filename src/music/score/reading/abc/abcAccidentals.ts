/**
 * Sounding pitches in one voice: the key holds everywhere, a written sign for its letter in all
 * octaves to the end of the measure, and over ties (ABC 2.1, section 11.3, "propagate-accidentals").
 */
import type { AbcPitch } from 'abcjs/src/parse/abc_parse.js';
import { type Alters, SIGNS } from './abcKey';

const MIDDLE_C = 60;
const SEMITONES = [0, 2, 4, 5, 7, 9, 11];

export class AbcAccidentals {
  #key: Alters = new Map();
  readonly #inMeasure = new Map<number, number>();
  /** Signs of tied notes, by their place on the staff. */
  #tied = new Map<number, number>();

  setKey(key: Alters): void {
    this.#key = key;
  }

  endMeasure(): void {
    this.#inMeasure.clear();
  }

  /** MIDI note numbers of a note or chord. */
  sound(pitches: readonly AbcPitch[]): number[] {
    const tied = new Map<number, number>();
    const sounding = pitches.map((each) => {
      const step = ((each.pitch % 7) + 7) % 7;
      if (each.accidental) this.#inMeasure.set(step, SIGNS[each.accidental]);
      const held = each.accidental ? undefined : this.#tied.get(each.pitch);
      const sign = held ?? this.#inMeasure.get(step) ?? this.#key.get(step) ?? 0;
      if (each.startTie) tied.set(each.pitch, sign);
      return MIDDLE_C + 12 * Math.floor(each.pitch / 7) + SEMITONES[step] + Math.round(sign);
    });
    this.#tied = tied;
    return sounding;
  }
}
