/** Puts the contents of track chunks together into a song. */

import { chooseFallback, decodeName, type FallbackEncoding } from '../../lib/textEncoding';
import { creditsInTexts } from '../credits/credits';
import { DEFAULT_MICROSECONDS_PER_QUARTER, type Note, type Song, type Track } from '../song';
import { ChannelSettings, inOrder } from './channelSettings';
import { assignChannels, type Part } from './channels';
import type { Division } from './division';
import type { ChannelPart, TrackContent } from './trackContent';

/** Limit on the texts of a song by which its encoding is detected. */
const MAX_TEXTS = 256;
/** Longest length of a note without an end that is not struck again, in quarter notes. */
const LONGEST_GUESS = 16;

/** The song of these tracks, whose notes get their lengths here; null where they hold no note. */
export function buildSong(contents: readonly TrackContent[], division: Division): Song | null {
  const settings = new ChannelSettings(contents);
  for (const { parts, reading } of contents) {
    for (const part of parts) {
      const longest = LONGEST_GUESS * division.ppq;
      part.pairing.finish(reading.endTick, settings.silences(part), longest);
    }
  }
  if (!contents.some(hasNotes)) return null;
  const texts = firstTexts(contents);
  const encoding = chooseFallback(texts);
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
    ...creditsInTexts(texts.map((text) => decodeName(text, encoding))),
    ppq,
    tempos,
    timeSignatures,
    keySignatures: inOrder(contents.map((content) => content.keySignatures)),
    tracks: buildTracks(contents, encoding, settings),
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

function buildTracks(
  contents: readonly TrackContent[],
  encoding: FallbackEncoding,
  settings: ChannelSettings,
): Track[] {
  const parts: Part[] = [];
  for (const content of contents) {
    const nameBytes = content.name ?? content.instrument;
    const name = nameBytes === null ? '' : decodeName(nameBytes, encoding);
    for (const part of content.parts) {
      for (const { notes, isDrum } of byKind(part, settings)) {
        const { port, channel } = part;
        const program = part.program ?? settings.program(part, notes[0].tick);
        const track = { name, channel, program, isDrum, notes, pedal: settings.pedal(part) };
        parts.push({ port, track });
      }
    }
  }
  return assignChannels(parts);
}

/** The part's notes, melodic ones and percussion apart; none of a kind without notes. */
function byKind(
  part: ChannelPart,
  settings: ChannelSettings,
): { notes: Note[]; isDrum: boolean }[] {
  const { notes } = part.pairing;
  if (notes.length === 0) return [];
  const isDrum = settings.drums(part);
  if (typeof isDrum === 'boolean') return [{ notes, isDrum }];
  return [false, true]
    .map((kind) => ({ notes: notes.filter(({ tick }) => isDrum(tick) === kind), isDrum: kind }))
    .filter((group) => group.notes.length > 0);
}
