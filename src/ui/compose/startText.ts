/** Sentences about Etude's own model. */
import type { StartState } from '../../app/state';
import { formatCount, plural } from '../../lib/counts';

type Card = StartState['card'];

/** Composers named in a sentence. */
const NAMED = 4;

/** "Etude's own model: taught on 2,608 scores." */
export function startLine({ taught }: Card): string {
  return `Etude’s own model: taught on ${plural(taught.pieces, 'score')}.`;
}

export function taughtText({ taught, training, made }: Card): string {
  const { pieces, notes, composers } = taught;
  const names = composers.slice(0, NAMED).map(({ name }) => name.split(',')[0]);
  const minutes = Math.max(1, Math.round(training.seconds / 60));
  return (
    `Taught on ${plural(pieces, 'score')}, ${formatCount(notes)} notes, by ` +
    `${plural(composers.length, 'composer')}, ${names.join(', ')} among them. ` +
    `${plural(training.bestEpoch, 'epoch')} in ${plural(minutes, 'minute')}, ${made.slice(0, 10)}.`
  );
}

export function heldOutText({ heldOut }: Card): string {
  const { pieces, composers, natsPerNote, sharedRuns } = heldOut;
  return (
    `On ${plural(pieces, 'score')} by ${plural(composers, 'composer')} that it was not taught, ` +
    `it needs ${natsPerNote.toFixed(2)} nats per note. 19 of 20 of those scores share at most ` +
    `${plural(sharedRuns.usual, 'note')} in a row with a score that it was taught.`
  );
}
