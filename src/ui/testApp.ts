/**
 * An app for tests of panels: a plain store, and actions that only write down their calls. It
 * starts with the Classic preset, whose settings and units the tests name.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Actions } from '../app/actions';
import type { Take } from '../app/compose/take';
import type { AppServices } from '../app/context';
import type { Piece } from '../app/library/libraryState';
import { initialKeys } from '../app/live/liveState';
import { peekActions } from '../app/playback/peek';
import type { AppState } from '../app/state';
import { LossPoints } from '../app/training/lossPoints';
import { presets } from '../model/preset';
import { packSong } from '../music/packedSong';
import type { Note } from '../music/song';
import type { Checkpoint } from '../training/checkpoint';

export const initialState: AppState = {
  pieces: [],
  sought: '',
  rejected: [],
  preset: 'seed',
  settings: presets.seed.defaults,
  startFrom: 'nothing',
  models: [],
  training: { phase: 'idle', preparing: '', epochs: [] },
  compose: {
    running: false,
    progress: 0,
    settings: { temperature: 1, rhythmTemperature: 1, topP: 1, length: 64, seed: 1, takes: 1 },
    seedLocked: false,
    prompt: { kind: 'nothing' },
  },
  takes: [],
  snippets: [],
  learn: { following: false, listening: false },
  engineChoice: 'auto',
  shown: { kind: 'nothing' },
  asScore: false,
  transport: { playing: false, loop: false, speed: 1, volume: 0.8, samples: 'not loaded' },
  keys: initialKeys,
  midi: { access: 'absent', inputs: [], outputs: [] },
  notices: [],
  undoable: [],
};

/** An action's name and its arguments. */
export type Call = readonly [keyof Actions, ...unknown[]];

export interface TestApp extends AppServices {
  store: StoreApi<AppState>;
  calls: Call[];
}

export function makeTestApp(state: Partial<AppState> = {}): TestApp {
  const store = createStore<AppState>(() => ({ ...initialState, ...state }));
  const calls: Call[] = [];
  function note(name: keyof Actions): (...inputs: unknown[]) => void {
    return (...inputs) => {
      calls.push([name, ...inputs]);
    };
  }
  function noteLater(name: keyof Actions): (...inputs: unknown[]) => Promise<void> {
    return async (...inputs) => {
      calls.push([name, ...inputs]);
    };
  }
  const actions: Actions = {
    addFiles: noteLater('addFiles'),
    cancelImport: note('cancelImport'),
    loadSampleLibrary: noteLater('loadSampleLibrary'),
    removePiece: note('removePiece'),
    seekPieces: note('seekPieces'),
    removePieces: note('removePieces'),
    setIncluded: note('setIncluded'),
    learnFrom: note('learnFrom'),
    clearRejected: note('clearRejected'),
    choosePreset: note('choosePreset'),
    chooseEngine: note('chooseEngine'),
    changeSettings: note('changeSettings'),
    chooseStart: note('chooseStart'),
    train: noteLater('train'),
    trainOn: noteLater('trainOn'),
    startOver: noteLater('startOver'),
    pauseTraining: note('pauseTraining'),
    resumeTraining: note('resumeTraining'),
    stopTraining: note('stopTraining'),
    followRun: note('followRun'),
    listenAsItLearns: note('listenAsItLearns'),
    resumeLastRun: noteLater('resumeLastRun'),
    discardLastRun: noteLater('discardLastRun'),
    saveModel: noteLater('saveModel'),
    saveKeras: noteLater('saveKeras'),
    saveKit: noteLater('saveKit'),
    openModel: noteLater('openModel'),
    renameModel: note('renameModel'),
    removeModel: noteLater('removeModel'),
    changeComposeSettings: note('changeComposeSettings'),
    lockSeed: note('lockSeed'),
    choosePrompt: note('choosePrompt'),
    generate: noteLater('generate'),
    hear: noteLater('hear'),
    cancelGenerate: note('cancelGenerate'),
    continueTake: noteLater('continueTake'),
    composeLike: noteLater('composeLike'),
    removeTake: note('removeTake'),
    renameTake: note('renameTake'),
    starTake: note('starTake'),
    compareTake: note('compareTake'),
    downloadTake: noteLater('downloadTake'),
    downloadTakeScore: noteLater('downloadTakeScore'),
    downloadTakes: noteLater('downloadTakes'),
    markBars: note('markBars'),
    composeAgain: noteLater('composeAgain'),
    cancelAgain: note('cancelAgain'),
    show: note('show'),
    showAsScore: note('showAsScore'),
    // Any pointer over a list asks for it, so it is done and not written down.
    ...peekActions(store),
    play: noteLater('play'),
    pause: note('pause'),
    stopPlayback: note('stopPlayback'),
    seek: note('seek'),
    setLoop: note('setLoop'),
    setSpeed: note('setSpeed'),
    setVolume: note('setVolume'),
    downloadMidi: note('downloadMidi'),
    downloadScore: note('downloadScore'),
    downloadAudio: noteLater('downloadAudio'),
    cancelAudio: note('cancelAudio'),
    copyTakeLink: noteLater('copyTakeLink'),
    shareTakeLink: noteLater('shareTakeLink'),
    makeYourOwn: noteLater('makeYourOwn'),
    closeLinked: note('closeLinked'),
    openRecorder: noteLater('openRecorder'),
    closeRecorder: noteLater('closeRecorder'),
    changeRecorder: note('changeRecorder'),
    record: noteLater('record'),
    stopRecording: note('stopRecording'),
    playAlong: noteLater('playAlong'),
    askMidi: noteLater('askMidi'),
    chooseSound: note('chooseSound'),
    pressKey: note('pressKey'),
    releaseKey: note('releaseKey'),
    chooseLanguage: noteLater('chooseLanguage'),
    dismissNotice: note('dismissNotice'),
    undo: note('undo'),
  };
  return { store, actions, calls, lossPoints: new LossPoints(), playheadTick: () => 0 };
}

/** A scale of quarter notes at 120 beats a minute, 480 ticks a beat. */
export function scale(notes: number): Note[] {
  return Array.from({ length: notes }, (_, i) => ({
    tick: i * 480,
    duration: 480,
    pitch: 60 + (i % 12),
    velocity: 80,
  }));
}

export function makePiece(title: string, change: Partial<Piece> = {}): Piece {
  const notes = scale(8);
  return {
    id: title,
    title,
    fileName: `${title}.mid`,
    notes: notes.length,
    bars: 2,
    seconds: 4,
    tempo: 120,
    included: true,
    repairs: [],
    song: packSong({
      title,
      ppq: 480,
      tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
      timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
      keySignatures: [],
      tracks: [{ name: '', channel: 0, program: 0, isDrum: false, notes, pedal: [] }],
    }),
    ...change,
  };
}

export function makeTake(title: string, change: Partial<Take> = {}): Take {
  const notes = scale(4);
  return {
    id: title,
    number: 1,
    title,
    notes,
    odds: notes.map(({ pitch }) => ({
      probability: 0.5,
      likeliest: [{ pitch, probability: 0.5 }],
    })),
    ppq: 480,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
    promptNotes: 0,
    settings: { temperature: 1, rhythmTemperature: 1, topP: 0.9, length: 4, seed: 7, takes: 1 },
    preset: 'seed',
    epoch: 3,
    remarks: [],
    composing: false,
    ...change,
  };
}

/** A checkpoint without weights: panels read only its presence and its epochs. */
export function makeCheckpoint(): Checkpoint {
  return {
    preset: 'seed',
    encoding: { id: 'melody', version: 1 },
    settings: presets.seed.defaults,
    weights: [],
    optimizer: { step: 30, moments: [] },
    step: 30,
    epoch: 3,
    epochSum: 0,
    history: [],
    trainedOn: { training: [], validation: [] },
    typicalMeter: {
      microsecondsPerQuarter: 500_000,
      timeSignature: { numerator: 4, denominator: 4 },
    },
  };
}
