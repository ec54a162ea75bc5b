import type { PresetId } from '../../model/preset';
import type { AppState } from '../state';

/**
 * The preset that composes: the model's, then that of Etude's own, or while there is none the one
 * that would be trained.
 */
export function modelPreset({
  training,
  start,
  preset,
}: Pick<AppState, 'training' | 'start' | 'preset'>): PresetId {
  return training.checkpoint?.preset ?? start?.card.preset ?? preset;
}
