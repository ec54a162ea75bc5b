/**
 * Reads MIDI files forgivingly: what can be heard is kept, what was put right is said, and what
 * cannot be read gives one sentence. Nothing throws, and time and memory grow with the file's size.
 */
import { formatCount, plural } from '../../lib/counts';
import { isPedalLeftDown } from '../pedal';
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
import { findTextDamage, whyNoise } from './textDamage';
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
const DAMAGED = 'The file is damaged from end to end; what is left of it is not its music.';
const TOO_MANY_EVENTS = `The file holds more than ${plural(MAX_EVENTS, 'note')}, pedal moves and marks; no piece of music does.`;

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
  warnings.addWarning(damage.repair);
  return readMusic(damage.bytes, 0, warnings);
}

function readMusic(bytes: Uint8Array, start: number, warnings: Warnings): ReadResult {
  const room = new EventBudget();
  const sections = readSections(bytes, start, room, warnings);
  if (room.isFull) return { ok: false, reason: TOO_MANY_EVENTS };
  const trackCount = sections.reduce((sum, section) => sum + section.tracks.length, 0);
  if (trackCount === 0) {
    const cut = bytes.length - start < 14;
    const reason = cut
      ? 'The file breaks off in its first bytes; no music is left.'
      : 'The MIDI file holds no tracks.';
    return { ok: false, reason };
  }
  const songs: Song[] = [];
  for (const section of sections) addSongs(songs, section, warnings);
  if (songs.length === 0) return { ok: false, reason: 'The MIDI file holds no notes.' };
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
      warnings.addWarning(
        'The file holds more tracks than a MIDI file can; the rest was left out.',
      );
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
    const promised = plural(header.trackCount, 'track');
    warnings.addWarning(`The file promises ${promised} but holds ${formatCount(tracks.length)}.`);
  }
}

/** Why the notes that were read are not to be trusted; null where they are. */
function whyRefused(bytes: Uint8Array, start: number, sections: readonly Section[]): string | null {
  let damaged = 0;
  let events = 0;
  let incomplete = false;
  for (const { content } of sections.flatMap(({ tracks }) => tracks)) {
    const { reading, parts } = content;
    events += reading.channelEvents;
    damaged += reading.damagedEvents + reading.damagedVelocities + reading.damagedWaits;
    damaged += reading.strayBytes;
    incomplete ||= !reading.hasEndMark || parts.some(({ pairing }) => pairing.guessed > 0);
  }
  const reason = damaged > 0 || incomplete ? whyNoise(bytes, start) : null;
  if (reason !== null) return reason;
  return damaged >= MUCH_DAMAGE && damaged > DAMAGED_SHARE * events ? DAMAGED : null;
}

function divisionOf({ header }: Section, warnings: Warnings): Division {
  const division = readDivision(header?.division ?? 0);
  if (header === null) {
    warnings.addWarning('The beginning of the file is missing; its tempo may be wrong.');
  } else {
    if (header.damaged) warnings.addWarning('The beginning of the file was damaged.');
    if (division.repairs !== null) warnings.addWarning(division.repairs);
  }
  return division;
}

function warnAboutWrapper(warnings: Warnings, bytes: Uint8Array, start: number): void {
  switch (wrapperOf(bytes, start)) {
    case 'none':
    case 'riff':
      break;
    case 'macbinary':
      warnings.addWarning('The music was taken out of a MacBinary wrapper.');
      break;
    case 'other':
      warnings.addWarning(`${plural(start, 'byte')} before the music skipped.`);
      break;
  }
}

function warnAboutSongs(warnings: Warnings, songs: readonly Song[]): void {
  if (songs.length > MAX_SONGS) {
    warnings.addWarning(
      `The file holds ${plural(songs.length, 'piece')}; the first ${MAX_SONGS} were taken.`,
    );
  } else if (songs.length > 1) {
    warnings.addWarning(`The file holds ${plural(songs.length, 'piece')} one after the other.`);
  }
  for (const song of songs) {
    if (song.tracks.some((track) => !track.isDrum && isPedalLeftDown(track, song))) {
      warnings.addWarning(
        'The pedal goes down and is never lifted again; notes ring ten seconds at most, as strings do.',
      );
    }
    const notes = song.tracks.reduce((sum, track) => sum + track.notes.length, 0);
    if (notes >= LONG_PIECE_NOTES) {
      warnings.addWarning(
        `This is a very long piece: all of its ${plural(notes, 'note')} were read.`,
      );
    }
  }
}
