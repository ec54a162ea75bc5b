/** Scores that are read and written: MusicXML, MXL and ABC. */
export const scores = {
  download: 'Download score',
  notWritten: 'The score could not be written: {reason}',
  notWritable: 'This piece is too long for a score.',
  noDivisions: 'This score does not say how long its notes are: it states no divisions.',
  wrongLengths: 'This score states lengths that no note has.',
  tooLong: 'Played with its repeats, this score is longer than Etude can hold.',
  tooLarge: 'This score is larger than 48 MB; Etude does not open it.',
  noNotes: 'This score holds no notes.',
  damaged: 'This score is damaged; no music could be read from it.',
  timewise:
    'This MusicXML score is ordered by time (score-timewise): export it ordered by parts, as notation programs do.',
  entities: 'This file declares XML entities of its own, as no score does; it was not opened.',
  nesting:
    'The elements of this file lie deeper in each other than in any score; it was not opened.',
  breaksOff: 'The score breaks off; everything up to there was read.',
  tunesLeftOut:
    '{count, plural, one{# tune without notes was left out.} other{# tunes without notes were left out.}}',
  noReader:
    'The part of Etude that reads scores could not be loaded; go online and add the file again.',
  noScoreInside: 'This compressed score names no score that is in it.',
} as const;
