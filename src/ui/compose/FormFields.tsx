/** The selects "Form" and "Repetition"; nothing for models that know no form. */
import type { ReactNode } from 'react';
import { modelInUse, usesStart } from '../../app/compose/modelInUse';
import { followedForm, knowsForm, plannedPieces, planSource } from '../../app/compose/takeForm';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { SelectField } from '../controls/SelectField';
import { formOf, formOptions, formValue, repetitionOptions } from './formOptions';

export function FormSelect(): ReactNode {
  const { changeComposeSettings } = useActions();
  const shown = useAppState(knowsForm);
  const model = useAppState(modelInUse);
  const isStart = useAppState(usesStart);
  const start = useAppState((state) => state.start);
  const pieces = useAppState((state) => state.pieces);
  const settings = useAppState((state) => state.compose.settings);
  if (!shown) return null;
  const planned = model ? plannedPieces({ pieces, start }, model) : [];
  const taught = isStart || (model && planSource({ pieces, start }, model) === 'start');
  const form = followedForm(settings, planned);
  return (
    <SelectField
      label={t('compose.form')}
      value={formValue(form)}
      options={formOptions(form, planned, pieces, taught)}
      onChange={(value) => changeComposeSettings({ form: formOf(value) })}
    />
  );
}

/** Without a plan there is nothing to repeat. */
export function RepetitionSelect(): ReactNode {
  const { changeComposeSettings } = useActions();
  const shown = useAppState(knowsForm);
  const { form, repetition = 'as learnt' } = useAppState((state) => state.compose.settings);
  if (!shown) return null;
  return (
    <SelectField
      label={t('compose.repetition')}
      value={repetition}
      options={repetitionOptions()}
      disabled={form?.kind === 'free'}
      onChange={(value) => changeComposeSettings({ repetition: value })}
    />
  );
}
