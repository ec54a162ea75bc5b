/** Buttons to save the model to a file and to open one. */
import { type ReactNode, useId } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useActions, useAppState } from '../../app/context';
import { Button } from '../controls/Button';
import { FileInput } from '../library/FileInputs';
import styles from './SaveModel.module.css';

export function SaveModel(): ReactNode {
  const reasonId = useId();
  const { saveModel } = useActions();
  const nothing = useAppState((state) => state.training.checkpoint === undefined);
  return (
    <div className={styles.model}>
      <Button
        grow
        label="Save the model to a file"
        disabled={nothing}
        describedBy={nothing ? reasonId : undefined}
        onPress={() => void saveModel()}
      >
        Save the model
      </Button>
      <FileInput label="Open a model" />
      {nothing && <VisuallyHidden id={reasonId}>There is no model yet.</VisuallyHidden>}
    </div>
  );
}
