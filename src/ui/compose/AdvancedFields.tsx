/** Settings that few takes need, folded away: number of takes, seed, form, sampling. */
import { Dices } from 'lucide-react';
import type { ReactNode } from 'react';
import { modelPreset } from '../../app/compose/modelPreset';
import { useActions, useAppState } from '../../app/context';
import { IconButton } from '../controls/Button';
import { Disclosure } from '../controls/Disclosure';
import { NumberField } from '../controls/NumberField';
import { ProblemList, useProblems } from '../controls/Problems';
import { RangeField } from '../controls/RangeField';
import { SelectField } from '../controls/SelectField';
import styles from './ComposePanel.module.css';
import { newSeed, seedField, takesOptions, temperatureRange, topPRange } from './composeFields';
import { FormSelect } from './FormFields';
import { StrictKey } from './KeyFields';
import { predictsRhythm } from './predictsRhythm';

export function AdvancedFields(): ReactNode {
  const { changeComposeSettings } = useActions();
  const settings = useAppState((state) => state.compose.settings);
  const rhythm = useAppState((state) => predictsRhythm(modelPreset(state)));
  const problems = useProblems<'seed'>();
  const { temperature, rhythmTemperature, topP } = settings;

  return (
    <Disclosure title="Advanced">
      <div className={styles.halves}>
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
        {rhythm && (
          <RangeField
            label="Rhythm temperature"
            {...temperatureRange}
            value={rhythmTemperature}
            valueText={rhythmTemperature.toFixed(2)}
            onChange={(value) => changeComposeSettings({ rhythmTemperature: value })}
          />
        )}
        <StrictKey />
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
        <FormSelect />
      </div>
      {problems.list.length > 0 && <ProblemList problems={problems} />}
    </Disclosure>
  );
}
