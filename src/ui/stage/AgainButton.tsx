/** "Again from here": composes the marked bars again; while it works it shows progress and cancels. */
import { RefreshCw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { barsInWords } from '../../app/compose/againActions';
import { useActions, useAppServices, useAppState } from '../../app/context';
import { Button } from '../controls/Button';
import { Progress } from '../controls/Progress';
import styles from './AgainButton.module.css';
import type { StageScore } from './emptyScore';
import { barsToCompose, useAgain } from './useAgain';

const HOW_TO_MARK =
  'Composes all bars from the playhead on again. To mark bars, drag over their numbers with Shift, ' +
  'or press M in the roll.';

export function AgainButton({ score }: { score: StageScore }): ReactNode {
  const { playheadTick } = useAppServices();
  const { composeAgain, cancelAgain } = useActions();
  const again = useAgain(score.take?.id);
  const working = useAppState(({ recomposing }) => recomposing);
  const generating = useAppState(({ compose }) => compose.running);
  if (!again) return null;
  const { take, marked } = again;
  const what = marked && barsInWords(barsToCompose(again, 0));
  const hint = what ? `Composes ${what} again; the others stay.` : HOW_TO_MARK;

  return (
    <>
      <div className={styles.state}>
        {working && (
          <Progress
            label="Progress of composing again"
            value={working.progress}
            maximum={1}
            text={`${Math.round(100 * working.progress)} % composed`}
          />
        )}
        <span role="status">{what && !working && `Marked: ${what}`}</span>
      </div>
      <Button
        label={working ? 'Cancel composing again' : 'Again from here'}
        hint={working ? 'The take stays as it was.' : hint}
        disabled={generating}
        onPress={() =>
          working
            ? cancelAgain()
            : void composeAgain({ take: take.id, ...barsToCompose(again, playheadTick()) })
        }
      >
        {working ? <X size={16} aria-hidden /> : <RefreshCw size={16} aria-hidden />}
        <span className={styles.text}>{working ? 'Cancel' : 'Again from here'}</span>
      </Button>
    </>
  );
}
