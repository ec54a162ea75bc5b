/**
 * Layers of a preset's network with shapes and parameters, counted without building it, so that
 * the page can show them before tfjs is loaded. Tested against the live networks.
 */
import { encodings } from '../music/encoding';
import type { EncodingColumn } from '../music/encoding/encoding';
import { KEYS } from '../music/encoding/melody';
import { readColumns } from '../music/encoding/rows';
import { PITCH_FEATURES } from './melody/pitchFeatures';
import type { LayerSummary, ModelSummary } from './modelSummary';
import { type HeadSize, headUnits, mapHeadWeights } from './polyphonic/headWeights';
import type { MelodyArchitecture, PolyphonicArchitecture, Preset } from './preset';

/** The preset alone decides the sizes; settings do not. */
export function describeLayers({ architecture, encoding }: Preset): ModelSummary {
  const layers = layersOf(architecture, encodings[encoding].columns);
  return { layers, parameters: layers.reduce((sum, { parameters }) => sum + parameters, 0) };
}

function layersOf(
  architecture: Preset['architecture'],
  columns: readonly EncodingColumn[],
): LayerSummary[] {
  switch (architecture.kind) {
    case 'melody':
      return melodyLayers(architecture);
    case 'polyphonic':
      return polyphonicLayers(architecture, columns);
    default:
      return architecture satisfies never;
  }
}

function melodyLayers({ units, hidden }: MelodyArchitecture): LayerSummary[] {
  const shaped = (layer: string, width: number, parameters = 0): LayerSummary => ({
    layer,
    outputShape: [null, width],
    parameters,
  });
  return [
    shaped(`LSTM, ${units} units`, units, lstmParameters(PITCH_FEATURES, units)),
    shaped('Dropout', units),
    shaped('Dense', hidden, denseParameters(units, hidden)),
    shaped('Activation (ReLU)', hidden),
    shaped('Dense', KEYS, denseParameters(hidden, KEYS)),
    shaped('Activation (softmax)', KEYS),
  ];
}

function polyphonicLayers(
  architecture: PolyphonicArchitecture,
  columns: readonly EncodingColumn[],
): LayerSummary[] {
  const { units, layers } = architecture;
  const classes = columns.map((column) => column.classes);
  // The first layer reads a one-hot of each state column, the others the states of the layer below.
  const oneHot = readColumns(columns).reduce((sum, column) => sum + classes[column], 0);
  const recurrent = Array.from({ length: layers }, (_, i) => ({
    layer: `LSTM, ${units} units`,
    outputShape: [null, null, units],
    parameters: lstmParameters(i === 0 ? oneHot : units, units),
  }));
  const heads = columns.flatMap((column, index) => {
    if (!column.predicted) return [];
    const hidden = headUnits(architecture, column);
    const size = { units, hidden, classes: column.classes, given: classes.slice(0, index) };
    return {
      layer: `Head: ${column.name}`,
      outputShape: [null, null, column.classes],
      parameters: headParameters(size),
    };
  });
  return [...recurrent, ...heads];
}

/** Four gates, each with a kernel, a recurrent kernel and a bias. */
function lstmParameters(inputs: number, units: number): number {
  return 4 * units * (inputs + units + 1);
}

function headParameters(size: HeadSize): number {
  let count = 0;
  mapHeadWeights('', size, ({ shape }) => {
    count += shape.reduce((product, side) => product * side, 1);
  });
  return count;
}

function denseParameters(inputs: number, units: number): number {
  return units * (inputs + 1);
}
