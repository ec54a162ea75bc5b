/**
 * Models of the encoding "form" in its first version, which knew no style. Their networks get a row
 * of zeros for each style: they compute as before, and can be trained further.
 */
import type { NamedWeight } from '../model/weightValues';
import { type EncodingId, encodings } from '../music/encoding';
import { STYLES } from '../music/style';
import type { Checkpoint } from './checkpoint';
import type { TensorRow } from './modelFile/manifest';

/** Version without style. */
const WITHOUT_STYLE = 1;

type Written = Checkpoint['encoding'];

/** Whether models in this encoding can be used, as they are or upgraded. */
export function isKnownEncoding({ id, version }: { id: string; version: number }): boolean {
  return Object.entries(encodings).some(
    ([ours, { version: now }]) => ours === id && (version === now || isOld(ours, version)),
  );
}

/** Columns of the encoding as a model of this version was written. */
export function columnsOf({ id, version }: Written): { name: string; classes: number }[] {
  return encodings[id].columns.filter(({ name }) => !(isOld(id, version) && name === 'style'));
}

/** Shapes of the weights as a model of this version was written. */
export function shapesOf(written: Written, tensors: readonly TensorRow[]): TensorRow[] {
  if (!isOld(written.id, written.version)) return [...tensors];
  return tensors.map((tensor) => {
    const [rows, ...rest] = tensor.shape;
    return readsStyle(tensor) ? { ...tensor, shape: [rows - STYLES.length, ...rest] } : tensor;
  });
}

/** The checkpoint in the present version. Weights that stay are shared with the argument. */
export function upgraded(checkpoint: Checkpoint): Checkpoint {
  const { encoding, weights, best, optimizer } = checkpoint;
  if (!isOld(encoding.id, encoding.version)) return checkpoint;
  return {
    ...checkpoint,
    encoding: { id: encoding.id, version: encodings[encoding.id].version },
    weights: weights.map(withStyle),
    best: best && { ...best, weights: best.weights.map(withStyle) },
    optimizer: {
      ...optimizer,
      moments: optimizer.moments.map(({ mean, square }, i) => ({
        mean: padded(weights[i], mean),
        square: padded(weights[i], square),
      })),
    },
  };
}

function isOld(id: EncodingId | string, version: number): boolean {
  return id === 'form' && version === WITHOUT_STYLE;
}

/** Whether the rows of a weight stand for the values of columns; those of style come first. */
function readsStyle({ name }: Pick<TensorRow, 'name'>): boolean {
  return name === 'lstm/kernel' || name.endsWith('/embedding');
}

function withStyle(weight: NamedWeight): NamedWeight {
  if (!readsStyle(weight)) return weight;
  const [rows, ...rest] = weight.shape;
  const shape = [rows + STYLES.length, ...rest];
  return { ...weight, shape, values: padded(weight, weight.values) };
}

/** Values of the weight's shape, after rows of zeros where it reads the style. */
function padded(
  { name, shape }: NamedWeight,
  values: Float32Array<ArrayBuffer>,
): Float32Array<ArrayBuffer> {
  if (!readsStyle({ name })) return values;
  const added = STYLES.length * shape.slice(1).reduce((product, side) => product * side, 1);
  const result = new Float32Array(added + values.length);
  result.set(values, added);
  return result;
}
