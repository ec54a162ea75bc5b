/** Offer to resume or discard the model of an earlier visit. */
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { presetTitle } from '../../model/presetTexts';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import styles from './ResumeOffer.module.css';
import { describeResumable } from './resumeText';
import { isRunActive } from './runText';

export function ResumeOffer(): ReactNode {
  const { resumeLastRun, discardLastRun } = useActions();
  const resumable = useAppState((state) => state.resumable);
  const busy = useAppState((state) => isRunActive(state.training.phase));
  if (!resumable || busy) return null;
  return (
    <section className={styles.offer} aria-label={t('training.lastModel')}>
      <p className={styles.text}>
        {t('training.interrupted')}{' '}
        <span className={styles.which}>
          {describeResumable(resumable, presetTitle(resumable.preset))}
        </span>
      </p>
      <Button look="next" label={t('training.resumeLast')} onPress={() => void resumeLastRun()}>
        {t('training.resume')}
      </Button>
      <Button look="quiet" label={t('training.discardLast')} onPress={() => void discardLastRun()}>
        {t('training.discard')}
      </Button>
    </section>
  );
}
