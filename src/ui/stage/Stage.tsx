/** The roll with the shown score, and the transport. */
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { usesStart } from '../../app/compose/modelInUse';
import { expectedEnd } from '../../app/compose/takeProgress';
import { useActions, useAppServices, useAppState } from '../../app/context';
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
import { useShownScore } from './useShownScore';
import { useTransportKeys } from './useTransportKeys';

const LinkedTake = lazy(async () => ({ default: (await import('./later')).LinkedTake }));

export function Stage(): ReactNode {
  const { playheadTick } = useAppServices();
  const { seek, markBars } = useActions();
  const playing = useAppState((state) => state.transport.playing);
  const shown = useShownScore();
  const score = shown ?? emptyScore;
  const { take } = score;
  const linked = useAppState((state) => state.linked && state.linked === take);
  const marked = useMemo(() => take && sharedRun(take), [take]);
  const again = useAgain(score.take?.id);
  const compared = useComparedTakes();
  useTransportKeys();

  return (
    <section className={styles.stage} data-lacquer aria-label="Piano roll and transport">
      <Transport score={score} />
      {linked && (
        <Suspense>
          <LinkedTake />
        </Suspense>
      )}
      <div className={styles.roll}>
        {compared ? (
          <ComparedRolls takes={compared} />
        ) : (
          <PianoRoll
            notes={score.notes}
            ringing={score.ringing}
            ppq={score.ppq}
            timeSignatures={score.timeSignatures}
            odds={take?.odds}
            promptNotes={take?.promptNotes}
            marked={marked}
            form={take?.form}
            expectedEnd={take && expectedEnd(take)}
            id={take?.id}
            bars={again?.marked}
            onMarkBars={again && ((bars) => markBars(bars && { take: again.take.id, ...bars }))}
            playheadTick={playheadTick}
            playing={playing}
            onSeek={seek}
            label={shown ? `Piano roll of ${shown.title}` : 'Piano roll'}
          >
            <Invitation />
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
      <p className={styles.motto}>
        {pieces === 0 ? 'Drop your MIDI files here' : 'Choose a piece to see and hear it'}
      </p>
      {pieces === 0 && <p>Train a small network on them, then let it compose.</p>}
      {canHear && (
        <Button look="next" disabled={composing} onPress={() => void hear()}>
          {t('stage.hear')}
        </Button>
      )}
    </div>
  );
}
