/** One piece: include, show, play, remove. A click anywhere on the row shows it in the roll. */
import { Play, Trash2 } from 'lucide-react';
import { memo, type ReactNode, useMemo } from 'react';
import { useActions } from '../../app/context';
import { learntSong } from '../../app/library/learntSong';
import type { Piece } from '../../app/library/libraryState';
import { countLearnableNotes } from '../../music/learnable';
import { withTracks } from '../../music/parts/chosenTracks';
import { t } from '../../texts/t';
import { IconButton } from '../controls/Button';
import styles from '../controls/Rows.module.css';
import { formatDuration } from '../format';
import { PieceThumbnail } from '../roll/PieceThumbnail';
import { PieceParts } from './PieceParts';

interface PieceRowProps {
  piece: Piece;
  shown: boolean;
}

export const PieceRow = memo(function PieceRow({ piece, shown }: PieceRowProps): ReactNode {
  const { setIncluded, removePiece, show, play } = useActions();
  const { id, title, song, learnFrom } = piece;
  const learnt = useMemo(() => withTracks(song, learnFrom), [song, learnFrom]);

  function playPiece(): void {
    show({ kind: 'piece', id });
    void play();
  }

  return (
    <li className={styles.row} data-piece={id} data-shown={shown} data-excluded={!piece.included}>
      <input
        className={styles.include}
        type="checkbox"
        aria-label={t('library.include', { title })}
        checked={piece.included}
        onChange={(event) => setIncluded([id], event.target.checked)}
      />
      <div className={styles.words}>
        <button
          type="button"
          className={styles.title}
          aria-label={t('library.show', { title })}
          aria-current={shown}
          title={piece.fileName}
          onClick={() => show({ kind: 'piece', id })}
        >
          {title}
        </button>
        <Credits piece={piece} />
        <p className={styles.facts}>
          <span>{formatDuration(piece.seconds)}</span>
          <span>{notesInWords(piece)}</span>
          <span>{t('units.bars', { count: piece.bars })}</span>
          <span>{t('library.tempo', { tempo: Math.round(piece.tempo) })}</span>
        </p>
        <PieceParts piece={piece} />
        {piece.repairs.length > 0 && <Repairs remarks={piece.repairs} />}
      </div>
      <div className={styles.thumbnail}>
        <PieceThumbnail song={learnt} />
      </div>
      <div className={styles.buttons}>
        <IconButton small label={t('library.play', { title })} onPress={playPiece}>
          <Play size={15} aria-hidden />
        </IconButton>
        <IconButton small label={t('library.remove', { title })} onPress={() => removePiece(id)}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </div>
    </li>
  );
});

/** "Scott Joplin, 1905"; nothing where neither is known. */
function Credits({ piece: { song, title } }: Pick<PieceRowProps, 'piece'>): ReactNode {
  // The title may name the composer already.
  const composer = song.composer && !title.includes(song.composer) ? [song.composer] : [];
  const year = song.year && !title.includes(String(song.year)) ? [String(song.year)] : [];
  const text = [...composer, ...year].join(', ');
  return text && <p className={styles.credits}>{text}</p>;
}

/** `812 notes`, or where a part is chosen or some are outside the keyboard, how many are learnt. */
function notesInWords(piece: Piece): string {
  const { notes, learnable = notes } = piece;
  if (piece.learnFrom) {
    return t('library.learnsPart', { learnt: countLearnableNotes(learntSong(piece)), notes });
  }
  if (learnable === notes) return t('units.notes', { count: notes });
  return t('library.learnableNotes', { learnable, notes });
}

function Repairs({ remarks }: { remarks: readonly string[] }): ReactNode {
  return (
    <details className={styles.repairs}>
      <summary>{t('library.repaired', { count: remarks.length })}</summary>
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </details>
  );
}
