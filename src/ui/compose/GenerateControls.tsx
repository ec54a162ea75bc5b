/** Generate, its progress and Cancel while it works, or the reason why it is disabled. */
import { Sparkle, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useActions, useAppState } from '../../app/context';
import { Button } from '../controls/Button';
import { Progress } from '../controls/Progress';
import { nextStep } from '../steps';
import styles from './ComposePanel.module.css';

export function GenerateControls(): ReactNode {
  const reasonId = useId();
  const { generate, cancelGenerate } = useActions();
  const { running, progress, error } = useAppState((state) => state.compose);
  const again = useAppState((state) => state.recomposing !== undefined);
  const trained = useAppState((state) => state.training.checkpoint !== undefined);
  const next = useAppState((state) => nextStep(state) === 'compose');
  const offered = useAppState((state) => state.resumable?.finished === true);

  return (
    <>
      <div className={styles.buttons}>
        <Button
          grow
          look={next && !running ? 'next' : 'plain'}
          disabled={!trained || running || again}
          describedBy={trained ? undefined : reasonId}
          onPress={() => void generate()}
        >
          <Sparkle size={16} aria-hidden />
          Generate
        </Button>
        {running && (
          <Button label="Cancel generating" onPress={cancelGenerate}>
            <X size={16} aria-hidden />
            Cancel
          </Button>
        )}
      </div>
      {running && (
        <Progress
          label="Generating progress"
          value={progress}
          maximum={1}
          text={`${Math.round(100 * progress)} % composed`}
        />
      )}
      {!trained && (
        <p className={styles.note} id={reasonId}>
          {offered
            ? 'Resume your last model, or train first: there is no model yet.'
            : 'Train first: there is no model yet.'}
        </p>
      )}
      <p className={styles.error} role="alert">
        {error}
      </p>
    </>
  );
}
