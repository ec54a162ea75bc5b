/** Below the roll while a run goes on: its curve with the snippets as marks, and listening. */
import { type ReactNode, useId, useRef } from 'react';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import { SnippetMarks } from '../training/SnippetMarks';
import { useLossChart } from '../training/useLossChart';
import styles from './LearnStrip.module.css';

export function LearnStrip(): ReactNode {
  const { followRun, listenAsItLearns } = useActions();
  const { following, listening } = useAppState((state) => state.learn);
  const none = useAppState((state) => state.snippets.length === 0);
  const switchId = useId();
  const plot = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useLossChart(plot, canvas, 'strip');

  return (
    <section className={styles.strip} aria-label={t('stage.learning')}>
      <label className={styles.listen} htmlFor={switchId}>
        <input
          id={switchId}
          type="checkbox"
          role="switch"
          aria-checked={listening}
          checked={listening}
          onChange={(event) => listenAsItLearns(event.target.checked)}
        />
        {t('stage.listenAsItLearns')}
      </label>
      <div className={styles.plot} ref={plot}>
        {/* The panel "Training" has the same curve with its axes, and as a table. */}
        <div className={styles.curve} aria-hidden>
          <canvas ref={canvas} />
        </div>
        {none ? (
          <p className={styles.none}>{t('training.noSnippets')}</p>
        ) : (
          <SnippetMarks label={t('stage.attempts')} />
        )}
      </div>
      {!following && !none && (
        <Button look="quiet" onPress={followRun}>
          {t('stage.followRun')}
        </Button>
      )}
    </section>
  );
}
