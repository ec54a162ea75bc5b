/** What is being composed, what takes begin with, and the bars that are marked. */
import type { BarRange, ComposeSettings } from '../../model/composing/contract';

export interface ComposeState {
  running: boolean;
  /** Share of what is being composed that is done, 0..1. */
  progress: number;
  error?: string;
  settings: ComposeSettings;
  /** Whether the seed stays the same after takes are composed. */
  seedLocked: boolean;
  /** What opens the takes of Generate. */
  prompt: OpeningChoice;
}

export type OpeningChoice =
  | { kind: 'nothing' }
  /** The first bars or notes of a piece. */
  | { kind: 'piece'; id: string };

/** What takes begin with. */
export type PromptChoice =
  | OpeningChoice
  /** A take up to a tick, to be continued. */
  | { kind: 'take'; id: string; tick: number };

/** Bars of a take that the person has marked. */
export interface MarkedBars extends BarRange {
  /** Id of the take. */
  take: string;
}

/** Bars of a take that are being composed again. */
export interface Recomposing {
  /** Id of the take. */
  take: string;
  /** Share that is done, 0..1. */
  progress: number;
}
