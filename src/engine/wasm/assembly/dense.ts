/** Dense layer for one vector: a vector is a matrix of one row, and its panels lie one after another. */
import { product } from './microkernels';
import { packRows, PANEL, ROW } from './panels';

/** Plain kernel [inputs, outputs] -> panels, which need room for inputs · outputs rounded up to 8. */
export function packDense(panels: usize, kernel: usize, inputs: i32, outputs: i32): void {
  for (let j = 0; j < outputs; j += PANEL) {
    panels = packRows(panels, kernel + <usize>j * 4, <usize>outputs * 4, inputs, outputs - j);
  }
}

/** output = bias + input · panels; bias and output are rounded up to eight numbers. */
export function dense(
  output: usize, bias: usize, input: usize, panels: usize, inputs: i32, outputs: i32
): void {
  for (let j = 0; j < outputs; j += PANEL) {
    const at = output + <usize>j * 4;
    v128.store(at, v128.load(bias + <usize>j * 4));
    v128.store(at, v128.load(bias + <usize>j * 4, 16), 16);
    product(at, input, ROW, panels, 1, inputs, true);
    panels += <usize>inputs * ROW;
  }
}
