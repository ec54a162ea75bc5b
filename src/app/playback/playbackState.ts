/** What is shown and played, and the sound file that is being made. */
import type { SoundFormat } from '../../audio/soundFile/encoder';

/** What the roll shows and the transport plays. */
export type Shown =
  | { kind: 'piece'; id: string }
  | { kind: 'take'; id: string }
  | { kind: 'nothing' };

export interface TransportState {
  playing: boolean;
  loop: boolean;
  /** 0.25..2: share of the written tempo. */
  speed: number;
  /** 0..1. */
  volume: number;
  /** Whether the sampled piano has loaded; a synth plays until then. */
  samples: 'not loaded' | 'loading' | 'loaded' | 'failed';
}

/** A sound file that is being made. */
export interface SoundFileState {
  format: SoundFormat;
  /** Share that is done, 0..1. */
  progress: number;
}
