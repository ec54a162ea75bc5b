/** A network's weights as plain data, for checkpoints and composing. */
import { t } from '../texts/t';

export interface NamedWeight {
  /** Layer and weight as Keras names them, e.g. `lstm/recurrent_kernel`. */
  name: string;
  shape: number[];
  values: Float32Array<ArrayBuffer>;
}

/**
 * Values of one weight, row-major.
 * @throws {Error} with a plain sentence if it is missing or of another shape
 */
export function weightValues(
  weights: readonly NamedWeight[],
  name: string,
  shape: readonly number[],
): Float32Array {
  const weight = weights.find((candidate) => candidate.name === name);
  if (weight?.shape.join() !== shape.join() || !weight) {
    throw new Error(t('models.weightMissing', { name }));
  }
  return weight.values;
}

/** Whether every value is a finite number. */
export function isFiniteWeight({ values }: NamedWeight): boolean {
  // 0 · Infinity and 0 · NaN are NaN, so one sum suffices, without a branch per value.
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += 0 * values[i];
  return sum === 0;
}
