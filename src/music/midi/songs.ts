/** Puts the contents of track chunks together into a song. */

import { partitionPoint } from '../../lib/binarySearch';
import { chooseFallback, decodeName, type FallbackEncoding } from '../../lib/textEncoding';
import {
  DEFAULT_MICROSECONDS_PER_QUARTER,
  DRUM_CHANNEL,
  type PedalChange,
  type Song,
  type Track,
} from '../song';
import type { Division } from './division';
import type { ChannelPart, ProgramChange, TrackContent } from './trackContent';

/** Limit on the texts of a song by which its encoding is detected. */
const MAX_TEXTS = 256;
/** Pedal changes times parts of a channel; beyond this each part keeps only its own pedal. */
const MAX_SHARED_PEDAL = 1_000_000;

/** The song of these tracks, or null where they hold no note. */
export function buildSong(contents: readonly TrackContent[], division: Division): Song | null {
  if (!contents.some(hasNotes)) return null;
  const encoding = chooseFallback(firstTexts(contents));
  const { ppq, fixedTempo } = division;
  const tempos = fixedTempo === null ? inOrder(contents.map((content) => content.tempos)) : [];
  if (tempos[0]?.tick !== 0) {
    const microsecondsPerQuarter = fixedTempo ?? DEFAULT_MICROSECONDS_PER_QUARTER;
    tempos.unshift({ tick: 0, microsecondsPerQuarter });
  }
  const timeSignatures = inOrder(contents.map((content) => content.timeSignatures));
  if (timeSignatures[0]?.tick !== 0) {
    timeSignatures.unshift({ tick: 0, numerator: 4, denominator: 4 });
  }
  return {
    title: findTitle(contents, encoding),
    ppq,
    tempos,
    timeSignatures,
    keySignatures: inOrder(contents.map((content) => content.keySignatures)),
    tracks: buildTracks(contents, encoding),
  };
}

function hasNotes(content: TrackContent): boolean {
  return content.parts.some((part) => part.pairing.notes.length > 0);
}

function firstTexts(contents: readonly TrackContent[]): Uint8Array[] {
  const texts: Uint8Array[] = [];
  for (const content of contents) {
    for (const text of content.texts) {
      if (texts.length === MAX_TEXTS) return texts;
      texts.push(text);
    }
  }
  return texts;
}

/**
 * The marked title of a karaoke file, or else the name of the first track: the standard calls it
 * the name of the sequence. Where that track has notes, and other tracks with notes have names
 * too, it is the name of a part and not of the piece.
 */
function findTitle(contents: readonly TrackContent[], encoding: FallbackEncoding): string {
  const karaoke = contents.find((content) => content.karaokeTitle !== null)?.karaokeTitle;
  if (karaoke) return decodeName(karaoke, encoding);
  const [first, ...others] = contents;
  if (first.name === null) return '';
  const isPart = hasNotes(first) && others.some((other) => hasNotes(other) && other.name !== null);
  return isPart ? '' : decodeName(first.name, encoding);
}

function buildTracks(contents: readonly TrackContent[], encoding: FallbackEncoding): Track[] {
  const elsewhere = new ChannelSettings(contents);
  const tracks: Track[] = [];
  for (const content of contents) {
    const nameBytes = content.name ?? content.instrument;
    const name = nameBytes === null ? '' : decodeName(nameBytes, encoding);
    for (const part of content.parts) {
      const { notes } = part.pairing;
      if (notes.length === 0) continue;
      const { channel } = part;
      tracks.push({
        name,
        channel,
        program: part.program ?? elsewhere.program(channel, notes[0].tick),
        isDrum: channel === DRUM_CHANNEL,
        notes,
        pedal: elsewhere.pedal(part),
      });
    }
  }
  return tracks;
}

/**
 * Programs and the pedal belong to a channel, whichever track they stand in: many piano files
 * hold the pedal in the left hand's track or in a separate one. This assigns them to each part.
 */
class ChannelSettings {
  private readonly programs = new Map<number, ProgramChange[]>();
  private readonly pedals = new Map<number, PedalChange[]>();

  constructor(contents: readonly TrackContent[]) {
    const parts = contents.flatMap((content) => content.parts);
    for (const channel of new Set(parts.map((part) => part.channel))) {
      const ofChannel = parts.filter((part) => part.channel === channel);
      this.programs.set(channel, inOrder(ofChannel.map((part) => part.programs)));
      const pedal = mergePedals(ofChannel.map((part) => part.pedal));
      if (pedal.length * ofChannel.length <= MAX_SHARED_PEDAL) this.pedals.set(channel, pedal);
    }
  }

  /** The program in force on the channel at this tick; 0 (grand piano) where none is set. */
  program(channel: number, tick: number): number {
    const changes = this.programs.get(channel) ?? [];
    const after = partitionPoint(changes.length, (i) => changes[i].tick <= tick);
    return after === 0 ? 0 : changes[after - 1].program;
  }

  /** Pedal of the part's channel. */
  pedal(part: ChannelPart): PedalChange[] {
    return this.pedals.get(part.channel) ?? part.pedal;
  }
}

/**
 * One pedal moved by several tracks: ordered, and without moves that change nothing. Tracks that
 * hold the same pedal (as in a file that Etude wrote) count once.
 */
function mergePedals(lists: readonly PedalChange[][]): PedalChange[] {
  const [first = [], ...others] = lists.filter((list) => list.length > 0);
  if (others.every((other) => isSamePedal(other, first))) return first;
  const all = lists.flat().sort((a, b) => a.tick - b.tick);
  let down = false;
  return all.filter((change) => {
    const moves = change.down !== down;
    down = change.down;
    return moves;
  });
}

function isSamePedal(a: readonly PedalChange[], b: readonly PedalChange[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((change, i) => change.tick === b[i].tick && change.down === b[i].down);
}

/** All entries ordered by tick; of several at one tick the last holds. */
function inOrder<T extends { tick: number }>(lists: readonly T[][]): T[] {
  const all = lists.flat().sort((a, b) => a.tick - b.tick);
  return all.filter((entry, i) => i === all.length - 1 || all[i + 1].tick !== entry.tick);
}
