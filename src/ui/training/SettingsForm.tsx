/** The preset and its settings. Invalid values are reported and not applied. */
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { type PresetId, presets, type TrainingSettings } from '../../model/preset';
import { NumberField } from '../controls/NumberField';
import { ProblemList, useProblems } from '../controls/Problems';
import { SelectField, type SelectOption } from '../controls/SelectField';
import { isRunActive } from './runText';
import styles from './SettingsForm.module.css';
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
  const problems = useProblems<keyof TrainingSettings>();

  function field(name: keyof TrainingSettings): ReactNode {
    return (
      <NumberField
        key={`${preset} ${name}`}
        label={settingFields[name].label}
        rule={settingFields[name]}
        value={settings[name]}
        disabled={busy}
        problemId={problems.idOf(name)}
        onChange={(value) => changeSettings({ [name]: value })}
        onProblem={(problem) => problems.set(name, problem)}
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
          onChange={(id) => {
            problems.clear();
            choosePreset(id);
          }}
        />
        {mainSettings.map(field)}
      </div>
      <ProblemList problems={problems}>{presets[preset].description}</ProblemList>
      <details className={styles.more}>
        <summary>More</summary>
        <div className={styles.fields}>{field('seed')}</div>
      </details>
    </div>
  );
}
