import { beforeEach, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type PresetId, presets } from '../../model/preset';
import type { Checkpoint } from '../../training/checkpoint';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import type { ComposeState } from './composeState';
import { followModel } from './followModel';

let store: StoreApi<AppState>;

beforeEach(() => {
  store = createStore<AppState>(initialState);
  followModel(store);
  store.setState({ preset: 'seed' });
});

function modelOf(preset: PresetId): Pick<AppState, 'training'> {
  const checkpoint: Checkpoint = {
    preset,
    encoding: { id: 'studio', version: 1 },
    settings: presets[preset].defaults,
    weights: [],
    optimizer: { step: 0, moments: [] },
    step: 0,
    epoch: 0,
    epochSum: 0,
    history: [],
    trainedOn: { training: [], validation: [] },
    typicalMeter: {
      microsecondsPerQuarter: 500_000,
      timeSignature: { numerator: 4, denominator: 4 },
    },
  };
  return { training: { ...initialState().training, checkpoint } };
}

const settings = (): ComposeState['settings'] => store.getState().compose.settings;

it('counts as the chosen preset while there is no model', () => {
  expect(settings()).toMatchObject({ length: 128, takes: 1 });
  store.setState({ preset: 'studio-small' });
  expect(settings()).toMatchObject({ length: 16, takes: 4 });
});

it('counts as the model once there is one, whatever preset is chosen next', () => {
  store.setState(modelOf('studio-small'));
  expect(settings()).toMatchObject({ length: 16, takes: 4 });
  store.setState({ preset: 'studio-large' });
  store.setState({ preset: 'seed' });
  expect(settings()).toMatchObject({ length: 16, takes: 4 });
});

it('leaves settings alone that came with the preset, and those of the same preset', () => {
  const { compose } = store.getState();
  store.setState({
    preset: 'studio-small',
    compose: { ...compose, settings: { ...compose.settings, length: 5 } },
  });
  expect(settings().length).toBe(5);
  store.setState(modelOf('studio-small'));
  expect(settings().length).toBe(5);
});
