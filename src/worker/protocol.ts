/**
 * The contract with the worker: one row per job. Every message type derives from `Jobs`, so a
 * new job is one row here and one handler.
 */
import type { BackendFacts, BackendName, EngineMeasurement } from '../engine/engineReport';
import type { HelperStart } from '../engine/wasm/control';
import type {
  BarRange,
  ComposedTake,
  ComposeProgress,
  ComposeSettings,
  ComposingModel,
  CopyReport,
  PromptInput,
  PublishedRuns,
  RecomposedTake,
  TakeFormReport,
  TrainingPiece,
} from '../model/composing/contract';
import type { ModelSummary } from '../model/modelSummary';
import type { PresetId, TrainingSettings } from '../model/preset';
import type { TakeQuality } from '../music/form/takeQuality';
import type { PackedSong } from '../music/packedSong';
import type { TimeSignature } from '../music/song';
import type { Language } from '../texts/language';
import type { Checkpoint, EpochRecord } from '../training/checkpoint';
import type { SavedModel } from '../training/modelFile/read';
import type { KnownPieces } from '../training/split';
import type { TrainStart } from '../training/start';
import type { DataStatistics } from '../training/statistics';
import type { Pace, StepRecord } from '../training/stepRecord';
import type { Fault } from '../training/trainingErrors';
import type { Portion } from './portions';

export type ImportProgress =
  | { kind: 'progress'; done: number; total: number; current: string }
  /** `title` as `titleOf` tells it, `identity` as `musicIdentity` does. */
  | {
      kind: 'song';
      fileName: string;
      title: string;
      song: PackedSong;
      identity: string;
      repairs: string[];
    }
  | { kind: 'rejected'; fileName: string; reason: string }
  /** The file is a saved model. */
  | { kind: 'model'; fileName: string; model: SavedModel };

export interface TrainInput {
  preset: PresetId;
  settings: TrainingSettings;
  pieces: TrainingPiece[];
  backend: BackendName;
  /** Thread limit. Default: all cores. */
  threads?: number;
  /** The page has not measured this engine: it must pass the trial before it trains. */
  untried?: boolean;
  /** The checkpoint to resume from. Default: none, a new run. */
  from?: Checkpoint;
  /** What a new run starts from. Default: nothing. */
  start?: TrainStart;
}

export interface SurveyInput extends Pick<TrainInput, 'preset' | 'settings' | 'pieces'> {
  /** What the start of the run has heard, which decides what is held out. Default: nothing. */
  known?: KnownPieces;
}

export interface KitInput {
  checkpoint: Checkpoint;
  pieces: TrainingPiece[];
  /** Titles of pieces by id. */
  titles: ReadonlyMap<string, string>;
  /** Version of the app. */
  version: string;
}

export type TrainProgress =
  | { kind: 'preparing'; what: string }
  | { kind: 'ready'; engine: BackendFacts; summary: ModelSummary; statistics: DataStatistics }
  | ({ kind: 'step' } & StepRecord & Pace)
  | { kind: 'epoch'; record: EpochRecord }
  | { kind: 'checkpoint'; checkpoint: Checkpoint };

export interface TrainOutput {
  checkpoint: Checkpoint;
  /** Whether the person stopped it before the last epoch. */
  stopped: boolean;
}

export interface ComposeInput {
  model: ComposingModel;
  settings: ComposeSettings;
  timeSignature: TimeSignature;
  /** Opening of the takes. Default: none. */
  prompt?: PromptInput;
  /** Pieces in which the takes are searched for copies. */
  pieces: TrainingPiece[];
  /** Ids of those whose plans the takes follow. Default: the plans that the model holds. */
  planned?: string[];
  /** What the model's root was taught on. Default: no root, or not to be had. */
  published?: PublishedRuns;
}

/** What is found out about a finished take. */
export interface TakeReports {
  copying?: CopyReport;
  form?: TakeFormReport;
  quality?: TakeQuality;
}

export interface ComposeOutput {
  /** Ticks per quarter note of the notes. */
  ppq: number;
  takes: (ComposedTake & TakeReports)[];
}

export interface RecomposeInput {
  model: ComposingModel;
  /** `takes` counts the candidates, `seed` belongs to the first one, `length` is not read. */
  settings: ComposeSettings;
  take: RecomposedTake;
  /** The bars to compose again. */
  passage: BarRange;
  /** Pieces in which the take is searched for copies. */
  pieces: TrainingPiece[];
  /** As in `ComposeInput`. */
  published?: PublishedRuns;
}

export interface RecomposeOutput extends Omit<RecomposedTake, 'timeSignature'>, TakeReports {}

export interface Jobs {
  /** Bytes to songs, or the reason why not. */
  import: {
    input: { files: File[] };
    progress: ImportProgress;
    output: { pieces: number; rejected: number };
  };
  /** Splits, encodes and counts the pieces as training would. */
  survey: {
    input: SurveyInput;
    progress: never;
    output: DataStatistics;
  };
  /** Packs a model with its data, to be trained elsewhere: the bytes of a zip. */
  kit: { input: KitInput; progress: never; output: Uint8Array<ArrayBuffer> };
  /** Starts a backend and times a training step of the Classic preset on it. */
  probe: { input: { backend: BackendName }; progress: never; output: EngineMeasurement };
  train: { input: TrainInput; progress: TrainProgress; output: TrainOutput };
  compose: {
    input: ComposeInput;
    progress: ComposeProgress;
    output: ComposeOutput;
  };
  /** Composes bars of a take again; `share` is 0..1. */
  recompose: { input: RecomposeInput; progress: { share: number }; output: RecomposeOutput };
}

export type JobName = keyof Jobs;

export interface StartMessage<J extends JobName> {
  kind: 'start';
  id: number;
  job: J;
  input: Jobs[J]['input'];
}

/** What the main thread sends. */
export type Request =
  | { [J in JobName]: StartMessage<J> }[JobName]
  /** Pieces of the input of a job that is about to start. */
  | { kind: 'ahead'; id: number; pieces: Portion }
  /** Stop after the current step and return the result so far. */
  | { kind: 'abort'; id: number }
  /** Pause a job between two steps, or resume it. */
  | { kind: 'pause'; id: number; paused: boolean }
  /** Save after the current step: the page may be about to end. */
  | { kind: 'save'; id: number }
  /** The language of the sentences that the worker writes from now on. */
  | { kind: 'language'; language: Language }
  /** Hold this lock for life, so that the page detects the death of the worker. */
  | { kind: 'hold lock'; lock: string }
  /** A helper thread waits for work. */
  | { kind: 'helper ready'; helper: number }
  /** A helper thread did not start, or has ended. */
  | { kind: 'helper failed'; helper: number; reason: string };

/** What the worker answers to a job `J`. */
export type Reply<J extends JobName> =
  | { kind: 'progress'; id: number; progress: Jobs[J]['progress'] }
  | { kind: 'done'; id: number; output: Jobs[J]['output'] }
  | { kind: 'failed'; id: number; reason: string; fault?: Fault }
  | { kind: 'lock held'; lock: string }
  /** Make a helper thread. */
  | { kind: 'start helper'; helper: number; start: HelperStart }
  | { kind: 'end helper'; helper: number };

export interface JobContext {
  /** Aborted on a stop: finish the current step and return the result so far. */
  signal: AbortSignal;
  /** Whether a save was asked for since the last call. Default: never. */
  takeSaveRequest?: () => boolean;
}

/** `yield` is progress, `return` is the output. */
export type Handler<J extends JobName> = (
  input: Jobs[J]['input'],
  context: JobContext,
) => AsyncGenerator<Jobs[J]['progress'], Jobs[J]['output'], void>;

export type Handlers = { [J in JobName]: Handler<J> };
