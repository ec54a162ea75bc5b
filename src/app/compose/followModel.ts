/** Keeps length and number of takes in step with the preset of the composing model. */
import type { StoreApi } from 'zustand/vanilla';
import { presets } from '../../model/preset';
import type { AppState } from '../state';
import { modelPreset } from './modelPreset';

export function followModel(store: StoreApi<AppState>): void {
  store.subscribe((state, before) => {
    const preset = modelPreset(state);
    if (preset === modelPreset(before)) return;
    // The action that changed the model has set them as well.
    const { compose } = state;
    if (compose.settings !== before.compose.settings) return;
    const { length, takes } = presets[preset].composing;
    store.setState({ compose: { ...compose, settings: { ...compose.settings, length, takes } } });
  });
}
