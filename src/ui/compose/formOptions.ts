/** The fields "Form" and "Repetition": their options, and the choices that they stand for. */
import type { Piece } from '../../app/library/libraryState';
import type { FormChoice } from '../../model/composing/contract';
import type { Repetition } from '../../music/form/repetition';
import { t } from '../../texts/t';
import type { SelectOption } from '../controls/SelectField';

/** Values of options; those of pieces are `AS` and the piece's id. */
const DRAWN = 'drawn';
const FREE = 'free';
const AS = 'as ';

/**
 * A piece that was removed stands in the list only while it is chosen.
 * @param planned ids of the pieces whose plans are known
 * @param taught whether they are those that Etude's own model was taught on
 */
export function formOptions(
  form: FormChoice,
  planned: readonly string[],
  pieces: readonly Pick<Piece, 'id' | 'title'>[],
  taught = false,
): SelectOption<string>[] {
  const known = new Set(planned);
  const options = [
    { value: DRAWN, text: t(taught ? 'compose.formTaught' : 'compose.formDrawn') },
    { value: FREE, text: t('compose.formFree') },
    ...pieces
      .filter(({ id }) => known.has(id))
      .map(({ id, title }) => ({ value: AS + id, text: t('compose.formAs', { title }) })),
  ];
  const value = formValue(form);
  if (options.some((option) => option.value === value)) return options;
  return [...options, { value, text: t('compose.formAsRemoved') }];
}

export function formValue(form: FormChoice): string {
  return form.kind === 'as' ? AS + form.piece : form.kind;
}

export function formOf(value: string): FormChoice {
  if (value.startsWith(AS)) return { kind: 'as', piece: value.slice(AS.length) };
  return { kind: value === FREE ? 'free' : 'drawn' };
}

export function repetitionOptions(): SelectOption<Repetition>[] {
  return [
    { value: 'less', text: t('compose.repetitionLess') },
    { value: 'as learnt', text: t('compose.repetitionAsLearnt') },
    { value: 'more', text: t('compose.repetitionMore') },
  ];
}
