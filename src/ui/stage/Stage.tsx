/** The hero: what is shown in the roll, and the transport that plays it. */
import { type ReactNode, useMemo } from 'react';
import { useActions, useAppState, useStudio } from '../../app/context';
import { PianoRoll } from '../roll/PianoRoll';
import styles from './Stage.module.css';
import { findShown, musicOf } from './shownMusic';
import { Transport } from './Transport';
import { useTransportKeys } from './useTransportKeys';

export function Stage(): ReactNode {
  const { playheadTick } = useStudio();
  const { seek } = useActions();
  const item = useAppState(findShown);
  const playing = useAppState((state) => state.transport.playing);
  const music = useMemo(() => musicOf(item), [item]);
  useTransportKeys();

  return (
    <section className={styles.stage} aria-label="Piano roll and transport">
      <Transport music={music} />
      <div className={styles.roll}>
        <PianoRoll
          notes={music.notes}
          ppq={music.ppq}
          timeSignatures={music.timeSignatures}
          odds={music.odds}
          openingNotes={music.openingNotes}
          playheadTick={playheadTick}
          playing={playing}
          onSeek={seek}
          label={item ? `Piano roll of ${item.title}` : 'Piano roll, empty'}
        />
        {!item && <Invitation />}
      </div>
    </section>
  );
}

function Invitation(): ReactNode {
  const pieces = useAppState((state) => state.pieces.length);
  return (
    <div className={styles.invitation}>
      <p className={styles.motto}>
        {pieces === 0 ? 'Drop your MIDI files here' : 'Choose a piece to see and hear it'}
      </p>
      {pieces === 0 && <p>Train a small network on them, then let it compose.</p>}
    </div>
  );
}
