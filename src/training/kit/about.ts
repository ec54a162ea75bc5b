/** What a training program must know of a model beyond its file: the part `kit` of `etude.json`. */
import type { Architecture, Preset, TrainingRecipe } from '../../model/preset';
import { encodings } from '../../music/encoding';
import type { EncodingColumn } from '../../music/encoding/encoding';
import { WITHHELD } from '../../music/encoding/withhold';
import { weightLayers } from '../keras/weightLayers';
import { layerPaths } from '../keras/weightsFile';
import { LAST_SHARE, WARM_UP_STEPS } from '../schedule';
import type { Golden } from './golden';

/** Raised on incompatible changes. */
const VERSION = 1;

interface KitAbout {
  version: number;
  columns: readonly EncodingColumn[];
  /** Groups that can be withheld, in the order of their bits. */
  withheld: readonly string[];
  architecture: Architecture;
  recipe: TrainingRecipe;
  schedule: { lastShare: number; warmUpSteps: number };
  /** Layers that learn, in the order of the optimizer's means. */
  layers: {
    kind: string;
    name: string;
    /** Group in the weights file. */
    group: string;
    shapes: (readonly number[])[];
  }[];
  golden: Golden;
}

export function kitAbout(preset: Preset, golden: Golden): KitAbout {
  const layers = weightLayers(preset);
  const groups = layerPaths(layers);
  return {
    version: VERSION,
    columns: encodings[preset.encoding].columns,
    withheld: WITHHELD,
    architecture: preset.architecture,
    recipe: preset.training,
    schedule: { lastShare: LAST_SHARE, warmUpSteps: WARM_UP_STEPS },
    layers: layers.map(({ kind, name, weights }, i) => ({
      kind,
      name,
      group: groups[i],
      shapes: weights.map(({ shape }) => shape),
    })),
    golden,
  };
}
