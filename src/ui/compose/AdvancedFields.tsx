/** Settings that few takes need, folded away: number of takes, seed, form, sampling. */
import { Dices, Lock, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { modelPreset } from '../../app/compose/modelPreset';
import { useActions, useAppState } from '../../app/context';
import { IconButton, IconToggle } from '../controls/Button';
import { Disclosure } from '../controls/Disclosure';
import { NumberField } from '../controls/NumberField';
import { RangeField } from '../controls/RangeField';
import { SelectField } from '../controls/SelectField';
import styles from './ComposePanel.module.css';
import { newSeed, seedField, takesOptions, temperatureRange, topPRange } from './composeFields';
import { FormSelect } from './FormFields';
import { StrictKey } from './KeyFields';
import { predictsRhythm } from './predictsRhythm';

export function AdvancedFields(): ReactNode {
  const { changeComposeSettings, lockSeed } = useActions();
  const settings = useAppState((state) => state.compose.settings);
  const rhythm = useAppState((state) => predictsRhythm(modelPreset(state)));
  const locked = useAppState((state) => state.compose.seedLocked);
  const { temperature, rhythmTemperature, topP } = settings;

  return (
    <Disclosure title="Advanced">
      <div className={styles.advanced}>
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
        >
          <IconToggle label="Lock the seed" small selected={locked} onChange={lockSeed}>
            {locked ? <Lock size={15} aria-hidden /> : <LockOpen size={15} aria-hidden />}
          </IconToggle>
          <IconButton
            label="New random seed"
            small
            onPress={() => changeComposeSettings({ seed: newSeed() })}
          >
            <Dices size={15} aria-hidden />
          </IconButton>
        </NumberField>
        <FormSelect />
      </div>
    </Disclosure>
  );
}
