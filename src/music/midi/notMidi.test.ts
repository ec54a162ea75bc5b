import { describe, expect, it } from 'vitest';
import { whyNotMidi } from './notMidi';
import { join } from './testing/midiBytes';

const REST = new Array<number>(64).fill(0);
const size = [36, 0, 0, 0];
const ADVICE = ', not MIDI: export MIDI or MusicXML from the program that made it.';

describe('sound recordings', () => {
  it.each<[string, Uint8Array, string]>([
    ['WAV', join('RIFF', size, 'WAVEfmt ', REST), 'an audio recording (WAV)'],
    ['AIFF', join('FORM', size, 'AIFF', REST), 'an audio recording (AIFF)'],
    ['compressed AIFF', join('FORM', size, 'AIFC', REST), 'an audio recording (AIFF)'],
    ['MP3 with tags', join('ID3', REST), 'an audio recording (MP3)'],
    ['MPEG-1 frames', join([0xff, 0xfb, 0x90, 0x64], REST), 'an audio recording (MP3)'],
    ['MPEG-1 frames with checksum', join([0xff, 0xfa, 0x90], REST), 'an audio recording (MP3)'],
    ['MPEG-2 frames', join([0xff, 0xf3, 0x40], REST), 'an audio recording (MP3)'],
    ['MPEG-2 frames with checksum', join([0xff, 0xf2, 0x40], REST), 'an audio recording (MP3)'],
    ['AAC frames', join([0xff, 0xf1, 0x50, 0x80], REST), 'an audio recording (AAC)'],
    ['AAC frames of MPEG-2', join([0xff, 0xf9, 0x50], REST), 'an audio recording (AAC)'],
    ['M4A', join([0, 0, 0, 32], 'ftypM4A ', REST), 'an audio recording (M4A)'],
    ['MP4', join([0, 0, 0, 32], 'ftypisom', REST), 'a video or audio recording (MP4)'],
    [
      'WebM',
      join([0x1a, 0x45, 0xdf, 0xa3], REST, 'webm'),
      'a video or audio recording (WebM or Matroska)',
    ],
  ])('are named, with what to export instead: %s', (_, bytes, name) => {
    expect(whyNotMidi(bytes)).toBe(`This is ${name}${ADVICE}`);
  });
});

it('names other files without that advice', () => {
  expect(whyNotMidi(join('%PDF-1.7', REST))).toBe('This is a PDF document, not MIDI.');
  expect(whyNotMidi(join([0xff, 0x51], REST))).toBe('This is not a MIDI file.');
});
