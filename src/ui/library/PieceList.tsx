/** The list "Pieces". Rows render again only when their own piece changes. */
import type { ReactNode } from 'react';
import { useAppState } from '../../app/context';
import { PieceRow } from './PieceRow';

export function PieceList(): ReactNode {
  const pieces = useAppState((state) => state.pieces);
  const shownId = useAppState(({ shown }) => (shown.kind === 'piece' ? shown.id : undefined));
  return (
    <ul aria-label="Pieces">
      {pieces.map((piece) => (
        <PieceRow key={piece.id} piece={piece} shown={piece.id === shownId} />
      ))}
    </ul>
  );
}
