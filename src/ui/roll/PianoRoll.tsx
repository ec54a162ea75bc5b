/** The piano roll: notes, playhead, and the model's probabilities. */
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { t } from '../../texts/t';
import {
  describeLeftOut,
  describeMarked,
  describeNote,
  describePlace,
  describeRoll,
} from './describeRoll';
import { FormStrip } from './FormStrip';
import { MarkedBars } from './MarkedBars';
import { oddsOf } from './noteStyles';
import { OddsCard } from './OddsCard';
import styles from './PianoRoll.module.css';
import { RollLegend } from './RollLegend';
import { groupBars, markedGroup, type RollForm } from './rollForm';
import { pressKey } from './rollKeys';
import type { Look } from './rollLook';
import type { PianoRollProps } from './rollProps';
import { fifthsAt, isMarked, makeScene } from './rollScene';
import { useRoll } from './useRoll';

/** `notes`, `ringing`, `odds`, `timeSignatures`, `marked`, `form`: a new object means new content. */
export function PianoRoll(props: PianoRollProps): ReactNode {
  const { notes, ringing, leftOut, ppq, timeSignatures, keys, odds, promptNotes = 0 } = props;
  const {
    label,
    children,
    marked,
    expectedEnd,
    form,
    id,
    bars,
    onMarkBars,
    compact = false,
  } = props;
  const scene = useMemo(
    () =>
      makeScene({
        notes,
        ringing,
        leftOut,
        ppq,
        timeSignatures,
        keys,
        odds,
        promptNotes,
        marked,
        expectedEnd,
        id,
      }),
    [
      notes,
      ringing,
      leftOut,
      ppq,
      timeSignatures,
      keys,
      odds,
      promptNotes,
      marked,
      expectedEnd,
      id,
    ],
  );
  const [seen, setSeen] = useState<Look>();
  const handle = useRoll({ ...props, scene, onLook: setSeen });
  const { surface, below, above, roll, seek, look } = handle;
  const root = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<{ form: RollForm; group: number }>();
  const own = chosen?.form === form ? (chosen?.group ?? -1) : -1;
  // Where bars can be marked, a letter marks its bars; elsewhere it only shows them.
  const group = onMarkBars ? markedGroup(form, bars) : own;
  const markGroup = (index: number): void => {
    if (!form) return;
    if (onMarkBars) onMarkBars(groupBars(form, index));
    else setChosen({ form, group: index });
  };
  const helpId = useId();

  const note = seen && notes[seen.index];
  const noteOdds = seen && oddsOf(seen.index, notes, odds, promptNotes);
  const opening = seen !== undefined && seen.index < promptNotes;
  const noteMark = seen && isMarked(scene, seen.index) ? marked?.text : undefined;

  return (
    <div ref={root} className={`${styles.roll} ${compact ? styles.compact : ''}`}>
      {form && !compact && form.groups.length > 0 && (
        <FormStrip form={form} marked={group} parent={root} handle={handle} onMark={markGroup} />
      )}
      <div className={styles.stage}>
        <div
          ref={surface}
          className={styles.surface}
          role="slider"
          aria-roledescription={t('roll.role')}
          aria-label={`${label}: ${describeRoll(scene)}`}
          aria-describedby={helpId}
          aria-valuemin={0}
          aria-valuemax={scene.content.endTick}
          aria-valuenow={0}
          tabIndex={0}
          onKeyDown={(event) => {
            if (pressKey(event, roll, { seek, choose: look, mark: onMarkBars }))
              event.preventDefault();
          }}
          onBlur={() => look(-1)}
        >
          <canvas ref={below} className={styles.canvas} />
          <canvas ref={above} className={styles.canvas} />
          {props.onKeyDown && <div className={styles.keys} />}
        </div>
        {form && !onMarkBars && group >= 0 && <MarkedBars form={form} index={group} />}
        {notes.length === 0 && children && (
          <div className={styles.hint}>
            <div>{children}</div>
          </div>
        )}
        {seen && note && (noteOdds || seen.byKeyboard || opening || noteMark) && (
          <OddsCard
            note={note}
            fifths={fifthsAt(scene, note.tick)}
            place={describePlace(note, scene.grid)}
            odds={noteOdds}
            opening={opening}
            marked={noteMark}
            anchor={seen.anchor}
            bounds={seen.bounds}
          />
        )}
      </div>
      {!compact && (
        <RollLegend
          summary={describeRoll(scene)}
          odds={odds !== undefined && odds.length > 0}
          opening={promptNotes > 0}
          leftOut={scene.leftOut > 0}
          marked={marked?.text}
          onZoom={(factor) => roll.zoom(factor)}
          onFit={() => roll.fit()}
        />
      )}
      <p id={helpId} className={styles.hidden}>
        {describeMarked(scene)} {describeLeftOut(scene)} {t('roll.keysHelp')}{' '}
        {onMarkBars && t('roll.markHelp')}
      </p>
      <p className={styles.hidden} aria-live="polite">
        {seen?.byKeyboard && note ? describeNote(note, scene, noteOdds) : ''}
        {seen?.byKeyboard && noteMark ? ` ${t('roll.marked', { text: noteMark })}` : ''}
      </p>
    </div>
  );
}
