import { expect, it } from 'vitest';
import type { FormChoice } from '../../model/composing/contract';
import { formOf, formOptions, formValue } from './formOptions';

const pieces = ['Bethena', 'Solace'].map((title) => ({ id: `id of ${title}`, title }));
const texts = (form: FormChoice): string[] =>
  formOptions(form, ['id of Solace'], pieces).map(({ text }) => text);

it('offers the form of each piece that the model has a plan of', () => {
  expect(texts({ kind: 'drawn' })).toEqual(['Drawn from your pieces', 'Free', 'As in Solace']);
});

it('keeps the chosen one in the list after its piece was removed', () => {
  expect(texts({ kind: 'as', piece: 'gone' }).at(-1)).toBe('As in a removed piece');
});

it('reads each choice back from its value', () => {
  for (const form of [
    { kind: 'drawn' },
    { kind: 'free' },
    { kind: 'as', piece: 'id of Solace' },
    { kind: 'as', piece: 'free' },
  ] as const) {
    expect(formOf(formValue(form))).toEqual(form);
  }
});
