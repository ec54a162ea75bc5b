/** Which recording of the piano a note is played with. */
import type { PianoSamples } from '../pianoSamples';

export interface Recording {
  /** MIDI note number of the recorded key. */
  pitch: number;
  buffer: AudioBuffer;
}

const SEMITONES: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** MIDI note number of a name such as "D#4". */
export function pitchOfName(name: string): number {
  const octave = Number(name.replace(/^[A-G]#?/, ''));
  return 12 * (octave + 1) + SEMITONES[name[0]] + (name.includes('#') ? 1 : 0);
}

export function recordingsOf(samples: PianoSamples): Recording[] {
  return Object.entries(samples).map(([name, buffer]) => ({ pitch: pitchOfName(name), buffer }));
}

/** The nearest recorded key; of two as near the higher one, as in Tone's sampler. */
export function nearestRecording<T extends { pitch: number }>(
  recordings: readonly T[],
  pitch: number,
): T {
  return recordings.reduce((best, each) => {
    const nearer = Math.abs(each.pitch - pitch) - Math.abs(best.pitch - pitch);
    return nearer < 0 || (nearer === 0 && each.pitch > best.pitch) ? each : best;
  });
}
