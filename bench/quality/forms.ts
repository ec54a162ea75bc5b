/** Forms of the training pieces for takes to follow, as the app stores them with a model. */
import type { Encoding } from '../../src/music/encoding/encoding';
import { type PieceForm, pieceForm } from '../../src/music/form/pieceForm';
import type { EncodedSong } from './data';

/** Empty for encodings without form. */
export function formsOf(
  pieces: readonly Pick<EncodedSong, 'id' | 'song'>[],
  encoding: Encoding,
): PieceForm[] {
  return pieces.flatMap(({ id, song }) => {
    const conditions = encoding.conditionsOf?.(song);
    return conditions ? [pieceForm(id, conditions)] : [];
  });
}
