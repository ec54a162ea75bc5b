/**
 * Programs, pedal, percussion and "all notes off" belong to a channel, whichever track they stand
 * in: many piano files hold the pedal in the left hand's track or in a separate one. This assigns
 * them to each part. Equal channels of different ports are different channels.
 */
import { partitionPoint } from '../../lib/binarySearch';
import { DRUM_CHANNEL, type PedalChange } from '../song';
import type { Standard } from './exclusive';
import { type DrumChange, drumChanges } from './percussion';
import type { ChannelPart, TrackContent, VoiceChange } from './trackContent';

/** Entries of a channel times its parts; beyond this each part keeps only those of its track. */
const MAX_SHARED = 1_000_000;
const CHANNELS = 16;

type ProgramChange = Extract<VoiceChange, { kind: 'program' }>;

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
    const groups = groupByChannel(contents);
    let resets = contents.flatMap((content) => content.resets);
    if (resets.length * groups.size > MAX_SHARED) resets = [];
    for (const [key, parts] of groups) {
      const ticks = resets.filter(({ port }) => port === parts[0].port).map(({ tick }) => tick);
      this.channels.set(key, settingsOf(parts, standards, ticks));
    }
  }

  /** The program in force on the part's channel at this tick; 0 (grand piano) where none is set. */
  program(part: ChannelPart, tick: number): number {
    return at(this.of(part)?.programs ?? [], tick)?.program ?? 0;
  }

  /** Pedal of the part's channel. */
  pedal(part: ChannelPart): PedalChange[] {
    return this.of(part)?.pedal ?? movesOf(part.pedal);
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

/** @param resets ticks at which the channel's sound device returns to its first state */
function settingsOf(
  parts: readonly ChannelPart[],
  standards: ReadonlySet<Standard>,
  resets: readonly number[],
): Settings {
  const begin = resets.map((tick): VoiceChange => ({ tick, kind: 'reset' }));
  const voices = inTime([begin, ...parts.map((part) => part.voices)]);
  const settings: Settings = {
    programs: voices.filter((voice) => voice.kind === 'program'),
    drums: drumChanges(voices, standards, parts[0].channel === DRUM_CHANNEL),
  };
  const lifts = resets.map((tick): PedalChange => ({ tick, down: false }));
  const pedal = mergePedals(
    parts.map((part) => part.pedal),
    lifts,
  );
  if (pedal.length * parts.length <= MAX_SHARED) settings.pedal = pedal;
  const silences = [resets, ...parts.map((part) => part.silences)].flat().sort((a, b) => a - b);
  if (silences.length * parts.length <= MAX_SHARED) settings.silences = silences;
  return settings;
}

/** The last entry at or before this tick. */
function at<T extends { tick: number }>(entries: readonly T[], tick: number): T | undefined {
  return entries[partitionPoint(entries.length, (i) => entries[i].tick <= tick) - 1];
}

/**
 * One pedal moved by several tracks. Tracks that hold the same pedal (as in a file that Etude wrote)
 * count once. Of those that move it at one tick, those that lift it first only set it up.
 * @param lifts by resets of the sound device
 */
function mergePedals(
  lists: readonly PedalChange[][],
  lifts: readonly PedalChange[],
): PedalChange[] {
  const moved = lists.filter((list) => list.length > 0);
  const [first = [], ...others] = moved;
  const own = others.every((other) => isSamePedal(other, first)) ? [first] : moved;
  const bySetUp = own.toSorted(([a], [b]) => Number(a.down) - Number(b.down));
  return movesOf(inTime([lifts, ...bySetUp]));
}

/** The changes without those that change nothing. */
function movesOf(changes: readonly PedalChange[]): PedalChange[] {
  let isDown = false;
  return changes.filter(({ down }) => {
    const moves = down !== isDown;
    isDown = down;
    return moves;
  });
}

function isSamePedal(a: readonly PedalChange[], b: readonly PedalChange[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((change, i) => change.tick === b[i].tick && change.down === b[i].down);
}

/** All entries ordered by tick, those of one tick in the order of the lists. */
function inTime<T extends { tick: number }>(lists: readonly (readonly T[])[]): T[] {
  return lists.flat().sort((a, b) => a.tick - b.tick);
}

/** All entries ordered by tick; of several at one tick the last holds. */
export function inOrder<T extends { tick: number }>(lists: readonly T[][]): T[] {
  const all = inTime(lists);
  return all.filter((entry, i) => i === all.length - 1 || all[i + 1].tick !== entry.tick);
}
