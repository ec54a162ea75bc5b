/** Contents of one track chunk: notes and pedal by channel, tempo, signatures, names. */
import type { KeySignature, PedalChange, TempoChange, TimeSignature } from '../song';
import type { TrackChunk } from './chunks';
import type { EventBudget } from './eventBudget';
import { type EventSink, readEvents, type TrackReading } from './events';
import { NotePairing } from './notes';

export interface ProgramChange {
  tick: number;
  program: number;
}

/** The events of one channel within one track chunk. */
export interface ChannelPart {
  channel: number;
  pairing: NotePairing;
  pedal: PedalChange[];
  /** Ordered by tick. */
  programs: ProgramChange[];
  /** The last program change before the first note, where this track holds one. */
  program: number | null;
}

export interface TrackContent {
  reading: TrackReading;
  /** Ordered by channel. */
  parts: ChannelPart[];
  tempos: TempoChange[];
  timeSignatures: TimeSignature[];
  keySignatures: KeySignature[];
  /** The bytes of the first name that is not empty. */
  name: Uint8Array | null;
  /** The bytes of the first instrument name. */
  instrument: Uint8Array | null;
  /** The bytes behind `@T`, which marks the title of a karaoke file. */
  karaokeTitle: Uint8Array | null;
  /** The first texts, for the choice of their encoding. */
  texts: Uint8Array[];
  /** Tempo marks, time and key signatures that make no sense and were left out. */
  damagedMarks: number;
  /** Notes that had no end. */
  closedNotes: number;
}

const TEXT = 0x01;
const TRACK_NAME = 0x03;
const INSTRUMENT_NAME = 0x04;
const LAST_TEXT_TYPE = 0x0f;
const SET_TEMPO = 0x51;
const TIME_SIGNATURE = 0x58;
const KEY_SIGNATURE = 0x59;
const MARKS: ReadonlySet<number> = new Set([SET_TEMPO, TIME_SIGNATURE, KEY_SIGNATURE]);

const DAMPER_PEDAL = 64;
/** Controller values from here on mean "on". */
const PEDAL_DOWN_FROM = 64;
/** 2^7: no notation goes beyond the hundred-and-twenty-eighth note. */
const MAX_DENOMINATOR_POWER = 7;
const CHANNELS = 16;
/** Maximum number of texts kept per track, enough to detect the encoding. */
const MAX_TEXTS = 64;

/** Reads one track chunk; what `room` has no place for is left out. */
export function readTrackContent(
  bytes: Uint8Array,
  chunk: TrackChunk,
  room: EventBudget,
): TrackContent {
  const collector = new Collector(bytes, room);
  const reading = readEvents(bytes, chunk, collector);
  return collector.finish(reading);
}

class Collector implements EventSink {
  private readonly parts: (ChannelPart | undefined)[] = new Array(CHANNELS);
  private readonly tempos: TempoChange[] = [];
  private readonly timeSignatures: TimeSignature[] = [];
  private readonly keySignatures: KeySignature[] = [];
  private readonly texts: Uint8Array[] = [];
  private name: Uint8Array | null = null;
  private instrument: Uint8Array | null = null;
  private karaokeTitle: Uint8Array | null = null;
  private damagedMarks = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly room: EventBudget,
  ) {}

  noteOn(tick: number, channel: number, pitch: number, velocity: number): void {
    if (!this.room.take()) return;
    const part = this.part(channel);
    if (part.pairing.notes.length === 0) part.program = part.programs.at(-1)?.program ?? null;
    part.pairing.noteOn(tick, pitch, velocity);
  }

  noteOff(tick: number, channel: number, pitch: number): void {
    this.parts[channel]?.pairing.noteOff(tick, pitch);
  }

  controller(tick: number, channel: number, controller: number, value: number): void {
    if (controller !== DAMPER_PEDAL) return;
    const { pedal } = this.part(channel);
    const down = value >= PEDAL_DOWN_FROM;
    const before = pedal.at(-1)?.down ?? false;
    if (down !== before && this.room.take()) pedal.push({ tick, down });
  }

  program(tick: number, channel: number, program: number): void {
    if (this.room.take()) this.part(channel).programs.push({ tick, program });
  }

  meta(tick: number, type: number, start: number, end: number): void {
    if (type >= TEXT && type <= LAST_TEXT_TYPE) this.text(type, start, end);
    else if (MARKS.has(type) && !this.room.take()) return;
    else if (type === SET_TEMPO) this.tempo(tick, start, end);
    else if (type === TIME_SIGNATURE) this.timeSignature(tick, start, end);
    else if (type === KEY_SIGNATURE) this.keySignature(tick, start, end);
  }

  finish(reading: TrackReading): TrackContent {
    const parts: ChannelPart[] = [];
    let closedNotes = 0;
    for (const part of this.parts) {
      if (part === undefined) continue;
      closedNotes += part.pairing.finish(reading.endTick);
      parts.push(part);
    }
    const { tempos, timeSignatures, keySignatures, texts, damagedMarks } = this;
    const { name, instrument, karaokeTitle } = this;
    const marks = { tempos, timeSignatures, keySignatures, texts, damagedMarks };
    return { reading, parts, closedNotes, ...marks, name, instrument, karaokeTitle };
  }

  private part(channel: number): ChannelPart {
    const known = this.parts[channel];
    if (known !== undefined) return known;
    const pairing = new NotePairing();
    const part: ChannelPart = { channel, pairing, pedal: [], programs: [], program: null };
    this.parts[channel] = part;
    return part;
  }

  private text(type: number, start: number, end: number): void {
    if (start === end) return;
    const text = this.bytes.subarray(start, end);
    if (this.texts.length < MAX_TEXTS) this.texts.push(text);
    if (type === TRACK_NAME) this.name ??= text;
    else if (type === INSTRUMENT_NAME) this.instrument ??= text;
    else if (type === TEXT && text.length > 2 && text[0] === 0x40 && text[1] === 0x54) {
      this.karaokeTitle ??= text.subarray(2);
    }
  }

  /** Reads marks of an unusual length as far as their bytes reach. */
  private tempo(tick: number, start: number, end: number): void {
    const { bytes } = this;
    const microsecondsPerQuarter =
      end - start < 3 ? 0 : bytes[start] * 65536 + bytes[start + 1] * 256 + bytes[start + 2];
    if (microsecondsPerQuarter > 0) this.tempos.push({ tick, microsecondsPerQuarter });
    else this.damagedMarks++;
  }

  private timeSignature(tick: number, start: number, end: number): void {
    const numerator = this.bytes[start];
    const power = this.bytes[start + 1];
    if (end - start < 2 || numerator === 0 || power > MAX_DENOMINATOR_POWER) this.damagedMarks++;
    else this.timeSignatures.push({ tick, numerator, denominator: 2 ** power });
  }

  private keySignature(tick: number, start: number, end: number): void {
    const fifths = (this.bytes[start] << 24) >> 24;
    const isMinor = end - start >= 2 && this.bytes[start + 1] === 1;
    if (end === start || fifths < -7 || fifths > 7) this.damagedMarks++;
    else this.keySignatures.push({ tick, fifths, mode: isMinor ? 'minor' : 'major' });
  }
}
