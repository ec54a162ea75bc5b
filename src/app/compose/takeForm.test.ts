import { expect, it } from 'vitest';
import { modelOf } from '../testing/composing';
import { followedForm, knowsForm, knowsKeys } from './takeForm';

const form = { piece: 'a', bars: 8, plan: '', lastPlace: 0 };

it('tells which models know keys and form', () => {
  expect(knowsKeys('seed')).toBe(false);
  expect(knowsKeys('studio-small')).toBe(false);
  expect(knowsKeys('form-small')).toBe(true);
  expect(knowsForm('form-small', undefined)).toBe(true);
  expect(knowsForm('form-small', modelOf('form-small', { forms: [form] }))).toBe(true);
  expect(knowsForm('form-small', modelOf('form-small'))).toBe(false);
  expect(knowsForm('studio-small', modelOf('studio-small', { forms: [form] }))).toBe(false);
});

it('draws a form in place of that of a piece that the model does not know', () => {
  const as = (piece: string) => ({ form: { kind: 'as', piece } }) as const;
  expect(followedForm(as('a'), [form])).toEqual({ kind: 'as', piece: 'a' });
  expect(followedForm(as('b'), [form])).toEqual({ kind: 'drawn' });
  expect(followedForm(as('a'))).toEqual({ kind: 'drawn' });
  expect(followedForm({})).toEqual({ kind: 'drawn' });
  expect(followedForm({ form: { kind: 'free' } })).toEqual({ kind: 'free' });
});
