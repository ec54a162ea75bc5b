/** The lines of Python that open a model's `.keras` file and predict with it. */
import { type PresetId, presets } from '../../model/preset';

const IMPORTS = ['import keras', 'import numpy as np', ''];

/** Classic reads the last keys, numbered from 1 (A0), and 0 for silence. */
const CHAIN = [
  'keys = np.array([[0] * 28 + [40, 44, 47, 52]], "int32")',
  'print(model.predict(keys).argmax() + 1)',
];

/** Studio reads rows column by column; -1 is no value. */
const GRAPH = [
  'rows = {x.name: np.full((1, 2, 1), -1, "int32") for x in model.inputs}',
  'odds = dict(zip(model.output_names, model.predict(rows)))',
  'print(odds["next_time"][0, 0].argmax())',
];

/** @param file its name */
export function kerasCode(preset: PresetId, file: string): string {
  const { kind } = presets[preset].architecture;
  // Texts of JSON are texts of Python too.
  const open = `model = keras.models.load_model(${JSON.stringify(file)})`;
  return [...IMPORTS, open, ...(kind === 'melody' ? CHAIN : GRAPH)].join('\n');
}
