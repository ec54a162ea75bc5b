/** Contents of one track chunk: notes and pedal by port and channel, tempo, signatures, names. */
import {
  DRUM_CHANNEL,
  type KeySignature,
  type PedalChange,
  type TempoChange,
  type TimeSignature,
} from '../song';
import type { TrackChunk } from './chunks';
import type { EventBudget } from './eventBudget';
import { type EventSink, readEvents, type TrackReading } from './events';
import { type Exclusive, readExclusive, type Standard } from './exclusive';
import { NotePairing } from './notes';

export interface ProgramChange {
  tick: number;
  program: number;
  /** The bank's upper byte (controller 0) in force. Absent where the track sets none. */
  bank?: number;
}

/** A channel becomes one of percussion, or ceases to be one. */
export interface DrumChange {
  tick: number;
  isDrum: boolean;
}

/** The events of one channel within one track chunk. */
export interface ChannelPart {
  /** Port of the sound device (meta event 21), 0 where the track names none. */
  port: number;
  channel: number;
  pairing: NotePairing;
  pedal: PedalChange[];
  /** Ordered by tick. */
  programs: ProgramChange[];
  /** As system exclusive messages say; ordered by tick. */
  drums: DrumChange[];
  /** Ticks at which all notes of the channel end; ordered. */
  silences: number[];
  /** The last program change before the first note, where this track holds one. */
  program: number | null;
}

export interface TrackContent {
  reading: TrackReading;
  /** Ordered by port, then by channel. */
  parts: ChannelPart[];
  /** Standards of sound devices that the track switches on. */
  standards: Set<Standard>;
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
}

const TEXT = 0x01;
const TRACK_NAME = 0x03;
const INSTRUMENT_NAME = 0x04;
const LAST_TEXT_TYPE = 0x0f;
const PORT = 0x21;
const SET_TEMPO = 0x51;
const TIME_SIGNATURE = 0x58;
const KEY_SIGNATURE = 0x59;
const MARKS: ReadonlySet<number> = new Set([SET_TEMPO, TIME_SIGNATURE, KEY_SIGNATURE]);

const BANK = 0;
const DAMPER_PEDAL = 64;
/** Channel mode messages (MIDI 1.0, "Mode Messages"): those from 123 on all end the notes. */
const ALL_SOUND_OFF = 120;
const RESET_CONTROLLERS = 121;
const ALL_NOTES_OFF = 123;
/** Controller values from here on mean "on". */
const PEDAL_DOWN_FROM = 64;
/** 2^7: no notation goes beyond the hundred-and-twenty-eighth note. */
const MAX_DENOMINATOR_POWER = 7;
/** Bars of sensible length, in whole notes: from a sixteenth (an upbeat) to eight breves. */
const SHORTEST_BAR = 1 / 16;
const LONGEST_BAR = 16;
/** Sensible tempos, in microseconds per quarter: faster ones than 6,000 a minute are none. */
const SHORTEST_QUARTER = 10_000;
const CHANNELS = 16;
/** Maximum number of texts kept per track, enough to detect the encoding. */
const MAX_TEXTS = 64;

/**
 * Reads one track chunk; what `room` has no place for is left out. Notes get their lengths when all
 * tracks are read: a message in another track may end them.
 * @param ppq ticks per quarter note
 */
export function readTrackContent(
  bytes: Uint8Array,
  chunk: TrackChunk,
  ppq: number,
  room: EventBudget,
): TrackContent {
  const collector = new Collector(bytes, room);
  const reading = readEvents(bytes, chunk, ppq, collector);
  return collector.finish(reading);
}

type ChannelParts = (ChannelPart | undefined)[];

class Collector implements EventSink {
  private readonly ports = new Map<number, ChannelParts>();
  private port = 0;
  /** Those of the port in force. */
  private parts: ChannelParts = new Array(CHANNELS);
  private readonly banks = new Map<ChannelPart, number>();
  private readonly standards = new Set<Standard>();
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
  ) {
    this.ports.set(this.port, this.parts);
  }

  noteOn(tick: number, channel: number, pitch: number, velocity: number): void {
    if (!this.room.take()) return;
    const part = this.part(channel);
    if (part.pairing.notes.length === 0) part.program = part.programs.at(-1)?.program ?? null;
    part.pairing.noteOn(tick, pitch, velocity);
  }

  noteOff(tick: number, channel: number, pitch: number): void {
    this.part(channel).pairing.noteOff(tick, pitch);
  }

  controller(tick: number, channel: number, controller: number, value: number): void {
    if (controller === DAMPER_PEDAL) {
      this.pedal(tick, this.part(channel), value >= PEDAL_DOWN_FROM);
    } else if (controller === BANK) {
      this.banks.set(this.part(channel), value);
    } else if (controller === RESET_CONTROLLERS) {
      this.pedal(tick, this.part(channel), false);
    } else if (controller === ALL_SOUND_OFF) {
      this.pedal(tick, this.part(channel), false);
      this.silence(tick, this.part(channel));
    } else if (controller >= ALL_NOTES_OFF) {
      this.silence(tick, this.part(channel));
    }
  }

  program(tick: number, channel: number, program: number): void {
    if (!this.room.take()) return;
    const part = this.part(channel);
    part.programs.push({ tick, program, bank: this.banks.get(part) });
  }

  exclusive(tick: number, start: number, end: number): void {
    const message = readExclusive(this.bytes.subarray(start, end));
    if (message?.kind === 'reset') this.reset(tick, message);
    else if (message?.kind === 'drums')
      this.drums(tick, this.part(message.channel), message.isDrum);
  }

  meta(tick: number, type: number, start: number, end: number): void {
    if (type >= TEXT && type <= LAST_TEXT_TYPE) this.text(type, start, end);
    else if (MARKS.has(type) && !this.room.take()) return;
    else if (type === PORT && end > start) this.switchTo(this.bytes[start]);
    else if (type === SET_TEMPO) this.tempo(tick, start, end);
    else if (type === TIME_SIGNATURE) this.timeSignature(tick, start, end);
    else if (type === KEY_SIGNATURE) this.keySignature(tick, start, end);
  }

  finish(reading: TrackReading): TrackContent {
    const parts = [...this.ports]
      .sort(([a], [b]) => a - b)
      .flatMap(([, ofPort]) => ofPort.filter((part) => part !== undefined));
    const { tempos, timeSignatures, keySignatures, texts, damagedMarks, standards } = this;
    const { name, instrument, karaokeTitle } = this;
    const marks = { tempos, timeSignatures, keySignatures, texts, damagedMarks };
    return { reading, parts, standards, ...marks, name, instrument, karaokeTitle };
  }

  private part(channel: number): ChannelPart {
    const known = this.parts[channel];
    if (known !== undefined) return known;
    const part: ChannelPart = {
      port: this.port,
      channel,
      pairing: new NotePairing(),
      pedal: [],
      programs: [],
      drums: [],
      silences: [],
      program: null,
    };
    this.parts[channel] = part;
    return part;
  }

  private switchTo(port: number): void {
    this.port = port;
    this.parts = this.ports.get(port) ?? new Array(CHANNELS);
    this.ports.set(port, this.parts);
  }

  private pedal(tick: number, { pedal }: ChannelPart, down: boolean): void {
    const before = pedal.at(-1)?.down ?? false;
    if (down !== before && this.room.take()) pedal.push({ tick, down });
  }

  private silence(tick: number, { silences }: ChannelPart): void {
    if (silences.at(-1) !== tick && this.room.take()) silences.push(tick);
  }

  private drums(tick: number, { drums }: ChannelPart, isDrum: boolean): void {
    if (this.room.take()) drums.push({ tick, isDrum });
  }

  /** Sound devices return to their first state. */
  private reset(tick: number, { standard }: Extract<Exclusive, { kind: 'reset' }>): void {
    this.standards.add(standard);
    for (const part of this.parts) {
      if (part === undefined) continue;
      this.pedal(tick, part, false);
      this.silence(tick, part);
      if (part.drums.length > 0) this.drums(tick, part, part.channel === DRUM_CHANNEL);
    }
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
    if (microsecondsPerQuarter >= SHORTEST_QUARTER)
      this.tempos.push({ tick, microsecondsPerQuarter });
    else this.damagedMarks++;
  }

  private timeSignature(tick: number, start: number, end: number): void {
    const numerator = this.bytes[start];
    const power = this.bytes[start + 1];
    const wholes = power > MAX_DENOMINATOR_POWER ? 0 : numerator / 2 ** power;
    if (end - start < 2 || wholes < SHORTEST_BAR || wholes > LONGEST_BAR) this.damagedMarks++;
    else this.timeSignatures.push({ tick, numerator, denominator: 2 ** power });
  }

  private keySignature(tick: number, start: number, end: number): void {
    const fifths = (this.bytes[start] << 24) >> 24;
    const isMinor = end - start >= 2 && this.bytes[start + 1] === 1;
    if (end === start || fifths < -7 || fifths > 7) this.damagedMarks++;
    else this.keySignatures.push({ tick, fifths, mode: isMinor ? 'minor' : 'major' });
  }
}
