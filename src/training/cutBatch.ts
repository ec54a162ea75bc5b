/** Cuts windows of pieces into the batches that networks read: transposed, with columns withheld. */
import type { Batch } from '../model/batch';
import type { TrainingRecipe, TrainingSettings } from '../model/preset';
import type { EncodingColumn } from '../music/encoding/encoding';
import { readColumns, transposer } from '../music/encoding/rows';
import { withholder } from '../music/encoding/withhold';
import type { EncodedPiece } from './split';
import { WINDOW_FIELDS, type Windows } from './windows';

/**
 * @param first index of the first window
 * @param leaveGaps drops single values of a row, in place. Default: none.
 */
export type CutBatch = (
  pieces: readonly EncodedPiece[],
  windows: Windows,
  first: number,
  leaveGaps?: (row: Int16Array) => void,
) => Batch;

/**
 * Constant batch size, so that shapes stay the same and shaders compile once; padding examples have
 * weight 0.
 */
export function batchCutter(
  columns: readonly EncodingColumn[],
  predict: TrainingRecipe['predict'],
  { batchSize: size, sequenceLength: time }: Pick<TrainingSettings, 'batchSize' | 'sequenceLength'>,
): CutBatch {
  const withhold = withholder(columns);
  const transpose = transposer(columns);
  const width = columns.length;
  const predicted = predict === 'every row' ? time : 1;
  const read = readColumns(columns);
  return (pieces, windows, first, leaveGaps = () => {}) => {
    const batch: Batch = {
      size,
      time,
      inputs: new Int32Array(size * time * read.length).fill(-1),
      targets: new Int32Array(size * predicted * width),
      weights: new Float32Array(size * predicted),
    };
    const row = new Int16Array(width);
    for (let example = 0; example < size; example++) {
      const at = (first + example) * WINDOW_FIELDS;
      if (at >= windows.length) break;
      const [piece, start, interval, withheld] = windows.subarray(at, at + WINDOW_FIELDS);
      const { data } = pieces[piece].rows;
      const rows = data.length / width;
      // Each row is the input of a step, and the target of the step before.
      for (let step = -1; step < time; step++) {
        const index = start + step;
        if (index < 0 || index >= rows) continue;
        for (let column = 0, from = index * width; column < width; column++) {
          row[column] = data[from + column];
        }
        transpose(row, interval);
        withhold(withheld, row, 0);
        leaveGaps(row);
        if (step + 1 < time) {
          const to = (example * time + step + 1) * read.length;
          for (let i = 0; i < read.length; i++) batch.inputs[to + i] = row[read[i]];
        }
        const target = step - (time - predicted);
        if (target < 0) continue;
        const to = example * predicted + target;
        batch.targets.set(row, to * width);
        batch.weights[to] = 1;
      }
    }
    return batch;
  };
}
