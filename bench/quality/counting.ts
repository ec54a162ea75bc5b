/** N-gram baselines on the test pieces, one for each kind of history. */
import type { EncodingColumn } from '../../src/music/encoding/encoding.ts';
import type { JudgedPieces } from './data.ts';
import { HISTORIES, NGram } from './ngram.ts';

export interface Counted {
  title: string;
  /** Nats of each predicted column, summed over the test pieces. */
  nats: number[];
}

export function countedNats(
  pieces: JudgedPieces,
  columns: readonly EncodingColumn[],
  transpositions: readonly number[],
): Counted[] {
  return HISTORIES.map((history) => {
    const model = new NGram(columns, history);
    // Counting uses no validation set, so it may train on those pieces too.
    model.learn([...pieces.training, ...pieces.validation], transpositions);
    return { title: `5-gram, by ${history}`, nats: model.nats(pieces.test) };
  });
}
