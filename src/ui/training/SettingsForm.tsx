/** The preset, its settings, and what a run starts from. */
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { type PresetId, presets, type TrainingSettings } from '../../model/preset';
import { presetDescription, presetTitle } from '../../model/presetTexts';
import { t } from '../../texts/t';
import { Disclosure } from '../controls/Disclosure';
import { NumberField } from '../controls/NumberField';
import { SelectField, type SelectOption } from '../controls/SelectField';
import { Estimate, HowLongSelect } from './HowLong';
import { isRunActive } from './runText';
import styles from './SettingsForm.module.css';
import { StartSelect } from './StartSelect';
import { settingNames, settingRules } from './settingRules';

/** Presets to choose from; a retired one only where it is chosen. */
function presetOptions(chosen: PresetId): SelectOption<PresetId>[] {
  return Object.values(presets)
    .filter(({ id, retiredFor }) => !retiredFor || id === chosen)
    .map(({ id }) => ({ value: id, text: presetTitle(id) }));
}

export function SettingsForm(): ReactNode {
  const { choosePreset, changeSettings } = useActions();
  const preset = useAppState((state) => state.preset);
  const settings = useAppState((state) => state.settings);
  const busy = useAppState((state) => isRunActive(state.training.phase));

  function field(name: keyof TrainingSettings): ReactNode {
    return (
      <NumberField
        key={`${preset} ${name}`}
        label={t(`training.${name}Label`)}
        rule={settingRules[name]}
        value={settings[name]}
        disabled={busy}
        onChange={(value) => changeSettings({ [name]: value })}
      />
    );
  }

  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        <SelectField
          label={t('training.preset')}
          value={preset}
          options={presetOptions(preset)}
          disabled={busy}
          onChange={choosePreset}
        />
        <HowLongSelect disabled={busy} />
        <StartSelect disabled={busy} />
      </div>
      <p className={styles.note}>
        {presetDescription(preset)} <Estimate />
      </p>
      <Disclosure title={t('training.advanced')}>
        <div className={styles.fields}>{settingNames.map(field)}</div>
        <dl className={styles.meanings}>
          {settingNames.map((name) => (
            <div key={name}>
              <dt>{t(`training.${name}Label`)}</dt>
              <dd>{t(`training.${name}Meaning`)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
