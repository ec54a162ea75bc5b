import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { presets } from '../../model/preset';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { followLength } from './followLength';
import { epochsFor, howLongOf } from './runLength';

const medium = presets['form-medium'];

describe('the length of a run', () => {
  it('is that of the preset up to the notes that it was measured with', () => {
    expect(epochsFor('usual', medium)).toBe(24);
    expect(epochsFor('usual', medium, 36_000)).toBe(24);
    expect(epochsFor('short', medium, 100)).toBe(6);
    expect(epochsFor('long', medium, 100)).toBe(60);
  });

  it('has fewer epochs of more notes, and more steps', () => {
    expect(epochsFor('usual', medium, 3_300_000)).toBe(4);
    const amounts = [50_000, 100_000, 500_000, 1_000_000];
    const epochs = amounts.map((notes) => epochsFor('usual', medium, notes));
    expect(epochs).toEqual([21, 16, 8, 6]);
    const steps = epochs.map((count, i) => count * amounts[i]);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it('of the published network is the published one', () => {
    expect(epochsFor('usual', presets.seed, 1_000_000)).toBe(50);
  });

  it('is recognized', () => {
    for (const notes of [undefined, 200_000, 5_000_000]) {
      for (const choice of ['short', 'usual'] as const) {
        expect(howLongOf(epochsFor(choice, medium, notes), medium, notes)).toBe(
          epochsFor(choice, medium, notes) === epochsFor('usual', medium, notes) ? 'usual' : choice,
        );
      }
      expect(howLongOf(1234, medium, notes)).toBe('own');
    }
  });
});

describe('the number of epochs', () => {
  const survey = (training: number): Pick<AppState, 'statistics'> => ({
    statistics: {
      pieces: { training: 1, validation: 0 },
      sequences: { training, validation: 0 },
      notes: { training, validation: 0 },
      commonNotes: [],
      frequencyLoss: 3,
    },
  });

  function epochsAfter(notes: readonly number[], epochs: number): number {
    const store = createStore<AppState>(initialState);
    followLength(store);
    const { settings } = store.getState();
    store.setState({ preset: 'form-medium', settings: { ...settings, epochs } });
    for (const count of notes) store.setState(survey(count));
    return store.getState().settings.epochs;
  }

  it('follows the pieces at the chosen length', () => {
    expect(epochsAfter([500_000], 24)).toBe(8);
    expect(epochsAfter([500_000, 10_000], 24)).toBe(24);
    expect(epochsAfter([500_000, 10_000], 6)).toBe(6);
  });

  it('stays where it is the person’s own', () => {
    expect(epochsAfter([500_000], 33)).toBe(33);
  });
});
