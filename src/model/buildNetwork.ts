/** From a preset to its network. */
import { buildMelodyNetwork } from './melody/melodyNetwork';
import type { Network } from './network';
import type { Preset, TrainingSettings } from './preset';

/** Builds the preset's network on the current backend, its weights drawn from `settings.seed`. */
export function buildNetwork(preset: Preset, settings: TrainingSettings): Network {
  return buildMelodyNetwork(preset.architecture, settings);
}
