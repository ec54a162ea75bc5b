/** The select "Key", and for networks that know keys the filter of its notes. */
import type { ReactNode } from 'react';
import { modelPreset } from '../../app/compose/modelPreset';
import { knowsKeys } from '../../app/compose/takeForm';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { SelectField } from '../controls/SelectField';
import styles from './ComposePanel.module.css';
import { keyChoice, withKey, withStrict } from './keyChoice';

export function KeySelect(): ReactNode {
  const { changeComposeSettings } = useActions();
  const settings = useAppState((state) => state.compose.settings);
  const taught = useAppState((state) => knowsKeys(modelPreset(state)));
  const { option, options } = keyChoice(settings, taught);
  return (
    <SelectField
      label={t('compose.key')}
      value={option.value}
      options={options}
      onChange={(value) => changeComposeSettings(withKey(settings, taught, value))}
    />
  );
}

/** Nothing for networks to which a key is a filter. */
export function StrictKey(): ReactNode {
  const { changeComposeSettings } = useActions();
  const settings = useAppState((state) => state.compose.settings);
  const taught = useAppState((state) => knowsKeys(modelPreset(state)));
  const { strict, canChooseStrict } = keyChoice(settings, taught);
  if (strict === undefined) return null;
  return (
    <label className={styles.strict} data-disabled={!canChooseStrict}>
      <input
        type="checkbox"
        checked={strict}
        disabled={!canChooseStrict}
        onChange={(event) => changeComposeSettings(withStrict(settings, event.target.checked))}
      />
      {t('compose.strictKey')}
    </label>
  );
}
