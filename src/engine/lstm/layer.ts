/**
 * The op as a tfjs layer. Its weights are named, shaped and ordered as those of Keras's LSTM
 * (kernel, recurrent_kernel, bias; gates i, f, c, o), so that weights can be exchanged.
 */
import * as tf from '@tensorflow/tfjs';
import { glorotUniform, lstmBias, orthogonal, type UniformSource } from './initializers';
import { lstmSequence } from './lstmSequence';
import { kernelRows } from './reference';

type LayerArgs = NonNullable<ConstructorParameters<typeof tf.layers.Layer>[0]>;

export interface LstmLayerArgs extends LayerArgs {
  units: number;
  /** Source of the initial weights. Default: zeros, for the caller to set. */
  random?: UniformSource;
  /** Whether to return every hidden state, [batch, time, units], or the last. Default: the last. */
  returnSequences?: boolean;
  /** Starts the forget gate's bias at one (Jozefowicz et al. 2015, section 2.2). Default true. */
  unitForgetBias?: boolean;
  /** Whether a dense input takes a gradient; false for data. Default true. */
  inputGradient?: boolean;
  /** Number of classes of each int32 index column. Default: a dense float32 input. */
  columnClasses?: readonly number[];
}

export class LstmLayer extends tf.layers.Layer {
  static readonly className = 'LstmLayer';
  readonly units: number;
  readonly returnSequences: boolean;
  readonly unitForgetBias: boolean;
  readonly inputGradient: boolean;
  readonly columnClasses: readonly number[] | undefined;
  readonly #random: UniformSource | undefined;
  #variables: tf.LayerVariable[] = [];

  constructor(args: LstmLayerArgs) {
    super({ inputDType: args.columnClasses ? 'int32' : 'float32', ...args });
    this.units = args.units;
    this.returnSequences = args.returnSequences ?? false;
    this.unitForgetBias = args.unitForgetBias ?? true;
    this.inputGradient = args.inputGradient ?? true;
    this.columnClasses = args.columnClasses;
    this.#random = args.random;
    this.inputSpec = [{ ndim: 3 }];
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const width = singleShape(inputShape)[2];
    if (width === null) throw new RangeError(`${this.name}: the input's last axis must be known`);
    const rows = kernelRows({ width, columnClasses: this.columnClasses ?? [] });
    const { units } = this;
    this.#variables = [
      this.#addVariable('kernel', [rows, 4 * units], (random) =>
        glorotUniform(rows, 4 * units, random),
      ),
      this.#addVariable('recurrent_kernel', [units, 4 * units], (random) =>
        orthogonal(units, 4 * units, random),
      ),
      this.#addVariable('bias', [4 * units], () => lstmBias(units, this.unitForgetBias)),
    ];
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [kernel, recurrentKernel, bias] = this.#variables.map((variable) => variable.read());
    return tf.tidy(() => {
      const result = lstmSequence({
        input: Array.isArray(inputs) ? inputs[0] : inputs,
        kernel,
        recurrentKernel,
        bias,
        columnClasses: this.columnClasses,
        inputGradient: this.inputGradient,
        returnSequences: this.returnSequences,
      });
      return this.returnSequences ? result.hidden : result.lastHidden;
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [batch, time] = singleShape(inputShape);
    return this.returnSequences ? [batch, time, this.units] : [batch, this.units];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { units, returnSequences, unitForgetBias, inputGradient, columnClasses } = this;
    const own = { units, returnSequences, unitForgetBias, inputGradient };
    const config = { ...super.getConfig(), ...own };
    return columnClasses === undefined ? config : { ...config, columnClasses: [...columnClasses] };
  }

  #addVariable(
    name: string,
    shape: number[],
    draw: (random: UniformSource) => Float32Array,
  ): tf.LayerVariable {
    const variable = this.addWeight(name, shape, 'float32', tf.initializers.zeros());
    if (this.#random !== undefined) {
      const values = tf.tensor(draw(this.#random), shape);
      variable.write(values);
      values.dispose();
    }
    return variable;
  }
}

function singleShape(shape: tf.Shape | tf.Shape[]): tf.Shape {
  const sides: tf.Shape = [];
  for (const side of shape) {
    if (Array.isArray(side)) return side;
    sides.push(side);
  }
  return sides;
}

tf.serialization.registerClass(LstmLayer);
