/** Adam and the gradient's norm on tfjs's 'wasm' backend, each in one pass. */
import type { TensorInfo } from '@tensorflow/tfjs';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { AdamKernels } from '../adam/contract';
import { wasmEngine } from './engine';
import { Exchange, elements } from './exchange';
import { Arena } from './heap';
import { residents } from './residents';

function narrow(backend: object): BackendWasm {
  if (backend instanceof BackendWasm) return backend;
  throw new TypeError("Not tfjs's WASM backend");
}

export const wasmAdam: AdamKernels = {
  backendName: 'wasm',

  sumOfSquares(values, backend) {
    const engine = wasmEngine();
    const wasm = narrow(backend);
    const exchange = new Exchange(engine, wasm);
    residents.reclaim(wasm);
    // The update reads the same gradient again.
    const at = residents.find(values, engine) ?? exchange.copyIn(values, engine.heap);
    residents.keep(values, at, engine);
    const sum = engine.exports.sumOfSquares(at, wholeVectors(values));
    return exchange.scalarOut(sum, [], 'float32');
  },

  update({ value, mean, square, gradient, scale }, { rate, beta1, beta2, epsilon }, backend) {
    const engine = wasmEngine();
    const wasm = narrow(backend);
    const exchange = new Exchange(engine, wasm);
    residents.reclaim(wasm);
    const arena = new Arena(engine.heap);
    try {
      const updated = [value, mean, square].map((info) => ({
        shape: info.shape,
        at: residents.take(info, engine) ?? exchange.copyIn(info, engine.heap),
      }));
      const [valueAt, meanAt, squareAt] = updated.map(({ at }) => at);
      engine.exports.adamUpdate(
        valueAt,
        meanAt,
        squareAt,
        exchange.weightsIn(gradient, arena),
        wholeVectors(value),
        exchange.scalarIn(scale),
        rate,
        beta1,
        beta2,
        epsilon,
      );
      return updated.map(({ shape, at }) => {
        const info = exchange.copyOut(at, shape);
        residents.keep(info, at, engine);
        return info;
      });
    } finally {
      arena.free();
    }
  },
};

/** Numbers of the tensor, up to whole vectors. */
function wholeVectors({ shape }: TensorInfo): number {
  return Math.ceil(elements(shape) / 4) * 4;
}
