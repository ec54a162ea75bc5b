/**
 * Settings that few takes need, folded away: rhythm temperature, repetition and key. The fields
 * exist only while it is open.
 */
import { type ReactNode, useState } from 'react';
import { modelPreset } from '../../app/compose/modelPreset';
import { knowsKeys } from '../../app/compose/takeForm';
import { useActions, useAppState } from '../../app/context';
import { RangeField } from '../controls/RangeField';
import styles from './ComposePanel.module.css';
import { temperatureRange } from './composeFields';
import { RepetitionSelect } from './FormFields';
import { KeyFields } from './KeyFields';
import { keyChoice } from './keyChoice';
import { predictsRhythm } from './predictsRhythm';

export function MoreSettings(): ReactNode {
  const [open, setOpen] = useState(false);
  const { changeComposeSettings } = useActions();
  const settings = useAppState((state) => state.compose.settings);
  const rhythm = useAppState((state) => predictsRhythm(modelPreset(state)));
  const taught = useAppState((state) => knowsKeys(modelPreset(state)));
  const { rhythmTemperature } = settings;
  const { option: key } = keyChoice(settings, taught);

  return (
    <details className={styles.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{!open && key.key !== undefined ? `More · ${key.text}` : 'More'}</summary>
      {open && (
        <div className={styles.moreFields}>
          {rhythm && (
            <RangeField
              label="Rhythm temperature"
              {...temperatureRange}
              value={rhythmTemperature}
              valueText={rhythmTemperature.toFixed(2)}
              onChange={(value) => changeComposeSettings({ rhythmTemperature: value })}
            />
          )}
          <RepetitionSelect />
          <KeyFields />
        </div>
      )}
    </details>
  );
}
