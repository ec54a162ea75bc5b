/** The dialog about Etude's own model: what it was taught on, how well it predicts, credits. */
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { StartState } from '../../app/state';
import { formatCount } from '../../texts/numbers';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import dialog from '../controls/ModalDialog.module.css';
import styles from './StartCredits.module.css';
import { heldOutText, taughtText } from './startText';

export function StartCredits({ card }: Pick<StartState, 'card'>): ReactNode {
  const { taught, credits, licence } = card;
  return (
    <DialogTrigger>
      <Button look="quiet" label={t('compose.creditsOfModel')}>
        {t('compose.credits')}
      </Button>
      <ModalOverlay className={dialog.overlay} isDismissable>
        <Modal className={`${dialog.modal} ${styles.wide}`}>
          <Dialog className={dialog.dialog}>
            {({ close }) => (
              <>
                <Heading slot="title" className={dialog.title}>
                  {t('compose.ownModel')}
                </Heading>
                <p>{taughtText(card)}</p>
                <p>{heldOutText(card)}</p>
                <h3 className={styles.part}>{t('compose.sources')}</h3>
                <ul className={styles.list}>
                  {taught.sources.map(({ title, licences, pieces }) => (
                    <li key={title}>
                      {t('compose.source', {
                        title,
                        scores: pieces,
                        licences: licences.join(', '),
                      })}
                    </li>
                  ))}
                </ul>
                <h3 className={styles.part}>{t('compose.composers')}</h3>
                <ul className={styles.composers} aria-label={t('compose.composers')}>
                  {taught.composers.map(({ name, pieces }) => (
                    <li key={name}>
                      {name} ({formatCount(pieces)})
                    </li>
                  ))}
                </ul>
                <h3 className={styles.part}>{t('compose.credits')}</h3>
                <ul className={styles.list}>
                  {credits.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
                <p>{licence}</p>
                <Button onPress={close}>{t('compose.close')}</Button>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
