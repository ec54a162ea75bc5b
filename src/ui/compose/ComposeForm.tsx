/** The settings of the next takes that most people change; the rest under "Advanced". */
import type { ReactNode } from 'react';
import { modelPreset } from '../../app/compose/modelPreset';
import { useActions, useAppState } from '../../app/context';
import { presets } from '../../model/preset';
import { t } from '../../texts/t';
import { NumberField } from '../controls/NumberField';
import { RangeField } from '../controls/RangeField';
import { AdvancedFields } from './AdvancedFields';
import styles from './ComposePanel.module.css';
import { lengthRule } from './composeFields';
import { RepetitionSelect } from './FormFields';
import { KeySelect } from './KeyFields';
import { lengthInWords } from './lengthInWords';
import { PlayOpening } from './PlayOpening';
import { PromptSelect } from './PromptSelect';
import { StyleSelect } from './StyleSelect';
import { drawingOf, wildnessOf, wildnessRange, wildnessText } from './wildness';

export function ComposeForm(): ReactNode {
  const { changeComposeSettings } = useActions();
  const settings = useAppState((state) => state.compose.settings);
  const preset = useAppState((state) => presets[modelPreset(state)]);

  return (
    <fieldset className={styles.form} aria-label={t('compose.settings')}>
      <div className={styles.fields}>
        <NumberField
          label={t('compose.length')}
          rule={lengthRule}
          value={settings.length}
          onChange={(length) => changeComposeSettings({ length })}
        />
        <StyleSelect />
        <KeySelect />
        <RepetitionSelect />
      </div>
      <p className={styles.note}>{lengthInWords(settings.length, preset)}</p>
      <div className={styles.halves}>
        <RangeField
          label={t('compose.safeWild')}
          {...wildnessRange}
          value={wildnessOf(settings)}
          valueText={wildnessText(settings)}
          onChange={(wildness) => changeComposeSettings(drawingOf(wildness))}
        />
        <PromptSelect />
      </div>
      <PlayOpening />
      <AdvancedFields />
    </fieldset>
  );
}
