import type { PresetId } from '../../model/preset';
import type { AppState } from '../state';

/** The preset that composes: the model's, or while there is none the one that would be trained. */
export function modelPreset({ training, preset }: Pick<AppState, 'training' | 'preset'>): PresetId {
  return training.checkpoint?.preset ?? preset;
}
