import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Note } from '../song';
import { readMidi } from './read';
import { arbitrarySong } from './testing/arbitrarySong';
import { hopelessFiles, hostileFiles } from './testing/hostile';
import { END_MARK, file, join, meta, note, track } from './testing/midiBytes';
import { expectSound } from './testing/soundness';
import { writeMidi } from './write';

const everyFile = [...hostileFiles, ...hopelessFiles].map(({ bytes }) => bytes);

/** A file with an event of every kind. */
const rich = file(
  track(
    meta(0, 0x03, 'Étude'),
    meta(0, 0x51, [7, 0xa1, 0x20]),
    meta(0, 0x58, [6, 3, 24, 8]),
    END_MARK,
  ),
  track(
    [0, 0xc0, 5, 0, 0xb0, 64, 127],
    note(60),
    [0, 0xe0, 1, 2, 0, 0xd0, 3, 0, 0xa0, 60, 4, 0, 0xf0, 2, 1, 0xf7],
    note(62),
    meta(0, 0x59, [2, 1]),
    note(36, 90, 9),
    END_MARK,
  ),
);

describe('readMidi', () => {
  it('stays sound with any one byte of a good file changed to any value', () => {
    for (let at = 0; at < rich.length; at++) {
      for (let value = 0; value < 256; value++) {
        const mutated = rich.slice();
        mutated[at] = value;
        expectSound(readMidi(mutated));
      }
    }
  }, 60_000);

  it('stays sound with bytes of real songs changed, taken out or put in', () => {
    const edits = fc.array(
      fc.record({ at: fc.nat(), drop: fc.nat(3), put: fc.uint8Array({ maxLength: 3 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(arbitrarySong, edits, (song, list) => {
        let bytes = writeMidi(song);
        for (const { at, drop, put } of list) {
          const from = at % bytes.length;
          const parts = [bytes.subarray(0, from), put, bytes.subarray(from + drop)];
          bytes = Uint8Array.from(join(...parts));
        }
        expectSound(readMidi(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('stays sound with any bytes behind a header', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (body) => {
        expectSound(readMidi(file(track(body))));
        expectSound(readMidi(body));
        expectSound(readMidi(join('MThd', body)));
        expectSound(readMidi(join('MTrk', body)));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads every file cut off anywhere', () => {
    for (const bytes of everyFile) {
      for (let length = 0; length < bytes.length; length++) {
        expectSound(readMidi(bytes.subarray(0, length)));
      }
    }
  });

  it('loses no note that stands before the cut', () => {
    const notes = Array.from({ length: 50 }, (_, i) => note(30 + i));
    const whole = file(track(notes.flat(), END_MARK));
    const start = whole.length - END_MARK.length - notes.flat().length;
    for (let kept = 1; kept <= 50; kept++) {
      const result = readMidi(whole.subarray(0, start + kept * notes[0].length));
      const read: Note[] = result.ok ? result.songs[0].tracks[0].notes : [];
      expect(read.map(({ tick, duration, pitch }) => [tick, duration, pitch])).toEqual(
        Array.from({ length: kept }, (_, i) => [i * 480, 480, 30 + i]),
      );
    }
  });
});
