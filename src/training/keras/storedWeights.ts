/** The weights in a Keras file, layer by layer, in the layout of Keras 3 or of `.h5` files. */
import type { Hdf5File, Hdf5Object } from '../../files/hdf5/read';
import type { ModelConfig } from './modelConfig';
import { groupName } from './weightsFile';

export interface StoredLayer {
  /** `LSTM`, `Dense` and so on; in files without a configuration it follows from the weights. */
  className: string;
  name: string;
  arrays: readonly Hdf5Object[];
}

export interface StoredWeights {
  /** Only layers with weights. */
  layers: readonly StoredLayer[];
  /** Number of steps, learning rate, then two means for each weight that learns. */
  optimizer: readonly Hdf5Object[];
}

/** @returns undefined where the file holds no weights of Keras */
export function storedWeights(
  file: Hdf5File,
  config: ModelConfig | undefined,
): StoredWeights | undefined {
  const legacy = file.get('model_weights') ?? file.root;
  const names = legacy.attributes.get('layer_names');
  if (names) return legacyWeights(file, legacy, names, config);
  const layers = file.get('layers');
  if (!layers) return undefined;
  return {
    layers: config ? listedLayers(file, config) : foundLayers(file, layers),
    optimizer: arraysOf(file, file.get('optimizer')),
  };
}

/** Keras 3: groups are numbered within a class, in the order of the configuration. */
function listedLayers(file: Hdf5File, { layers }: ModelConfig): StoredLayer[] {
  const counts = new Map<string, number>();
  return layers.flatMap(({ className, name }) => {
    const group = snakeCase(className);
    const number = counts.get(group) ?? 0;
    counts.set(group, number + 1);
    const arrays = layerArrays(file, file.get(`layers/${groupName(group, number)}`));
    return arrays.length > 0 ? [{ className, name, arrays }] : [];
  });
}

/** Keras 3, weights alone: only the order within a class is known. */
function foundLayers(file: Hdf5File, layers: Hdf5Object): StoredLayer[] {
  const groups = [...layers.members.keys()].map((group) => {
    const [, kind, number = '0'] = /^(.*?)(?:_(\d+))?$/.exec(group) ?? [group, group];
    return { group, kind, number: Number(number) };
  });
  groups.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.number - b.number);
  return groups.flatMap(({ group, kind }) => {
    const object = file.get(group, layers);
    const arrays = layerArrays(file, object);
    const [name = group] = (object && file.get('vars', object)?.attributes.get('name')) ?? [];
    return arrays.length > 0 ? [{ className: CLASSES.get(kind) ?? kind, name, arrays }] : [];
  });
}

/** Kinds of layers with weights that we have, in the order of our networks. */
const CLASSES = new Map([
  ['embedding', 'Embedding'],
  ['lstm', 'LSTM'],
  ['dense', 'Dense'],
]);
const KINDS = [...CLASSES.keys()];

function legacyWeights(
  file: Hdf5File,
  from: Hdf5Object,
  names: readonly string[],
  config: ModelConfig | undefined,
): StoredWeights {
  const named = (group: Hdf5Object | undefined): Hdf5Object[] =>
    group?.attributes.get('weight_names')?.flatMap((path) => file.get(path, group) ?? []) ?? [];
  const layers = names.flatMap((name) => {
    const group = from.members.has(name) ? file.get(name, from) : undefined;
    const arrays = named(group);
    const className = config?.layers.find((layer) => layer.name === name)?.className;
    return arrays.length > 0
      ? [{ className: className ?? classByWeights(arrays.length), name, arrays }]
      : [];
  });
  return { layers, optimizer: named(file.get('optimizer_weights')) };
}

/** Files of weights alone do not name classes. */
function classByWeights(count: number): string {
  return ['Embedding', 'Dense', 'LSTM'][count - 1] ?? 'unknown layer';
}

function layerArrays(file: Hdf5File, group: Hdf5Object | undefined): Hdf5Object[] {
  const own = arraysOf(file, group);
  return own.length > 0 || !group ? own : arraysOf(file, file.get('cell', group));
}

/** `vars/0`, `vars/1` and so on. */
function arraysOf(file: Hdf5File, group: Hdf5Object | undefined): Hdf5Object[] {
  const vars = group && file.get('vars', group);
  if (!vars) return [];
  return Array.from({ length: vars.members.size }, (_, i) => file.get(String(i), vars)).filter(
    (array) => array !== undefined,
  );
}

/** As Keras names a group by its class: `SpatialDropout1D` is `spatial_dropout1d`. */
function snakeCase(className: string): string {
  return className
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
