/** Network factory by preset. */
import { encodings } from '../music/encoding';
import { buildMelodyNetwork } from './melody/melodyNetwork';
import type { Network } from './network';
import { buildPolyphonicNetwork } from './polyphonic/polyphonicNetwork';
import type { Preset, TrainingSettings } from './preset';

/** Builds the preset's network on the current backend; `settings.seed` seeds its weights. */
export function buildNetwork(preset: Preset, settings: TrainingSettings): Network {
  const { architecture, encoding } = preset;
  switch (architecture.kind) {
    case 'melody':
      return buildMelodyNetwork(architecture, settings);
    case 'polyphonic':
      return buildPolyphonicNetwork(architecture, encodings[encoding].columns, settings);
    default:
      return architecture satisfies never;
  }
}
