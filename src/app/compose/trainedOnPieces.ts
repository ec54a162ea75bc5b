/**
 * The pieces to look for copies in: all of the library, ticked or not, and those that were removed
 * from it though the model learnt from them.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { TrainingPiece } from '../../model/composing/contract';
import type { AppState, Piece } from '../state';
import { mayStart } from '../training/trainingRun';

/** @returns what gives those pieces as things stand */
export function trainedOnPieces(store: StoreApi<AppState>): () => TrainingPiece[] {
  const removed = new Map<string, Piece>();
  store.subscribe((state, before) => {
    const moved = state.pieces !== before.pieces;
    if (moved) {
      for (const piece of before.pieces) removed.set(piece.id, piece);
      for (const { id } of state.pieces) removed.delete(id);
    }
    const { phase, checkpoint } = state.training;
    // During a run it is not known yet what of them the next model will have learnt from.
    if (!mayStart(phase) || (!moved && phase === before.training.phase)) return;
    const { training, validation } = checkpoint?.trainedOn ?? { training: [], validation: [] };
    const trainedOn = new Set([...training, ...validation]);
    for (const id of removed.keys()) if (!trainedOn.has(id)) removed.delete(id);
  });
  return () =>
    [...store.getState().pieces, ...removed.values()].map(({ id, title, song }) => ({
      id,
      title,
      song,
    }));
}
