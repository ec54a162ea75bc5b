/** The fields "Form" and "Repetition": their options, and the choices that they stand for. */
import type { Piece } from '../../app/state';
import type { FormChoice } from '../../model/composing/contract';
import type { PieceForm } from '../../music/form/pieceForm';
import type { Repetition } from '../../music/form/repetition';
import type { SelectOption } from '../controls/SelectField';

/** Values of options; those of pieces are `AS` and the piece's id. */
const DRAWN = 'drawn';
const FREE = 'free';
const AS = 'as ';

/**
 * A piece that was removed stands in the list only while it is chosen.
 * @param start whether Etude's own model composes
 */
export function formOptions(
  form: FormChoice,
  forms: readonly PieceForm[],
  pieces: readonly Pick<Piece, 'id' | 'title'>[],
  start = false,
): SelectOption<string>[] {
  const planned = new Set(forms.map(({ piece }) => piece));
  const options = [
    { value: DRAWN, text: start ? 'Drawn from the taught scores' : 'Drawn from your pieces' },
    { value: FREE, text: 'Free' },
    ...pieces
      .filter(({ id }) => planned.has(id))
      .map(({ id, title }) => ({ value: AS + id, text: `As in ${title}` })),
  ];
  const value = formValue(form);
  if (options.some((option) => option.value === value)) return options;
  return [...options, { value, text: 'As in a removed piece' }];
}

export function formValue(form: FormChoice): string {
  return form.kind === 'as' ? AS + form.piece : form.kind;
}

export function formOf(value: string): FormChoice {
  if (value.startsWith(AS)) return { kind: 'as', piece: value.slice(AS.length) };
  return { kind: value === FREE ? 'free' : 'drawn' };
}

export const repetitionOptions: readonly SelectOption<Repetition>[] = [
  { value: 'less', text: 'Less' },
  { value: 'as learnt', text: 'As learnt' },
  { value: 'more', text: 'More' },
];
