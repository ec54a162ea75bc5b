/** For tests: broken or unusual headers, wrappers and chunks. */
import { C, C_ON_OFF, E, E_ON_OFF, type HostileFile } from './hostileFile';
import {
  bytesOf,
  chunk,
  END_MARK,
  file,
  goodFile,
  header,
  join,
  track,
  uint16,
  uint32,
} from './midiBytes';

function riff(midi: Uint8Array): Uint8Array {
  const littleEndian = (value: number): number[] => uint32(value).reverse();
  const padding = bytesOf(midi.length % 2, 0);
  const data = join('data', littleEndian(midi.length), midi, padding);
  return join('RIFF', littleEndian(4 + data.length), 'RMID', data);
}

function macBinary(midi: Uint8Array): Uint8Array {
  const name = join([0, 8], 'song.mid');
  const types = join(bytesOf(65 - name.length, 0), 'MidiTTXT', bytesOf(10, 0), uint32(midi.length));
  const head = join(name, types);
  return join(head, bytesOf(128 - head.length, 0), midi, bytesOf(128 - (midi.length % 128), 0));
}

export const hostileChunks: readonly HostileFile[] = [
  { what: 'a RIFF wrapper (RMID)', bytes: riff(goodFile()), notes: [C], says: null },
  {
    what: 'a MacBinary wrapper',
    bytes: macBinary(goodFile()),
    notes: [C],
    says: /MacBinary/,
  },
  {
    what: 'bytes before MThd',
    bytes: join('some mail header\r\n\r\n', goodFile()),
    notes: [C],
    says: /20 bytes before the music/,
  },
  {
    what: 'MThd written wrong',
    bytes: join('MThx', goodFile().subarray(4)),
    notes: [C],
    says: /beginning of the file was damaged/,
  },
  {
    what: 'no header at all',
    bytes: track(C_ON_OFF, END_MARK),
    notes: [C],
    says: /beginning of the file is missing/,
  },
  {
    what: 'a header longer than six bytes',
    bytes: join(
      chunk('MThd', [...uint16(0), ...uint16(1), ...uint16(480), 1, 2, 3, 4]),
      track(C_ON_OFF, END_MARK),
    ),
    notes: [C],
    says: null,
  },
  {
    what: 'a header of absurd length',
    bytes: join('MThd', uint32(0xffffffff), goodFile().subarray(8)),
    notes: [C],
    says: /beginning of the file was damaged/,
  },
  {
    what: 'an unknown chunk before the tracks',
    bytes: join(header(0, 1), chunk('XFIH', [1, 2, 3]), track(C_ON_OFF, END_MARK)),
    notes: [C],
    says: null,
  },
  {
    what: 'an unknown chunk between tracks',
    bytes: join(
      header(1, 2),
      track(C_ON_OFF, END_MARK),
      chunk('CASM', [0x90, 60, 80]),
      track(E_ON_OFF, END_MARK),
    ),
    notes: [C, E],
    says: null,
  },
  {
    what: 'stray bytes between tracks',
    bytes: join(header(1, 2), track(C_ON_OFF, END_MARK), bytesOf(5, 0), track(E_ON_OFF, END_MARK)),
    notes: [C, E],
    says: /5 stray bytes before track 2/,
  },
  {
    what: 'a misspelt track chunk',
    bytes: join(header(0, 1), chunk('MTrx', join(C_ON_OFF, END_MARK))),
    notes: [C],
    says: null,
  },
  {
    what: 'a track length of zero',
    bytes: join(
      header(1, 2),
      chunk('MTrk', join(C_ON_OFF, END_MARK), 0),
      track(E_ON_OFF, END_MARK),
    ),
    notes: [C, E],
    says: /Track 1 gives a wrong length/,
  },
  {
    what: 'a track length beyond the file',
    bytes: join(
      header(1, 2),
      chunk('MTrk', join(C_ON_OFF, END_MARK), 0xffffffff),
      track(E_ON_OFF, END_MARK),
    ),
    notes: [C, E],
    says: /Track 1 gives a wrong length/,
  },
  {
    what: 'a track length that covers the next track',
    bytes: join(
      header(1, 2),
      chunk('MTrk', join(C_ON_OFF, END_MARK), 12 + 20),
      track(E_ON_OFF, END_MARK),
    ),
    notes: [C, E],
    says: /Track 1 gives a wrong length/,
  },
  {
    what: 'a track length that covers the next track and ends with it',
    bytes: join(
      header(1, 2),
      chunk('MTrk', join(C_ON_OFF, END_MARK), 13 + 8 + 13),
      track(E_ON_OFF, END_MARK),
    ),
    notes: [C, E],
    says: null,
  },
  {
    what: 'more tracks than the header says',
    bytes: join(header(1, 1), track(C_ON_OFF, END_MARK), track(E_ON_OFF, END_MARK)),
    notes: [C, E],
    says: null,
  },
  {
    what: 'fewer tracks than the header says',
    bytes: join(header(1, 5), track(C_ON_OFF, END_MARK)),
    notes: [C],
    says: /promises 5 tracks but holds 1/,
  },
  {
    what: 'rubbish behind the last track',
    bytes: join(goodFile(), 'PADDING PADDING PADDING'),
    notes: [C],
    says: null,
  },
  { what: 'format 0', bytes: goodFile(), notes: [C], says: null },
  {
    what: 'format 0 with two tracks',
    bytes: join(header(0, 2), track(C_ON_OFF, END_MARK), track(E_ON_OFF, END_MARK)),
    notes: [C, E],
    says: null,
  },
  {
    what: 'format 1',
    bytes: file(track(C_ON_OFF, END_MARK), track(E_ON_OFF, END_MARK)),
    notes: [C, E],
    says: null,
  },
  {
    what: 'format 2',
    bytes: join(header(2, 2), track(C_ON_OFF, END_MARK), track(E_ON_OFF, END_MARK)),
    notes: [C, E],
    says: /2 pieces one after the other/,
  },
  {
    what: 'two files in one',
    bytes: join(goodFile(), file(track(E_ON_OFF, END_MARK))),
    notes: [C, E],
    says: /2 pieces one after the other/,
  },
  {
    what: 'an unknown format',
    bytes: join(header(77, 1), track(C_ON_OFF, END_MARK)),
    notes: [C],
    says: null,
  },
  {
    what: 'SMPTE division',
    bytes: join(header(0, 1, 0xe728), track(C_ON_OFF, END_MARK)),
    notes: [C],
    says: /SMPTE/,
  },
  {
    what: 'division zero',
    bytes: join(header(0, 1, 0), track(C_ON_OFF, END_MARK)),
    notes: [C],
    says: /does not say how long its beats are/,
  },
];
