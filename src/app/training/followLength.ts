/** Keeps the number of epochs to the chosen length of a run as pieces come and go. */
import type { StoreApi } from 'zustand/vanilla';
import { presets } from '../../model/preset';
import type { AppState } from '../state';
import { epochsFor, howLongOf } from './runLength';

export function followLength(store: StoreApi<AppState>): void {
  store.subscribe((state, before) => {
    if (state.statistics === before.statistics || state.preset !== before.preset) return;
    const preset = presets[state.preset];
    const { epochs } = state.settings;
    // An own number stays.
    const choice = howLongOf(epochs, preset, before.statistics?.notes.training);
    if (choice === 'own') return;
    const now = epochsFor(choice, preset, state.statistics?.notes.training);
    if (now !== epochs) store.setState({ settings: { ...state.settings, epochs: now } });
  });
}
