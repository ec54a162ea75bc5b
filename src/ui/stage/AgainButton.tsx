/** "Again from here": composes the marked bars again; while it works it shows progress and cancels. */
import { RefreshCw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { barsInWords } from '../../app/compose/againActions';
import { useActions, useAppServices, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import { Progress } from '../controls/Progress';
import styles from './AgainButton.module.css';
import type { StageScore } from './emptyScore';
import { barsToCompose, useAgain } from './useAgain';

export function AgainButton({ score }: { score: StageScore }): ReactNode {
  const { playheadTick } = useAppServices();
  const { composeAgain, cancelAgain } = useActions();
  const again = useAgain(score.take?.id);
  const working = useAppState(({ recomposing }) => recomposing);
  const generating = useAppState(({ compose }) => compose.running);
  if (!again) return null;
  const { take, marked } = again;
  const bars = marked && barsInWords(barsToCompose(again, 0));
  const hint = bars ? t('stage.againHint', { bars }) : t('stage.howToMark');

  return (
    <>
      <div className={styles.state}>
        {working && (
          <Progress
            label={t('stage.againProgress')}
            value={working.progress}
            maximum={1}
            text={t('stage.composedSoFar', { percent: Math.round(100 * working.progress) })}
          />
        )}
        <span role="status">{bars && !working && t('stage.markedBars', { bars })}</span>
      </div>
      <Button
        label={working ? t('stage.cancelAgain') : t('stage.again')}
        hint={working ? t('stage.cancelAgainHint') : hint}
        disabled={generating}
        onPress={() =>
          working
            ? cancelAgain()
            : void composeAgain({ take: take.id, ...barsToCompose(again, playheadTick()) })
        }
      >
        {working ? <X size={16} aria-hidden /> : <RefreshCw size={16} aria-hidden />}
        <span className={styles.text}>{working ? t('stage.cancel') : t('stage.again')}</span>
      </Button>
    </>
  );
}
