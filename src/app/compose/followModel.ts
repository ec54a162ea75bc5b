/** Length and number of takes are counted as the model that composes counts: they follow it. */
import type { StoreApi } from 'zustand/vanilla';
import { presets } from '../../model/preset';
import type { AppState } from '../state';
import { modelPreset } from './modelPreset';

export function followModel(store: StoreApi<AppState>): void {
  store.subscribe((state, before) => {
    const preset = modelPreset(state);
    if (preset === modelPreset(before)) return;
    // Whoever brought the model brought settings for it as well.
    const { compose } = state;
    if (compose.settings !== before.compose.settings) return;
    const { length, takes } = presets[preset].composing;
    store.setState({ compose: { ...compose, settings: { ...compose.settings, length, takes } } });
  });
}
