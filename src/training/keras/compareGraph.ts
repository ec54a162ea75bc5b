/** Compares a graph of layers with Studio, layer by layer under the names that we give them. */

import type { PolyphonicArchitecture, Preset } from '../../model/preset';
import { presets } from '../../model/preset';
import { encodings } from '../../music/encoding';
import { t } from '../../texts/t';
import { shown } from './compareChain';
import { type ConfigLayer, layersRead } from './modelConfig';
import { polyphonicNodes } from './polyphonicConfig';
import { Refusal } from './refusal';
import { weightLayers } from './weightLayers';

/** Entries that may be anything: names, and the rate of dropout. */
const FREE = new Set(['name', 'rate', 'dtype']);

/**
 * The Studio preset whose network the graph is.
 * @throws {Refusal} that names the first difference from the nearest one
 */
export function presetOfGraph(layers: readonly ConfigLayer[]): Preset {
  const preset = nearestPreset(layers);
  const { architecture, encoding } = preset;
  if (architecture.kind !== 'polyphonic') throw new Error(`${preset.id} is no graph.`);
  compareGraph(layers, architecture, encoding);
  return preset;
}

/**
 * The Studio preset whose layers have these names, for files of weights alone; of one encoding the
 * sizes decide later. Undefined where hardly any name is ours.
 */
export function presetOfNames(
  names: readonly string[],
  units: number | undefined,
): Preset | undefined {
  const known = new Set(names);
  return Object.values(presets)
    .filter(({ architecture }) => architecture.kind === 'polyphonic')
    .toSorted(
      (a, b) => Number(b.architecture.units === units) - Number(a.architecture.units === units),
    )
    .find((preset) => weightLayers(preset).every(({ name }) => known.has(name)));
}

/** By columns, then by the size of the LSTM. */
function nearestPreset(layers: readonly ConfigLayer[]): Preset {
  const names = new Set(layers.map(({ name }) => name));
  const units = layers.find(({ className }) => className === 'LSTM')?.config.units;
  const studio = Object.values(presets).filter(
    ({ architecture }) => architecture.kind !== 'melody',
  );
  const likeness = ({ encoding, architecture }: Preset): number => {
    const { columns } = encodings[encoding];
    const missing = columns.filter(({ name }) => !names.has(name)).length;
    const inputs = layers.filter(({ className }) => className === 'InputLayer').length;
    const more = Math.max(0, inputs - columns.length);
    return -2 * (missing + more) + Number(architecture.units === units);
  };
  return studio.reduce((best, preset) => (likeness(preset) > likeness(best) ? preset : best));
}

function compareGraph(
  layers: readonly ConfigLayer[],
  architecture: PolyphonicArchitecture,
  encoding: Preset['encoding'],
): void {
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  const expected = polyphonicNodes(architecture, encodings[encoding].columns, 0);
  for (const { name, class_name: className, config, inbound_nodes } of expected) {
    const theirs = byName.get(name);
    if (!theirs) throw new Refusal(t('keras.noLayer', { name }));
    if (theirs.className !== className) {
      const classes = { theirs: theirs.className, ours: className };
      throw new Refusal(t('keras.otherClass', { layer: `“${name}”`, ...classes }));
    }
    for (const [key, value] of Object.entries(config)) {
      if (FREE.has(key) || JSON.stringify(theirs.config[key]) === JSON.stringify(value)) continue;
      const values = { theirs: shown(theirs.config[key]), ours: shown(value) };
      throw new Refusal(t('keras.otherValue', { key, layer: `“${name}”`, ...values }));
    }
    const reads = layersRead(inbound_nodes);
    if (reads.join() === theirs.reads.join()) continue;
    throw new Refusal(t('keras.otherInputs', { name }));
  }
  const known = new Set(expected.map(({ name }) => name));
  const more = layers.find(({ name }) => !known.has(name));
  if (more) throw new Refusal(t('keras.oneMore', { theirs: more.name }));
}
