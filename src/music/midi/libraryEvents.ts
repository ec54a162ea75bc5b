/**
 * Music to MIDI events, by `@tonejs/midi`. What the library gets wrong is put right on both sides
 * of it: texts go in as strings of bytes, velocities and tempos so that they round down to
 * themselves, long tracks in short slices (its writer's time grows with the square of a track's
 * length), and key signatures, which it writes 14 steps off, go past it.
 *
 * Import path: `dist/Midi.js`. In Node the package's main file bundles an older `midi-file`.
 */
import { type Header, Midi, type Track as MidiTrack } from '@tonejs/midi/dist/Midi.js';
import { parseMidi } from 'midi-file';
import { cleanName } from '../../lib/textEncoding';
import { compareNotes, type KeySignature, type Note, type Song, type Track } from '../song';
import { MAX_TICK } from './byteReader';
import { within } from './within';
import type { TimedEvent } from './writeEvents';

const DAMPER_PEDAL = 64;
/** The release velocity of instruments that do not measure it. */
const RELEASE_VELOCITY = 64;
/** Events of one kind that the library gets at once. */
const SLICE = 64;

/** Title, composer, tempo map, time and key signatures. */
export function conductorEvents(song: Song, composer: string): TimedEvent[] {
  const text = byteString(composer && `Composer: ${composer}`);
  const tempos = song.tempos.map(({ tick, microsecondsPerQuarter }) => ({
    ticks: within(tick, 0, MAX_TICK),
    bpm: 60e6 / roundingDownTo(within(microsecondsPerQuarter, 1, 0xffffff)),
  }));
  const timeSignatures = song.timeSignatures.map(({ tick, numerator, denominator }) => ({
    ticks: within(tick, 0, MAX_TICK),
    timeSignature: [within(numerator, 1, 255), 2 ** within(Math.log2(denominator), 0, 7)],
  }));
  return [
    ...headerEvents((header) => {
      header.name = byteString(song.title);
      if (text !== '') header.meta.push({ ticks: 0, type: 'text', text });
    }),
    ...slices(tempos).flatMap((slice) => headerEvents((header) => header.tempos.push(...slice))),
    ...slices(timeSignatures).flatMap((slice) =>
      headerEvents((header) => header.timeSignatures.push(...slice)),
    ),
    ...song.keySignatures.map(keyEvent),
  ];
}

/** Name, program, notes and pedal. */
export function partEvents({ name, channel, program, notes, pedal }: Track): TimedEvent[] {
  // In order: `addNote` and `addCC` then append at once.
  const sortedNotes = notes.map(withinRange).sort(compareNotes);
  const changes = pedal.map(({ tick, down }) => ({ ticks: within(tick, 0, MAX_TICK), down }));
  changes.sort((a, b) => a.ticks - b.ticks);
  const fillings: ((track: MidiTrack) => void)[] = [
    (track) => {
      track.name = byteString(name);
      track.instrument.number = within(program, 0, 127);
    },
    ...slices(sortedNotes).map((slice) => (track: MidiTrack) => addNotes(track, slice)),
    ...slices(changes).map((slice) => (track: MidiTrack) => {
      for (const { ticks, down } of slice) {
        track.addCC({ number: DAMPER_PEDAL, ticks, value: down ? 1 : 0 });
      }
    }),
  ];
  return fillings.flatMap((fill, index) => {
    const midi = new Midi();
    const track = midi.addTrack();
    track.channel = within(channel, 0, 15);
    fill(track);
    const events = eventsOfTrack(midi, 1);
    // The library names a program for each slice.
    return index === 0 ? events : events.filter(({ event }) => event.type !== 'programChange');
  });
}

function addNotes(track: MidiTrack, notes: readonly Note[]): void {
  for (const { tick, duration, pitch, velocity } of notes) {
    track.addNote({
      ticks: tick,
      durationTicks: duration,
      midi: pitch,
      velocity: roundingDownTo(velocity) / 127,
      noteOffVelocity: roundingDownTo(RELEASE_VELOCITY) / 127,
    });
  }
}

function headerEvents(fill: (header: Header) => void): TimedEvent[] {
  const midi = new Midi();
  fill(midi.header);
  return eventsOfTrack(midi, 0);
}

/** What the library writes into one track, without empty names and the end mark. */
function eventsOfTrack(midi: Midi, index: number): TimedEvent[] {
  const events: TimedEvent[] = [];
  let tick = 0;
  for (const event of parseMidi(midi.toArray()).tracks[index]) {
    tick += event.deltaTime;
    if (event.type === 'endOfTrack' || (event.type === 'trackName' && event.text === '')) continue;
    events.push({ tick, event });
  }
  return events;
}

function keyEvent({ tick, fifths, mode }: KeySignature): TimedEvent {
  const key = within(fifths, -7, 7);
  const scale = mode === 'minor' ? 1 : 0;
  return {
    tick: within(tick, 0, MAX_TICK),
    event: { deltaTime: 0, meta: true, type: 'keySignature', key, scale },
  };
}

function slices<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / SLICE);
  return Array.from({ length: count }, (_, i) => items.slice(i * SLICE, (i + 1) * SLICE));
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

/** UTF-8, one character for each byte: the library writes the low 8 bits of each character. */
function byteString(text: string): string {
  const bytes = new TextEncoder().encode(cleanName(text));
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** Half a step above an integer: no rounding error leads below the integer. */
function roundingDownTo(value: number): number {
  return value + 0.5;
}
