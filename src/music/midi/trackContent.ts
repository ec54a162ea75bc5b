/** Contents of one track chunk: notes and pedal by port and channel, tempo, signatures, names. */
import type { KeySignature, PedalChange, TempoChange, TimeSignature } from '../song';
import type { TrackChunk } from './chunks';
import type { EventBudget } from './eventBudget';
import { type EventSink, readEvents, type TrackReading } from './events';
import { type Exclusive, MAX_EXCLUSIVE, readExclusive, type Standard } from './exclusive';
import { ExclusivePackets } from './exclusivePackets';
import { NotePairing } from './notes';

/** A message that says how a channel sounds. A bank (controller 0) waits for the next program. */
export type VoiceChange = { tick: number } & (
  | { kind: 'bank'; bank: number }
  | { kind: 'program'; program: number }
  | { kind: 'drums'; isDrum: boolean }
  | { kind: 'reset' }
);

/** The sound device of a port returns to its first state. */
export interface Reset {
  tick: number;
  port: number;
}

/** The events of one channel within one track chunk. */
export interface ChannelPart {
  /** Port of the sound device (meta event 21), 0 where the track names none. */
  port: number;
  channel: number;
  pairing: NotePairing;
  /** As the messages say; ordered by tick, not all of them moves. */
  pedal: PedalChange[];
  /** In the order of the track. */
  voices: VoiceChange[];
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
  /** Ordered by tick. */
  resets: Reset[];
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
  private readonly packets = new ExclusivePackets(MAX_EXCLUSIVE);
  private readonly standards = new Set<Standard>();
  private readonly resets: Reset[] = [];
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
    this.part(channel).pairing.noteOn(tick, pitch, velocity);
  }

  noteOff(tick: number, channel: number, pitch: number): void {
    this.part(channel).pairing.noteOff(tick, pitch);
  }

  controller(tick: number, channel: number, controller: number, value: number): void {
    if (controller === DAMPER_PEDAL) {
      this.pedal(tick, this.part(channel), value >= PEDAL_DOWN_FROM);
    } else if (controller === BANK) {
      this.voice(this.part(channel), { tick, kind: 'bank', bank: value });
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
    const part = this.part(channel);
    if (part.pairing.notes.length === 0) part.program = program;
    this.voice(part, { tick, kind: 'program', program });
  }

  exclusive(tick: number, start: number, end: number, isFirst: boolean): void {
    this.packets.read(this.bytes.subarray(start, end), isFirst, (data) => {
      const message = readExclusive(data);
      if (message?.kind === 'reset') this.reset(tick, message);
      else if (message?.kind === 'drums') {
        const { channel, isDrum } = message;
        this.voice(this.part(channel), { tick, kind: 'drums', isDrum });
      }
    });
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
    const { tempos, timeSignatures, keySignatures, texts, damagedMarks, standards, resets } = this;
    const { name, instrument, karaokeTitle } = this;
    const marks = { tempos, timeSignatures, keySignatures, texts, damagedMarks };
    return { reading, parts, standards, resets, ...marks, name, instrument, karaokeTitle };
  }

  private part(channel: number): ChannelPart {
    const known = this.parts[channel];
    if (known !== undefined) return known;
    const part: ChannelPart = {
      port: this.port,
      channel,
      pairing: new NotePairing(),
      pedal: [],
      voices: [],
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
    if (this.room.take()) pedal.push({ tick, down });
  }

  private silence(tick: number, { silences }: ChannelPart): void {
    if (silences.at(-1) !== tick && this.room.take()) silences.push(tick);
  }

  private voice({ voices }: ChannelPart, change: VoiceChange): void {
    if (this.room.take()) voices.push(change);
  }

  /** Parts of this track keep the order of its messages; those of others get it by `resets`. */
  private reset(tick: number, { standard }: Extract<Exclusive, { kind: 'reset' }>): void {
    this.standards.add(standard);
    if (!this.room.take()) return;
    this.resets.push({ tick, port: this.port });
    for (const part of this.parts) {
      if (part === undefined) continue;
      this.voice(part, { tick, kind: 'reset' });
      this.pedal(tick, part, false);
      this.silence(tick, part);
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
