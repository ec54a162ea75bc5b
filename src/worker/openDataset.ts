/** From posted pieces to the dataset that the preset trains on. */

import type { TrainingPiece } from '../model/composing/contract';
import type { Preset, TrainingSettings } from '../model/preset';
import { encodings } from '../music/encoding';
import { pieceForm } from '../music/form/pieceForm';
import { strokesOf } from '../music/identity';
import { unpackSong } from '../music/packedSong';
import type { Checkpoint } from '../training/checkpoint';
import { Dataset } from '../training/dataset';
import {
  type EncodedPiece,
  type KnownPieces,
  splitAs,
  splitPieces,
  withNewPieces,
} from '../training/split';

/**
 * @param options the checkpoint that a run resumes from, or what the model that it starts from has
 * heard. Default: a run from nothing. `takesNew`: pieces that the checkpoint's run did not have are
 * learnt from here on.
 */
export function openDataset(
  preset: Preset,
  settings: TrainingSettings,
  pieces: readonly TrainingPiece[],
  options: { from?: Checkpoint; known?: KnownPieces; takesNew?: boolean } = {},
): Dataset {
  const encoding = encodings[preset.encoding];
  const encoded = pieces.map(({ id, song: packed }): EncodedPiece => {
    const song = unpackSong(packed);
    const conditions = encoding.conditionsOf?.(song);
    const form = conditions && pieceForm(id, conditions);
    return { id, rows: encoding.encode(song, conditions), strokes: strokesOf(packed), form };
  });
  const { from, known, takesNew } = options;
  // A resumed run keeps its split.
  const held = from && splitAs(encoded, from.trainedOn);
  const kept = held && takesNew ? withNewPieces(held, encoded, encoding) : held;
  const split = kept ?? splitPieces(encoded, settings.seed, encoding, known);
  return new Dataset(encoded, preset, settings, split);
}
