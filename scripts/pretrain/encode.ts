/** A score as the rows that the network is taught. */
import type { Encoding, Rows } from '../../src/music/encoding/encoding';
import { withheldBits, withholder } from '../../src/music/encoding/withhold';
import type { Conditions } from '../../src/music/form/conditions';
import { type PieceForm, pieceForm } from '../../src/music/form/pieceForm';
import type { Song } from '../../src/music/song';
import type { Score } from './catalogue';
import { styleOf } from './styles';

export type VoiceChoice = 'keep' | 'drop';

/** First program of General MIDI that is no piano or harpsichord. */
const FIRST_OTHER = 8;
/** General MIDI's guitars, which accompany some songs. */
const GUITARS = { from: 24, to: 31 };

/** The song without its voices; parts are named in the index of songs alone. */
export function withVoice({ song, tracks }: Score, choice: VoiceChoice): Song {
  if (choice === 'keep' || !tracks) return song;
  const accompanies = (program: number): boolean =>
    program < FIRST_OTHER || (program >= GUITARS.from && program <= GUITARS.to);
  return { ...song, tracks: song.tracks.filter(({ program }) => accompanies(program)) };
}

export interface EncodedScore {
  score: Score;
  rows: Rows;
  form?: PieceForm;
}

/** @returns undefined if nothing is left to encode */
export function encodeScore(
  score: Score,
  encoding: Encoding,
  voice: VoiceChoice,
): EncodedScore | undefined {
  const song = withVoice(score, voice);
  const found: Conditions | undefined = encoding.conditionsOf?.(song);
  const conditions = found && { ...found, style: styleOf(score) };
  const rows = encoding.encode(song, conditions);
  if (rows.data.length === 0) return undefined;
  if (!score.velocities) withoutVelocities(rows, encoding);
  return { score, rows, form: conditions && pieceForm(score.file, conditions) };
}

/**
 * Removes all velocities: a target without a value has no loss, and an input without a value adds
 * nothing.
 */
function withoutVelocities({ data, width }: Rows, { columns }: Encoding): void {
  columns.forEach(({ name }, column) => {
    if (!/velocity$/i.test(name)) return;
    for (let at = column; at < data.length; at += width) data[at] = -1;
  });
}

/** The rows with the plan unknown, as held-out pieces are evaluated. */
export function withoutPlan({ data, width }: Rows, { columns }: Encoding): Rows {
  const withhold = withholder(columns);
  const rows = { width, data: data.slice() };
  for (let at = 0; at < data.length; at += width) withhold(withheldBits(['plan']), rows.data, at);
  return rows;
}
