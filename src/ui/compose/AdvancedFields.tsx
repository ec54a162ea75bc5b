/** Settings that few takes need, folded away: number of takes, seed, form, sampling. */
import { Dices, Lock, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { modelPreset } from '../../app/compose/modelPreset';
import { useActions, useAppState } from '../../app/context';
import { formatFixed } from '../../texts/numbers';
import { t } from '../../texts/t';
import { IconButton, IconToggle } from '../controls/Button';
import { Disclosure } from '../controls/Disclosure';
import { NumberField } from '../controls/NumberField';
import { RangeField } from '../controls/RangeField';
import { SelectField } from '../controls/SelectField';
import styles from './ComposePanel.module.css';
import { newSeed, seedRule, takesOptions, temperatureRange, topPRange } from './composeFields';
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
    <Disclosure title={t('compose.advanced')}>
      <div className={styles.advanced}>
        <RangeField
          label={t('compose.temperature')}
          {...temperatureRange}
          value={temperature}
          valueText={formatFixed(temperature, 2)}
          onChange={(value) => changeComposeSettings({ temperature: value })}
        />
        <RangeField
          label={t('compose.topP')}
          {...topPRange}
          value={topP}
          valueText={formatFixed(topP, 2)}
          onChange={(value) => changeComposeSettings({ topP: value })}
        />
        {rhythm && (
          <RangeField
            label={t('compose.rhythmTemperature')}
            {...temperatureRange}
            value={rhythmTemperature}
            valueText={formatFixed(rhythmTemperature, 2)}
            onChange={(value) => changeComposeSettings({ rhythmTemperature: value })}
          />
        )}
        <StrictKey />
        <SelectField
          label={t('compose.takesAtOnce')}
          value={String(settings.takes)}
          options={takesOptions}
          onChange={(takes) => changeComposeSettings({ takes: Number(takes) })}
        />
        <NumberField
          label={t('compose.seed')}
          rule={seedRule}
          value={settings.seed}
          onChange={(seed) => changeComposeSettings({ seed })}
        >
          <IconToggle label={t('compose.lockSeed')} small selected={locked} onChange={lockSeed}>
            {locked ? <Lock size={15} aria-hidden /> : <LockOpen size={15} aria-hidden />}
          </IconToggle>
          <IconButton
            label={t('compose.newSeed')}
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
