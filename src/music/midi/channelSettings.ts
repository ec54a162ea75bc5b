/**
 * Programs, pedal, percussion and "all notes off" belong to a channel, whichever track they stand
 * in: many piano files hold the pedal in the left hand's track or in a separate one. This assigns
 * them to each part. Equal channels of different ports are different channels.
 */
import { partitionPoint } from '../../lib/binarySearch';
import { DRUM_CHANNEL, type PedalChange } from '../song';
import { isDrumBank, type Standard } from './exclusive';
import type { ChannelPart, DrumChange, ProgramChange, TrackContent } from './trackContent';

/** Entries of a channel times its parts; beyond this each part keeps only those of its track. */
const MAX_SHARED = 1_000_000;
const CHANNELS = 16;

/** What the messages of all tracks say of one channel. */
interface Settings {
  programs: ProgramChange[];
  drums: DrumChange[];
  /** Absent where each part keeps its own. */
  pedal?: PedalChange[];
  silences?: number[];
}

export class ChannelSettings {
  private readonly channels = new Map<number, Settings>();

  constructor(contents: readonly TrackContent[]) {
    const standards = new Set(contents.flatMap((content) => [...content.standards]));
    for (const [key, parts] of groupByChannel(contents)) {
      this.channels.set(key, settingsOf(parts, standards));
    }
  }

  /** The program in force on the part's channel at this tick; 0 (grand piano) where none is set. */
  program(part: ChannelPart, tick: number): number {
    return at(this.of(part)?.programs ?? [], tick)?.program ?? 0;
  }

  /** Pedal of the part's channel. */
  pedal(part: ChannelPart): PedalChange[] {
    return this.of(part)?.pedal ?? part.pedal;
  }

  /** Ticks at which all notes of the part's channel end, ascending. */
  silences(part: ChannelPart): number[] {
    return this.of(part)?.silences ?? part.silences;
  }

  /** Whether the part is percussion, or where that changes, a function that says it of a tick. */
  drums(part: ChannelPart): boolean | ((tick: number) => boolean) {
    const byDefault = part.channel === DRUM_CHANNEL;
    const changes = this.of(part)?.drums ?? [];
    if (changes.length === 0) return byDefault;
    return (tick) => at(changes, tick)?.isDrum ?? byDefault;
  }

  private of(part: ChannelPart): Settings | undefined {
    return this.channels.get(keyOf(part));
  }
}

function keyOf({ port, channel }: ChannelPart): number {
  return port * CHANNELS + channel;
}

function groupByChannel(contents: readonly TrackContent[]): Map<number, ChannelPart[]> {
  const groups = new Map<number, ChannelPart[]>();
  for (const { parts } of contents) {
    for (const part of parts) {
      const group = groups.get(keyOf(part));
      if (group) group.push(part);
      else groups.set(keyOf(part), [part]);
    }
  }
  return groups;
}

function settingsOf(parts: readonly ChannelPart[], standards: ReadonlySet<Standard>): Settings {
  const programs = inOrder(parts.map((part) => part.programs));
  const byBank = programs.flatMap(({ tick, bank }) => {
    const isDrum = bank === undefined ? undefined : isDrumBank(bank, standards);
    return isDrum === undefined ? [] : [{ tick, isDrum }];
  });
  const settings: Settings = {
    programs,
    drums: inOrder([...parts.map((part) => part.drums), byBank]),
  };
  const pedal = mergePedals(parts.map((part) => part.pedal));
  if (pedal.length * parts.length <= MAX_SHARED) settings.pedal = pedal;
  const silences = parts.flatMap((part) => part.silences).sort((a, b) => a - b);
  if (silences.length * parts.length <= MAX_SHARED) settings.silences = silences;
  return settings;
}

/** The last entry at or before this tick. */
function at<T extends { tick: number }>(entries: readonly T[], tick: number): T | undefined {
  return entries[partitionPoint(entries.length, (i) => entries[i].tick <= tick) - 1];
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
export function inOrder<T extends { tick: number }>(lists: readonly T[][]): T[] {
  const all = lists.flat().sort((a, b) => a.tick - b.tick);
  return all.filter((entry, i) => i === all.length - 1 || all[i + 1].tick !== entry.tick);
}
