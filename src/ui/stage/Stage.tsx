/** The roll with the shown score, and the transport. */
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { expectedEnd } from '../../app/compose/takeProgress';
import { useActions, useAppServices, useAppState } from '../../app/context';
import { keysAreOpen } from '../../app/live/liveState';
import { peekedPiece } from '../../app/playback/peek';
import { t } from '../../texts/t';
import { sharedRun } from '../compose/copyingText';
import { Button } from '../controls/Button';
import { FileInput } from '../library/FileInputs';
import { PianoRoll } from '../roll/PianoRoll';
import { invitesToHear } from '../steps';
import { isRunActive } from '../training/runText';
import { TOUCH, useMedia } from '../useMedia';
import { ComparedRolls } from './ComparedRolls';
import { STAGE_ID } from './Dock';
import { emptyScore } from './emptyScore';
import styles from './Stage.module.css';
import { Transport } from './Transport';
import { useAgain } from './useAgain';
import { useComparedTakes } from './useComparedTakes';
import { useRecordedScore } from './useRecordedScore';
import { useShownScore } from './useShownScore';
import { useTransportKeys } from './useTransportKeys';

const LiveStrip = lazy(async () => ({ default: (await import('./later')).LiveStrip }));
const LearnStrip = lazy(async () => ({ default: (await import('./later')).LearnStrip }));
const ScoreView = lazy(async () => ({ default: (await import('./later')).ScoreView }));
const PeekedRoll = lazy(async () => ({ default: (await import('./later')).PeekedRoll }));
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
  const peeked = useAppState(peekedPiece);
  const learning = useAppState((state) => isRunActive(state.training.phase));
  const asScore = useAppState((state) => state.asScore);
  useTransportKeys();

  return (
    <section id={STAGE_ID} className={styles.stage} data-lacquer aria-label={t('stage.name')}>
      <Transport score={score} />
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
        {peeked && !asScore && (
          <Suspense>
            <PeekedRoll piece={peeked} />
          </Suspense>
        )}
      </div>
      {learning && (
        <Suspense fallback={<div className={styles.strip} />}>
          <LearnStrip />
        </Suspense>
      )}
    </section>
  );
}

function Invitation(): ReactNode {
  const { hear } = useActions();
  const pieces = useAppState((state) => state.pieces.length);
  const canHear = useAppState(invitesToHear);
  const composing = useAppState((state) => state.compose.running);
  // Nothing can be dropped by a finger.
  const chooses = useMedia(TOUCH) && pieces === 0;
  return (
    <div className={styles.invitation}>
      <p className={styles.motto}>
        {t(chooses ? 'library.invitation' : pieces === 0 ? 'stage.dropHere' : 'stage.choosePiece')}
      </p>
      {pieces === 0 && !chooses && <p>{t('stage.whatItDoes')}</p>}
      {canHear && (
        <Button look="next" disabled={composing} onPress={() => void hear()}>
          {t('stage.hear')}
        </Button>
      )}
      {chooses && <FileInput label={t('library.chooseFiles')} />}
    </div>
  );
}
