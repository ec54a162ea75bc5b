import { type PresetId, presets } from '../../model/preset';
import { encodings } from '../../music/encoding';

/** Whether the preset's network decides when notes begin; otherwise they come in even steps. */
export function predictsRhythm(preset: PresetId): boolean {
  return encodings[presets[preset].encoding].timeColumn !== undefined;
}
