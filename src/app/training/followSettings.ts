/** Keeps "Model summary" and the statistics in step with the settings and the chosen pieces. */
import type { StoreApi } from 'zustand/vanilla';
import { describeLayers } from '../../model/describeLayers';
import { presets } from '../../model/preset';
import { startModel } from '../../training/start';
import type { WorkerClient } from '../../worker/client';
import type { AppState } from '../state';
import { chosenStart } from './starts';
import { includedPieces } from './trainingActions';

/** Changes closer together than this share one answer, milliseconds. */
const QUIET = 250;

export function followSettings(store: StoreApi<AppState>, auxWorker: WorkerClient): void {
  const describe = (): void => {
    store.setState(({ preset }) => ({ summary: describeLayers(presets[preset]) }));
  };
  const survey = latest(async (isLatest) => {
    const state = store.getState();
    const pieces = includedPieces(state);
    if (pieces.length === 0) {
      store.setState({ statistics: undefined });
      return;
    }
    const { preset, settings, training } = state;
    const goesOn = chosenStart(state) === 'at hand' && training.checkpoint;
    const known = goesOn ? startModel(goesOn).lineage : undefined;
    const statistics = await auxWorker.run('survey', { preset, settings, pieces, known });
    if (isLatest()) store.setState({ statistics });
  });

  store.subscribe((state, before) => {
    const changed =
      state.settings !== before.settings ||
      state.preset !== before.preset ||
      chosenStart(state) !== chosenStart(before);
    if (state.preset !== before.preset) describe();
    // Of a long import once, at its end: each survey sends every piece to the worker.
    const arrived = before.importing !== undefined && state.importing === undefined;
    const moved = state.pieces !== before.pieces && state.importing === undefined;
    if (changed || moved || arrived) survey();
  });
  describe();
}

/** Runs `task` after the last of several calls; `isLatest` tells whether its answer is current. */
function latest(task: (isLatest: () => boolean) => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let count = 0;
  return () => {
    clearTimeout(timer);
    const mine = ++count;
    timer = setTimeout(() => {
      // Settings are validated before they enter the store. If the worker was ended meanwhile,
      // the last answer stays.
      task(() => mine === count).catch(() => {});
    }, QUIET);
  };
}
