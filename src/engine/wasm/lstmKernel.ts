/**
 * The LSTM's kernel for tfjs's 'wasm' backend. Tensors are copied between tfjs's memory and the
 * module's, once each; activations stay in the module's memory, and only a handle passes through
 * tfjs.
 */
import type * as tf from '@tensorflow/tfjs';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type LstmKernel, lstmSizeOf } from '../lstm/contract';
import { wasmEngine } from './engine';
import { Exchange, elements } from './exchange';
import { Arena } from './heap';
import { type CallRecords, planBackward, planForward, planSaved, THREAD_STRIDE } from './lstmPlan';
import { SavedSlots } from './savedSlots';

const slots = new SavedSlots<CallRecords>();

export const wasmLstm: LstmKernel<BackendWasm> = {
  backendName: 'wasm',

  narrow(backend) {
    if (backend instanceof BackendWasm) return backend;
    throw new TypeError("Not tfjs's WASM backend");
  },

  forward(inputs, attributes, backend) {
    slots.reclaim();
    const engine = wasmEngine();
    const exchange = new Exchange(engine, backend);
    const size = lstmSizeOf(inputs, attributes);
    const { fromZeros } = attributes;
    const saved = new Arena(engine.heap);
    const arena = new Arena(engine.heap);
    let kept = false;
    try {
      const records = planSaved(engine.heap, saved, size, engine.threads, attributes);
      planForward(records, arena);
      const hiddenShape = [size.batch, attributes.returnSequences ? size.time : 0, size.units];
      const stateShape = [size.batch, size.units];
      const hiddenAt = attributes.returnSequences ? arena.allocate(4 * elements(hiddenShape)) : 0;
      const lastHiddenAt = arena.allocate(4 * elements(stateShape));
      const lastCellAt = arena.allocate(4 * elements(stateShape));
      records.set({
        inputAt: exchange.copyIn(inputs.input, saved),
        kernelAt: exchange.weightsIn(inputs.kernel, arena),
        recurrentAt: exchange.weightsIn(inputs.recurrentKernel, arena),
        biasAt: exchange.weightsIn(inputs.bias, arena),
        initialHiddenAt: fromZeros ? 0 : exchange.copyIn(inputs.initialHidden, arena),
        initialCellAt: fromZeros ? 0 : exchange.copyIn(inputs.initialCell, arena),
        hiddenAt,
        lastHiddenAt,
        lastCellAt,
      });
      for (const phase of ['pack', 'forward'] as const) {
        engine.run(phase, records.at, records.progressAt, THREAD_STRIDE);
      }
      const handle = attributes.training ? slots.save(engine, saved, records) : undefined;
      kept = handle !== undefined;
      return {
        hidden: exchange.copyOut(hiddenAt, hiddenShape),
        lastHidden: exchange.copyOut(lastHiddenAt, stateShape),
        lastCell: exchange.copyOut(lastCellAt, stateShape),
        savedHidden:
          handle === undefined ? exchange.empty() : exchange.scalarOut(handle, [1], 'int32'),
        savedCell: exchange.empty(),
        savedGates: exchange.empty(),
      };
    } finally {
      arena.free();
      if (!kept) saved.free();
    }
  },

  backward(inputs, attributes, backend) {
    const engine = wasmEngine();
    const exchange = new Exchange(engine, backend);
    const records = slots.find(exchange.scalarIn(inputs.savedHidden));
    const arena = new Arena(engine.heap);
    const { columnClasses, fromZeros, inputGradient, returnSequences } = attributes;
    const wantsInput = inputGradient && columnClasses.length === 0;
    const room = (info: tf.TensorInfo): number => arena.allocate(4 * elements(info.shape));
    try {
      planBackward(records, arena);
      const addresses = {
        dInputAt: wantsInput ? room(inputs.input) : 0,
        dKernelAt: room(inputs.kernel),
        dRecurrentAt: room(inputs.recurrentKernel),
        dBiasAt: room(inputs.bias),
        dInitialHiddenAt: fromZeros ? 0 : room(inputs.initialHidden),
        dInitialCellAt: fromZeros ? 0 : room(inputs.initialCell),
      };
      records.set({
        ...addresses,
        dHiddenAt: returnSequences ? exchange.copyIn(inputs.dHidden, arena) : 0,
        dLastHiddenAt: exchange.copyIn(inputs.dLastHidden, arena),
        dLastCellAt: exchange.copyIn(inputs.dLastCell, arena),
      });
      for (const phase of ['backward', 'reduce'] as const) {
        engine.run(phase, records.at, records.progressAt, THREAD_STRIDE);
      }
      const gradient = (at: number, { shape }: tf.TensorInfo): tf.TensorInfo =>
        at === 0 ? exchange.empty() : exchange.copyOut(at, shape);
      return {
        input: gradient(addresses.dInputAt, inputs.input),
        kernel: gradient(addresses.dKernelAt, inputs.kernel),
        recurrentKernel: gradient(addresses.dRecurrentAt, inputs.recurrentKernel),
        bias: gradient(addresses.dBiasAt, inputs.bias),
        initialHidden: gradient(addresses.dInitialHiddenAt, inputs.initialHidden),
        initialCell: gradient(addresses.dInitialCellAt, inputs.initialCell),
      };
    } finally {
      arena.free();
    }
  },
};
