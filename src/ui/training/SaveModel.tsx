/** Buttons to save the model to a file and to open one. */
import { type ReactNode, useId } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
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
        label={t('models.saveModelToFile')}
        disabled={nothing}
        describedBy={nothing ? reasonId : undefined}
        onPress={() => void saveModel()}
      >
        {t('models.save')}
      </Button>
      <FileInput label={t('models.openFile')} />
      {nothing && <VisuallyHidden id={reasonId}>{t('models.none')}</VisuallyHidden>}
    </div>
  );
}
