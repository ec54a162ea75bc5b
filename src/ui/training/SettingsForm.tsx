/** The preset and its settings. What is not valid is said so and not applied. */
import { type ReactNode, useId, useState } from 'react';
import { useActions, useAppState } from '../../app/context';
import { presets, type TrainingSettings } from '../../model/preset';
import { NumberField } from '../controls/NumberField';
import { SelectField } from '../controls/SelectField';
import { isBusy } from './runText';
import styles from './SettingsForm.module.css';
import { mainSettings, settingFields } from './settingRules';

type Problems = Partial<Record<keyof TrainingSettings, string>>;

const presetOptions = Object.values(presets).map(({ id, title }) => ({ value: id, text: title }));

export function SettingsForm(): ReactNode {
  const problemId = useId();
  const { choosePreset, changeSettings } = useActions();
  const preset = useAppState((state) => state.preset);
  const settings = useAppState((state) => state.settings);
  const busy = useAppState((state) => isBusy(state.training.phase));
  const [problems, setProblems] = useState<Problems>({});
  const problem = Object.values(problems).filter(Boolean).join(' ');

  function field(name: keyof TrainingSettings): ReactNode {
    return (
      <NumberField
        key={`${preset} ${name}`}
        label={settingFields[name].label}
        rule={settingFields[name]}
        value={settings[name]}
        disabled={busy}
        problemId={problemId}
        onChange={(value) => changeSettings({ [name]: value })}
        onProblem={(text) => setProblems((others) => ({ ...others, [name]: text }))}
      />
    );
  }

  return (
    <div>
      <div className={styles.fields}>
        <SelectField
          label="Preset"
          value={preset}
          options={presetOptions}
          disabled={busy}
          onChange={(id) => {
            setProblems({});
            choosePreset(id);
          }}
        />
        {mainSettings.map(field)}
      </div>
      <p className={styles.note} id={problemId} aria-live="polite" data-problem={problem !== ''}>
        {problem || presets[preset].description}
      </p>
      <details className={styles.more}>
        <summary>More</summary>
        <div className={styles.fields}>{field('seed')}</div>
      </details>
    </div>
  );
}
