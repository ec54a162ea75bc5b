/** The dialog that downloads a model for Keras, with the Python that opens it. */
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useActions } from '../../app/context';
import type { PresetId } from '../../model/preset';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import styles from '../controls/CodeLines.module.css';
import dialog from '../controls/ModalDialog.module.css';
import { kerasCode } from './kerasCode';

interface KerasDialogProps {
  /** Default: the model at hand. */
  id?: string;
  preset: PresetId;
}

/** Belongs into a `LaterDialog`. */
export function KerasDialog({ id, preset }: KerasDialogProps): ReactNode {
  const { saveKeras } = useActions();
  return (
    <ModalOverlay className={dialog.overlay} isDismissable>
      <Modal className={dialog.modal}>
        <Dialog className={dialog.dialog}>
          {({ close }) => (
            <>
              <Heading slot="title" className={dialog.title}>
                {t('keras.save')}
              </Heading>
              <p>{t('keras.about')}</p>
              <pre className={styles.code}>
                <code>{kerasCode(preset)}</code>
              </pre>
              <Button
                look="next"
                onPress={() => {
                  close();
                  void saveKeras(id);
                }}
              >
                {t('keras.download')}
              </Button>
              <Button onPress={close}>{t('header.close')}</Button>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
