/** The frame of every dialog over the dimmed page: its title above, and "Close" below. */
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../../texts/t';
import { Button } from './Button';
import styles from './ModalDialog.module.css';

interface ModalDialogProps {
  /** The accessible name too. */
  title: string;
  /** Sets `--dialog-width`, where the usual width is not enough. */
  className?: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** Belongs into a `DialogTrigger`. */
export function ModalDialog({ title, className = '', children }: ModalDialogProps): ReactNode {
  return (
    <ModalOverlay className={styles.overlay} isDismissable>
      <Modal className={`${styles.modal} ${className}`}>
        <Dialog className={styles.dialog}>
          {({ close }) => (
            <>
              <Heading slot="title" className={styles.title}>
                {title}
              </Heading>
              {typeof children === 'function' ? children(close) : children}
              <Button onPress={close}>{t('controls.close')}</Button>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
