/**
 * The form over the roll: a letter for each group of bars, which moves with the notes. A letter marks
 * its bars and moves the playhead there. Position and current letter are written past React, since
 * they change on every frame.
 */
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { ToggleButton, Toolbar } from 'react-aria-components';
import { t } from '../../texts/t';
import { printedLetter, spokenForm, spokenGroup } from '../formWords';
import styles from './FormStrip.module.css';
import { groupAt, groupTicks, type RollForm } from './rollForm';
import type { RollHandle } from './useRoll';

interface FormStripProps {
  form: RollForm;
  /** Index of the marked group; -1 for none. */
  marked: number;
  /** The element that has strip and roll within. */
  parent: RefObject<HTMLElement | null>;
  handle: RollHandle;
  /** @param index -1 for none */
  onMark(index: number): void;
}

export function FormStrip({ form, marked, parent, handle, onMark }: FormStripProps): ReactNode {
  const { roll, seek, onPaint } = handle;
  const track = useRef<HTMLDivElement>(null);
  const { groups } = form;

  useEffect(
    () =>
      onPaint(() => {
        const { geometry, playhead } = roll;
        const { frame, view } = geometry;
        const style = parent.current?.style;
        style?.setProperty('--keyboard', `${frame.keyboard}px`);
        style?.setProperty('--overview', `${frame.overview}px`);
        style?.setProperty('--start', `${geometry.xOfTick(0) - frame.keyboard}px`);
        style?.setProperty('--tick', `${view.pixelsPerTick}px`);
        sayCurrent(track.current, groupAt(form, playhead));
      }),
    [form, roll, onPaint, parent],
  );

  function choose(index: number, selected: boolean): void {
    const { from } = groupTicks(form, index);
    onMark(selected ? index : -1);
    seek(from);
    roll.reveal(from);
  }

  return (
    <div className={styles.strip}>
      <p className={styles.name}>
        <span aria-hidden>{t('roll.form')}</span>
        <span className={styles.hidden}>{spokenForm(groups)}</span>
      </p>
      <Toolbar ref={track} className={styles.track} aria-label={t('roll.form')}>
        {groups.map((group, index) => {
          const { from, to } = groupTicks(form, index);
          return (
            <ToggleButton
              key={group.bar}
              className={styles.letter}
              style={{ '--from': from, '--ticks': to - from }}
              aria-label={spokenGroup(group)}
              isSelected={index === marked}
              onChange={(selected) => choose(index, selected)}
              onFocus={() => roll.reveal(from)}
            >
              {printedLetter(group.letter)}
            </ToggleButton>
          );
        })}
      </Toolbar>
    </div>
  );
}

/** Highlights the letter under the playhead. */
function sayCurrent(track: HTMLElement | null, index: number): void {
  const now = track?.children[index];
  if (!track || now?.ariaCurrent === 'true') return;
  for (const letter of track.children) letter.ariaCurrent = letter === now ? 'true' : null;
}
