/** The state of a page just opened. */
import { DEFAULT_PRESET, presets } from '../model/preset';
import { initialKeys } from './live/liveState';
import type { AppState } from './state';

export function initialState(): AppState {
  const { composing } = presets[DEFAULT_PRESET];
  return {
    pieces: [],
    sought: '',
    rejected: [],
    preset: DEFAULT_PRESET,
    settings: presets[DEFAULT_PRESET].defaults,
    startFrom: 'etude',
    training: { phase: 'idle', preparing: '', epochs: [] },
    models: [],
    compose: {
      running: false,
      progress: 0,
      settings: {
        temperature: 0.9,
        rhythmTemperature: 1,
        topP: 0.9,
        length: composing.length,
        seed: 1,
        takes: composing.takes,
      },
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
}
