/** Statistics of the training data. */
import { LOWEST_KEY } from '../music/encoding/melody';
import type { Dataset } from './dataset';
import { type EncodedPiece, rowsOf } from './split';

export interface DataStatistics {
  pieces: { training: number; validation: number };
  /** Training examples per epoch. */
  sequences: { training: number; validation: number };
  notes: { training: number; validation: number };
  /** Most common notes of all pieces, in descending order, at most twenty. */
  commonNotes: { pitch: number; count: number }[];
  /**
   * Unigram cross-entropy: the cost of predicting each column by the frequency of its classes in
   * training, summed as the loss is, nats per note.
   */
  frequencyLoss: number;
}

const COMMON_NOTES = 20;

export function surveyDataset(dataset: Dataset): DataStatistics {
  const { training, validation, columns } = dataset;
  const column = columns.findIndex(
    ({ predicted, transposes }) => predicted && transposes === 'pitch',
  );
  return {
    pieces: { training: training.length, validation: validation.length },
    sequences: {
      training: dataset.size.examples,
      validation: dataset.validationPass().examples,
    },
    notes: { training: countNotes(training), validation: countNotes(validation) },
    commonNotes: mostCommon(countClasses([...training, ...validation], column)),
    frequencyLoss: columns.reduce(
      (sum, { predicted }, at) => (predicted ? sum + entropy(countClasses(training, at)) : sum),
      0,
    ),
  };
}

function countNotes(pieces: readonly EncodedPiece[]): number {
  return pieces.reduce((sum, piece) => sum + rowsOf(piece), 0);
}

/** Count of each class of a column. */
function countClasses(pieces: readonly EncodedPiece[], column: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { rows } of pieces) {
    for (let at = column; at < rows.data.length; at += rows.width) {
      const key = rows.data[at];
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function mostCommon(counts: Map<number, number>): { pitch: number; count: number }[] {
  return [...counts]
    .sort(([keyA, a], [keyB, b]) => b - a || keyA - keyB)
    .slice(0, COMMON_NOTES)
    .map(([key, count]) => ({ pitch: key + LOWEST_KEY, count }));
}

/** Shannon entropy of the counts, nats; 0 for no counts. */
function entropy(counts: Map<number, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  let nats = 0;
  for (const count of counts.values()) nats -= (count / total) * Math.log(count / total);
  return nats;
}
