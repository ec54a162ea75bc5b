/**
 * The pieces in which takes are searched for copies: the whole library, included or not, and
 * removed pieces that the model was trained on.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { TrainingPiece } from '../../model/composing/contract';
import { learntPiece } from '../library/learntSong';
import type { Piece } from '../library/libraryState';
import type { AppState } from '../state';
import { mayStart } from '../training/trainingRun';

/** @returns a function that returns those pieces at the time of the call */
export function trainedOnPieces(store: StoreApi<AppState>): () => TrainingPiece[] {
  const removed = new Map<string, Piece>();
  store.subscribe((state, before) => {
    const moved = state.pieces !== before.pieces;
    if (moved) {
      for (const piece of before.pieces) removed.set(piece.id, piece);
      for (const { id } of state.pieces) removed.delete(id);
    }
    const { phase, checkpoint } = state.training;
    // During a run the training pieces of the next model are not known yet.
    if (!mayStart(phase) || (!moved && phase === before.training.phase)) return;
    const { training, validation } = checkpoint?.trainedOn ?? { training: [], validation: [] };
    const trainedOn = new Set([...training, ...validation]);
    for (const id of removed.keys()) if (!trainedOn.has(id)) removed.delete(id);
  });
  return () => {
    const { pieces, training } = store.getState();
    // A resumed run has pieces that were removed before this visit.
    const listed = [...pieces, ...removed.values()];
    const ids = new Set(listed.map(({ id }) => id));
    const others = (training.run?.pieces ?? []).filter(({ id }) => !ids.has(id));
    // What a run has learnt of a piece stays so when another part of it is chosen later.
    const learnt = new Map(training.run?.pieces?.map((piece) => [piece.id, piece]));
    return [...listed, ...others].map((piece) => learntPiece(learnt.get(piece.id) ?? piece));
  };
}
