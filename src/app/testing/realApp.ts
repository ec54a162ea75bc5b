/** Whole apps with real workers and a separate storage, for tests of survival. */
import { writeMidi } from '../../music/midi/write';
import type { Note } from '../../music/song';
import { AppStorage } from '../../storage/storage';
import type { AppServices } from '../context';
import { createApp } from '../createApp';
import type { AppState } from '../state';

export interface RealApp extends AppServices {
  workers: Worker[];
  storage: AppStorage;
}

const LIMIT = 150_000;

/** @param createWorker Default: the app's worker with one thread */
export function openStudio(
  storageName: string,
  createWorker: () => Worker = appWorker,
  engine = 'wasm',
): RealApp {
  localStorage.setItem('etude.engineChoice', engine);
  const workers: Worker[] = [];
  const storage = new AppStorage(storageName);
  const app = createApp(() => {
    const worker = createWorker();
    workers.push(worker);
    return worker;
  }, storage);
  return { ...app, workers, storage };
}

function appWorker(): Worker {
  return new Worker(new URL('./oneThreadWorker.ts', import.meta.url), { type: 'module' });
}

/** Waits until the state satisfies `wanted`. */
export function until(
  { store }: Pick<RealApp, 'store'>,
  wanted: (state: AppState) => boolean,
): Promise<AppState> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const state = store.getState();
      if (!wanted(state)) return;
      clearTimeout(timer);
      unsubscribe();
      resolve(state);
    };
    const timer = setTimeout(() => {
      unsubscribe();
      const { phase, error, progress } = store.getState().training;
      reject(new Error(`Waited in vain: ${JSON.stringify({ phase, error, progress })}`));
    }, LIMIT);
    const unsubscribe = store.subscribe(look);
    look();
  });
}

/** The Classic preset with small settings, so that an epoch takes a second. */
export async function makeReady({ actions, store }: RealApp, epochs: number): Promise<void> {
  actions.choosePreset('seed');
  actions.changeSettings({ epochs, batchSize: 16, learningRate: 0.005, sequenceLength: 8 });
  await actions.addFiles([melody('Up', 60, 1), melody('Down', 72, -1), melody('Far', 48, 2)]);
  if (store.getState().pieces.length !== 3) throw new Error('The pieces were not read.');
}

function melody(title: string, from: number, step: number): File {
  const notes: Note[] = Array.from({ length: 48 }, (_, i) => ({
    tick: 240 * i,
    duration: 240,
    pitch: from + step * (i % 8),
    velocity: 80,
  }));
  const bytes = writeMidi({
    title,
    ppq: 480,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
    keySignatures: [],
    tracks: [{ name: title, channel: 0, program: 0, isDrum: false, notes, pedal: [] }],
  });
  return new File([bytes], `${title}.mid`);
}
