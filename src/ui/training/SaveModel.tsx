/** Buttons to save the model to a file, to take it to Keras, and to open one. */
import { lazy, type ReactNode, useId } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import { Disclosure } from '../controls/Disclosure';
import { FileInput } from '../library/FileInputs';
import { LaterDialog } from './LaterDialog';
import styles from './SaveModel.module.css';

const KerasDialog = lazy(async () => ({ default: (await import('./later')).KerasDialog }));
const KitDialog = lazy(async () => ({ default: (await import('./later')).KitDialog }));

export function SaveModel(): ReactNode {
  const reasonId = useId();
  const { saveModel } = useActions();
  const model = useAppState((state) => state.training.checkpoint);
  const nothing = model === undefined;
  const mayVanish = useAppState(
    ({ storageExpires, training, takes }) =>
      storageExpires === true && (training.checkpoint !== undefined || takes.length > 0),
  );
  return (
    <>
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
      {mayVanish && <p className={styles.expires}>{t('storage.expires')}</p>}
      {model && (
        <Disclosure title={t('models.elsewhere')}>
          <div className={styles.elsewhere}>
            <LaterDialog button={<Button>{t('keras.save')}</Button>}>
              <KerasDialog model={model} />
            </LaterDialog>
            <LaterDialog button={<Button>{t('kit.save')}</Button>}>
              <KitDialog />
            </LaterDialog>
          </div>
        </Disclosure>
      )}
    </>
  );
}
