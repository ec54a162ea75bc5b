/**
 * Writes a song as a Standard MIDI File of format 1: a conductor track with title, tempo map, time
 * and key signatures, then one track for each part.
 *
 * The writer is our own because a song must come back from its file as it was, and
 * `@tonejs/midi` 2.0.28 cannot promise that: it writes key signatures 14 steps off (C major as 14
 * sharps), with no value that it accepts giving most of the right ones; it keeps velocities and
 * tempos as fractions and rounds them down; it writes only the low 8 bits of each character of a
 * text. All three sit in its encoding, behind its interface. The tests read every written file
 * with it, as a reader that is not ours.
 */

import { cleanName } from '../../lib/textEncoding';
import { compareNotes, type Note, type Song, type Track } from '../song';
import { MAX_TICK } from './byteReader';
import { ByteWriter } from './byteWriter';

const TEXT = 0x01;
const TRACK_NAME = 0x03;
const END_OF_TRACK = 0x2f;
const SET_TEMPO = 0x51;
const TIME_SIGNATURE = 0x58;
const KEY_SIGNATURE = 0x59;

const DAMPER_PEDAL = 64;
const MAX_DELTA = 0x0fffffff;
/** MIDI clocks (24 to the quarter note) in a metronome click, and 32nds in a quarter note. */
const METRONOME = [24, 8] as const;
/** The release velocity of instruments that do not measure it. */
const RELEASE_VELOCITY = 64;

/**
 * The bytes of a `.mid` file. `readMidi` gives the same song back if its values lie in the ranges
 * of `Song`, names are as `cleanName` leaves them, tracks have notes, at most one tempo, time and
 * key signature stand at a tick, each pedal change differs from the one before, tracks of one
 * channel have one pedal, and no note of a track ends before an older one of its pitch (MIDI cannot
 * say which of the two ends). Values out of range are brought into it.
 * @param composer goes into a text event at the start, since MIDI has no field for it
 */
export function writeMidi(song: Song, composer = ''): Uint8Array<ArrayBuffer> {
  const file = new ByteWriter();
  file.ascii('MThd');
  file.uint32(6);
  file.uint16(1);
  file.uint16(song.tracks.length + 1);
  file.uint16(within(song.ppq, 1, 0x7fff));
  writeChunk(file, conductorTrack(song, composer));
  for (const track of song.tracks) writeChunk(file, partTrack(track));
  return file.take();
}

function writeChunk(file: ByteWriter, events: TrackWriter): void {
  const bytes = events.finish();
  file.ascii('MTrk');
  file.uint32(bytes.length);
  file.bytes(bytes);
}

function conductorTrack(song: Song, composer: string): TrackWriter {
  const writer = new TrackWriter();
  writer.name(song.title);
  writer.text(composer && `Composer: ${composer}`);
  const marks: { tick: number; type: number; data: number[] }[] = [];
  for (const { tick, numerator, denominator } of song.timeSignatures) {
    const power = within(Math.log2(denominator), 0, 7);
    const data = [within(numerator, 1, 255), power, ...METRONOME];
    marks.push({ tick, type: TIME_SIGNATURE, data });
  }
  for (const { tick, fifths, mode } of song.keySignatures) {
    const data = [within(fifths, -7, 7) & 0xff, mode === 'minor' ? 1 : 0];
    marks.push({ tick, type: KEY_SIGNATURE, data });
  }
  for (const { tick, microsecondsPerQuarter } of song.tempos) {
    const value = within(microsecondsPerQuarter, 1, 0xffffff);
    marks.push({ tick, type: SET_TEMPO, data: [value >> 16, (value >> 8) & 0xff, value & 0xff] });
  }
  marks.sort((a, b) => a.tick - b.tick);
  for (const { tick, type, data } of marks) writer.meta(tick, type, Uint8Array.from(data));
  return writer;
}

/** At equal ticks notes end, then the pedal moves, then notes begin. */
function partTrack(track: Track): TrackWriter {
  const writer = new TrackWriter();
  const channel = within(track.channel, 0, 15);
  writer.name(track.name);
  writer.event(0, 0xc0 | channel, within(track.program, 0, 127));
  const onsets = track.notes.map(withinRange).sort(compareNotes);
  const releases = onsets.slice().sort((a, b) => endOf(a) - endOf(b));
  const pedal = track.pedal
    .map(({ tick, down }) => ({ tick: within(tick, 0, MAX_TICK), down }))
    .sort((a, b) => a.tick - b.tick);
  let released = 0;
  let moved = 0;
  const catchUp = (tick: number): void => {
    while (released < releases.length || moved < pedal.length) {
      const release = released < releases.length ? endOf(releases[released]) : Infinity;
      const move = moved < pedal.length ? pedal[moved].tick : Infinity;
      if (Math.min(release, move) > tick) break;
      if (release <= move) {
        const { pitch } = releases[released++];
        writer.event(release, 0x80 | channel, pitch, RELEASE_VELOCITY);
      } else {
        writer.event(move, 0xb0 | channel, DAMPER_PEDAL, pedal[moved++].down ? 127 : 0);
      }
    }
  };
  for (const { tick, pitch, velocity } of onsets) {
    catchUp(tick);
    writer.event(tick, 0x90 | channel, pitch, velocity);
  }
  catchUp(Infinity);
  return writer;
}

function endOf(note: Note): number {
  return note.tick + note.duration;
}

function withinRange(note: Note): Note {
  const tick = within(note.tick, 0, MAX_TICK - 1);
  return {
    tick,
    duration: within(note.duration, 1, MAX_TICK - tick),
    pitch: within(note.pitch, 0, 127),
    velocity: within(note.velocity, 1, 127),
  };
}

/** The events of one track, given in the order of their ticks. */
class TrackWriter {
  private readonly writer = new ByteWriter();
  private tick = 0;

  name(text: string): void {
    this.#words(TRACK_NAME, text);
  }

  text(text: string): void {
    this.#words(TEXT, text);
  }

  #words(type: number, text: string): void {
    const words = cleanName(text);
    if (words !== '') this.meta(0, type, new TextEncoder().encode(words));
  }

  meta(tick: number, type: number, data: Uint8Array): void {
    this.moveTo(tick);
    this.writer.byte(0xff);
    this.writer.byte(type);
    this.writer.variableLength(data.length);
    this.writer.bytes(data);
  }

  event(tick: number, ...message: number[]): void {
    this.moveTo(tick);
    for (const byte of message) this.writer.byte(byte);
  }

  finish(): Uint8Array {
    this.meta(this.tick, END_OF_TRACK, new Uint8Array());
    return this.writer.take();
  }

  /** Writes the time since the last event; empty texts bridge what one delta time cannot hold. */
  private moveTo(tick: number): void {
    const target = within(tick, this.tick, MAX_TICK);
    let delta = target - this.tick;
    this.tick = target;
    for (; delta > MAX_DELTA; delta -= MAX_DELTA) {
      this.writer.variableLength(MAX_DELTA);
      this.writer.byte(0xff);
      this.writer.byte(TEXT);
      this.writer.byte(0);
    }
    this.writer.variableLength(delta);
  }
}

/** The nearest integer in the range; the lower end for what is no number. */
function within(value: number, low: number, high: number): number {
  return Number.isNaN(value) ? low : Math.min(Math.max(Math.round(value), low), high);
}
