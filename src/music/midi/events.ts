/**
 * Reads the events of one track chunk and passes each to a sink. It tolerates running status
 * across meta events, bytes that belong in a MIDI cable and not in a file, events behind the end
 * mark, data that breaks off.
 */
import { ByteReader, CUT_OFF, hasTag, MAX_TICK } from './byteReader';
import type { TrackChunk } from './chunks';

/** Receives the events of one track in their order. Ticks count from the track's start. */
export interface EventSink {
  /** @param velocity 1..127 */
  noteOn(tick: number, channel: number, pitch: number, velocity: number): void;
  noteOff(tick: number, channel: number, pitch: number): void;
  controller(tick: number, channel: number, controller: number, value: number): void;
  program(tick: number, channel: number, program: number): void;
  /**
   * Data of one system exclusive event.
   * @param start,end its place in the file, behind the F0 or F7
   * @param isFirst whether it is an F0, and not a continuation or an escape
   */
  exclusive(tick: number, start: number, end: number, isFirst: boolean): void;
  /** @param start,end the place of the event's data in the file */
  meta(tick: number, type: number, start: number, end: number): void;
}

/** How the reading of a track went. */
export interface TrackReading {
  /** The time of the track's last event or end mark. */
  endTick: number;
  /** First byte of the file that was not read. */
  position: number;
  /** The data breaks off in the middle of an event. */
  brokeOff: boolean;
  hasEndMark: boolean;
  /** Events read behind the end mark. */
  eventsAfterEnd: number;
  /** System bytes (F1..FE) that a file should not hold. */
  strayBytes: number;
  /** Events left out because a value is out of range. */
  damagedEvents: number;
  /** Notes whose velocity is out of range and was replaced. */
  damagedVelocities: number;
  /** Waits that no piece can hold; they count as none. */
  damagedWaits: number;
  /** Notes, controllers and programs. */
  channelEvents: number;
  /** The first event has no status byte. */
  lacksStatus: boolean;
  /** Times ran past `MAX_TICK`; what follows was left out. */
  tooLong: boolean;
}

const META = 0xff;
const SYSEX = 0xf0;
const SYSEX_CONTINUED = 0xf7;
const END_OF_TRACK = 0x2f;
const NOTE_ON = 0x90;
/** Velocity of instruments that do not measure it (MIDI 1.0, "Note-On"). */
const UNKNOWN_VELOCITY = 64;
/** Longest wait between two events, in quarter notes: two hours at 120 a minute. */
const LONGEST_WAIT = 14_400;
/** The same in ticks, for files of few ticks per quarter note. */
const LONGEST_WAIT_TICKS = 65_536;

/** Bytes of data of the meta events whose length the standard fixes. */
const USUAL_LENGTHS: ReadonlyMap<number, number> = new Map([
  [0x20, 1],
  [0x21, 1],
  [END_OF_TRACK, 0],
  [0x51, 3],
  [0x54, 5],
  [0x58, 4],
  [0x59, 2],
]);

/** How many data bytes follow a system message F1..FE on a MIDI cable. */
function systemDataLength(status: number): number {
  if (status === 0xf2) return 2;
  return status === 0xf1 || status === 0xf3 ? 1 : 0;
}

/**
 * Reads one track; a single pass, never an exception.
 * @param ppq ticks per quarter note
 */
export function readEvents(
  bytes: Uint8Array,
  chunk: TrackChunk,
  ppq: number,
  sink: EventSink,
): TrackReading {
  const reader = new ByteReader(bytes, chunk.start, chunk.end);
  const reading: TrackReading = {
    endTick: 0,
    position: chunk.start,
    brokeOff: false,
    hasEndMark: false,
    eventsAfterEnd: 0,
    strayBytes: 0,
    damagedEvents: 0,
    damagedVelocities: 0,
    damagedWaits: 0,
    channelEvents: 0,
    lacksStatus: false,
    tooLong: false,
  };
  const longestWait = Math.max(LONGEST_WAIT * ppq, LONGEST_WAIT_TICKS);
  let tick = 0;
  let status = 0;
  while (!reader.atEnd) {
    if (reading.hasEndMark && !goesOn(bytes, reader.position, chunk)) break;
    const delta = reader.variableLength();
    const lead = reader.peek();
    if (delta === CUT_OFF || lead === CUT_OFF) {
      reading.brokeOff = !reading.hasEndMark;
      break;
    }
    // Behind the end mark only an event with its own status byte is trusted: the rest is padding.
    if (reading.hasEndMark && lead < 0x80 && status === 0) break;
    if (delta > longestWait) reading.damagedWaits++;
    else tick += delta;
    if (tick > MAX_TICK) {
      reading.tooLong = true;
      break;
    }
    if (lead >= SYSEX) {
      reader.byte();
      const outcome = readSystemEvent(reader, lead, tick, sink, reading);
      if (outcome === 'broke off') {
        reading.brokeOff = !reading.hasEndMark;
        break;
      }
      if (outcome === 'end mark') {
        reading.hasEndMark = true;
        status = 0;
      }
    } else {
      if (lead >= 0x80) {
        status = reader.byte();
      } else if (status === 0) {
        reading.lacksStatus = true;
        status = NOTE_ON;
      }
      if (!readChannelEvent(reader, status, tick, sink, reading)) {
        reading.brokeOff = !reading.hasEndMark;
        break;
      }
      if (reading.hasEndMark) reading.eventsAfterEnd++;
    }
    reading.endTick = tick;
  }
  reading.position = reader.position;
  return reading;
}

/** Whether events may follow the end mark: only inside a length that is right, before a new chunk. */
function goesOn(bytes: Uint8Array, position: number, chunk: TrackChunk): boolean {
  return (
    chunk.lengthIsRight && !hasTag(bytes, position, 'MTrk') && !hasTag(bytes, position, 'MThd')
  );
}

/** Reads a meta event, system exclusive data or stray system bytes, behind their first byte. */
function readSystemEvent(
  reader: ByteReader,
  lead: number,
  tick: number,
  sink: EventSink,
  reading: TrackReading,
): 'read' | 'end mark' | 'broke off' {
  if (lead === META) {
    const type = reader.byte();
    const length = reader.variableLength();
    if (type === CUT_OFF || length === CUT_OFF) return 'broke off';
    const start = reader.position;
    if (!reader.skip(length)) {
      // A length that reaches past the track is a damaged one, where the type tells a better.
      const usual = USUAL_LENGTHS.get(type);
      if (usual === undefined || usual === length) return 'broke off';
      reader.position = start;
      if (!reader.skip(usual)) return 'broke off';
      reading.damagedEvents++;
    }
    if (type === END_OF_TRACK) return 'end mark';
    sink.meta(tick, type, start, reader.position);
    return 'read';
  }
  if (lead === SYSEX || lead === SYSEX_CONTINUED) {
    let start = reader.position;
    const length = reader.variableLength();
    const data = reader.position;
    if (length !== CUT_OFF && reader.skip(length)) {
      start = data;
    } else {
      // Some writers give no length: the data then runs to its closing F7.
      reader.position = start;
      if (!reader.skipPast(SYSEX_CONTINUED)) return 'broke off';
    }
    sink.exclusive(tick, start, reader.position, lead === SYSEX);
    return 'read';
  }
  reading.strayBytes++;
  for (let i = systemDataLength(lead); i > 0 && !reader.atEnd && reader.peek() < 0x80; i--) {
    reader.byte();
    reading.strayBytes++;
  }
  return 'read';
}

/** Reads the data bytes of a channel event; false where they are cut off. */
function readChannelEvent(
  reader: ByteReader,
  status: number,
  tick: number,
  sink: EventSink,
  reading: TrackReading,
): boolean {
  const kind = status & 0xf0;
  const channel = status & 0x0f;
  const first = reader.byte();
  const second = kind === 0xc0 || kind === 0xd0 ? 0 : reader.byte();
  if (first === CUT_OFF || second === CUT_OFF) return false;
  reading.channelEvents++;
  if (first > 127) {
    reading.damagedEvents++;
    return true;
  }
  if (kind === 0x80 || (kind === NOTE_ON && second === 0)) {
    sink.noteOff(tick, channel, first);
    return true;
  }
  if (kind === NOTE_ON) {
    // The note is still worth having.
    if (second > 127) reading.damagedVelocities++;
    sink.noteOn(tick, channel, first, second > 127 ? UNKNOWN_VELOCITY : second);
  } else if (second > 127) reading.damagedEvents++;
  else if (kind === 0xb0) sink.controller(tick, channel, first, second);
  else if (kind === 0xc0) sink.program(tick, channel, first);
  return true;
}
