/** A parsed score as a song: measures in playing order, ties joined, dynamics as velocities. */
import { cleanName } from '../../../lib/textEncoding';
import { t } from '../../../texts/t';
import { DRUM_CHANNEL, type Song, type Track } from '../../song';
import { commonPpq } from './commonPpq';
import type { MeasureContent } from './measureContent';
import { measureContents } from './measureReader';
import { type ParsedScore, UnreadableScore } from './parsed';
import { infoOf } from './partInfo';
import { tracksOf } from './partTracks';
import { measureTicks, playedMeasures } from './playedMeasures';
import { measureMarks, playOrder } from './playOrder';
import { scoreCredits } from './scoreCredits';
import { keysOf, signaturesOf } from './signatures';
import { temposOf } from './tempos';
import { Velocities } from './velocities';

/** More than any score; a hostile one could repeat for ever. */
const MOST_MEASURES = 20_000;
const MOST_NOTES = 1_000_000;

/** @throws {UnreadableScore} */
export function scoreSong(score: ParsedScore): Song {
  const ppq = commonPpq(score.parts);
  const infos = score.parts.map((part) => infoOf(score, part.id));
  const parts = score.parts.map((part, i) => measureContents(part, ppq, infos[i].drums));
  const marks = measureMarks(score.parts.map(({ measures }) => measures));
  const order = playOrder(marks, MOST_MEASURES + 1);
  if (order.length > MOST_MEASURES) throw new UnreadableScore(t('scores.tooLong'));
  const lengths = measureTicks(parts, ppq);
  const played = playedMeasures(order, lengths);
  refuseTooMany(parts, order);
  const starts = startsOf(lengths);
  const tracks = parts.flatMap((contents, i) => {
    return tracksOf(contents, played, infos[i], new Velocities(contents, starts, ppq));
  });
  if (tracks.length === 0) throw new UnreadableScore(t('scores.noNotes'));
  return {
    title: titleOf(score),
    ...scoreCredits(score),
    ppq,
    tempos: temposOf(parts, played),
    timeSignatures: signaturesOf(parts, played, ppq),
    keySignatures: keysOf(parts[0], played),
    tracks: tracks.map((track, i) => ({ ...track, channel: channelOf(track, i) })),
  };
}

/** Where each measure begins as written. */
function startsOf(lengths: readonly number[]): number[] {
  let tick = 0;
  return lengths.map((length) => {
    const start = tick;
    tick += length;
    return start;
  });
}

function titleOf({ metadata }: ParsedScore): string {
  return cleanName(metadata.workTitle || metadata.movementTitle || '');
}

function channelOf({ isDrum }: Pick<Track, 'isDrum'>, index: number): number {
  if (isDrum) return DRUM_CHANNEL;
  const channel = index % 15;
  return channel >= DRUM_CHANNEL ? channel + 1 : channel;
}

function refuseTooMany(parts: readonly MeasureContent[][], order: readonly number[]): void {
  let notes = 0;
  for (const contents of parts) {
    for (const index of order) notes += contents[index]?.notes.length ?? 0;
  }
  if (notes > MOST_NOTES) throw new UnreadableScore(t('scores.tooLong'));
}
