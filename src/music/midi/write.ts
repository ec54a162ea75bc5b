/**
 * Writes a song as a Standard MIDI File of format 1: a conductor track with title, tempo map, time
 * and key signatures, then one track for each part. `@tonejs/midi` turns music into events, and
 * `midi-file` events into bytes.
 */
import type { Song } from '../song';
import { conductorEvents, partEvents } from './libraryEvents';
import { within } from './within';
import { writeEvents } from './writeEvents';

/**
 * The bytes of a `.mid` file. `readMidi` gives the same song back if its values lie in the ranges
 * of `Song`, tempos, meters and waits are such as the reader believes, names are as `cleanName` leaves them, tracks have notes, at most one tempo, time and
 * key signature stand at a tick, each pedal change differs from the one before, tracks of one
 * channel have one pedal, and no note of a track ends before an older one of its pitch (MIDI cannot
 * say which of the two ends). Values out of range are brought into it.
 * @param composer goes into a text event at the start, since MIDI has no field for it. Default: the
 * song's. A year is not written.
 */
export function writeMidi(song: Song, composer = song.composer ?? ''): Uint8Array<ArrayBuffer> {
  const tracks = [conductorEvents(song, composer), ...song.tracks.map(partEvents)];
  return writeEvents(within(song.ppq, 1, 0x7fff), tracks);
}
