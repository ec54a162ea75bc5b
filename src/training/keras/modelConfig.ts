/** The configuration of a Keras model, from `config.json` or an attribute of an `.h5` file. */
import * as v from 'valibot';
import { t } from '../../texts/t';
import { Refusal } from './refusal';

/** Limit: our largest graph has 129 layers. */
const MOST_LAYERS = 2000;
const LONGEST_NAME = 200;

const name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));

const layer = v.object({
  class_name: name,
  name: v.optional(name),
  config: v.record(v.string(), v.unknown()),
  inbound_nodes: v.optional(v.unknown()),
});

const model = v.object({
  class_name: name,
  config: v.object({ layers: v.pipe(v.array(layer), v.maxLength(MOST_LAYERS)) }),
});

export interface ConfigLayer {
  className: string;
  name: string;
  config: Readonly<Record<string, unknown>>;
  /** Names of the layers that it reads, in order. */
  reads: readonly string[];
}

export interface ModelConfig {
  layers: readonly ConfigLayer[];
}

/** @throws {Refusal} where the text describes no chain or graph of layers */
export function parseModelConfig(text: string): ModelConfig {
  const parsed = v.safeParse(model, jsonOf(text), { abortEarly: true });
  if (!parsed.success) {
    throw new Refusal(t('keras.noModel'));
  }
  const layers = parsed.output.config.layers.map(
    ({ class_name, name: outer, config, inbound_nodes }): ConfigLayer => ({
      className: class_name,
      name: outer ?? (typeof config.name === 'string' ? config.name : ''),
      config,
      reads: layersRead(inbound_nodes),
    }),
  );
  return { layers };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Limit of nesting. */
const DEEPEST = 12;

/**
 * Names of the layers that a layer reads, from its `inbound_nodes`: a list that begins with a name and
 * two numbers is a tensor, in Keras 3 as in Keras 2.
 */
export function layersRead(node: unknown, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(node)) {
    const [first, second, third] = node;
    const isTensor =
      typeof first === 'string' && typeof second === 'number' && typeof third === 'number';
    return isTensor ? [first] : node.flatMap((item) => layersRead(item, depth + 1));
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap((item) => layersRead(item, depth + 1));
}
