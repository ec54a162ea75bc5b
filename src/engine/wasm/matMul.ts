/**
 * Matrix products of tfjs's 'wasm' backend on our micro-kernels. tfjs's own are slow when a factor
 * is transposed, as in half of a dense layer's gradient.
 */
import * as tf from '@tensorflow/tfjs';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type WasmEngine, wasmEngine, wasmKernelsReady } from './engine';
import { Exchange } from './exchange';
import { Arena } from './heap';
import { PANEL, PANEL_PADDING, padded, panelsFor, ROW_BYTES } from './panels';
import { tfjsKernel } from './tfjsKernel';

const panelBytes = (rows: number): number => padded(rows) * ROW_BYTES + PANEL_PADDING;

/** Replaces tfjs's products, except those of batches, and all while our kernels are not loaded. */
export function wasmMatMul(): tf.KernelConfig {
  return replacing(tf.BatchMatMul, () => true);
}

/** The same with a bias; activations, and a bias of another shape than a row, are left to tfjs. */
export function wasmFusedMatMul(): tf.KernelConfig {
  return replacing(
    tf._FusedMatMul,
    ({ bias, b, preluActivationWeights }, attrs) =>
      attrs?.activation === 'linear' &&
      preluActivationWeights === undefined &&
      (bias === undefined || isRow(bias, b?.shape.at(attrs.transposeB === true ? -2 : -1))),
  );
}

function replacing(
  kernelName: string,
  suits: (inputs: tf.NamedTensorInfoMap, attrs: tf.NamedAttrMap | undefined) => boolean,
): tf.KernelConfig {
  const theirs = tfjsKernel(kernelName);
  return {
    ...theirs,
    kernelFunc: (params) => {
      const { inputs, attrs, backend } = params;
      const { a, b, bias } = inputs;
      const ours = isMatrix(a) && isMatrix(b) && a.shape.length === b.shape.length;
      if (!ours || !suits(inputs, attrs) || !wasmKernelsReady()) return theirs.kernelFunc(params);
      if (!(backend instanceof BackendWasm)) return theirs.kernelFunc(params);
      const product = multiply(wasmEngine(), backend, a, b, {
        transposeA: attrs?.transposeA === true,
        transposeB: attrs?.transposeB === true,
      });
      if (bias !== undefined) addToRows(backend, product, bias);
      return product;
    },
  };
}

function isMatrix(info: tf.TensorInfo | undefined): info is tf.TensorInfo {
  return info?.dtype === 'float32' && info.shape.slice(0, -2).every((side) => side === 1);
}

function isRow({ shape }: tf.TensorInfo, columns: number | undefined): boolean {
  return shape.length === 1 && shape[0] === columns;
}

function addToRows(backend: BackendWasm, matrix: tf.TensorInfo, row: tf.TensorInfo): void {
  const values = backend.typedArrayFromHeap(matrix);
  const added = backend.typedArrayFromHeap(row);
  for (let at = 0; at < values.length; at += added.length) {
    for (let j = 0; j < added.length; j++) values[at + j] += added[j];
  }
}

function multiply(
  engine: WasmEngine,
  backend: BackendWasm,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  { transposeA, transposeB }: { transposeA: boolean; transposeB: boolean },
): tf.TensorInfo {
  const sides = (info: tf.TensorInfo, swap: boolean): number[] =>
    swap ? info.shape.slice(-2).reverse() : info.shape.slice(-2);
  const [m, k] = sides(a, transposeA);
  const [kOfB, n] = sides(b, transposeB);
  if (k !== kOfB) throw new RangeError(`matMul: [${a.shape}] and [${b.shape}] do not fit`);
  const exchange = new Exchange(engine, backend);
  const arena = new Arena(engine.heap);
  try {
    const out = arena.allocate(4 * m * n);
    const [aStride, bStride] = [panelBytes(m), panelBytes(k)];
    engine.exports.matMul(
      out,
      exchange.copyIn(a, arena),
      exchange.copyIn(b, arena),
      m,
      k,
      n,
      Number(transposeA),
      Number(transposeB),
      arena.allocate(panelsFor(k) * aStride),
      aStride,
      arena.allocate(panelsFor(n) * bStride),
      bStride,
      arena.allocate((m + PANEL) * ROW_BYTES),
    );
    return exchange.copyOut(out, [...a.shape.slice(0, -2), m, n]);
  } finally {
    arena.free();
  }
}
