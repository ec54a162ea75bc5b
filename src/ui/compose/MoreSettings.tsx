/**
 * Settings that few takes need, folded away: rhythm temperature and key. The fields exist only
 * while it is open.
 */
import { type ReactNode, useState } from 'react';
import { modelPreset } from '../../app/compose/modelPreset';
import { useActions, useAppState } from '../../app/context';
import { RangeField } from '../controls/RangeField';
import { SelectField } from '../controls/SelectField';
import styles from './ComposePanel.module.css';
import { temperatureRange } from './composeFields';
import { keyOf, keyOptions } from './keys';
import { predictsRhythm } from './predictsRhythm';

export function MoreSettings(): ReactNode {
  const [open, setOpen] = useState(false);
  const { changeComposeSettings } = useActions();
  const { rhythmTemperature, pitchClasses } = useAppState((state) => state.compose.settings);
  const rhythm = useAppState((state) => predictsRhythm(modelPreset(state)));
  const key = keyOf(pitchClasses);

  return (
    <details className={styles.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{!open && key.pitchClasses ? `More · ${key.text}` : 'More'}</summary>
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
          <SelectField
            label="Key"
            value={key.value}
            options={keyOptions}
            onChange={(value) => {
              const chosen = keyOptions.find((option) => option.value === value);
              changeComposeSettings({ pitchClasses: chosen?.pitchClasses });
            }}
          />
        </div>
      )}
    </details>
  );
}
