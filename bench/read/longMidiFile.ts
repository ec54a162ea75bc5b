/** A MIDI file with a given number of notes in one track, two of which sound at a time. */

const EVENT_BYTES = 4;
const END_MARK = [0, 0xff, 0x2f, 0];
const HEADER = [0x4d, 0x54, 0x68, 0x64, 0, 0, 0, 6, 0, 0, 0, 1, 1, 0xe0];
const TRACK_TAG = [0x4d, 0x54, 0x72, 0x6b];

export function longMidiFile(notes: number): Uint8Array {
  const length = 2 * notes * EVENT_BYTES + END_MARK.length;
  const start = HEADER.length + TRACK_TAG.length + 4;
  const bytes = new Uint8Array(start + length);
  bytes.set([...HEADER, ...TRACK_TAG]);
  new DataView(bytes.buffer).setUint32(start - 4, length);
  let at = start;
  const write = (wait: number, status: number, pitch: number, velocity: number): void => {
    bytes.set([wait, status, pitch, velocity], at);
    at += EVENT_BYTES;
  };
  const pitchOf = (note: number): number => 30 + ((note * 7) % 60);
  for (let note = 0; note < notes; note++) {
    write(60, 0x90, pitchOf(note), 40 + (note % 60));
    if (note > 0) write(60, 0x80, pitchOf(note - 1), 64);
  }
  if (notes > 0) write(60, 0x80, pitchOf(notes - 1), 64);
  bytes.set(END_MARK, at);
  return bytes;
}
