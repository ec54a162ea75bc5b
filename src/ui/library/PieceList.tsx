/**
 * The list "Pieces", and above a long one a field to find one. Rows render again only when their
 * own piece changes.
 */
import { Search } from 'lucide-react';
import { type ReactNode, useDeferredValue, useId } from 'react';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import field from '../controls/Field.module.css';
import styles from './PieceList.module.css';
import { PieceRow } from './PieceRow';
import { hasSearch, shownPieces } from './shownPieces';
import { useRowLimit } from './useRowLimit';
import { useRowPeek } from './useRowPeek';

export function PieceList(): ReactNode {
  const { seekPieces } = useActions();
  const pieces = useAppState((state) => state.pieces);
  const typed = useAppState((state) => state.sought);
  const shownId = useAppState(({ shown }) => (shown.kind === 'piece' ? shown.id : undefined));
  // Only the filter is deferred: a deferred row would show its checkbox unchanged after a click.
  const sought = useDeferredValue(typed);
  const library = { pieces, sought };
  const found = shownPieces(library);
  const { limit, end } = useRowLimit(found.length);
  const list = useRowPeek();
  return (
    <>
      {hasSearch(library) && <FindField typed={typed} found={found.length} onType={seekPieces} />}
      <ul ref={list} aria-label={t('library.pieces')}>
        {found.slice(0, limit).map((piece) => (
          <PieceRow key={piece.id} piece={piece} shown={piece.id === shownId} />
        ))}
        {found.length > limit && (
          <li ref={end} className={styles.more}>
            {t('library.morePieces', { count: found.length - limit })}
          </li>
        )}
      </ul>
    </>
  );
}

interface FindFieldProps {
  typed: string;
  found: number;
  onType(typed: string): void;
}

function FindField({ typed, found, onType }: FindFieldProps): ReactNode {
  const id = useId();
  return (
    <search className={styles.find}>
      <label htmlFor={id}>
        <Search className={styles.icon} size={15} aria-label={t('library.find')} />
      </label>
      <input
        id={id}
        className={`${field.input} ${styles.input}`}
        type="search"
        placeholder={t('library.find')}
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
      <span className={styles.found} role="status">
        {typed.trim() &&
          (found === 0 ? t('library.noneFound') : t('library.found', { count: found }))}
      </span>
    </search>
  );
}
