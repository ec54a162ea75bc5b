/** Names and shapes of a network's weights, in the order of checkpoints, without building it. */
import { encodings } from '../music/encoding';
import type { EncodingColumn } from '../music/encoding/encoding';
import { KEYS } from '../music/encoding/melody';
import { readColumns } from '../music/encoding/rows';
import { PITCH_FEATURES } from './melody/pitchFeatures';
import { headUnits, mapHeadWeights } from './polyphonic/headWeights';
import { layerName } from './polyphonic/layerName';
import type { MelodyArchitecture, PolyphonicArchitecture, Preset } from './preset';

export interface WeightShape {
  name: string;
  shape: number[];
}

export function weightShapes({ architecture, encoding }: Preset): WeightShape[] {
  switch (architecture.kind) {
    case 'melody':
      return melodyShapes(architecture);
    case 'polyphonic':
      return polyphonicShapes(architecture, encodings[encoding].columns);
    default:
      return architecture satisfies never;
  }
}

function melodyShapes({ units, hidden }: MelodyArchitecture): WeightShape[] {
  return [
    ...lstmShapes('lstm', PITCH_FEATURES, units),
    ...denseShapes('dense', units, hidden),
    ...denseShapes('output', hidden, KEYS),
  ];
}

function polyphonicShapes(
  architecture: PolyphonicArchitecture,
  columns: readonly EncodingColumn[],
): WeightShape[] {
  const { units, layers } = architecture;
  const classes = columns.map((column) => column.classes);
  const read = readColumns(columns).reduce((rows, column) => rows + classes[column], 0);
  const recurrent = Array.from({ length: layers }, (_, i) =>
    lstmShapes(layerName(i), i === 0 ? read : units, units),
  ).flat();
  const heads = columns.flatMap((column, index): WeightShape[] => {
    if (!column.predicted) return [];
    const size = { units, hidden: headUnits(architecture, column), classes: column.classes };
    const shapes: WeightShape[] = [];
    mapHeadWeights(column.name, { ...size, given: classes.slice(0, index) }, ({ name, shape }) =>
      shapes.push({ name, shape: [...shape] }),
    );
    return shapes;
  });
  return [...recurrent, ...heads];
}

function lstmShapes(name: string, inputs: number, units: number): WeightShape[] {
  return [
    { name: `${name}/kernel`, shape: [inputs, 4 * units] },
    { name: `${name}/recurrent_kernel`, shape: [units, 4 * units] },
    { name: `${name}/bias`, shape: [4 * units] },
  ];
}

function denseShapes(name: string, inputs: number, units: number): WeightShape[] {
  return [
    { name: `${name}/kernel`, shape: [inputs, units] },
    { name: `${name}/bias`, shape: [units] },
  ];
}
