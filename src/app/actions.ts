/** Everything a person can do, by name. Panels call these and nothing else. */

import type { SoundFormat } from '../audio/soundFile/encoder';
import type { ComposeSettings } from '../model/composing/contract';
import type { PresetId, TrainingSettings } from '../model/preset';
import type { Language } from '../texts/language';
import type { MarkedBars, OpeningChoice } from './compose/composeState';
import type { EngineChoice } from './engine/engineState';
import type { RecorderSettings } from './live/liveState';
import type { Shown } from './playback/playbackState';
import type { StartId } from './training/runState';

export interface Actions {
  /**
   * Reads dropped or chosen files in the worker; every one ends in `pieces` or `rejected`, or is in
   * the library already, which a notice says.
   * @param unreadable paths of what the browser may not read. Default: none
   */
  addFiles(files: readonly File[], unreadable?: readonly string[]): Promise<void>;
  cancelImport(): void;
  loadSampleLibrary(): Promise<void>;
  removePiece(id: string): void;
  /** Filters the list of pieces by these words. */
  seekPieces(words: string): void;
  removePieces(ids: readonly string[]): void;
  setIncluded(ids: readonly string[], included: boolean): void;
  /** @param tracks indices of the piece's tracks. Default: all */
  learnFrom(id: string, tracks?: readonly number[]): void;
  clearRejected(): void;

  choosePreset(id: PresetId): void;
  changeSettings(change: Partial<TrainingSettings>): void;
  /** Trains on another engine from the next run on. */
  chooseEngine(choice: EngineChoice): void;
  chooseStart(start: StartId): void;
  /** Trains from the chosen start. */
  train(): Promise<void>;
  /** Trains the model at hand further. */
  trainOn(): Promise<void>;
  /** Trains anew: from nothing, or from the chosen start where that is no model of the person's. */
  startOver(): Promise<void>;
  pauseTraining(): void;
  resumeTraining(): void;
  stopTraining(): void;
  /** Shows the newest snippet of the run, and each new one from now on. */
  followRun(): void;
  /** Plays them as well, each when the one before has ended. Call it from a click. */
  listenAsItLearns(on: boolean): void;
  /** Resumes the run that `resumable` describes. */
  resumeLastRun(): Promise<void>;
  discardLastRun(): Promise<void>;
  /** Saves a model as an `.etude` file. @param id Default: the model at hand. */
  saveModel(id?: string): Promise<void>;
  /** Writes the model for Keras; the same default. */
  saveKeras(id?: string): Promise<void>;
  /** Writes the model at hand, the pieces and a program that trains it on a bigger machine. */
  saveKit(): Promise<void>;
  /** Makes a kept model the one at hand. */
  openModel(id: string): Promise<void>;
  renameModel(id: string, title: string): void;
  removeModel(id: string): Promise<void>;

  changeComposeSettings(change: Partial<ComposeSettings>): void;
  /** @param locked whether the seed stays the same after takes are composed */
  lockSeed(locked: boolean): void;
  choosePrompt(prompt: OpeningChoice): void;
  generate(): Promise<void>;
  /** Composes and plays the first take as soon as it begins. Call it inside a click. */
  hear(): Promise<void>;
  cancelGenerate(): void;
  /** Composes takes that begin with this one up to a tick of it. */
  continueTake(id: string, tick: number): Promise<void>;
  /** Composes takes under the plan, key and settings of this one, with the next seeds. */
  composeLike(id: string): Promise<void>;
  removeTake(id: string): void;
  /** @param title a blank one restores the numbered title */
  renameTake(id: string, title: string): void;
  starTake(id: string, starred: boolean): void;
  /** Shows a take under the shown one; undefined ends the comparison. */
  compareTake(id: string | undefined): void;
  /** Saves a take as a `.mid` file. */
  downloadTake(id: string): Promise<void>;
  /** Saves a take as a MusicXML score. */
  downloadTakeScore(id: string): Promise<void>;
  /** Saves the starred takes as one zip archive, or all where none is starred. */
  downloadTakes(): Promise<void>;
  /** Marks bars of a take; undefined for none. */
  markBars(marked: MarkedBars | undefined): void;
  /** Composes bars of a finished take again, in its place; a notice offers to undo it. */
  composeAgain(bars: MarkedBars): Promise<void>;
  cancelAgain(): void;

  show(shown: Shown): void;
  /** Whether the stage shows a score in place of the roll. */
  showAsScore(asScore: boolean): void;
  /** Shows a piece in the roll without choosing it, unless something is at work; undefined ends it. */
  peek(id: string | undefined): void;
  /** Plays the shown score from the playhead. Call it from a click. */
  play(): Promise<void>;
  pause(): void;
  stopPlayback(): void;
  /** @param tick in ticks of the shown score */
  seek(tick: number): void;
  setLoop(loop: boolean): void;
  setSpeed(speed: number): void;
  setVolume(volume: number): void;
  /** Saves the shown score as a `.mid` file. */
  downloadMidi(): void;
  /** The shown score as MusicXML. */
  downloadScore(): void;
  /** Renders the shown score and saves it as a sound file; `soundFile` shows the progress. */
  downloadAudio(format: SoundFormat): Promise<void>;
  cancelAudio(): void;
  /** Copies a link that contains the shown take. */
  copyTakeLink(): Promise<void>;
  /** Hands such a link to the share sheet of the system. */
  shareTakeLink(): Promise<void>;
  /** Chooses preset and settings of the linked take, and loads samples where there are no pieces. */
  makeYourOwn(): Promise<void>;
  closeLinked(): void;

  /** Opens the recorder of "Play the opening". Call it from a click, as those below. */
  openRecorder(): Promise<void>;
  /** Keeps what is being recorded, and closes the recorder. */
  closeRecorder(): Promise<void>;
  changeRecorder(change: Partial<RecorderSettings>): void;
  /** Counts a bar in, then records. */
  record(): Promise<void>;
  /** Ends the recording and keeps it as a piece; a notice offers to undo it. */
  stopRecording(): void;
  /** Whether the computer's keyboard and MIDI devices play along with what is shown. */
  playAlong(on: boolean): Promise<void>;
  /** Asks the browser for the MIDI devices; `midi` shows what came of it. */
  askMidi(): Promise<void>;
  /** Takes and pieces sound on this MIDI device. @param id Default: on this page */
  chooseSound(id: string | undefined): void;
  /** Strikes a key of the roll. */
  pressKey(pitch: number): void;
  releaseKey(pitch: number): void;
  /** Loads the texts of a language, shows them and keeps the choice. */
  chooseLanguage(language: Language): Promise<void>;

  dismissNotice(id: number): void;
  /** Brings back what was removed or replaced last. */
  undo(): void;
}
