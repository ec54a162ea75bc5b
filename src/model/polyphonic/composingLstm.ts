/** The polyphonic network's LSTM layers on plain arrays, one state per take. */

import type { LstmCell, MakeCell } from '../../engine/lstm/cell';
import type { EncodingColumn } from '../../music/encoding/encoding';
import { readColumns } from '../../music/encoding/rows';
import type { PolyphonicArchitecture } from '../preset';
import { type NamedWeight, weightValues } from '../weightValues';
import { layerName } from './layerName';

export class ComposingLstm {
  readonly #cells: LstmCell[];
  readonly #units: number;
  /** Indices of the columns read. */
  readonly #read: readonly number[];

  /** @throws {Error} with a plain sentence if the weights belong to another network */
  constructor(
    { units, layers }: PolyphonicArchitecture,
    columns: readonly EncodingColumn[],
    weights: readonly NamedWeight[],
    voices: number,
    makeCell: MakeCell,
  ) {
    this.#units = units;
    this.#read = readColumns(columns);
    const classes = this.#read.map((column) => columns[column].classes);
    const rows = classes.reduce((sum, range) => sum + range, 0);
    this.#cells = Array.from({ length: layers }, (_, i) => {
      const name = layerName(i);
      const cell = {
        units,
        kernel: weightValues(weights, `${name}/kernel`, [i === 0 ? rows : units, 4 * units]),
        recurrentKernel: weightValues(weights, `${name}/recurrent_kernel`, [units, 4 * units]),
        bias: weightValues(weights, `${name}/bias`, [4 * units]),
        columnClasses: i === 0 ? classes : undefined,
      };
      return makeCell(cell, voices);
    });
  }

  dispose(): void {
    for (const cell of this.#cells) cell.dispose();
  }

  /** Advances every state by its row; whole rows, of which the state columns are read. */
  read(rows: readonly (readonly number[])[]): void {
    const indices = rows.flatMap((row) => this.#read.map((column) => row[column]));
    this.#cells.forEach((cell, i) => {
      cell.step(i === 0 ? Int32Array.from(indices) : this.#cells[i - 1].hidden);
    });
  }

  /** Output of the top layer for one take, `[units]`; valid until the next `read`. */
  state(voice: number): Float32Array {
    const { hidden } = this.#cells[this.#cells.length - 1];
    return hidden.subarray(voice * this.#units, (voice + 1) * this.#units);
  }
}
