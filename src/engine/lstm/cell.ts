/**
 * One LSTM time step for a batch of voices, for generation note by note: plain arrays, without
 * tfjs.
 */
import { prefixSums } from '../../lib/prefixSums';
import { kernelRows } from './reference';

export interface CellWeights {
  units: number;
  /** [rows, 4*units], gates in Keras order i, f, c, o. */
  kernel: Float32Array;
  /** [units, 4*units] */
  recurrentKernel: Float32Array;
  /** [4*units] */
  bias: Float32Array;
  /** Number of classes of each index column. Default: a dense input. */
  columnClasses?: readonly number[];
}

export interface LstmCell {
  readonly voices: number;
  readonly units: number;
  /** [voices, units], as the latest step left it. */
  readonly hidden: Float32Array;
  /** [voices, units] */
  readonly cell: Float32Array;
  /**
   * Advances every voice by one time step. `input` is [voices, features], or [voices, columns] of
   * indices where the weights have `columnClasses`. Throws RangeError on another length.
   */
  step(input: Float32Array | Int32Array): void;
  /** Zeroes the state of one voice, or of all. */
  reset(voice?: number): void;
  /** Copies the state of voice `from` to voice `to`. */
  copyState(from: number, to: number): void;
  /** Frees the cell's memory; it must not be used afterwards. */
  dispose(): void;
}

/** Makes a cell with a state of zeros; the caller disposes it. */
export type MakeCell = (weights: CellWeights, voices: number) => LstmCell;

/** A cell with a state of zeros. Weights are read at each step, not copied. */
export function createCell(weights: CellWeights, voices: number): LstmCell {
  return new PlainCell(weights, voices);
}

/** @throws RangeError when the arrays do not fit together. Returns the input's width per voice. */
export function checkCellWeights(weights: CellWeights): number {
  const { units, kernel, recurrentKernel, bias, columnClasses = [] } = weights;
  const rows = kernel.length / (4 * units);
  const fits =
    columnClasses.length > 0
      ? rows === kernelRows({ width: columnClasses.length, columnClasses })
      : Number.isInteger(rows);
  if (!fits || recurrentKernel.length !== 4 * units * units || bias.length !== 4 * units) {
    throw new RangeError(
      `LSTM cell: weights of ${kernel.length}, ${recurrentKernel.length} and ${bias.length} ` +
        `numbers do not fit ${units} units`,
    );
  }
  return columnClasses.length > 0 ? columnClasses.length : rows;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

class PlainCell implements LstmCell {
  readonly voices: number;
  readonly units: number;
  readonly hidden: Float32Array;
  readonly cell: Float32Array;
  readonly #weights: CellWeights;
  readonly #width: number;
  readonly #offsets: number[];
  readonly #z: Float32Array;

  constructor(weights: CellWeights, voices: number) {
    this.#width = checkCellWeights(weights);
    this.voices = voices;
    this.units = weights.units;
    this.hidden = new Float32Array(voices * weights.units);
    this.cell = new Float32Array(voices * weights.units);
    this.#weights = weights;
    this.#offsets = prefixSums(weights.columnClasses ?? []);
    this.#z = new Float32Array(4 * weights.units);
  }

  step(input: Float32Array | Int32Array): void {
    if (input.length !== this.voices * this.#width) {
      throw new RangeError(
        `LSTM cell: ${input.length} inputs for ${this.voices} voices of ${this.#width}`,
      );
    }
    for (let voice = 0; voice < this.voices; voice++) {
      this.#z.set(this.#weights.bias);
      this.#addInput(input, voice);
      const at = voice * this.units;
      addProduct(this.#z, this.hidden, at, this.units, this.#weights.recurrentKernel);
      this.#applyGates(at);
    }
  }

  reset(voice?: number): void {
    const [from, to] = voice === undefined ? [0, this.voices] : [voice, voice + 1];
    this.hidden.fill(0, from * this.units, to * this.units);
    this.cell.fill(0, from * this.units, to * this.units);
  }

  copyState(from: number, to: number): void {
    const { units } = this;
    this.hidden.copyWithin(to * units, from * units, (from + 1) * units);
    this.cell.copyWithin(to * units, from * units, (from + 1) * units);
  }

  dispose(): void {
    // Plain arrays need no release.
  }

  #addInput(input: Float32Array | Int32Array, voice: number): void {
    const { kernel, columnClasses } = this.#weights;
    const at = voice * this.#width;
    if (columnClasses === undefined) {
      addProduct(this.#z, input, at, this.#width, kernel);
      return;
    }
    const z = this.#z;
    for (let k = 0; k < columnClasses.length; k++) {
      const index = input[at + k];
      if (!(index >= 0 && index < columnClasses[k])) continue;
      const row = (this.#offsets[k] + index) * z.length;
      for (let j = 0; j < z.length; j++) z[j] += kernel[row + j];
    }
  }

  #applyGates(at: number): void {
    const { units, hidden, cell } = this;
    const z = this.#z;
    for (let u = 0; u < units; u++) {
      const written = sigmoid(z[u]) * Math.tanh(z[2 * units + u]);
      const c = sigmoid(z[units + u]) * cell[at + u] + written;
      cell[at + u] = c;
      hidden[at + u] = sigmoid(z[3 * units + u]) * Math.tanh(c);
    }
  }
}

/** z += x[from..from+rows) · matrix [rows, z.length], four rows at a time to spare loads of z. */
function addProduct(
  z: Float32Array,
  x: Float32Array | Int32Array,
  from: number,
  rows: number,
  matrix: Float32Array,
): void {
  const width = z.length;
  let k = 0;
  for (; k + 4 <= rows; k += 4) {
    const [x0, x1, x2, x3] = [x[from + k], x[from + k + 1], x[from + k + 2], x[from + k + 3]];
    const row = matrix.subarray(k * width, (k + 4) * width);
    for (let j = 0; j < width; j++) {
      z[j] += x0 * row[j] + x1 * row[width + j] + x2 * row[2 * width + j] + x3 * row[3 * width + j];
    }
  }
  for (; k < rows; k++) {
    const xk = x[from + k];
    for (let j = 0; j < width; j++) z[j] += xk * matrix[k * width + j];
  }
}
