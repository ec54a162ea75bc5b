/** The small dialog that lists the keys. */
import { Keyboard } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from '../controls/Button';
import styles from './KeyboardHelp.module.css';

const keys = [
  { key: 'Space', does: 'Play or pause, outside text fields and buttons' },
  { key: 'Home', does: 'Back to the start' },
  { key: 'Tab', does: 'On to the next control; Shift + Tab goes back' },
  { key: 'Arrows', does: 'Move a slider, or the playhead when the roll has the focus' },
  { key: 'Esc', does: 'Close what is open' },
];

export function KeyboardHelp(): ReactNode {
  return (
    <DialogTrigger>
      <IconButton label="Keyboard">
        <Keyboard size={18} aria-hidden />
      </IconButton>
      <ModalOverlay className={styles.overlay} isDismissable>
        <Modal className={styles.modal}>
          <Dialog className={styles.dialog}>
            {({ close }) => (
              <>
                <Heading slot="title" className={styles.title}>
                  Keyboard
                </Heading>
                <dl className={styles.keys}>
                  {keys.map(({ key, does }) => (
                    <div key={key} className={styles.row}>
                      <dt>
                        <kbd className={styles.key}>{key}</kbd>
                      </dt>
                      <dd>{does}</dd>
                    </div>
                  ))}
                </dl>
                <Button onPress={close}>Close</Button>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
