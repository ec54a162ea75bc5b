/** The select "Train on": the fastest engine by measurement, or a chosen one. */
import { type ReactNode, useId } from 'react';
import { useActions, useAppState } from '../../app/context';
import type { EngineChoice } from '../../app/engine/engineState';
import { backendNames, backendTitle } from '../../engine/engineReport';
import { t } from '../../texts/t';
import { SelectField, type SelectOption } from '../controls/SelectField';
import { isRunActive } from '../training/runText';
import styles from './EngineStatus.module.css';

function options(): SelectOption<EngineChoice>[] {
  return [
    { value: 'auto', text: t('header.automatic') },
    ...backendNames.map((backend) => ({ value: backend, text: backendTitle(backend) })),
  ];
}

export function EngineChooser(): ReactNode {
  const reasonId = useId();
  const { chooseEngine } = useActions();
  const choice = useAppState((state) => state.engineChoice);
  const busy = useAppState((state) => isRunActive(state.training.phase));
  return (
    <div className={styles.chooser}>
      <SelectField
        label={t('header.trainOn')}
        value={choice}
        options={options()}
        disabled={busy}
        describedBy={reasonId}
        onChange={chooseEngine}
      />
      <p className={styles.hint} id={reasonId}>
        {t(busy ? 'header.engineBusy' : 'header.engineHint')}
      </p>
    </div>
  );
}
