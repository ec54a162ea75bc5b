/** The dialog about Etude's own model: what it was taught on, how well it predicts, credits. */
import type { ReactNode } from 'react';
import { DialogTrigger } from 'react-aria-components';
import type { StartState } from '../../app/start/startState';
import { formatCount } from '../../texts/numbers';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import { ModalDialog } from '../controls/ModalDialog';
import styles from './StartCredits.module.css';
import { heldOutText, taughtText } from './startText';

export function StartCredits({ card }: Pick<StartState, 'card'>): ReactNode {
  const { taught, credits, licence } = card;
  return (
    <DialogTrigger>
      <Button look="quiet" label={t('compose.creditsOfModel')}>
        {t('compose.credits')}
      </Button>
      <ModalDialog title={t('compose.ownModel')} className={styles.wide}>
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
      </ModalDialog>
    </DialogTrigger>
  );
}
