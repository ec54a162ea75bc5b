/**
 * The layers of a preset's network that learn, as Keras has them: which of our weights each of
 * theirs is made of. Both the writer and the reader of Keras files follow this table.
 */

import { PITCH_FEATURES, pitchFeatures } from '../../model/melody/pitchFeatures';
import { headUnits, mapHeadWeights } from '../../model/polyphonic/headWeights';
import { layerName } from '../../model/polyphonic/layerName';
import type { MelodyArchitecture, PolyphonicArchitecture, Preset } from '../../model/preset';
import { encodings } from '../../music/encoding';
import type { EncodingColumn } from '../../music/encoding/encoding';
import { KEYS } from '../../music/encoding/melody';
import { readColumns } from '../../music/encoding/rows';
import type { TensorRow } from '../modelFile/manifest';

export interface KerasLayer {
  kind: 'LSTM' | 'Dense';
  name: string;
  weights: readonly KerasWeight[];
}

/** A weight of Keras: rows of ours, one below the other. */
export interface KerasWeight {
  shape: readonly number[];
  parts: readonly TensorRow[];
}

/** In the order in which Keras sorts its layers, and thus the optimizer's means. */
export function weightLayers({ architecture, encoding }: Preset): KerasLayer[] {
  switch (architecture.kind) {
    case 'melody':
      return melodyLayers(architecture);
    case 'polyphonic':
      return polyphonicLayers(architecture, encodings[encoding].columns);
    default:
      return architecture satisfies never;
  }
}

/** Names of a head's two layers. */
export function hiddenName(column: string): string {
  return `${column}_hidden`;
}
export function outputName(column: string): string {
  return `next_${column}`;
}

/**
 * `[89, 8]`: the input features of Classic by input, which is a key plus one; 0 is silence. It never
 * learns.
 */
export function featureTable(): Float32Array<ArrayBuffer> {
  const table = new Float32Array((KEYS + 1) * PITCH_FEATURES);
  table.set(pitchFeatures(), PITCH_FEATURES);
  return table;
}

function plain(name: string, shape: number[]): KerasWeight {
  return { shape, parts: [{ name, shape }] };
}

function lstm(name: string, inputs: number, units: number): KerasLayer {
  return {
    kind: 'LSTM',
    name,
    weights: [
      plain(`${name}/kernel`, [inputs, 4 * units]),
      plain(`${name}/recurrent_kernel`, [units, 4 * units]),
      plain(`${name}/bias`, [4 * units]),
    ],
  };
}

function melodyLayers({ units, hidden }: MelodyArchitecture): KerasLayer[] {
  const dense = (name: string, inputs: number, outputs: number): KerasLayer => ({
    kind: 'Dense',
    name,
    weights: [plain(`${name}/kernel`, [inputs, outputs]), plain(`${name}/bias`, [outputs])],
  });
  return [
    lstm('lstm', PITCH_FEATURES, units),
    dense('dense', units, hidden),
    dense('output', hidden, KEYS),
  ];
}

function polyphonicLayers(
  architecture: PolyphonicArchitecture,
  columns: readonly EncodingColumn[],
): KerasLayer[] {
  const { units, layers } = architecture;
  const classes = columns.map((column) => column.classes);
  const oneHot = readColumns(columns).reduce((sum, column) => sum + classes[column], 0);
  const recurrent = Array.from({ length: layers }, (_, i) =>
    lstm(layerName(i), i === 0 ? oneHot : units, units),
  );
  const heads = columns.flatMap((column, index) => {
    if (!column.predicted) return [];
    const hidden = headUnits(architecture, column);
    const size = { units, hidden, classes: column.classes, given: classes.slice(0, index) };
    return [{ column, ...mapHeadWeights(column.name, size, (weight) => weight) }];
  });
  return [
    ...recurrent,
    ...heads.map(({ column, kernel, embedding, bias }): KerasLayer => {
      // One matrix for the state and the columns before, which are joined at the input.
      const parts = embedding ? [kernel, embedding] : [kernel];
      const rows = parts.reduce((sum, { shape: [side] }) => sum + side, 0);
      return {
        kind: 'Dense',
        name: hiddenName(column.name),
        weights: [{ shape: [rows, ...bias.shape], parts }, plain(bias.name, bias.shape)],
      };
    }),
    ...heads.map(
      ({ column, outputKernel, outputBias }): KerasLayer => ({
        kind: 'Dense',
        name: outputName(column.name),
        weights: [
          plain(outputKernel.name, outputKernel.shape),
          plain(outputBias.name, outputBias.shape),
        ],
      }),
    ),
  ];
}
