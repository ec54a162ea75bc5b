/** The contract between the piano roll and the panel that shows it. */
import type { ReactNode } from 'react';
import type { RollForm } from './rollForm';
import type { RollMusic } from './rollScene';

/** Playback as the roll follows and moves it. */
export interface RollPlayback {
  /** Position of the playhead in ticks; read at every frame while `playing`. */
  playheadTick(): number;
  playing: boolean;
  /** @param tick not rounded */
  onSeek(tick: number): void;
  /** Whether pages turn with the playhead. Default: true. */
  followPlayhead?: boolean;
}

export interface PianoRollProps extends RollMusic, RollPlayback {
  /** The roll's accessible name. */
  label: string;
  /** Shown as letters over the roll. A new object means another form. */
  form?: RollForm;
  /** Shown in place of notes where there are none. */
  children?: ReactNode;
}
