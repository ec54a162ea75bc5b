/** What the address chooses. Loaded where it chooses something. */
import { type PresetId, presets } from '../../model/preset';
import type { Actions } from '../actions';
import type { AppState } from '../state';

export type AddressedActions = Pick<
  Actions,
  'choosePreset' | 'chooseEngine' | 'loadSampleLibrary' | 'removePiece' | 'removePieces'
>;

export async function chooseAddressed(
  { preset, pieces }: AppState,
  { choosePreset, loadSampleLibrary }: AddressedActions,
): Promise<void> {
  const address = new URLSearchParams(location.search);
  const wanted = presetNamed(address.get('preset'));
  // The preset of the last visit keeps the settings that were changed in it.
  if (wanted && wanted !== preset) choosePreset(wanted);
  if (address.get('library') === 'samples' && pieces.length === 0) await loadSampleLibrary();
}

/** A preset that is offered; undefined for any other name. */
function presetNamed(name: string | null): PresetId | undefined {
  return Object.values(presets).find(({ id, retiredFor }) => id === name && !retiredFor)?.id;
}
