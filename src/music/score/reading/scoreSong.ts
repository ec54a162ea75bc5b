/** A parsed score as a song: measures in playing order, ties joined, dynamics as velocities. */
import { cleanName } from '../../../lib/textEncoding';
import { t } from '../../../texts/t';
import {
  compareNotes,
  DEFAULT_MICROSECONDS_PER_QUARTER,
  DRUM_CHANNEL,
  type KeySignature,
  type Note,
  type PedalChange,
  type Song,
  type TempoChange,
  type TimeSignature,
  type Track,
} from '../../song';
import type { ContentNote } from './contentNote';
import { USUAL_VELOCITY } from './dynamics';
import { type MeasureContent, measureContents } from './measureContent';
import { type ParsedPart, type ParsedScore, UnreadableScore } from './parsed';
import { measureMarks, playOrder } from './playOrder';

/** More than any score; a hostile one could repeat for ever. */
const MOST_MEASURES = 20_000;
const MOST_NOTES = 1_000_000;

/** Ticks per quarter note where the score's own divisions allow it. */
const USUAL_PPQ = 480;
const MOST_PPQ = 20_160;

/** A measure as it is played. */
interface Played {
  /** Index in the score. */
  index: number;
  tick: number;
  ticks: number;
}

/** @throws {UnreadableScore} */
export function scoreSong(score: ParsedScore): Song {
  const ppq = commonPpq(score.parts);
  const infos = score.parts.map((part) => infoOf(score, part.id));
  const parts = score.parts.map((part, i) => measureContents(part, ppq, infos[i].drums));
  const marks = measureMarks(score.parts.map(({ measures }) => measures));
  const order = playOrder(marks, MOST_MEASURES + 1);
  if (order.length > MOST_MEASURES) throw new UnreadableScore(t('scores.tooLong'));
  const played = playedMeasures(order, parts, ppq);
  refuseTooMany(parts, order);
  const tracks = parts.flatMap((contents, i) => tracksOf(contents, played, infos[i]));
  if (tracks.length === 0) throw new UnreadableScore(t('scores.noNotes'));
  return {
    title: titleOf(score),
    ppq,
    tempos: temposOf(parts, played),
    timeSignatures: signaturesOf(parts, played, ppq),
    keySignatures: keysOf(parts[0], played),
    tracks: tracks.map((track, i) => ({ ...track, channel: channelOf(track, i) })),
  };
}

function titleOf({ metadata }: ParsedScore): string {
  return cleanName(metadata.workTitle || metadata.movementTitle || '');
}

function channelOf({ isDrum }: Pick<Track, 'isDrum'>, index: number): number {
  if (isDrum) return DRUM_CHANNEL;
  const channel = index % 15;
  return channel >= DRUM_CHANNEL ? channel + 1 : channel;
}

interface PartInfo {
  name: string;
  program: number;
  drums: Map<string, number>;
}

function infoOf({ partList }: ParsedScore, id: string): PartInfo {
  const info = partList.find((entry) => entry.type === 'score-part' && entry.id === id);
  const instruments = info?.type === 'score-part' ? (info.midiInstruments ?? []) : [];
  const drums = new Map<string, number>();
  for (const instrument of instruments) {
    const { unpitched } = instrument;
    if (unpitched !== undefined && unpitched >= 1 && unpitched <= 128) {
      drums.set(instrument.id, unpitched - 1);
    }
  }
  const program = Math.round((instruments[0]?.program ?? 1) - 1);
  const name = info?.type === 'score-part' ? cleanName(info.name ?? '') : '';
  return { name, program: program >= 0 && program <= 127 ? program : 0, drums };
}

/** A number of ticks that all divisions go into, if there is a reasonable one. */
function commonPpq(parts: readonly ParsedPart[]): number {
  let ppq = USUAL_PPQ;
  for (const { measures } of parts) {
    for (const { attributes } of measures) {
      const divisions = attributes?.divisions;
      if (divisions === undefined || !Number.isInteger(divisions) || divisions < 1) continue;
      const common = (ppq / greatestDivisor(ppq, divisions)) * divisions;
      if (common <= MOST_PPQ) ppq = common;
    }
  }
  return ppq;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

function playedMeasures(
  order: readonly number[],
  parts: readonly MeasureContent[][],
  ppq: number,
): Played[] {
  const played: Played[] = [];
  let tick = 0;
  const meters = inForce(parts, ({ time }) => time);
  for (const index of order) {
    const { numerator, denominator } = meters[index] ?? COMMON_TIME;
    const own = Math.max(0, ...parts.map((contents) => contents[index]?.ticks ?? 0));
    const ticks = own > 0 ? own : Math.round((4 * ppq * numerator) / denominator);
    played.push({ index, tick, ticks });
    tick += ticks;
    if (tick > 2 ** 30) throw new UnreadableScore(t('scores.tooLong'));
  }
  return played;
}

const COMMON_TIME = { numerator: 4, denominator: 4 };

/** For each measure the latest value that any part has had up to it. */
function inForce<T>(
  parts: readonly MeasureContent[][],
  valueIn: (content: MeasureContent) => T | undefined,
): (T | undefined)[] {
  const count = Math.max(0, ...parts.map(({ length }) => length));
  let value: T | undefined;
  return Array.from({ length: count }, (_, i) => {
    for (const contents of parts) {
      const own = contents[i] && valueIn(contents[i]);
      if (own === undefined) continue;
      value = own;
      break;
    }
    return value;
  });
}

function refuseTooMany(parts: readonly MeasureContent[][], order: readonly number[]): void {
  let notes = 0;
  for (const contents of parts) {
    for (const index of order) notes += contents[index]?.notes.length ?? 0;
  }
  if (notes > MOST_NOTES) throw new UnreadableScore(t('scores.tooLong'));
}

/** One track for each staff that has notes, and one for unpitched notes. */
function tracksOf(
  contents: readonly MeasureContent[],
  played: readonly Played[],
  { name, program }: PartInfo,
): Omit<Track, 'channel'>[] {
  const velocities = new Velocities(contents);
  const staves = new Map<number, Note[]>();
  const drums: Note[] = [];
  const ties = new Ties();
  const pedal: PedalChange[] = [];
  for (const { index, tick } of played) {
    const content = contents[index];
    if (!content) continue;
    for (const change of content.pedal) pedal.push({ tick: tick + change.at, down: change.down });
    for (const note of content.notes.toSorted((a, b) => a.at - b.at)) {
      const own: Note = {
        tick: Math.max(0, tick + note.at),
        duration: Math.max(1, note.duration),
        pitch: note.pitch,
        velocity: note.velocity ?? velocities.at(index, note),
      };
      if (!ties.join(note, own)) addTo(note.isDrum ? drums : staffOf(staves, note.staff), own);
    }
  }
  const tracks = [...staves]
    .sort(([a], [b]) => a - b)
    .map(([staff, notes]) => ({
      name: staves.size > 1 ? cleanName(`${name} ${staff}`) : name,
      program,
      isDrum: false,
      notes: notes.sort(compareNotes),
      pedal: pedal.toSorted((a, b) => a.tick - b.tick),
    }));
  if (drums.length === 0) return tracks;
  const percussion = { name, program: 0, isDrum: true, notes: drums.sort(compareNotes), pedal: [] };
  return [...tracks, percussion];
}

function staffOf(staves: Map<number, Note[]>, staff: number): Note[] {
  const known = staves.get(staff);
  if (known) return known;
  const notes: Note[] = [];
  staves.set(staff, notes);
  return notes;
}

function addTo(notes: Note[], note: Note): void {
  notes.push(note);
}

/** Ties that are open, by voice and pitch. */
class Ties {
  readonly #open = new Map<string, Note>();

  /** Lengthens the note that this one continues. @returns whether there is one */
  join({ staff, voice, pitch, tiedFrom, tiedTo }: ContentNote, own: Note): boolean {
    // Some programs move a tied note to another voice, but not to another staff.
    const keys = [`${staff} ${voice} ${pitch}`, `${staff} ${pitch}`];
    const open = tiedFrom ? keys.map((key) => this.#open.get(key)).find((note) => note) : undefined;
    const continued = open && open.tick + open.duration === own.tick ? open : undefined;
    if (continued) continued.duration += own.duration;
    for (const key of keys) {
      if (tiedTo) this.#open.set(key, continued ?? own);
      else this.#open.delete(key);
    }
    return continued !== undefined;
  }
}

/** The dynamic in force at each place of the score as written, whatever the repeats. */
class Velocities {
  /** Changes by staff; those of the whole part stand under 0. */
  readonly #changes: { index: number; at: number; staff: number | undefined; velocity: number }[];

  constructor(contents: readonly MeasureContent[]) {
    this.#changes = contents.flatMap(({ dynamics }, index) =>
      dynamics.toSorted((a, b) => a.at - b.at).map((change) => ({ index, ...change })),
    );
  }

  at(index: number, { at, staff }: ContentNote): number {
    let low = 0;
    let high = this.#changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const change = this.#changes[middle];
      if (change.index < index || (change.index === index && change.at <= at)) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0; i--) {
      const change = this.#changes[i];
      if (change.staff === undefined || change.staff === staff) return change.velocity;
    }
    return USUAL_VELOCITY;
  }
}

function temposOf(parts: readonly MeasureContent[][], played: readonly Played[]): TempoChange[] {
  const atStart = inForceBefore(parts);
  const tempos: TempoChange[] = [
    { tick: 0, microsecondsPerQuarter: DEFAULT_MICROSECONDS_PER_QUARTER },
  ];
  const set = (tick: number, perMinute: number): void => {
    const last = tempos[tempos.length - 1];
    const microsecondsPerQuarter = Math.round(60e6 / perMinute);
    if (last.microsecondsPerQuarter === microsecondsPerQuarter) return;
    if (last.tick === tick) last.microsecondsPerQuarter = microsecondsPerQuarter;
    else tempos.push({ tick, microsecondsPerQuarter });
  };
  for (const { index, tick, ticks } of played) {
    // After a jump back the tempo is that of the place.
    const before = atStart[index];
    if (before !== undefined) set(tick, before);
    const own = parts
      .flatMap((contents) => contents[index]?.tempos ?? [])
      .filter(({ at }) => at < ticks)
      .sort((a, b) => a.at - b.at);
    for (const { at, perMinute } of own) set(tick + at, perMinute);
  }
  return tempos;
}

/** The tempo in force at the bar line of each measure as written. */
function inForceBefore(parts: readonly MeasureContent[][]): (number | undefined)[] {
  const latest = inForce(parts, ({ tempos }) => tempos.at(-1)?.perMinute);
  return latest.map((_, i) => latest[i - 1]);
}

/** Signatures that put every bar line where the score has it, upbeats included. */
function signaturesOf(
  parts: readonly MeasureContent[][],
  played: readonly Played[],
  ppq: number,
): TimeSignature[] {
  const meters = inForce(parts, ({ time }) => time);
  const signatures: TimeSignature[] = [];
  for (const { index, tick, ticks } of played) {
    const meter = fitting(meters[index] ?? COMMON_TIME, ticks, ppq);
    const last = signatures.at(-1);
    if (last?.numerator === meter.numerator && last.denominator === meter.denominator) continue;
    signatures.push({ tick, ...meter });
  }
  return signatures.length > 0 ? signatures : [{ tick: 0, ...COMMON_TIME }];
}

/** The meter, or the one of the same or a shorter beat that has the measure's length. */
function fitting(
  meter: Omit<TimeSignature, 'tick'>,
  ticks: number,
  ppq: number,
): Omit<TimeSignature, 'tick'> {
  for (let denominator = meter.denominator; denominator <= 64; denominator *= 2) {
    const numerator = (ticks * denominator) / (4 * ppq);
    if (Number.isInteger(numerator) && numerator >= 1 && numerator <= 255) {
      return { numerator, denominator };
    }
  }
  return meter;
}

function keysOf(contents: readonly MeasureContent[], played: readonly Played[]): KeySignature[] {
  const keys = inForce([[...contents]], ({ key }) => key);
  const signatures: KeySignature[] = [];
  for (const { index, tick } of played) {
    const key = keys[index];
    const last = signatures.at(-1);
    if (!key || (last?.fifths === key.fifths && last.mode === key.mode)) continue;
    signatures.push({ tick, ...key });
  }
  return signatures;
}
