/** Plans of the pieces at hand, for a model that holds none, as after a fit in Keras. */
import { encodings } from '../music/encoding';
import { type PieceForm, pieceForm } from '../music/form/pieceForm';
import { unpackSong } from '../music/packedSong';
import { Random } from '../music/random';
import type { ComposeInput } from './protocol';

/** Finding a plan takes some 15 ms, and a take follows one. */
const MOST = 16;

/** @returns the form of the chosen piece, or of some that are drawn */
export function plansAtHand({ model, settings, pieces, planned }: ComposeInput): PieceForm[] {
  const { conditionsOf } = encodings[model.encoding.id];
  const { form, seed } = settings;
  const ids = new Set(form?.kind === 'as' ? [form.piece] : planned);
  const known = pieces.filter(({ id }) => ids.has(id));
  const order = known.map((_, i) => i);
  Random.fromSeed(seed).shuffle(order);
  return order.slice(0, MOST).flatMap((i) => {
    const { id, song } = known[i];
    const conditions = conditionsOf?.(unpackSong(song));
    return conditions?.bars ? [pieceForm(id, conditions)] : [];
  });
}
