/** The settings of the next take. */
import { Dices } from 'lucide-react';
import type { ReactNode } from 'react';
import { modelPreset } from '../../app/compose/modelPreset';
import { useActions, useAppState } from '../../app/context';
import { presets } from '../../model/preset';
import { IconButton } from '../controls/Button';
import { NumberField } from '../controls/NumberField';
import { ProblemList, useProblems } from '../controls/Problems';
import { RangeField } from '../controls/RangeField';
import { SelectField } from '../controls/SelectField';
import styles from './ComposePanel.module.css';
import {
  lengthField,
  newSeed,
  seedField,
  takesOptions,
  temperatureRange,
  topPRange,
} from './composeFields';
import { FormSelect } from './FormFields';
import { lengthInWords } from './lengthInWords';
import { MoreSettings } from './MoreSettings';
import { PromptSelect } from './PromptSelect';

export function ComposeForm(): ReactNode {
  const { changeComposeSettings } = useActions();
  const settings = useAppState((state) => state.compose.settings);
  const problems = useProblems<'length' | 'seed'>();
  const preset = useAppState((state) => presets[modelPreset(state)]);
  const { temperature, topP } = settings;

  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        <RangeField
          label="Temperature"
          {...temperatureRange}
          value={temperature}
          valueText={temperature.toFixed(2)}
          onChange={(value) => changeComposeSettings({ temperature: value })}
        />
        <RangeField
          label="Top-p"
          {...topPRange}
          value={topP}
          valueText={topP.toFixed(2)}
          onChange={(value) => changeComposeSettings({ topP: value })}
        />
      </div>
      <div className={styles.numbers}>
        <NumberField
          label={lengthField.label}
          rule={lengthField}
          value={settings.length}
          onChange={(length) => changeComposeSettings({ length })}
          problemId={problems.idOf('length')}
          onProblem={(problem) => problems.set('length', problem)}
        />
        <SelectField
          label="Takes at once"
          value={String(settings.takes)}
          options={takesOptions}
          onChange={(takes) => changeComposeSettings({ takes: Number(takes) })}
        />
        <NumberField
          label={seedField.label}
          rule={seedField}
          value={settings.seed}
          onChange={(seed) => changeComposeSettings({ seed })}
          problemId={problems.idOf('seed')}
          onProblem={(problem) => problems.set('seed', problem)}
        >
          <IconButton
            label="New random seed"
            onPress={() => {
              problems.set('seed', undefined);
              changeComposeSettings({ seed: newSeed() });
            }}
          >
            <Dices size={17} aria-hidden />
          </IconButton>
        </NumberField>
      </div>
      <p className={styles.note}>{lengthInWords(settings.length, preset)}</p>
      <div className={styles.sources}>
        <PromptSelect />
        <FormSelect />
      </div>
      <MoreSettings />
      <ProblemList problems={problems} />
    </div>
  );
}
