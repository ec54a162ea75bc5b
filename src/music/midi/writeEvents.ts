/**
 * Events to the bytes of a Standard MIDI File of format 1, by `midi-file`. Its time grows with the
 * square of a track's length, so that it gets a track in short blocks.
 */
import { type MidiEvent, writeMidi } from 'midi-file';

export interface TimedEvent {
  /** Ticks from the start. */
  tick: number;
  event: MidiEvent;
}

/** The longest delta time of the standard, in ticks. */
const MAX_DELTA = 0x0fffffff;
/** Kinds of events at one tick: notes end, then the pedal moves, then notes begin. */
const ORDER_AT_ONE_TICK: readonly MidiEvent['type'][] = [
  'trackName',
  'text',
  'timeSignature',
  'keySignature',
  'setTempo',
  'programChange',
  'noteOff',
  'controller',
  'noteOn',
];
/** Events in a block. */
const BLOCK = 128;
const FILE_HEADER_LENGTH = 14;
const CHUNK_HEADER_LENGTH = 8;

/**
 * The file of these tracks; their end marks are added here.
 * @param ticksPerBeat 1..0x7fff
 * @param tracks events in any order, at ticks of 0..2^31-1
 */
export function writeEvents(
  ticksPerBeat: number,
  tracks: readonly (readonly TimedEvent[])[],
): Uint8Array<ArrayBuffer> {
  const header = { format: 1, numTracks: 0, ticksPerBeat } as const;
  const fileHeader = Uint8Array.from(writeMidi({ header, tracks: [] }));
  new DataView(fileHeader.buffer).setUint16(10, tracks.length);
  return joined([fileHeader, ...tracks.map(trackChunk)]);
}

function trackChunk(events: readonly TimedEvent[]): Uint8Array<ArrayBuffer> {
  const ordered = events.toSorted((a, b) => a.tick - b.tick || rank(a.event) - rank(b.event));
  const track = withDeltaTimes(ordered);
  track.push({ deltaTime: 0, meta: true, type: 'endOfTrack' });
  const header = { format: 1, numTracks: 1 } as const;
  const blocks: Uint8Array[] = [new Uint8Array(CHUNK_HEADER_LENGTH)];
  for (let from = 0; from < track.length; from += BLOCK) {
    const file = writeMidi({ header, tracks: [track.slice(from, from + BLOCK)] });
    blocks.push(Uint8Array.from(file.slice(FILE_HEADER_LENGTH + CHUNK_HEADER_LENGTH)));
  }
  const chunk = joined(blocks);
  chunk.set(new TextEncoder().encode('MTrk'));
  new DataView(chunk.buffer).setUint32(4, chunk.length - CHUNK_HEADER_LENGTH);
  return chunk;
}

function rank({ type }: MidiEvent): number {
  return ORDER_AT_ONE_TICK.indexOf(type);
}

/** Empty texts bridge what one delta time cannot hold. */
function withDeltaTimes(events: readonly TimedEvent[]): MidiEvent[] {
  const track: MidiEvent[] = [];
  let last = 0;
  for (const { tick, event } of events) {
    let deltaTime = tick - last;
    last = tick;
    for (; deltaTime > MAX_DELTA; deltaTime -= MAX_DELTA) {
      track.push({ deltaTime: MAX_DELTA, meta: true, type: 'text', text: '' });
    }
    track.push({ ...event, deltaTime });
  }
  return track;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
