/** Why a file was not added. */
export const files = {
  tooLarge: 'The file is larger than {megabytes} MB; no MIDI file is.',
  zipTooLarge: 'The zip file is larger than {megabytes} MB; unpack it.',
  notOpened: 'The file could not be opened; it may have been moved or changed.',
  outOfMemory: 'The file is too large to be read here.',
  onlyPercussion: 'It holds only percussion, which training leaves out.',
  zipInZip: 'This is a zip inside a zip; unpack the outer one and add this one by itself.',
  damagedEntry: 'The zip file is damaged at this file; some of its notes may be wrong.',
  zipDamaged:
    'This zip file is damaged; {pieces, plural, one{# piece from it was} other{# pieces from it were}} added.',
  zipEmpty: 'This zip file holds no files that could be music.',
  encrypted:
    '{count, plural, one{# file in this zip is} other{# files in this zip are}} protected by a password; unpack it first and add what it holds.',
  shared:
    '{count, plural, one{# file in this zip stands in the same bytes as another and was} other{# files in this zip stand in the same bytes as another and were}} left out.',
  tooMany:
    'This zip holds more than {limit, number} files; the first {limit, number} were looked at.',
  notReached:
    'Unpacked, this zip is larger than {megabytes} MB; {count, plural, one{# file at its end was} other{# files at its end were}} left out.',
  expandsTooFar: 'Unpacked, this file is far larger than any MIDI file; it was left out.',
  unknownMethod: 'This file is packed in a way that Etude does not know; unpack the zip first.',
} as const;
