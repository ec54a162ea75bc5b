import { describe, expect, it } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import { START_ROOT } from '../../training/modelFile/startCard';
import type { AppState } from '../state';
import { inTwoSteps, sceneOf } from '../testing/composeScene';
import { modelOf, noStart, trainedStore } from '../testing/composing';
import { testCard } from '../testing/startCard';

describe("Etude's own model", () => {
  const untrained = (): StoreApi<AppState> => {
    const store = trainedStore();
    const { training } = store.getState();
    store.setState({
      training: { ...training, checkpoint: undefined },
      start: { card: testCard() },
    });
    return store;
  };
  const root = START_ROOT;
  const checkpoint = modelOf('form-medium', {
    lineage: { epochs: 0, pieces: [], heldOut: [], root },
  });
  const published = { id: '1', bytes: new Uint8Array(1), pieces: 2608, usual: 14 };

  it('composes where there is no model at hand, and is searched for copies', async () => {
    const scene = sceneOf(inTwoSteps, untrained(), {
      ...noStart,
      load: async () => checkpoint,
      runs: async (wanted) => (wanted === root ? published : undefined),
    });
    await scene.actions.generate();
    expect(scene.asked[0]).toMatchObject({
      model: { preset: 'form-medium', root },
      published: { pieces: 2608 },
    });
    const [take] = scene.store.getState().takes;
    expect(take.preset).toBe('form-medium');
    await scene.actions.continueTake(take.id, 50);
    await scene.actions.composeLike(take.id);
    expect(scene.asked.map(({ model }) => model.root)).toEqual([root, root, root]);
  });

  it('gives way to the model at hand', async () => {
    const scene = sceneOf(inTwoSteps, trainedStore(), noStart);
    scene.store.setState({ start: { card: testCard() } });
    await scene.actions.generate();
    expect(scene.asked[0].model.preset).toBe('seed');
    expect(scene.asked[0].published).toBeUndefined();
  });

  it("does not take the place of the last visit's model, which is still being opened", async () => {
    const store = untrained();
    let open = (): void => {};
    const reopened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const scene = sceneOf(
      inTwoSteps,
      store,
      { ...noStart, load: async () => checkpoint },
      reopened,
    );
    const running = scene.actions.generate();
    store.setState(({ training }) => ({ training: { ...training, checkpoint: modelOf('seed') } }));
    open();
    await running;
    expect(scene.asked.map(({ model }) => model.preset)).toEqual(['seed']);
  });

  it('that cannot be loaded leaves a sentence, and no takes', async () => {
    const scene = sceneOf(inTwoSteps, untrained(), {
      ...noStart,
      load: async () => {
        throw new Error('It could not be loaded.');
      },
    });
    await scene.actions.generate();
    const { takes, compose } = scene.store.getState();
    expect(takes).toEqual([]);
    expect(compose).toMatchObject({ running: false, error: 'It could not be loaded.' });
  });

  it('can be cancelled while it loads', async () => {
    const scene = sceneOf(inTwoSteps, untrained(), {
      ...noStart,
      load: (signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    });
    const running = scene.actions.generate();
    await expect.poll(() => scene.store.getState().compose.running).toBe(true);
    scene.actions.cancelGenerate();
    await running;
    expect(scene.store.getState().compose).toMatchObject({ running: false, error: undefined });
  });
});
