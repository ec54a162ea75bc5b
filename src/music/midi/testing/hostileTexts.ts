/** For tests: names in the encodings found in files, and their decoded text. */
import { C, C_ON_OFF, type HostileFile } from './hostileFile';
import { type Bytes, END_MARK, file, join, meta, track } from './midiBytes';

export interface NamedFile extends HostileFile {
  title: string;
}

function named(what: string, bytes: Bytes, title: string): NamedFile {
  const body = track(meta(0, 0x03, bytes), C_ON_OFF, END_MARK);
  return { what: `a title in ${what}`, bytes: file(body), title, notes: [C], says: null };
}

/** What karaoke programs write: marks that begin with @, syllables as text. */
const karaokeMarks = [
  '@KMIDI KARAOKE FILE',
  '@LENGL',
  '@TYesterday',
  '@TThe Singers',
  '\\Yes',
  'ter',
];

export const hostileTexts: readonly NamedFile[] = [
  named('ASCII', 'Fugue', 'Fugue'),
  named('UTF-8', new TextEncoder().encode('Dvořák: Humoreska №7'), 'Dvořák: Humoreska №7'),
  named('UTF-8 with a byte order mark', join([0xef, 0xbb, 0xbf], 'Fugue'), 'Fugue'),
  named('Latin-1', "Pr\xe9lude \xe0 l'apr\xe8s-midi", "Prélude à l'après-midi"),
  named('Latin-1 with an accent at its end', 'Caf\xe9', 'Café'),
  named('Latin-1 in capitals', 'F\xdcR ELISE, GR\xd6\xdfE', 'FÜR ELISE, GRÖßE'),
  named('Windows-1252', '\x93Bach\x92s\x94 \x96 Fugue\x85', '“Bach’s” – Fugue…'),
  named('Shift-JIS, katakana', [0x83, 0x73, 0x83, 0x41, 0x83, 0x6d], 'ピアノ'),
  named('Shift-JIS, kanji', [0x8c, 0x8e, 0x8c, 0xf5], '月光'),
  named('Shift-JIS, half-width kana', [0xcb, 0xdf, 0xb1, 0xc9], 'ﾋﾟｱﾉ'),
  named('zeros and spaces around it', '\0  Fugue \0\0', 'Fugue'),
  named('several lines', 'Fugue\r\nin C', 'Fugue in C'),
  named('markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'),
  named('no length', '', ''),
  named('ten thousand letters', 'x'.repeat(10_000), 'x'.repeat(256)),
  {
    what: 'a karaoke file',
    bytes: file(
      track(meta(0, 0x03, 'Soft karaoke'), END_MARK),
      track(meta(0, 0x03, 'Words'), ...karaokeMarks.map((text) => meta(0, 0x01, text)), END_MARK),
      track(C_ON_OFF, END_MARK),
    ),
    title: 'Yesterday',
    notes: [C],
    says: null,
  },
];
