/** What befalls an engine in the middle of a run, and that the run goes on by itself. */
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchHelpers } from '../../engine/testing/watchHelpers';
import type { AppState } from '../state';
import type { InjectedFault } from '../testing/faultInjection';
import { makeReady, openStudio, type RealApp, until } from '../testing/realApp';

const NAME = 'etude recovery under test';
/** Epochs of a run that is stopped: more than any machine gets through before harm is done to it. */
const LONG = 9000;
let app: RealApp | undefined;

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const worker of app?.workers ?? []) worker.terminate();
  await app?.storage.close();
  await deleteDB(NAME);
  localStorage.clear();
});

function frailWorker(): Worker {
  return new Worker(new URL('../testing/faultyWorker.ts', import.meta.url), { type: 'module' });
}

async function startRun(engine: string): Promise<RealApp> {
  app = openStudio(NAME, frailWorker, engine);
  await makeReady(app, LONG);
  void app.actions.train();
  return app;
}

/** Does harm to whichever worker trains. */
function harm({ workers }: RealApp, what: InjectedFault): void {
  for (const worker of workers) worker.postMessage({ kind: 'harm', harm: what });
}

const reached =
  (epoch: number) =>
  ({ training }: AppState): boolean =>
    training.phase === 'running' && training.epochs.length >= epoch;

async function ended(survivor: RealApp): Promise<AppState> {
  return until(survivor, ({ training: { phase } }) => phase === 'finished' || phase === 'failed');
}

/** Lets a run that has gone back to its last save take some epochs more, and stops it. */
async function resumeAndStop(run: RealApp): Promise<AppState> {
  const { epochs } = run.store.getState().training;
  await until(run, reached(epochs.length + 2));
  run.actions.stopTraining();
  return ended(run);
}

/** What has been said since the page opened, though notices give way. */
function listen({ store }: RealApp): string[] {
  const said: string[] = [];
  store.subscribe((state, before) => {
    for (const notice of state.notices) {
      if (!before.notices.includes(notice)) said.push(notice.text);
    }
  });
  return said;
}

interface Lost {
  said: string[];
  state: AppState;
  /** That the run began with. */
  threads: number;
}

async function loseTwice(engine: string, what: InjectedFault): Promise<Lost> {
  const run = await startRun(engine);
  const said = listen(run);
  const begun = await until(run, reached(1));
  harm(run, what);
  await until(run, () => said.length === 1);
  await until(run, reached(2));
  harm(run, what);
  await until(run, () => said.length === 2);
  return { said, state: await resumeAndStop(run), threads: begun.engine?.threads ?? 1 };
}

function expectWholeLog({ training: { error, phase, epochs } }: AppState): void {
  expect(error).toBeUndefined();
  expect(phase).toBe('finished');
  expect(epochs.map(({ epoch }) => epoch)).toEqual(epochs.map((_, i) => i + 1));
  expect(epochs[epochs.length - 1].trainingLoss).toBeLessThan(epochs[0].trainingLoss);
}

describe('a run whose engine is lost', () => {
  it('continues when its worker dies without an error, then without helper threads', async () => {
    const { said, state, threads } = await loseTwice('wasm', 'die');
    expectWholeLog(state);
    expect(said[0]).toMatch(/^The worker was lost\. Training goes on by itself from the last save/);
    if (threads > 1) {
      expect(said[1]).toMatch(/on another engine: the processor, with one thread/);
      expect(state.engine).toMatchObject({ backend: 'wasm', threads: 1 });
    } else {
      expect(said[1]).toMatch(/on another engine: plain JavaScript/);
      expect(state.engine?.backend).toBe('cpu');
    }
  });

  it('continues when its worker is ended in the middle of a step', async () => {
    const helpers = watchHelpers();
    const run = await startRun('wasm');
    const said = listen(run);
    const { engine } = await until(run, reached(1));
    // A worker that is told so ends itself between two steps; one that is terminated does not.
    for (const worker of run.workers) worker.terminate();
    await until(run, () => said.length === 1);
    expect(said[0]).toMatch(/^The worker was lost\. Training goes on by itself from the last save/);
    expectWholeLog(await resumeAndStop(run));
    // No thread outlives its worker.
    const alive = helpers.filter(({ ended }) => !ended);
    expect(alive).toHaveLength((engine?.threads ?? 1) - 1);
  });

  it('continues when the graphics adapter is taken away, then on the processor', async () => {
    const { said, state } = await loseTwice('webgl', 'lose the context');
    expectWholeLog(state);
    expect(said[0]).toMatch(/(took|taken) the graphics adapter away.* goes on by itself/);
    expect(said[1]).toMatch(/on another engine: the processor/);
    expect(state.engine?.backend).toBe('wasm');
  });

  it('continues when a helper thread ends', async ({ skip }) => {
    const helpers = watchHelpers();
    const run = await startRun('wasm');
    const said = listen(run);
    const { engine } = await until(run, reached(1));
    if ((engine?.threads ?? 1) < 2) {
      skip('This machine gives the kernels one thread: there is no helper to lose.');
    }
    helpers.at(-1)?.terminate();
    await until(run, () => said.length === 1);
    expect(said[0]).toMatch(/helper thread .* lost.* Training goes on by itself/);
    expectWholeLog(await resumeAndStop(run));
  });

  it('stays paused when it was paused', async () => {
    const run = await startRun('wasm');
    const said = listen(run);
    await until(run, reached(1));
    run.actions.pauseTraining();
    harm(run, 'die');
    await until(run, () => said.length === 1);
    expect(run.store.getState().training.phase).toBe('paused');
    run.actions.resumeTraining();
    expectWholeLog(await resumeAndStop(run));
  });

  it('ends with what was saved when it was asked to stop', async () => {
    const run = await startRun('wasm');
    await until(run, reached(1));
    run.actions.stopTraining();
    harm(run, 'die');
    const { training } = await ended(run);
    expect(training.phase).toBe('finished');
    expect(training.checkpoint?.epoch).toBeGreaterThanOrEqual(1);
  });
});

describe('a run whose loss is not a finite number', () => {
  it('goes back to the last good checkpoint with half the learning rate', async () => {
    const run = await startRun('wasm');
    const said = listen(run);
    await until(run, reached(2));
    harm(run, 'spoil the updates');
    await until(run, () => said.length === 1);
    expect(said[0]).toMatch(/no longer a number\..* with half the learning rate, 0\.0025\.$/);
    const state = await resumeAndStop(run);
    expectWholeLog(state);
    expect(state.training.checkpoint?.settings.learningRate).toBe(0.0025);
  });

  it('gives up after three times, with a sentence, and keeps the model', async () => {
    const run = await startRun('wasm');
    const said = listen(run);
    await until(run, reached(1));
    run.store.subscribe(({ training }, before) => {
      // Each new attempt is spoilt as soon as it runs.
      if (training.phase === 'running' && before.training.phase !== 'running') {
        harm(run, 'spoil the updates');
      }
    });
    harm(run, 'spoil the updates');
    const { training } = await ended(run);
    expect(training.phase).toBe('failed');
    expect(training.error).toMatch(/halved 3 times, to 0\.000625\. Start with a much lower/);
    expect(said.filter((text) => text.includes('half the learning rate'))).toHaveLength(3);
    expect(training.checkpoint?.epoch).toBeGreaterThanOrEqual(1);
    expect(training.checkpoint?.weights.every(({ values }) => values.every(Number.isFinite))).toBe(
      true,
    );
  });
});
