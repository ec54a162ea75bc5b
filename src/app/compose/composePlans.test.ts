import { describe, expect, it } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../state';
import { inTwoSteps, type Scene, sceneOf } from '../testing/composeScene';
import { modelOf, noStart, pieceOf, trainedStore } from '../testing/composing';
import { testCard } from '../testing/startCard';

describe('generate with a model that holds no plans, as after a fit in Keras', () => {
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
