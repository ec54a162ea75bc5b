/** Encoders of sound files: samples in, a file out. */

export type SoundFormat = 'wav' | 'mp3';

export const MEDIA_TYPES = { wav: 'audio/wav', mp3: 'audio/mpeg' } satisfies Record<
  SoundFormat,
  string
>;

/** Remark in the tags of every file. */
export const MADE_WITH = 'made with Etude';

export interface SoundFileSettings {
  /** Goes into the tags. */
  title: string;
  /** Hertz. */
  sampleRate: number;
}

export interface SoundFileEncoder {
  /** Appends stereo samples, nominally -1..1; both channels have the same length. */
  add(left: Float32Array, right: Float32Array): void;
  /** @throws Error with a plain sentence where the format cannot hold this much */
  finish(): Blob;
}
