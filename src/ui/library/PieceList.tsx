/**
 * The list "Pieces", and above a long one a field to find one. Rows render again only when their
 * own piece changes.
 */
import { Search } from 'lucide-react';
import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { useAppState } from '../../app/context';
import { plural } from '../../lib/counts';
import field from '../controls/Field.module.css';
import { findPieces } from './findPieces';
import styles from './PieceList.module.css';
import { PieceRow } from './PieceRow';
import { useRowLimit } from './useRowLimit';

/** Number of pieces from which the search field is shown. */
const MANY = 12;

export function PieceList(): ReactNode {
  const pieces = useAppState((state) => state.pieces);
  const shownId = useAppState(({ shown }) => (shown.kind === 'piece' ? shown.id : undefined));
  const [typed, setTyped] = useState('');
  // Only the filter is deferred: a deferred row would show its checkbox unchanged after a click.
  const sought = useDeferredValue(typed);
  const many = pieces.length > MANY;
  const found = many ? findPieces(pieces, sought) : pieces;
  const { limit, end } = useRowLimit(found.length);
  return (
    <>
      {many && <FindField typed={typed} found={found.length} onType={setTyped} />}
      <ul aria-label="Pieces">
        {found.slice(0, limit).map((piece) => (
          <PieceRow key={piece.id} piece={piece} shown={piece.id === shownId} />
        ))}
        {found.length > limit && (
          <li ref={end} className={styles.more}>
            {plural(found.length - limit, 'more piece')}
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
        <Search className={styles.icon} size={15} aria-label="Find a piece" />
      </label>
      <input
        id={id}
        className={`${field.input} ${styles.input}`}
        type="search"
        placeholder="Find a piece"
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
      <span className={styles.found} role="status">
        {typed.trim() && (found === 0 ? 'None found' : `${plural(found, 'piece')} found`)}
      </span>
    </search>
  );
}
