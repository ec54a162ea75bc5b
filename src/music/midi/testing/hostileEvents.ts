/** For tests: broken or unusual events within a track. */
import { C, C_ON_OFF, E, E_ON_OFF, type HostileFile } from './hostileFile';
import { bytesOf, delta, END_MARK, file, join, meta, noteOff, noteOn, track } from './midiBytes';

/** Waits that are each believed, and are together beyond 31 bits. */
const ENDLESS_WAIT = join(...bytesOf(400, 0).map(() => meta(6_000_000, 0x01, '')));

export const hostileEvents: readonly HostileFile[] = [
  {
    what: 'running status across meta events',
    bytes: file(track(noteOn(0, 60), meta(0, 0x01, 'la'), [...delta(480), 60, 0], END_MARK)),
    notes: [C],
    says: null,
  },
  {
    what: 'running status across system exclusive data',
    bytes: file(track(noteOn(0, 60), [0, 0xf0, 2, 0x7e, 0xf7], [...delta(480), 60, 0], END_MARK)),
    notes: [C],
    says: null,
  },
  {
    what: 'no first status byte',
    bytes: file(track([0, 60, 80], [...delta(480), 60, 0], END_MARK)),
    notes: [C],
    says: /does not say what its first event is/,
  },
  {
    what: 'system exclusive data without its length',
    bytes: file(track([0, 0xf0, 0x7e, 0x7f, 9, 1, 0xf7], C_ON_OFF, END_MARK)),
    notes: [C],
    says: null,
  },
  {
    what: 'system exclusive data in several packets',
    bytes: file(
      track(
        noteOn(0, 60),
        [0, 0xf0, 3, 0x43, 0x12, 0],
        [0, 0xf7, 3, 0x43, 0x12, 0],
        [0, 0xf7, 2, 1, 0xf7],
        [...delta(480), 60, 0],
        END_MARK,
      ),
    ),
    notes: [C],
    says: null,
  },
  {
    what: 'escaped bytes, which only look like notes',
    bytes: file(track([0, 0xf7, 1, 0xf8], [0, 0xf7, 3, 0x90, 64, 80], C_ON_OFF, END_MARK)),
    notes: [C],
    says: null,
  },
  {
    what: 'an escape that reaches past the end of its track',
    bytes: file(track(C_ON_OFF, [0, 0xf7, 0x7f, 1, 2, 3]), track(E_ON_OFF, END_MARK)),
    notes: [C, E],
    says: /Track 1 ended early/,
  },
  {
    what: 'a text whose length reaches past the end of its track',
    bytes: file(track(C_ON_OFF, [0, 0xff, 0x01, 0x7f], 'la', END_MARK), track(E_ON_OFF, END_MARK)),
    notes: [C, E],
    says: /Track 1 ended early/,
  },
  {
    what: 'a tempo whose length reaches past the end of its track',
    bytes: file(track([0, 0xff, 0x51, 0x7f, 7, 0xa1, 0x20], C_ON_OFF, END_MARK)),
    notes: [C],
    says: /1 damaged event in track 1/,
  },
  {
    what: 'an end mark whose length reaches past the end of its track',
    bytes: file(track(C_ON_OFF, [0, 0xff, 0x2f, 0x84, 0x00]), track(E_ON_OFF, END_MARK)),
    notes: [C, E],
    says: /1 damaged event in track 1/,
  },
  ...[0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe].map(
    (status): HostileFile => {
      const data = bytesOf(status === 0xf2 ? 2 : status === 0xf1 || status === 0xf3 ? 1 : 0, 5);
      return {
        what: `the byte ${status.toString(16).toUpperCase()} inside a track`,
        bytes: file(track(noteOn(0, 60), [0, status, ...data], noteOff(480, 60), END_MARK)),
        notes: [C],
        says: /stray bytes? in track 1/,
      };
    },
  ),
  {
    what: 'meta events of unusual lengths',
    bytes: file(
      track(
        meta(0, 0x00, ''),
        meta(0, 0x20, [0, 0]),
        meta(0, 0x21, ''),
        meta(0, 0x51, [7]),
        meta(0, 0x51, [7, 0xa1, 0x20, 0]),
        meta(0, 0x54, [1]),
        meta(0, 0x58, [3]),
        meta(0, 0x58, [3, 2]),
        meta(0, 0x59, ''),
        meta(0, 0x59, [2]),
        meta(0, 0x90, 'abc'),
        C_ON_OFF,
        [0, 0xff, 0x2f, 2, 0, 0],
      ),
    ),
    notes: [C],
    says: /3 damaged tempo, time or key marks in track 1/,
  },
  {
    what: 'no end mark',
    bytes: file(track(C_ON_OFF)),
    notes: [C],
    says: /Track 1 has no end mark\./,
  },
  {
    what: 'events behind the end mark',
    bytes: file(track(C_ON_OFF, END_MARK, E_ON_OFF)),
    notes: [C, [480, 480, 64, 80]],
    says: /goes on behind its end mark/,
  },
  {
    what: 'padding behind the end mark',
    bytes: file(track(C_ON_OFF, END_MARK, 'written by a program that pads')),
    notes: [C],
    says: null,
  },
  {
    what: 'a velocity beyond 127',
    bytes: file(track(noteOn(0, 60, 200), noteOff(480, 60), END_MARK)),
    notes: [[0, 480, 60, 64]],
    says: /1 note of impossible loudness in track 1/,
  },
  {
    what: 'a controller beyond 127',
    bytes: file(track([0, 0xb0, 64, 200], C_ON_OFF, END_MARK)),
    notes: [C],
    says: /1 damaged event in track 1/,
  },
  {
    what: 'a pitch beyond 127',
    bytes: file(track([0, 0x90, 200, 80], C_ON_OFF, END_MARK)),
    notes: [C],
    says: /1 damaged event in track 1/,
  },
  {
    what: 'a wait of ten minutes',
    bytes: file(track(C_ON_OFF, noteOn(1200 * 480, 64), noteOff(480, 64), END_MARK)),
    notes: [C, [1201 * 480, 480, 64, 80]],
    says: null,
  },
  {
    what: 'a wait of days',
    bytes: file(track(C_ON_OFF, noteOn(0x0fffffff, 64), noteOff(480, 64), END_MARK)),
    notes: [C, [480, 480, 64, 80]],
    says: /1 impossibly long wait in track 1/,
  },
  {
    what: 'a delta time of five bytes',
    bytes: file(
      track([0x8f, 0xff, 0xff, 0xff, 0], noteOn(0, 60).slice(1), noteOff(480, 60), END_MARK),
    ),
    notes: [C],
    says: /1 impossibly long wait in track 1/,
  },
  {
    what: 'times beyond 31 bits',
    bytes: file(track(C_ON_OFF, ENDLESS_WAIT, E_ON_OFF, END_MARK)),
    notes: [C],
    says: /lasts longer than any piece can/,
  },
  {
    what: 'a delta time of six bytes that says zero',
    bytes: file(
      track([0x80, 0x80, 0x80, 0x80, 0x80, 0], [0x90, 60, 80], noteOff(480, 60), END_MARK),
    ),
    notes: [C],
    says: null,
  },
];

export const hostileNotes: readonly HostileFile[] = [
  {
    what: 'note-on with velocity 0',
    bytes: file(track(noteOn(0, 60), noteOn(480, 60, 0), END_MARK)),
    notes: [C],
    says: null,
  },
  {
    what: 'overlapping notes of one pitch',
    bytes: file(
      track(noteOn(0, 60), noteOn(240, 60, 90), noteOff(240, 60), noteOff(240, 60), END_MARK),
    ),
    notes: [C, [240, 480, 60, 90]],
    says: null,
  },
  {
    what: 'notes without an end',
    bytes: file(track(noteOn(0, 60), noteOn(0, 64), meta(480, 0x2f, ''))),
    notes: [C, [0, 480, 64, 80]],
    says: /Track 1 has notes without an end; 2 notes were closed/,
  },
  {
    what: 'a note struck again without an end',
    bytes: file(track(noteOn(0, 60), noteOn(480, 60), noteOn(480, 60), meta(480, 0x2f, ''))),
    notes: [C, [480, 480, 60, 80], [960, 480, 60, 80]],
    says: /3 notes were closed/,
  },
  {
    what: 'a note-off without a note',
    bytes: file(track(noteOff(0, 61), C_ON_OFF, noteOff(0, 60), END_MARK)),
    notes: [C],
    says: null,
  },
  {
    what: 'a note of no length',
    bytes: file(track(noteOn(0, 61), noteOff(0, 61), C_ON_OFF, END_MARK)),
    notes: [C, [0, 1, 61, 80]],
    says: /1 note of no length in track 1/,
  },
  {
    what: 'a program change in the middle of a note',
    bytes: file(track(noteOn(0, 60), [...delta(240), 0xc0, 40], noteOff(240, 60), END_MARK)),
    notes: [C],
    says: null,
  },
  {
    what: 'one pitch on two channels of a track',
    bytes: file(
      track(
        noteOn(0, 60, 80, 0),
        noteOn(0, 60, 90, 1),
        noteOff(240, 60, 1),
        noteOff(240, 60, 0),
        END_MARK,
      ),
    ),
    notes: [C, [0, 240, 60, 90]],
    says: null,
  },
  {
    what: 'a track cut off in the middle of an event',
    bytes: file(track(C_ON_OFF, noteOn(0, 64), noteOff(480, 64), END_MARK)).subarray(0, -7),
    notes: [C, [480, 1, 64, 80]],
    says: /Track 1 ended early; 1 note was closed where it ends\./,
  },
];
