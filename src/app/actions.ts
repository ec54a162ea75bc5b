/** Everything a person can do, by name. Panels call these and nothing else. */

import type { ComposeSettings } from '../model/composing/contract';
import type { PresetId, TrainingSettings } from '../model/preset';
import type { EngineChoice, PromptChoice, Shown } from './state';

export interface Actions {
  /** Reads dropped or chosen files in the worker; every one ends in `pieces` or `rejected`. */
  addFiles(files: readonly File[]): Promise<void>;
  cancelImport(): void;
  loadSampleLibrary(): Promise<void>;
  removePiece(id: string): void;
  removeAllPieces(): void;
  setIncluded(id: string, included: boolean): void;
  setAllIncluded(included: boolean): void;
  clearRejected(): void;

  choosePreset(id: PresetId): void;
  changeSettings(change: Partial<TrainingSettings>): void;
  /** Trains on another engine from the next run on. */
  chooseEngine(choice: EngineChoice): void;
  train(): Promise<void>;
  pauseTraining(): void;
  resumeTraining(): void;
  stopTraining(): void;
  /** Goes on with the run that `resumable` tells of; a finished one is there to compose with. */
  resumeLastRun(): Promise<void>;
  discardLastRun(): Promise<void>;
  /** Saves the model there is to compose with as an `.etude` file. */
  saveModel(): Promise<void>;

  changeComposeSettings(change: Partial<ComposeSettings>): void;
  choosePrompt(prompt: PromptChoice): void;
  generate(): Promise<void>;
  cancelGenerate(): void;
  removeTake(id: string): void;

  show(shown: Shown): void;
  /** Plays what is shown, from where the transport stands. Call it from a click. */
  play(): Promise<void>;
  pause(): void;
  stopPlayback(): void;
  /** @param tick in ticks of what is shown */
  seek(tick: number): void;
  setLoop(loop: boolean): void;
  setSpeed(speed: number): void;
  setVolume(volume: number): void;
  /** Saves what is shown as a `.mid` file. */
  downloadMidi(): void;

  dismissNotice(id: number): void;
}
