import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EpochRecord } from '../../training/checkpoint';
import { makeReady, openStudio, type RealApp, until } from '../testing/realApp';

/** Its own in each test: what a closed app still has to write must not reach the next one. */
let database = '';
let databases = 0;

function newDatabase(): void {
  database = `etude survival under test ${++databases}`;
}

/** What is stored within half a second takes longer on a busy machine. */
const STORED = { timeout: 30_000 };
let opened: RealApp[] = [];

function open(
  ...options: Parameters<typeof openStudio> extends [string, ...infer Rest] ? Rest : []
): RealApp {
  const app = openStudio(database, ...options);
  opened.push(app);
  return app;
}

/** As a tab that is closed: nothing of it runs any more. */
async function close({ workers, storage }: RealApp): Promise<void> {
  for (const worker of workers) worker.terminate();
  await storage.close();
}

beforeEach(() => {
  opened = [];
  newDatabase();
});

afterEach(async () => {
  for (const app of opened) await close(app);
  await deleteDB(database);
  localStorage.clear();
});

const ended = ({ training }: { training: { phase: string } }): boolean =>
  training.phase === 'finished' || training.phase === 'failed';

/** A run that has ended is stored as a model. */
async function stored(app: RealApp): Promise<void> {
  await expect
    .poll(async () => {
      const { model } = app.store.getState().training;
      const models = await app.storage.loadModels();
      return models.ok && models.value.some(({ id }) => id === model);
    }, STORED)
    .toBe(true);
}

async function runThrough(app: RealApp, epochs: number): Promise<EpochRecord[]> {
  await makeReady(app, epochs);
  void app.actions.train();
  const { training } = await until(app, ended);
  expect(training.error).toBeUndefined();
  await stored(app);
  return training.epochs;
}

function expectSameLosses(a: readonly EpochRecord[], b: readonly EpochRecord[]): void {
  expect(b.map(({ epoch }) => epoch)).toEqual(a.map(({ epoch }) => epoch));
  for (const [i, { trainingLoss, validationLoss }] of a.entries()) {
    expect(Math.abs(b[i].trainingLoss - trainingLoss)).toBeLessThan(1e-4);
    expect(Math.abs((b[i].validationLoss ?? NaN) - (validationLoss ?? NaN))).toBeLessThan(1e-4);
  }
}

describe('a run', () => {
  it('that was killed with its tab and resumed in another ends as if nothing had been', async () => {
    const whole = open();
    const expected = await runThrough(whole, 10);
    expect(whole.store.getState().engine?.threads).toBe(1);
    await close(whole);
    newDatabase();

    let alive = true;
    const begun = open(() => {
      if (!alive) throw new Error('This tab is closed.');
      return new Worker(new URL('../testing/oneThreadWorker.ts', import.meta.url), {
        type: 'module',
      });
    });
    await makeReady(begun, 10);
    void begun.actions.train();
    // Quick epochs share a change of the state: four may never be seen.
    await until(begun, ({ training }) => training.epochs.length >= 4);
    alive = false;
    await close(begun);
    await until(begun, ended);

    const resumed = open();
    const { resumable } = await until(resumed, (state) => state.resumable !== undefined);
    expect(resumable).toMatchObject({ preset: 'seed', epochs: 10 });
    // It goes on, and does not begin again: the losses of a run from the start are the same too.
    const reached = resumable?.epoch ?? 0;
    // Quick epochs share a save: on a fast machine it need not be the fourth.
    expect(reached).toBeGreaterThanOrEqual(1);
    void resumed.actions.resumeLastRun();
    const first = await until(resumed, ({ training }) => training.progress !== undefined);
    expect(first.training.progress?.epoch).toBeGreaterThan(reached);
    const { training, settings } = await until(resumed, ended);
    await expect
      .poll(async () => {
        const models = await resumed.storage.loadModels();
        return models.ok && models.value.length;
      }, STORED)
      .toBe(1);
    expect(settings).toMatchObject({ epochs: 10, learningRate: 0.005 });
    expectSameLosses(expected, training.epochs);
    // The same curve, not a new one, and to its end.
    const epochs = resumed.lossPoints.steps.map(({ x }) => x);
    expect(epochs[0]).toBeLessThan(1);
    expect(epochs.at(-1)).toBe(10);
    expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
    expect(resumed.lossPoints.training).toHaveLength(10);
  });

  it('that has ended opens as a model to compose with', async () => {
    const first = open();
    const epochs = await runThrough(first, 2);
    await close(first);
    const second = open();
    const { training, models } = await until(second, (state) => !!state.training.checkpoint);
    expect(second.store.getState().resumable).toBeUndefined();
    expect(training).toMatchObject({ phase: 'finished', epochs });
    expect(models).toMatchObject([{ title: 'Model 1', epoch: 2, id: training.model }]);
    expect(second.lossPoints.training).toHaveLength(2);
    second.actions.changeComposeSettings({ length: 12 });
    await second.actions.generate();
    expect(second.store.getState().takes[0].notes).toHaveLength(12);
  });

  it('that has ended leaves the place of the run under way in storage', async () => {
    const first = open();
    await runThrough(first, 1);
    await expect
      .poll(() => first.storage.loadRun(), STORED)
      .toEqual({ ok: true, value: undefined });
    const stored = await first.storage.loadModels();
    expect(stored.ok && stored.value).toEqual(first.store.getState().models);
  });
});

describe('pieces and takes', () => {
  it('are there again with their settings and seeds, and removal and undo last', async () => {
    const first = open();
    await runThrough(first, 1);
    first.actions.changeComposeSettings({ length: 8, seed: 41 });
    await first.actions.generate();
    first.actions.changeComposeSettings({ seed: 42 });
    await first.actions.generate();
    const [, removed, kept] = first.store.getState().pieces;
    first.actions.removePiece(first.store.getState().pieces[0].id);
    first.actions.removePiece(removed.id);
    first.store.getState().notices.at(-1)?.action?.run();
    first.actions.setIncluded([kept.id], false);
    const before = first.store.getState();
    await expect
      .poll(async () => {
        const stored = await first.storage.loadCollection('pieces');
        return stored.ok && stored.value.map(({ title, included }) => `${title} ${included}`);
      }, STORED)
      .toEqual(['Down true', 'Far false']);
    await expect
      .poll(async () => {
        const stored = await first.storage.loadCollection('takes');
        return stored.ok && stored.value.length;
      }, STORED)
      .toBe(2);
    await close(first);

    const second = open();
    const after = await until(second, (state) => state.takes.length === 2);
    expect(after.pieces).toEqual(before.pieces);
    expect(after.takes).toEqual(before.takes);
    expect(after.takes.map(({ settings }) => settings.seed)).toEqual([41, 42]);
    expect(after.settings).toEqual(before.settings);
    expect(after.compose.settings).toEqual(before.compose.settings);
    second.actions.removeTake(after.takes[0].id);
    await expect
      .poll(async () => {
        const stored = await second.storage.loadCollection('takes');
        return stored.ok && stored.value.length;
      }, STORED)
      .toBe(1);
  });
});
