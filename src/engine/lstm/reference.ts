/**
 * The LSTM over whole sequences in plain TypeScript, forward and backward: the definition that
 * every kernel is tested against. Works in single or double precision, as the allocator decides.
 *
 * For each time step, with gates in the order i, f, c, o (Hochreiter & Schmidhuber 1997, with the
 * forget gate of Gers et al. 2000; gate order and layout as in Keras):
 *
 *     z = x·kernel + h'·recurrentKernel + bias      [4*units]
 *     i, f, o = sigmoid(z_i), sigmoid(z_f), sigmoid(z_o);  g = tanh(z_c)
 *     c = f∘c' + i∘g;  h = o∘tanh(c)
 */
import { prefixSums } from '../../lib/prefixSums';
import type { Allocate, Floats } from '../floats';

export interface LstmSize {
  batch: number;
  time: number;
  units: number;
  /** Width of the input's last axis: features when dense, else the number of index columns. */
  width: number;
  /**
   * Number of classes of each index column; empty when the input is dense. Column k is a one-hot
   * over [0, columnClasses[k]); its kernel rows follow those of the columns before it. An index
   * outside the classes contributes nothing, forward and backward.
   */
  columnClasses: readonly number[];
}

export interface LstmWeights<F extends Floats = Floats> {
  /** [rows, 4*units]: rows are features, or the classes of all columns. */
  kernel: F;
  /** [units, 4*units] */
  recurrentKernel: F;
  /** [4*units] */
  bias: F;
}

export interface LstmState<F extends Floats = Floats> {
  /** [batch, units] */
  hidden: F;
  /** [batch, units] */
  cell: F;
}

/** What the forward pass leaves behind for the backward pass, batch-major. */
export interface LstmActivations<F extends Floats = Floats> {
  /** [batch, time, units] */
  hidden: F;
  /** [batch, time, units] */
  cell: F;
  /** [batch, time, 4*units], after sigmoid and tanh. */
  gates: F;
}

/** Cotangents of the outputs; an empty `hidden` stands for zeros. */
export interface LstmCotangents {
  /** [batch, time, units] or empty */
  hidden: Floats;
  /** [batch, units] */
  lastHidden: Floats;
  /** [batch, units] */
  lastCell: Floats;
}

export interface LstmGradients<F extends Floats = Floats> extends LstmWeights<F> {
  /** [batch, time, width] when dense, else empty. */
  input: F;
  initial: LstmState<F>;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Rows of the kernel for an input of this form. */
export function kernelRows(size: Pick<LstmSize, 'width' | 'columnClasses'>): number {
  if (size.columnClasses.length === 0) return size.width;
  return size.columnClasses.reduce((sum, range) => sum + range, 0);
}

/**
 * Calls `visit` with each kernel row that takes part at one place of the input, and its factor.
 * A dense row visits every feature; index columns visit one row each, with factor 1.
 */
function forEachInputRow(
  size: LstmSize,
  offsets: readonly number[],
  input: Floats | Int32Array,
  position: number,
  visit: (row: number, factor: number) => void,
): void {
  const { width, columnClasses } = size;
  for (let k = 0; k < width; k++) {
    const value = input[position * width + k];
    if (columnClasses.length === 0) visit(k, value);
    else if (value >= 0 && value < columnClasses[k]) visit(offsets[k] + value, 1);
  }
}

/** target[0..n) += factor * source[offset..offset+n) */
function addScaled(
  target: Floats,
  at: number,
  source: Floats,
  from: number,
  n: number,
  factor: number,
): void {
  for (let j = 0; j < n; j++) target[at + j] += factor * source[from + j];
}

function dot(a: Floats, from: number, b: Floats, n: number): number {
  let sum = 0;
  for (let j = 0; j < n; j++) sum += a[from + j] * b[j];
  return sum;
}

/** Runs the sequence; `input` is [batch, time, width]. */
export function lstmForward<F extends Floats>(
  size: LstmSize,
  input: Floats | Int32Array,
  weights: LstmWeights,
  initial: LstmState,
  allocate: Allocate<F>,
): LstmActivations<F> {
  const { batch, time, units } = size;
  const offsets = prefixSums(size.columnClasses);
  const result = {
    hidden: allocate(batch * time * units),
    cell: allocate(batch * time * units),
    gates: allocate(batch * time * 4 * units),
  };
  const { hidden, cell, gates }: LstmActivations = result;
  const z: Floats = allocate(4 * units);
  for (let b = 0; b < batch; b++) {
    for (let t = 0; t < time; t++) {
      const position = b * time + t;
      const before = t === 0 ? initial : result;
      const beforeAt = (t === 0 ? b : position - 1) * units;
      z.set(weights.bias);
      forEachInputRow(size, offsets, input, position, (row, factor) => {
        addScaled(z, 0, weights.kernel, row * 4 * units, 4 * units, factor);
      });
      for (let k = 0; k < units; k++) {
        const h = before.hidden[beforeAt + k];
        addScaled(z, 0, weights.recurrentKernel, k * 4 * units, 4 * units, h);
      }
      for (let u = 0; u < units; u++) {
        const i = sigmoid(z[u]);
        const f = sigmoid(z[units + u]);
        const g = Math.tanh(z[2 * units + u]);
        const o = sigmoid(z[3 * units + u]);
        const c = f * before.cell[beforeAt + u] + i * g;
        const gateAt = position * 4 * units + u;
        gates[gateAt] = i;
        gates[gateAt + units] = f;
        gates[gateAt + 2 * units] = g;
        gates[gateAt + 3 * units] = o;
        cell[position * units + u] = c;
        hidden[position * units + u] = o * Math.tanh(c);
      }
    }
  }
  return result;
}

/** Gradients of every input, from the cotangents of every output: truncation is the caller's. */
export function lstmBackward<F extends Floats>(
  size: LstmSize,
  input: Floats | Int32Array,
  weights: LstmWeights,
  initial: LstmState,
  activations: LstmActivations,
  cotangents: LstmCotangents,
  allocate: Allocate<F>,
): LstmGradients<F> {
  const { batch, time, units, width } = size;
  const dense = size.columnClasses.length === 0;
  const offsets = prefixSums(size.columnClasses);
  const result = {
    input: allocate(dense ? batch * time * width : 0),
    kernel: allocate(kernelRows(size) * 4 * units),
    recurrentKernel: allocate(units * 4 * units),
    bias: allocate(4 * units),
    initial: { hidden: allocate(batch * units), cell: allocate(batch * units) },
  };
  const gradients: LstmGradients = result;
  // Running cotangents of the state between time steps; where they end is the initial state.
  const { hidden: dHidden, cell: dCell }: LstmState = result.initial;
  dHidden.set(cotangents.lastHidden);
  dCell.set(cotangents.lastCell);
  const dz: Floats = allocate(4 * units);
  for (let b = 0; b < batch; b++) {
    for (let t = time - 1; t >= 0; t--) {
      const position = b * time + t;
      const before = t === 0 ? initial : activations;
      const beforeAt = (t === 0 ? b : position - 1) * units;
      for (let u = 0; u < units; u++) {
        const gateAt = position * 4 * units + u;
        const i = activations.gates[gateAt];
        const f = activations.gates[gateAt + units];
        const g = activations.gates[gateAt + 2 * units];
        const o = activations.gates[gateAt + 3 * units];
        const tanhC = Math.tanh(activations.cell[position * units + u]);
        const fromOutput =
          cotangents.hidden.length > 0 ? cotangents.hidden[position * units + u] : 0;
        const dh = dHidden[b * units + u] + fromOutput;
        const dc = dCell[b * units + u] + dh * o * (1 - tanhC * tanhC);
        dz[u] = dc * g * i * (1 - i);
        dz[units + u] = dc * before.cell[beforeAt + u] * f * (1 - f);
        dz[2 * units + u] = dc * i * (1 - g * g);
        dz[3 * units + u] = dh * tanhC * o * (1 - o);
        dCell[b * units + u] = dc * f;
      }
      addScaled(gradients.bias, 0, dz, 0, 4 * units, 1);
      forEachInputRow(size, offsets, input, position, (row, factor) => {
        addScaled(gradients.kernel, row * 4 * units, dz, 0, 4 * units, factor);
        if (dense) {
          gradients.input[position * width + row] = dot(
            weights.kernel,
            row * 4 * units,
            dz,
            4 * units,
          );
        }
      });
      for (let k = 0; k < units; k++) {
        const rowAt = k * 4 * units;
        addScaled(gradients.recurrentKernel, rowAt, dz, 0, 4 * units, before.hidden[beforeAt + k]);
        dHidden[b * units + k] = dot(weights.recurrentKernel, rowAt, dz, 4 * units);
      }
    }
  }
  return result;
}
