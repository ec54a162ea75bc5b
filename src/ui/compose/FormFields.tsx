/** The selects "Form" and "Repetition"; nothing for models that know no form. */
import type { ReactNode } from 'react';
import { modelInUse, usesStart } from '../../app/compose/modelInUse';
import { modelPreset } from '../../app/compose/modelPreset';
import { followedForm, knowsForm } from '../../app/compose/takeForm';
import { useActions, useAppState } from '../../app/context';
import type { AppState } from '../../app/state';
import { t } from '../../texts/t';
import { SelectField } from '../controls/SelectField';
import { formOf, formOptions, formValue, repetitionOptions } from './formOptions';

const hasForm = (state: AppState): boolean => knowsForm(modelPreset(state), modelInUse(state));

export function FormSelect(): ReactNode {
  const { changeComposeSettings } = useActions();
  const shown = useAppState(hasForm);
  const forms = useAppState((state) => modelInUse(state)?.forms);
  const start = useAppState(usesStart);
  const pieces = useAppState((state) => state.pieces);
  const settings = useAppState((state) => state.compose.settings);
  if (!shown) return null;
  const form = followedForm(settings, forms);
  return (
    <SelectField
      label={t('compose.form')}
      value={formValue(form)}
      options={formOptions(form, forms ?? [], pieces, start)}
      onChange={(value) => changeComposeSettings({ form: formOf(value) })}
    />
  );
}

/** Without a plan there is nothing to repeat. */
export function RepetitionSelect(): ReactNode {
  const { changeComposeSettings } = useActions();
  const shown = useAppState(hasForm);
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
