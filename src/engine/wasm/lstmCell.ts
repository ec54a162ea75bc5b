/** The one-step cell on the WASM kernel: the forward pass over one time step, in place. */
import { type CellWeights, checkCellWeights, type LstmCell } from '../lstm/cell';
import type { WasmEngine } from './engine';
import { PHASES } from './fields';
import { Arena } from './heap';
import { planForward, planSaved } from './lstmPlan';

/**
 * A cell with a state of zeros, in the WASM module's memory until it is disposed. The weights are
 * copied: later changes have no effect.
 */
export function createWasmCell(engine: WasmEngine, weights: CellWeights, voices: number): LstmCell {
  return new CellOnWasm(engine, weights, voices);
}

class CellOnWasm implements LstmCell {
  readonly voices: number;
  readonly units: number;
  readonly #engine: WasmEngine;
  readonly #arena: Arena;
  readonly #inputLength: number;
  readonly #indexed: boolean;
  readonly #call: number;
  readonly #inputAt: number;
  readonly #hiddenAt: number;
  readonly #cellAt: number;

  constructor(engine: WasmEngine, weights: CellWeights, voices: number) {
    const width = checkCellWeights(weights);
    const { units, columnClasses = [] } = weights;
    const { heap } = engine;
    const arena = new Arena(heap);
    const passing = new Arena(heap);
    const copy = (values: Float32Array): number => {
      const at = passing.allocate(4 * values.length);
      heap.floats(at, values.length).set(values);
      return at;
    };
    // One thread: a step is too little work to share.
    const size = { batch: voices, time: 1, units, width, columnClasses };
    const records = planSaved(heap, arena, size, 1, { training: false, inputGradient: false });
    planForward(records, arena);
    this.voices = voices;
    this.units = units;
    this.#engine = engine;
    this.#arena = arena;
    this.#call = records.at;
    this.#inputLength = voices * width;
    this.#indexed = columnClasses.length > 0;
    this.#inputAt = arena.allocate(4 * voices * width);
    this.#hiddenAt = arena.allocate(4 * voices * units);
    this.#cellAt = arena.allocate(4 * voices * units);
    records.set({
      inputAt: this.#inputAt,
      kernelAt: copy(weights.kernel),
      recurrentAt: copy(weights.recurrentKernel),
      biasAt: copy(weights.bias),
      // The last state of one step is the initial state of the next.
      initialHiddenAt: this.#hiddenAt,
      initialCellAt: this.#cellAt,
      lastHiddenAt: this.#hiddenAt,
      lastCellAt: this.#cellAt,
    });
    engine.exports.run(PHASES.indexOf('pack'), this.#call, 0);
    passing.free();
    this.reset();
  }

  get hidden(): Float32Array {
    return this.#engine.heap.floats(this.#hiddenAt, this.voices * this.units);
  }

  get cell(): Float32Array {
    return this.#engine.heap.floats(this.#cellAt, this.voices * this.units);
  }

  step(input: Float32Array | Int32Array): void {
    if (input.length !== this.#inputLength) {
      throw new RangeError(`LSTM cell: ${input.length} inputs, expected ${this.#inputLength}`);
    }
    const { heap } = this.#engine;
    if (this.#indexed) heap.integers(this.#inputAt, input.length).set(input);
    else heap.floats(this.#inputAt, input.length).set(input);
    this.#engine.exports.run(FORWARD, this.#call, 0);
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
    this.#arena.free();
  }
}

const FORWARD = PHASES.indexOf('forward');
