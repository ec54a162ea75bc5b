import { afterEach, describe, expect, it } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import type { Handler } from '../../worker/protocol';
import { noHandlers } from '../../worker/testing/channelWorker';
import type { AppState } from '../state';
import {
  type Conductor,
  composedTake,
  conduct,
  modelOf,
  noStart,
  trainedStore,
} from '../testing/composing';
import { againActions, barsInWords, candidatesFor } from './againActions';
import type { Take } from './take';

interface Scene {
  store: StoreApi<AppState>;
  actions: ReturnType<typeof againActions>;
  askedAgain: Conductor['askedAgain'];
}

const bars = { take: 'a', from: 1, to: 2 };

let client: Conductor['client'] | undefined;

afterEach(() => client?.end());

/** Moves every note of the take up by a semitone. */
const upwards: Handler<'recompose'> = async function* ({ take: { notes, odds, promptNotes } }) {
  yield { share: 0.5 };
  return {
    notes: notes.map((note) => ({ ...note, pitch: note.pitch + 1 })),
    odds: [...odds],
    promptNotes,
  };
};

/** Works until it is cancelled. */
const endless: Handler<'recompose'> = async function* (_, { signal }) {
  while (!signal.aborted) {
    yield { share: 0.1 };
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error('Composing was cancelled.');
};

function takeOf(change: Partial<Take> = {}): Take {
  const { notes, odds } = composedTake(12);
  return {
    id: 'a',
    number: 1,
    title: 'Take 1',
    notes,
    odds,
    ppq: 24,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
    promptNotes: 0,
    settings: {
      temperature: 1,
      rhythmTemperature: 1,
      topP: 1,
      length: 3,
      seed: 7,
      takes: 4,
      key: 2,
    },
    preset: 'form-small',
    epoch: 3,
    remarks: [],
    composing: false,
    ...change,
  };
}

function sceneOf(recompose: Handler<'recompose'>, take = takeOf()): Scene {
  const conductor = conduct(noHandlers.compose, recompose);
  client = conductor.client;
  const store = trainedStore();
  const { training } = store.getState();
  store.setState({ takes: [take], training: { ...training, checkpoint: modelOf('form-small') } });
  const actions = againActions(store, conductor.client, () => [], noStart);
  return { store, actions, askedAgain: conductor.askedAgain };
}

describe('composeAgain', () => {
  it('puts the new notes in the place of the take, and undo restores the old ones', async () => {
    const { store, actions } = sceneOf(upwards);
    const [old] = store.getState().takes;
    await actions.composeAgain(bars);
    const { takes, notices, recomposing } = store.getState();
    expect(takes).toHaveLength(1);
    expect(takes[0].notes.map(({ pitch }) => pitch - 1)).toEqual(
      old.notes.map(({ pitch }) => pitch),
    );
    expect(takes[0].remarks).toEqual(['Composed bar 2 again, seed 1.']);
    expect(recomposing).toBeUndefined();
    expect(notices.at(-1)?.text).toBe('Composed bar 2 of “Take 1” again.');
    notices.at(-1)?.action?.run();
    expect(store.getState().takes).toEqual([old]);
    expect(store.getState().takes[0]).toBe(old);
  });

  it('undoes also where the take was removed since', async () => {
    const { store, actions } = sceneOf(upwards);
    const [old] = store.getState().takes;
    await actions.composeAgain(bars);
    store.setState({ takes: [] });
    store.getState().notices.at(-1)?.action?.run();
    expect(store.getState().takes).toEqual([old]);
  });

  it("asks for candidates under the take's conditions and the page's temperatures", async () => {
    const { store, actions, askedAgain } = sceneOf(upwards);
    const { compose } = store.getState();
    store.setState({
      compose: { ...compose, settings: { ...compose.settings, temperature: 0.5 } },
    });
    await actions.composeAgain(bars);
    await actions.composeAgain(bars);
    expect(askedAgain.map(({ settings }) => settings.seed)).toEqual([1, 7]);
    expect(askedAgain[0]).toMatchObject({
      passage: { from: 1, to: 2 },
      settings: { temperature: 0.5, key: 2, takes: 6 },
      take: { promptNotes: 0 },
    });
  });

  it('leaves the take as it was when it is cancelled', async () => {
    const { store, actions } = sceneOf(endless);
    const { takes, notices } = store.getState();
    const running = actions.composeAgain(bars);
    await expect.poll(() => store.getState().recomposing?.progress).toBe(0.1);
    await actions.composeAgain(bars);
    actions.cancelAgain();
    await running;
    expect(store.getState()).toMatchObject({ takes, notices });
    expect(store.getState().recomposing).toBeUndefined();
  });

  it('says why it failed', async () => {
    const { store, actions } = sceneOf(async function* () {
      yield { share: 0 };
      throw new Error('The take has no such bars.');
    });
    await actions.composeAgain(bars);
    expect(store.getState().notices.at(-1)?.text).toBe('The take has no such bars.');
  });

  it('does nothing without a model of the same encoding', async () => {
    const { actions, askedAgain } = sceneOf(upwards, takeOf({ preset: 'seed' }));
    await actions.composeAgain(bars);
    await actions.composeAgain({ ...bars, take: 'b' });
    expect(askedAgain).toEqual([]);
  });
});

it('knows which takes can be composed again by which model', () => {
  const candidates = (take: Partial<Take>, model: Parameters<typeof modelOf>[0]): unknown =>
    candidatesFor(takeOf(take), modelOf(model));
  expect(candidates({}, 'form-large')).toBe(6);
  expect(candidates({}, 'studio-small')).toBeUndefined();
  expect(candidates({ preset: 'studio-small' }, 'studio-small')).toBeUndefined();
  expect(candidates({ composing: true }, 'form-small')).toBeUndefined();
  expect(candidatesFor(takeOf(), undefined)).toBeUndefined();
});

it('names bars from 1 on', () => {
  expect(barsInWords({ from: 0, to: 1 })).toBe('bar 1');
  expect(barsInWords({ from: 4, to: 8 })).toBe('bars 5 to 8');
});
