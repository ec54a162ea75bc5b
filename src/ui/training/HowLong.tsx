/** The select "How long", and an estimate of what it means on this machine. */
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { epochsFor, type HowLong, howLongOf } from '../../app/training/runLength';
import { presets } from '../../model/preset';
import type { TextKey } from '../../texts/catalogue';
import { t } from '../../texts/t';
import { SelectField } from '../controls/SelectField';
import { estimateText } from './estimateText';

const TEXTS = {
  short: 'training.howLongShort',
  usual: 'training.howLongUsual',
  long: 'training.howLongLong',
  own: 'training.howLongOwn',
} as const satisfies Record<HowLong, TextKey>;

export function HowLongSelect({ disabled }: { disabled: boolean }): ReactNode {
  const { changeSettings } = useActions();
  const preset = useAppState((state) => presets[state.preset]);
  const notes = useAppState(({ statistics }) => statistics?.notes.training);
  const chosen = useAppState((state) => howLongOf(state.settings.epochs, preset, notes));
  const options = (['short', 'usual', 'long', 'own'] as const)
    .filter((choice) => choice !== 'own' || chosen === 'own')
    .map((value) => ({ value, text: t(TEXTS[value]) }));
  return (
    <SelectField
      label={t('training.howLong')}
      value={chosen}
      options={options}
      disabled={disabled}
      onChange={(choice) => {
        if (choice !== 'own') changeSettings({ epochs: epochsFor(choice, preset, notes) });
      }}
    />
  );
}

export function Estimate(): ReactNode {
  const seconds = useAppState(({ statistics, settings, engine }) =>
    statistics && engine?.notesPerSecond
      ? (statistics.notes.training * settings.epochs) / engine.notesPerSecond
      : undefined,
  );
  return estimateText(seconds);
}
