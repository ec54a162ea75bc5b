/** From posted pieces to the dataset that the preset trains on. */

import type { TrainingPiece } from '../model/composing/contract';
import type { Preset, TrainingSettings } from '../model/preset';
import { encodings } from '../music/encoding';
import { unpackSong } from '../music/packedSong';
import { Dataset } from '../training/dataset';

export function openDataset(
  preset: Preset,
  settings: TrainingSettings,
  pieces: readonly TrainingPiece[],
): Dataset {
  const encoding = encodings[preset.encoding];
  const rows = pieces.map(({ id, song }) => ({ id, rows: encoding.encode(unpackSong(song)) }));
  return new Dataset(rows, preset, settings);
}
