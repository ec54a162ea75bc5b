/** The contract between the piano roll and the panel that shows it. */
import type { ReactNode } from 'react';
import type { BarRange } from '../../model/composing/contract';
import type { LiveKeys } from './liveKeys';
import type { RollForm } from './rollForm';
import type { RollLink } from './rollLink';
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

/** Marking of whole bars. */
export interface BarMarking {
  /** The marked bars. Default: none. */
  bars?: BarRange;
  /** Called with undefined to clear the mark. Default: bars cannot be marked. */
  onMarkBars?(bars: BarRange | undefined): void;
}

export interface PianoRollProps extends RollMusic, RollPlayback, BarMarking, LiveKeys {
  /** The roll's accessible name. */
  label: string;
  /** Shown as letters over the roll. A new object means another form. */
  form?: RollForm;
  /** One of several in little room: without letters, legend and overview. Default: false. */
  compact?: boolean;
  /** Rolls that show the same part of the time. Default: none. */
  link?: RollLink;
  /** Shown in place of notes where there are none. */
  children?: ReactNode;
}
