/** Card beside the selected note: its name, and the model's probabilities. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { NoteOdds, PitchOdds } from '../../model/take';
import type { Note } from '../../music/song';
import { t } from '../../texts/t';
import { around } from '../controls/around';
import styles from './OddsCard.module.css';
import { percent } from './oddsScale';
import { pitchName } from './pitchNames';
import { placeCard } from './placeCard';
import type { Rectangle } from './rollGeometry';

export interface OddsCardProps {
  note: Note;
  /** Of the key that notes are named in. Default: unknown. */
  fifths: number | undefined;
  /** Where the note is, in words. */
  place: string;
  /** Absent for a note that was not sampled. */
  odds: NoteOdds | undefined;
  /** Whether the note belongs to the prompt. */
  opening: boolean;
  /** Reason for the mark: "also in Bethena, bar 4". */
  marked: string | undefined;
  /** Area to keep uncovered, in pixels of the parent. */
  anchor: Rectangle;
  /** Size of the parent, in pixels. */
  bounds: { width: number; height: number };
}

export function OddsCard(props: OddsCardProps): ReactNode {
  const { note, fifths, place, odds, opening, marked, anchor, bounds } = props;
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!card.current) return;
    const { offsetWidth: width, offsetHeight: height } = card.current;
    const { x, y } = placeCard(anchor, { width, height }, bounds);
    card.current.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  });
  return (
    <div ref={card} className={styles.card} data-narrow={bounds.width < 480} role="tooltip">
      <p className={styles.head}>
        <strong className={styles.pitch}>{pitchName(note.pitch, fifths)}</strong>
        <span className={styles.place}>{place}</span>
      </p>
      {opening && <p className={styles.remark}>{t('roll.fromOpening')}</p>}
      {marked && <p className={styles.mark}>{marked}</p>}
      {odds && (
        <>
          <p className={styles.remark}>
            {around(
              (probability) => t('roll.chosenAt', { probability }),
              <b>{percent(odds.probability)}</b>,
            )}
          </p>
          <table className={styles.odds} aria-label={t('roll.likeliestKeys')}>
            <tbody>
              {rowsOf(note, odds).map((row) => (
                <OddsRow
                  key={row.pitch}
                  {...row}
                  fifths={fifths}
                  most={odds.likeliest[0]?.probability ?? 1}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

interface Row extends PitchOdds {
  drawn: boolean;
  /** Stands below the eight likeliest, from which it is missing. */
  apart: boolean;
}

function rowsOf(note: Note, odds: NoteOdds): Row[] {
  const rows = odds.likeliest.map(({ pitch, probability }) => ({
    pitch,
    probability,
    drawn: pitch === note.pitch,
    apart: false,
  }));
  if (rows.some((row) => row.drawn)) return rows;
  return [...rows, { pitch: note.pitch, probability: odds.probability, drawn: true, apart: true }];
}

interface OddsRowProps extends Row, Pick<OddsCardProps, 'fifths'> {
  most: number;
}

function OddsRow(props: OddsRowProps): ReactNode {
  const { pitch, fifths, probability, drawn, apart, most } = props;
  const share = Math.max(1, (probability / Math.max(most, 1e-9)) * 100);
  return (
    <tr className={styles.row} data-drawn={drawn} data-apart={apart}>
      <th scope="row">{pitchName(pitch, fifths)}</th>
      <td>
        <span className={styles.bar} style={{ width: `${Math.min(100, share)}%` }} />
      </td>
      <td className={styles.percent}>{percent(probability)}</td>
    </tr>
  );
}
