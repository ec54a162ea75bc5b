/** The field "Start from", and why another choice is not possible. */
import { type ReactNode, useId } from 'react';
import { useActions, useAppState } from '../../app/context';
import { chosenStart, mayChooseStart, startOptions } from '../../app/training/starts';
import { t } from '../../texts/t';
import { SelectField } from '../controls/SelectField';
import styles from './SettingsForm.module.css';

export function StartSelect({ disabled }: { disabled: boolean }): ReactNode {
  const noteId = useId();
  const { chooseStart } = useActions();
  const chosen = useAppState(chosenStart);
  const mayChoose = useAppState(mayChooseStart);
  const hasModel = useAppState((state) => state.training.checkpoint !== undefined);
  const problem = useAppState(startOptions['at hand'].problem);
  const hasStart = useAppState((state) => state.start !== undefined);
  const startProblem = useAppState(startOptions.etude.problem);
  const problems = { etude: startProblem, 'at hand': problem, nothing: undefined };
  const options = Object.values(startOptions)
    .filter(({ id }) => id === 'nothing' || (id === 'etude' ? hasStart : hasModel))
    .map(({ id, title }) => ({ value: id, text: t(title), disabled: problems[id] !== undefined }));
  const note = hasModel ? problem : undefined;

  return (
    <div>
      <SelectField
        label={t('training.startFrom')}
        value={chosen}
        options={options}
        disabled={disabled || !mayChoose}
        describedBy={note && noteId}
        onChange={chooseStart}
      />
      {note && (
        <p id={noteId} className={styles.note}>
          {note}
        </p>
      )}
    </div>
  );
}
