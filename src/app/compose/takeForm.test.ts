import { expect, it } from 'vitest';
import type { PieceForm } from '../../music/form/pieceForm';
import type { Checkpoint } from '../../training/checkpoint';
import { initialState } from '../initialState';
import { modelOf, pieceOf } from '../testing/composing';
import { testCard } from '../testing/startCard';
import { followedForm, knowsForm, knowsKeys, plannedPieces, planSource } from './takeForm';

const form: PieceForm = { piece: 'a', bars: 8, plan: '', lastPlace: 0 };
const start = { card: testCard() };
const withPlans = modelOf('form-small', { forms: [form] });
const without = modelOf('form-small');

it('tells which models know keys and form', () => {
  expect(knowsKeys('seed')).toBe(false);
  expect(knowsKeys('studio-small')).toBe(false);
  expect(knowsKeys('form-small')).toBe(true);
  const state = initialState();
  const knows = (checkpoint: Checkpoint, change = {}): boolean =>
    knowsForm({ ...state, ...change, training: { ...state.training, checkpoint } });
  expect(knowsForm({ ...state, preset: 'form-small' })).toBe(true);
  expect(knowsForm({ ...state, preset: 'seed' })).toBe(false);
  expect(knows(withPlans)).toBe(true);
  expect(knows(without)).toBe(false);
  expect(knows(without, { pieces: [pieceOf('b')] })).toBe(true);
  expect(knows(without, { start })).toBe(true);
  expect(knows(modelOf('studio-small', { forms: [form] }))).toBe(false);
});

it('finds plans for a model that holds none: those of the pieces at hand, then of Etude’s model', () => {
  const pieces = [{ ...pieceOf('b'), included: false }, pieceOf('c')];
  const taught = { ...start, checkpoint: withPlans };
  expect(planSource({ pieces, start }, withPlans)).toBe('model');
  expect(plannedPieces({ pieces, start }, withPlans)).toEqual(['a']);
  expect(planSource({ pieces, start }, without)).toBe('pieces');
  expect(plannedPieces({ pieces, start }, without)).toEqual(['c']);
  expect(planSource({ pieces: pieces.slice(0, 1), start }, without)).toBe('start');
  expect(plannedPieces({ pieces: [], start }, without)).toEqual([]);
  expect(plannedPieces({ pieces: [], start: taught }, without)).toEqual(['a']);
  expect(planSource({ pieces: [], start: undefined }, without)).toBe('none');
  expect(planSource({ pieces, start }, modelOf('studio-small'))).toBe('none');
});

it('draws a form in place of that of a piece without a known plan', () => {
  const as = (piece: string) => ({ form: { kind: 'as', piece } }) as const;
  expect(followedForm(as('a'), ['a'])).toEqual({ kind: 'as', piece: 'a' });
  expect(followedForm(as('b'), ['a'])).toEqual({ kind: 'drawn' });
  expect(followedForm({}, [])).toEqual({ kind: 'drawn' });
  expect(followedForm({ form: { kind: 'free' } }, [])).toEqual({ kind: 'free' });
});
