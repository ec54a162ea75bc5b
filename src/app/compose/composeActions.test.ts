import { describe, expect, it } from 'vitest';
import type { TakeQuality } from '../../music/form/takeQuality';
import type { Handler } from '../../worker/protocol';
import { inTwoSteps, type Scene, sceneOf } from '../testing/composeScene';
import { composedTake, modelOf, output, pieceOf, trainedStore } from '../testing/composing';

/** Tells of one note, then goes on until it is cancelled. */
const endless: Handler<'compose'> = async function* (_, { signal }) {
  while (!signal.aborted) {
    yield { take: 0, of: 1, ppq: 24, composed: composedTake(1) };
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error('Composing was cancelled.');
};

const titles = ({ store }: Scene): string[] => store.getState().takes.map(({ title }) => title);

describe('generate', () => {
  it('makes the takes asked for, each with its own seed, and shows the first', async () => {
    const scene = sceneOf(inTwoSteps);
    scene.actions.changeComposeSettings({ takes: 3, seed: 40, length: 4 });
    await scene.actions.generate();
    const { takes, shown, compose } = scene.store.getState();
    expect(titles(scene)).toEqual(['Take 1', 'Take 2', 'Take 3']);
    expect(takes.map(({ settings }) => settings.seed)).toEqual([40, 41, 42]);
    expect(shown).toEqual({ kind: 'take', id: takes[0].id });
    expect(compose).toMatchObject({ running: false, error: undefined });
    for (const take of takes) {
      expect(take).toMatchObject({
        composing: false,
        ppq: 24,
        remarks: ['Said.'],
        copying: { notes: 2 },
        form: { barTicks: 96 },
        tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
      });
      expect(take.notes).toHaveLength(4);
    }
    await scene.actions.generate();
    expect(titles(scene).slice(3)).toEqual(['Take 4', 'Take 5', 'Take 6']);
  });

  it('draws new seeds for each press, beyond those of takes that were tried again', async () => {
    const scene = sceneOf(inTwoSteps);
    scene.actions.changeComposeSettings({ takes: 3, seed: 40, length: 4 });
    await scene.actions.generate();
    expect(scene.store.getState().compose.settings.seed).toBe(40 + 3 * 4);
    await scene.actions.generate();
    expect(scene.asked.map(({ settings }) => settings.seed)).toEqual([40, 52]);
    scene.actions.changeComposeSettings({ takes: 1, seed: 2 ** 32 - 1 });
    await scene.actions.generate();
    expect(scene.store.getState().compose.settings.seed).toBe(3);
  });

  it('repeats the takes while the seed is locked', async () => {
    const scene = sceneOf(inTwoSteps);
    scene.actions.changeComposeSettings({ seed: 40 });
    scene.actions.lockSeed(true);
    await scene.actions.generate();
    await scene.actions.generate();
    expect(scene.asked.map(({ settings }) => settings.seed)).toEqual([40, 40]);
  });

  it('lets the takes grow in the list while they are composed', async () => {
    const scene = sceneOf(inTwoSteps);
    const seen: string[] = [];
    scene.store.subscribe(({ takes }, before) => {
      if (takes === before.takes) return;
      seen.push(takes.map(({ notes, composing }) => `${notes.length} ${composing}`).join(', '));
    });
    scene.actions.changeComposeSettings({ takes: 2, length: 4 });
    await scene.actions.generate();
    expect(seen).toEqual(['2 true', '2 true, 2 true', '4 false, 2 true', '4 false, 4 false']);
  });

  it('sends the best weights and no more of the checkpoint, and every piece there is', async () => {
    const values = Float32Array.of(5);
    const best = { epoch: 2, validationLoss: 1, weights: [{ name: 'x', shape: [1], values }] };
    const store = trainedStore({ best });
    const scene = sceneOf(inTwoSteps, store);
    store.setState({ pieces: [pieceOf('a'), { ...pieceOf('b'), included: false }] });
    await scene.actions.generate();
    const [{ model, pieces }] = scene.asked;
    expect(model.weights).toEqual(best.weights);
    expect(model).not.toHaveProperty('optimizer');
    expect(model).not.toHaveProperty('best');
    expect(pieces.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(store.getState().takes[0].epoch).toBe(2);
  });

  it('asks for the form of a piece only where the model was trained on it', async () => {
    const forms = [{ piece: 'a', bars: 4, plan: '', lastPlace: 0 }];
    const scene = sceneOf(inTwoSteps, trainedStore({ forms }));
    for (const piece of ['a', 'b']) {
      scene.actions.changeComposeSettings({ form: { kind: 'as', piece } });
      await scene.actions.generate();
    }
    expect(scene.asked.map(({ settings }) => settings.form)).toEqual([
      { kind: 'as', piece: 'a' },
      { kind: 'drawn' },
    ]);
  });

  it('continues a take at once, in its tempo, and leaves the opening as it was', async () => {
    const scene = sceneOf(inTwoSteps);
    scene.actions.changeComposeSettings({ takes: 1 });
    await scene.actions.generate();
    const [take] = scene.store.getState().takes;
    await scene.actions.continueTake(take.id, 50);
    expect(scene.asked[1].prompt?.until).toBe(50);
    expect(scene.store.getState().compose.prompt).toEqual({ kind: 'nothing' });
    expect(scene.store.getState().takes[1]).toMatchObject({
      promptTitle: 'Take 1',
      promptSource: { kind: 'take', id: take.id, tick: 50 },
    });
  });

  it('remembers how much of a piece opened a take', async () => {
    const scene = sceneOf(inTwoSteps);
    scene.store.setState({ pieces: [pieceOf('a')] });
    scene.actions.choosePrompt({ kind: 'piece', id: 'a' });
    scene.actions.changeComposeSettings({ takes: 1 });
    await scene.actions.generate();
    expect(scene.asked[0].prompt?.length).toBe(16);
    expect(scene.store.getState().takes[0].promptSource).toEqual({
      kind: 'piece',
      id: 'a',
      length: 16,
    });
  });

  it('does nothing without a model, nor while it is at work', async () => {
    const store = trainedStore();
    const { training } = store.getState();
    store.setState({ training: { ...training, checkpoint: undefined } });
    const scene = sceneOf(endless, store);
    await scene.actions.generate();
    expect(scene.asked).toHaveLength(0);
    store.setState({ training: { ...training, checkpoint: modelOf('seed') } });
    const running = scene.actions.generate();
    await scene.actions.generate();
    scene.actions.cancelGenerate();
    await running;
    expect(scene.asked).toHaveLength(1);
  });

  it('takes back what was begun when it is cancelled, and shows what was shown before', async () => {
    const scene = sceneOf(endless);
    const shown = { kind: 'piece', id: 'a' } as const;
    scene.store.setState({ pieces: [pieceOf('a')], shown });
    const running = scene.actions.generate();
    await expect.poll(() => scene.store.getState().takes.length).toBe(1);
    expect(scene.store.getState().shown.kind).toBe('take');
    scene.actions.cancelGenerate();
    await running;
    expect(scene.store.getState()).toMatchObject({ takes: [], shown });
    expect(scene.store.getState().compose).toMatchObject({ running: false, error: undefined });
  });

  it('says why it failed, and keeps the takes that were there', async () => {
    let works = true;
    const scene = sceneOf(async function* (input, context) {
      if (!works) throw new Error('This model does not fit.');
      return yield* inTwoSteps(input, context);
    });
    scene.actions.changeComposeSettings({ takes: 1 });
    await scene.actions.generate();
    works = false;
    await scene.actions.generate();
    expect(titles(scene)).toEqual(['Take 1']);
    expect(scene.store.getState().compose.error).toBe('This model does not fit.');
    works = true;
    await scene.actions.generate();
    expect(scene.store.getState().compose.error).toBeUndefined();
  });
});

/** Takes that end on a tonic, all but the first. */
const laterOnesBetter: Handler<'compose'> = async function* (input, context) {
  const made = yield* inTwoSteps(input, context);
  const quality = (endsOnTonic: boolean): TakeQuality => ({ key: 0, inKey: 1, endsOnTonic });
  return output(made.takes.map((take, i) => ({ ...take, quality: quality(i > 0) })));
};

describe('the shown take', () => {
  it('is the best-ranked one once the batch is finished', async () => {
    const scene = sceneOf(laterOnesBetter);
    scene.actions.changeComposeSettings({ takes: 3 });
    await scene.actions.generate();
    const { takes, shown } = scene.store.getState();
    expect(shown).toEqual({ kind: 'take', id: takes[1].id });
    expect(new Set(takes.map(({ batch }) => batch)).size).toBe(1);
  });

  it('stays while the person listens to it', async () => {
    const scene = sceneOf(laterOnesBetter);
    const { transport } = scene.store.getState();
    scene.store.setState({ transport: { ...transport, playing: true } });
    scene.actions.changeComposeSettings({ takes: 2 });
    await scene.actions.generate();
    const { takes, shown } = scene.store.getState();
    expect(shown).toEqual({ kind: 'take', id: takes[0].id });
  });
});

describe('composeLike', () => {
  it('asks for the settings, plan and opening of a take, with the next seeds of the page', async () => {
    const forms = [{ piece: 'a', bars: 4, plan: '', lastPlace: 0 }];
    const planned: Handler<'compose'> = async function* (input, context) {
      const made = yield* inTwoSteps(input, context);
      const form = { groups: [], barTicks: 96, key: 5, planOf: 'a' };
      return output(made.takes.map((take) => ({ ...take, form })));
    };
    const scene = sceneOf(planned, trainedStore({ forms }));
    scene.store.setState({ pieces: [pieceOf('a')] });
    scene.actions.choosePrompt({ kind: 'piece', id: 'a' });
    scene.actions.changeComposeSettings({ takes: 2, seed: 40, temperature: 0.5 });
    await scene.actions.generate();
    scene.actions.choosePrompt({ kind: 'nothing' });
    scene.actions.changeComposeSettings({ temperature: 1 });
    await scene.actions.composeLike(scene.store.getState().takes[0].id);
    expect(scene.asked[1].prompt).toEqual(scene.asked[0].prompt);
    expect(scene.asked[1].settings).toMatchObject({
      temperature: 0.5,
      seed: 48,
      takes: 2,
      key: 5,
      form: { kind: 'as', piece: 'a' },
    });
    expect(scene.store.getState().compose.settings).toMatchObject({ temperature: 1, seed: 56 });
  });
});

describe('the seed', () => {
  async function seedsOf(locked: boolean): Promise<[asked: number[], page: number]> {
    const scene = sceneOf(inTwoSteps);
    scene.actions.changeComposeSettings({ takes: 2, seed: 40 });
    scene.actions.lockSeed(locked);
    await scene.actions.generate();
    const [{ id }] = scene.store.getState().takes;
    await scene.actions.continueTake(id, 50);
    await scene.actions.composeLike(id);
    const { seed } = scene.store.getState().compose.settings;
    return [scene.asked.map(({ settings }) => settings.seed), seed];
  }

  it('advances after each take that is continued or resembled', async () => {
    expect(await seedsOf(false)).toEqual([[40, 48, 56], 64]);
  });

  it('stays while it is locked, and what resembles a take is another one', async () => {
    expect(await seedsOf(true)).toEqual([[40, 40, 48], 40]);
  });
});
