/** A store with a model to compose with, and a worker whose composing the test conducts. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ComposedTake } from '../../model/composing/contract';
import type { PresetId } from '../../model/preset';
import { packSong } from '../../music/packedSong';
import { sampleCheckpoint } from '../../storage/testing/samples';
import type { Checkpoint } from '../../training/checkpoint';
import { WorkerClient } from '../../worker/client';
import type { ComposeInput, ComposeOutput, Handler, RecomposeInput } from '../../worker/protocol';
import { ChannelWorker, noHandlers } from '../../worker/testing/channelWorker';
import { initialState } from '../initialState';
import type { Piece } from '../library/libraryState';
import type { StartModelLoader } from '../start/startModel';
import type { AppState } from '../state';

export interface Conductor {
  client: WorkerClient;
  /** Inputs of the compose jobs, oldest first. */
  asked: ComposeInput[];
  /** Inputs of the recompose jobs, oldest first. */
  askedAgain: RecomposeInput[];
}

/** @param compose replaces the worker's handler, as does `recompose` */
export function conduct(
  compose: Handler<'compose'>,
  recompose: Handler<'recompose'> = noHandlers.recompose,
): Conductor {
  const asked: ComposeInput[] = [];
  const askedAgain: RecomposeInput[] = [];
  const handlers = {
    ...noHandlers,
    compose: (input, context) => {
      asked.push(input);
      return compose(input, context);
    },
    recompose: (input, context) => {
      askedAgain.push(input);
      return recompose(input, context);
    },
  } satisfies typeof noHandlers;
  return { client: new WorkerClient(() => new ChannelWorker(handlers)), asked, askedAgain };
}

/** A take of `notes` quarters, 24 ticks each. */
export function composedTake(notes: number, change: Partial<ComposedTake> = {}): ComposedTake {
  return {
    notes: Array.from({ length: notes }, (_, i) => ({
      tick: 24 * i,
      duration: 24,
      pitch: 60 + i,
      velocity: 80,
    })),
    odds: Array.from({ length: notes }, () => ({ probability: 1, likeliest: [] })),
    seed: 1,
    promptNotes: 0,
    remarks: [],
    ...change,
  };
}

export function output(takes: ComposeOutput['takes']): ComposeOutput {
  return { ppq: 24, takes };
}

export function trainedStore(checkpoint: Partial<Checkpoint> = {}): StoreApi<AppState> {
  const state = initialState();
  return createStore<AppState>(() => ({
    ...state,
    preset: 'seed',
    training: { ...state.training, phase: 'finished', checkpoint: modelOf('seed', checkpoint) },
  }));
}

export function modelOf(preset: PresetId, change: Partial<Checkpoint> = {}): Checkpoint {
  return sampleCheckpoint({ preset, ...change });
}

/** A piece of `notes` quarters in 3/4 at 100 beats a minute, 480 ticks each. */
export function pieceOf(id: string, notes = 4): Piece {
  return {
    id,
    title: `Piece ${id}`,
    fileName: `${id}.mid`,
    notes,
    bars: 1,
    seconds: 1,
    tempo: 100,
    included: true,
    repairs: [],
    song: packSong({
      title: id,
      ppq: 480,
      tempos: [{ tick: 0, microsecondsPerQuarter: 600_000 }],
      timeSignatures: [{ tick: 0, numerator: 3, denominator: 4 }],
      keySignatures: [],
      tracks: [
        {
          name: '',
          channel: 0,
          program: 0,
          isDrum: false,
          notes: Array.from({ length: notes }, (_, i) => ({
            tick: 480 * i,
            duration: 480,
            pitch: 60 + i,
            velocity: 80,
          })),
          pedal: [],
        },
      ],
    }),
  };
}

/** A copy of Etude without a model. */
export const noStart: StartModelLoader = {
  look: async () => {},
  load: async () => undefined,
  runs: async () => undefined,
};
