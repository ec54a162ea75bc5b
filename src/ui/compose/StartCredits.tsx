/** The dialog about Etude's own model: what it was taught on, how well it predicts, credits. */
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { StartState } from '../../app/state';
import { formatCount, plural } from '../../lib/counts';
import { Button } from '../controls/Button';
import dialog from '../controls/Dialog.module.css';
import styles from './StartCredits.module.css';
import { heldOutText, taughtText } from './startText';

export function StartCredits({ card }: Pick<StartState, 'card'>): ReactNode {
  const { taught, credits, licence } = card;
  return (
    <DialogTrigger>
      <Button look="quiet" label="Credits of Etude’s own model">
        Credits
      </Button>
      <ModalOverlay className={dialog.overlay} isDismissable>
        <Modal className={`${dialog.modal} ${styles.wide}`}>
          <Dialog className={dialog.dialog}>
            {({ close }) => (
              <>
                <Heading slot="title" className={dialog.title}>
                  Etude’s own model
                </Heading>
                <p>{taughtText(card)}</p>
                <p>{heldOutText(card)}</p>
                <h3 className={styles.part}>Sources</h3>
                <ul className={styles.list}>
                  {taught.sources.map(({ title, licences, pieces }) => (
                    <li key={title}>
                      {title}: {plural(pieces, 'score')}, {licences.join(', ')}
                    </li>
                  ))}
                </ul>
                <h3 className={styles.part}>Composers</h3>
                <ul className={styles.composers} aria-label="Composers">
                  {taught.composers.map(({ name, pieces }) => (
                    <li key={name}>
                      {name} ({formatCount(pieces)})
                    </li>
                  ))}
                </ul>
                <h3 className={styles.part}>Credits</h3>
                <ul className={styles.list}>
                  {credits.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
                <p>{licence}</p>
                <Button onPress={close}>Close</Button>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
