import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import { sampleTake } from '../../storage/testing/samples';
import type { AppState } from '../state';
import { trainedStore } from '../testing/composing';
import { hearActions } from './hear';
import type { Take } from './take';

const finished: Take = { ...sampleTake(2), composing: false };
const earlier: Take = { ...sampleTake(1), composing: false };
const [note] = finished.notes;

/** The take with notes up to this beat. */
function upTo(beats: number): Take {
  const { ppq } = finished;
  const tempos = [{ tick: 0, microsecondsPerQuarter: 500_000 }];
  return { ...finished, tempos, notes: [{ ...note, tick: 0, duration: beats * ppq }] };
}

let store: StoreApi<AppState>;
let calls: string[];

beforeEach(() => {
  store = trainedStore();
  store.setState({ takes: [earlier], shown: { kind: 'nothing' } });
  calls = [];
});

/** Composes in the given steps. */
function hearing(
  steps: readonly Take[],
  reopened = Promise.resolve(),
): ReturnType<typeof hearActions> {
  return hearActions(
    store,
    {
      open: async () => {
        calls.push('prepare');
        throw new Error('This browser gives no sound.');
      },
    },
    {
      play: async () => {
        calls.push('play');
      },
      generate: async () => {
        calls.push('generate');
        for (const take of steps) {
          store.setState({ takes: [earlier, take], shown: { kind: 'take', id: take.id } });
          calls.push(`${take.notes[0].duration / take.ppq} beats`);
        }
      },
    },
    reopened,
  );
}

describe('hearing', () => {
  it('readies the sound first, and plays once, as soon as the take has begun', async () => {
    const steps = [1, 2, 4, 8].map((beats) => ({ ...upTo(beats), composing: true }));
    await hearing(steps).hear();
    expect(calls).toEqual([
      ...['prepare', 'generate', '1 beats', '2 beats', 'play', '4 beats', '8 beats'],
    ]);
  });

  it('plays a take that is shorter than that when it is finished', async () => {
    await hearing([upTo(1)]).hear();
    expect(calls.filter((call) => call === 'play')).toHaveLength(1);
  });

  it('plays no take of the last visit, which comes back after the press', async () => {
    store.setState({ takes: [] });
    const reopened = Promise.resolve().then(() =>
      store.setState({ takes: [earlier], shown: { kind: 'take', id: earlier.id } }),
    );
    await hearing([{ ...upTo(4), composing: true }], reopened).hear();
    expect(calls).toEqual(['prepare', 'generate', 'play', '4 beats']);
  });

  it('plays nothing where nothing is composed', async () => {
    store.setState({ shown: { kind: 'take', id: earlier.id } });
    await hearing([]).hear();
    expect(calls).toEqual(['prepare', 'generate']);
  });
});
