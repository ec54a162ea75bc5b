/** Everything the panels show, as plain data. Only actions and reactions change it. */
import type { EngineReport } from '../engine/engineReport';
import type { ModelSummary } from '../model/modelSummary';
import type { PresetId, TrainingSettings } from '../model/preset';
import type { DataStatistics } from '../training/statistics';
import type { ComposeState, MarkedBars, Recomposing } from './compose/composeState';
import type { Take } from './compose/take';
import type { EngineChoice } from './engine/engineState';
import type { ImportState, Piece, RejectedFile } from './library/libraryState';
import type { KeysState, MidiState } from './live/liveState';
import type { ModelEntry } from './models/modelState';
import type { Shown, SoundFileState, TransportState } from './playback/playbackState';
import type { Notice, Undoable } from './shared/noticeState';
import type { StartState } from './start/startState';
import type { LearnState, ResumableRun, StartId, TrainingState } from './training/runState';

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
  /** Whether the stage shows it as a score, not as a roll. */
  asScore: boolean;
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
