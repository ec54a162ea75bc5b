/** The run as the panels follow it, what it starts from, and how it ended. */
import type { PresetId } from '../../model/preset';
import type { Checkpoint, EpochRecord } from '../../training/checkpoint';
import type { Pace, StepRecord } from '../../training/stepRecord';
import type { Piece } from '../library/libraryState';

/** The run as the panels follow it. */
export type TrainingPhase =
  | 'idle'
  /** Engine being chosen, shaders compiling. */
  | 'preparing'
  | 'running'
  | 'paused'
  /** Stop requested: the current step is finished first. */
  | 'stopping'
  /** Ended: all epochs done or stopped and kept. */
  | 'finished'
  | 'failed';

export interface TrainingProgress extends StepRecord, Pace {
  /** Epochs of the whole run. */
  epochs: number;
}

export interface TrainingState {
  phase: TrainingPhase;
  /** Sentence for the panel while the engine is prepared. */
  preparing: string;
  progress?: TrainingProgress;
  epochs: EpochRecord[];
  /** The run that curve, log and snippets belong to. Default: none yet. */
  run?: ShownRun;
  /** How that run ended. Absent during it, and for an opened model. */
  outcome?: RunOutcome;
  /** Model at hand, used for composing; a new run replaces it once its own is better. */
  checkpoint?: Checkpoint;
  /** Id of the model at hand: its row in `models`, or the run under way. */
  model?: string;
  /** Why the last run failed, in plain words. */
  error?: string;
}

export interface ShownRun {
  /** Also that of its model. */
  id: string;
  preset: PresetId;
  /** Included pieces at its start. Default: unknown, for an opened model. */
  pieces?: readonly Piece[];
  /** Loss of guessing by note frequency, nats per note. Default: not known yet. */
  frequencyLoss?: number;
}

/** How the roll goes with a run. */
export interface LearnState {
  /** Whether each new snippet of the run under way is shown. */
  following: boolean;
  /** Whether it is played as well. */
  listening: boolean;
}

export interface RunOutcome {
  /** Epochs finished, and epochs requested. */
  epochs: number;
  asked: number;
  /** Whether the person stopped it. */
  stopped: boolean;
  /** Epoch of the lowest validation loss; 0 for the start's. Default: nothing was held out. */
  best?: number;
  /** Title of an earlier model that stays at hand. Default: the run's own model is at hand. */
  stays?: string;
}

/** What a run starts from. */
export type StartId = 'etude' | 'at hand' | 'nothing';

/** An interrupted run as storage has it, offered when the page opens. */
export interface ResumableRun {
  preset: PresetId;
  /** Epochs finished, and epochs requested. */
  epoch: number;
  epochs: number;
  /** Milliseconds since 1970. */
  when: number;
}
