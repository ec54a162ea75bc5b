/**
 * Channel numbers of a song's parts. A song has 16 channels and percussion on the tenth; a file may
 * have more by its ports, and percussion elsewhere.
 */
import { DRUM_CHANNEL, type Track } from '../song';

/** A track, with the channel of its file, and the port that the channel belongs to. */
export interface Part {
  port: number;
  track: Track;
}

const CHANNELS = 16;

/** The tracks, each melodic channel of the file on a number of its own while there are any left. */
export function assignChannels(parts: readonly Part[]): Track[] {
  const assigned = new Map<number, number>();
  const taken = new Set([DRUM_CHANNEL]);
  const assign = ({ port, track }: Part, channel: number): void => {
    assigned.set(keyOf(port, track.channel), channel);
    taken.add(channel);
  };
  const isOpen = ({ port, track }: Part): boolean =>
    !track.isDrum && !assigned.has(keyOf(port, track.channel));
  for (const part of parts) {
    if (isOpen(part) && !taken.has(part.track.channel)) assign(part, part.track.channel);
  }
  for (const part of parts) {
    if (!isOpen(part)) continue;
    const free = Array.from({ length: CHANNELS }, (_, i) => i).find((i) => !taken.has(i));
    assign(part, free ?? part.track.channel % DRUM_CHANNEL);
  }
  return parts.map(({ port, track }) => {
    const channel = assigned.get(keyOf(port, track.channel)) ?? DRUM_CHANNEL;
    return { ...track, channel: track.isDrum ? DRUM_CHANNEL : channel };
  });
}

function keyOf(port: number, channel: number): number {
  return port * CHANNELS + channel;
}
