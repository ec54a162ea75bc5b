/** The select "Train on": the fastest engine by measurement, or a chosen one. */
import { type ReactNode, useId } from 'react';
import { useActions, useAppState } from '../../app/context';
import type { EngineChoice } from '../../app/state';
import { backendNames, backendTitle } from '../../engine/engineReport';
import { SelectField, type SelectOption } from '../controls/SelectField';
import { isRunActive } from '../training/runText';
import styles from './EngineStatus.module.css';

const options: readonly SelectOption<EngineChoice>[] = [
  { value: 'auto', text: 'Automatic: the fastest here' },
  ...backendNames.map((backend) => ({ value: backend, text: backendTitle(backend) })),
];

export function EngineChooser(): ReactNode {
  const reasonId = useId();
  const { chooseEngine } = useActions();
  const choice = useAppState((state) => state.engineChoice);
  const busy = useAppState((state) => isRunActive(state.training.phase));
  return (
    <div className={styles.chooser}>
      <SelectField
        label="Train on"
        value={choice}
        options={options}
        disabled={busy}
        describedBy={reasonId}
        onChange={chooseEngine}
      />
      <p className={styles.hint} id={reasonId}>
        {busy
          ? 'A run is under way: stop it to change the engine.'
          : 'Takes effect with the next run. Composing always uses the processor.'}
      </p>
    </div>
  );
}
