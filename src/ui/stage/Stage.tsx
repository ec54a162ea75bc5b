/** The roll with the shown score, and the transport. */
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { usesStart } from '../../app/compose/modelInUse';
import { expectedEnd } from '../../app/compose/takeProgress';
import { useActions, useAppServices, useAppState } from '../../app/context';
import { keysAreOpen } from '../../app/live/liveState';
import { t } from '../../texts/t';
import { sharedRun } from '../compose/copyingText';
import { Button } from '../controls/Button';
import { PianoRoll } from '../roll/PianoRoll';
import { ComparedRolls } from './ComparedRolls';
import { emptyScore } from './emptyScore';
import styles from './Stage.module.css';
import { Transport } from './Transport';
import { useAgain } from './useAgain';
import { useComparedTakes } from './useComparedTakes';
import { useRecordedScore } from './useRecordedScore';
import { useShownScore } from './useShownScore';
import { useTransportKeys } from './useTransportKeys';

const LiveStrip = lazy(async () => ({ default: (await import('./later')).LiveStrip }));
const ScoreView = lazy(async () => ({ default: (await import('./later')).ScoreView }));
const LinkedTake = lazy(async () => ({ default: (await import('./later')).LinkedTake }));

export function Stage(): ReactNode {
  const { playheadTick } = useAppServices();
  const { seek, markBars, pressKey, releaseKey } = useActions();
  const playing = useAppState((state) => state.transport.playing);
  const scoreShown = useShownScore();
  const recorded = useRecordedScore();
  const shown = recorded ?? scoreShown;
  const score = shown ?? emptyScore;
  const live = useAppState(({ keys }) => keysAreOpen(keys));
  const held = useAppState(({ keys }) => keys.held);
  const along = useAppState(({ keys }) => keys.along);
  const { take } = score;
  const linked = useAppState((state) => state.linked && state.linked === take);
  const marked = useMemo(() => take && sharedRun(take), [take]);
  const again = useAgain(score.take?.id);
  const compared = useComparedTakes();
  const [asScore, setAsScore] = useState(false);
  useTransportKeys();

  return (
    <section className={styles.stage} data-lacquer aria-label={t('stage.name')}>
      <Transport score={score} asScore={asScore} onAsScore={setAsScore} />
      {live && (
        <Suspense>
          <LiveStrip />
        </Suspense>
      )}
      {linked && (
        <Suspense>
          <LinkedTake />
        </Suspense>
      )}
      <div className={styles.roll}>
        {compared && !recorded ? (
          <ComparedRolls takes={compared} />
        ) : asScore && !recorded ? (
          <Suspense>
            <ScoreView key={score.id} score={score} />
          </Suspense>
        ) : (
          <PianoRoll
            notes={score.notes}
            ringing={score.ringing}
            leftOut={score.leftOut}
            ppq={score.ppq}
            timeSignatures={score.timeSignatures}
            keys={score.keys}
            odds={take?.odds}
            promptNotes={take?.promptNotes}
            marked={marked}
            form={take?.form}
            expectedEnd={recorded ? recorded.expectedEnd : take && expectedEnd(take)}
            id={score.id}
            bars={again?.marked}
            onMarkBars={again && ((bars) => markBars(bars && { take: again.take.id, ...bars }))}
            playheadTick={playheadTick}
            playing={playing || recorded !== undefined}
            held={held}
            along={recorded ? undefined : along}
            onKeyDown={pressKey}
            onKeyUp={releaseKey}
            onSeek={seek}
            label={shown ? t('stage.rollOf', { title: shown.title }) : t('stage.roll')}
          >
            {!recorded && <Invitation />}
          </PianoRoll>
        )}
      </div>
    </section>
  );
}

function Invitation(): ReactNode {
  const { hear } = useActions();
  const pieces = useAppState((state) => state.pieces.length);
  const canHear = useAppState(
    (state) => state.pieces.length === 0 && usesStart(state) && state.takes.length === 0,
  );
  const composing = useAppState((state) => state.compose.running);
  return (
    <div className={styles.invitation}>
      <p className={styles.motto}>{pieces === 0 ? t('stage.dropHere') : t('stage.choosePiece')}</p>
      {pieces === 0 && <p>{t('stage.whatItDoes')}</p>}
      {canHear && (
        <Button look="next" disabled={composing} onPress={() => void hear()}>
          {t('stage.hear')}
        </Button>
      )}
    </div>
  );
}
