/** Everything the panels show, as plain data. Only actions and reactions change it. */
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
import type { DataStatistics } from '../training/statistics';
import type { Pace, StepRecord } from '../training/stepRecord';

export interface Piece {
  id: string;
  /** From the file, or the file's name without its ending. */
  title: string;
  fileName: string;
  /** Notes that are not percussion. */
  notes: number;
  bars: number;
  seconds: number;
  /** Quarter notes a minute at the start. */
  tempo: number;
  /** Whether training uses it. */
  included: boolean;
  /** The reader's repairs and warnings, in plain words. */
  repairs: string[];
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
  /** Newest model, used for composing. */
  checkpoint?: Checkpoint;
  /** Why the last run failed, in plain words. */
  error?: string;
}

/** The last run as storage has it, offered when the page opens. */
export interface ResumableRun {
  preset: PresetId;
  /** Epochs finished, and epochs requested. */
  epoch: number;
  epochs: number;
  /** All epochs are trained: it comes back as a model for composing. */
  finished: boolean;
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

export interface ComposeState {
  running: boolean;
  /** Share of what is being composed that is done, 0..1. */
  progress: number;
  error?: string;
  settings: ComposeSettings;
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
  rejected: RejectedFile[];
  importing?: ImportState;
  preset: PresetId;
  settings: TrainingSettings;
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
  /** Absent where there is none, or once it was answered. */
  resumable?: ResumableRun;
  compose: ComposeState;
  takes: Take[];
  /** Short takes made while the run learns, oldest first; `number` and `epoch` say when. */
  snippets: Take[];
  shown: Shown;
  /** Ids of two takes to be shown one above the other, while one of them is shown. */
  compared?: readonly [upper: string, lower: string];
  /** Absent for none; they count only while their take is shown. */
  markedBars?: MarkedBars;
  /** Absent while nothing is composed again. */
  recomposing?: Recomposing;
  transport: TransportState;
  notices: Notice[];
}
