/** The small dialog that lists the keys. */
import { Keyboard } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from '../controls/Button';
import dialog from '../controls/Dialog.module.css';
import styles from './KeyboardHelp.module.css';

const everywhere = [
  { key: 'Space', does: 'Play or pause' },
  { key: 'Home', does: 'Back to the start' },
  { key: 'Ctrl Z', does: 'Bring back what was removed or replaced last' },
  { key: 'Tab', does: 'On to the next control; with Shift to the one before' },
  { key: 'Esc', does: 'Close what is open' },
];

const inTheRoll = [
  { key: '← →', does: 'Move the playhead by a beat; with Shift by a bar' },
  { key: '↑ ↓', does: 'Scroll the pitches' },
  { key: '. ,', does: 'Step through the notes; Enter moves the playhead to one' },
  { key: 'M', does: 'Mark the bar at the playhead, then the next ones; Esc clears the mark' },
  { key: '+ − 0', does: 'Zoom in, zoom out, show everything' },
];

interface KeyListProps {
  title: string;
  keys: readonly { key: string; does: string }[];
}

function KeyList({ title, keys }: KeyListProps): ReactNode {
  return (
    <>
      <h3 className={styles.where}>{title}</h3>
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
    </>
  );
}

export function KeyboardHelp(): ReactNode {
  return (
    <DialogTrigger>
      <IconButton label="Keyboard">
        <Keyboard size={18} aria-hidden />
      </IconButton>
      <ModalOverlay className={dialog.overlay} isDismissable>
        <Modal className={dialog.modal}>
          <Dialog className={dialog.dialog}>
            {({ close }) => (
              <>
                <Heading slot="title" className={dialog.title}>
                  Keyboard
                </Heading>
                <KeyList title="Outside text fields and buttons" keys={everywhere} />
                <KeyList title="While the roll has the focus" keys={inTheRoll} />
                <Button onPress={close}>Close</Button>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
