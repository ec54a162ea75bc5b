/** Offer to resume or discard the model of an earlier visit. */
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { presets } from '../../model/preset';
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
    <section className={styles.offer} aria-label="Your last model">
      <p className={styles.text}>
        A run was interrupted.{' '}
        <span className={styles.which}>
          {describeResumable(resumable, presets[resumable.preset].title)}
        </span>
      </p>
      <Button look="next" label="Resume your last model" onPress={() => void resumeLastRun()}>
        Resume
      </Button>
      <Button look="quiet" label="Discard your last model" onPress={() => void discardLastRun()}>
        Discard
      </Button>
    </section>
  );
}
