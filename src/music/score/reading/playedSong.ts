/** Measures of a score as a song: in playing order, ties joined, dynamics as velocities. */
import { t } from '../../../texts/t';
import type { Credits } from '../../credits/credits';
import { DRUM_CHANNEL, type Song, type Track } from '../../song';
import type { MeasureContent } from './measureContent';
import { UnreadableScore } from './parsed';
import type { PartInfo } from './partInfo';
import { tracksOf } from './partTracks';
import { measureTicks, playedMeasures } from './playedMeasures';
import { keysOf, signaturesOf } from './signatures';
import { temposOf } from './tempos';
import { Velocities } from './velocities';

/** More than any score; a hostile one could repeat for ever. */
export const MOST_MEASURES = 20_000;
const MOST_NOTES = 1_000_000;

/** A score of any format, read. */
export interface ReadableScore {
  title: string;
  credits: Credits;
  ppq: number;
  parts: { info: Pick<PartInfo, 'name' | 'program'>; contents: MeasureContent[] }[];
  /** Indices of measures as they are played. */
  order: number[];
}

/** @throws {UnreadableScore} */
export function playedSong({ title, credits, ppq, parts, order }: ReadableScore): Song {
  if (order.length > MOST_MEASURES) throw new UnreadableScore(t('scores.tooLong'));
  const contents = parts.map((part) => part.contents);
  const lengths = measureTicks(contents, ppq);
  const played = playedMeasures(order, lengths);
  refuseTooMany(contents, order);
  const starts = startsOf(lengths);
  const tracks = parts.flatMap(({ info, contents: own }) => {
    return tracksOf(own, played, info, new Velocities(own, starts, ppq));
  });
  if (tracks.length === 0) throw new UnreadableScore(t('scores.noNotes'));
  return {
    title,
    ...credits,
    ppq,
    tempos: temposOf(contents, played),
    timeSignatures: signaturesOf(contents, played, ppq),
    keySignatures: keysOf(contents[0], played),
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
