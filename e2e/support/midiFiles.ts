/** Files that the tests hand to the app: small pieces of music, and files that are none. */
import { zipSync } from 'fflate';
import {
  END_MARK,
  file,
  header,
  join,
  meta,
  note,
  noteOff,
  noteOn,
  track,
} from '../../src/music/midi/testing/midiBytes';

export interface TestFile {
  name: string;
  bytes: Uint8Array;
  /** Number of copies dropped at once, under numbered names. Default: 1. */
  copies?: number;
}

/** Ticks of an eighth note, as `midiBytes` writes 480 to the quarter note. */
const EIGHTH = 240;
const TRACK_NAME = 3;
const SCALE = [0, 2, 4, 5, 7, 9, 11, 12] as const;

/** A melody of eighth notes that runs up and down a scale: easy to learn, so that the loss falls. */
export function melodyFile(title: string, tonic: number, notes: number): TestFile {
  const steps = [...SCALE, ...SCALE.slice(1, -1).reverse()];
  const events = Array.from({ length: notes }, (_, i) => {
    const pitch = tonic + steps[i % steps.length];
    return [...noteOn(0, pitch), ...noteOff(EIGHTH, pitch)];
  });
  const bytes = file(track(meta(0, TRACK_NAME, title), events.flat(), END_MARK));
  return { name: `${title}.mid`, bytes };
}

/** A piano piece in two tracks: `melodyFile`'s melody, and under it a bass of half as many notes. */
export function twoHandsFile(title: string, tonic: number, notes: number): TestFile {
  const melody = Array.from({ length: notes }, (_, i) => {
    const pitch = tonic + SCALE[i % SCALE.length];
    return [...noteOn(0, pitch), ...noteOff(EIGHTH, pitch)];
  });
  const bass = Array.from({ length: notes / 2 }, (_, i) => {
    const pitch = tonic - 24 + SCALE[(i * 2) % SCALE.length];
    return [...noteOn(0, pitch), ...noteOff(2 * EIGHTH, pitch)];
  });
  const bytes = join(
    header(1, 3),
    track(meta(0, TRACK_NAME, title), END_MARK),
    track(meta(0, TRACK_NAME, 'Piano'), melody.flat(), END_MARK),
    track(meta(0, TRACK_NAME, 'Piano'), bass.flat(), END_MARK),
  );
  return { name: `${title}.mid`, bytes };
}

/** Two small pieces to train on, and something that is not MIDI. */
export const upAndDown = melodyFile('Up and down', 60, 64);
export const lowerDown = melodyFile('Lower down', 48, 48);
export const shoppingList: TestFile = {
  name: 'shopping list.mid',
  bytes: join('Two pounds of flour,\na dozen eggs,\nand a metronome.\n'),
};

/** Ordinary and hostile files, and the expected message for each. */
export interface BadFile extends TestFile {
  /**
   * The sentence beside the file among those not added, or beside the repaired piece; absent
   * where only the name is bad.
   */
  says?: RegExp;
  /** Title of the piece that is added; absent where none is. */
  addedAs?: string;
}

export const badFiles: readonly BadFile[] = [
  { name: 'empty.mid', bytes: join(), says: /^The file is empty\.$/ },
  {
    name: 'truncated in its head.mid',
    bytes: upAndDown.bytes.subarray(0, 11),
    says: /breaks off in its first bytes; no music is left\.$/,
  },
  {
    name: 'truncated.mid',
    bytes: melodyFile('', 60, 64).bytes.subarray(0, 200),
    says: /^Track 1 ended early/,
    addedAs: 'truncated',
  },
  { ...shoppingList, says: /^This is a text file, not MIDI, whatever its name says\.$/ },
  {
    name: 'film music.mid',
    bytes: join(header(0, 1, 0xe728), track(note(60), note(64), note(67), END_MARK)),
    says: /SMPTE/,
    addedAs: 'film music',
  },
  { name: 'no tracks.mid', bytes: header(1, 0), says: /^The MIDI file holds no tracks\.$/ },
  {
    ...longFile('endless.mid', 200_000),
    says: /very long piece: all of its 200,000 notes were read\.$/,
    addedAs: 'endless',
  },
  {
    name: 'boxes in boxes.zip',
    bytes: zipSync({ 'inner.zip': zipSync({ 'inside.mid': upAndDown.bytes }) }),
    says: /^This is a zip inside a zip; unpack the outer one/,
  },
  {
    name: '<img src=x onerror=alert(1)>.mid',
    bytes: join('<img src=x onerror=alert(1)>'),
    says: /^This is a text file, not MIDI/,
  },
  {
    name: '<script>alert(2)<script>.mid',
    bytes: file(track(note(60), note(62), END_MARK)),
    addedAs: '<script>alert(2)<script>',
  },
];

/** Events of many short notes, one after the other, over four octaves. */
function sawtooth(notes: number): Uint8Array {
  const events = new Uint8Array(notes * 8);
  for (let i = 0; i < notes; i++) {
    const pitch = 36 + (i % 48);
    events.set([...noteOn(0, pitch), ...noteOff(30, pitch)], i * 8);
  }
  return events;
}

function longFile(name: string, notes: number): TestFile {
  return { name, bytes: file(track(sawtooth(notes), END_MARK)) };
}

/** A small piece that takes a while to read: it holds many controller changes. */
export function slowFile(name: string): TestFile {
  const changes = 400_000;
  const expression = new Uint8Array(changes * 4);
  for (let i = 0; i < changes; i++) expression.set([0, 0xb0, 11, i % 128], i * 4);
  return { name, bytes: file(track(note(60), note(64), expression, note(67), END_MARK)) };
}
