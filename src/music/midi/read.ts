/**
 * Reads MIDI files forgivingly: what can be heard is kept, what was put right is said, and what
 * cannot be read gives one sentence. Nothing throws, and time and memory grow with the file's size.
 */
import { t } from '../../texts/t';
import { overlongPedal } from '../pedal';
import type { Song } from '../song';
import { hasTag } from './byteReader';
import {
  findStart,
  type HeaderChunk,
  nextChunk,
  readHeader,
  type TrackChunk,
  wrapperOf,
} from './chunks';
import { type Division, readDivision } from './division';
import { EventBudget, MAX_EVENTS } from './eventBudget';
import { whyNotMidi } from './notMidi';
import { Warnings, warnAboutTrack } from './repairs';
import { buildSong } from './songs';
import { findTextDamage, MANY_GUESSED, whyNoise } from './textDamage';
import { readTrackContent, type TrackContent } from './trackContent';

export type ReadResult =
  /** Several songs where the file holds several; `repairs` tells what was put right. */
  { ok: true; songs: Song[]; repairs: string[] } | { ok: false; reason: string };

/** The header's count of tracks has 16 bits. */
const MAX_TRACKS = 65_535;
/** More pieces in one file than this are not taken. */
const MAX_SONGS = 1000;
/** From this many notes on the length is worth a word. */
const LONG_PIECE_NOTES = 100_000;
/** Share and number of faulty events from which on the rest of a file is not trusted either. */
const DAMAGED_SHARE = 0.05;
const MUCH_DAMAGE = 10;

/** A header and the tracks that follow it. */
interface Section {
  header: HeaderChunk | null;
  tracks: ReadTrack[];
}

interface ReadTrack {
  /** From 1, counted over the whole file. */
  number: number;
  chunk: TrackChunk;
  content: TrackContent;
}

/** Reads one MIDI file. A file of format 2, or of several files in a row, gives several songs. */
export function readMidi(file: Uint8Array): ReadResult {
  const start = findStart(file);
  if (start < 0) return { ok: false, reason: whyNotMidi(file) };
  const warnings = new Warnings();
  warnAboutWrapper(warnings, file, start);
  const damage = findTextDamage(file, start);
  if (damage.kind === 'lost') return { ok: false, reason: damage.reason };
  if (damage.kind === 'none') return readMusic(file, start, warnings);
  warnings.addWarning(() => damage.repair);
  return readMusic(damage.bytes, 0, warnings);
}

function readMusic(bytes: Uint8Array, start: number, warnings: Warnings): ReadResult {
  const room = new EventBudget();
  const sections = readSections(bytes, start, room, warnings);
  if (room.isFull) return { ok: false, reason: t('midi.tooManyEvents', { count: MAX_EVENTS }) };
  const trackCount = sections.reduce((sum, section) => sum + section.tracks.length, 0);
  if (trackCount === 0) {
    const cut = bytes.length - start < 14;
    return { ok: false, reason: t(cut ? 'midi.breaksOff' : 'midi.noTracks') };
  }
  const songs: Song[] = [];
  for (const section of sections) addSongs(songs, section, warnings);
  if (songs.length === 0) return { ok: false, reason: t('midi.noNotes') };
  const noise = whyRefused(bytes, start, sections);
  if (noise !== null) return { ok: false, reason: noise };
  warnAboutSongs(warnings, songs);
  return { ok: true, songs: songs.slice(0, MAX_SONGS), repairs: warnings.list() };
}

function readSections(
  bytes: Uint8Array,
  start: number,
  room: EventBudget,
  warnings: Warnings,
): Section[] {
  const first = hasTag(bytes, start, 'MTrk') ? null : readHeader(bytes, start);
  let section: Section = { header: first, tracks: [] };
  const sections = [section];
  let at = first === null ? start : first.next;
  let number = 0;
  for (let chunk = nextChunk(bytes, at); chunk !== null; chunk = nextChunk(bytes, at)) {
    at = chunk.next;
    if (chunk.kind === 'header') {
      // A header without tracks gives way to the next: many of them must not pile up.
      if (section.tracks.length === 0) sections.pop();
      section = { header: chunk, tracks: [] };
      sections.push(section);
      continue;
    }
    if (number === MAX_TRACKS) {
      warnings.addWarning(() => t('midi.moreTracks'));
      break;
    }
    number++;
    const { ppq } = readDivision(section.header?.division ?? 0);
    const content = readTrackContent(bytes, chunk, ppq, room);
    if (room.isFull) break;
    section.tracks.push({ number, chunk, content });
    // A length that is too long covers the tracks behind it.
    const { position } = content.reading;
    if (position < chunk.end && hasTag(bytes, position, 'MTrk')) at = position;
  }
  return sections;
}

function addSongs(songs: Song[], section: Section, warnings: Warnings): void {
  if (section.tracks.length === 0) return;
  const division = divisionOf(section, warnings);
  const { header, tracks } = section;
  const contents = tracks.map(({ content }) => content);
  const groups = header?.format === 2 ? contents.map((content) => [content]) : [contents];
  for (const group of groups) {
    const song = buildSong(group, division);
    if (song !== null) songs.push(song);
  }
  for (const { number, chunk, content } of tracks) {
    warnAboutTrack(warnings, number, content.reading, {
      closedNotes: content.parts.reduce((sum, { pairing }) => sum + pairing.guessed, 0),
      notesWithoutLength: content.parts.reduce((sum, p) => sum + p.pairing.withoutLength, 0),
      damagedMarks: content.damagedMarks,
      lengthIsRight: chunk.lengthIsRight,
      strayBytesBefore: chunk.strayBytes,
    });
  }
  if (header !== null && header.trackCount > tracks.length) {
    const counts = { promised: header.trackCount, held: tracks.length };
    warnings.addWarning(() => t('midi.fewerTracks', counts));
  }
}

/** Why the notes that were read are not to be trusted; null where they are. */
function whyRefused(bytes: Uint8Array, start: number, sections: readonly Section[]): string | null {
  let damaged = 0;
  let events = 0;
  let notes = 0;
  let guessed = 0;
  let isIncomplete = sections.some(({ header }) => header?.damaged);
  let isLengthWrong = false;
  for (const { chunk, content } of sections.flatMap(({ tracks }) => tracks)) {
    const { reading, parts } = content;
    events += reading.channelEvents;
    damaged += reading.damagedEvents + reading.damagedVelocities + reading.damagedWaits;
    damaged += reading.strayBytes;
    isIncomplete ||= !reading.hasEndMark;
    isLengthWrong ||= !chunk.lengthIsRight;
    for (const { pairing } of parts) {
      notes += pairing.notes.length;
      guessed += pairing.guessed;
    }
  }
  const isFaulty = damaged > 0 || isIncomplete || guessed > MANY_GUESSED * notes;
  const isSuspect = isFaulty || isLengthWrong || guessed > 0;
  const reason = isSuspect ? whyNoise(bytes, start, isFaulty, guessed / notes) : null;
  if (reason !== null) return reason;
  return damaged >= MUCH_DAMAGE && damaged > DAMAGED_SHARE * events
    ? t('midi.damagedThroughout')
    : null;
}

function divisionOf({ header }: Section, warnings: Warnings): Division {
  const division = readDivision(header?.division ?? 0);
  if (header === null) {
    warnings.addWarning(() => t('midi.beginningMissing'));
  } else {
    if (header.damaged) warnings.addWarning(() => t('midi.beginningDamaged'));
    const { repairs } = division;
    if (repairs !== null) warnings.addWarning(() => repairs);
  }
  return division;
}

function warnAboutWrapper(warnings: Warnings, bytes: Uint8Array, start: number): void {
  switch (wrapperOf(bytes, start)) {
    case 'none':
    case 'riff':
      break;
    case 'macbinary':
      warnings.addWarning(() => t('midi.macBinary'));
      break;
    case 'other':
      warnings.addWarning(() => t('midi.bytesBefore', { count: start }));
      break;
  }
}

function warnAboutSongs(warnings: Warnings, songs: readonly Song[]): void {
  if (songs.length > MAX_SONGS) {
    warnings.addWarning(() => t('midi.piecesTaken', { count: songs.length, taken: MAX_SONGS }));
  } else if (songs.length > 1) {
    warnings.addWarning(() => t('midi.pieces', { count: songs.length }));
  }
  for (const song of songs) {
    const pedals = song.tracks.map((track) => !track.isDrum && overlongPedal(track, song));
    if (pedals.includes('never lifted')) warnings.addWarning(() => t('midi.pedalLeftDown'));
    else if (pedals.includes('lifted late')) warnings.addWarning(() => t('midi.pedalLiftedLate'));
    const notes = song.tracks.reduce((sum, track) => sum + track.notes.length, 0);
    if (notes >= LONG_PIECE_NOTES) {
      warnings.addWarning(() => t('midi.longPiece', { count: notes }));
    }
  }
}
