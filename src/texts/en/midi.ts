/** What the MIDI reader repaired, and why a file holds no music that it can read. */
export const midi = {
  empty: 'The file is empty.',
  foreign:
    'This is {format, select, pdf{a PDF document} png{a picture (PNG)} jpeg{a picture (JPEG)} gif{a picture (GIF)} zip{a zip file} rar{a RAR archive; unpack it first} sevenZip{a 7-Zip archive; unpack it first} other{a gzip archive; unpack it first}}, not MIDI.',
  recording:
    'This is {format, select, wav{an audio recording (WAV)} aiff{an audio recording (AIFF)} mp3{an audio recording (MP3)} aac{an audio recording (AAC)} ogg{an audio recording (Ogg)} flac{an audio recording (FLAC)} m4a{an audio recording (M4A)} mp4{a video or audio recording (MP4)} other{a video or audio recording (WebM or Matroska)}}, not MIDI: export MIDI or MusicXML from the program that made it.',
  breaksOff: 'The file breaks off in its first bytes; no music is left.',
  text: 'This is a text file, not MIDI, whatever its name says.',
  beyondRepair: 'The beginning of this MIDI file is damaged beyond repair.',
  notMidi: 'This is not a MIDI file.',
  noTracks: 'The MIDI file holds no tracks.',
  noNotes: 'The MIDI file holds no notes.',
  damagedThroughout: 'The file is damaged from end to end; what is left of it is not its music.',
  tooManyEvents:
    'The file holds more than {count, plural, one{# note} other{# notes}}, pedal moves and marks; no piece of music does.',
  musicXml:
    'This is a MusicXML score, not MIDI: open it in a notation program, such as MuseScore, and export it as MIDI.',
  museScore: 'This is a MuseScore score, not MIDI: export it as MIDI there.',
  mei: 'This is an MEI score, not MIDI: open it in a notation program, such as MuseScore, and export it as MIDI.',
  abc: 'This is a tune in ABC, not MIDI: open it in a notation program, such as MuseScore, and export it as MIDI.',
  humdrum:
    'This is a Humdrum score, not MIDI: open it in a notation program, such as MuseScore, and export it as MIDI.',
  lilyPond: 'This is a LilyPond score, not MIDI: add a \\midi block and run LilyPond.',
  guitarPro: 'This is a Guitar Pro tablature, not MIDI: export it as MIDI there.',
  sibelius: 'This is a Sibelius score, not MIDI: export it as MIDI there.',
  finale: 'This is a Finale score, not MIDI: export it as MIDI there.',
  midi2: 'This is a MIDI 2.0 file, not MIDI: export it as a MIDI 1.0 file (.mid).',
  gitLfs:
    'This is a Git LFS pointer in place of the file, not MIDI: fetch the file itself with "git lfs pull".',
  gitAnnex:
    'This is a git-annex pointer in place of the file, not MIDI: fetch the file itself with "git annex get".',
  webPage: 'This is a web page in place of the file, not MIDI: download the file itself.',
  base64: 'This is a MIDI file written as text (base64), not MIDI: decode it first.',
  lostTopBit:
    'Every byte of this MIDI file has lost its top bit, as in a text; get the file again without such a conversion.',
  partLostTopBit:
    'Part of this MIDI file has lost its top bit in each byte, as in a text; get the file again without such a conversion.',
  lostZeros:
    'All zeros of this MIDI file were taken out, as from a text; get the file again without such a conversion.',
  rewrittenAsText:
    'This MIDI file was read as text and written again, which lost most of it; get the file again without such a conversion.',
  lineEndsChanged:
    'The line ends in this MIDI file were changed as if it were text; get the file again without such a conversion.',
  utf8Undone: 'Bytes written as UTF-8 were turned back.',
  lineEndsUndone: 'Line ends, changed as if the file were text, were changed back.',
  noBeatLength: 'The file does not say how long its beats are; 480 ticks were taken.',
  noFrameTicks: 'The file gives a frame no ticks; beats of 480 ticks were taken.',
  filmFrames: 'The file counts time in film frames (SMPTE); beats were set at about 120 a minute.',
  moreTracks: 'The file holds more tracks than a MIDI file can; the rest was left out.',
  fewerTracks:
    'The file promises {promised, plural, one{# track} other{# tracks}} but holds {held, number}.',
  beginningMissing: 'The beginning of the file is missing; its tempo may be wrong.',
  beginningDamaged: 'The beginning of the file was damaged.',
  macBinary: 'The music was taken out of a MacBinary wrapper.',
  bytesBefore: '{count, plural, one{# byte} other{# bytes}} before the music skipped.',
  piecesTaken:
    'The file holds {count, plural, one{# piece} other{# pieces}}; the first {taken} were taken.',
  pieces: 'The file holds {count, plural, one{# piece} other{# pieces}} one after the other.',
  pedalLeftDown:
    'The pedal goes down and is never lifted again; notes ring ten seconds at most, as strings do.',
  pedalLiftedLate:
    'The pedal stays down far longer than strings ring; notes ring ten seconds at most.',
  longPiece:
    'This is a very long piece: all of its {count, plural, one{# note} other{# notes}} were read.',
  more: '{count, plural, one{# more thing} other{# more things}} of this kind put right.',
  strayBytesBefore:
    '{count, plural, one{# stray byte} other{# stray bytes}} before track {track} skipped.',
  endedEarly: 'Track {track} ended early.',
  endedEarlyClosed:
    'Track {track} ended early; {count, plural, one{# note was} other{# notes were}} closed where it ends.',
  noEndMark: 'Track {track} has no end mark.',
  noEndMarkClosed:
    'Track {track} has no end mark; {count, plural, one{# note was} other{# notes were}} closed where it ends.',
  notesClosed:
    "Track {track} has notes without an end; {count, plural, one{# note was} other{# notes were}} closed at the next note or the track's end.",
  wrongLength: 'Track {track} gives a wrong length; it was read up to its end mark.',
  afterEnd: 'Track {track} goes on behind its end mark; what follows was read too.',
  lacksStatus:
    'Track {track} does not say what its first event is; it was read as a note on channel 1.',
  strayBytes: '{count, plural, one{# stray byte} other{# stray bytes}} in track {track} skipped.',
  damagedEvents:
    '{count, plural, one{# damaged event} other{# damaged events}} in track {track} left out.',
  damagedVelocities:
    '{count, plural, one{# note} other{# notes}} of impossible loudness in track {track} made half as loud.',
  damagedWaits:
    '{count, plural, one{# impossibly long wait} other{# impossibly long waits}} in track {track} left out.',
  noLength:
    '{count, plural, one{# note} other{# notes}} of no length in track {track} made as short as possible.',
  damagedMarks:
    '{count, plural, one{# damaged tempo, time or key mark} other{# damaged tempo, time or key marks}} in track {track} left out.',
  tooLong: 'Track {track} lasts longer than any piece can; what comes too late was left out.',
} as const;
