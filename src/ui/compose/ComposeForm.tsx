/** The settings of the next take. */
import { Dices, Lock, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { modelPreset } from '../../app/compose/modelPreset';
import { useActions, useAppState } from '../../app/context';
import { presets } from '../../model/preset';
import { IconButton, IconToggle } from '../controls/Button';
import { NumberField } from '../controls/NumberField';
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
  const { changeComposeSettings, lockSeed } = useActions();
  const settings = useAppState((state) => state.compose.settings);
  const locked = useAppState((state) => state.compose.seedLocked);
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
      </div>
      <p className={styles.note}>{lengthInWords(settings.length, preset)}</p>
      <div className={styles.sources}>
        <PromptSelect />
        <FormSelect />
      </div>
      <MoreSettings />
    </div>
  );
}
