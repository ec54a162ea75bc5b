/** The actions that compose, over a store, with a worker whose composing the test conducts. */
import { afterEach } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import type { Handler } from '../../worker/protocol';
import { composeActions } from '../compose/composeActions';
import { trainedOnPieces } from '../compose/trainedOnPieces';
import type { AppState } from '../state';
import { type Conductor, composedTake, conduct, noStart, output, trainedStore } from './composing';

type Actions = ReturnType<typeof composeActions>;

export interface Scene {
  store: StoreApi<AppState>;
  actions: Actions;
  asked: Conductor['asked'];
}

let client: Conductor['client'] | undefined;

afterEach(() => client?.end());

export function sceneOf(
  compose: Handler<'compose'>,
  store = trainedStore(),
  start = noStart,
  reopened = Promise.resolve(),
): Scene {
  const { client: composer, asked } = conduct(compose);
  client = composer;
  const piecesToSearch = trainedOnPieces(store);
  const actions = composeActions({ store, composer, piecesToSearch, start, reopened });
  return { store, asked, actions };
}

/** Gives each take four notes, after it has told of the first two. */
export const inTwoSteps: Handler<'compose'> = async function* ({ settings: { takes: of, seed } }) {
  const all = Array.from({ length: of }, (_, take) => take);
  for (const take of all) {
    const composed = composedTake(2, { seed: seed + take, promptNotes: 0 });
    yield { take, of, ppq: 24, composed };
  }
  return output(
    all.map((take) => {
      const copying = { notes: 2, start: 0, title: 'a', bar: 1, heldOut: [] };
      const form = { groups: [{ letter: 'A', bar: 0, bars: 1 }], barTicks: 96 };
      return { ...composedTake(4, { seed: seed + take, remarks: ['Said.'] }), copying, form };
    }),
  );
};
