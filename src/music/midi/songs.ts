/** Puts the contents of track chunks together into a song. */
import {
  DEFAULT_MICROSECONDS_PER_QUARTER,
  DRUM_CHANNEL,
  type PedalChange,
  type Song,
  type Track,
} from '../song';
import type { Division } from './division';
import { chooseFallback, decodeName, type FallbackEncoding } from './text';
import type { ChannelPart, ProgramChange, TrackContent } from './trackContent';

/** Texts of a song that are looked at to choose an encoding. */
const MAX_TEXTS = 256;

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
 * A channel may be set up in another track than that of its notes: programs in a track of their
 * own, or the pedal (as in many piano files). This gives each part what belongs to it.
 */
class ChannelSettings {
  private readonly programs = new Map<number, ProgramChange[]>();
  private readonly pedals = new Map<number, PedalChange[]>();

  constructor(contents: readonly TrackContent[]) {
    const parts = contents.flatMap((content) => content.parts);
    for (const channel of new Set(parts.map((part) => part.channel))) {
      const ofChannel = parts.filter((part) => part.channel === channel);
      this.programs.set(channel, inOrder(ofChannel.map((part) => part.programs)));
      const withoutNotes = ofChannel.filter((part) => part.pairing.notes.length === 0);
      this.pedals.set(channel, mergePedals(withoutNotes.map((part) => part.pedal)));
    }
  }

  /** The program in force on the channel at this tick; 0 (grand piano) where none is set. */
  program(channel: number, tick: number): number {
    const changes = this.programs.get(channel) ?? [];
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (changes[middle].tick <= tick) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : changes[low - 1].program;
  }

  /** The part's own pedal together with that of tracks that hold nothing else. */
  pedal(part: ChannelPart): PedalChange[] {
    const other = this.pedals.get(part.channel) ?? [];
    return other.length === 0 ? part.pedal : mergePedals([part.pedal, other]);
  }
}

/** One pedal moved by several tracks: ordered, and without moves that change nothing. */
function mergePedals(lists: readonly PedalChange[][]): PedalChange[] {
  const all = lists.flat().sort((a, b) => a.tick - b.tick);
  let down = false;
  return all.filter((change) => {
    const moves = change.down !== down;
    down = change.down;
    return moves;
  });
}

/** All entries ordered by tick; of several at one tick the last holds. */
function inOrder<T extends { tick: number }>(lists: readonly T[][]): T[] {
  const all = lists.flat().sort((a, b) => a.tick - b.tick);
  return all.filter((entry, i) => i === all.length - 1 || all[i + 1].tick !== entry.tick);
}
