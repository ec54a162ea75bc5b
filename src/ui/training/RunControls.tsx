/** Train, or while a run is active pause or resume and stop; and the run's progress. */
import { Pause, Play, Square } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import { Progress } from '../controls/Progress';
import { useKeptFocus } from '../controls/useKeptFocus';
import styles from './RunControls.module.css';
import { runPiecesText } from './runPieces';
import { describeRun, isRunActive } from './runText';
import { TrainButtons } from './TrainButtons';

export function RunControls(): ReactNode {
  const reasonId = useId();
  const { pauseTraining, resumeTraining, stopTraining } = useActions();
  const training = useAppState((state) => state.training);
  const nothing = useAppState((state) => !state.pieces.some((piece) => piece.included));
  const pieces = useAppState(runPiecesText);
  const { phase, progress } = training;
  const busy = isRunActive(phase);
  const paused = phase === 'paused';
  const wanting = nothing && !busy;
  const { row, focusHandlers } = useKeptFocus(busy);
  const text = wanting ? t('training.pieceFirst') : describeRun(training);

  return (
    <div className={styles.run}>
      <div className={styles.buttons} ref={row} {...focusHandlers}>
        {busy ? (
          <>
            {(paused || phase === 'running') && (
              <Button
                grow
                label={t(paused ? 'training.resumeTraining' : 'training.pauseTraining')}
                look={paused ? 'next' : 'plain'}
                onPress={paused ? resumeTraining : pauseTraining}
              >
                {paused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
                <span className={styles.fixed}>
                  {t(paused ? 'training.resume' : 'training.pause')}
                </span>
              </Button>
            )}
            <Button
              grow
              label={t('training.stopTraining')}
              disabled={phase === 'stopping'}
              onPress={stopTraining}
            >
              <Square size={14} aria-hidden />
              {t('training.stop')}
            </Button>
          </>
        ) : (
          <TrainButtons disabled={nothing} reasonId={wanting ? reasonId : undefined} />
        )}
      </div>
      <Progress
        label={t('training.progress')}
        value={phase === 'preparing' ? 0 : (progress?.step ?? 0)}
        maximum={progress?.totalSteps ?? 1}
        indeterminate={phase === 'preparing'}
        twoLines
        text={text}
      />
      {wanting && <VisuallyHidden id={reasonId}>{text}</VisuallyHidden>}
      <p className={styles.pieces} role="status">
        {pieces}
      </p>
      <p className={styles.error} role="alert">
        {training.error}
      </p>
    </div>
  );
}
