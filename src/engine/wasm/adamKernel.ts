/** Adam and the gradient's norm on tfjs's 'wasm' backend, each in one pass. */
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { AdamKernels } from '../adam/contract';
import { wasmEngine } from './engine';
import { Exchange, elements } from './exchange';
import { Arena } from './heap';

function narrow(backend: object): BackendWasm {
  if (backend instanceof BackendWasm) return backend;
  throw new TypeError("Not tfjs's WASM backend");
}

export const wasmAdam: AdamKernels = {
  backendName: 'wasm',

  sumOfSquares(values, backend) {
    const engine = wasmEngine();
    const exchange = new Exchange(engine, narrow(backend));
    const arena = new Arena(engine.heap);
    try {
      const count = Math.ceil(elements(values.shape) / 4) * 4;
      const sum = engine.exports.sumOfSquares(exchange.copyIn(values, arena), count);
      return exchange.scalarOut(sum, [], 'float32');
    } finally {
      arena.free();
    }
  },

  update({ value, mean, square, gradient, scale }, { rate, beta1, beta2, epsilon }, backend) {
    const engine = wasmEngine();
    const exchange = new Exchange(engine, narrow(backend));
    const arena = new Arena(engine.heap);
    try {
      const valueAt = exchange.copyIn(value, arena);
      const meanAt = exchange.copyIn(mean, arena);
      const squareAt = exchange.copyIn(square, arena);
      engine.exports.adamUpdate(
        valueAt,
        meanAt,
        squareAt,
        exchange.copyIn(gradient, arena),
        Math.ceil(elements(value.shape) / 4) * 4,
        exchange.scalarIn(scale),
        rate,
        beta1,
        beta2,
        epsilon,
      );
      return [
        exchange.copyOut(valueAt, value.shape),
        exchange.copyOut(meanAt, mean.shape),
        exchange.copyOut(squareAt, square.shape),
      ];
    } finally {
      arena.free();
    }
  },
};
