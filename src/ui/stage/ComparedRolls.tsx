/** Two takes one above the other on the same time axis; either can be played from the playhead. */
import { Pause, Play, X } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Take } from '../../app/compose/take';
import { useActions, useAppServices, useAppState } from '../../app/context';
import { takeKeys, takeSong } from '../../app/playback/shownScore';
import { endTick } from '../../music/song';
import { t } from '../../texts/t';
import { sharedRun } from '../compose/copyingText';
import { Button } from '../controls/Button';
import { PianoRoll } from '../roll/PianoRoll';
import { RollLink } from '../roll/rollLink';
import styles from './ComparedRolls.module.css';
import type { ComparedTakes } from './useComparedTakes';

export function ComparedRolls({ takes }: { takes: ComparedTakes }): ReactNode {
  const [link] = useState(() => new RollLink());
  const { compareTake } = useActions();
  /** Length of the longer one, in quarter notes. */
  const quarters = Math.max(...takes.map(({ notes, ppq }) => endTick(notes) / ppq));
  return (
    <div className={styles.compared}>
      {takes.map((take, i) => (
        <ComparedRoll key={take.id} take={take} quarters={quarters} link={link}>
          {i === 0 && (
            <Button look="quiet" onPress={() => compareTake(undefined)}>
              <X size={15} aria-hidden />
              {t('stage.stopComparing')}
            </Button>
          )}
        </ComparedRoll>
      ))}
    </div>
  );
}

interface ComparedRollProps {
  take: Take;
  /** Quarter notes for which there is room. */
  quarters: number;
  link: RollLink;
  children: ReactNode;
}

function ComparedRoll({ take, quarters, link, children }: ComparedRollProps): ReactNode {
  const { playheadTick, store } = useAppServices();
  const { show, seek, play, pause } = useActions();
  const active = useAppState(({ shown }) => shown.kind === 'take' && shown.id === take.id);
  const playing = useAppState((state) => state.transport.playing) && active;
  const marked = useMemo(() => sharedRun(take), [take]);
  const keys = useMemo(() => takeKeys(take, takeSong(take)), [take]);
  const { title, ppq } = take;

  /** The playhead in ticks of this take, whichever of the two is shown. */
  function tickHere(): number {
    const { shown, takes } = store.getState();
    const other = takes.find(({ id }) => shown.kind === 'take' && id === shown.id);
    return (playheadTick() * ppq) / (other?.ppq ?? ppq);
  }

  function choose(tick: number): void {
    if (!active) show({ kind: 'take', id: take.id });
    seek(tick);
  }

  function toggle(): void {
    if (playing) {
      pause();
      return;
    }
    if (!active) choose(tickHere());
    void play();
  }

  return (
    <div className={styles.half} data-active={active}>
      <div className={styles.strip}>
        <Button
          label={playing ? t('stage.pauseCompared', { title }) : t('stage.listenTo', { title })}
          look="quiet"
          onPress={toggle}
        >
          {playing ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden />}
          <span className={styles.title}>{title}</span>
        </Button>
        {children}
      </div>
      <div className={styles.roll}>
        <PianoRoll
          compact
          link={link}
          notes={take.notes}
          ppq={ppq}
          timeSignatures={take.timeSignatures}
          keys={keys}
          odds={take.odds}
          promptNotes={take.promptNotes}
          marked={marked}
          expectedEnd={quarters * ppq}
          id={take.id}
          playheadTick={tickHere}
          playing={playing}
          onSeek={choose}
          label={t('stage.rollOf', { title })}
        />
      </div>
    </div>
  );
}
