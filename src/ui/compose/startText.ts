/** Sentences about Etude's own model. */
import type { StartState } from '../../app/start/startState';
import { formatFixed } from '../../texts/numbers';
import { t } from '../../texts/t';

type Card = StartState['card'];

/** Composers named in a sentence. */
const NAMED = 4;

/** "Etude's own model: taught on 2,608 scores." */
export function startLine({ taught }: Card): string {
  return t('compose.ownModelTaught', { scores: taught.pieces });
}

export function taughtText({ taught, training, made }: Card): string {
  const { pieces, notes, composers } = taught;
  const names = composers.slice(0, NAMED).map(({ name }) => name.split(',')[0]);
  const minutes = Math.max(1, Math.round(training.seconds / 60));
  return t('compose.taught', {
    scores: pieces,
    notes,
    composers: composers.length,
    names: names.join(', '),
    epochs: training.bestEpoch,
    minutes,
    date: made.slice(0, 10),
  });
}

export function heldOutText({ heldOut }: Card): string {
  const { pieces, composers, natsPerNote, sharedRuns } = heldOut;
  return t('compose.heldOut', {
    scores: pieces,
    composers,
    nats: formatFixed(natsPerNote, 2),
    usual: sharedRuns.usual,
  });
}
