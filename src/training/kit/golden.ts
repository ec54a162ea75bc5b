/**
 * A worked example for programs that train elsewhere: windows of the data, the rows that the tab cuts
 * from them, and the loss of the tab's network.
 */
import type { Preset, TrainingSettings } from '../../model/preset';
import type { NamedWeight } from '../../model/weightValues';
import { encodings } from '../../music/encoding';
import { Random } from '../../music/random';
import { batchCutter } from '../cutBatch';
import { kerasBatch, probabilities } from '../keras/probabilities';
import type { EncodedPiece } from '../split';
import { evaluationWindows, trainingWindows, WINDOW_FIELDS } from '../windows';

export interface Golden {
  /** As in `windows.ts`. */
  windows: number[][];
  /** Steps of each window. */
  time: number;
  /** As in `Batch`, flat. */
  inputs: number[];
  targets: number[];
  weights: number[];
  /** Mean of each predicted column over the predicted rows, nats. */
  losses: number[];
}

/** Windows drawn as for training, and one as for validation. */
const DRAWN = 5;
/** Steps at most, so that plain JavaScript takes them in a second or two. */
const TIME = 48;
const PIECES = 8;

/** @param training pieces in the order of the shards */
export function goldenExample(
  preset: Preset,
  settings: TrainingSettings,
  training: readonly EncodedPiece[],
  weights: readonly NamedWeight[],
): Golden {
  const { columns } = encodings[preset.encoding];
  const time = Math.min(TIME, settings.sequenceLength);
  const few = training.slice(0, PIECES);
  const random = Random.fromSeed(settings.seed);
  const drawn = trainingWindows(few, time, preset.training, columns, random);
  const fixed = evaluationWindows(few, time, preset.training);
  const windows = Int32Array.of(
    ...drawn.subarray(0, DRAWN * WINDOW_FIELDS),
    ...fixed.subarray(0, WINDOW_FIELDS),
  );
  const size = windows.length / WINDOW_FIELDS;
  const cut = batchCutter(columns, preset.training.predict, {
    batchSize: size,
    sequenceLength: time,
  });
  const batch = cut(few, windows, 0);
  const example = kerasBatch(preset, batch);
  const targets = example.targets.flat(2);
  const outputs = columns.flatMap(({ predicted }, i) => (predicted ? [i] : []));
  const rows = batch.weights.reduce((sum, weight) => sum + weight, 0);
  const losses = probabilities(preset, weights, example).map((odds, output) => {
    const column = outputs[output];
    const { classes } = columns[column];
    let sum = 0;
    for (let row = 0; row < targets.length / columns.length; row++) {
      const target = targets[row * columns.length + column];
      if (target >= 0) sum -= Math.log(odds[row * classes + target]);
    }
    return sum / rows;
  });
  return {
    windows: Array.from({ length: size }, (_, i) => [
      ...windows.subarray(i * WINDOW_FIELDS, (i + 1) * WINDOW_FIELDS),
    ]),
    time,
    inputs: [...batch.inputs],
    targets: [...batch.targets],
    weights: [...batch.weights],
    losses,
  };
}
