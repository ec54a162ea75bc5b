/**
 * A chain of softmax heads in plain TypeScript, forward and backward: the definition that every
 * kernel is tested against. Works in single or double precision, as the allocator decides.
 *
 * A row has several index columns. Each predicted one has a head, whose input is the row's state
 * and all columns before the predicted one:
 *
 *     hidden = tanh(state·kernel + sum of embedding rows of the columns before + bias)
 *     logits = hidden·outputKernel + outputBias
 *     loss = sum over rows of weight · (logsumexp(logits) - logits[target])
 */
import { prefixSums } from '../../lib/prefixSums';
import type { Allocate, Floats } from '../floats';

export interface HeadsSize {
  rows: number;
  /** Width of the state. */
  units: number;
  /**
   * Number of classes of each index column. A given index outside the classes (such as -1) adds
   * nothing; a target outside the classes has no loss.
   */
  columnClasses: readonly number[];
  /** Which columns are predicted, in ascending order: one head each. */
  predicted: readonly number[];
}

/** A head's weights by role; no `embedding` where no column is given. */
export interface HeadWeights<T> {
  /** [units, hidden] */
  kernel: T;
  /** [classes of all columns before, hidden] */
  embedding?: T;
  /** [hidden] */
  bias: T;
  /** [hidden, classes] */
  outputKernel: T;
  /** [classes] */
  outputBias: T;
}

export interface HeadsInputs {
  /** [rows, units] */
  state: Floats;
  /** [rows, columns] */
  columns: Int32Array;
  /** [rows] */
  weights: Floats;
}

export interface HeadsGradients<F extends Floats> {
  state: F;
  heads: HeadWeights<F>[];
}

/** `values` (1 · n) += vector (1 · m) · matrix (m · n), row-major, from places in larger arrays. */
function addProduct(values: Float64Array, vector: Floats, from: number, matrix: Floats): void {
  const width = values.length;
  for (let i = 0; i < matrix.length / width; i++) {
    for (let j = 0; j < width; j++) values[j] += vector[from + i] * matrix[i * width + j];
  }
}

/** Embedding rows that the columns before `column` select in this row. */
function givenRows(size: HeadsSize, columns: Int32Array, row: number, column: number): number[] {
  const { columnClasses } = size;
  const offsets = prefixSums(columnClasses);
  const named: number[] = [];
  for (let k = 0; k < column; k++) {
    const index = columns[row * columnClasses.length + k];
    if (index >= 0 && index < columnClasses[k]) named.push(offsets[k] + index);
  }
  return named;
}

interface RowPass {
  hidden: Float64Array;
  /** Softmax of the logits. */
  probabilities: Float64Array;
  /** logsumexp(logits) - logits[target], nats. */
  loss: number;
}

/** One row through one head; undefined if its target is outside the classes. */
function passRow(
  size: HeadsSize,
  { state, columns }: HeadsInputs,
  { kernel, embedding, bias, outputKernel, outputBias }: HeadWeights<Floats>,
  row: number,
  column: number,
): RowPass | undefined {
  const target = columns[row * size.columnClasses.length + column];
  if (target < 0 || target >= size.columnClasses[column]) return undefined;
  const hidden = Float64Array.from(bias);
  addProduct(hidden, state, row * size.units, kernel);
  if (embedding) {
    for (const named of givenRows(size, columns, row, column)) {
      for (let j = 0; j < hidden.length; j++) hidden[j] += embedding[named * hidden.length + j];
    }
  }
  for (let j = 0; j < hidden.length; j++) hidden[j] = Math.tanh(hidden[j]);
  const logits = Float64Array.from(outputBias);
  addProduct(logits, hidden, 0, outputKernel);
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return {
    hidden,
    probabilities: powers.map((power) => power / sum),
    loss: Math.log(sum) + most - logits[target],
  };
}

/** The loss of each head, nats. */
export function headsLosses(
  size: HeadsSize,
  inputs: HeadsInputs,
  heads: readonly HeadWeights<Floats>[],
): number[] {
  return heads.map((head, h) => {
    let sum = 0;
    for (let row = 0; row < size.rows; row++) {
      if (inputs.weights[row] === 0) continue;
      const pass = passRow(size, inputs, head, row, size.predicted[h]);
      if (pass) sum += inputs.weights[row] * pass.loss;
    }
    return sum;
  });
}

/** @param cotangents of each head's loss */
export function headsGradients<F extends Floats>(
  size: HeadsSize,
  inputs: HeadsInputs,
  heads: readonly HeadWeights<Floats>[],
  cotangents: ArrayLike<number>,
  allocate: Allocate<F>,
): HeadsGradients<F> {
  const state = allocate(size.rows * size.units);
  const gradients = heads.map((head, h): HeadWeights<F> => {
    const gradient = {
      kernel: allocate(head.kernel.length),
      embedding: head.embedding && allocate(head.embedding.length),
      bias: allocate(head.bias.length),
      outputKernel: allocate(head.outputKernel.length),
      outputBias: allocate(head.outputBias.length),
    };
    for (let row = 0; row < size.rows; row++) {
      const cotangent = inputs.weights[row] * cotangents[h];
      if (inputs.weights[row] === 0) continue;
      backRow(size, inputs, head, row, size.predicted[h], cotangent, state, gradient);
    }
    return gradient;
  });
  return { state, heads: gradients };
}

/** Adds one row's part to the gradients of its state and of one head's weights. */
function backRow(
  size: HeadsSize,
  inputs: HeadsInputs,
  head: HeadWeights<Floats>,
  row: number,
  column: number,
  cotangent: number,
  dState: Floats,
  gradient: HeadWeights<Floats>,
): void {
  const pass = passRow(size, inputs, head, row, column);
  if (!pass) return;
  const { hidden, probabilities } = pass;
  const dLogits = probabilities.map((probability) => cotangent * probability);
  dLogits[inputs.columns[row * size.columnClasses.length + column]] -= cotangent;
  const dSums = hidden.map((h, j) => {
    let dHidden = 0;
    dLogits.forEach((dLogit, c) => {
      dHidden += dLogit * head.outputKernel[j * dLogits.length + c];
      gradient.outputKernel[j * dLogits.length + c] += h * dLogit;
    });
    return dHidden * (1 - h * h);
  });
  dLogits.forEach((dLogit, c) => {
    gradient.outputBias[c] += dLogit;
  });
  const named = givenRows(size, inputs.columns, row, column);
  dSums.forEach((dSum, j) => {
    gradient.bias[j] += dSum;
    for (const at of named) {
      if (gradient.embedding) gradient.embedding[at * dSums.length + j] += dSum;
    }
    for (let i = 0; i < size.units; i++) {
      const place = row * size.units + i;
      dState[place] += dSum * head.kernel[i * dSums.length + j];
      gradient.kernel[i * dSums.length + j] += inputs.state[place] * dSum;
    }
  });
}
