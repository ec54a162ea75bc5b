import { afterEach, describe, expect, it } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import type { TakeQuality } from '../../music/form/takeQuality';
import { START_ROOT } from '../../training/modelFile/startCard';
import type { Handler } from '../../worker/protocol';
import type { AppState } from '../state';
import {
  type Conductor,
  composedTake,
  conduct,
  modelOf,
  noStart,
  output,
  pieceOf,
  trainedStore,
} from '../testing/composing';
import { testCard } from '../testing/startCard';
import { composeActions } from './composeActions';
import { trainedOnPieces } from './trainedOnPieces';

type Actions = ReturnType<typeof composeActions>;

interface Scene {
  store: StoreApi<AppState>;
  actions: Actions;
  asked: Conductor['asked'];
}

let client: Conductor['client'] | undefined;

afterEach(() => client?.end());

function sceneOf(
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
const inTwoSteps: Handler<'compose'> = async function* ({ settings: { takes: of, seed } }) {
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

  describe('with a model that holds no plans, as after a fit in Keras', () => {
    const forms = [
      { piece: 'taught', style: 'ragtime', bars: 8, plan: 'n n', lastPlace: 0 },
    ] as const;
    const taught = { ...noStart, load: async () => modelOf('form-medium', { forms: [...forms] }) };
    const storeOf = (change: Partial<AppState>): StoreApi<AppState> => {
      const store = trainedStore({ preset: 'form-small' });
      store.setState({ start: { card: testCard() }, ...change });
      return store;
    };
    const said = ({ store }: Scene): string[] => store.getState().notices.map(({ text }) => text);

    it('follows the plans of the pieces at hand', async () => {
      const pieces = [pieceOf('a'), { ...pieceOf('b'), included: false }];
      const scene = sceneOf(inTwoSteps, storeOf({ pieces }), taught);
      scene.actions.changeComposeSettings({ form: { kind: 'as', piece: 'a' } });
      await scene.actions.generate();
      expect(scene.asked).toMatchObject([
        { planned: ['a'], settings: { form: { kind: 'as', piece: 'a' } } },
      ]);
      expect(scene.asked[0].model.forms).toBeUndefined();
    });

    it('follows those of Etude’s own model where there are no pieces, but not its styles', async () => {
      const scene = sceneOf(inTwoSteps, storeOf({}), taught);
      await scene.actions.generate();
      const [{ piece, bars, plan, lastPlace }] = forms;
      expect(scene.asked[0].model.forms).toEqual([{ piece, bars, plan, lastPlace }]);
      expect(said(scene)).toEqual([]);
    });

    it('composes without a plan where Etude’s own model cannot be had, and says so', async () => {
      const load = async (): Promise<never> => Promise.reject(new Error('No connection.'));
      const scene = sceneOf(inTwoSteps, storeOf({}), { ...noStart, load });
      await scene.actions.generate();
      expect(scene.store.getState().takes.length).toBeGreaterThan(0);
      expect(said(scene)).toEqual([
        'The model holds no plans, and none are at hand: its takes repeat nothing until you add pieces.',
      ]);
    });
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
