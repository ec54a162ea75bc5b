/** The preset, its settings, and what a run starts from. */
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { type PresetId, presets, type TrainingSettings } from '../../model/preset';
import { NumberField } from '../controls/NumberField';
import { SelectField, type SelectOption } from '../controls/SelectField';
import { isRunActive } from './runText';
import styles from './SettingsForm.module.css';
import { StartSelect } from './StartSelect';
import { mainSettings, settingFields } from './settingRules';

/** Presets to choose from; a retired one only where it is chosen. */
function presetOptions(chosen: PresetId): SelectOption<PresetId>[] {
  return Object.values(presets)
    .filter(({ id, retiredFor }) => !retiredFor || id === chosen)
    .map(({ id, title }) => ({ value: id, text: title }));
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
        label={settingFields[name].label}
        rule={settingFields[name]}
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
          label="Preset"
          value={preset}
          options={presetOptions(preset)}
          disabled={busy}
          onChange={choosePreset}
        />
        <StartSelect disabled={busy} />
        {mainSettings.map(field)}
      </div>
      <p className={styles.note}>{presets[preset].description}</p>
      <details className={styles.more}>
        <summary>More</summary>
        <div className={styles.fields}>{field('seed')}</div>
      </details>
    </div>
  );
}
