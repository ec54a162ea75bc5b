/** Who plays the piece, in a word; where it has several parts, they fold out to choose from. */
import { type ReactNode, useState } from 'react';
import { useActions } from '../../app/context';
import type { Piece } from '../../app/library/libraryState';
import { ensembleOf } from '../../music/parts/ensemble';
import { partsOf } from '../../music/parts/parts';
import { t } from '../../texts/t';
import { SelectField } from '../controls/SelectField';
import { ensembleText } from './ensembleText';
import { choiceOf, learnChoices } from './learnChoices';
import styles from './PieceParts.module.css';

export function PieceParts({ piece }: { piece: Piece }): ReactNode {
  // A list has hundreds of rows: their fields are made when they are opened.
  const [open, setOpen] = useState(false);
  const { song, learnFrom } = piece;
  const played = ensembleText(ensembleOf(song));
  if (partsOf(song).length < 2) return <p className={styles.word}>{played}</p>;
  return (
    <details
      className={styles.parts}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary data-chosen={learnFrom !== undefined}>{played}</summary>
      {open && <LearnFrom piece={piece} />}
    </details>
  );
}

function LearnFrom({ piece }: { piece: Piece }): ReactNode {
  const { learnFrom } = useActions();
  const { id, title } = piece;
  const choices = learnChoices(piece.song);
  return (
    <SelectField
      label={t('library.learnFrom', { title })}
      value={choiceOf(piece.learnFrom)}
      options={choices}
      onChange={(value) => learnFrom(id, choices.find((each) => each.value === value)?.tracks)}
    />
  );
}
