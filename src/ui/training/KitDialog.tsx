/** The dialog that downloads the kit, with the commands that train with it. */
import { type ReactNode, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useActions } from '../../app/context';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import styles from '../controls/CodeLines.module.css';
import dialog from '../controls/ModalDialog.module.css';

const COMMANDS = `pip install -r requirements.txt
python train.py --epochs 20
python train.py --epochs 20 --ray --workers 8`;

/** Belongs into a `LaterDialog`. */
export function KitDialog(): ReactNode {
  const { saveKit } = useActions();
  const [packing, setPacking] = useState(false);
  return (
    <ModalOverlay className={dialog.overlay} isDismissable>
      <Modal className={dialog.modal}>
        <Dialog className={dialog.dialog}>
          {({ close }) => (
            <>
              <Heading slot="title" className={dialog.title}>
                {t('kit.save')}
              </Heading>
              <p>{t('kit.about')}</p>
              <pre className={styles.code}>
                <code>{COMMANDS}</code>
              </pre>
              <Button
                look="next"
                disabled={packing}
                onPress={() => {
                  setPacking(true);
                  void saveKit().then(() => {
                    setPacking(false);
                    close();
                  });
                }}
              >
                {packing ? t('kit.packing') : t('kit.download')}
              </Button>
              <Button onPress={close}>{t('header.close')}</Button>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
