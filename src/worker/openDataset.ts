/** From posted pieces to the dataset that the preset trains on. */

import type { TrainingPiece } from '../model/composing/contract';
import type { Preset, TrainingSettings } from '../model/preset';
import { encodings } from '../music/encoding';
import { pieceForm } from '../music/form/pieceForm';
import { unpackSong } from '../music/packedSong';
import { Dataset } from '../training/dataset';
import type { EncodedPiece } from '../training/split';

export function openDataset(
  preset: Preset,
  settings: TrainingSettings,
  pieces: readonly TrainingPiece[],
): Dataset {
  const encoding = encodings[preset.encoding];
  const encoded = pieces.map(({ id, song: packed }): EncodedPiece => {
    const song = unpackSong(packed);
    const conditions = encoding.conditionsOf?.(song);
    const form = conditions && pieceForm(id, conditions);
    return { id, rows: encoding.encode(song, conditions), form };
  });
  return new Dataset(encoded, preset, settings);
}
