/** Train, pause or resume, stop, and the run's progress. Every button keeps its place. */
import { CirclePlay, Pause, Play, Square } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useActions, useAppState } from '../../app/context';
import { Button } from '../controls/Button';
import { Progress } from '../controls/Progress';
import { nextStep } from '../steps';
import styles from './RunControls.module.css';
import { describeRun, isRunActive } from './runText';

export function RunControls(): ReactNode {
  const reasonId = useId();
  const { train, pauseTraining, resumeTraining, stopTraining } = useActions();
  const training = useAppState((state) => state.training);
  const nothing = useAppState((state) => !state.pieces.some((piece) => piece.included));
  // While the last model is offered, answering that is the next step.
  const next = useAppState((state) => nextStep(state) === 'training' && !state.resumable);
  const { phase, progress } = training;
  const busy = isRunActive(phase);
  const paused = phase === 'paused';
  const wanting = nothing && !busy;
  const text = wanting ? 'Add a piece to the library first.' : describeRun(training);

  return (
    <div className={styles.run}>
      <div className={styles.buttons}>
        <Button
          grow
          look={next && !busy ? 'next' : 'plain'}
          disabled={busy || nothing}
          describedBy={wanting ? reasonId : undefined}
          onPress={() => void train()}
        >
          <CirclePlay size={16} aria-hidden />
          Train
        </Button>
        <Button
          label={paused ? 'Resume training' : 'Pause training'}
          look={paused ? 'next' : 'plain'}
          disabled={!paused && phase !== 'running'}
          onPress={paused ? resumeTraining : pauseTraining}
        >
          {paused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
          <span className={styles.fixed}>{paused ? 'Resume' : 'Pause'}</span>
        </Button>
        <Button
          label="Stop training"
          disabled={!busy || phase === 'stopping'}
          onPress={stopTraining}
        >
          <Square size={14} aria-hidden />
          Stop
        </Button>
      </div>
      <Progress
        label="Training progress"
        value={phase === 'preparing' ? 0 : (progress?.step ?? 0)}
        maximum={progress?.totalSteps ?? 1}
        indeterminate={phase === 'preparing'}
        twoLines
        text={text}
      />
      {wanting && <VisuallyHidden id={reasonId}>{text}</VisuallyHidden>}
      <p className={styles.error} role="alert">
        {training.error}
      </p>
    </div>
  );
}
