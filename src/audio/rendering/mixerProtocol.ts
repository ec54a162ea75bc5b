/** Messages between the page and the worker that mixes the notes of a sound file. */
import type { Mix, RecordedChannels, Voice } from './mixVoices';

export type MixerRequest =
  /** What all stretches are mixed from. */
  | {
      kind: 'open';
      voices: readonly Voice[];
      recordings: readonly RecordedChannels[];
      sampleRate: number;
    }
  /** @param start frame of the file */
  | { kind: 'mix'; start: number; frames: number };

/** Each request has one answer, in the same order; that of `open` is silence. */
export type MixerAnswer = Mix;
