/** Everything the panels show, as plain data. Only actions and reactions change it. */
import type { SoundFormat } from '../audio/soundFile/encoder';
import type { BackendName, EngineReport } from '../engine/engineReport';
import type {
  BarRange,
  ComposeSettings,
  CopyReport,
  TakeFormReport,
} from '../model/composing/contract';
import type { ModelSummary } from '../model/modelSummary';
import type { PresetId, TrainingSettings } from '../model/preset';
import type { NoteOdds } from '../model/take';
import type { TakeQuality } from '../music/form/takeQuality';
import type { PackedSong } from '../music/packedSong';
import type { Note, TempoChange, TimeSignature } from '../music/song';
import type { Checkpoint, EpochRecord } from '../training/checkpoint';
import type { StartCard } from '../training/modelFile/startCard';
import type { DataStatistics } from '../training/statistics';
import type { Pace, StepRecord } from '../training/stepRecord';
import type { KeysState, MidiState } from './live/liveState';

export interface Piece {
  id: string;
  /** From the file, or the file's name without its ending. */
  title: string;
  fileName: string;
  /** Notes that are not percussion. */
  notes: number;
  /** Those that can be learnt: on the 88 keys. Absent in pieces of earlier versions. */
  learnable?: number;
  bars: number;
  seconds: number;
  /** Quarter notes a minute: the median by time. */
  tempo: number;
  /** Whether training uses it. */
  included: boolean;
  /** The reader's repairs and warnings, in plain words. */
  repairs: string[];
  /** Indices of the tracks that are learnt. Default: all. */
  learnFrom?: readonly number[];
  /** Played by the person: as an opening it counts as a whole. Absent for files. */
  played?: true;
  song: PackedSong;
}

export interface RejectedFile {
  id: string;
  fileName: string;
  reason: string;
}

export interface ImportState {
  done: number;
  total: number;
  /** Name of the file being read. */
  current: string;
}

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

/** Etude's own model, as far as this copy of Etude has it. */
export interface StartState {
  card: StartCard;
  /** Share of the model that has arrived, 0..1. Absent while it is not being fetched. */
  loading?: number;
  /** Absent until it is first needed. */
  checkpoint?: Checkpoint;
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

/** A kept model: a row of the list "Models". */
export interface ModelEntry {
  id: string;
  title: string;
  preset: PresetId;
  /** Epochs finished, and epochs requested. */
  epoch: number;
  epochs: number;
  /** Lowest, nats per note. Default: nothing was held out. */
  validationLoss?: number;
  /** Those it was trained and validated on. */
  pieces: { id: string; title: string }[];
  /** Milliseconds since 1970. */
  when: number;
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

/** A composed piece. */
export interface Take {
  id: string;
  /** Counts the takes of a visit, from 1. */
  number: number;
  /** "Take 3". */
  title: string;
  notes: Note[];
  odds: NoteOdds[];
  ppq: number;
  tempos: TempoChange[];
  timeSignatures: TimeSignature[];
  /** Notes at the start that were taken from the opening piece. */
  promptNotes: number;
  promptTitle?: string;
  /** Source of the opening. Absent without one, and in takes of earlier versions. */
  promptSource?: PromptSource;
  settings: ComposeSettings;
  preset: PresetId;
  /** Epochs the model had been trained for. */
  epoch: number;
  /** Steps of the run behind a model whose first epoch had not ended. Absent later on. */
  steps?: number;
  /** What was retried, in plain words. */
  remarks: string[];
  /** Still growing. */
  composing: boolean;
  /** Passages shared with training pieces. Absent until finished, and without pieces. */
  copying?: CopyReport;
  /** Absent until finished, for presets without form, and in takes of earlier versions. */
  form?: TakeFormReport;
  /** Rank within the batch. Absent until finished, and in takes of earlier versions. */
  quality?: TakeQuality;
  /** Shared by takes composed together. Absent in takes of earlier versions. */
  batch?: string;
  /** Milliseconds since 1970. Absent in takes of earlier versions. */
  made?: number;
  starred?: boolean;
}

/** Source and length of an opening; with settings and seed it determines the take. */
export type PromptSource =
  /** The first `length` notes or bars of a piece, in the preset's unit. */
  | { kind: 'piece'; id: string; length: number }
  /** A take up to a tick. */
  | { kind: 'take'; id: string; tick: number };

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

/** A button beside a notice: "Undo" puts back what was removed. */
export interface NoticeAction {
  label: string;
  run(): void;
}

/** `auto` takes the fastest that was measured here. */
export type EngineChoice = 'auto' | BackendName;

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

/** Something that was removed or replaced and can be brought back. */
export interface Undoable {
  id: number;
  run(): void;
}

/** A short message to the person. */
export interface Notice {
  id: number;
  text: string;
  action?: NoticeAction;
  /** Stays until it is answered or dismissed. */
  stays?: true;
}

export interface AppState {
  pieces: Piece[];
  /** Words by which the list of pieces is filtered; empty for all. */
  sought: string;
  rejected: RejectedFile[];
  importing?: ImportState;
  preset: PresetId;
  settings: TrainingSettings;
  startFrom: StartId;
  /** The layers of the preset's network; during a run as its live model tells them. */
  summary?: ModelSummary;
  /** What training would see of the included pieces. */
  statistics?: DataStatistics;
  /** Engine chosen by the person. */
  engineChoice: EngineChoice;
  /** What trains; absent while it is being measured, and where it cannot be used. */
  engine?: EngineReport;
  /** Why there is no engine, in plain sentences. */
  engineFault?: string;
  training: TrainingState;
  /** Absent where this copy of Etude comes without a model, and before it is found. */
  start?: StartState;
  /** Kept models, oldest first. */
  models: ModelEntry[];
  /** Absent where there is none, or once it was answered. */
  resumable?: ResumableRun;
  compose: ComposeState;
  takes: Take[];
  /** Short takes made while the run learns, oldest first; `number` and `epoch` say when. */
  snippets: Take[];
  learn: LearnState;
  /** The take from the address, which is not stored. Absent without one. */
  linked?: Take;
  shown: Shown;
  /** Id of a piece that the roll alone shows while it is pointed at. Absent for none. */
  peeked?: string;
  /** Ids of two takes to be shown one above the other, while one of them is shown. */
  compared?: readonly [upper: string, lower: string];
  /** Absent for none; they count only while their take is shown. */
  markedBars?: MarkedBars;
  /** Absent while nothing is composed again. */
  recomposing?: Recomposing;
  transport: TransportState;
  /** What the person plays now. */
  keys: KeysState;
  midi: MidiState;
  /** Absent while no sound file is made. */
  soundFile?: SoundFileState;
  /** Whether the browser may delete what is stored after a while. Absent before that is known. */
  storageExpires?: boolean;
  notices: Notice[];
  /** Oldest first. */
  undoable: Undoable[];
}
